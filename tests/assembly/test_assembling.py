from __future__ import annotations

from datetime import date

from socialpolicy import Profile, compose
from socialpolicy import document as tree
from tests.assembly.reading import check, found, said
from tests.composition.small import ANSWERS, LOCALES, OUTLINE, PLACES, clause, small, tree_of

_BARE = """
[facts.practice_size]
kind = "choice"
options = { solo = "alone" }
default = "solo"
question = "q"
"""


# ---------- what a document says of itself ----------


def test_a_document_knows_its_practice_version_locale_and_day() -> None:
    document = tree_of(small({"door": clause("Door")}), region="US-TX", policy_version="3.1")
    assert (document.id, document.title, document.locale, document.paper) == (
        "client-addendum",
        "A policy",
        "en-US",
        "Letter",
    )
    assert (document.practice, document.version, document.edition) == ("Saltbush", "3.1", "1")
    assert (document.date, document.dated) == ("June 1, 2026", "2026-06-01")


def test_without_a_day_of_its_own_it_has_the_one_it_was_composed_for() -> None:
    library = small({"door": clause("Door", "From {{effective_date}}.")})
    tree_ = (
        compose(library, Profile.of(library, **ANSWERS), on=date(2026, 7, 9)).document("client-addendum").tree
    )
    assert (tree_.date, tree_.dated) == ("9 July 2026", "2026-07-09")
    assert said(tree_) == ["From [TO COMPLETE: effective date]."]


def test_the_day_that_the_practice_names_stands_whatever_the_versions_are_chosen_for() -> None:
    library = small({"door": clause("Door")})
    profile = Profile.of(library, **ANSWERS, effective_date=date(2026, 8, 1))
    document = compose(library, profile, on=date(2026, 7, 9)).document("client-addendum").tree
    assert (document.date, document.dated) == ("1 August 2026", "2026-08-01")


def test_a_library_without_such_facts_leaves_them_empty() -> None:
    library = small(
        {"door": clause("Door")},
        files={"facts.toml": _BARE + PLACES},
        locales={"en-AU": LOCALES["en-AU"].partition("[[")[0]},
    )
    policy = compose(library, Profile.of(library, locale="en-AU"), on=date(2026, 7, 9))
    document = policy.document("client-addendum").tree
    assert (document.practice, document.version, document.dated) == ("", "", "2026-07-09")


# ---------- parts ----------


def test_a_part_has_its_intro_above_its_blocks_and_none_stands_empty() -> None:
    outline = OUTLINE.replace("take =", 'intro = "Here {{we}} go."\ntake =') + (
        '[[parts]]\nheading = "Empty"\nintro = "x"\ntake = ["section:more"]\n'
    )
    document = tree_of(small({"door": clause("Door")}, outline=outline))
    (part,) = document.blocks
    assert said(part) == ["Here I go.", "Words."]
    check(document)


def test_a_value_may_stand_as_a_table() -> None:
    library = small({"door": clause("Door", "{{lines as table}}\n\nAnd {{lines}}; {{lines as list}}.")})
    document = tree_of(library)
    (table,) = found(document, tree.Table)
    assert (table.key, table.caption) == ("door:full:1", "Lines")
    assert [tree.plain(cell) for cell in table.header] == ["Service", "Number"]
    assert [[tree.plain(cell) for cell in row] for row in table.rows] == [
        ["Lifeline", "13 11 14"],
        ["NSW Line", "1800"],
    ]
    assert said(document)[0].startswith("And Lifeline: 13 11 14 and NSW Line")
    assert not found(tree_of(library, lines=[]), tree.Table)


def test_a_table_that_nobody_can_fill_is_a_blank() -> None:
    document = tree_of(small({"door": clause("Door", "{{lines as table}}")}), region="IE-D", locale="en-AU")
    (paragraph,) = found(document, tree.Paragraph)
    assert (paragraph.inlines, paragraph.number) == ((tree.Blank("lines", "lines"),), "")


def test_a_cell_without_a_word_stays_empty() -> None:
    facts = (
        '[facts.bells]\nkind = "rows"\n'
        'columns = { at = { kind = "words" }, tone = { kind = "words", optional = true } }\n'
        'shown = "public"\ndefault = []\nquestion = "q"\n'
    )
    library = small({"door": clause("Door", "{{bells as table}}\n\nx")}, facts=facts)
    document = tree_of(library, bells=[{"at": "door", "tone": "low"}, {"at": "gate", "tone": "none"}])
    assert found(document, tree.Table)[0].rows[1][1] == ()


def test_a_table_in_a_text_is_typeset() -> None:
    document = tree_of(
        small({"door": clause("Door", '| {{We}} do | b |\n| --- | --- |\n| "x" | {{motto}} |')})
    )
    (table,) = found(document, tree.Table)
    assert [tree.plain(cell) for cell in table.header] == ["I do", "b"]
    assert [tree.plain(cell) for cell in table.rows[0]] == ["‘x’", ""]
