"""Anchors: a neutral word at each field, by which an e-signature service finds where to put what."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

import attrs

from socialpolicy.document import Consent, Document, Execution, Field, Value, walk
from socialpolicy.errors import Code, Place, Refused, WrongValue
from socialpolicy.writers.prepared import Words
from socialpolicy.writers.word.markup import attribute, tag_value
from socialpolicy.writers.word.signing import field_tags

__all__ = ["Anchor", "anchors_in", "anchors_of", "check_answers", "check_words", "with_anchors"]

_SHORT = {"name": "name", "signature": "sig", "date": "date", "initials": "init", "tick": "tick"}
# Services look for text, so it has to be text: white and one point high, as their own guides advise for tags.
_LOOK = '<w:rPr><w:color w:val="FFFFFF"/><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr>'
_CONTROL = rb'<w:sdt><w:sdtPr>(?:<w:alias w:val=(?:"[^"]*"|\'[^\']*\')/>)?<w:tag w:val=("[^"]*")/>'
_ANCHOR = re.compile(rb"/sp:[a-z0-9-]+:[a-z]+:[0-9]+/")
# What begins a field: of ours; of Adobe Acrobat Sign, SignWell, BoldSign and OneSpan ("{{"); of Dropbox Sign
# ("[sig|req|…"); of PandaDoc ("{signature:…"); of DocuSign's usual anchors ("\s1\").
_OPENER = re.compile(
    r"/sp:|\{\{|\[[a-z-]+\||\{(?:signature|initials|date|text|checkbox|dropdown)[:*_]|\\[a-z]{1,3}[0-9]+\\",
    re.I,
)


@attrs.frozen
class Anchor:
    """The place of one field: `/sp:client:sig:1/`; `tag` is that of its content control.

    `number` counts the fields of one kind of one party in the document, from 1.
    """

    party: str
    kind: str
    number: int = attrs.field(kw_only=True)
    tag: str = attrs.field(kw_only=True)
    required: bool = attrs.field(kw_only=True)

    def __str__(self) -> str:
        return f"/sp:{self.party}:{_SHORT[self.kind]}:{self.number}/"


def anchors_of(document: Document) -> tuple[Anchor, ...]:
    """The anchors of a document, in the order of its fields."""
    counts: Counter[tuple[str, str]] = Counter()
    anchors = []
    for field, tag in _fields(document):
        counts[field.party, field.kind] += 1
        number = counts[field.party, field.kind]
        anchors.append(Anchor(field.party, field.kind, number=number, tag=tag, required=field.required))
    return tuple(anchors)


def _fields(document: Document) -> Iterator[tuple[Field, str]]:
    for node in walk(document):
        if isinstance(node, Consent | Execution):
            yield from field_tags(node)


def with_anchors(parts: Mapping[str, bytes], document: Document) -> dict[str, bytes]:
    """The parts with an anchor before each field; whatever letterhead they are on, it is rendered already.

    Raises WrongValue where a field has no place in them.
    """
    anchors = list(anchors_of(document))

    def before(found: re.Match[bytes]) -> bytes:
        if anchors and found[1].decode() == attribute(tag_value(anchors[0].tag)):
            return f"<w:r>{_LOOK}<w:t>{anchors.pop(0)}</w:t></w:r>".encode() + found[0]
        return found[0]

    placed = {name: re.sub(_CONTROL, before, content) for name, content in parts.items()}
    if anchors or anchors_in(placed) != tuple(map(str, anchors_of(document))):
        message = "A field has no place in this file where its anchor could stand."
        raise WrongValue(Code.ANCHORS_DIFFER, message, Place(path=document.id))
    return placed


def anchors_in(parts: Mapping[str, bytes]) -> tuple[str, ...]:
    """The anchors that stand in the parts of a file."""
    return tuple(found[0].decode() for part in parts.values() for found in _ANCHOR.finditer(part))


def check_answers(document: Document) -> None:
    """Raise Refused if a value of the practice holds what a service would take for a field."""
    values = [(node.source, node.text) for node in walk(document) if isinstance(node, Value)]
    printed = [("practice_name", document.practice), ("policy_version", document.version)]
    on_letterheads = [(detail.name, detail.words) for detail in document.details]
    answers = (*printed, *values, *on_letterheads)
    _refuse(dict.fromkeys(source for source, text in answers if _OPENER.search(text)))


def check_words(words: Words) -> None:
    """The same for the words of a client, of which none is told."""
    _refuse(dict.fromkeys(fact for (fact, _), text in words.items() if _OPENER.search(text)))


def _refuse(sources: Mapping[str, None]) -> None:
    message = "An e-signature service would take a part of this for a field to sign."
    found = [WrongValue(Code.ANCHOR_IN_ANSWER, message, Place(path=source)) for source in sources]
    if found:
        raise Refused("The anchors cannot be placed.", found)
