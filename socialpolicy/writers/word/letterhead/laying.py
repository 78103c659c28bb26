"""A letterhead made ready for a document: cleaned; its styles, lists, settings, pages completed by ours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs
from lxml import etree

from socialpolicy.document import Document
from socialpolicy.errors import Place
from socialpolicy.writers.word.furniture import footer, header
from socialpolicy.writers.word.letterhead.checking import Read
from socialpolicy.writers.word.letterhead.cleaning import clean_part, clean_story
from socialpolicy.writers.word.letterhead.dressing import (
    Look,
    dressed_lists,
    dressed_styles,
    look_of,
    wrapped,
)
from socialpolicy.writers.word.letterhead.effective import Effective
from socialpolicy.writers.word.letterhead.listing import add_lists
from socialpolicy.writers.word.letterhead.settling import settled
from socialpolicy.writers.word.letterhead.stories import Story, stories
from socialpolicy.writers.word.letterhead.styling import add_styles, number_styles, restyle, style_ids
from socialpolicy.writers.word.letterhead.tags import as_one_run, tags_of
from socialpolicy.writers.word.look import MARGIN, PAPER
from socialpolicy.writers.word.names import WORD_TYPE
from socialpolicy.writers.word.parts import PackageParts, R, Relation, parsed, written_xml
from socialpolicy.writers.word.reader import W
from socialpolicy.writers.word.settings import fonts_xml

__all__ = ["Laid", "laid_out"]

_PLACE = Place()
# their own ids start where ours never come to
_FIRST_ID = 900_001
# the narrowest column that our tables can stand in, in twips
_NARROWEST = 3000


@attrs.frozen(eq=False)
class Laid:
    """The parts, ready for docxtpl; `furniture` are our own header and footer, put in after it.

    `ids` says what our styles are called here; `width` is that of the column of text (twips).
    """

    parts: PackageParts
    ids: Mapping[str, str]
    look: Look = attrs.field(kw_only=True)
    width: int = attrs.field(kw_only=True)
    furniture: Mapping[str, bytes] = attrs.field(kw_only=True)


def laid_out(read: Read, document: Document) -> Laid:
    """A letterhead without faults, made ready for a document."""
    parts = PackageParts(dict(read.parts.content), dict(read.parts.types), _copied(read.parts))
    told = stories(parts, _PLACE)
    _clean_others(parts, {story.part for story in told})
    for story in told:
        _write_tags_anew(story)
        clean_story(story.root, [relation.id for relation in parts.relations.get(story.part, [])])
    _number_anew(told)
    section = _section(told[0], document)
    width = _column(section)
    look, ids, effective = _dress(parts, document, width)
    furniture = {}
    for kind, root in (("footer", footer(document)), ("header", header(document))):
        if next(_references_to(told[0].root, section, kind), None) is None:
            ours = wrapped(_ROOTS[kind], root)
            restyle(ours, ids)
            _to_the_right(ours[0], effective, width)
            furniture[_hang(parts, section, kind)] = written_xml(ours)
    for story in told:
        parts.content[story.part] = written_xml(story.root)
    return Laid(parts, ids, look=look, width=width, furniture=furniture)


def _copied(parts: PackageParts) -> dict[str, list[Relation]]:
    return {source: list(relations) for source, relations in parts.relations.items()}


def _clean_others(parts: PackageParts, told: set[str]) -> None:
    for name, type in parts.types.items():
        if type.endswith("+xml") and name not in told:
            root = parsed(parts.content[name], _PLACE)
            clean_part(root, [relation.id for relation in parts.relations.get(name, [])])
            parts.content[name] = written_xml(root)


def _write_tags_anew(story: Story) -> None:
    for tag in reversed(list(tags_of(story))):
        as_one_run(tag)


def _number_anew(told: tuple[Story, ...]) -> None:
    """Bookmarks and controls of the letterhead get ids that ours never have."""
    next_id = _FIRST_ID
    for story in told:
        ids: dict[str, str] = {}
        for one in story.root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd"):
            old = one.get(f"{W}id", "")
            if old not in ids:
                ids[old], next_id = str(next_id), next_id + 1
            one.set(f"{W}id", ids[old])
        for one in story.root.iterfind(f".//{W}sdtPr/{W}id"):
            one.set(f"{W}val", str(next_id))
            next_id += 1


# ---------- the page ----------


def _section(story: Story, document: Document) -> etree._Element:
    """The properties of the section that the document stands in; a text without any gets ours."""
    whole = next(story.root.iter(f"{W}body"))
    tag = next(tag for tag in tags_of(story) if tag.name == "body")
    for after in tag.paragraph.itersiblings():
        found = after if after.tag == f"{W}sectPr" else after.find(f"{W}pPr/{W}sectPr")
        if found is not None:
            break
    else:
        found = etree.SubElement(whole, f"{W}sectPr")
    _complete(found, document)
    return found


def _complete(section: etree._Element, document: Document) -> None:
    """What a section does not say of its page is as on our own."""
    width, height = PAPER[document.paper]
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    if size is None:
        size = etree.Element(f"{W}pgSz", {f"{W}w": str(width), f"{W}h": str(height)})
        _insert(section, size)
    if margins is None:
        sides = {
            "top": 1531,
            "right": MARGIN,
            "bottom": 1361,
            "left": MARGIN,
            "header": 737,
            "footer": 624,
            "gutter": 0,
        }
        margins = etree.Element(f"{W}pgMar", {f"{W}{side}": str(wide) for side, wide in sides.items()})
        _insert(section, margins)


_BEFORE = ("headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz")


def _insert(section: etree._Element, new: etree._Element) -> None:
    before = [one for one in section if etree.QName(one).localname in _BEFORE]
    section.insert(section.index(before[-1]) + 1 if before else 0, new)


def _column(section: etree._Element) -> int:
    """The width of a column of text between the margins, in twips."""
    margins = next(section.iter(f"{W}pgMar"))
    outside = sum(_twips(margins, side) for side in ("left", "right", "gutter"))
    whole = _twips(next(section.iter(f"{W}pgSz")), "w") - outside
    columns = section.find(f"{W}cols")
    count = 1 if columns is None else max(_twips(columns, "num"), 1)
    gap = 0 if columns is None else _twips(columns, "space")
    return max((whole - gap * (count - 1)) // count, _NARROWEST)


def _twips(element: etree._Element, name: str) -> int:
    value = element.get(f"{W}{name}", "0")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 6 else 0


# ---------- styles, lists, settings, fonts ----------


def _dress(parts: PackageParts, document: Document, width: int) -> tuple[Look, dict[str, str], Effective]:
    styles = _root(parts, "styles")
    numbering = _root(parts, "numbering")
    before = Effective.of(parts, _PLACE)
    look = look_of(before, style_ids(styles)) if before.styles else Look()
    ours = dressed_styles(look, document.locale, width, document.scheme)
    ids = add_styles(styles, ours, look.scale)
    effective = attrs.evolve(
        before, styles={one.get(f"{W}styleId", ""): one for one in styles.iter(f"{W}style")}
    )
    numbers = add_lists(numbering, dressed_lists(look, document.scheme), ids, effective.styles)
    number_styles(effective, ours, ids, numbers)
    _speak(styles, document.locale)
    settings = parts.one("settings")
    settled_root = settled(parsed(parts.content[settings], _PLACE) if settings else None, document.locale)
    for kind, root in (("styles", styles), ("numbering", numbering), ("settings", settled_root)):
        _put(parts, kind, written_xml(root))
    if not parts.one("fontTable"):
        _put(parts, "fontTable", written_xml(wrapped("fonts", fonts_xml())))
    return look, ids, effective


def _root(parts: PackageParts, kind: str) -> etree._Element:
    name = parts.one(kind)
    return parsed(parts.content[name], _PLACE) if name else wrapped(kind, "")


def _put(parts: PackageParts, kind: str, content: bytes) -> None:
    """The part of a kind: the letterhead's own with new content, or a new one."""
    name = parts.one(kind)
    if name:
        parts.content[name] = content
    else:
        parts.add(kind, _free(parts, kind), content, type=f"{WORD_TYPE}.{kind}+xml")


