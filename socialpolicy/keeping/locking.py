"""From a composed policy to its lock and records, and from a lock back to a profile."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from socialpolicy.composition.composed import Composed
from socialpolicy.composition.profile import Profile
from socialpolicy.document import Document
from socialpolicy.errors import Collector, Place
from socialpolicy.facts.fact import Fact
from socialpolicy.facts.standing import Answer, Standing
from socialpolicy.facts.written import as_written
from socialpolicy.keeping.answers import as_answered
from socialpolicy.keeping.clauses import kept_clauses
from socialpolicy.keeping.digests import letterhead_digest, output_digest
from socialpolicy.keeping.lock import LOCK_NAME, Choices, KeptSentences, Lock, LockedFact
from socialpolicy.keeping.packs import kept_packs, pack_findings
from socialpolicy.keeping.record import Edition, Record
from socialpolicy.keeping.release import RELEASE
from socialpolicy.library.library import Library
from socialpolicy.library.naming import no_such

__all__ = ["edition_of", "lock_of", "profile_of", "record_of"]

_UNFIT = "The lock does not fit this library."


def edition_of(library: Library) -> Edition:
    """The name of a library, and which edition it is."""
    return Edition(library.name, library.edition)


def record_of(composed: Composed, document: Document) -> Record:
    """The record that rides in the files of one document of a policy."""
    library = composed.library
    return Record.of(document, edition_of(library), kept_packs(library), kept_clauses(composed))


def lock_of(
    composed: Composed,
    documents: Iterable[Document],
    files: Mapping[str, bytes],
    *,
    letterhead: bytes = b"",
    large_print: bool = False,
) -> Lock:
    """The lock of a policy, with all its documents; `files` are those written, each by its name."""
    return Lock(
        lock=1,
        socialpolicy=RELEASE,
        library=edition_of(composed.library),
        packs=kept_packs(composed.library),
        on=composed.on,
        locale=composed.locale.tag,
        facts={key: _locked(answer) for key, answer in _answers(composed)},
        choices=_choices(composed.profile),
        clauses=kept_clauses(composed),
        stances={name: chosen.stance.id for name, chosen in composed.chosen.items()},
        documents={document.id: document for document in documents},
        outputs={name: output_digest(file) for name, file in files.items()},
        letterhead=letterhead_digest(letterhead),
        large_print=large_print,
    )


def _answers(composed: Composed) -> Iterator[tuple[str, Answer]]:
    """Every fact of the practice with its answer; what it said of clauses that do not stand, too."""
    yield from composed.answers.items()
    for clause, answers in composed.profile.clause_answers.items():
        if clause not in composed.chosen:
            yield from (
                (f"{clause}.{name}", Answer(value, Standing.ANSWERED)) for name, value in answers.items()
            )
    for clause, chosen in composed.chosen.items():
        yield from ((f"{clause}.{name}", answer) for name, answer in chosen.answers.items())


def _locked(answer: Answer) -> LockedFact:
    return LockedFact(answer.standing.value, as_written(answer.value))


def _choices(profile: Profile) -> Choices:
    return Choices(
        stances=profile.stances,
        versions={name: str(version) for name, version in profile.versions.items()},
        exclude=profile.exclude,
        locale=profile.locale,
        own={name: KeptSentences(own.text, own.documents) for name, own in profile.own.items()},
    )


def profile_of(lock: Lock, library: Library) -> Profile:
    """What the practice of a lock answered and chose, every version pinned, for a library.

    Composing from it on the day of the lock gives the policy of the lock, as long as the library has
    those versions. Raises Refused for packs that the library is read without or with another version of,
    and for what this library does not know, or would not take.
    """
    facts, place = _facts_of(library), Place(LOCK_NAME)
    answered = {key: fact.value for key, fact in lock.facts.items() if fact.standing == "answered"}
    found = Collector([*pack_findings(lock.packs, library, place, "refuse")])
    found.refuse(_UNFIT)  # what such a pack has brought is missing too, and need not be named
    found.extend(no_such("fact", key, facts, place) for key in answered if key not in facts)
    found.refuse(_UNFIT)
    values: dict[str, object] = {}
    of_clauses: dict[str, dict[str, object]] = {}
    for key, value in answered.items():
        clause, _, name = key.rpartition(".")
        owner = of_clauses.setdefault(clause, {}) if clause else values
        owner[name] = as_answered(facts[key], value)
    choices = {
        "stances": dict(lock.choices.stances),
        # a version that was pinned and does not stand is what keeps another from standing
        "versions": {**lock.choices.versions, **{name: kept.version for name, kept in lock.clauses.items()}},
        "exclude": list(lock.choices.exclude),
        "locale": lock.choices.locale,
        "own": {
            name: {"text": own.text, "documents": list(own.documents)}
            for name, own in lock.choices.own.items()
        },
        "facts": of_clauses,
    }
    return Profile.of(library, **values, **{name: value for name, value in choices.items() if value})


def _facts_of(library: Library) -> dict[str, Fact]:
    """Every fact by its key, those of all versions of all clauses among them."""
    clauses = (clause for versions in library.clauses.values() for clause in versions)
    own = (fact for clause in clauses for fact in clause.facts.values())
    return {fact.key: fact for fact in (*library.facts.values(), *own)}
