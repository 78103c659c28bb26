"""Our lists laid into another document's, under numbers that are free there."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy

from lxml import etree

from socialpolicy.writers.word.numbering import LISTS, NSIDS
from socialpolicy.writers.word.reader import W

__all__ = ["add_lists"]


def add_lists(
    numbering: etree._Element,
    ours: etree._Element,
    ids: Mapping[str, str],
    styles: Mapping[str, etree._Element],
) -> dict[str, str]:
    """Add our lists; which number each number of ours has there.

    `ids` says what our styles are called there, `styles` are that document's by id: where such a style has
    indents of its own, its list has the same. A list of ours that is there already is replaced.
    """
    lists = [deepcopy(one) for one in ours.iter(f"{W}abstractNum")]
    for one in lists:
        _for_styles(one, ids, styles)
    _let_go(numbering, {ids[level.style] for entry in LISTS["legal"] for level in entry.levels})
    list_ids = _add(numbering, lists)
    numbers = {}
    for number in (deepcopy(one) for one in ours.iter(f"{W}num")):
        reference = next(number.iter(f"{W}abstractNumId"))
        reference.set(f"{W}val", list_ids[reference.get(f"{W}val", "")])
        old, new = number.get(f"{W}numId", ""), str(_largest(numbering, "num", "numId") + 1)
        numbers[old] = new
        number.set(f"{W}numId", new)
        _insert_after(numbering, number, ("numPicBullet", "abstractNum", "num"))
    return numbers


def _for_styles(one: etree._Element, ids: Mapping[str, str], styles: Mapping[str, etree._Element]) -> None:
    for level in one.iter(f"{W}lvl"):
        style = next(level.iter(f"{W}pStyle"))
        style.set(f"{W}val", ids[style.get(f"{W}val", "")])
        there = styles.get(style.get(f"{W}val", ""))
        own = None if there is None else there.find(f"{W}pPr/{W}ind")
        if own is not None:
            indent = next(level.iter(f"{W}ind"))
            indent.attrib.clear()
            indent.attrib.update(own.attrib)


def _let_go(numbering: etree._Element, styles: set[str]) -> None:
    """No other list may claim a style that ours number: Word would ask which one is meant."""
    for style in list(numbering.iter(f"{W}pStyle")):
        parent = style.getparent()
        if parent is not None and style.get(f"{W}val", "") in styles:
            parent.remove(style)


def _add(numbering: etree._Element, lists: list[etree._Element]) -> dict[str, str]:
    """Put the lists in; where one with the same identity was, its id goes to the new one."""
    old = {_identity(one): one for one in numbering.iter(f"{W}abstractNum") if _identity(one) in NSIDS}
    ids = {}
    for one in lists:
        before = old.get(_identity(one))
        id = one.get(f"{W}abstractNumId", "")
        if before is None:
            ids[id] = str(_largest(numbering, "abstractNum", "abstractNumId") + 1)
            one.set(f"{W}abstractNumId", ids[id])
            _insert_after(numbering, one, ("numPicBullet", "abstractNum"))
        else:
            ids[id] = before.get(f"{W}abstractNumId", "")
            one.set(f"{W}abstractNumId", ids[id])
            numbering.replace(before, one)
    return ids


def _identity(one: etree._Element) -> str:
    found = one.find(f"{W}nsid")
    return "" if found is None else found.get(f"{W}val", "")


def _largest(numbering: etree._Element, element: str, name: str) -> int:
    values = (one.get(f"{W}{name}", "") for one in numbering.iter(f"{W}{element}"))
    return max((int(value) for value in values if value.isascii() and value.isdigit()), default=0)


def _insert_after(numbering: etree._Element, new: etree._Element, kinds: tuple[str, ...]) -> None:
    """After the last of these kinds: the schema wants every list before the first number."""
    before = [one for one in numbering if etree.QName(one).localname in kinds]
    numbering.insert(numbering.index(before[-1]) + 1 if before else 0, new)
