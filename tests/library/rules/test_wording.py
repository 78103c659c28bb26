from __future__ import annotations

import pytest

from socialpolicy.library.rules.wording import Look, Phrase, Speech

SPEECH = Speech(
    negations=frozenset({"no", "not"}),
    breaks=frozenset({"and"}),
    cases=frozenset({"if"}),
    case_ends=frozenset({",", "must"}),
    permits=frozenset({"can"}),
    freeing=(("not", "have", "to"),),
)


def _found(phrase: str, text: str) -> str:
    phrases = (Phrase.parse(phrase, SPEECH.negations),)
    look = Look(name="x", says="s", instead="i", phrases=phrases, speech=SPEECH)
    return " ".join(look.found(text))


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("waive/release right", "You WAIVE, for ever, your rights.", "waive rights"),
        ("waive right", "You waive. Rights are yours.", ""),
        ("waive right", "rights that you waive", ""),
        ("waive", "waived", "waived"),
        ("waive", "waiving", "waiving"),
        ("indemnify", "she indemnifies him", "indemnifies"),
        ("indemnify", "indemnified", "indemnified"),
        ("sue", "this will ensue, she issued", ""),
        ("waive right", "You do not waive any right.", ""),
        ("waive right", "You waive no right.", ""),
        ("waive right", "You do not reply and waive any right.", "waive right"),
        ("waive right", "You waive no fee and waive a right.", "waive right"),
        ("you not post", "You can’t post.", "you not post"),
        ("you not post", "You cannot post.", "you not post"),
        ("you will not post", "You won't post.", "you will not post"),
        ("you not post", "You don't have to post.", ""),
        ("you not post", "If you are not well, you post.", ""),
        ("you not post", "If you wish, you must not post.", "you not post"),
        ("you not post", "You who are not here can post.", ""),
        ("review", "our review's end", "review"),
        ("café", "Cafe\u0301", "café"),
        ("x", "", ""),
    ],
)
def test_a_phrase_is_found_where_it_is_said(phrase: str, text: str, found: str) -> None:
    assert _found(phrase, text) == found
