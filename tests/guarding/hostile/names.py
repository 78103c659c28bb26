"""Names of members that lead out, that cannot stand, or that stand twice."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from socialpolicy.errors import Code
from tests.guarding.hostile.made import Case, Member, changed, members_of, parts, zip_of

__all__ = ["cases"]

_REFUSED = {
    "out by one": b"../a.xml",
    "out by three": b"word/../../../etc/passwd",
    "up and down again": b"word/../word/a.xml",
    "ends with two dots": b"word/..",
    "a dot": b"word/./a.xml",
    "two slashes": b"word//a.xml",
    "absolute": b"/word/a.xml",
    "absolute and deep": b"/etc/cron.d/a",
    "a share": b"//host/share/a",
    "backslashes": b"word\\a.xml",
    "out by backslashes": b"..\\..\\a.xml",
    "a share by backslashes": b"\\\\host\\a",
    "a drive": b"C:/a.xml",
    "a stream": b"word/a.xml:b",
    "a scheme": b"file:///etc/passwd",
    "a zero byte": b"word/a.xml\0.png",
    "a line feed": b"word/a\n.xml",
    "an escape": b"word/\x1b[31ma.xml",
    "delete": b"word/a\x7f.xml",
    "a star": b"word/*.xml",
    "a question mark": b"word/a?.xml",
    "a quote": b'word/a".xml',
    "a bar": b"word/a|b",
    "an angle": b"word/<a>.xml",
    "Latin-1": b"word/caf\xe9.xml",
    "UTF-8": "word/café.xml".encode(),
    "UTF-8, decomposed": "word/cafe\u0301.xml".encode(),
    "a reordering mark": "word/\u202elmx.a".encode(),
    "a full-width slash": "word\uff0fa.xml".encode(),
    "overlong UTF-8": b"word/\xc0\xae\xc0\xae/a.xml",
    "empty": b"",
    "a slash": b"/",
    "out, coded": b"word/%2e%2e/%2E%2E/a.xml",
    "a slash, coded": b"word%2f..%2fa.xml",
    "a backslash, coded": b"word%5ca.xml",
    "a zero byte, coded": b"word/a%00.xml",
    "coded UTF-8": b"word/caf%C3%A9.xml",
    "256 bytes": b"word/" + b"a" * 251,
    "65,535 bytes": b"a" * 65_535,
    "a folder with two dots": b"../",
    "a folder of nothing": b"//",
}
_READ = {
    "255 bytes": b"word/" + b"a" * 250,
    "a space": b"word/media/my picture.png",
    "a coded space": b"word/media/my%20picture.png",
    "a device of Windows": b"word/con.xml.png",
    "in brackets": b"[trash]/0000.dat",
    "dots": b"word/...a...png",
    "a percent sign": b"word/100%.png",
    "a folder": b"docProps/",
    "a folder of a folder": b"word/media/more/",
    "deep": b"/".join([b"a"] * 100),
}
_TWICE = {
    "the document": (b"word/document.xml",),
    "a part": (b"word/styles.xml",),
    "the list of parts": (b"[Content_Types].xml",),
    "the relationships": (b"_rels/.rels",),
    "in capitals": (b"WORD/DOCUMENT.XML",),
    "one letter in capitals": (b"word/Document.xml",),
    "coded": (b"word/%64ocument.xml",),
    "coded in capitals": (b"word/%44ocument.xml",),
    "a folder": (b"word/", b"word/"),
    "a folder in capitals": (b"docProps/", b"DOCPROPS/"),
    "a file and a folder": (b"word/document.xml/a.xml",),
    "a file and a folder in capitals": (b"Word/Document.xml/a.xml",),
    "a file and a folder of its own": (b"word/document.xml/",),
    "a file and a folder far up": (b"word",),
    "two that are not listed": (b"a.dat", b"A.DAT"),
}


def _with(*names: bytes, content: bytes = b"") -> bytes:
    return zip_of([*members_of(parts()), *(Member(name=name, content=content) for name in names)])


def _before(*names: bytes) -> bytes:
    return zip_of([*(Member(name=name) for name in names), *members_of(parts())])


def cases() -> Iterator[Case]:
    for name, coded in _REFUSED.items():
        yield Case(f"name: {name}", lambda coded=coded: _with(coded), Code.PACKAGE_NAME)
    for name, coded in _READ.items():
        yield Case(f"name: {name}", lambda coded=coded: _with(coded), None)
    for name, codeds in _TWICE.items():
        yield Case(f"twice: {name}", lambda codeds=codeds: _with(*codeds), Code.PACKAGE_NAME_TWICE)
        yield Case(f"twice, first: {name}", lambda codeds=codeds: _before(*codeds), Code.PACKAGE_NAME_TWICE)
    for utf8 in (0, 1 << 11):
        flagged = Member(name="word/café.xml".encode(), flags=utf8)
        full = [*members_of(parts()), flagged]
        yield Case(f"name: UTF-8, flags {utf8}", lambda full=full: zip_of(full), Code.PACKAGE_NAME)
        ascii_only = [attrs.evolve(member, flags=utf8) for member in members_of(parts())]
        yield Case(f"name: ASCII, flags {utf8}", lambda full=ascii_only: zip_of(full), None)
    for at, member in enumerate(members_of(parts())):
        for name, other in (("other", member.name[:-1] + b"!"), ("capital", member.name.swapcase())):
            yield Case(
                f"local name of member {at}: {name}",
                lambda at=at, other=other: changed(at, local_name=other),
                Code.PACKAGE_MISMATCH,
            )
    yield Case("a folder with a content", lambda: _with(b"word/more/", content=b"a"), Code.PACKAGE_NAME)
    full_folder = Member(name=b"more/", method=8)
    yield Case("a packed folder", lambda: zip_of([*members_of(parts()), full_folder]), None)
