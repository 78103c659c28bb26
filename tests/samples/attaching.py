"""A sample that raises each code of attaching."""

from __future__ import annotations

from collections.abc import Callable

from socialpolicy.errors import Code
from socialpolicy.writers.word.attaching import attach
from tests.writers.sample import sample_document
from tests.writers.word.attaching.hosts import NAMES, SECTION, agreement

__all__ = ["SAMPLES"]


def _attached(host: bytes, after: str = "") -> object:
    return attach(host, sample_document(), after=after)[1]


def _with(setting: str) -> bytes:
    return agreement(parts={"settings": f"<w:settings {NAMES}>{setting}</w:settings>"})


_ALREADY = f'<w:bookmarkStart w:id="1" w:name="_sp_1"/><w:bookmarkEnd w:id="1"/>{SECTION}'
SAMPLES: dict[Code, Callable[[], object]] = {
    Code.AGREEMENT_FORM: lambda: _attached(agreement(encoding="UTF-16")),
    Code.AGREEMENT_PROTECTED: lambda: _attached(_with('<w:documentProtection w:enforcement="1"/>')),
    Code.AGREEMENT_SIGNED: lambda: _attached(agreement(more={"_xmlsignatures/sig1.xml": b"<a/>"})),
    Code.AGREEMENT_ATTACHED: lambda: _attached(agreement(_ALREADY)),
    Code.AGREEMENT_TRACKED: lambda: _attached(_with("<w:trackRevisions/>")),
    Code.HEADING_UNKNOWN: lambda: _attached(agreement(), "None"),
}
