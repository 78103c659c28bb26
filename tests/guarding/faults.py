"""An `os` whose k-th call fails, as SQLite's tests fail the k-th allocation."""

from __future__ import annotations

import os
from typing import Any

__all__ = ["ERRNOS", "FailingOS"]

ERRNOS = ("ENOSPC", "EIO", "EACCES", "EDQUOT", "EROFS")

_COUNTED = ("open", "write", "fsync", "close", "chmod", "replace", "unlink", "stat", "scandir", "kill")


class FailingOS:
    """Passes every call on to `os` but the `fails`-th, and those after it where it is `broken`.

    `most` is how many bytes one write takes.
    """

    def __init__(
        self, fails: int, fault: BaseException, *, most: int = 1 << 30, broken: bool = False
    ) -> None:
        self.fails, self.fault, self.most, self.broken = fails, fault, most, broken
        self.calls: list[str] = []

    def __getattr__(self, name: str) -> Any:
        found = getattr(os, name)
        return self._counted(name, found) if name in _COUNTED else found

    @property
    def failed(self) -> bool:
        return len(self.calls) >= self.fails

    def _counted(self, name: str, call: Any) -> Any:
        def counted(*arguments: Any, **named: Any) -> Any:
            self.calls.append(name)
            due = self.failed if self.broken else len(self.calls) == self.fails
            if due and name == "close":
                call(*arguments)  # a close that fails has closed all the same
            if due:
                raise self.fault
            if name == "write":
                arguments = (arguments[0], arguments[1][: self.most])
            return call(*arguments, **named)

        return counted
