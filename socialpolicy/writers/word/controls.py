"""Content controls: round provisions, client values, fields and tick boxes; and the holes inside them."""

from __future__ import annotations

from socialpolicy.writers.word.desk import Desk
from socialpolicy.writers.word.markup import attribute, tag_value

__all__ = ["HOLE", "block_control", "checkbox", "hole", "inline_control"]

# A hole is a processing instruction: no text can spell one, because text is escaped.
HOLE = rb"<\?hole ([^|?]*)\|([^|?]*)\|(line|open)\?>"

_BOX = (
    '<w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic" w:eastAsia="MS Gothic" w:cs="MS Gothic"'
    ' w:hint="eastAsia"/>'
)
_UNTICKED = (
    '<w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
    '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>'
)


def block_control(desk: Desk, tag: str, content: str, *, alias: str) -> str:
    """Blocks inside a content control."""
    return _control(desk, tag, content, alias=alias, kind="")


def inline_control(desk: Desk, tag: str, runs: str, *, alias: str = "") -> str:
    """Runs inside a content control."""
    return _control(desk, tag, runs, alias=alias, kind="")


def checkbox(desk: Desk, tag: str, *, alias: str) -> str:
    """A tick box, not ticked."""
    return _control(desk, tag, f"<w:r><w:rPr>{_BOX}</w:rPr><w:t>☐</w:t></w:r>", alias=alias, kind=_UNTICKED)


def hole(desk: Desk, fact: str, form: str, *, properties: str, label: str, unfilled: str) -> str:
    """A client's value in a run of its own; `unfilled` is "line", or "open" where a line is drawn already."""
    run = f"<w:r>{properties}<?hole {fact}|{form}|{unfilled}?></w:r>"
    return inline_control(desk, f"client:{fact}", run, alias=label)


def _control(desk: Desk, tag: str, content: str, *, alias: str, kind: str) -> str:
    name = f"<w:alias w:val={attribute(alias[:64])}/>" if alias else ""
    properties = f'{name}<w:tag w:val={attribute(tag_value(tag))}/><w:id w:val="{desk.next_id()}"/>{kind}'
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
