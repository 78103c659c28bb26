"""Reading texts: words, and the addresses that have a form of their own."""

from __future__ import annotations

import re

from socialpolicy.errors import WrongValue
from socialpolicy.facts.fact import Fact
from socialpolicy.facts.raw import Raw
from socialpolicy.guarding.clean import Origin, clean

__all__ = ["LONGEST_TEXT", "read_email", "read_phone", "read_url", "read_words"]

LONGEST_TEXT = 10_000

_PHONE = re.compile(r"[+(0-9][0-9 ().-]{2,39}")
_DOMAIN = r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.){1,10}[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]"
_EMAIL = re.compile(rf"[A-Za-z0-9_+'-]{{1,64}}(?:\.[A-Za-z0-9_+'-]{{1,64}}){{0,8}}@{_DOMAIN}")
_URL = re.compile(rf"https?://{_DOMAIN}(?::[0-9]{{1,5}})?(?:[/?#][^\s<>\"\\^`{{|}}]*)?")
_LONGEST_EMAIL, _LONGEST_URL, _SHORT = 254, 2_000, 60


def read_words(fact: Fact, raw: Raw) -> object:
    """A text, kept as given; not empty, not too long, of characters that print."""
    if type(raw.value) is not str:
        return raw.expected("text in quotes")
    if len(raw.value) > LONGEST_TEXT:
        return raw.unfit(f"at most {LONGEST_TEXT} characters")
    if not raw.value.strip():
        hint = 'write "none"' if fact.optional else "leave the line out until you know"
        return raw.unfit("a text that is not empty", hint)
    if raw.value == "none" and not raw.private:
        return raw.unfit("an answer", 'only an optional question can be answered "none"')
    return _cleaned(raw, raw.value)


def _cleaned(raw: Raw, text: str) -> object:
    try:
        return clean(text, raw.place, origin=Origin.CLIENT if raw.private else Origin.PRACTICE)
    except WrongValue as finding:
        return raw.add(finding)


def read_phone(fact: Fact, raw: Raw) -> object:
    """A phone number as people write it."""
    what = 'a phone number: 3 to 20 digits, with spaces, "+", "(", ")", "-" and "." between them'
    if type(raw.value) is not str:
        return raw.expected(what, "write it in quotes")
    digits = sum(letter.isdigit() for letter in raw.value)
    if _PHONE.fullmatch(raw.value) and 3 <= digits <= 20:
        return raw.value
    return raw.unfit(what)


def read_email(fact: Fact, raw: Raw) -> object:
    """One email address."""
    what = 'one email address, such as "hello@practice.example"'
    if type(raw.value) is not str:
        return raw.expected(what)
    if len(raw.value) <= _LONGEST_EMAIL and _EMAIL.fullmatch(raw.value):
        return raw.value
    return raw.unfit(what)


def read_url(fact: Fact, raw: Raw) -> object:
    """A web address, http or https."""
    what = 'a web address that begins with "https://" or "http://"'
    if type(raw.value) is not str:
        return raw.expected(what)
    if len(raw.value) <= _LONGEST_URL and _URL.fullmatch(raw.value):
        return _cleaned(raw, raw.value)
    meant = f"https://{raw.value[:_SHORT]}"
    return raw.unfit(what, f'write "{meant}"' if meant.isprintable() and _URL.fullmatch(meant) else "")
