"""A change of a Word document that gets past the zip: unpacked, changed in one place, and packed again.

Bytes changed at random die at a checksum. Here a member's XML is changed, or a field of a header, or which
members there are, and every checksum fits again; only one change in eight is made to the raw bytes.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from random import Random

import attrs

from tests.guarding.hostile.made import Member, members_of, zip_of

__all__ = ["Havoc", "havoc", "mutated"]

Havoc = Callable[[bytes, Random], bytes]

_LONGEST_NAME = 10_000
_LIMIT = 1_000_000  # bytes of a member that are still changed
_PIECE = re.compile(rb"<[^<>]*>|[^<>]+")
_FIELDS = ("need", "flags", "method", "crc", "packed", "size", "names", "extras", "time", "date")
_DIRECTORY = (*_FIELDS, "made", "comments", "disk", "internal", "external", "offset")
_NUMBERS = (0, 1, 2, 7, 8, 9, 20, 45, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFE, 0xFFFFFFFF)
_NAMES = (
    "word/document.xml",
    "WORD/Document.xml",
    "../a.xml",
    "word/",
    "a\\b",
    "é",
    "mimetype",
    "word/a.xml",
)
_WHOLE = (
    *(
        b"<!-- a -->",
        b"<?a b?>",
        b"<![CDATA[<w:p>]]>",
        b"<w:p/>",
        b"&lt;",
        b"text",
        b"&#x1F600;",
        b"\xc2\xa0",
    ),
    *(b"<w:r><w:t>a</w:t></w:r>", b"<w:p><w:r><w:t xml:space='preserve'> a </w:t></w:r></w:p>", b"<w:tab/>"),
    *(b"<w:ins><w:r><w:t>a</w:t></w:r></w:ins>", b"<w:del><w:r><w:delText>a</w:delText></w:r></w:del>"),
    *(b"<w:br/>", b"<w:vanish/>", b"<w:moveFrom/>", b"<w:rPr><w:vanish w:val='0'/></w:rPr>", b"<w:r/>"),
    *(
        b"<w:sdt><w:sdtContent><w:p/></w:sdtContent></w:sdt>",
        b"<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>",
    ),
    *(b"<w:r><w:fldChar w:fldCharType='begin'/></w:r>", b"<w:r><w:instrText> REF a </w:instrText></w:r>"),
    *(
        b"<mc:AlternateContent xmlns:mc='u'/>",
        b"<w:hyperlink r:id='a' xmlns:r='u'/>",
        b"<w:pPr><w:pStyle/></w:pPr>",
    ),
)
_WORDS = (
    *(
        *_WHOLE,
        b"<!DOCTYPE a>",
        b"</w:p>",
        b"<w:p>",
        b"&#0;",
        b"&e;",
        b"\0",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"<a",
        b"/>",
    ),
    *(
        b"]]>",
        b"--",
        b"\xed\xa0\x80",
        b' xmlns:w="u"',
        b' w:val=""',
        b' xml:space="preserve"',
        b"\x01",
        b"../",
    ),
    *(
        b"file:///",
        b' TargetMode="External"',
        b"%2e%2e",
        b'<?xml version="1.1"?>',
        b"UTF-16",
        b"UTF-7",
        b' xml:id="1"',
    ),
)


def mutated(content: bytes, chance: Random, change: Havoc) -> bytes:
    """The document, changed in one to three places; `change` is what is done to plain bytes."""
    members = _members(content)
    if not members or not chance.randrange(8):
        return change(content, chance)
    end: dict[str, int] = {}
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        act = chance.choice((_content, _content, _content, *[_pieces] * 7, _header, _listing, _end))
        act(members, end, chance, change)
    return zip_of(members, **end)


def _members(content: bytes) -> list[Member]:
    """The members as zipfile finds them; none where it finds no zip that it can read."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            kept = (one for one in file.infolist()[:40] if one.file_size < _LIMIT)
            # a name in an old code page grows in UTF-8, and a header has no room for more
            found = [(one.filename, file.read(one)) for one in kept if len(one.filename) < _LONGEST_NAME]
    except Exception:  # what makes it fail is none of this module's business
        return []
    return members_of(dict(found), 8) if len(found) % 2 else members_of(dict(found))


