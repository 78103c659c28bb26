"""Which norms say as much as a rule asks for, and which meet what a rule bars."""

from __future__ import annotations

from typing import Any

import pytest

from socialpolicy.library.clause import Norm
from socialpolicy.library.reading.words import NormWords
from socialpolicy.library.rules.patterns import NormPattern

WORDS = NormWords(
    {
        "bearers": {"practice": "the practice", "staff": "staff", "practitioner": "p", "client": "c"},
        "toward": {"client": "c", "young": "y", "public": "p"},
        "channels": {"email": "e", "sms": "s", "reviews": "r"},
        "acts": {"reply": "reply", "post": "post"},
        "exceptions": {"safety": "s"},
    },
    {
        "bearers": {"practice": ("practitioner", "staff")},
        "toward": {"client": ("young",)},
        "channels": {"any-message": ("email", "sms"), "any": ("any-message", "sms", "reviews")},
    },
)


def _norm(**more: Any) -> Norm:
    values = {"modality": "obligation", "bearer": "practice", "act": "reply", **more}
    return Norm(stances=("a",), **values)


def _pattern(**more: Any) -> NormPattern:
    values = {"modality": "obligation", "bearer": "practice", "acts": ("reply", "post"), **more}
    return NormPattern(**values)


@pytest.mark.parametrize(
    ("norm", "pattern", "covers", "meets"),
    [
        ({}, {}, True, True),
        ({"act": "post"}, {}, True, True),
        ({"act": "read"}, {}, False, False),
        ({"modality": "permission"}, {}, False, False),
        ({"bearer": "staff"}, {}, False, True),
        ({}, {"bearer": "staff"}, True, True),
        ({"bearer": "client"}, {}, False, False),
        ({"toward": ("client",)}, {"toward": ("young",)}, True, True),
        ({"toward": ("young",)}, {"toward": ("client",)}, False, True),
        ({"toward": ("public",)}, {"toward": ("young",)}, False, False),
        ({}, {"toward": ("young",)}, True, True),
        ({"toward": ("young",)}, {}, True, True),
        ({"channel": ("email", "sms")}, {"channel": ("any-message",)}, True, True),
        ({"channel": ("any-message",)}, {"channel": ("sms",)}, True, True),
        ({"channel": ("email",)}, {"channel": ("any-message",)}, False, True),
        ({"channel": ("any",)}, {"channel": ("any-message", "reviews")}, True, True),
        ({"channel": ("reviews",)}, {"channel": ("any-message",)}, False, False),
        ({"unless": ("safety",)}, {}, False, True),
        ({"unless": ("safety",)}, {"unless": ("safety",)}, True, True),
        ({}, {"unless": ("safety",)}, True, True),
    ],
)
def test_groups_and_exceptions_are_understood(
    norm: dict[str, Any], pattern: dict[str, Any], covers: bool, meets: bool
) -> None:
    assert _pattern(**pattern).covered_by(_norm(**norm), WORDS) is covers
    assert _pattern(**pattern).met_by(_norm(**norm), WORDS) is meets


def test_a_pattern_is_said_in_words() -> None:
    assert _pattern().said(WORDS) == "obligation for the practice: reply or post"
