from __future__ import annotations

from socialpolicy import Library
from socialpolicy import document as tree
from tests.assembly.reading import check, found, said
from tests.composition.small import OUTLINE, clause, composed, small

_NOTE = """
title = "Cover note for {{practice_name}}"
subtitle = "Not for {{clients}}"
when = 'always'
audience = "staff"
numbers = "none"
[[parts]]
kind = "text"
heading = "What it is"
intro = "In short:"
text = '''
A *draft* from {{practice_name}}.

- One
- [Two]{when has_staff}

[Staff.]{when has_staff}
'''
[[parts]]
kind = "text"
heading = "What it is not"
text = "Advice."
[[parts]]
kind = "blanks"
heading = "Open"
intro = "Fill these in."
[[parts]]
kind = "assumptions"
heading = "Assumed"
[[parts]]
kind = "authorities"
heading = "To check"
[[parts]]
kind = "next-steps"
heading = "Next"
text = '''
1. Read
2. Post
'''
"""
_AUTHORITIES = """
[code]
title = "The code"
edition = "2nd"
section = "4"
meaning = "Keep quiet."
jurisdiction = "AU"
confidence = "V"
checked_on = 2026-01-01
[law]
title = "The law"
unseen = "section 9"
jurisdiction = "AU"
professions = ["psychologist"]
confidence = "R"
checked_on = 2026-01-02
[rule]
title = "The rule"
unseen = "all"
meaning = "Speak."
jurisdiction = "AU"
confidence = "R"
checked_on = 2026-01-02
[us]
title = "Not here"
jurisdiction = "US"
when = 'region within "US"'
confidence = "R"
checked_on = 2026-01-02
"""
_DOOR = """
[stances.usual]
label = "l"
default = true
[facts.wood]
kind = "words"
default = "oak"
shown = "clients"
question = "Which wood?"
[facts.lock]
kind = "words"
default = "brass"
shown = "clients"
asked_when = 'has_staff'
question = "Which lock?"
[facts.sign]
kind = "words"
shown = "clients"
question = "Which sign?"
"""


def _library() -> Library:
    top = 'authorities = ["code", "law", "rule", "us"]'
    return small(
        {
            "door": clause(
                "Door",
                "{{wood}} {{sign}} {{phone}} {{phone}}[ {{lock}}]{when has_staff}",
                top=top,
                below=_DOOR,
            )
        },
        files={
            "authorities.toml": _AUTHORITIES,
            "outlines/cover-note/default.toml": _NOTE,
            "outlines/website-policy/default.toml": OUTLINE.replace('"clients"', '"public"'),
        },
    )


def _note(**values: object) -> tree.Document:
    return composed(_library(), **values).document("cover-note").tree


def _table(document: tree.Document, heading: str) -> list[list[str]]:
    (part,) = (one for one in document.blocks if getattr(one, "heading", "") == heading)
    return [[tree.plain(cell) for cell in row] for table in found(part, tree.Table) for row in table.rows]


def test_the_cover_note_is_prose_lists_and_tables() -> None:
    document = _note()
    assert (document.title, tree.plain(document.subtitle)) == ("Cover note for Saltbush", "Not for clients")
    check(document)
    first, second, *_ = document.blocks
    assert said(first) == ["In short:", "A draft from Saltbush.", "One"]
    assert said(second) == ["Advice."]
    assert [one.number for one in found(document.blocks[-1], tree.Item)] == ["1.", "2."]


def test_it_lists_what_is_open_and_where_it_stands() -> None:
    assert _table(_note(), "Open") == [
        ["Which sign?", "[facts.door] sign", "client-addendum"],
        ["What is the number?", "phone", "client-addendum"],
    ]
    answered = _note(phone="5550 1234", facts={"door": {"sign": "Ring"}})
    (part,) = (one for one in answered.blocks if getattr(one, "heading", "") == "Open")
    assert said(part) == ["Fill these in.", "None."]


def test_it_lists_what_was_assumed_and_matters() -> None:
    rows = {row[2]: row[1] for row in _table(_note(), "Assumed")}
    assert rows["person_term"] == "client"
    assert "practice_size" not in rows  # no text of this library has a voice
    assert "motto" not in rows  # no text of this library prints it
    assert rows["[facts.door] wood"] == "oak"
    assert "practice_name" not in rows
    assert "phone" not in rows
    assert "[facts.door] lock" not in rows
    assert "[facts.door] lock" in {row[2] for row in _table(_note(has_staff=True), "Assumed")}


def test_it_lists_the_authorities_that_concern_the_practice() -> None:
    assert [row[0] for row in _table(_note(), "To check")] == ["The code, 2nd", "The rule"]
    rows = _table(_note(professions=["psychologist"]), "To check")
    assert [row[0] for row in rows] == ["The code, 2nd", "The law", "The rule"]
    assert rows[0][1:] == ["4", "seen on a page of its issuer, 2026-01-01", "Keep quiet."]
    assert [row[3] for row in rows[1:]] == ["not seen: section 9", "Speak.; not seen: all"]
    assert rows[1][1] == "whole"
