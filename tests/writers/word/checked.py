"""The checks that every .docx of the test run goes through: the lint, and both ways of reading it back."""

from __future__ import annotations

from socialpolicy.writers.prepared import Words
from socialpolicy.writers.word.filling import PreparedWord
from socialpolicy.writers.word.lint import lint
from socialpolicy.writers.word.readback import said
from socialpolicy.writers.word.reading import Reading, read_docx
from tests.writers.word.written import parts_of

__all__ = ["Checked", "bare_text"]


def bare_text(reading: Reading) -> str:
    """The text of the body without white and boxes to tick."""
    return "".join("".join(one.text for one in reading.stories("body")).replace("☐", "").split())


class Checked:
    """`PreparedWord.fill`, which checks the first file of each prepared document."""

    def __init__(self) -> None:
        self.fill = PreparedWord.fill
        self.known: set[int] = set()

    def __call__(self, prepared: PreparedWord, words: Words) -> bytes:
        file = self.fill(prepared, words)
        if (key := hash((prepared.entries, prepared.open))) not in self.known:
            self.known.add(key)
            # an agreement may have faults of its own: what attaching adds to them is compared by its tests
            faults = () if any(name.startswith("word/addendum-") for name in parts_of(file)) else lint(file)
            assert not faults, faults
            assert said(parts_of(file)) == bare_text(read_docx(file)), "the two ways of reading differ"
        return file
