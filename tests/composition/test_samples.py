"""Each sample raises the code that it stands for, or returns findings that hold it."""

from __future__ import annotations

import pytest

from socialpolicy import Refused
from socialpolicy.errors import Code, Finding
from tests.samples.composition import SAMPLES


@pytest.mark.parametrize("code", SAMPLES)
def test_a_sample_meets_its_code(code: Code) -> None:
    try:
        found = SAMPLES[code]()
    except Refused as refused:
        found = refused.findings
    assert isinstance(found, tuple)
    assert code in [finding.code for finding in found if isinstance(finding, Finding)]
