"""Zips that lie: each field of each header, bytes that nobody lists, overlaps, truncations, flipped bits."""

from __future__ import annotations

import random
import struct
from collections.abc import Iterator

import attrs

from socialpolicy.errors import Code
from tests.guarding.hostile.made import Case, Member, changed, deflated, members_of, parts, sound, zip_of

__all__ = ["cases"]

_MISMATCH, _DAMAGED, _FEATURE = Code.PACKAGE_MISMATCH, Code.PACKAGE_DAMAGED, Code.PACKAGE_ZIP_FEATURE
_EXTRA, _OVERLAP = Code.PACKAGE_EXTRA_BYTES, Code.PACKAGE_OVERLAP
_TRUNCATED, _MANY = Code.PACKAGE_TRUNCATED, Code.PACKAGE_TOO_MANY
_FIRST, _MIDDLE, _LAST = 0, 3, 7  # members of the sound document
_WHERE = {_FIRST: "first", _MIDDLE: "middle", _LAST: "last"}

# field → what a change of its lowest and of its highest bit is found as (None: nothing depends on it)
_LOCAL = {
    "need": (None, None),
    "flags": (_MISMATCH, _MISMATCH),
    "method": (_MISMATCH, _MISMATCH),
    "time": (None, None),
    "date": (None, None),
    "crc": (_MISMATCH, _MISMATCH),
    "packed": (_MISMATCH, _MISMATCH),
    "size": (_MISMATCH, _MISMATCH),
    "names": (_MISMATCH, _MISMATCH),
}
_CENTRAL = {
    "made": (None, None),
    "need": (None, _FEATURE),
    "flags": (_FEATURE, _FEATURE),
    "method": (_FEATURE, _FEATURE),
    "time": (None, None),
    "date": (None, None),
    "crc": (_MISMATCH, _MISMATCH),
    "packed": (_MISMATCH, _MISMATCH),
    "size": (_MISMATCH, Code.PACKAGE_TOO_LARGE),
    "names": (_DAMAGED, Code.PACKAGE_NAME),
    "extras": (_DAMAGED, _DAMAGED),
    "comments": (_DAMAGED, _DAMAGED),
    "disk": (_FEATURE, _FEATURE),
    "internal": (None, None),
    "external": (None, None),
}
_END = {
    "disk": (_FEATURE, _FEATURE),
    "first": (_FEATURE, _FEATURE),
    "here": (_FEATURE, _FEATURE),
    "count": (_FEATURE, _FEATURE),
    "comments": (_DAMAGED, _DAMAGED),
}
_LONG = ("crc", "packed", "size", "external")


def _flipped(at: int, header: str, field: str, bit: int) -> bytes:
    member = members_of(parts())[at]
    told = {**member.fields(), "names": len(member.name), "extras": 0}
    return changed(at, **{header: {field: told[field] ^ bit}})


def _fields() -> Iterator[Case]:
    for header, fields in (("local", _LOCAL), ("central", _CENTRAL)):
        for field, codes in fields.items():
            bits = (1, 1 << 31 if field in _LONG else 1 << 15)
            for code, bit, which in zip(codes, bits, ("low", "high"), strict=True):
                for at, where in _WHERE.items():
                    name = f"{header} {field}, {which} bit, {where} member"
                    yield Case(name, lambda at=at, h=header, f=field, b=bit: _flipped(at, h, f, b), code)
    for field, codes in _END.items():
        for code, bit in zip(codes, (1, 1 << 15), strict=True):
            true = 0 if field not in ("here", "count") else 8
            yield Case(
                f"end {field} {true ^ bit}",
                lambda f=field, v=true ^ bit: zip_of(members_of(parts()), **{f: v}),
                code,
            )


def _shifted(field: str, by: int) -> bytes:
    whole = sound()
    at = len(whole) - 22 + {"size": 12, "start": 16}[field]
    (true,) = struct.unpack_from("<L", whole, at)
    return whole[:at] + struct.pack("<L", true + by) + whole[at + 4 :]


