"""Each sample raises the code that it stands for."""

from __future__ import annotations

import pytest

from socialpolicy.errors import Code, Refused
from tests.samples.conditions import SAMPLES


@pytest.mark.parametrize("code", SAMPLES)
def test_a_sample_raises_its_code(code: Code) -> None:
    with pytest.raises(Refused) as refused:
        SAMPLES[code]()
    assert [finding.code for finding in refused.value.findings] == [code]


def test_every_code_of_conditions_has_a_sample() -> None:
    assert set(SAMPLES) == {code for code in Code if code.startswith("condition-")}
