"""A sample that raises each code that reading a library raises."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from socialpolicy.errors import Code
from tests.library.small import FACTS, MESSAGES, RECORDS, Small

__all__ = ["SAMPLES"]


def _with(name: str, old: str, new: str) -> Callable[[], object]:
    def sample() -> object:
        with tempfile.TemporaryDirectory() as folder:
            small = Small.at(Path(folder))
            small.replace(name, old, new)
            return small.read()

    return sample


def _without(name: str) -> Callable[[], object]:
    def sample() -> object:
        with tempfile.TemporaryDirectory() as folder:
            small = Small.at(Path(folder))
            small.remove(name)
            return small.read()

    return sample


_KEEP = "keep a record"

SAMPLES: dict[Code, Callable[[], object]] = {
    Code.FILE_NOT_FOUND: _without("terms.toml"),
    Code.FILE_TOO_LARGE: _with(RECORDS, _KEEP, "keep a record " * 3_000),
    Code.TOML_SYNTAX: _with(RECORDS, 'title = "Records"', "title = Records"),
    Code.TEXT_CHARACTER: _with(RECORDS, _KEEP, "keep a\u200brecord"),
    Code.CONDITION_UNKNOWN_NAME: _with(RECORDS, "when = 'always'", "when = 'allways'"),
    Code.KEY_UNKNOWN: _with(RECORDS, "change =", "changed = 2026-01-01\nchange ="),
    Code.KEY_MISSING: _with(RECORDS, 'change = "First."', ""),
    Code.VALUE_KIND: _with(RECORDS, 'change = "First."', "change = 1"),
    Code.VALUE_OPTION: _with(FACTS, 'kind = "yes-no"\ndefault', 'kind = "yesno"\ndefault'),
    Code.VALUE_RANGE: _with(RECORDS, 'change = "First."', 'change = ""'),
    Code.VALUE_FORM: _with(RECORDS, _KEEP, "keep {{lines as tabel}}"),
    Code.VALUE_REPEATED: _with(RECORDS, "# full", "# full\nA text.\n# full"),
    Code.FRONT_MATTER: _with(RECORDS, '+++\ntitle = "Records"', 'title = "Records"'),
    Code.TEXT_SYNTAX: _with(RECORDS, _KEEP, "keep our record"),
    Code.TEXT_MISSING: _with(RECORDS, '"full"', '"ful"'),
    Code.TEXT_TOO_PUBLIC: _with(RECORDS, _KEEP, "keep {{alarm_code}}"),
    Code.TEXT_UNUSED: _with(RECORDS, "# full", "# more\nWords.\n\n# full"),
    Code.NAME_FORM: _with(RECORDS, "[stances.kept]", "[stances.Kept]"),
    Code.NAME_UNKNOWN: _with(RECORDS, _KEEP, "keep {{practise_name}}"),
    Code.DEFAULT_CYCLE: _with(FACTS, '{ fact = "region" }', '{ fact = "served_regions" }'),
    Code.STANCE_UNCLEAR: _with(RECORDS, "default = true", "default = false"),
    Code.VERSION_NONE: _with(MESSAGES, "records >=1.0", "records >=2.0"),
}
