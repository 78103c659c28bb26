"""Faults that a part has by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from lxml import etree

from socialpolicy.writers.word.lint.faults import twice, values
from socialpolicy.writers.word.markup import LONGEST_TAG
from socialpolicy.writers.word.reading.fields import codes, strays
from socialpolicy.writers.word.reading.xml import MC, W14, W, local, value

__all__ = ["CHECKS"]

Found = Iterator[tuple[str, str]]
_CHANGES = (
    "ins del moveFrom moveTo rPrChange pPrChange sectPrChange tblPrChange trPrChange tcPrChange "
    "tblGridChange tblPrExChange numberingChange cellIns cellDel cellMerge"
)
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


def _bookmarks(tree: etree._Element) -> Found:
    starts, ends = (Counter(values(tree, tag, "id")) for tag in ("bookmarkStart", "bookmarkEnd"))
    yield from (("bookmark-unclosed", number) for number in (starts - ends) + (ends - starts))


def _controls(tree: etree._Element) -> Found:
    for tag in values(tree, "tag"):
        if len(tag) > LONGEST_TAG:
            yield "control-tag-long", tag
    for content in tree.iter(f"{W}sdtContent"):
        if not len(content):
            yield "control-empty", ""


# the order of a control's properties, in which only the last is one of many kinds
_ORDER = ["rPr", "alias", "tag", "id", "lock", "placeholder", "temporary", "showingPlcHdr", "dataBinding"]


def _control_order(tree: etree._Element) -> Found:
    for properties in tree.iter(f"{W}sdtPr"):
        names = [local(child) for child in properties if str(child.tag).startswith((W, W14))]
        places = [_ORDER.index(name) if name in _ORDER else len(_ORDER) for name in names]
        if places != sorted(places):
            yield "control-order", " ".join(names)


def _ids(tree: etree._Element) -> Found:
    yield from (("change-id-twice", number) for number in twice(values(tree, _CHANGES, "id")))
    drawings = (element.get("id", "") for element in tree.iter(_DRAWING))
    yield from (("drawing-id-twice", number) for number in twice(drawings))


def _fields(tree: etree._Element) -> Found:
    if strays(tree):
        yield "field-unclosed", ""
    if local(tree) in ("hdr", "ftr"):  # Word computes those of the text when it opens a file, and not these
        yield from (("field-without-text", code.strip()) for code, shown in codes(tree) if not shown)


def _tables(tree: etree._Element) -> Found:
    for table in tree.iter(f"{W}tbl"):
        if next(table.iter(f"{W}tr"), None) is None:
            yield "table-without-rows", ""
    for cell in tree.iter(f"{W}tc"):
        last = _last_block(cell)
        if next(cell.iter(f"{W}p"), None) is None:
            yield "cell-without-paragraph", ""
        elif last is None or last.tag != f"{W}p":
            yield "cell-without-last-paragraph", ""


def _last_block(parent: etree._Element) -> etree._Element | None:
    """The last block, also of one inside controls that hold the whole end of a cell."""
    for child in reversed(parent):
        if child.tag in (f"{W}p", f"{W}tbl"):
            return child
        if child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml"):
            return _last_block(child)
    return None


def _texts(tree: etree._Element) -> Found:
    for deleted in tree.iter(f"{W}del"):
        if next(deleted.iter(f"{W}t"), None) is not None:
            yield "deleted-text-as-text", ""
    for words in tree.iter(f"{W}t"):
        yield from (("element-in-text", local(child)) for child in words.iterchildren("{*}*"))


def _extensions(tree: etree._Element) -> Found:
    """Word 2010's own names need `mc:Ignorable`, or an older Word refuses the file."""
    names = [name for element in tree.iter("{*}*") for name in (element.tag, *element.attrib)]
    used = any(str(name).startswith(W14) for name in names)
    ignorable = [tree.nsmap.get(prefix, "") for prefix in tree.get(f"{MC}Ignorable", "").split()]
    if used and W14.strip("{}") not in ignorable:
        yield "extension-not-ignorable", "w14"


def _traces(tree: etree._Element) -> Found:
    """Numbers by which Word tells who wrote what in which sitting: noise in a file of ours."""
    traced = any(
        _local_name(name).startswith("rsid") for element in tree.iter("{*}*") for name in element.attrib
    )
    if traced or next(tree.iter(f"{W}rsids"), None) is not None:
        yield "editing-trace", ""


def _local_name(name: object) -> str:
    return str(name).rpartition("}")[2]


def _numbering(tree: etree._Element) -> Found:
    """Word drops a list that is defined after its use."""
    order = [local(child) for child in tree if child.tag in (f"{W}abstractNum", f"{W}num")]
    if order != sorted(order):
        yield "list-after-number", ""


def _language(tree: etree._Element) -> Found:
    """Without a language a screen reader takes its own."""
    if local(tree) == "styles" and not value(tree.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")):
        yield "language-missing", ""


Check = Callable[[etree._Element], Iterable[tuple[str, str]]]
CHECKS: tuple[Check, ...] = (
    _bookmarks, _controls, _control_order, _ids, _fields, _tables, _texts, _extensions, _traces, _numbering,
    _language,
)  # fmt: skip
