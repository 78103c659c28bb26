"""Decisions: what hangs on a value of a locale is decided wherever a practice is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from socialpolicy.composition.gates import Gate
from socialpolicy.composition.supposing import Supposing
from socialpolicy.composition.targets import targets
from socialpolicy.composition.values import Answers
from socialpolicy.conditions import Condition
from socialpolicy.conditions.mentions import Mentions
from socialpolicy.conditions.nodes import Compare, Literal, Name
from socialpolicy.conditions.samples import samples
from socialpolicy.facts.fact import Fact, FromLocale
from socialpolicy.facts.standing import Standing
from socialpolicy.proving.claim import Claim

__all__ = ["claims"]


def claims(defaults: Supposing) -> Iterator[Claim]:
    """The claims on every fact that takes its default from a locale and that a condition reads."""
    region = defaults.library.facts.get("region")
    conditions = tuple(_conditions(defaults))
    for fact in defaults.library.facts.values() if region else ():
        reading = [one for one in conditions if fact.key in one.reads]
        if region and reading and isinstance(fact.default, FromLocale) and not fact.required:
            yield Claim(
                property="decision-is-known",
                subject=fact.key,
                universe="defaults",
                can=False,
                ways=tuple(_ways(defaults, region, fact, reading)),
                sentence=f"A decision hangs on `{fact.key}`, which no locale has for some places.",
                place=fact.place,
            )


def _conditions(supposing: Supposing) -> Iterator[Condition]:
    """Every condition that is asked of a practice."""
    for target in targets(supposing):
        gates = (*target.gates, *((target.outcome,) if isinstance(target.outcome, Gate) else ()))
        yield from (condition for gate in gates for condition in gate.conditions)


def _ways(
    supposing: Supposing, region: Fact, fact: Fact, reading: list[Condition]
) -> Iterator[tuple[Gate, ...]]:
    unknown = [place for place in region.options if not _answered(supposing, fact, place)]
    for place in unknown:
        here = Condition(Compare(Name("region", "region", fact=region), "==", other=Literal(place)))
        for condition in dict.fromkeys(reading):
            hangs = _Hangs(condition, fact.key, tuple(samples(fact, Mentions.of([condition]))))
            yield Gate.of(here), Gate(tuple(sorted(condition.reads)), hangs, (condition,), fact.key)


def _answered(supposing: Supposing, fact: Fact, place: str) -> bool:
    locale = supposing.library.locales.get(f"en-{place.partition('-')[0]}")
    answers = Answers(supposing.library, {"region": place}, locale)
    return locale is None or answers.of(fact.name).standing is not Standing.UNANSWERED


@attrs.frozen
class _Hangs:
    """Whether a condition hangs on a fact: with some answers it holds, and with others not."""

    condition: Condition
    key: str
    values: tuple[object, ...]

    def __call__(self, values: Mapping[str, object]) -> object:
        held = {self.condition.holds({**values, self.key: value}) for value in self.values}
        return None if None in held else len(held) > 1
