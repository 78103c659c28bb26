"""Our reader, held against LibreOffice: both read every example, documents generated from every feature, and
real agreements.

What is normalised, and nothing else: any run of white is one space and an empty line is none; digits in
headers and footers are left out, since LibreOffice counts pages there; a Wingdings box is a letter of no
alphabet to it. Text boxes, comments, headers and footers are compared as sets: where they stand is layout.
What LibreOffice itself loses is not generated: `generated.py` says so where it steps round it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Literal

import attrs
import pytest

from socialpolicy.writers.word import prepare
from socialpolicy.writers.word.reading import ReadParagraph, StoryKind, read_docx
from tests.conformance.documents import documents
from tests.conformance.flat import Told, told
from tests.conformance.generated import FEATURES, generated, single
from tests.conformance.office import Office
from tests.writers.word.reading.docx import made, p, r

View = Literal["current", "original"]
COMMANDS: Mapping[View, str] = {
    "current": ".uno:AcceptAllTrackedChanges",
    "original": ".uno:RejectAllTrackedChanges",
}
AGREEMENTS = sorted((Path(__file__).parents[1] / "agreements").glob("*.docx"))
GENERATED = 1_000 if os.environ.get("SOCIALPOLICY_FULL") == "yes" else 120
pytestmark = pytest.mark.conformance("soffice")


def files_of(kind: str) -> dict[str, bytes]:
    match kind:
        case "examples":
            return {name: prepare(document).fill({}) for name, document in documents().items()}
        case "agreements":
            return {path.name: path.read_bytes() for path in AGREEMENTS}
        case _:
            return {**{name: single(name) for name in FEATURES}, **dict(generated(GENERATED))}


@pytest.mark.parametrize("view", COMMANDS)
@pytest.mark.parametrize("kind", ["examples", "agreements", "generated"])
def test_libreoffice_reads_the_same(office: Office, kind: str, view: View) -> None:
    files = files_of(kind)
    flat = office.flattened(files, COMMANDS[view])
    assert flat.keys() == files.keys()
    wrong = {name: found for name in files if (found := differences(files[name], told(flat[name]), view))}
    assert wrong == {}


def test_a_planted_difference_is_caught(office: Office) -> None:
    """The file that LibreOffice reads is not the one that we read: a word less, one hidden, one deleted."""
    ours = made(p("Fees are ", "never", " shared."))
    planted = {
        "less": made(p("Fees are ", " shared.")),
        "hidden": made(p("Fees are ", r("never", "<w:vanish/>"), " shared.")),
        "deleted": made(
            p(
                "Fees are ",
                '<w:del w:id="1" w:author="A"><w:r><w:delText>never</w:delText></w:r></w:del>',
                " shared.",
            )
        ),
        "same": ours,
    }
    flat = office.flattened(planted, COMMANDS["current"])
    caught = {name: differences(ours, told(flat[name]), "current") for name in planted}
    assert caught.pop("same") == []
    assert all(
        found == [("body", ["Fees are never shared."], ["Fees are shared."])] for found in caught.values()
    )


def differences(file: bytes, other: Told, view: View) -> list[tuple[str, list[str], list[str]]]:
    """The stories that LibreOffice reads otherwise: ours, and its own."""
    paragraphs = getattr(read_docx(file), view)
    found = []
    for kind in attrs.fields_dict(Told):
        story: StoryKind = "text box" if kind == "box" else kind  # type: ignore[assignment]
        ours, theirs = lines(paragraphs, story), normal(kind, getattr(other, kind))
        if normal(kind, ours) != theirs:
            found.append((kind, ours, theirs))
    return found


def lines(paragraphs: Iterable[ReadParagraph], kind: StoryKind) -> list[str]:
    texts = (line for one in paragraphs if one.story.kind == kind for line in one.text.split("\n"))
    return [line for text in texts if (line := " ".join(text.split()))]


def normal(kind: str, lines: list[str]) -> list[str]:
    ticked = [line.replace("\uf0fe", "☑") for line in lines]
    if kind in ("header", "footer"):
        return sorted({re.sub(r" *[0-9]+ *", " ", line) for line in ticked})
    return sorted(ticked) if kind in ("box", "comment") else ticked
