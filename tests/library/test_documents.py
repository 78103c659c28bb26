"""The documents and their audiences; where the bundled folders lie."""

from __future__ import annotations

from pathlib import Path

import pytest

from socialpolicy.library import bundled
from socialpolicy.library.documents import DOCUMENTS, SHOWN_TO, most_public
from socialpolicy.library.voice import PERSON, SOLO_VOICE, VOICE


@pytest.mark.parametrize(
    ("documents", "audience"),
    [
        ((), "staff"),
        (("cover-note",), "staff"),
        (("staff-handbook", "first-session"), "clients"),
        (("client-addendum", "website-policy"), "public"),
    ],
)
def test_the_most_public_document_decides(documents: tuple[str, ...], audience: str) -> None:
    assert most_public(documents) == audience


def test_every_document_has_an_audience_that_may_see_something() -> None:
    assert set(DOCUMENTS.values()) <= set(SHOWN_TO)


def test_the_words_of_the_voice_are_reserved_for_it() -> None:
    assert set(VOICE) == {*SOLO_VOICE, *PERSON}


def test_what_is_installed_stands_before_the_checkout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "socialpolicy"
    monkeypatch.setattr(bundled, "_PACKAGE", package)
    assert bundled.bundled_folder() == tmp_path / "clauses"
    assert bundled.examples_folder() == tmp_path / "docs" / "examples"
    (package / "clauses").mkdir(parents=True)
    (package / "examples").mkdir()
    assert bundled.bundled_folder() == package / "clauses"
    assert bundled.examples_folder() == package / "examples"
