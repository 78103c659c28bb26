"""Findings on a terminal, and as JSON; exit 0 fine, 1 findings or refused input, 2 usage."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Callable, Sequence
from typing import Any, ParamSpec

import click

from socialpolicy.errors import Code, Finding, Refused, printable

__all__ = ["as_json", "json_option", "problems", "refuses", "say", "show_findings"]

P = ParamSpec("P")
_WRITING = (Code.FILE_NOT_WRITTEN, Code.FILE_NOT_CONFIRMED)
_STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def json_option(command: Callable[..., None]) -> Callable[..., None]:
    """`--json`: the result and the findings as one JSON object."""
    return click.option("as_json", "--json", is_flag=True, help="Print one JSON object instead.")(command)


def say(words: str = "", *, error: bool = False) -> None:
    """Print words; what would steer the terminal is shown, not done."""
    click.echo(_STEERING.sub(lambda char: printable(char[0]), words), err=error)


def show_findings(findings: Sequence[Finding]) -> None:
    """Each finding with its place, its line and a caret under the fault."""
    for finding in findings:
        severity = "warning: " if finding.severity == "warn" else ""
        place = f"{finding.place}: " if str(finding.place) else ""
        say(f"{place}{severity}{finding.message} [{finding.code}]", error=True)
        if finding.place.excerpt:
            say(f"    {finding.place.excerpt}", error=True)
            if finding.place.column:
                blanks = _indent(finding.place.excerpt[: finding.place.column - 1])
                say(f"    {blanks}{'^' * max(finding.place.length, 1)}", error=True)
        if finding.hint:
            say(f"    hint: {finding.hint}", error=True)


def _indent(before: str) -> str:
    """Blanks as wide as what stands before the fault; a tab stays a tab."""
    return "".join("\t" if char == "\t" else " " for char in before)


def as_json(**values: Any) -> None:
    """Print a JSON object."""
    say(json.dumps(values, ensure_ascii=False, indent=2, default=str))


def _described(finding: Finding) -> dict[str, object]:
    """A finding as JSON says it."""
    return {
        "code": finding.code.value,
        "severity": finding.severity,
        "message": finding.message,
        "file": finding.place.file,
        "path": finding.place.path,
        "line": finding.place.line,
        "column": finding.place.column,
        "hint": finding.hint,
    }


def problems(findings: Sequence[Finding]) -> list[dict[str, object]]:
    """Findings as JSON says them."""
    return [_described(finding) for finding in findings]


def refuses(command: Callable[P, None]) -> Callable[P, None]:
    """A command whose refusals are printed, with exit code 1 and without a traceback."""

    @functools.wraps(command)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except Refused as refused:
            _refuse(refused.message, refused.findings, kwargs.get("as_json") is True)
        except Finding as finding:
            _refuse("", (finding,), kwargs.get("as_json") is True)

    return guarded


def _refuse(message: str, findings: Sequence[Finding], wants_json: bool) -> None:
    if wants_json:
        as_json(refused=True, message=message, findings=problems(findings))
    else:
        show_findings(findings)
        count = len(findings)
        noun = "problem" if count == 1 else "problems"
        # a file that could not be written comes with a message that says which were
        end = "." if any(one.code in _WRITING for one in findings) else "; nothing was written."
        say(f"{message} {count} {noun}{end}".strip(), error=True)
    raise SystemExit(1)
