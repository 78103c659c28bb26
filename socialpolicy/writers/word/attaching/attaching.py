"""Attaching: an addendum's section, styles and lists put into an agreement."""

from __future__ import annotations

import attrs
from lxml import etree

from socialpolicy.document import Document
from socialpolicy.errors import Code, Collector, Finding, Place, Refused, WrongValue
from socialpolicy.guarding.package import read_package
from socialpolicy.writers.word.anchoring import check_answers, with_anchors
from socialpolicy.writers.word.attaching.checking import check_host
from socialpolicy.writers.word.attaching.clothing import lists_for, styles_for
from socialpolicy.writers.word.attaching.host import Host
from socialpolicy.writers.word.attaching.joining import Joining
from socialpolicy.writers.word.attaching.placing import Gap, find_gap
from socialpolicy.writers.word.attaching.renaming import Renaming
from socialpolicy.writers.word.attaching.scanning import scan
from socialpolicy.writers.word.attaching.section import (
    Pages,
    ending,
    footer_of,
    header_of,
    pages_of,
    section_of,
)
from socialpolicy.writers.word.body import body
from socialpolicy.writers.word.filling import PreparedWord, packed, segments
from socialpolicy.writers.word.mirroring import mirrored
from socialpolicy.writers.word.names import WORD_TYPE
from socialpolicy.writers.word.package import part_xml
from socialpolicy.writers.word.readback import check_said
from socialpolicy.writers.word.reader import W
from socialpolicy.writers.word.record import PROPERTIES_TYPE, properties_xml, record_xml
from socialpolicy.writers.word.splicing import Segment

__all__ = ["attach"]

_NOWHERE = Place()


def attach(
    agreement: bytes,
    document: Document,
    record: bytes = b"",
    *,
    after: str = "",
    anchors: bool = False,
    place: Place = _NOWHERE,
) -> tuple[PreparedWord, tuple[Finding, ...]]:
    """The agreement with the document as a new section, but for its clients' values; and what to know of it.

    `after` is a heading of the agreement; the section then follows what stands under it, else it is the
    last. Nothing else of the agreement changes. `anchors` places a word at each field of the document.
    Raises WrongValue for what is no Word document or would not say what was asked for, and Refused with all
    that stands against writing into this one.
    """
    found = Collector()
    host = Host.of(read_package(agreement, place).members, place)
    check_host(host, found)
    found.refuse("Nothing can be attached to this agreement.")
    gap = find_gap(host, after, found)
    if gap is None:
        raise Refused("The addendum cannot be put there.", found.findings)
    if anchors:
        check_answers(document)
    attaching = _Attaching(host, gap, document, Renaming.for_host(host), anchors=anchors)
    try:
        prepared = attaching.prepared(record)
    except etree.XMLSyntaxError:  # in a part that nothing but reading the whole back looks at
        fault = WrongValue(Code.PACKAGE_XML, "A part of this agreement is not XML that can be read.", place)
        raise fault from None
    return prepared, tuple(found.findings)


@attrs.frozen
class _Attaching:
    host: Host
    gap: Gap
    document: Document
    renaming: Renaming
    anchors: bool = attrs.field(kw_only=True)

    def prepared(self, record: bytes) -> PreparedWord:
        pages = pages_of(self.host, self.document)
        joining = Joining(self.host)
        self._add_styles(joining, pages)
        self._add_lists(joining)
        if record:
            self._add_record(joining, record)
        blocks = self._blocks(joining, pages).encode()
        main = self.host.parts.main
        before, rest = self.host.main[: self.gap.start], self.host.main[self.gap.end :]
        joining.members[main] = before + rest
        joining.declare()
        cut = len(joining.members[main]) - len(rest)
        above, below = joining.members[main][:cut] + ending(self.gap.section), joining.members[main][cut:]
        check_said(self.document, {**joining.members, main: above + blocks + below}, around=True)
        if self.anchors:
            blocks = with_anchors({main: blocks}, self.document)[main]
        # what looks like a hole in the agreement is none of ours
        texts: dict[str, tuple[Segment, ...]] = {main: (above, *segments(blocks), below)}
        whole = ((name, texts.get(name, (content,))) for name, content in joining.members.items())
        return packed(whole, anchored=self.anchors)

    def _blocks(self, joining: Joining, pages: Pages) -> str:
        """Our blocks and the properties of their section, which a paragraph carries in the middle."""
        furniture = {"header": header_of(self.document), "footer": footer_of(self.document)}
        ids = {kind: self._add(joining, kind, self.renaming.ids(xml)) for kind, xml in furniture.items()}
        section = section_of(self.host, pages, ids["header"], ids["footer"], last=self.gap.last)
        section = mirrored(section, self.document.locale)
        blocks = self.renaming.ids(body(self.document, pages.text))
        return blocks + (section if self.gap.last else ending(section.encode()).decode())

    def _add(self, joining: Joining, kind: str, xml: str) -> str:
        stem, type = f"{joining.folder}addendum-{kind}#.xml", f"{WORD_TYPE}.{kind}+xml"
        return joining.add(stem, part_xml(kind, xml), kind=kind, type=type)

    def _add_styles(self, joining: Joining, pages: Pages) -> None:
        styles = styles_for(self.host, self.document, pages.text, self.renaming)
        name = self.host.parts.one("styles")
        if not name:
            stem = f"{joining.folder}addendum-styles#.xml"
            joining.add(stem, part_xml("styles", styles), kind="styles", type=f"{WORD_TYPE}.styles+xml")
            return
        part = joining.members[name]
        joining.members[name] = scan(part).with_last(part, styles.encode())

    def _add_lists(self, joining: Joining) -> None:
        """Every list stands before every number, and both before what comes last in that part."""
        lists, numbers = lists_for(self.document, self.renaming)
        name = self.host.parts.one("numbering")
        if not name:
            stem = f"{joining.folder}addendum-numbering#.xml"
            xml = part_xml("numbering", lists + numbers)
            joining.add(stem, xml, kind="numbering", type=f"{WORD_TYPE}.numbering+xml")
            return
        part = joining.members[name]
        opened = scan(part)
        last = next(opened.named(f"{W}numIdMacAtCleanup"), None)
        first = next(opened.named(f"{W}num"), last)
        end, start = (last.start if last else opened.end), (first.start if first else opened.end)
        if first is None and last is None:
            joining.members[name] = opened.with_last(part, (lists + numbers).encode())
            return
        grown = part[:start] + lists.encode() + part[start:end] + numbers.encode() + part[end:]
        joining.members[name] = grown

    def _add_record(self, joining: Joining, record: bytes) -> None:
        joining.add("customXml/item#.xml", record_xml(record), kind="customXml", type="application/xml")
        item = next(reversed(joining.members))
        stem = item.replace("item", "itemProps", 1)
        joining.add(stem, properties_xml(), kind="customXmlProps", type=PROPERTIES_TYPE, source=item)
