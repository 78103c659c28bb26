"""A bar for long work on a terminal, with its rate and the time left; nothing where nobody looks."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Callable, Iterator

import click

__all__ = ["progress_bar"]

_LABELS = {"check": "Checking", "write": "Writing"}
_EVERY = 0.1  # seconds between two looks of the bar


@contextlib.contextmanager
def progress_bar(count: Callable[[], int]) -> Iterator[Callable[[str, int, int], None] | None]:
    """What is told (stage, done, of) as work goes on; None where standard error is no terminal.

    `count` finds out how much there is, where the work itself does not know.
    """
    if not sys.stderr.isatty():
        yield None
        return
    bars = _Bars(count)
    try:
        yield bars.show
    finally:
        bars.end()


class _Bars:
    """A bar for each stage, one after another."""

    def __init__(self, count: Callable[[], int]) -> None:
        self.count, self.stage, self.shown = count, "", 0
        self.bar: click._termui_impl.ProgressBar[int] | None = None
        self.begun = self.looked = 0.0

    def show(self, stage: str, done: int, of: int) -> None:
        now = time.monotonic()
        if stage != self.stage:
            self.end()
            self._begin(stage, of or self.count(), now)
        if self.bar and (now - self.looked >= _EVERY or done == self.bar.length):
            self.bar.update(done - self.shown, done)
            self.looked, self.shown = now, done

    def _begin(self, stage: str, length: int, now: float) -> None:
        def rate(done: int | None) -> str | None:
            return f"{done / max(time.monotonic() - self.begun, 0.001):,.0f} a second" if done else None

        self.stage, self.begun, self.looked, self.shown = stage, now, now, 0
        self.bar = click.progressbar(
            length=length,
            label=_LABELS.get(stage, stage),
            file=sys.stderr,
            show_pos=True,
            item_show_func=rate,
        )
        self.bar.render_progress()

    def end(self) -> None:
        if self.bar:
            self.bar.render_finish()
            self.bar = None
