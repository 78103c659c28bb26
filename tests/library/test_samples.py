"""Each sample raises the code that it stands for."""

from __future__ import annotations

import pytest

from socialpolicy.errors import Code, Refused
from tests.samples.library import SAMPLES


@pytest.mark.parametrize("code", SAMPLES)
def test_a_sample_raises_its_code(code: Code) -> None:
    with pytest.raises(Refused) as refused:
        SAMPLES[code]()
    assert [finding.code for finding in refused.value.findings] == [code]
