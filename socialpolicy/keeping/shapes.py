"""Values of attrs classes as plain JSON and back: the classes themselves say what may stand where."""

from __future__ import annotations

import datetime
import types
from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache
from typing import Any, Final, Literal, TypeVar, cast, get_args, get_origin, get_type_hints

import attrs

from socialpolicy.document.canonical import TYPE, Json, json_of
from socialpolicy.errors import Code, Collector, Finding, NotFound, Place, WrongKind, WrongValue
from socialpolicy.guarding.clean import clean
from socialpolicy.library.naming import no_such, shown

__all__ = ["Shapes", "iso_date"]

T = TypeVar("T")

WHOLE = ""  # for a field: the object itself
MOST = 20  # findings; one that writes over a file leaves thousands, which say no more


class _Lost(Enum):
    """What stands for a value whose faults were reported."""

    LOST = "lost"


LOST: Final = _Lost.LOST

_WORDS = {str: "text", bool: "true or false"}


@attrs.frozen
class Shapes:
    """Which classes carry their name (name → class), and what some of their fields must look like.

    `forms` are (class, field) → something true for a value that can stand there;
    the field "" is the whole object.
    """

    classes: Mapping[str, type]
    forms: Mapping[tuple[type, str], Callable[[Any], object]] = attrs.field(kw_only=True)

    def plain(self, value: Any) -> Json:
        """The value as JSON has it; every field is written, so that a default may change one day."""
        return json_of(value, self.classes)

    def read(self, kind: type[T], value: Json, place: Place, message: str) -> T:
        """The value of a class that JSON holds; raises Refused with the first faults, each with its path."""
        reading = _Reading(self, message)
        read = reading.read(kind, value, place)
        reading.found.refuse(message)
        return cast(T, read)


@attrs.frozen
class _Reading:
    shapes: Shapes
    message: str
    found: Collector = attrs.field(factory=Collector, init=False)

    def read(self, kind: Any, value: Json, place: Place) -> Any:
        """The value as one of this kind; LOST where it is none (then reported)."""
        origin, inner = get_origin(kind), get_args(kind)
        if kind in _WORDS:
            return self.scalar(kind, value, place)
        if kind is datetime.date:
            return self.date(value, place)
        if origin is Literal:
            return self.option(inner, value, place)
        if origin is tuple:
            return self.list(inner[0], value, place)
        if origin is types.UnionType:
            return self.one_of(inner, value, place)
        if isinstance(origin, type) and issubclass(origin, Mapping):
            return self.table(inner[1], value, place)
        if attrs.has(kind):
            return self.object(kind, value, place)
        return self.anything(value, place)

    def report(self, finding: Finding) -> _Lost:
        self.found.add(finding)
        if len(self.found.findings) == MOST:
            self.found.refuse(self.message)
        return LOST

    def expected(self, what: str, place: Place) -> _Lost:
        return self.report(WrongKind(Code.VALUE_KIND, f"Expected {what} here.", place))

    # ---------- single values ----------

    def scalar(self, kind: type, value: Json, place: Place) -> Any:
        if type(value) is not kind:
            return self.expected(_WORDS[kind], place)
        return self.text(value, place) if isinstance(value, str) else value

    def text(self, value: str, place: Place) -> str | _Lost:
        try:
            return clean(value, place)
        except WrongValue as finding:
            return self.report(finding.with_traceback(None))

    def date(self, value: Json, place: Place) -> datetime.date | _Lost:
        day = iso_date(value) if isinstance(value, str) else None
        return day or self.expected("a date like 2026-12-01", place)

    def option(self, options: tuple[Any, ...], value: Json, place: Place) -> Any:
        # 1 is no `True`, nor is it "1"
        if any(type(value) is type(option) and value == option for option in options):
            return value
        hint = f"one of: {', '.join(map(str, options))}"
        return self.report(WrongValue(Code.VALUE_OPTION, "This cannot stand here.", place, hint))

    def anything(self, value: Json, place: Place) -> Any:
        match value:
            case str():
                return self.text(value, place)
            case list():
                entries = self.list(object, value, place)
                return entries if entries is LOST else [*entries]
            case dict():
                return self.table(object, value, place)
        return value

    # ---------- values that hold others ----------

    def list(self, kind: Any, value: Json, place: Place) -> Any:
        if not isinstance(value, list):
            return self.expected("a list", place)
        read = [self.read(kind, entry, place.at(path=f"{place.path}[{n}]")) for n, entry in enumerate(value)]
        return LOST if LOST in read else tuple(read)

    def table(self, kind: Any, value: Json, place: Place) -> Any:
        if not isinstance(value, dict):
            return self.expected("an object", place)
        names = [self.text(name, place) for name in value]
        read = {name: self.read(kind, entry, _inside(place, name)) for name, entry in value.items()}
        return LOST if LOST in (*names, *read.values()) else read

    def one_of(self, kinds: tuple[type, ...], value: Json, place: Place) -> Any:
        if not isinstance(value, dict):
            return self.expected("an object", place)
        known = {name: kind for name, kind in self.shapes.classes.items() if kind in kinds}
        name = value.get(TYPE)
        if isinstance(name, str) and name in known:
            return self.object(known[name], value, place)
        message = "An object here says with `type` what it is."
        hint = f"one of: {', '.join(known)}"
        return self.report(WrongValue(Code.VALUE_OPTION, message, _inside(place, TYPE), hint))

    def object(self, kind: type, value: Json, place: Place) -> Any:
        if not isinstance(value, dict):
            return self.expected("an object", place)
        fields = {field.name: field for field in attrs.fields(kind)}
        self.check_keys(kind, fields, value, place)
        kinds = _kinds(kind)
        read = {
            name: self.formed(kind, name, self.read(kinds[name], value[name], _inside(place, name)), place)
            for name in fields
            if name in value
        }
        lacking = [
            name for name, field in fields.items() if field.default is attrs.NOTHING and name not in read
        ]
        if lacking or LOST in read.values():
            return LOST
        return self.formed(kind, WHOLE, kind(**read), place)

    def check_keys(
        self, kind: type, fields: Mapping[str, Any], value: Mapping[str, Json], place: Place
    ) -> None:
        named = kind.__name__.lower() if kind in self.shapes.classes.values() else ""
        if named and value.get(TYPE) != named:
            message = f"This must be of type `{named}`."
            self.report(WrongValue(Code.VALUE_OPTION, message, _inside(place, TYPE)))
        for name, field in fields.items():
            if name not in value and field.default is attrs.NOTHING:
                self.report(NotFound(Code.KEY_MISSING, f"`{name}` is missing.", place))
        known = [*fields, TYPE] if named else list(fields)
        for name in value:
            if name not in known:
                finding = no_such("key", name, known, place)
                self.report(NotFound(Code.KEY_UNKNOWN, finding.message, place, finding.hint))

    def formed(self, kind: type, name: str, value: Any, place: Place) -> Any:
        """The value, if it looks as this field, or this class as a whole, must."""
        fits = self.shapes.forms.get((kind, name))
        if fits is None or value is LOST or fits(value):
            return value
        return self.report(WrongValue(Code.NAME_FORM, "This cannot stand here.", _inside(place, name)))


def _inside(place: Place, name: str) -> Place:
    return place.at(path=f"{place.path}.{shown(name)}".strip("."))


@cache
def _kinds(kind: type) -> Mapping[str, Any]:
    return get_type_hints(kind)


def iso_date(text: str) -> datetime.date | None:
    """The day that a text like 2026-12-01 names; None for any other text."""
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.isoformat() == text else None
