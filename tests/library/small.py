"""A library that is as small as it can be and has one of everything; a test changes one thing in it."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import attrs

from socialpolicy.errors import Finding, Refused
from socialpolicy.library.library import Library

__all__ = ["ADDENDUM", "AUTHORITIES", "FACTS", "LOCALE", "MESSAGES", "RECORDS", "TOP", "WEBSITE", "Small"]

TOP = "library.toml"
FACTS = "facts.toml"
AUTHORITIES = "authorities.toml"
LOCALE = "locales/en-AU.toml"
ADDENDUM = "outlines/client-addendum/default.toml"
WEBSITE = "outlines/website-policy/default.toml"
MESSAGES = "channels/messages/1.0.0.md"
RECORDS = "data/records/1.0.0.md"

_FILES = {
    TOP: """\
        name = "small"
        edition = "1"
        checked_on = 2026-01-01
        licence = "CC0-1.0"
        [sections]
        channels = "Channels"
        data = "Data"
        """,
    FACTS: """\
        [facts.practice_name]
        kind = "words"
        required = true
        shown = "public"
        question = "What is it called?"
        [facts.region]
        kind = "place"
        required = true
        shown = "public"
        question = "Where is it?"
        [facts.served_regions]
        kind = "place"
        many = true
        default = { fact = "region" }
        shown = "public"
        question = "Where are people?"
        [facts.professions]
        kind = "choices"
        options = { counsellor = "counsellor", psychologist = "psychologist" }
        default = ["counsellor"]
        at_least = 1
        question = "Which professions?"
        [facts.practice_size]
        kind = "choice"
        options = { solo = "alone", group = "with others" }
        default = "solo"
        question = "Alone?"
        [facts.has_staff]
        kind = "yes-no"
        default = false
        question = "Staff?"
        [facts.channels]
        kind = "choices"
        options = { sms = "text messages", email = "email" }
        default = ["sms"]
        shown = "public"
        question = "Which channels?"
        [facts.reply_within]
        kind = "duration"
        unit = "working-days"
        range = [1, 10]
        default = 2
        shown = "clients"
        question = "How soon?"
        [facts.ages]
        kind = "whole"
        range = [0, 17]
        asked_when = 'has_staff'
        question = "From what age?"
        [facts.motto]
        kind = "words"
        optional = true
        default = "none"
        shown = "public"
        question = "A motto?"
        [facts.alarm_code]
        kind = "words"
        shown = "staff"
        question = "Which code?"
        [facts.lines]
        kind = "rows"
        columns = { service = { kind = "words" }, number = { kind = "phone" }, note = { kind = "words", optional = true } }
        row = "{{service}} on {{number}}"
        default = { locale = "lines" }
        each_country = true
        shown = "public"
        question = "Which lines?"
        [facts.client_name]
        about = "client"
        kind = "words"
        shown = "clients"
        question = "What is the name?"
        [facts.client_is_minor]
        about = "client"
        kind = "yes-no"
        asked_when = 'has_staff'
        question = "Under 18?"

        [conditions.small]
        is = 'practice_size == "solo"'
        words = "one person works here"

        [places.AU]
        name = "Australia"
        [places.AU.regions]
        AU-NSW = "New South Wales"
        AU-VIC = "Victoria"
        """,  # noqa: E501  # an inline table stands on one line
    "terms.toml": """\
        [terms.record]
        words = "record"
        means = "Your record is what {{we}} keep about you."
        """,
    AUTHORITIES: """\
        [au-code]
        title = "A code"
        jurisdiction = "AU"
        professions = ["psychologist"]
        confidence = "V"
        source = "https://code.example"
        checked_on = 2026-01-01
        when = 'region within "AU"'
        """,
    "norms.toml": """\
        [bearers]
        practice = "the practice"
        staff = "office staff"
        [toward]
        client = "a client"
        [channels]
        sms = "text messages"
        email = "email"
        [acts]
        reply = "reply"
        [exceptions]
        safety = "someone could be hurt"
        [groups.channels]
        any-message = ["sms", "email"]
        [groups.bearers]
        practice = ["staff"]
        """,
    "spelling.toml": """\
        [pairs]
        centre = "center"
        """,
    LOCALE: """\
        tag = "en-AU"
        country = "AU"
        name = "Australia"
        paper = "A4"
        spelling = "british"
        date = "d MMMM y"
        quotes = ["‘", "’", "“", "”"]
        checked_on = 2026-01-01

        [[lines]]
        value = { service = "Lifeline", number = "13 11 14" }
        when = 'has_staff'
        within = "AU-NSW"
        confidence = "VC"
        source = "https://lifeline.example"
        checked_on = 2026-01-01
        """,
    ADDENDUM: """\
        title = "A policy for {{practice_name}}"
        when = 'always'
        audience = "clients"
        numbers = "provisions"
        references = "section {number}"
        length = [1, 900]

        [signers.client]
        label = "{{Client}}"
        name = "client_name"
        [signers.practice]
        label = "For {{practice_name}}"
        name = "practice_name"

        [[parts]]
        kind = "parties"
        [[parts.parties]]
        id = "client"
        label = "The {{client}}"
        text = "{{client_name}}"

        [[parts]]
        kind = "at-a-glance"
        heading = "At a glance"
        take = ["messages"]
        header = ["Topic", "What {{we}} do", "What you can do"]

        [[parts]]
        heading = "All of it"
        intro = "Read it."
        take = ["messages", "section:data"]

        [[parts]]
        kind = "definitions"
        heading = "Words"

        [[parts]]
        kind = "execution"
        heading = "Signatures"
        statement = "{{We}} keep to it."
        [[parts.blocks]]
        when = 'has_staff'
        for_clients = 'not client_is_minor'
        signers = ["client", "practice"]
        [[parts.blocks]]
        signers = ["each:client"]
        """,
    WEBSITE: """\
        title = "Online"
        when = 'always'
        audience = "public"

        [[parts]]
        kind = "box"
        box = "emergency"
        take = ["messages"]
        """,
    MESSAGES: """\
        +++
        title = "Messages"
        heading = "Can you text {{us}}?"
        intent = "Say whether texts are read."
        when = 'always'
        reasons = ["expectations"]
        benefits = ["client-trust"]
        texts = { website-policy = "short", client-addendum = "full" }
        requires = ["records >=1.0"]
        authorities = ["au-code"]
        effective = 2026-01-01
        review_by = 2027-01-01
        change = "First."

        [covers]
        "how soon" = "full:2"

        [stances.not-used]
        label = "No texts"
        default = true
        allowed_when = 'not channels has "sms"'
        because = "You say that you use texts."
        texts = { website-policy = "none" }
        [stances.two-way]
        label = "Both ways"
        default_when = 'channels has "sms"'

        [facts.work_number]
        kind = "phone"
        shown = "clients"
        asked_when = 'stance == "two-way"'
        question = "Which number?"

        [consents.texts]
        asks = "{{We}} may text you."
        withdraw = "Tell {{us}}."
        asked_when = 'stance == "two-way"'
        for_clients = 'not client_is_minor'

        [[norms]]
        stances = ["two-way"]
        modality = "obligation"
        bearer = "practice"
        act = "reply"
        toward = ["client"]
        channel = ["any-message"]
        unless = ["safety"]
        time_limit = "reply_within"
        when = 'small'
        +++

        # full
        Text {{us}} on {{work_number}}. [{{We}} keep texts in [your record](clause:records#full:1).]{when stance == "two-way"}

        ::: when stance == "two-way"
        {{We}} answer within {{reply_within}}.
        ::: otherwise
        Texts are not read. See your [record](term:record).
        :::

        {{lines as table}}

        # short
        Texts are **not** for emergencies: {{lines}}.

        # glance
        ::: when stance == "two-way"
        We do | Answer.
        You can | Text {{us}}.
        ::: or when stance == "not-used"
        We do | Read none.
        You can | Phone.
        :::
        """,  # noqa: E501  # a condition stands on one line
    RECORDS: """\
        +++
        title = "Records"
        heading = "What is kept?"
        intent = "Say what is kept."
        when = 'always'
        reasons = ["confidentiality"]
        benefits = ["client-trust"]
        texts = { client-addendum = "full" }
        effective = 2026-01-01
        review_by = 2027-01-01
        change = "First."
        [stances.kept]
        label = "Kept"
        default = true
        +++
        # full
        {{We}} keep a record. Ask {{client_name}}.
        """,
}


@attrs.frozen
class Small:
    """A library in a folder of its own."""

    folder: Path

    @classmethod
    def at(cls, folder: Path) -> Small:
        """The library, written to a folder."""
        small = cls(folder)
        for name, text in _FILES.items():
            small.put(name, dedent(text))
        return small

    def put(self, name: str, text: str | bytes) -> None:
        """Write a file."""
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())

    def text(self, name: str) -> str:
        """What a file says."""
        return (self.folder / name).read_text(encoding="utf-8")

    def replace(self, name: str, old: str, new: str) -> None:
        """Write something in place of what stands once in a file."""
        text = self.text(name)
        assert text.count(old) == 1, old
        self.put(name, text.replace(old, new))

    def remove(self, name: str) -> None:
        """Remove a file."""
        (self.folder / name).unlink()

    def read(self) -> Library:
        """The library, every text in it parsed."""
        return Library.read(self.folder)

    def findings(self) -> tuple[Finding, ...]:
        """What stands in the way of reading it."""
        try:
            self.read()
        except Refused as refused:
            return refused.findings
        return ()
