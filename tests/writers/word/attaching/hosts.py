"""Agreements made for the tests: a plain one, and others with one trap each."""

from __future__ import annotations

from collections.abc import Mapping

from socialpolicy.writers.word.zipped import zipped

__all__ = ["NAMES", "SECTION", "agreement", "body_of", "heading", "relations", "words"]

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = f'xmlns:w="{W}" xmlns:r="{R}"'
SECTION = '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/></w:sectPr>'
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_PARTS = {
    "styles": (
        f"<w:styles {NAMES}><w:docDefaults>"
        '<w:rPrDefault><w:rPr><w:b/><w:sz w:val="40"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:before="600"/><w:ind w:left="900"/><w:jc w:val="center"/></w:pPr>'
        '</w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:styleId="Heading1">'
        '<w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Sub"><w:basedOn w:val="Heading1"/></w:style></w:styles>'
    )
}


def words(text: str, properties: str = "") -> str:
    """A paragraph."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def heading(text: str, level: int = 0) -> str:
    """A heading of that outline level."""
    return words(text, f'<w:outlineLvl w:val="{level}"/>')


def agreement(
    body: str = words("The parties agree.") + SECTION,
    parts: Mapping[str, str] = _PARTS,
    *,
    names: str = NAMES,
    more: Mapping[str, bytes] | None = None,
    encoding: str = "UTF-8",
) -> bytes:
    """An agreement of these blocks; `parts` by kind ("styles"), `more` other members by name."""
    text = f'<?xml version="1.0" encoding="{encoding}"?>\n<w:document {names}><w:body>{body}</w:body>'
    text += "</w:document>"
    overrides = "".join(
        f'<Override PartName="/word/{kind}.xml" ContentType="{_KIND}.{type}+xml"/>'
        for kind, type in {"document": "document.main", **{kind: kind for kind in parts}}.items()
    )
    members = {
        "[Content_Types].xml": (
            f'<Types xmlns="{_TYPES}"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
        ).encode(),
        "_rels/.rels": relations({"officeDocument": "word/document.xml"}),
        "word/document.xml": text.encode(encoding),
        **{f"word/{kind}.xml": content.encode() for kind, content in parts.items()},
    }
    if parts:
        members["word/_rels/document.xml.rels"] = relations({kind: f"{kind}.xml" for kind in parts})
    return zipped({**members, **(more or {})}.items())


def relations(targets: Mapping[str, str]) -> bytes:
    """Relationships by kind: "header" → its part."""
    entries = "".join(
        f'<Relationship Id="rId{number}" Type="{R}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), 1)
    )
    return f'<Relationships xmlns="{_RELATIONS}">{entries}</Relationships>'.encode()


def body_of(file: bytes) -> str:
    """What stands in the body of a file."""
    from tests.writers.word.written import parts_of

    return parts_of(file)["word/document.xml"].decode().partition("<w:body>")[2]
