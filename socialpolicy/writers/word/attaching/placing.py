"""Where the addendum goes: at the end of the agreement, or after what stands under one of its headings."""

from __future__ import annotations

import re

import attrs
from lxml import etree

from socialpolicy.errors import Code, Collector, NotFound, WrongValue
from socialpolicy.guarding.suggest import did_you_mean
from socialpolicy.writers.word.attaching.host import BODY, Heading, Host
from socialpolicy.writers.word.attaching.scanning import scan
from socialpolicy.writers.word.reader import W

__all__ = ["Gap", "find_gap"]

_SECTION = f"{W}sectPr"
_SECTION_BYTES = re.compile(rb"<w:sectPr\b[^>]*/>|<w:sectPr\b.*?</w:sectPr>", re.S)


@attrs.frozen
class Gap:
    """A place in the bytes of the text, and the properties of the section that ends there.

    `start` to `end` are bytes that give way: at the end of an agreement its last section's properties, which
    move into a paragraph; in the middle none.
    """

    start: int
    end: int
    section: bytes = attrs.field(kw_only=True)
    last: bool = attrs.field(kw_only=True)


def find_gap(host: Host, after: str, found: Collector) -> Gap | None:
    """The gap at the end, or after the text under the heading `after`; None where `found` says why not."""
    if not after:
        return _at_the_end(host)
    heading = _heading(host, after, found)
    return None if heading is None else _after(host, heading, found)


def _at_the_end(host: Host) -> Gap:
    body = scan(host.main, BODY)
    if body.children and body.children[-1].name == _SECTION:
        last = body.children[-1]
        return Gap(last.start, last.end, section=host.main[last.start : last.end], last=True)
    return Gap(body.end, body.end, section=b"<w:sectPr/>", last=True)


def _heading(host: Host, after: str, found: Collector) -> Heading | None:
    headings = host.headings()
    wanted = " ".join(after.split()).casefold()
    fit = [one for one in headings if one.words.casefold() == wanted]
    if len(fit) == 1:
        return fit[0]
    if fit:
        message = f"The agreement has {len(fit)} headings with these words."
        found.add(WrongValue(Code.HEADING_UNKNOWN, message, host.place, "attach at the end instead"))
        return None
    known = [one.words for one in headings]
    hint = did_you_mean(after, known) or _listed(known)
    found.add(NotFound(Code.HEADING_UNKNOWN, "The agreement has no such heading.", host.place, hint))
    return None


def _listed(known: list[str]) -> str:
    if not known:
        return "it has no headings in Word's own styles: attach at the end"
    return f"one of: {'; '.join(known)}"


def _after(host: Host, heading: Heading, found: Collector) -> Gap | None:
    """Before the next heading that is as high or higher; at the end where there is none."""
    following = (one for one in host.headings() if one.place > heading.place and one.level <= heading.level)
    ends = next(following, None)
    if ends is None:
        return _at_the_end(host)
    spans = scan(host.main, BODY).children
    place, section = _ends_section(host, ends.place)
    if section is None or _cannot_part(section):
        message = "The section of the agreement that this heading stands in cannot be parted in two."
        hint = "its pages are counted or begin in a way that would go wrong: attach at the end"
        found.add(WrongValue(Code.AGREEMENT_FORM, message, host.place, hint))
        return None
    at, holder = spans[ends.place].start, host.main[spans[place].start : spans[place].end]
    written = _SECTION_BYTES.search(holder)
    return Gap(at, at, section=written[0] if written else b"", last=False)


def _ends_section(host: Host, place: int) -> tuple[int, etree._Element | None]:
    """The first child of the body from this place on that ends a section, and the section's properties."""
    blocks = host.text.findall(f"{BODY}/*")
    for number, block in enumerate(blocks[place:], place):
        for section in block.iter(_SECTION):
            return number, section
    return len(blocks), None


def _cannot_part(section: etree._Element) -> bool:
    """Pages counted anew would be so twice; a section that begins on the page has no page of its own."""
    count, kind = section.find(f"{W}pgNumType"), section.find(f"{W}type")
    counted = count is not None and count.get(f"{W}start") is not None
    goes_on = kind is not None and kind.get(f"{W}val") in ("continuous", "nextColumn")
    return counted or goes_on or section.find(f"{W}sectPrChange") is not None
