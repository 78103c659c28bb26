"""Stances under new names, and stances that a pack dropped."""

from __future__ import annotations

import pytest

from socialpolicy.conditions import Vocabulary, parse
from socialpolicy.errors import Code, Refused
from socialpolicy.facts.fact import Fact

VOCABULARY = Vocabulary(
    facts={"alone": Fact(name="alone", kind="yes-no", required=True)},
    stances={"email": ("new", "kept", "old", "gone"), "sms": ("old",)},
    reads="chosen",
    renamed={"email": {"old": "new"}},
    dropped={"email": {"gone": "the pack x 1.0.0"}},
)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ('email.stance == "old"', 'email.stance == "new"'),
        ('email.stance in ("old", "new", "kept")', 'email.stance in ("new", "kept")'),
        ('not email.stance == "old" or alone', 'not email.stance == "new" or alone'),
        ('alone and (alone or email.stance == "old")', 'alone and (alone or email.stance == "new")'),
        ('sms.stance == "old"', 'sms.stance == "old"'),
        ("alone", "alone"),
    ],
)
def test_a_renamed_stance_is_meant_by_its_new_name(source: str, text: str) -> None:
    assert parse(source, VOCABULARY).text == text


def test_a_dropped_stance_is_refused_at_its_place() -> None:
    with pytest.raises(Refused) as refused:
        parse('alone or email.stance in ("kept", "gone")', VOCABULARY)
    (finding,) = refused.value.findings
    assert (finding.code, finding.place.column) == (Code.PACK_STANCE, 35)
    assert finding.message == 'the pack x 1.0.0 replaces "email" without its stance "gone"'