def _end() -> Iterator[Case]:
    for field in ("size", "start"):
        yield Case(f"end {field} too small", lambda f=field: _shifted(f, -1), _EXTRA)
        yield Case(f"end {field} too large", lambda f=field: _shifted(f, 1), _DAMAGED)
        yield Case(f"end {field} far too large", lambda f=field: _shifted(f, 1 << 30), _DAMAGED)
    full = members_of(parts())
    yield Case("end knows one member less", lambda: zip_of(full, count=7, here=7), _DAMAGED)
    yield Case("end knows one member more", lambda: zip_of(full, count=9, here=9), _DAMAGED)
    yield Case("end knows of no member", lambda: zip_of(full, count=0, here=0), _DAMAGED)
    yield Case("end: count of zip64", lambda: zip_of(full, count=0xFFFF, here=0xFFFF), _FEATURE)
    yield Case("end: size of zip64", lambda: zip_of(full, size=0xFFFFFFFF), _FEATURE)
    yield Case("end: start of zip64", lambda: zip_of(full, start=0xFFFFFFFF), _FEATURE)
    locator = struct.pack("<4sLQL", b"PK\6\7", 0, 0, 1)
    yield Case("end: with the locator of zip64", lambda: sound()[:-22] + locator + sound()[-22:], _FEATURE)
    yield Case("no member at all", lambda: zip_of([]), Code.PACKAGE_PART_MISSING)
    yield Case("200,000 members", lambda: _crowd(200_000), _FEATURE)
    yield Case("60,000 members", lambda: _crowd(60_000), _MANY)
    yield Case("2,001 members", lambda: _crowd(2_001), _MANY)
    yield Case("200,000 members that the end denies", lambda: _crowd(200_000, count=3, here=3), _DAMAGED)


def _crowd(members: int, **end: int) -> bytes:
    one = Member(name=b"aaaaaa")
    body = one.local_bytes()
    entries = b"".join(one.central_bytes(number * len(body)) for number in range(members))
    told = {"here": min(members, 0xFFFF), "count": min(members, 0xFFFF), **end}
    record = zip_of([], size=len(entries), start=len(body) * members, **told)
    return body * members + entries + record


def _features() -> Iterator[Case]:
    for bit in (0, 4, 5, 6, 7, 8, 9, 10, 12, 13, 14, 15):
        yield Case(f"flag {bit}", lambda bit=bit: changed(_MIDDLE, flags=1 << bit), _FEATURE)
    for method in (1, 6, 9, 12, 14, 93, 95, 97, 98, 99):
        yield Case(
            f"packing method {method}", lambda m=method: changed(_MIDDLE, method=m, raw=b"abc"), _FEATURE
        )
    for field in ("packed", "size", "offset"):
        yield Case(
            f"central {field} of zip64", lambda f=field: changed(_MIDDLE, central={f: 0xFFFFFFFF}), _FEATURE
        )
    large = struct.pack("<2HQQ", 1, 16, 1, 1)
    yield Case("zip64 field before a member", lambda: changed(_MIDDLE, extra=large), _FEATURE)
    yield Case("zip64 field in the directory", lambda: changed(_MIDDLE, central_extra=large), _FEATURE)
    empty = struct.pack("<2H", 1, 16) + bytes(16)
    yield Case("room for a zip64 field", lambda: changed(_MIDDLE, extra=empty), None)
    for name, code in ((b"word/_rels/document.xml.rels", None), (b"word/other.xml", _MISMATCH)):
        other = struct.pack("<2HBL", 0x7075, 5 + len(name), 1, 0) + name
        yield Case(f"unicode name: {name.decode()}", lambda o=other: changed(_MIDDLE, central_extra=o), code)
        yield Case(f"unicode name inside: {name.decode()}", lambda o=other: changed(_MIDDLE, extra=o), code)
    for name, extra, code in (
        ("room to grow of Word", struct.pack("<4H", 0xA220, 516, 0xA028, 512) + bytes(512), None),
        ("three odd bytes", b"\0\0\0", None),
        ("longer than it is", struct.pack("<2H", 0x5455, 5) + b"a", _DAMAGED),
        ("of more than 2,048 bytes", struct.pack("<2H", 0x5455, 3_000) + bytes(3_000), _DAMAGED),
        ("of five hundred empty fields", struct.pack("<2H", 0x5455, 0) * 500, None),
    ):
        yield Case(f"extra field, {name}", lambda e=extra: changed(_MIDDLE, extra=e), code)
        yield Case(f"extra field in the directory, {name}", lambda e=extra: _in_directory(e), code)
    yield Case("comments to members", lambda: changed(_MIDDLE, comment=b"a" * 300), None)


def _in_directory(extra: bytes) -> bytes:
    return changed(_MIDDLE, central_extra=extra)


