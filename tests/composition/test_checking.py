"""A broken rule is told with what decided it, where it was written, and what would do instead."""

from __future__ import annotations

from functools import partial

import pytest

from socialpolicy import Library
from socialpolicy.errors import Code
from tests.composition.refusing import findings, only
from tests.composition.small import clause, composed, small

_DOOR = """
[stances.open]
label = "l"
default = true
[stances.shut]
label = "l"
[stances.barred]
label = "l"
allowed_when = 'has_staff'
because = "Nobody works for you."
[stances.ajar]
label = "l"
[facts.bell]
kind = "words"
default = "one"
shown = "clients"
question = "Which bell?"
[facts.soon]
kind = "duration"
unit = "days"
range = [1, 9]
default = 2
question = "How soon?"
[facts.late]
kind = "duration"
unit = "days"
range = [1, 9]
default = 3
question = "How late?"
"""
_RULES = """
[R1]
kind = "never"
where = 'door.stance == "shut" and practice_size == "solo" and not has_staff'
because = "Someone must open."
authorities = ["here", "there"]
[R2]
kind = "only"
where = 'has_staff'
clause = "door"
stances = ["open", "shut", "barred"]
because = "No door stands ajar."
[R3]
kind = "never"
where = 'door.late < door.soon'
because = "Late is not before soon."
[R4]
kind = "never"
where = 'channels has "email" and not channels has "sms"'
because = "Who writes, texts."
[R5]
kind = "contains"
where = 'always'
documents = ["client-addendum", "website-policy"]
clauses = ["desk"]
because = "There is a desk."
[R6]
kind = "must-not-contain"
where = 'practice_size == "group"'
documents = ["client-addendum", "website-policy"]
clauses = ["door", "hall"]
because = "There is no door."
[R7]
kind = "typed-text"
where = 'always'
looks_for = ["gag"]
because = "Nobody is silenced."
[R8]
kind = "never"
where = 'region within "US"'
because = "Not over there."
"""
_WORDING = '[phrases.gag]\nsays = "seems to silence"\ninstead = "leave it out"\nany_of = ["hush"]\n'
_AUTHORITY = """
title = "The {0} law"
jurisdiction = "AU"
confidence = "V"
source = "s"
checked_on = 2026-01-01
when = 'region within "{1}"'
"""
_AUTHORITIES = f"[here]{_AUTHORITY.format('here', 'AU')}[there]{_AUTHORITY.format('there', 'US')}"


@pytest.fixture(scope="module")
def library() -> Library:
    desk = '[stances.usual]\nlabel = "l"\ndefault = true\n[stances.quiet]\nlabel = "l"\n'
    desk += 'texts = { client-addendum = "none" }\n'
    return small(
        {"door": clause("Door", below=_DOOR), "desk": clause("Desk", below=desk), "hall": clause("Hall")},
        files={
            "rules.toml": _RULES,
            "wording.toml": _WORDING,
            "authorities.toml": _AUTHORITIES,
        },
    )


def test_a_stance_is_told_its_rule_its_facts_its_authority_and_what_would_do(library: Library) -> None:
    finding = only(partial(composed, library, stances={"door": "shut"}))
    assert (finding.code, finding.place.path) == (Code.RULE_BROKEN, "stances.door")
    assert finding.message.startswith("Someone must open. Here, ")
    assert 'Rule R1, on `door.stance` ("shut") and `practice_size` and `has_staff`' in finding.message
    assert finding.message.endswith("see The here law)")
    # a group would break R6, which is kept now
    assert finding.hint == 'allowed instead: door = "open" or "ajar"; has_staff = true'


def test_a_stance_that_only_others_may_take_is_no_proposal(library: Library) -> None:
    finding = only(partial(composed, library, stances={"door": "ajar"}, has_staff=True))
    assert finding.hint == 'allowed instead: door = "open" or "shut" or "barred"'


def test_a_length_is_held_against_the_other(library: Library) -> None:
    finding = only(partial(composed, library, facts={"door": {"late": 1}}))
    assert finding.place.path == "facts.door.late"
    assert "door.late = that of door.soon" in finding.hint


def test_a_list_is_proposed_with_one_entry_more(library: Library) -> None:
    finding = only(partial(composed, library, channels=["email"]))
    assert finding.place.path == "channels"
    assert finding.hint == 'allowed instead: channels = […, "sms"]'


def test_a_clause_that_must_stand_cannot_be_left_out(library: Library) -> None:
    finding = only(partial(composed, library, exclude=["desk"]))
    assert finding.place.path == "exclude[1]"
    assert finding.hint == "allowed instead: take `desk` out of `exclude`"


def test_a_stance_without_a_text_in_the_document_does_not_count(library: Library) -> None:
    finding = only(partial(composed, library, stances={"desk": "quiet"}))
    assert finding.hint == 'allowed instead: desk = "usual"'


def test_what_a_document_may_not_hold_is_told_for_each_clause(library: Library) -> None:
    found = findings(partial(composed, library, practice_size="group"))
    assert ["`door`" in one.message for one in found] == [True, False]
    assert found[0].hint == ""
    assert found[0].place.path == "stances.door"
    assert len(findings(partial(composed, library, practice_size="group", exclude=["hall"]))) == 1


def test_a_pinned_version_is_held_against_the_same_rules() -> None:
    barred = '[stances.shut]\nlabel = "l"\ndefault = true\n[stances.open]\nlabel = "l"\n'
    library = small(
        {
            "door": clause("Door", below=barred),
            "door@2.0.0": clause("Door", below=_DOOR),
            "desk": clause("Desk"),
        },
        files={"rules.toml": _RULES.partition("[R2]")[0], "authorities.toml": _AUTHORITIES},
    )
    assert composed(library).findings == ()
    finding = only(partial(composed, library, versions={"door": "1.0.0"}))
    assert (finding.code, finding.place.path) == (Code.RULE_BROKEN, "versions.door")
    assert "Rule R1, on `door.stance`" in finding.message
    assert "see The here law" in finding.message
    assert finding.hint.startswith('allowed instead: door = "open"')


def test_nothing_is_proposed_where_nothing_would_do(library: Library) -> None:
    finding = only(partial(composed, library, region="US-TX"))
    assert (finding.place.path, finding.hint) == ("region", "")


@pytest.mark.parametrize(
    ("values", "path"),
    [
        ({"motto": "Hush."}, "motto"),
        ({"lines": [{"service": "Hush", "number": "1"}]}, "lines"),
        ({"facts": {"door": {"bell": "hush"}}}, "facts.door.bell"),
        ({"own": {"door": {"text": "Come in.\n\nHush."}}}, "own.door.text"),
    ],
)
def test_whatever_a_practice_types_is_scanned(library: Library, values: dict[str, object], path: str) -> None:
    finding = only(partial(composed, library, **values))
    assert (finding.code, finding.place.path) == (Code.TYPED_TEXT, path)
    assert finding.message == "Nobody is silenced. This text seems to silence (“hush”). (Rule R7)"
    assert finding.hint == "leave it out"


def test_an_optional_text_that_is_none_says_nothing(library: Library) -> None:
    assert composed(library, motto="none").findings == ()
