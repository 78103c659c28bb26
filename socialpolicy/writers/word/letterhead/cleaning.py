"""What a kept part of a letterhead loses before anything is written into it.

Who edited it, comments, links that lead nowhere any more, values bound to the file's properties.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from socialpolicy.errors import Code, Place
from socialpolicy.writers.word.letterhead.stories import Fault, Story, fault
from socialpolicy.writers.word.parts import R
from socialpolicy.writers.word.reader import W

__all__ = ["clean_part", "clean_story", "removals", "unwrap"]

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
VML = ("{urn:schemas-microsoft-com:vml}", "{urn:schemas-microsoft-com:office:office}")

# what an editor leaves behind, and what points at parts that never travel
_GONE = tuple(
    f"{W}{name}"
    for name in (
        "proofErr", "permStart", "permEnd", "commentRangeStart", "commentRangeEnd", "commentReference",
        "annotationRef", "lastRenderedPageBreak", "dataBinding", "placeholder",
    )
)  # fmt: skip
_FETCHES = ("src", "href", "althref", "relid", "pict")
# the whole of what an element with a lost relationship belongs to
_WHOLE = (f"{MC}AlternateContent", f"{W}drawing", f"{W}pict", f"{W}object")


def removals(story: Story, kept: Iterable[str], place: Place) -> Iterator[Fault]:
    """A warning for what a person sees and the documents will not have: pictures, links, bound values."""
    for element in _lost(story.root, frozenset(kept)):
        what = "A link" if element.tag == f"{W}hyperlink" else "A picture or an object"
        yield fault(story, Code.LETTERHEAD_LEFT_OUT, f"{what} is left out.", place=place, at=element,
                    severity="warn")  # fmt: skip
    for element in story.root.iter(f"{W}dataBinding"):
        message = "A value that Word takes from the file's properties stays as it is typed."
        yield fault(story, Code.LETTERHEAD_LEFT_OUT, message, place=place, at=element,
                    hint="write a tag instead", severity="warn")  # fmt: skip


def clean_story(root: etree._Element, kept: Iterable[str]) -> None:
    """Take away what never travels; `kept` are the ids of the part's relationships that are left."""
    for element in list(_lost(root, frozenset(kept))):
        unwrap(element) if element.tag == f"{W}hyperlink" else _remove_whole(element)
    for element in list(root.iter(*_GONE)):
        _remove(element)
    for element in list(root.iter(f"{W}r", f"{W}t")):
        if not len(element) and not element.text:
            _remove(element)
    for element in root.iter(etree.Element):
        _lose_attributes(element)
    for element in list(root.iter(f"{W}bookmarkStart")):
        if element.get(f"{W}name", "").startswith("_sp_"):
            _remove_bookmark(root, element)


def clean_part(root: etree._Element, kept: Iterable[str]) -> None:
    """Take who edited it, and what leads nowhere, out of a part that prints no words of its own."""
    for element in [*_lost(root, frozenset(kept)), *root.iter(f"{W}rsid")]:
        _remove(element)
    for element in root.iter(etree.Element):
        _lose_attributes(element)


def _lost(root: etree._Element, kept: frozenset[str]) -> Iterator[etree._Element]:
    """Every element that names a relationship which there is no more."""
    for element in root.iter(etree.Element):
        names = [value for name, value in element.attrib.items() if str(name).startswith(R)]
        if any(value not in kept for value in names if value):
            yield element


def _remove_whole(element: etree._Element) -> None:
    """The element with all that it is a part of."""
    above = [one for one in (element, *element.iterancestors()) if one.tag in _WHOLE]
    _remove(above[-1] if above else element)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def unwrap(element: etree._Element) -> None:
    """Put an element's children in its place."""
    parent = element.getparent()
    if parent is not None:
        at = parent.index(element)
        parent[at : at + 1] = list(element)


def _remove_bookmark(root: etree._Element, start: etree._Element) -> None:
    """A name of ours belongs to our own paragraphs."""
    number = start.get(f"{W}id")
    ends = [end for end in root.iter(f"{W}bookmarkEnd") if end.get(f"{W}id") == number]
    for element in (start, *ends):
        _remove(element)


def _lose_attributes(element: etree._Element) -> None:
    """Editing sessions; addresses in old drawings; and everything on a paragraph or a run."""
    bare = element.tag in (f"{W}p", f"{W}r")
    for name in list(element.attrib):
        local = etree.QName(name).localname
        fetches = (
            str(element.tag).startswith(VML) and local.lower() in _FETCHES and not str(name).startswith(R)
        )
        if bare or local.startswith("rsid") or local in ("paraId", "textId") or fetches:
            del element.attrib[name]
