"""Each sample raises the code that it stands for."""

from __future__ import annotations

import pytest

from socialpolicy.errors import Code, Finding
from tests.samples.assembly import SAMPLES


@pytest.mark.parametrize("code", SAMPLES)
def test_a_sample_raises_its_code(code: Code) -> None:
    with pytest.raises(Finding) as raised:
        SAMPLES[code]()
    assert raised.value.code == code
