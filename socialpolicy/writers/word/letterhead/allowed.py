"""Which parts of a letterhead are kept: a closed list. What is not on it is refused, or left out by name."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from socialpolicy.errors import Code, Finding, Place, WrongValue, printable
from socialpolicy.writers.word.names import WORD_TYPE
from socialpolicy.writers.word.parts import PackageParts, Relation

__all__ = ["MAIN", "Kept", "kept_parts", "safe_address"]

MAIN = f"{WORD_TYPE}.document.main+xml"
_DRESS = ("styles", "numbering", "settings", "fontTable")
_STORIES = ("header", "footer", "footnotes", "endnotes")
# what a part may lean on, by the kind of the relationship that leads to it
_LEADS: dict[str, tuple[str, ...]] = {
    "": ("officeDocument",),
    "officeDocument": (
        "styles",
        "numbering",
        "settings",
        "fontTable",
        "theme",
        *_STORIES,
        "image",
        "hyperlink",
    ),
    **dict.fromkeys(_STORIES, ("image", "hyperlink")),
    "fontTable": ("font",),
}
_TYPE: dict[str, str] = {
    **{kind: f"{WORD_TYPE}.{kind}+xml" for kind in (*_DRESS, *_STORIES)},
    "officeDocument": MAIN,
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
    "font": "application/vnd.openxmlformats-officedocument.obfuscatedFont",
}
_PICTURES = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg", b"GIF8": "image/gif"}

# what runs, or holds another file; macros and templates do not pass the guard
_ACTIVE = {
    "oleObject": "an embedded object",
    "package": "an embedded file", "control": "an ActiveX control", "aFChunk": "another document",
    "subDocument": "another document",
}  # fmt: skip
# the file's own notes, which ours take the place of, or which print nothing: not worth a word
_QUIET = {
    "core-properties", "extended-properties", "thumbnail", "webSettings", "stylesWithEffects", "people",
    "commentsExtended", "commentsIds", "commentsExtensible",
}  # fmt: skip
_SAFE = re.compile(r"(?:https?://|mailto:|tel:)[^\s\"\\<>]{1,2000}")
# where a client's value goes in: nothing but our own text may hold one
_HOLE = b"<?hole "
_AUTHOR = re.compile(rb'\bw:author="([^"]*)"')
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# a letterhead is short: a part that is written to is at most this long
LONGEST_STORY = 1 << 20


@attrs.frozen
class Kept:
    """What is kept of a package, and what there is to say about the rest."""

    parts: PackageParts
    findings: tuple[Finding, ...]


def safe_address(address: str) -> bool:
    """Whether a link may lead there: to the web, to a mailbox, to a phone."""
    return _SAFE.fullmatch(address) is not None


def kept_parts(parts: PackageParts, place: Place) -> Kept:
    """The parts and relationships on the list, those that no kept one leads to gone."""
    kept = PackageParts({}, {}, {})
    out: list[Finding] = [*_active(parts, place)]
    pending = [("", "")]
    while pending:
        source, kind = pending.pop()
        for relation in parts.relations.get(source, []):
            why = _why_not(parts, relation, kind)
            if why:
                out.extend(() if _is_our_comments(parts, relation) else _left_out(relation, why, place))
                continue
            kept.relations.setdefault(source, []).append(relation)
            if not relation.external and relation.target not in kept.content:
                kept.content[relation.target] = parts.content[relation.target]
                kept.types[relation.target] = _type(relation.kind, parts.content[relation.target])
                pending.append((relation.target, relation.kind))
    out.extend(_unreached(parts, place))
    return Kept(kept, tuple({finding.message: finding for finding in out}.values()))


def _why_not(parts: PackageParts, relation: Relation, source_kind: str) -> str:
    """Why a relationship is left out; "" where it is kept."""
    if relation.kind not in _LEADS.get(source_kind, ()):
        return "it has no place in a letterhead"
    if relation.external:
        fits = relation.kind == "hyperlink" and safe_address(relation.target)
        return "" if fits else "it is fetched from elsewhere"
    if relation.target not in parts.content:
        return "it is not in the file"
    if relation.kind == "hyperlink":
        return "it is no address"
    content = parts.content[relation.target]
    if relation.kind == "image":
        return "" if _picture(content) and _HOLE not in content else "a picture is kept as PNG, JPEG or GIF"
    if relation.kind in (*_STORIES, "officeDocument") and len(content) > LONGEST_STORY:
        return "it is too long for a letterhead"
    fits = parts.types[relation.target] == _TYPE[relation.kind] and _HOLE not in content
    return "" if fits else "it is not what its name says"


def _type(kind: str, content: bytes) -> str:
    return _picture(content) if kind == "image" else _TYPE[kind]


def _picture(content: bytes) -> str:
    return next((kind for start, kind in _PICTURES.items() if content.startswith(start)), "")


def _is_our_comments(parts: PackageParts, relation: Relation) -> bool:
    """Comments of a starter or of an annotated copy go without a word; those of people are named."""
    authors = _AUTHOR.findall(parts.content.get(relation.target, b""))
    return relation.kind == "comments" and set(authors) == {b"socialpolicy"}


# ---------- what is said ----------


def _active(parts: PackageParts, place: Place) -> Iterator[Finding]:
    found = {
        _name(relation): _ACTIVE[relation.kind]
        for relations in parts.relations.values()
        for relation in relations
        if relation.kind in _ACTIVE
    }
    for name, content in parts.content.items():
        if content.startswith(_OLE):
            found.setdefault(name, "an embedded object")
    for name, what in found.items():
        message = f"A letterhead cannot hold {what}: {name}."
        yield WrongValue(
            Code.LETTERHEAD_ACTIVE, message, place.at(path=name), "take it out, and save a .docx"
        )


def _left_out(relation: Relation, why: str, place: Place) -> Iterator[Finding]:
    if relation.kind not in _QUIET and relation.kind not in _ACTIVE:
        message = f"{_name(relation)} ({printable(relation.kind)}) is left out: {why}."
        yield WrongValue(Code.LETTERHEAD_LEFT_OUT, message, place.at(path=_name(relation)), severity="warn")


def _name(relation: Relation) -> str:
    return printable(relation.target[:120])


def _unreached(parts: PackageParts, place: Place) -> Iterator[Finding]:
    """Parts that no relationship leads to at all: nothing prints them, something may hide in them."""
    led = {relation.target for relations in parts.relations.values() for relation in relations}
    for name in parts.content:
        if name not in led and not name.endswith("/"):
            message = f"{printable(name)} is left out: nothing in the file leads to it."
            yield WrongValue(Code.LETTERHEAD_LEFT_OUT, message, place.at(path=name), severity="warn")
