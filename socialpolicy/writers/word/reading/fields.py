"""Word's fields in a stream of runs: what they show is text, their code is none."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
from lxml import etree

from socialpolicy.writers.word.reading.xml import W, is_on, value

__all__ = ["Fields", "codes", "strays"]

_BOX = f"{W}txbxContent"
# fields that show what stands in their code
_SHOWN_CODE = ("MACROBUTTON", "GOTOBUTTON")
_TICKED, _UNTICKED = "☒", "☐"


@attrs.define
class _Field:
    """A field that has begun: its code, and what it shows where it has no result ("" for most)."""

    stand_in: str
    code: str = ""
    in_result: bool = False
    shown: bool = False


@attrs.define
class Fields:
    """The fields that are open at a place of the stream, the outermost first."""

    open: list[_Field] = attrs.field(factory=list)

    @property
    def dark(self) -> bool:
        """Whether what stands here is code, of this field or of one around it."""
        return any(not field.in_result for field in self.open)

    def begin(self, mark: etree._Element) -> None:
        """A field begins."""
        self.open.append(_Field(_form_field(mark.find(f"{W}ffData"))))

    def add_code(self, words: str) -> None:
        """More of the code."""
        if self.open and not self.open[-1].in_result:
            self.open[-1].code += words

    def separate(self) -> None:
        """The code ends, and the result begins."""
        self.open[-1].in_result = True

    def show(self) -> None:
        """Something of the results is shown."""
        for field in self.open:
            field.shown = True

    def end(self) -> str:
        """The innermost field ends; what it shows itself, where it has no result."""
        field = self.open.pop()
        name, _, rest = field.code.strip().partition(" ")
        if field.shown:
            return ""
        if name.upper() in _SHOWN_CODE:
            return rest.strip().partition(" ")[2]
        return field.stand_in


def strays(root: etree._Element) -> frozenset[etree._Element]:
    """The marks of fields that have no other end: one alone would take all that follows for its code."""
    opened: list[list[etree._Element]] = []
    stray: list[etree._Element] = []
    for mark in root.iter(f"{W}fldChar"):
        kind = value(mark, "fldCharType")
        if next(mark.iterancestors(_BOX), root) is not root:
            continue  # a box has fields of its own
        if kind == "begin":
            opened.append([mark])
        elif not opened:
            stray.append(mark)
        elif kind == "separate":
            opened[-1].append(mark)
        else:
            opened.pop()
    return frozenset([*stray, *(mark for marks in opened for mark in marks)])


def codes(root: etree._Element) -> Iterator[tuple[str, bool]]:
    """The code of each field below the root, joined over its runs, and whether the field shows any text."""
    stray, fields = strays(root), Fields()
    for element in root.iter(*_OF_FIELDS):
        kind = value(element, "fldCharType")
        if element.tag == f"{W}fldSimple":
            yield value(element, "instr"), any(found.text for found in element.iter(f"{W}t"))
        elif element.tag == f"{W}instrText":
            fields.add_code(element.text or "")
        elif element.tag == f"{W}t":
            if element.text and not fields.dark:
                fields.show()
        elif element in stray:
            continue
        elif kind == "begin":
            fields.begin(element)
        elif kind == "separate":
            fields.separate()
        else:
            ended = fields.open[-1]
            fields.end()
            yield ended.code, ended.shown


_OF_FIELDS = [f"{W}{name}" for name in ("fldChar", "fldSimple", "instrText", "t")]


def _form_field(data: etree._Element | None) -> str:
    """What a list or a box of an old form shows (ECMA-376 part 1, 17.16.17)."""
    if data is None:
        return ""
    chosen = data.find(f"{W}ddList")
    if chosen is not None:
        entries = [value(entry) for entry in chosen.iter(f"{W}listEntry")]
        place = value(chosen.find(f"{W}result")) or value(chosen.find(f"{W}default")) or "0"
        return entries[int(place)] if place.isdecimal() and int(place) < len(entries) else ""
    for name in ("checked", "default"):
        found = data.find(f"{W}checkBox/{W}{name}")
        if found is not None:
            return _TICKED if is_on(found) else _UNTICKED
    return "" if data.find(f"{W}checkBox") is None else _UNTICKED
