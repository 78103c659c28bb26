"""Fields in a letterhead: page numbers and the like. What fetches, runs or changes by the day is refused."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
from lxml import etree

from socialpolicy.errors import Code, Place
from socialpolicy.writers.word.letterhead.allowed import safe_address
from socialpolicy.writers.word.letterhead.stories import Fault, Story, fault
from socialpolicy.writers.word.reader import W

__all__ = ["field_codes", "field_faults"]

_ALLOWED = {
    "PAGE",
    "NUMPAGES",
    "SECTIONPAGES",
    "SECTION",
    "STYLEREF",
    "REF",
    "PAGEREF",
    "TOC",
    "HYPERLINK",
    "SEQ",
}
# fields whose value is another one each day, or is kept in the properties that ours take the place of
_INSTEAD = {
    "DATE": "{{ date }}", "TIME": "{{ date }}", "SAVEDATE": "{{ date }}", "PRINTDATE": "{{ date }}",
    "CREATEDATE": "{{ date }}", "TITLE": "{{ title }}", "DOCPROPERTY": "{{ version }}",
    "AUTHOR": "{{ practitioner_name }}",
}  # fmt: skip


@attrs.define
class _Open:
    """A field that has begun: where, and its code so far; `read` once its code has ended."""

    start: etree._Element
    code: str = ""
    read: bool = False


def field_codes(story: Story) -> Iterator[tuple[etree._Element, str]]:
    """Each field's code, joined over its runs, with the element that it starts at.

    A field inside another one's code becomes part of that code, so that neither hides the other.
    """
    fields: list[_Open] = []
    for element in story.root.iter(f"{W}fldChar", f"{W}instrText", f"{W}fldSimple"):
        kind = element.get(f"{W}fldCharType", "")
        if element.tag == f"{W}fldSimple":
            yield element, element.get(f"{W}instr", "")
        elif element.tag == f"{W}instrText":
            unread = [field for field in fields if not field.read]
            if not unread:
                yield element, element.text or ""
            for field in unread:
                field.code += element.text or ""
        elif kind == "begin":
            fields.append(_Open(element))
        elif fields:
            field = fields[-1] if kind == "separate" else fields.pop()
            if not field.read:
                field.read = True
                yield field.start, field.code
    yield from ((field.start, field.code) for field in fields if not field.read)


def field_faults(story: Story, place: Place) -> Iterator[Fault]:
    """A fault for every field that is not on the list, and for a link that leads where none may."""
    for element, code in field_codes(story):
        name = (code.split() or [""])[0].upper()
        if name not in _ALLOWED:
            instead = _INSTEAD.get(name)
            hint = (
                f"write {instead} instead" if instead else f"these may stand: {', '.join(sorted(_ALLOWED))}"
            )
            message = f"The field `{code.strip()[:80]}` cannot stand in a letterhead."
            yield fault(story, Code.LETTERHEAD_FIELD, message, place=place, at=element, hint=hint)
        elif name == "HYPERLINK" and not _leads_well(code):
            message = "A link leads to another place than the web, a mailbox or a phone."
            yield fault(story, Code.LETTERHEAD_FIELD, message, place=place, at=element,
                        hint="links start with https:, http:, mailto: or tel:")  # fmt: skip


def _leads_well(code: str) -> bool:
    words = code.split()
    addresses = [word.strip('"') for word in words[1:] if ":" in word or "\\\\" in word]
    inside = "\\l" in words
    return all(safe_address(word) for word in addresses) and (bool(addresses) or inside)
