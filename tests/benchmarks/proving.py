"""How proving grows with the library: run `python -m tests.benchmarks.proving`; no test.

Prints for the bundled library, and for 60, 250 and 1,000 generated clauses, the claims, the time, and how the
time for each clause grows from row to row: 1.0 is linear growth.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from socialpolicy import Library, prove
from socialpolicy.library.clause import REASONS
from tests.benchmarks.growing import generated

__all__ = ["main"]

SIZES = (60, 250, 1_000)
DAY = date(2026, 12, 1)


RULE = """
[R1]
kind = "contains"
where = 'always'
documents = ["client-addendum"]
clauses = ["c-0"]
because = "It serves every reason."
"""


def _timed(library: Library) -> tuple[float, int]:
    start = perf_counter()
    proof = prove(library, on=DAY)
    assert not proof.wrong, proof.wrong[:3]
    return perf_counter() - start, len(proof.results)


def _sound(folder: Path) -> Path:
    """A generated library in which every document for clients serves every reason."""
    (folder / "rules.toml").write_text(RULE, encoding="utf-8")
    first = folder / "main" / "c-0" / "1.0.0.md"
    reasons = ", ".join(f'"{reason}"' for reason in REASONS)
    text = first.read_text(encoding="utf-8").replace('reasons = ["expectations"]', f"reasons = [{reasons}]")
    first.write_text(text, encoding="utf-8")
    return folder


def main() -> None:
    """Print the table."""
    print("clauses   claims   seconds   growth")
    seconds, claims = _timed(Library.bundled())
    print(f"bundled   {claims:>6,}   {seconds:>7.2f}")
    before = 0.0
    for size in SIZES:
        with TemporaryDirectory() as folder:
            seconds, claims = _timed(Library.read(_sound(generated(Path(folder), size))))
        growth = f"{seconds / size / before:.2f}" if before else ""
        print(f"{size:>7,}   {claims:>6,}   {seconds:>7.2f}   {growth}")
        before = seconds / size


if __name__ == "__main__":
    main()
