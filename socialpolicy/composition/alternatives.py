"""What would be allowed instead: other answers to what broke a rule, each tried against every rule."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from socialpolicy.facts.fact import Fact
from socialpolicy.facts.values import Duration
from socialpolicy.library.library import Library
from socialpolicy.library.rules.case import Breach, Case
from socialpolicy.library.rules.rule import Rule
from socialpolicy.library.rules.typed_text import TypedText

__all__ = ["Alternatives"]

_MOST = 6  # values that a hint tells apart


@attrs.frozen
class Alternatives:
    """Other values for a case that breaks a rule."""

    library: Library
    case: Case
    rule: Rule

    def said(self, breach: Breach) -> str:
        """The values with which this rule is kept, and no other is broken that is kept now; "" for none."""
        kept = [rule for rule in self.library.rules if rule is self.rule or not rule.breaches(self.case)]
        lines = []
        for key in breach.keys[:_MOST]:
            fit = [words for words, value in self._others(key, breach) if self._keeps(kept, key, value)]
            lines += [f"{key.removesuffix('.stance')} = {' or '.join(fit)}"] if fit else []
            if not fit and key in self.library.clauses and key not in self.case.clauses:
                lines.append(f"take `{key}` out of `exclude`")
        return "; ".join(lines)

    def _keeps(self, rules: list[Rule], key: str, value: object) -> bool:
        case = attrs.evolve(self.case, values={**self.case.values, key: value})
        return not any(rule.breaches(case) for rule in rules if not isinstance(rule.demand, TypedText))

    # ---------- candidates ----------

    def _others(self, key: str, breach: Breach) -> Iterator[tuple[str, object]]:
        """Words and value of each other answer that can be tried."""
        clause, _, name = key.rpartition(".")
        if name == "stance":
            yield from self._stances(clause)
            return
        facts = self.case.clauses[clause].facts if clause in self.case.clauses else self.library.facts
        if name in facts:
            yield from self._answers(facts[name], key, breach)

    def _stances(self, clause: str) -> Iterator[tuple[str, object]]:
        for stance in self.case.clauses[clause].stances if clause in self.case.clauses else ():
            allowed = stance.allowed_when is None or stance.allowed_when.holds(self.case.values)
            if allowed and stance.id != self.case.stance(clause):
                yield f'"{stance.id}"', stance.id

    def _answers(self, fact: Fact, key: str, breach: Breach) -> Iterator[tuple[str, object]]:
        value = self.case.values.get(key)
        if isinstance(value, bool):
            yield str(not value).lower(), not value
        elif fact.kind == "choice":
            yield from ((f'"{option}"', option) for option in fact.options if option != value)
        elif fact.kind == "choices" and isinstance(value, tuple):
            yield from ((f'[…, "{one}"]', (*value, one)) for one in fact.options if one not in value)
        elif isinstance(value, Duration):
            others = ((other, self.case.values.get(other)) for other in breach.keys if other != key)
            yield from ((f"that of {name}", other) for name, other in others if isinstance(other, Duration))
