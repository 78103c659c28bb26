"""A library: what is in it, when its texts are parsed, and what happens to files that cannot be opened."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from socialpolicy.errors import Code, NotFound, Refused
from socialpolicy.facts.fact import FromFact, FromLocale, Given
from socialpolicy.facts.values import NONE, Duration, Row
from socialpolicy.library.library import Library
from socialpolicy.library.reading.opening import CLAUSE_LIMIT, FILE_LIMIT
from socialpolicy.library.reading.whole import read_library
from socialpolicy.library.texts.passage import NO_WORDS
from tests.library.small import ADDENDUM, FACTS, LOCALE, MESSAGES, RECORDS, TOP, Small


def places(small: Small) -> list[tuple[Code, str]]:
    """The codes and files of what stands in the way."""
    return [(finding.code, finding.place.file) for finding in small.findings()]


def test_the_bundled_library_parses_a_text_when_it_is_chosen() -> None:
    library = Library.bundled()
    sources = [source for versions in library.clauses.values() for source in versions[-1].sources.values()]
    assert sources
    assert not any("passage" in vars(source) for source in sources)
    assert sources[0].passage.units
    assert "passage" in vars(sources[0])


def test_a_folder_is_read_with_every_text_in_it(small: Small) -> None:
    library = small.read()
    assert repr(library) == "Library('small', '1', 2 clauses)"
    sources = [source for versions in library.clauses.values() for source in versions[0].sources.values()]
    assert all(vars(source)["passage"] is source.passage for source in sources)


def test_facts_have_their_defaults(small: Small) -> None:
    facts = small.read().facts
    assert facts["served_regions"].default == FromFact("region")
    assert facts["lines"].default == FromLocale("lines")
    assert facts["reply_within"].default == Given(Duration(2, "working-days"))
    assert facts["region"].options == {
        "AU": "Australia",
        "AU-NSW": "New South Wales",
        "AU-VIC": "Victoria",
    }
    assert facts["lines"].columns["service"].question == "Service"


def test_options_can_be_lent(small: Small) -> None:
    small.replace(
        MESSAGES,
        "[consents.texts]",
        '[facts.urgent]\nkind = "choices"\noptions = { fact = "channels" }\ndefault = []\n'
        'question = "?"\n[consents.texts]',
    )
    (clause,) = small.read().clause("messages")
    assert clause.facts["urgent"].options == {"sms": "text messages", "email": "email"}
    assert clause.facts["urgent"].options_from == "channels"


def test_a_locale_has_rows_for_the_facts_that_ask_for_them(small: Small) -> None:
    (row,) = small.read().locales["en-AU"].values["lines"]
    assert row.value == (Row({"service": "Lifeline", "number": "13 11 14", "note": NONE}),)
    assert row.within == "AU-NSW"
    assert row.when is not None


def test_an_outline_has_its_parts_and_signers(small: Small) -> None:
    (outline,) = small.read().outlines["client-addendum"]
    assert (outline.document, outline.variant, outline.length) == ("client-addendum", "default", (1, 900))
    assert [part.kind for part in outline.parts] == [
        "parties",
        "at-a-glance",
        "prose",
        "definitions",
        "execution",
    ]
    assert outline.signers["client"].name == "client_name"
    assert [block.signers for block in outline.parts[4].blocks] == [("client", "practice"), ("each:client",)]
    assert outline.subtitle == NO_WORDS


def test_outlines_stand_in_the_order_of_their_files(small: Small) -> None:
    small.put(ADDENDUM.replace("default", "another"), small.text(ADDENDUM))
    variants = [outline.variant for outline in small.read().outlines["client-addendum"]]
    assert variants == ["another", "default"]


def test_versions_stand_from_the_oldest_to_the_newest(small: Small) -> None:
    for version in ("10.0.0", "2.0.0"):
        small.put(f"data/records/{version}.md", small.text(RECORDS))
    library = small.read()
    assert [str(clause.version) for clause in library.clause("records")] == ["1.0.0", "2.0.0", "10.0.0"]
    assert list(library.clauses) == ["messages", "records"]


def test_a_clause_knows_its_stances_and_which_text_each_takes(small: Small) -> None:
    (clause,) = small.read().clause("messages")
    assert clause.stance("two-way").label == "Both ways"
    assert clause.text_for("website-policy", "two-way") == "short"
    assert clause.text_for("website-policy", "not-used") == "none"
    assert clause.text_for("client-addendum", "not-used") == "full"
    assert clause.text_for("staff-handbook", "two-way") == "none"


def test_a_clause_that_there_is_not_is_not_found(small: Small) -> None:
    with pytest.raises(NotFound) as found:
        small.read().clause("mesages")
    assert (found.value.code, found.value.hint) == (Code.NAME_UNKNOWN, 'did you mean "messages"?')


def test_a_text_that_is_faulty_is_refused_when_it_is_chosen(small: Small) -> None:
    small.replace(RECORDS, "keep a record", "keep our record")
    library = read_library(small.folder, texts="when chosen")
    with pytest.raises(Refused) as refused:
        _ = library.clause("records")[0].sources["full"].passage
    assert [finding.code for finding in refused.value.findings] == [Code.TEXT_SYNTAX]


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        Library.read(tmp_path / "none")
    (finding,) = refused.value.findings
    assert (finding.code, finding.place.file) == (Code.FILE_NOT_FOUND, str(tmp_path / "none"))


@pytest.mark.parametrize(
    "name", [TOP, FACTS, "terms.toml", "authorities.toml", "norms.toml", "spelling.toml"]
)
def test_a_file_that_is_missing_is_named_and_nothing_else_is_said(name: str, small: Small) -> None:
    small.remove(name)
    assert places(small) == [(Code.FILE_NOT_FOUND, name)]


def test_what_several_files_are_at_fault_for_comes_at_once(small: Small) -> None:
    small.put(FACTS, b"\xff")
    small.replace("terms.toml", "words = ", "words ")
    small.replace("spelling.toml", "centre", "Centre")
    small.replace(LOCALE, 'paper = "A4"', 'paper = "A5"')
    small.put(RECORDS, "no front matter")
    small.put(MESSAGES.replace("1.0.0", "1.0"), small.text(MESSAGES))
    assert places(small) == [
        (Code.NAME_FORM, MESSAGES.replace("1.0.0", "1.0")),
        (Code.FRONT_MATTER, RECORDS),
        (Code.FILE_ENCODING, FACTS),
        (Code.VALUE_OPTION, LOCALE),
        (Code.VALUE_FORM, "spelling.toml"),
        (Code.TOML_SYNTAX, "terms.toml"),
    ]


def test_a_clause_that_cannot_be_opened_hides_no_other_fault(small: Small) -> None:
    small.put(RECORDS, "no front matter")
    small.replace(MESSAGES, 'change = "First."', "change = 1")
    assert places(small) == [(Code.VALUE_KIND, MESSAGES), (Code.FRONT_MATTER, RECORDS)]


def test_characters_that_cannot_stand_are_found_in_each_line(small: Small) -> None:
    small.replace(MESSAGES, "# short", "# short\nA\u202eB")
    small.replace(TOP, 'name = "small"', "# \u200b\nname = 'small'\n# \u2066")
    found = [(one.code, one.place.file, one.place.line) for one in small.findings()]
    line = small.text(MESSAGES).split("\n").index("A\u202eB") + 1
    assert found == [
        (Code.TEXT_CHARACTER, MESSAGES, line),
        (Code.TEXT_CHARACTER, TOP, 1),
        (Code.TEXT_CHARACTER, TOP, 3),
    ]


@pytest.mark.parametrize(
    ("name", "limit", "mark"),
    [(RECORDS, CLAUSE_LIMIT, ""), (FACTS, FILE_LIMIT, "#"), (LOCALE, FILE_LIMIT, "#")],
)
def test_a_file_that_is_too_large_is_refused(name: str, limit: int, mark: str, small: Small) -> None:
    assert (CLAUSE_LIMIT, FILE_LIMIT) == (32 * 1024, 256 * 1024)
    text = small.text(name)
    rest = limit - len(text.encode())
    lines = f"{mark}{'x' * 99}\n" * (rest // 101) if mark else "\n" * rest
    small.put(name, text + lines)
    assert places(small) == []
    small.put(name, text + "\n" * (rest + 1))
    assert places(small) == [(Code.FILE_TOO_LARGE, name)]


def test_files_of_other_systems_are_read(small: Small) -> None:
    for name in (RECORDS, FACTS, ADDENDUM):
        small.put(name, b"\xef\xbb\xbf" + small.text(name).replace("\n", "\r\n").encode())
    assert small.findings() == ()
    small.replace(FACTS, "asked_when = 'has_staff'\nquestion = \"From", "asked_when = 'x'\nquestion = \"From")
    (finding,) = small.findings()
    assert finding.place.excerpt == "asked_when = 'x'"


def test_a_clause_stands_in_one_section_that_there_is(small: Small) -> None:
    small.put("channels/records/2.0.0.md", small.text(RECORDS))
    small.put("other/records/3.0.0.md", small.text(RECORDS))
    assert places(small) == [
        (Code.VALUE_REPEATED, RECORDS),
        (Code.NAME_UNKNOWN, "other/records/3.0.0.md"),
        (Code.VALUE_REPEATED, "other/records/3.0.0.md"),
        (Code.TEXT_UNUSED, "other/records/3.0.0.md"),
    ]


@pytest.mark.parametrize(
    "version", ["1", "1.0", "01.0.0", "1.0.0a", "1.٢.0", "1.0.0\n", "99999.0.0", "v1.0.0"]
)
def test_a_clause_file_is_called_as_its_version(version: str, small: Small) -> None:
    small.put(f"data/records/{version}.md", small.text(RECORDS))
    assert places(small) == [(Code.NAME_FORM, f"data/records/{version}.md")]


@pytest.mark.parametrize("folder", ["data/Records", "Data/notes", "data/records_", f"data/{'r' * 49}"])
def test_sections_and_clauses_have_ids(folder: str, small: Small) -> None:
    small.put(f"{folder}/1.0.0.md", small.text(RECORDS))
    assert places(small)[0] == (Code.NAME_FORM, f"{folder}/1.0.0.md")


def test_a_text_too_much_in_a_newer_version_is_found_in_it(small: Small) -> None:
    small.put("data/records/1.1.0.md", small.text(RECORDS).replace("keep a", "keep our"))
    assert places(small) == [(Code.TEXT_SYNTAX, "data/records/1.1.0.md")]


def test_other_files_are_left_alone(small: Small) -> None:
    small.put("README.md", "# Read me")
    small.put("data/records/notes.txt", "notes")
    small.put("outlines/website-policy/notes/1.0.0.md", "notes")
    small.put("locales/notes/1.0.0.md", "notes")
    (small.folder / "data" / "records" / "2.0.0.md").mkdir()
    assert small.findings() == ()


def test_a_file_that_may_not_be_read_is_named(small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = os.open

    def forbidding(path: str | Path, *rest: int, **more: int) -> int:
        if str(path).endswith(RECORDS):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return opened(path, *rest, **more)

    monkeypatch.setattr(os, "open", forbidding)
    assert places(small) == [(Code.FILE_NOT_READ, RECORDS)]
