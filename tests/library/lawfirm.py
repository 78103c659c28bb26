"""A small second pack, over the small library: a law firm's own messages, a new fact, a new clause."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

from tests.library.small import MESSAGES, RECORDS, Small

__all__ = ["ABOUT", "FEES", "MESSAGES", "OUTLINE", "pack_at"]

ABOUT = "pack.toml"
FEES = "money/fees/1.0.0.md"
OUTLINE = "outlines/website-policy/lawfirm.toml"

_FILES = {
    ABOUT: """\
        name = "lawfirm"
        version = "1.2.0"
        edition = "1"
        licence = "proprietary"
        [sections]
        money = "Money"
        """,
    "facts.toml": """\
        [facts.firm_name]
        kind = "words"
        default = "Reed and Partners"
        shown = "public"
        question = "Which firm reviewed it?"
        [conditions.asks_fees]
        is = 'small and not firm_name is empty'
        words = "fees are asked for"
        """.replace("'small and not firm_name is empty'", "'small and has_staff'"),
    "terms.toml": """\
        [terms.fee]
        words = "fee"
        means = "A fee is what {{firm_name}} asks."
        """,
    "norms.toml": """\
        [acts]
        bill = "send a bill"
        [groups.channels]
        paper = ["email"]
        """,
    "authorities.toml": """\
        [au-fees]
        title = "A law of fees"
        jurisdiction = "AU"
        confidence = "V"
        source = "https://law.example"
        checked_on = 2026-01-01
        """,
    FEES: """\
        +++
        title = "Fees"
        heading = "What does {{firm_name}} ask?"
        intent = "Say what it costs."
        when = 'not asks_fees'
        reasons = ["expectations"]
        benefits = ["client-trust"]
        texts = { website-policy = "full" }
        authorities = ["au-fees"]
        effective = 2026-01-01
        review_by = 2027-01-01
        change = "First."
        [stances.told]
        label = "Told"
        default = true
        [[norms]]
        stances = ["told"]
        modality = "obligation"
        bearer = "practice"
        act = "bill"
        channel = ["paper"]
        +++
        # full
        [A fee is asked.]{when messages.stance == "two-way"} See [messages](clause:messages#full:2).
        """,
    OUTLINE: """\
        title = "Online, with {{firm_name}}"
        when = 'always'
        audience = "public"
        [[parts]]
        heading = "All of it"
        take = ["section:money", "messages"]
        """,
}


def pack_at(small: Small, folder: Path) -> Small:
    """The pack, written to a folder; its `messages` are those of the library, somewhat changed."""
    pack = Small(folder)
    for name, text in _FILES.items():
        pack.put(name, dedent(text))
    text = small.text(MESSAGES).replace("+++\ntitle", '+++\nreplaces = "messages"\ntitle', 1)
    text = text.replace("[stances.two-way]", '[stances.both]\nwas = "two-way"').replace('"two-way"', '"both"')
    pack.put(MESSAGES, text.replace('was = "both"', 'was = "two-way"').replace("Answer.", "Answer soon."))
    return pack


def naming(small: Small, stance: str) -> None:
    """Let a clause of the library name a stance of `messages`."""
    line = "{{We}} keep a record."
    small.replace(RECORDS, line, f'{line} [Texts too.]{{when messages.stance == "{stance}"}}')
