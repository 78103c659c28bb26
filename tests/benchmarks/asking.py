"""How explaining and asking grow with the library: run `python -m tests.benchmarks.asking`; no test.

For 60 and 1,000 generated clauses, whose conditions read a few of forty facts: milliseconds for all open
questions of a practice that answered nothing, and half of what there is; and for the smallest change of each
clause that is left out.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from random import Random
from time import perf_counter

from socialpolicy import Library, Profile, compose
from socialpolicy.composition.questions import questions
from tests.composition.small import ANSWERS, clause, small

__all__ = ["generated", "main"]

_FACTS = 40
_BELOW = """\
[stances.usual]
label = "l"
default = true
[stances.other]
label = "o"
default_when = '{when}'
[facts.lasts]
kind = "whole"
range = [1, 9]
default = 2
shown = "public"
question = "How long?"
"""


def generated(count: int) -> Library:
    """A library of that many clauses."""
    random = Random(7)  # noqa: S311  # the same library each time
    leaves = [
        *(f"yes_{number}" for number in range(_FACTS)),
        *(f'some_{number} has "o{number % 6}"' for number in range(_FACTS // 4)),
        'region within "US"',
        'practice_size == "group"',
        'channels has any ("sms", "email")',
    ]

    def condition(most: int) -> str:
        few = random.sample(leaves, random.randint(1, most))
        words = (random.choice(("", "not ")) + leaf for leaf in few)
        return random.choice((" and ", " or ")).join(words)

    options = ", ".join(f'o{number} = "o"' for number in range(6))
    facts = "".join(
        f'[facts.yes_{number}]\nkind = "yes-no"\ndefault = false\nquestion = "q"\n'
        for number in range(_FACTS)
    )
    facts += "".join(
        f'[facts.some_{number}]\nkind = "choices"\noptions = {{ {options} }}\ndefault = []\nquestion = "q"\n'
        for number in range(_FACTS // 4)
    )
    clauses = {
        f"c-{number}": clause(
            f"C {number}",
            f"{{{{We}}}} wait {{{{lasts}}}} days [soon]{{when {condition(3)}}}.",
            top=f"when = '{condition(3) if number % 3 else 'always'}'",
            below=_BELOW.format(when=condition(2)),
        )
        for number in range(count)
    }
    return small(clauses, facts=facts)


def _timed(act: Callable[[], object]) -> float:
    start = perf_counter()
    act()
    return (perf_counter() - start) * 1_000


def main(sizes: tuple[int, ...] = (60, 1_000)) -> None:
    """Print a row for each size."""
    for count in sizes:
        library = generated(count)
        half = {f"yes_{number}": True for number in range(0, _FACTS, 2)}
        empty, some = (Profile.of(library, **given) for given in ({}, {**ANSWERS, **half}))
        policy = compose(library, Profile.of(library, **ANSWERS, effective_date=date(2026, 6, 1)))
        out = list(policy.composed.left_out)
        each = [_timed(lambda name=name, policy=policy: policy.explain(name)) for name in out]  # type: ignore[misc]
        sys.stdout.write(
            f"{count:>5} clauses: composing {_timed(lambda: compose(library, some)):.0f} ms; questions "  # noqa: B023
            f"{_timed(lambda: questions(library, empty)):.0f} ms with nothing answered, "  # noqa: B023
            f"{_timed(lambda: questions(library, some)):.0f} ms with half; "  # noqa: B023
            f"{len(out)} left out, each explained in {sum(each) / len(each):.1f} ms "
            f"(at most {max(each):.1f})\n"
        )


if __name__ == "__main__":
    main()
