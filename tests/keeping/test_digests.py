"""Digests hold what a file says, and nothing of how it was saved or packed."""

from __future__ import annotations

import io
import unicodedata
import zipfile

import pytest

from socialpolicy import Library
from socialpolicy.keeping.digests import output_digest
from socialpolicy.library.bundled import bundled_folder
from socialpolicy.library.digests import canonical_text, digest_of

CLAUSE = "+++\ntitle = \"Café\"\n\nwhen = 'always'\n+++\n\n# full\nYes.\n\nNo +++ here.\n# short\nNo.\n"


def packed(parts: dict[str, bytes], level: int) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return stream.getvalue()


# ---------- of clause files ----------


@pytest.mark.parametrize(
    "saved",
    [
        CLAUSE.replace("\n", "\r\n"),
        CLAUSE.replace("\n", "\r"),
        CLAUSE.replace("\n", " \t\n"),
        unicodedata.normalize("NFD", CLAUSE),
        CLAUSE + "\n\n",
        CLAUSE.rstrip("\n"),
        CLAUSE.replace("\n\n# full", "\n# full"),
    ],
)
def test_how_a_clause_was_saved_does_not_show(saved: str) -> None:
    assert saved != CLAUSE
    assert digest_of(saved) == digest_of(CLAUSE)


def test_front_matter_and_texts_have_each_their_own() -> None:
    one, front, texts = map(
        digest_of, (CLAUSE, CLAUSE.replace("always", "never"), CLAUSE.replace("Yes", "Ja"))
    )
    assert (one.front != front.front, one.texts == front.texts) == (True, True)
    assert (one.front == texts.front, one.texts != texts.texts) == (True, True)
    assert digest_of(CLAUSE.replace("\n\nNo", "\nNo")).texts != one.texts


def test_a_file_without_front_matter_is_all_texts() -> None:
    assert digest_of("# full\nYes.\n") == digest_of("+++\n+++\n# full\nYes.\n")
    assert digest_of("+++\n# full\n").front == digest_of("").front


def test_canonical_text_ends_in_one_line_feed() -> None:
    assert canonical_text("a  \r\n\r\nb\t\n\n\n") == "a\n\nb\n"


def test_a_clause_of_the_bundled_library_has_the_digest_of_its_file() -> None:
    for versions in Library.bundled().clauses.values():
        for clause in versions:
            file = bundled_folder() / clause.place.file
            assert clause.digest == digest_of(file.read_text(encoding="utf-8"))


# ---------- of what is written ----------


def test_packages_with_the_same_parts_have_the_same_digest() -> None:
    parts = {"a.xml": b"a" * 1_000, "b/c.xml": b""}
    one = output_digest(packed(parts, 1))
    assert one.startswith("parts-sha256:")
    assert packed(parts, 1) != packed(parts, 9)
    assert one == output_digest(packed(parts, 9)) == output_digest(packed(dict(reversed(parts.items())), 6))


@pytest.mark.parametrize("other", [{"a.xml": b"b"}, {"b.xml": b"a"}, {"a.xml": b"a", "b.xml": b""}, {}])
def test_another_part_gives_another_digest(other: dict[str, bytes]) -> None:
    if other:
        assert output_digest(packed(other, 6)) != output_digest(packed({"a.xml": b"a"}, 6))


def test_a_text_has_the_digest_of_its_bytes() -> None:
    assert output_digest(b"a") != output_digest(b"a\n")
    assert output_digest(b"a").startswith("sha256:")
