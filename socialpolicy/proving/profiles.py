"""From the answers of a search to a profile: as TOML, with what every practice must answer beside them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping

import attrs

from socialpolicy.composition.profile import Profile
from socialpolicy.conditions.mentions import Mentions
from socialpolicy.conditions.samples import samples
from socialpolicy.errors import Code, Finding
from socialpolicy.facts.fact import Fact
from socialpolicy.facts.toml import as_toml
from socialpolicy.library.library import Library
from socialpolicy.proving.universes import CHOOSE, EXCLUDE

__all__ = ["Witnessed", "sample_of"]


@attrs.frozen
class Witnessed:
    """The answers that a search found, by key: facts, `clause.fact`, and what is overridden.

    Those on clients are no part of the profile: `clients` has them.
    """

    library: Library
    on: datetime.date
    answers: Mapping[str, object]

    @property
    def clients(self) -> dict[str, object]:
        """The answers on clients."""
        facts = self.library.facts
        return {key: value for key, value in self.answers.items() if _is_of_client(facts.get(key))}

    def without(self, key: str) -> Witnessed:
        """The same with one answer less."""
        return attrs.evolve(self, answers={one: value for one, value in self.answers.items() if one != key})

    def with_open(self, findings: tuple[Finding, ...]) -> Witnessed:
        """The same with an answer to each open decision that some findings name."""
        named = {finding.place.path for finding in findings if finding.code is Code.DECISION_OPEN}
        fresh = {fact.key: sample_of(fact) for fact in self._facts() if _path(fact) in named}
        return attrs.evolve(self, answers={**fresh, **self.answers})

    def profile(self) -> Profile:
        """The profile that a practice would save."""
        return Profile.parse(self.toml(), self.library)

    def _facts(self) -> Iterator[Fact]:
        yield from self.library.facts.values()
        for versions in self.library.clauses.values():
            yield from versions[-1].facts.values()

    # ---------- as TOML ----------

    def toml(self) -> str:
        """The profile, as TOML."""
        dated = {"effective_date": self.on} if "effective_date" in self.library.facts else {}
        tables: dict[str, dict[str, object]] = {"": dict(dated)}
        out = []
        for key, value in self.answers.items():
            owner, _, name = key.partition(".")
            if owner == EXCLUDE and name:
                out += [name] if value else []
            elif owner == CHOOSE and name:
                tables.setdefault("stances", {})[name] = value
            elif not _is_of_client(self.library.facts.get(key)):
                table = tables.setdefault(f"facts.{owner}" if name else "", {})
                table[name or owner] = value
        if out:
            tables[""]["exclude"] = tuple(out)
        return "\n".join(_written(name, table) for name, table in tables.items())


def _written(name: str, table: Mapping[str, object]) -> str:
    head = f"[{name}]\n" if name else ""
    return head + "".join(f"{key} = {as_toml(value)}\n" for key, value in table.items())


def _is_of_client(fact: Fact | None) -> bool:
    return fact is not None and fact.about == "client"


def _path(fact: Fact) -> str:
    return f"facts.{fact.clause}.{fact.name}" if fact.clause else fact.name


def sample_of(fact: Fact) -> object:
    """An answer to a fact that will do."""
    return next(iter(samples(fact, Mentions(()))))
