"""A small library's names, with a fact of every kind, for the tests of conditions."""

from __future__ import annotations

from collections.abc import Mapping

from socialpolicy.conditions import Condition, NamedCondition, Vocabulary, parse
from socialpolicy.conditions.vocabulary import Reads
from socialpolicy.errors import Finding, Place, Refused
from socialpolicy.facts.fact import Fact, FromFact, Given

PLACES = {"AU": "Australia", "AU-NSW": "New South Wales", "AU-VIC": "Victoria", "IE": "Ireland"}
CHANNELS = {"phone": "the phone", "sms": "text messages", "email": "email"}


def practice(name: str, kind: str, **rest: object) -> Fact:
    """A fact of the practice that always has an answer, unless it is said otherwise."""
    return Fact(name=name, kind=kind, **{"required": True, **rest})  # type: ignore[arg-type]


def by_name(*facts: Fact) -> Mapping[str, Fact]:
    """Facts by their keys."""
    return {fact.key: fact for fact in facts}


PRACTICE = by_name(
    practice("has_staff", "yes-no", question="Do you have staff?"),
    practice("serves_minors", "yes-no"),
    practice("practice_size", "choice", options={"solo": "alone", "group": "with others"}),
    practice("person_term", "choice", options={"client": "client", "patient": "patient"}),
    practice("channels", "choices", options=CHANNELS),
    practice("primary_channel", "choice", options=CHANNELS),
    practice("min_age", "whole", unit="years", range=(0, 17)),
    practice("max_age", "whole"),
    practice("reply_within", "duration", unit="working-days", range=(1, 10)),
    practice("retry_within", "duration", unit="hours", range=(1, 72)),
    practice("delete_within", "duration", unit="days"),
    practice("kept_for", "duration", unit="years"),
    practice("any_length", "duration", range=(1, 2)),
    practice("fee", "money"),
    practice("late_fee", "money"),
    practice("opened", "date"),
    practice("moved", "date", required=False, optional=True, default=Given("none")),
    practice("title", "words", required=False, optional=True, default=Given("none")),
    practice("motto", "words"),
    practice("languages", "list of words"),
    practice("region", "place", options=PLACES),
    practice("served", "place", options=PLACES, many=True),
    practice("allowed", "place", options=PLACES, many=True),
    practice("accounts", "rows"),
    practice("trained", "yes-no", required=False, optional=True, default=Given("none")),
    practice("cases", "whole", required=False, optional=True, default=Given("none")),
    practice("practice_email", "email", required=False),
    practice("privacy_email", "email", required=False, default=FromFact("practice_email")),
    practice("contact_email", "email", required=False, default=FromFact("gone")),
    practice("nickname", "words", required=False, optional=True),
)
CLIENT = by_name(
    Fact(name="client_is_minor", kind="yes-no", about="client"),
    Fact(name="client_unit", kind="choice", about="client", options={"one": "one", "couple": "a couple"}),
    Fact(name="client_kind", kind="choice", about="client", options={"one": "one", "couple": "a couple"}),
    Fact(name="guardian_name", kind="words", about="client"),
)
OWN = {
    "care_channels": practice("care_channels", "choices", clause="text-messages", options_from="channels"),
    "replies": practice("replies", "yes-no", clause="text-messages"),
    "loose": practice("loose", "yes-no", clause="text-messages", required=False),
}
STANCES = {
    "reviews": ("no-response", "report-only"),
    "text-messages": ("not-used", "admin-two-way"),
    "telehealth": (),
}
CLAUSE_FACTS = by_name(
    *OWN.values(),
    practice("monitors", "yes-no", clause="reviews"),
    practice("check_within", "duration", clause="reviews", unit="working-days"),
)
FACTS = {**PRACTICE, **CLIENT, **OWN}


def _named() -> dict[str, NamedCondition]:
    words = Vocabulary(facts=FACTS, reads="chosen", stances=STANCES, own="text-messages")
    said = {
        "in_australia": ('region within "AU"', "the practice is in Australia"),
        "small": ('practice_size == "solo" and not has_staff', "one person does everything"),
    }
    return {
        name: NamedCondition(name, parse(source, words), words=sentence)
        for name, (source, sentence) in said.items()
    }


NAMED = _named()


def words_of(reads: Reads = "chosen") -> Vocabulary:
    """All those names, for one of the places where a condition can stand."""
    return Vocabulary(
        facts=FACTS,
        clause_facts=CLAUSE_FACTS,
        stances=STANCES,
        own="text-messages",
        named=NAMED,
        reads=reads,
    )


def read(source: str, reads: Reads = "chosen") -> Condition:
    """The condition that a source says."""
    return parse(source, words_of(reads))


def faults_of(source: str, reads: Reads = "chosen", place: Place | None = None) -> tuple[Finding, ...]:
    """What is wrong with a source."""
    try:
        parse(source, words_of(reads), place)
    except Refused as refused:
        return refused.findings
    return ()
