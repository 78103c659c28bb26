"""rules.toml and wording.toml → the rules of a library; every name in them leads somewhere, or is refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, cast

import attrs

from socialpolicy.conditions import Vocabulary
from socialpolicy.errors import Code
from socialpolicy.library.authority import Authority
from socialpolicy.library.clause import Clause
from socialpolicy.library.documents import DOCUMENTS
from socialpolicy.library.naming import shown
from socialpolicy.library.reading.claims import MODALITIES
from socialpolicy.library.reading.names import is_id, must_be_condition
from socialpolicy.library.reading.table import Table
from socialpolicy.library.reading.words import NormWords
from socialpolicy.library.rules.asserts import Asserts
from socialpolicy.library.rules.contains import Contains
from socialpolicy.library.rules.must_not_contain import MustNotContain
from socialpolicy.library.rules.never import Never
from socialpolicy.library.rules.no_norm import NoNorm
from socialpolicy.library.rules.only import Only
from socialpolicy.library.rules.patterns import NormPattern
from socialpolicy.library.rules.rule import Demand, Rule
from socialpolicy.library.rules.typed_text import TypedText
from socialpolicy.library.rules.wording import Look, Phrase, Speech

__all__ = ["RuleNames", "read_rules", "read_wording"]


@attrs.frozen(kw_only=True)
class RuleNames:
    """What rules may name; `vocabulary` is that of conditions which read what was chosen."""

    vocabulary: Vocabulary
    clauses: Mapping[str, tuple[Clause, ...]]
    norms: NormWords
    authorities: Mapping[str, Authority]
    looks: Mapping[str, Look]


def read_wording(table: Table) -> dict[str, Look]:
    """wording.toml: what typed text is scanned for, by name."""
    heard = table.table("speech")
    speech = Speech(
        negations=frozenset(heard.texts("negations")),
        breaks=frozenset(heard.texts("breaks")),
        cases=frozenset(heard.texts("cases")),
        case_ends=frozenset(heard.texts("case_ends")),
        permits=frozenset(heard.texts("permits")),
        freeing=tuple(tuple(phrase.split()) for phrase in heard.texts("freeing")),
    )
    heard.close()
    looks = {name: _look(name, entry, speech) for name, entry in table.tables("phrases")}
    table.close()
    return looks


def _look(name: str, table: Table, speech: Speech) -> Look:
    if not is_id(name):
        table.wrong(Code.NAME_FORM, f"`{shown(name)}` cannot be the name of phrases.")
    table.must_have("any_of")
    phrases = table.texts("any_of")
    for number, phrase in enumerate(phrases):
        if not all(map(str.isalnum, phrase.replace("/", " ").split())) or not phrase.strip(" /"):
            message = "A phrase is words with blanks between them, and / between those of one place."
            table.wrong(Code.VALUE_FORM, message, "any_of", number)
    look = Look(
        name=name,
        says=table.must("says", str, ""),
        instead=table.must("instead", str, ""),
        phrases=tuple(Phrase.parse(phrase, speech.negations) for phrase in phrases if phrase.strip()),
        speech=speech,
    )
    table.close()
    return look


def read_rules(table: Table, names: RuleNames) -> tuple[Rule, ...]:
    """rules.toml: the rules, in the order of the file."""
    return tuple(_rule(name, entry, names) for name, entry in table.named())


def _rule(name: str, table: Table, names: RuleNames) -> Rule:
    if not is_id(name.lower()):
        table.wrong(Code.NAME_FORM, f"`{shown(name)}` cannot be the name of a rule.", hint="R33-pages")
    table.must_have("kind")
    kind = table.one_of("kind", _READ, "never")
    ids = table.names("authorities", names.authorities, "authority")
    rule = Rule(
        id=name,
        where=must_be_condition(table, "where", names.vocabulary),
        demand=_READ[kind](table, names),
        because=table.must("because", str, ""),
        authorities=tuple(names.authorities[one] for one in ids),
        severity=cast("Any", table.one_of("severity", ("refuse", "warn"), "refuse")),
        guard=table.take("guard", bool, False),
        place=table.place(),
    )
    table.close()
    return rule


# ---------- the kinds ----------


def _never(table: Table, names: RuleNames) -> Demand:
    return Never(must_be_condition(table, "where", names.vocabulary))


def _only(table: Table, names: RuleNames) -> Demand:
    clause = table.name("clause", names.clauses, "clause")
    known = names.vocabulary.stances.get(clause, ())
    if clause:
        return Only(clause, table.must_names("stances", known, "stance"))
    table.taken.add("stances")  # whose they are is not known
    return Only("", ())


def _documents(table: Table) -> tuple[str, ...]:
    return table.must_names("documents", DOCUMENTS, "document")


def _contains(table: Table, names: RuleNames) -> Demand:
    clauses = table.must_names("clauses", names.clauses, "clause")
    for clause in clauses:
        if any(version.for_clients for version in names.clauses[clause]):
            message = f"`{clause}` drops out for some clients (`for_clients`): nothing must contain it."
            table.wrong(Code.VALUE_OPTION, message, "clauses", table.values["clauses"].index(clause))
    return Contains(_documents(table), clauses)


def _must_not_contain(table: Table, names: RuleNames) -> Demand:
    return MustNotContain(_documents(table), table.must_names("clauses", names.clauses, "clause"))


def _asserts(table: Table, names: RuleNames) -> Demand:
    return Asserts(_norm(table, names.norms))


def _no_norm(table: Table, names: RuleNames) -> Demand:
    return NoNorm(_norm(table, names.norms))


def _norm(table: Table, words: NormWords) -> NormPattern:
    table.must_have("norm")
    norm = table.table("norm")
    norm.must_have("modality")
    pattern = NormPattern(
        modality=norm.one_of("modality", MODALITIES, "request"),
        bearer=norm.name("bearer", words.names("bearers"), "bearer"),
        acts=norm.must_names("acts", words.names("acts"), "act"),
        toward=norm.names("toward", words.names("toward"), "person or body"),
        channel=norm.names("channel", words.names("channels"), "channel"),
        unless=norm.names("unless", words.names("exceptions"), "exception"),
    )
    norm.close()
    return pattern


def _typed_text(table: Table, names: RuleNames) -> Demand:
    looks = table.must_names("looks_for", names.looks, "phrases")
    return TypedText(tuple(names.looks[look] for look in looks))


_READ: Mapping[str, Callable[[Table, RuleNames], Demand]] = {
    "never": _never,
    "only": _only,
    "contains": _contains,
    "must-not-contain": _must_not_contain,
    "asserts": _asserts,
    "no-norm": _no_norm,
    "typed-text": _typed_text,
}
