"""Faults of one part against another: what is named in one, and defined in another or in none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from socialpolicy.writers.word.lint.faults import Fault, Opened, named, twice, values
from socialpolicy.writers.word.reading.fields import codes
from socialpolicy.writers.word.reading.looks import Looks
from socialpolicy.writers.word.reading.parts import main_name
from socialpolicy.writers.word.reading.xml import W, value

__all__ = ["ACROSS"]

_STYLED = "pStyle rStyle tblStyle basedOn next link"
_REFERRING = ("REF", "PAGEREF", "NOTEREF")
# a bookmark that Word knows by itself
_TOP = "_top"


def _names(file: Opened) -> Iterator[Fault]:
    """Bookmarks and controls have their names and ids to themselves in the whole file."""
    bookmarks = [name for tree in file.trees.values() for name in values(tree, "bookmarkStart", "name")]
    ids = [value(id) for tree in file.trees.values() for id in tree.iterfind(f".//{W}sdtPr/{W}id")]
    main = main_name(file.members)
    yield from named("bookmark-name-twice", main, twice(bookmarks))
    yield from named("control-id-twice", main, twice(ids))


def _references(file: Opened) -> Iterator[Fault]:
    names = {_TOP, *(name for tree in file.trees.values() for name in values(tree, "bookmarkStart", "name"))}
    for part, tree in file.trees.items():
        anchors = filter(None, values(tree, "hyperlink", "anchor"))
        wanted = (target for code, _ in codes(tree) if (target := _target(code.split())))
        yield from named("reference-dangling", part, (one for one in (*wanted, *anchors) if one not in names))


def _target(code: list[str]) -> str:
    """The bookmark that a field leads to; "" where it leads to none."""
    kind = code[0].upper() if code else ""
    if kind in _REFERRING:
        return code[1].strip('"') if len(code) > 1 else ""
    if kind == "HYPERLINK" and "\\l" in code[:-1]:
        return code[code.index("\\l") + 1].strip('"')
    return ""


def _definitions(file: Opened) -> Iterator[Fault]:
    """Styles and numbers that are used and that nothing defines."""
    styles, numbering = file.tree("styles"), file.tree("numbering")
    known = set() if styles is None else set(values(styles, "style", "styleId"))
    numbers = {
        "0",
        *(() if numbering is None else values(numbering, "num", "numId")),
    }  # 0 takes a number away
    lists = set() if numbering is None else set(values(numbering, "abstractNum", "abstractNumId"))
    for part, tree in file.trees.items():
        used = [value(found) for found in tree.iterfind(f".//{W}numPr/{W}numId")]
        wanted = [value(found) for found in tree.iterfind(f"{W}num/{W}abstractNumId")]
        yield from _missing("style-dangling", part, values(tree, _STYLED), known)
        yield from _missing("number-dangling", part, used, numbers)
        yield from _missing("list-dangling", part, wanted, lists)


def _missing(name: str, part: str, used: Iterable[str], known: set[str]) -> Iterator[Fault]:
    return named(name, part, (entry for entry in dict.fromkeys(used) if entry not in known))


def _headings(file: Opened) -> Iterator[Fault]:
    """A heading is at most one level deeper than the one before: readers walk the levels."""
    main = main_name(file.members)
    looks, before = Looks.of(file.tree("styles")), 0
    levels = {style: looks.level(style) for style in looks.styles}
    for paragraph in file.trees[main].iter(f"{W}p"):
        level = levels.get(value(paragraph.find(f"{W}pPr/{W}pStyle")), 0)
        if before and level > before + 1:
            yield Fault("heading-jump", main, f"{before} to {level}")
        before = level or before


ACROSS: tuple[Callable[[Opened], Iterable[Fault]], ...] = (_names, _references, _definitions, _headings)