def _following() -> Iterator[Case]:
    """Sizes that follow the bytes (flag 3), as writers have them that cannot go back."""
    whole = members_of(parts(), 8)
    sizes = [
        struct.pack("<3L", *(member.fields()[key] for key in ("crc", "packed", "size"))) for member in whole
    ]
    unsaid = {"crc": 0, "packed": 0, "size": 0}
    for name, mark, local, code in (
        ("with a mark", b"PK\7\x08", unsaid, None),
        ("without a mark", b"", unsaid, None),
        ("and stand before them too", b"PK\7\x08", {}, None),
        ("and others stand before", b"PK\7\x08", {"size": 1}, _MISMATCH),
        ("after a byte", b"a", unsaid, _MISMATCH),
        ("in the form of zip64", b"PK\7\x08" + bytes(4), unsaid, _MISMATCH),
    ):
        told = [
            attrs.evolve(member, flags=8, local=local, follows=mark + following)
            for member, following in zip(whole, sizes, strict=True)
        ]
        yield Case(f"sizes follow {name}", lambda told=told: zip_of(told), code)
    silent = [attrs.evolve(member, flags=8, local=unsaid) for member in whole]
    yield Case("sizes should follow and do not", lambda: zip_of(silent), _MISMATCH)
    wrong = [attrs.evolve(member, flags=8, local=unsaid, follows=b"PK\7\x08" + bytes(12)) for member in whole]
    yield Case("sizes follow and are others", lambda: zip_of(wrong), _MISMATCH)


def _foreign() -> Iterator[Case]:
    """Bytes that belong to no member."""
    full = members_of(parts())
    hidden = Member(name=b"word/other.xml", content=b"<a/>").local_bytes()
    yield Case("a line feed after the end", lambda: sound() + b"\n", _EXTRA)
    yield Case("zeros after the end", lambda: sound() + bytes(4096), _EXTRA)
    yield Case("another document after the end", lambda: sound() + sound(), _EXTRA)
    yield Case("100 KB after the end", lambda: sound() + bytes(100_000), _TRUNCATED)
    yield Case("a comment at the end", lambda: zip_of(full, comments=5) + b"hello", _EXTRA)
    yield Case("an end in the comment", lambda: zip_of(full, comments=22) + zip_of([]), _EXTRA)
    yield Case("a program before it, offsets know", lambda: zip_of(full, before=b"MZ" + bytes(99)), _EXTRA)
    yield Case("a program before it", lambda: b"MZ" + bytes(99) + sound(), _EXTRA)
    yield Case("another document before it", lambda: sound() + _moved(len(sound())), _EXTRA)
    yield Case("a PDF before it", lambda: zip_of(full, before=b"%PDF-1.4\n"), Code.PACKAGE_NOT_WORD)
    yield Case("a picture before it", lambda: zip_of(full, before=b"GIF89a"), Code.PACKAGE_NOT_WORD)
    yield Case("a member before it that nobody lists", lambda: zip_of(full, before=hidden), _EXTRA)
    yield Case("a member at the end that nobody lists", lambda: zip_of(full, gap=hidden), _EXTRA)
    for at, where in _WHERE.items():
        for name, gap in (
            ("a byte", b"\0"),
            ("a member that nobody lists", hidden),
            ("an end", sound()[-22:]),
        ):
            yield Case(
                f"{name} after the {where} member", lambda at=at, gap=gap: changed(at, follows=gap), _EXTRA
            )
    yield Case("the zip is split", lambda: b"PK\7\x08" + sound(), _FEATURE)
    yield Case("the zip was split once", lambda: b"PK00" + sound(), _FEATURE)


def _moved(by: int) -> bytes:
    return zip_of(members_of(parts()), before=bytes(by))[by:]


def _overlaps() -> Iterator[Case]:
    full = members_of(parts())
    size = len(full[0].local_bytes())
    yield Case("two members in one place", lambda: changed(1, central={"offset": 0}), _OVERLAP)
    yield Case("a member one byte too early", lambda: changed(1, central={"offset": size - 1}), _OVERLAP)
    yield Case("a member one byte too late", lambda: changed(1, central={"offset": size + 1}), _EXTRA)
    yield Case("a member beyond the end", lambda: changed(7, central={"offset": 1 << 24}), _EXTRA)
    yield Case(
        "a member in the directory", lambda: changed(7, central={"offset": len(sound()) - 400}), _EXTRA
    )
    yield Case("a member in another", lambda: _nested(), _OVERLAP)
    yield Case("Fifield: 100 members over one kernel", lambda: _fifield(100, 300_000), _OVERLAP)
    yield Case("Fifield: 1,900 members over one kernel", lambda: _fifield(1_900, 20_000), _OVERLAP)
    yield Case("Fifield: more than may be", lambda: _fifield(1_900, 500_000), Code.PACKAGE_TOO_LARGE)
    yield Case("Fifield: 50 members, each quoting the next", lambda: _quoting(50), _OVERLAP)


def _nested() -> bytes:
    inner = Member(name=b"word/inner.xml", content=b"<a/>")
    outer = Member(name=b"word/media/a.png", content=inner.local_bytes())
    whole = [*members_of(parts()), outer]
    start = sum(len(member.local_bytes()) for member in whole)
    body = b"".join(member.local_bytes() for member in whole)
    directory, offset = b"", 0
    for member in whole:
        directory += member.central_bytes(offset)
        offset += len(member.local_bytes())
    directory += inner.central_bytes(start - len(inner.local_bytes()))
    return body + directory + zip_of([], size=len(directory), start=start, here=10, count=10)


