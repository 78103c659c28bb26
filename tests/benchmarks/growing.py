"""How loading and composing grow with the library: run `python -m tests.benchmarks.growing`; no test.

Prints a table for 60, 1,000 and 10,000 generated clauses, and how the time for each clause grows from row to
row: 1.0 is linear growth. `docs/performance.md` says what the columns are.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent
from time import perf_counter
from typing import Any

from socialpolicy import Library, Profile, compose
from socialpolicy.library.reading.whole import read_library
from tests.composition.small import ANSWERS, FACTS, LOCALES, OUTLINE, PLACES, clause

__all__ = ["generated", "main"]

SIZES = (60, 1_000, 10_000)
FEW = 60  # so many clauses stand for everyone; the others only where there is staff
COLUMNS = ("load", "load, all texts", "compose all", f"compose {FEW}", f"write {FEW}")

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
    if number >= FEW:
        top += "\nwhen = 'has_staff'"
    link = f" [See](clause:c-{before}#full:1), [they last.]{{when c-{before}.lasts > 1}}" if number else ""
    return clause(f"C {number}", f"{{{{We}}}} wait {{{{lasts}}}} days.{link}", top=top, below=_BELOW)


def _timed(act: Callable[[], Any]) -> tuple[float, Any]:
    gc.collect()
    start = perf_counter()
    result = act()
    return perf_counter() - start, result


def _of(library: Library, *, has_staff: bool) -> Any:
    profile = Profile.of(library, **ANSWERS, effective_date=date(2026, 6, 1), has_staff=has_staff)
    return compose(library, profile)


def measured(root: Path) -> Iterator[float]:
    """Seconds for each column."""
    loading, library = _timed(lambda: read_library(root, texts="when chosen"))
    yield loading
    yield _timed(lambda: Library.read(root))[0]
    yield _timed(lambda: _of(library, has_staff=True))[0]
    composing, policy = _timed(lambda: _of(library, has_staff=False))
    yield composing
    yield _timed(lambda: policy.document("client-addendum").bytes("txt"))[0]


def main(sizes: tuple[int, ...] = SIZES) -> None:
    """Print a row for each size."""
    _row("clauses", COLUMNS)
    before: tuple[float, ...] = ()
    for count in sizes:
        with TemporaryDirectory() as folder:
            seconds = tuple(measured(generated(Path(folder), count)))
        each = tuple(second / count for second in seconds)
        _row(f"{count:,}", [f"{second * 1e3:,.0f} ms" for second in seconds])
        _row("a clause", [f"{one * 1e6:,.0f} µs" for one in each])
        if before:
            _row("growth", [f"{now / then:.2f}" for now, then in zip(each, before, strict=True)])
        before = each


def _row(name: str, cells: Iterable[str]) -> None:
    sys.stdout.write(f"{name:>10}" + "".join(f"{cell:>17}" for cell in cells) + "\n")


if __name__ == "__main__":
    main()
