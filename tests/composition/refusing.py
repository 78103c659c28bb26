"""What stands in the way, as a tuple of findings."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from socialpolicy import Refused
from socialpolicy.errors import Code, Finding

__all__ = ["codes", "findings", "only"]


def findings(call: Callable[[], object]) -> tuple[Finding, ...]:
    """The findings for which a call is refused."""
    with pytest.raises(Refused) as refused:
        call()
    return refused.value.findings


def codes(call: Callable[[], object]) -> list[Code]:
    """Their codes."""
    return [finding.code for finding in findings(call)]


def only(call: Callable[[], object]) -> Finding:
    """The one finding for which a call is refused."""
    (finding,) = findings(call)
    return finding
