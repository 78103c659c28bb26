"""One sample for each code that the table of formats raises."""

from __future__ import annotations

from collections.abc import Callable

from socialpolicy.errors import Code
from socialpolicy.writers import format_named

__all__ = ["SAMPLES"]

SAMPLES: dict[Code, Callable[[], object]] = {
    Code.FORMAT_UNKNOWN: lambda: format_named("wordperfect"),
}
