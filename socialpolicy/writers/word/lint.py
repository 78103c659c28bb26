"""Faults of a .docx that no validator sees, and that Word may meet with "unreadable content"."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

import attrs
from lxml import etree

from socialpolicy.writers.word.markup import LONGEST_TAG
from socialpolicy.writers.word.reader import W, part_tree

__all__ = ["Fault", "lint"]

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


@attrs.frozen
class Fault:
    """One fault: its name, the part it is in, and which thing has it."""

    name: str
    part: str
    which: str = ""


Check = Callable[[etree._Element], Iterable[tuple[str, str]]]


def lint(file: bytes) -> tuple[Fault, ...]:
    """Every fault of the file that our own checks know."""
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        names = [name for name in package.namelist() if name.startswith("word/") and name.endswith(".xml")]
    trees = {name: part_tree(file, name) for name in names}
    found = [
        Fault(name, part, which)
        for part, tree in trees.items()
        for check in _CHECKS
        for name, which in check(tree)
    ]
    return (*found, *_dangling(trees))


def _values(tree: etree._Element, path: str, name: str = f"{W}val") -> list[str]:
    return [element.get(name, "") for element in tree.iter(*(f"{W}{tag}" for tag in path.split()))]


def _twice(values: Iterable[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if count > 1]


# ---------- one part by itself ----------


def _bookmarks(tree: etree._Element) -> Iterator[tuple[str, str]]:
    yield from (("bookmark-name-twice", name) for name in _twice(_values(tree, "bookmarkStart", f"{W}name")))
    starts, ends = (Counter(_values(tree, tag, f"{W}id")) for tag in ("bookmarkStart", "bookmarkEnd"))
    yield from (("bookmark-unclosed", number) for number in (starts - ends) + (ends - starts))


def _controls(tree: etree._Element) -> Iterator[tuple[str, str]]:
    ids = (element.get(f"{W}val", "") for element in tree.iterfind(f".//{W}sdtPr/{W}id"))
    yield from (("control-id-twice", number) for number in _twice(ids))
    for tag in _values(tree, "tag"):
        if len(tag) > LONGEST_TAG:
            yield "control-tag-long", tag
    for content in tree.iter(f"{W}sdtContent"):
        if not len(content):
            yield "control-empty", ""


# the order of a control's properties, in which only the last is one of many kinds
_ORDER = ["rPr", "alias", "tag", "id", "lock", "placeholder", "temporary", "showingPlcHdr", "dataBinding"]


def _control_order(tree: etree._Element) -> Iterator[tuple[str, str]]:
    for properties in tree.iter(f"{W}sdtPr"):
        names = [etree.QName(child).localname for child in properties]
        places = [_ORDER.index(name) if name in _ORDER else len(_ORDER) for name in names]
        if places != sorted(places):
            yield "control-order", " ".join(names)


def _fields(tree: etree._Element) -> Iterator[tuple[str, str]]:
    open_fields = 0
    for kind in _values(tree, "fldChar", f"{W}fldCharType"):
        open_fields += {"begin": 1, "end": -1}.get(kind, 0)
        if open_fields < 0:
            break
    if open_fields:
        yield "field-unclosed", ""


def _references(tree: etree._Element) -> Iterator[tuple[str, str]]:
    names = set(_values(tree, "bookmarkStart", f"{W}name"))
    codes = ((element.text or "").split() for element in tree.iter(f"{W}instrText"))
    wanted = [code[1] for code in codes if code[:1] == ["REF"]]
    anchors = [name for name in _values(tree, "hyperlink", f"{W}anchor") if name]
    yield from (("reference-dangling", name) for name in wanted + anchors if name not in names)


def _tables(tree: etree._Element) -> Iterator[tuple[str, str]]:
    for table in tree.iter(f"{W}tbl"):
        if next(table.iter(f"{W}tr"), None) is None:
            yield "table-without-rows", ""
    for cell in tree.iter(f"{W}tc"):
        if not len(cell) or cell[-1].tag != f"{W}p":
            yield "cell-without-last-paragraph", ""


def _texts(tree: etree._Element) -> Iterator[tuple[str, str]]:
    for deleted in tree.iter(f"{W}del"):
        if next(deleted.iter(f"{W}t"), None) is not None:
            yield "deleted-text-as-text", ""
    for words in tree.iter(f"{W}t"):
        if len(words):
            yield "element-in-text", etree.QName(words[0]).localname


def _extensions(tree: etree._Element) -> Iterator[tuple[str, str]]:
    """Word 2010's own names need `mc:Ignorable`, or an older Word refuses the file."""
    names = [name for element in tree.iter(etree.Element) for name in (element.tag, *element.attrib)]
    used = any(str(name).startswith(W14) for name in names)
    ignorable = [tree.nsmap.get(prefix, "") for prefix in tree.get(f"{MC}Ignorable", "").split()]
    if used and W14.strip("{}") not in ignorable:
        yield "extension-not-ignorable", "w14"


_CHECKS: tuple[Check, ...] = (
    _bookmarks, _controls, _control_order, _fields, _references, _tables, _texts, _extensions,
)  # fmt: skip

# ---------- one part against another ----------


def _dangling(trees: dict[str, etree._Element]) -> Iterator[Fault]:
    """Styles and numbers that are used and that nothing defines."""
    styles, numbering = trees["word/styles.xml"], trees["word/numbering.xml"]
    known = set(_values(styles, "style", f"{W}styleId"))
    numbers = {*_values(numbering, "num", f"{W}numId"), "0"}  # 0 takes a number away
    lists = set(_values(numbering, "abstractNum", f"{W}abstractNumId"))
    for part, tree in trees.items():
        yield from _missing("style-dangling", part, _values(tree, _STYLED), known)
        used = [element.get(f"{W}val", "") for element in tree.iterfind(f".//{W}numPr/{W}numId")]
        yield from _missing("number-dangling", part, used, numbers)
    yield from _missing("list-dangling", "word/numbering.xml", _values(numbering, "abstractNumId"), lists)


_STYLED = "pStyle rStyle tblStyle basedOn next link"


def _missing(name: str, part: str, used: Iterable[str], known: set[str]) -> Iterator[Fault]:
    yield from (Fault(name, part, entry) for entry in dict.fromkeys(used) if entry not in known)
