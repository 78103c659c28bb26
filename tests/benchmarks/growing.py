"""How loading and composing grow with the library: run `python -m tests.benchmarks.growing`; no test.

Prints, for 60, 1,000 and 10,000 generated clauses, the time for each clause against that of the first row:
1.0 is linear growth.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent
from time import perf_counter

from socialpolicy import Library, Profile, compose
from tests.composition.small import ANSWERS, FACTS, LOCALES, OUTLINE, PLACES, clause

__all__ = ["generated", "main"]

SIZES = (60, 1_000, 10_000)
_BELOW = """\
    [stances.usual]
    label = "l"
    default = true
    [stances.other]
    label = "o"
    allowed_when = 'has_staff'
    because = "Nobody is there."
    [facts.lasts]
    kind = "whole"
    range = [1, 9]
    default = 2
    shown = "public"
    question = "How long?"
    """


def generated(folder: Path, count: int) -> Path:
    """A library of that many clauses, each with a fact and two stances; each needs the one before it."""
    files = {
        "library.toml": 'name = "g"\nedition = "1"\nchecked_on = 2026-01-01\nlicence = "CC0-1.0"\n'
        '[sections]\nmain = "Main"\n',
        "facts.toml": f"{FACTS}\n{PLACES}",
        **dict.fromkeys(("terms.toml", "authorities.toml", "norms.toml"), ""),
        "spelling.toml": "[pairs]\n",
        "outlines/client-addendum/default.toml": OUTLINE,
        **{f"locales/{tag}.toml": dedent(text) for tag, text in LOCALES.items()},
        **{f"main/c-{number}/1.0.0.md": _clause(number) for number in range(count)},
    }
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def _clause(number: int) -> str:
    before = number - 1
    top = f'requires = ["c-{before} >=1.0,<2"]' if number else ""
    link = f" [See](clause:c-{before}#full:1), [they last.]{{when c-{before}.lasts > 1}}" if number else ""
    return clause(f"C {number}", f"{{{{We}}}} wait {{{{lasts}}}} days.{link}", top=top, below=_BELOW)


def _timed(act: Callable[[], object]) -> tuple[float, object]:
    gc.collect()
    start = perf_counter()
    result = act()
    return perf_counter() - start, result


def main(sizes: tuple[int, ...] = SIZES) -> None:
    """Print a row for each size."""
    first: tuple[float, float] | None = None
    for count in sizes:
        with TemporaryDirectory() as folder:
            root = generated(Path(folder), count)
            loading, library = _timed(lambda root=root: Library.read(root))  # type: ignore[misc]
        assert isinstance(library, Library)
        profile = Profile.of(library, **ANSWERS, effective_date=date(2026, 6, 1))
        composing, _ = _timed(lambda library=library, profile=profile: compose(library, profile))  # type: ignore[misc]
        each = (loading / count, composing / count)
        first = first or each
        ratios = ", ".join(
            f"{name} {now / then:.2f}"
            for name, now, then in zip(("loading", "composing"), each, first, strict=True)
        )
        sys.stdout.write(f"{count:>6} clauses: {ratios} (a clause, against the first row)\n")


if __name__ == "__main__":
    main()
