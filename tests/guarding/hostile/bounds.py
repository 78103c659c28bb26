"""Bombs: what is small and unpacks, or counts, or nests, to more than a document may."""

from __future__ import annotations

import itertools
import random
import zlib
from collections.abc import Callable, Iterator

from socialpolicy.errors import Code
from socialpolicy.guarding.package import bounds
from tests.guarding.hostile.made import (
    CONTENT_TYPES,
    DOCUMENT,
    RELATIONS,
    Case,
    Member,
    W,
    changed,
    document,
    members_of,
    packed,
    parts,
    relation,
    relations,
    written,
    zip_of,
)

__all__ = ["cases"]

_LARGE, _MANY, _DEEP = Code.PACKAGE_TOO_LARGE, Code.PACKAGE_TOO_MANY, Code.PACKAGE_TOO_DEEP
_MIB = 1024 * 1024


def _deflated(size: int, *, level: int = 1, fill: bytes = bytes(_MIB)) -> tuple[bytes, int]:
    """That many MiB of `fill`, packed, and their CRC; never whole in memory."""
    stream = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    raw, crc = b"", 0
    for _ in range(size):
        raw += stream.compress(fill)
        crc = zlib.crc32(fill, crc)
    return raw + stream.flush(), crc


def _bomb(name: bytes, size: int, *, says: int | None = None, fill: bytes = bytes(_MIB)) -> Member:
    raw, crc = _deflated(size, fill=fill)
    told = {"size": size * _MIB if says is None else says, "crc": crc}
    return Member(name=name, method=8, raw=raw, local=told, central=told)


def _with(*more: Member) -> bytes:
    return zip_of([*members_of(parts(), 8), *more])


# packs some 50:1: a ratio that gives nothing away
_NOISE = b"".join(random.Random(5).randbytes(16) + bytes(1008) for _ in range(1024))  # noqa: S311


def _sizes() -> Iterator[Case]:
    for size in (2, 15, 200):
        for name in (b"word/a.xml", b"word/media/a.png", b"a.rels"):
            yield Case(
                f"{size} MiB of zeros as {name.decode()}", lambda n=name, s=size: _with(_bomb(n, s)), _LARGE
            )
    yield Case("17 MiB of XML", lambda: _with(_bomb(b"a.xml", 17, fill=_NOISE)), _LARGE)
    yield Case("17 MiB of XML in capitals", lambda: _with(_bomb(b"A.XML", 17, fill=_NOISE)), _LARGE)
    yield Case("26 MiB of a picture", lambda: _with(_bomb(b"a.png", 26, fill=_NOISE)), _LARGE)
    three = [_bomb(b"%d.png" % number, 22, fill=_NOISE) for number in range(3)]
    yield Case("66 MiB in three pictures", lambda: _with(*three), _LARGE)
    yield Case("44 MiB in two pictures", lambda: _with(*three[:2]), None)
    yield Case("more than 25 MiB packed", lambda: bytes(bounds.FILE + 1), _LARGE)
    yield Case("more than 25 MiB that begin well", lambda: b"PK\3\4" + bytes(bounds.FILE), _LARGE)
    damaged = Code.PACKAGE_DAMAGED
    for says in (0, 1, 1000, _MIB):
        yield Case(
            f"200 MiB that say they are {says:,} bytes",
            lambda s=says: _with(_bomb(b"word/media/a.png", 200, says=s)),
            damaged,
        )
    yield Case("says 4 GiB", lambda: changed(7, central={"size": 0xFFFFFFFE}), _LARGE)
    typed = b'<Default Extension="png" ContentType="application/xml"/>'
    types = parts()[CONTENT_TYPES].replace(b'<Default Extension="png" ContentType="image/png"/>', typed)
    found = {**parts(), CONTENT_TYPES: types, "word/media/image1.png": b"<a/>"}
    large = _bomb(b"b.png", 17, fill=_NOISE)
    yield Case("17 MiB that are XML by kind only", lambda: zip_of([*members_of(found, 8), large]), _LARGE)


def _repeated(opening: str, piece: str, count: int, closing: str) -> bytes:
    return document(opening + piece * count + closing)


