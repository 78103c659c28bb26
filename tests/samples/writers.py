"""One sample for each code that the table of formats and letterheads raise."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest import mock

from socialpolicy.errors import Code
from socialpolicy.writers import FORMATS, format_named
from socialpolicy.writers.word import prepare
from socialpolicy.writers.word.letterhead import check, starter
from tests.writers.sample import sample_document
from tests.writers.word.letterhead.making import BODY_TAG, Hung, letterhead, paragraph, run

__all__ = ["SAMPLES"]


def _on_a_letterhead() -> object:
    return FORMATS["txt"].prepare(sample_document(), b"", b"a letterhead")


def _signed() -> object:
    words = {("client_name", ""): "{{Sig_es_:signer1:signature}}"}
    return prepare(sample_document(), anchors=True).fill(words)


def _checked(*args: str, **parts: str | Hung) -> Callable[[], object]:
    return lambda: check(letterhead(*args, **parts))


_HALVES = paragraph(run("{{ ti", "<w:b/>"), run("tle }}")) + BODY_TAG


def _without_typst() -> object:
    with mock.patch.dict(sys.modules, {"typst": None}):
        return FORMATS["pdf"].prepare(sample_document())


def _with_office(program: str) -> object:
    """A PDF on a letterhead where this is all that is installed ("": nothing)."""
    with TemporaryDirectory() as folder, mock.patch.dict(os.environ, {"PATH": folder}):
        if program:
            Path(folder, "soffice").write_text(program)
            Path(folder, "soffice").chmod(0o700)
        return FORMATS["pdf"].prepare(sample_document(), b"", starter()).fill({})


SAMPLES: dict[Code, Callable[[], object]] = {
    Code.OFFICE_MISSING: lambda: _with_office(""),
    Code.OFFICE_FAILED: lambda: _with_office("#!/bin/sh\nexit 1\n"),
    Code.PDF_EXTRA: _without_typst,
    Code.PDF_CHARACTER: lambda: FORMATS["pdf"].prepare(sample_document(practice="\U0010fffd")),
    Code.FORMAT_UNKNOWN: lambda: format_named("wordperfect"),
    Code.ANCHOR_IN_ANSWER: _signed,
    Code.ANCHORS_DIFFER: lambda: FORMATS["txt"].prepare(sample_document(), anchors=True),
    Code.LARGE_PRINT_UNUSED: lambda: FORMATS["txt"].prepare(sample_document(), large_print=True),
    Code.LETTERHEAD_TAG: _checked(paragraph("{{ titel }}")),
    Code.LETTERHEAD_CODE: _checked(paragraph("{{ title | upper }}")),
    Code.LETTERHEAD_BODY: _checked("<w:p/>"),
    Code.LETTERHEAD_SPLIT: _checked(_HALVES),
    Code.LETTERHEAD_ACTIVE: _checked(object=Hung("oleObject", b"\0", name="word/object.bin")),
    Code.LETTERHEAD_FIELD: _checked('<w:p><w:fldSimple w:instr="DDE x"/></w:p>'),
    Code.LETTERHEAD_LEFT_OUT: _checked(item=Hung("customXml", b"<a/>", name="customXml/item1.xml")),
    Code.LETTERHEAD_UNSEEN: _checked(paragraph(run("secret", "<w:vanish/>"))),
    Code.LETTERHEAD_STYLE: _checked(),
    Code.LETTERHEAD_IMPRINT: _checked(footer="<w:p/>"),
    Code.LETTERHEAD_FONT: _checked(paragraph(run("a", '<w:rFonts w:ascii="Fancy Script"/>'))),
    Code.LETTERHEAD_CONTRAST: _checked(paragraph(run("a", '<w:color w:val="CCCCCC"/>'))),
    Code.LETTERHEAD_UNUSED: _on_a_letterhead,
}
