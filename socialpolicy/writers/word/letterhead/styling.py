"""Our styles laid into another document's: its definition of a style wins, ours are added under free ids."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy

from lxml import etree

from socialpolicy.writers.word.letterhead.effective import Effective
from socialpolicy.writers.word.reader import W

__all__ = ["add_styles", "number_styles", "restyle", "style_ids"]

# the defaults that stand behind our styles, written into those that would else take the other document's
_BEHIND = {"after": "120", "line": "269", "lineRule": "auto"}
_BEFORE_NUMBER = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
_NAMES_STYLE = ("basedOn", "next", "link")
_STYLED = ("pStyle", "rStyle", "tblStyle")


def style_ids(styles: etree._Element) -> dict[str, str]:
    """The ids of the paragraph styles by their names, in small letters."""
    return {name: id for (kind, name), id in _named(styles).items() if kind == "paragraph"}


def _named(styles: etree._Element) -> dict[tuple[str, str], str]:
    return {
        (style.get(f"{W}type", ""), _name(style)): style.get(f"{W}styleId", "")
        for style in styles.iter(f"{W}style")
    }


def _name(style: etree._Element) -> str:
    found = style.find(f"{W}name")
    return "" if found is None else found.get(f"{W}val", "").lower()


def add_styles(styles: etree._Element, ours: etree._Element, scale: float) -> dict[str, str]:
    """Add those of our styles that the document lacks; what each id of ours is called there."""
    known = _named(styles)
    defaults = {one.get(f"{W}type", ""): one.get(f"{W}styleId", "") for one in _defaults(styles)}
    taken = {style.get(f"{W}styleId", "") for style in styles.iter(f"{W}style")}
    ids, added = {}, []
    for style in ours.iter(f"{W}style"):
        id, kind = style.get(f"{W}styleId", ""), style.get(f"{W}type", "")
        there = known.get((kind, _name(style))) or (
            defaults.get(kind) if style in list(_defaults(ours)) else None
        )
        ids[id] = there or _free(id, taken)
        if not there:
            taken.add(ids[id])
            added.append(deepcopy(style))
    for style in added:
        _named_anew(style, ids, alone=bool(defaults.get(style.get(f"{W}type", ""))))
        _spaced(style, scale)
        styles.append(style)
    if styles.find(f"{W}docDefaults") is None:
        styles.insert(0, deepcopy(next(ours.iter(f"{W}docDefaults"))))
    return ids


def _defaults(styles: etree._Element) -> Iterator[etree._Element]:
    """The style of each type that text has which names none."""
    return filter(_is_default, styles.iter(f"{W}style"))


def _is_default(style: etree._Element) -> bool:
    return style.get(f"{W}default") in ("1", "true", "on")


def _free(id: str, taken: set[str]) -> str:
    number = 2
    free = id
    while free in taken:
        free, number = f"{id}{number}", number + 1
    return free


def _named_anew(style: etree._Element, ids: Mapping[str, str], *, alone: bool) -> None:
    style.set(f"{W}styleId", ids[style.get(f"{W}styleId", "")])
    for other in style.iter(*(f"{W}{name}" for name in _NAMES_STYLE)):
        id = other.get(f"{W}val", "")
        other.set(f"{W}val", ids.get(id, id))
    if alone:
        style.attrib.pop(f"{W}default", None)


def _spaced(style: etree._Element, scale: float) -> None:
    """A paragraph style of ours has its own space and line, whatever the other document's default is."""
    properties = style.find(f"{W}pPr")
    if style.get(f"{W}type") != "paragraph" or properties is None:
        return
    spacing = properties.find(f"{W}spacing")
    if spacing is None:
        spacing = etree.Element(f"{W}spacing")
        after = [one for one in properties if etree.QName(one).localname in ("ind", "outlineLvl")]
        properties.insert(properties.index(after[0]) if after else len(properties), spacing)
    for name, value in _BEHIND.items():
        if spacing.get(f"{W}{name}") is None:
            spacing.set(f"{W}{name}", str(round(int(value) * scale)) if name == "after" else value)


# ---------- numbers ----------


def number_styles(
    effective: Effective, ours: etree._Element, ids: Mapping[str, str], numbers: Mapping[str, str]
) -> None:
    """Give each style of ours the number that it has with us, and every other one none."""
    for style in ours.iter(f"{W}style"):
        id = ids[style.get(f"{W}styleId", "")]
        there = effective.styles.get(id)
        if there is None or there.get(f"{W}type") != "paragraph" or style.get(f"{W}default"):
            continue
        number = style.find(f"{W}pPr/{W}numPr")
        inherits = any(
            one.find(f"{W}pPr/{W}numPr") is not None
            for one in effective.chain(ids[style.get(f"{W}styleId", "")])
        )
        if number is not None or inherits:
            _set_number(there, number, numbers)


def _set_number(style: etree._Element, ours: etree._Element | None, numbers: Mapping[str, str]) -> None:
    properties = style.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        before = [
            one
            for one in style
            if etree.QName(one).localname in ("rPr", "tblPr", "trPr", "tcPr", "tblStylePr")
        ]
        style.insert(style.index(before[0]) if before else len(style), properties)
    for old in properties.findall(f"{W}numPr"):
        properties.remove(old)
    number = etree.Element(f"{W}numPr") if ours is None else deepcopy(ours)
    if ours is None:
        etree.SubElement(number, f"{W}numId", {f"{W}val": "0"})
    for one in number.iter(f"{W}numId"):
        one.set(f"{W}val", numbers.get(one.get(f"{W}val", ""), "0"))
    before_it = [one for one in properties if etree.QName(one).localname in _BEFORE_NUMBER]
    properties.insert(properties.index(before_it[-1]) + 1 if before_it else 0, number)


def restyle(root: etree._Element, ids: Mapping[str, str]) -> None:
    """Name the styles of our own text as the document calls them."""
    for one in root.iter(*(f"{W}{name}" for name in _STYLED)):
        one.set(f"{W}val", ids[one.get(f"{W}val", "")])