def _chosen(members: list[Member], chance: Random) -> int:
    """One member, mostly the document itself."""
    main = [at for at, member in enumerate(members) if member.name == b"word/document.xml"]
    return main[0] if main and chance.randrange(2) else chance.randrange(len(members))


def _content(members: list[Member], _end: dict[str, int], chance: Random, change: Havoc) -> None:
    at = _chosen(members, chance)
    members[at] = attrs.evolve(members[at], content=change(members[at].content, chance)[:_LIMIT])


def _pieces(members: list[Member], _end: dict[str, int], chance: Random, _change: Havoc) -> None:
    """Tags and texts of a member: one gone, doubled many times, moved, or something put between them."""
    at = _chosen(members, chance)
    pieces = _PIECE.findall(members[at].content)
    spot = chance.randrange(len(pieces) + 1)
    other = chance.randrange(len(pieces) + 1)
    match chance.randrange(8):
        case 0:
            del pieces[spot : spot + chance.randint(1, 3)]
        case 1:
            pieces[spot:spot] = pieces[spot : spot + 2] * chance.choice((1, 2, 10, 300))
        case 2:
            pieces[spot:spot] = pieces[other : other + chance.randint(1, 9)]
        case 3:
            pieces[spot:spot] = [chance.choice(_WORDS)]
        case 4 | 5 | 6:
            pieces[spot:spot] = [chance.choice(_WHOLE)] * chance.choice((1, 1, 1, 30))
        case _:
            pieces[spot : spot + 1] = [
                piece.replace(b'"', b'"' + chance.choice(_WORDS), 1) for piece in pieces[spot : spot + 1]
            ]
    content = b"".join(pieces)[:_LIMIT]
    if not chance.randrange(20):
        content = content.decode("utf-8", "replace").encode(
            chance.choice(("utf-16", "utf-16-be", "latin-1")), "replace"
        )
    members[at] = attrs.evolve(members[at], content=content)


def _header(members: list[Member], _end: dict[str, int], chance: Random, _change: Havoc) -> None:
    at = _chosen(members, chance)
    member, number = members[at], chance.choice(_NUMBERS)
    field, listed = chance.choice(_FIELDS), chance.choice(_DIRECTORY)
    match chance.randrange(4):
        case 0:
            members[at] = attrs.evolve(member, local={field: _fitting(field, number)})
        case 1:
            members[at] = attrs.evolve(member, central={listed: _fitting(listed, number)})
        case 2:
            both = {field: _fitting(field, number)}
            members[at] = attrs.evolve(member, local=both, central=both)
        case _:
            extra = chance.randbytes(chance.randrange(12))
            members[at] = attrs.evolve(member, extra=extra, central_extra=extra, follows=extra[:1])


def _fitting(field: str, number: int) -> int:
    wide = field in ("crc", "packed", "size", "external", "offset")
    return number if wide else number & 0xFFFF


def _listing(members: list[Member], _end: dict[str, int], chance: Random, _change: Havoc) -> None:
    at = _chosen(members, chance)
    match chance.randrange(4):
        case 0:
            del members[at]
            members.append(Member(name=b"a"))
        case 1:
            members.insert(at, members[at])
        case 2:
            members[at] = attrs.evolve(members[at], name=chance.choice(_NAMES).encode())
        case _:
            chance.shuffle(members)


def _end(_members: list[Member], end: dict[str, int], chance: Random, _change: Havoc) -> None:
    field = chance.choice(("disk", "first", "here", "count", "size", "start", "comments"))
    number = chance.choice(_NUMBERS)
    end[field] = number if field in ("size", "start") else number & 0xFFFF


def havoc(content: bytes, chance: Random) -> bytes:
    """The bytes with one stretch flipped, cut, doubled or replaced: what stands in for a fuzzer's own."""
    changed = bytearray(content)
    spot = chance.randrange(len(changed) + 1)
    length = chance.choice((1, 1, 1, 2, 4, 16, 200))
    match chance.randrange(5):
        case 0:
            changed[spot:spot] = chance.randbytes(length)
        case 1:
            del changed[spot : spot + length]
        case 2:
            changed[spot:spot] = changed[spot : spot + length] * chance.choice((1, 3, 50))
        case 3:
            changed[spot : spot + length] = chance.choice(_WORDS)
        case _:
            for at in range(spot, min(len(changed), spot + length)):
                changed[at] ^= 1 << chance.randrange(8)
    return bytes(changed)