def _fifield(count: int, size: int) -> bytes:
    """Every entry leads to the same local header but for its name: full overlap."""
    kernel = Member(name=b"a000000", content=bytes(size), method=8, raw=deflated(bytes(size)))
    body = kernel.local_bytes()
    names = [b"a%06d" % number for number in range(count)]
    entries = b"".join(attrs.evolve(kernel, name=name).central_bytes(0) for name in names)
    return body + entries + zip_of([], size=len(entries), start=len(body), here=count, count=count)


def _quoting(count: int) -> bytes:
    """Each member's deflate stream opens with a stored block that is the next one's local header."""
    kernel = deflated(bytes(400_000))
    content, raw, members = bytes(400_000), kernel, []
    for number in reversed(range(count)):
        member = Member(name=b"a%06d" % number, content=content, method=8, raw=raw)
        header = member.local_bytes()[: -len(raw)]
        members.insert(0, member)
        content = header + content
        raw = b"\0" + struct.pack("<2H", len(header), len(header) ^ 0xFFFF) + header + raw
    body, offset, entries = members[0].local_bytes(), 0, b""
    for member in members:
        entries += member.central_bytes(offset)
        offset += len(member.local_bytes()) - len(member.raw or b"") + 5
    return body + entries + zip_of([], size=len(entries), start=len(body), here=count, count=count)


def _cut() -> Iterator[Case]:
    whole = sound()
    chance = random.Random(6)  # noqa: S311 – no secret
    for at in sorted({1, 3, 4, 29, 30, 31, len(whole) - 22, len(whole) - 21, len(whole) - 1}):
        yield Case(f"cut after {at:,} bytes", lambda at=at: whole[:at], _TRUNCATED)
    for at in sorted(chance.sample(range(40, len(whole) - 30), 24)):
        yield Case(f"cut after {at:,} bytes", lambda at=at: whole[:at], _TRUNCATED)
        yield Case(f"bytes missing from {at:,} on", lambda at=at: whole[:at] + whole[at + 9 :], _DAMAGED)


def _signatures() -> Iterator[Case]:
    whole = sound()
    for mark, code in ((b"PK\3\4", _DAMAGED), (b"PK\1\2", _DAMAGED)):
        at = whole.find(mark)
        number = 0
        while at != -1:
            lost = whole[:at] + b"PK\0\0" + whole[at + 4 :]
            yield Case(f"mark {mark[2]} of member {number} lost", lambda lost=lost: lost, code)
            at, number = whole.find(mark, at + 1), number + 1
    end = whole[:-22] + b"PK\0\0" + whole[-18:]
    yield Case("mark of the end lost", lambda: end, _TRUNCATED)


def _contents() -> Iterator[Case]:
    chance = random.Random(7)  # noqa: S311 – no secret
    for method in (0, 8):
        for at, member in enumerate(members_of(parts(), method)):
            for _ in range(3):
                stored = bytearray(member.bytes_packed())
                bit = chance.randrange(8 * len(stored) - 8)  # the last bits of deflate may be anything
                stored[bit // 8] ^= 1 << bit % 8
                name = f"bit {bit} of member {at}, method {method}"
                raw = bytes(stored)
                yield Case(name, lambda at=at, m=method, raw=raw: changed(at, method=m, raw=raw), _DAMAGED)
    for name, raw in (
        ("no deflate at all", b"\xff\xff\xff"),
        ("nothing", b""),
        ("deflate without an end", deflated(parts()["word/styles.xml"])[:-3]),
        ("deflate with more after it", deflated(parts()["word/styles.xml"]) + b"\0"),
        ("deflate twice", deflated(parts()["word/styles.xml"]) * 2),
        ("with a header of zlib", b"\x78\x9c" + deflated(parts()["word/styles.xml"])),
    ):
        yield Case(f"packed: {name}", lambda raw=raw: changed(4, method=8, raw=raw), _DAMAGED)
    for by in (-1, 1, 1_000):
        size = len(parts()["word/styles.xml"]) + by
        told = {"size": size}
        yield Case(
            f"declares {by:+} bytes", lambda t=told: changed(4, method=8, local=t, central=t), _DAMAGED
        )
        yield Case(f"declares {by:+} bytes, stored", lambda t=told: changed(4, local=t, central=t), _DAMAGED)


def cases() -> Iterator[Case]:
    yield Case("the sound document", sound, None)
    yield from _fields()
    yield from _end()
    yield from _features()
    yield from _following()
    yield from _foreign()
    yield from _overlaps()
    yield from _cut()
    yield from _signatures()
    yield from _contents()
