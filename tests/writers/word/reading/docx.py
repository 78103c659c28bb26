"""Word files made by hand for the reader: a body, and the parts that it asks for."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from socialpolicy.writers.word.reading import Reading, read_docx

__all__ = [
    "DEL",
    "INS",
    "NAMES",
    "STYLES",
    "alternate",
    "boxed",
    "cell",
    "code",
    "control",
    "deleted",
    "field",
    "inserted",
    "made",
    "mark",
    "p",
    "r",
    "read",
    "table",
    "texts",
]

# the end of a paragraph is inserted, or deleted
INS, DEL = '<w:ins w:id="1" w:author="A"/>', '<w:del w:id="2" w:author="A"/>'

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NAMES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": f"{_OFFICE}/relationships",
        "m": f"{_OFFICE}/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "w16se": "http://schemas.microsoft.com/office/word/2015/wordml/symex",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)
STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr/></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="DeepSecret"><w:name w:val="Deep"/><w:basedOn w:val="Secret"/></w:style>
<w:style w:type="character" w:styleId="Whisper"><w:name w:val="Whisper"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Murmur"><w:name w:val="Murmur"/><w:basedOn w:val="Whisper"/></w:style>
"""


def r(words: str, properties: str = "") -> str:
    """A run; its text is not escaped."""
    inside = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inside}<w:t xml:space="preserve">{words}</w:t></w:r>'


def p(*runs: str, style: str = "", mark: str = "") -> str:
    """A paragraph; a run that is no XML yet is made one."""
    inside = "".join(run if run.startswith("<") else r(run) for run in runs)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    marked = f"<w:rPr>{mark}</w:rPr>" if mark else ""
    return f"<w:p><w:pPr>{named}{marked}</w:pPr>{inside}</w:p>"


def made(body: str, parts: Mapping[str, str] | None = None, *, styles: str = STYLES) -> bytes:
    """A file of this body. `parts` are those beside it by their kind (`header`, `footnotes`, …)."""
    beside = {**({"styles": styles} if styles else {}), **(parts or {})}
    roots = {"header": "hdr", "footer": "ftr"}
    references = "".join(
        f'<w:{kind}Reference w:type="default" r:id="{kind}"/>'
        for kind in ("header", "footer")
        if kind in beside
    )
    section = f'<w:sectPr>{references}<w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    files = {
        "[Content_Types].xml": _types(beside),
        "_rels/.rels": _relations({"document": ("officeDocument", "word/document.xml")}),
        "word/_rels/document.xml.rels": _relations({kind: (kind, f"{kind}.xml") for kind in beside}),
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}{section}</w:body></w:document>",
    }
    for kind, content in beside.items():
        root = roots.get(kind, kind)
        files[f"word/{kind}.xml"] = f"<w:{root} {NAMES}>{content}</w:{root}>"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in files.items():
            package.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>\n{text}')
    return stream.getvalue()


# ---------- what is read of it ----------


def read(*body: str, **parts: str) -> Reading:
    """A file of this body and these parts, read."""
    return read_docx(made("".join(body), parts))


def texts(*body: str, **parts: str) -> list[str]:
    """The current text of each paragraph."""
    return [one.text for one in read(*body, **parts).current]


# ---------- what it is made of ----------


def control(tag: str, inside: str) -> str:
    return f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/></w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>'


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def cell(*blocks: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(blocks)}</w:tc>"


def alternate(new: str, old: str, requires: str = ' Requires="w14"') -> str:
    """What is said twice, for newer and for older programs."""
    choice = f"<mc:Choice{requires}>{new}</mc:Choice><mc:Fallback>{old}</mc:Fallback>"
    return f"<mc:AlternateContent>{choice}</mc:AlternateContent>"


def boxed(inside: str) -> str:
    """A run with a text box, drawn as older programs do."""
    box = f"<v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox>"
    return f"<w:r><w:pict><v:shape>{box}</v:shape></w:pict></w:r>"


def inserted(words: str) -> str:
    return f"<w:ins>{r(words)}</w:ins>"


def deleted(words: str) -> str:
    return f"<w:del><w:r><w:delText>{words}</w:delText></w:r></w:del>"


def mark(kind: str, data: str = "") -> str:
    """Where a field begins, its code ends, or it ends."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{data}</w:fldChar></w:r>'


def code(words: str) -> str:
    return f"<w:r><w:instrText>{words}</w:instrText></w:r>"


def field(words: str, *result: str, data: str = "") -> str:
    """A field; without a result it has no place for one."""
    shown = mark("separate") + "".join(result) if result else ""
    return mark("begin", data) + code(words) + shown + mark("end")


def _types(beside: Mapping[str, str]) -> str:
    listed = "".join(
        f'<Override PartName="/word/{kind}.xml" ContentType="{_WORD}.{kind}+xml"/>' for kind in beside
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>{listed}</Types>'
    )


def _relations(targets: Mapping[str, tuple[str, str]]) -> str:
    listed = "".join(
        f'<Relationship Id="{id}" Type="{_OFFICE}/relationships/{kind}" Target="{target}"/>'
        for id, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'
