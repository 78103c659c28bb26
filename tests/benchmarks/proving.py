"""How proving grows with the library: run `python -m tests.benchmarks.proving`; no test.

Prints for the bundled library, and for 60, 250 and 1,000 generated clauses, the claims, the time, and how the time for
each clause grows from row to row: 1.0 is linear growth.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from socialpolicy import Library, prove
from tests.benchmarks.growing import generated

__all__ = ["main"]

SIZES = (60, 250, 1_000)
DAY = date(2026, 12, 1)


def _timed(library: Library) -> tuple[float, int]:
    start = perf_counter()
    proof = prove(library, on=DAY)
    return perf_counter() - start, len(proof.results)


def main() -> None:
    """Print the table."""
    print("clauses   claims   seconds   growth")
    seconds, claims = _timed(Library.bundled())
    print(f"bundled   {claims:>6,}   {seconds:>7.2f}")
    before = 0.0
    for size in SIZES:
        with TemporaryDirectory() as folder:
            seconds, claims = _timed(Library.read(generated(Path(folder), size)))
        growth = f"{seconds / size / before:.2f}" if before else ""
        print(f"{size:>7,}   {claims:>6,}   {seconds:>7.2f}   {growth}")
        before = seconds / size


if __name__ == "__main__":
    main()