def _counts() -> Iterator[Case]:
    most = bounds.NODES
    for name, piece, count, code in (
        ("elements", "<w:p/>", most + 1, _MANY),
        ("elements that are not empty", "<w:p></w:p>", most + 1, _MANY),
        ("elements with a text", "<w:t>a</w:t>", most + 1, _MANY),
        ("elements without a prefix", '<p xmlns=""/>', most + 1, _MANY),
        ("comments", "<!---->", most + 1, _MANY),
        ("instructions", "<?a?>", most + 1, _MANY),
        ("CDATA sections", "<![CDATA[]]>", most + 1, _MANY),
        ("elements, comments and instructions", "<w:p/><!----><?a?>", most // 2, _MANY),
        ("elements, two million", "<w:p/>", 2_000_000, _MANY),
        ("elements, as many as may be", "<w:p/>", most - 200, None),
        ("elements and one comment", "<!-- --><w:p/>", 190_000, None),
        ("attributes", '<w:p a="" b="" c="" d=""/>', 260_000, _MANY),
        ("attributes, as many as may be", '<w:p a="" b=""/>', 350_000, None),
        ("equals signs in a text", "<w:t>" + "=" * 9_000 + "</w:t>", 120, None),
    ):
        # without a ratio that gives them away
        yield Case(f"{count:,} {name}", lambda p=piece, c=count: _loose(_repeated("", p, c, "")), code)
    yield Case("400,000 elements in ten parts", _in_ten_parts, _MANY)
    yield Case(
        "elements in UTF-16",
        lambda: _loose(document("<w:p/>" * 401_000).decode().replace("UTF-8", "UTF-16").encode("utf-16")),
        _MANY,
    )


def _loose(part: bytes) -> bytes:
    """The document with this main part, stored."""
    return zip_of(members_of({**parts(), DOCUMENT: part}))


def _in_ten_parts() -> bytes:
    many = b"<a>" + b"<b/>" * 40_100 + b"</a>"
    return packed({**parts(), **{f"customXml/item{number}.xml": many for number in range(10)}})


def _nested(depth: int, opening: str = "<w:p>", closing: str = "</w:p>", inside: str = "") -> bytes:
    return written(DOCUMENT, document(opening * depth + inside + closing * depth))


def _depths() -> Iterator[Case]:
    below = bounds.DEPTH - 2  # the document and its body lie above
    for depth, code in ((below, None), (below + 1, _DEEP), (1_000, _DEEP), (60_000, _DEEP), (300_000, _DEEP)):
        yield Case(f"{depth:,} elements in each other", lambda d=depth: _loose_depth(d), code)
    for name, inside in (
        ("an empty element at the bottom", "<w:r/>"),
        ("two empty elements at the bottom", "<w:r/><w:r/>"),
        ("a comment and an element at the bottom", "<!-- a --><w:r/>"),
        ("slashes in values", '<w:r a="/>"/>'),
        ("slashes in texts", "<w:r>/></w:r>"),
    ):
        yield Case(f"{below} deep, {name}", lambda i=inside: _nested(below - 1, inside=i), None)
        yield Case(f"one too deep, {name}", lambda i=inside: _nested(below, inside=i), _DEEP)
    liars = '<w:p a="/>"><!----><?a b?>'
    yield Case("depth behind slashes and comments", lambda: _nested(300, opening=liars), _DEEP)
    for count, code in ((bounds.CHAIN, None), (bounds.CHAIN + 1, _DEEP), (900, _DEEP)):
        yield Case(f"{count} relationships one after the other", lambda c=count: _chain(c), code)
    yield Case("relationships in a circle", _circle, None)
    yield Case("a part that every other relates to", _star, None)


def _loose_depth(depth: int) -> bytes:
    return _loose(document("<w:p>" * depth + "</w:p>" * depth))


def _chain(count: int) -> bytes:
    """As many steps, of which the first leads from the package to the document."""
    found, names = parts(), ["document", *map(str, range(count - 1))]
    for name, following in itertools.pairwise(names):
        found[f"word/{following}.xml"] = b"<a/>"
        found[f"word/_rels/{name}.xml.rels"] = relations(relation(1, "header", f"{following}.xml"))
    return packed(found)


def _circle() -> bytes:
    found, names = parts(), ("styles", "header1", "document")
    for name in names:
        lines = (relation(number, "header", f"{target}.xml") for number, target in enumerate(names))
        found[f"word/_rels/{name}.xml.rels"] = relations(*lines)
    return packed(found)


def _star() -> bytes:
    found = parts()
    lines = [relation(number, "header", f"{number}.xml") for number in range(600)]
    found["word/_rels/document.xml.rels"] = relations(*lines)
    for number in range(600):
        found[f"word/{number}.xml"] = b"<a/>"
        found[f"word/_rels/{number}.xml.rels"] = relations(relation(1, "styles", "styles.xml"))
    return packed(found)


def _attributes() -> Iterator[Case]:
    def element(count: int, form: str) -> Callable[[], bytes]:
        said = " ".join(form.format(number) for number in range(count))
        return lambda: written(DOCUMENT, document(f"<w:p {said}/>"))

    for count, code in ((255, None), (256, None), (257, _MANY), (20_000, _MANY)):
        yield Case(f"{count:,} attributes", element(count, 'a{}=""'), code)
    for count, code in ((254, None), (257, _MANY), (20_000, _MANY)):
        yield Case(f"{count:,} namespaces", element(count, 'xmlns:a{}="u"'), code)
    spread = "".join(f'<w:p xmlns:a{number}="u">' for number in range(150))
    each = "".join(f'<w:p xmlns:a{n}="u" xmlns:b{n}="u">' for n in range(150))
    closed = "</w:p>" * 150
    yield Case("150 namespaces, nested", lambda: written(DOCUMENT, document(spread + closed)), None)
    yield Case("300 namespaces, nested", lambda: written(DOCUMENT, document(each + closed)), _MANY)
    aside = '<w:p xmlns:a="u" xmlns:b="u"/>' * 400
    yield Case("800 namespaces, one after the other", lambda: written(DOCUMENT, document(aside)), None)
    signs = "<w:t>" + "=" * 2_000 + "</w:t>"
    yield Case("a text of 2,000 equals signs", lambda: written(DOCUMENT, document(signs)), None)


def _long() -> Iterator[Case]:
    most, word = bounds.LONGEST, bounds.WORD
    for count, code in ((most, None), (most + 1, _LARGE), (11_000_000, _LARGE)):
        for name, body in (
            ("text", lambda c: f"<w:t>{'a' * c}</w:t>"),
            ("value", lambda c: f'<w:p a="{"a" * c}"/>'),
            ("CDATA section", lambda c: f"<w:t><![CDATA[{'a' * c}]]></w:t>"),
        ):
            yield Case(
                f"{name} of {count:,} characters", lambda c=count, b=body: _loose(document(b(c))), code
            )
    wide = "\U0001f600"
    yield Case("text of 2,000,000 smileys", lambda: _loose(document(f"<w:t>{wide * most}</w:t>")), None)
    halves = f"{'a' * (most - 9)}<![CDATA[{'a' * 10}]]>"
    yield Case("text and a CDATA section in one", lambda: _loose(document(f"<w:t>{halves}</w:t>")), None)
    for name, body in (
        ("name of an element", "<{0}/>"),
        ("name of an attribute", '<w:p {0}=""/>'),
        ("prefix", '<w:p xmlns:{0}="u"/>'),
        ("instruction", "<?{0}?>"),
    ):
        for count, code in ((word - 100, None), (word + 1, _LARGE), (60_000, _LARGE)):
            made = document(body.format("n" * count))
            yield Case(f"{name} of {count:,} characters", lambda m=made: written(DOCUMENT, m), code)


def _lists() -> Iterator[Case]:
    lines = [
        relation(number, "hyperlink", "https://example.org", ' TargetMode="External"')
        for number in range(20_000)
    ]
    for name in (RELATIONS, "word/_rels/document.xml.rels"):
        first = [relation(20_001, "officeDocument", DOCUMENT)] if name == RELATIONS else []
        yield Case(
            f"20,000 relationships in {name}", lambda n=name, f=first: written(n, relations(*f, *lines)), None
        )
    text = f'<w:document xmlns:w="{W}"/>'.encode()
    yield Case("a document without a body", lambda: written(DOCUMENT, text), None)


def cases() -> Iterator[Case]:
    yield from _sizes()
    yield from _counts()
    yield from _depths()
    yield from _attributes()
    yield from _long()
    yield from _lists()