def _free(parts: PackageParts, kind: str) -> str:
    names = (f"word/{kind}{number or ''}.xml" for number in range(len(parts.content) + 1))
    return next(name for name in names if name not in parts.content)


def _speak(styles: etree._Element, locale: str) -> None:
    """The language of the document's words, whichever the letterhead was written in."""
    for defaults in styles.iterfind(f"{W}docDefaults/{W}rPrDefault/{W}rPr"):
        if defaults.find(f"{W}lang") is None:
            etree.SubElement(defaults, f"{W}lang")
    for language in styles.iter(f"{W}lang"):
        language.set(f"{W}val", locale)


# ---------- header and footer: our own where the letterhead has none, filled in after docxtpl ----------

_ROOTS = {"header": "hdr", "footer": "ftr"}


def _hang(parts: PackageParts, section: etree._Element, kind: str) -> str:
    """Hang an empty header or footer on the section; the name of its part."""
    name = _free(parts, kind)
    empty = written_xml(wrapped(_ROOTS[kind], "<w:p/>"))
    id = parts.add(kind, name, empty, type=f"{WORD_TYPE}.{kind}+xml")
    section.insert(0, etree.Element(f"{W}{kind}Reference", {f"{W}type": "default", f"{R}id": id}))
    return name


def _to_the_right(paragraph: etree._Element, effective: Effective, width: int) -> None:
    """One tab leads to the right edge, whatever stops the letterhead's own style has."""
    style = next(paragraph.iter(f"{W}pStyle"))
    stops = {
        tab.get(f"{W}pos", "")
        for one in effective.chain(style.get(f"{W}val", ""))
        for tab in one.iterfind(f"{W}pPr/{W}tabs/{W}tab")
    }
    tabs = etree.Element(f"{W}tabs")
    for stop in sorted(stops - {str(width)}, key=lambda stop: (len(stop), stop)):
        etree.SubElement(tabs, f"{W}tab", {f"{W}val": "clear", f"{W}pos": stop})
    etree.SubElement(tabs, f"{W}tab", {f"{W}val": "right", f"{W}pos": str(width)})
    style.addnext(tabs)


def _references_to(main: etree._Element, section: etree._Element, kind: str) -> Iterator[etree._Element]:
    """A section without a header or footer has that of the section before."""
    sections = list(main.iter(f"{W}sectPr"))
    for one in sections[: sections.index(section) + 1]:
        yield from one.iter(f"{W}{kind}Reference")
