"""A sample that raises, or returns as a warning, each code of reading Word files."""

from __future__ import annotations

from collections.abc import Callable

from socialpolicy.errors import Code, Finding
from socialpolicy.writers.word.readback import check_filled
from tests.writers.word.reading.docx import boxed, deleted, p, r, read

__all__ = ["SAMPLES"]


def _read(body: str) -> Callable[[], tuple[Finding, ...]]:
    return lambda: read(body).findings


SAMPLES: dict[Code, Callable[[], object]] = {
    Code.FILE_SAYS_OTHERWISE: lambda: check_filled({("client_name", ""): "Sam"}, {("client_name", ""): b""}),
    Code.TEXT_HIDDEN: _read(p(r("never", "<w:vanish/>"))),
    Code.TEXT_FAINT: _read(p(r("never", '<w:color w:val="FFFFFF"/>'))),
    Code.TEXT_TRACKED: _read(p(deleted("never"))),
    Code.TEXT_ASIDE: _read(p(boxed(p("never")))),
    Code.TEXT_UNREAD: _read('<w:altChunk r:id="x"/>'),
}
