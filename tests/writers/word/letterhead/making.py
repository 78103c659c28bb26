"""Letterheads for these tests, written by hand: a body, and whatever hangs on it."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from socialpolicy.writers.word.zipped import zipped

__all__ = ["BODY_TAG", "Hung", "letterhead", "paragraph", "run", "style"]

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    f' xmlns:r="{RELATION}" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
ROOTS = {"header": "hdr", "footer": "ftr", "fontTable": "fonts"}
BODY_TAG = "<w:p><w:r><w:t>{{p body}}</w:t></w:r></w:p>"
_TYPES = {"png": "image/png", "bin": "application/octet-stream"}
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


@attrs.frozen
class Hung:
    """What hangs on the text: the kind of its relationship, its content (or, `external`, its address)."""

    kind: str
    content: bytes | str
    type: str = attrs.field(default="", kw_only=True)
    external: bool = attrs.field(default=False, kw_only=True)
    name: str = attrs.field(default="", kw_only=True)


def run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(*runs: str, properties: str = "") -> str:
    inside = "".join(one if one.startswith("<") else run(one) for one in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def style(id: str, name: str, inside: str = "", *, kind: str = "paragraph", more: str = "") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{id}" {more}><w:name w:val="{name}"/>{inside}</w:style>'


def letterhead(
    body: str = BODY_TAG,
    *,
    section: str = "<w:sectPr/>",
    more: Mapping[str, bytes] | None = None,
    main: str = f"{WORD}.document.main+xml",
    names: str = NAMES,
    **hung: str | Hung,
) -> bytes:
    """The file; `header="<w:p/>"` hangs a part on it, under that name as its relationship's id too."""
    things = {
        id: one if isinstance(one, Hung) else Hung(id.rstrip("0123456789"), one) for id, one in hung.items()
    }
    parts = {_name(id, one): _content(one) for id, one in things.items() if not one.external}
    types = {
        _name(id, one): one.type or _type(_name(id, one), one.kind)
        for id, one in things.items()
        if not one.external
    }
    document = f"<w:document {names}><w:body>{body}{section}</w:body></w:document>"
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{type}"/>'
        for name, type in {"word/document.xml": main, **types}.items()
    )
    files = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            f'<Default Extension="rels" ContentType="x"/>{overrides}</Types>'
        ).encode(),
        "_rels/.rels": _list([("main", Hung("officeDocument", ""), "word/document.xml")]),
        "word/document.xml": document.encode(),
        "word/_rels/document.xml.rels": _list(
            [(id, one, _target(id, one)) for id, one in things.items()],
        ),
        **parts,
        **(more or {}),
    }
    return zipped(files.items())


def _type(name: str, kind: str) -> str:
    ending = name.rpartition(".")[2]
    return _TYPES.get(ending, f"{WORD}.{kind}+xml")


def _name(id: str, one: Hung) -> str:
    return one.name or f"word/{id}.xml"


def _target(id: str, one: Hung) -> str:
    return str(one.content) if one.external else "/" + _name(id, one)


def _content(one: Hung) -> bytes:
    if isinstance(one.content, bytes):
        return one.content
    root = ROOTS.get(one.kind, one.kind)
    return f"<w:{root} {NAMES}>{one.content}</w:{root}>".encode()


def _list(entries: list[tuple[str, Hung, str]]) -> bytes:
    inside = "".join(
        f'<Relationship Id="{id}" Type="{RELATION}/{one.kind}" Target="{target}"'
        f"{' TargetMode=' + chr(34) + 'External' + chr(34) if one.external else ''}/>"
        for id, one, target in entries
    )
    return f'<Relationships xmlns="{_RELATIONS}">{inside}</Relationships>'.encode()
