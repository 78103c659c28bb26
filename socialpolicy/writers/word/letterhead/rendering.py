"""A document on a letterhead: its parts made ready, its tags rendered by docxtpl, our values and body put in.

docxtpl sees tags and stand-ins alone, never a value: what it makes of `&`, braces or line feeds cannot
touch what a practice is called.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

import attrs
from lxml import etree

from socialpolicy.document import Document
from socialpolicy.errors import Code, Place, Refused, WrongValue
from socialpolicy.writers.word.body import body
from socialpolicy.writers.word.letterhead.checking import read_letterhead
from socialpolicy.writers.word.letterhead.laying import Laid, laid_out
from socialpolicy.writers.word.letterhead.styling import restyle
from socialpolicy.writers.word.letterhead.tags import TAGS
from socialpolicy.writers.word.markup import text
from socialpolicy.writers.word.names import DECLARED, NAMESPACES
from socialpolicy.writers.word.package import describe, saved
from socialpolicy.writers.word.parts import PackageParts, parsed, written_xml
from socialpolicy.writers.word.reader import W
from socialpolicy.writers.word.record import add_record
from socialpolicy.writers.word.zipped import zipped

if TYPE_CHECKING:
    from docx.opc.package import OpcPackage

__all__ = ["parts_on", "tag_values"]

_MC = "{" + NAMESPACES["mc"] + "}"
_PLACE = Place()


def parts_on(
    letterhead: bytes, document: Document, record: bytes = b"", place: Place = _PLACE
) -> dict[str, bytes]:
    """Every part of the document on this letterhead, holes still in it.

    Raises Refused with each fault located, and WrongValue where it is no Word document.
    """
    read = read_letterhead(letterhead, place)
    refusing = [one.finding for one in read.faults if one.finding.severity == "refuse"]
    if refusing:
        raise Refused("The letterhead cannot be used as it stands.", refusing)
    laid = laid_out(read, document)
    stand_ins = _stand_ins(hashlib.sha256(letterhead).hexdigest()[:20])
    parts = saved(_rendered(laid.parts, stand_ins, document, record, place))
    filled = {name: _filled(content, stand_ins, document) for name, content in parts.items()}
    filled.update(laid.furniture)
    main = laid.parts.main
    filled[main] = _with_body(filled[main], laid, stand_ins.body, document)
    return filled


def tag_values(document: Document) -> Mapping[str, str]:
    """What each tag prints; "" for what the practice has not said."""
    told = {detail.name: detail.words for detail in document.details}
    own = {
        "practice_name": document.practice,
        "title": document.title,
        "version": document.version,
        "date": document.date,
        "imprint": document.imprint,
    }
    return {name: own.get(name) or told.get(name, "") for name in TAGS}


# ---------- docxtpl ----------


@attrs.frozen
class StandIns:
    """What docxtpl prints in the place of each value: words that no letterhead can hold by chance."""

    names: Mapping[str, str]
    body: str

    @property
    def pattern(self) -> re.Pattern[str]:
        return re.compile("|".join(map(re.escape, self.names.values())))


def _stand_ins(nonce: str) -> StandIns:
    """The letterhead's own digest is in them: nobody can write a file that holds its own."""
    return StandIns({name: f"sp{nonce}{name}." for name in TAGS}, f"sp{nonce}body.")


def _rendered(
    parts: PackageParts, stand_ins: StandIns, document: Document, record: bytes, place: Place
) -> OpcPackage:
    """The package after docxtpl's one pass: sandboxed, escaped, and strict about names."""
    from docxtpl import DocxTemplate
    from jinja2 import StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment
    from markupsafe import Markup

    paragraph = f"<w:p><w:r><w:t>{stand_ins.body}</w:t></w:r></w:p>"
    names = {**stand_ins.names, "body": Markup(paragraph)}  # noqa: S704 – ours, and plain letters
    environment = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    rendering = DocxTemplate(io.BytesIO(zipped(parts.members().items())))
    try:
        rendering.render(names, jinja_env=environment, autoescape=True)
    except Exception:  # docxtpl's faults have no type of their own, and say nothing to a person
        fault = "docxtpl cannot read this letterhead."
    else:
        fault = ""
    if fault:
        raise WrongValue(Code.PACKAGE_XML, fault, place, "open it in Word and save it again")
    package: OpcPackage = rendering.docx.part.package
    if record:
        add_record(rendering.docx.part, record)
    describe(package, document, record)
    return package


# ---------- our own fill ----------


def _filled(content: bytes, stand_ins: StandIns, document: Document) -> bytes:
    """A part with the values in the place of their stand-ins: each once, none of them read again."""
    if b"sp" not in content:
        return content
    values = tag_values(document)
    marks = {mark.encode(): _inside_text(values[name]) for name, mark in stand_ins.names.items()}
    pattern = re.compile(stand_ins.pattern.pattern.encode())
    return pattern.sub(lambda found: marks[found[0]], content)


def _inside_text(words: str) -> bytes:
    """The words as they stand inside a `w:t` that is open already."""
    whole = text(words)
    return whole.removeprefix(_OPEN).removesuffix(_CLOSE).encode()


_OPEN, _CLOSE = '<w:t xml:space="preserve">', "</w:t>"


def _with_body(content: bytes, laid: Laid, mark: str, document: Document) -> bytes:
    root = _with_our_names(parsed(content, _PLACE))
    ours = _body_of(document, laid)
    restyle(ours, laid.ids)
    stand_in = next(one for one in root.iter(f"{W}t") if one.text == mark)
    paragraph = next(stand_in.iterancestors(f"{W}p"))
    for one in list(ours):
        paragraph.addprevious(one)
    cast("etree._Element", paragraph.getparent()).remove(paragraph)
    etree.cleanup_namespaces(root, top_nsmap=dict(root.nsmap), keep_ns_prefixes=[*filter(None, root.nsmap)])
    return written_xml(root)


def _body_of(document: Document, laid: Laid) -> etree._Element:
    """Our blocks as XML; holes are instructions in it, and stay."""
    inside = body(document, laid.width, laid.look.scale)
    return etree.fromstring(f"<w:body {DECLARED}>{inside}</w:body>".encode())


def _with_our_names(root: etree._Element) -> etree._Element:
    """The root with our prefixes beside its own; Word's newer ones may be passed over by an older Word."""
    names = {**{prefix: url for prefix, url in root.nsmap.items() if prefix}, **NAMESPACES}
    new = etree.Element(root.tag, nsmap=names)
    ignorable = dict.fromkeys([*root.get(f"{_MC}Ignorable", "").split(), "w14"])
    new.attrib.update(root.attrib)
    new.set(f"{_MC}Ignorable", " ".join(ignorable))
    new.extend(list(root))
    return new
