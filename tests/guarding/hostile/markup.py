"""XML that no part may be: DOCTYPEs and entities, other encodings, what is not well-formed; in each part."""

from __future__ import annotations

from collections.abc import Iterator

from socialpolicy.errors import Code
from tests.guarding.hostile.made import (
    CONTENT_TYPES,
    DOCUMENT,
    RELATIONS,
    Case,
    W,
    document,
    parts,
    written,
)

__all__ = ["cases"]

_DOCTYPE, _ENCODING, _XML = Code.PACKAGE_DOCTYPE, Code.PACKAGE_ENCODING, Code.PACKAGE_XML
_PARTS = (
    CONTENT_TYPES,
    RELATIONS,
    DOCUMENT,
    "word/_rels/document.xml.rels",
    "word/styles.xml",
    "word/header1.xml",
    "customXml/item1.xml",
    "docProps/CORE.XML",
    "word/media/drawing.xml",
)
_SUBSETS = {
    "empty": "<!DOCTYPE a>",
    "an internal subset": '<!DOCTYPE a [<!ENTITY e "Fees">]>',
    "an external subset": '<!DOCTYPE a SYSTEM "http://127.0.0.1/a.dtd">',
    "a public subset": '<!DOCTYPE a PUBLIC "-//W3C//DTD XHTML 1.0//EN" "http://127.0.0.1/a.dtd">',
    "a file": '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
    "a parameter entity": '<!DOCTYPE a [<!ENTITY % e SYSTEM "http://127.0.0.1/a">%e;]>',
    "a billion laughs": "<!DOCTYPE a ["
    + "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    + '<!ENTITY e0 "ha">]>',
    "quadratic blow-up": f'<!DOCTYPE a [<!ENTITY e "{"a" * 50_000}">]>',
    "an endless subset": "<!DOCTYPE a [" + '<!ENTITY a "a">' * 20_000,
    "a default attribute": '<!DOCTYPE a [<!ATTLIST a b CDATA "c">]>',
}


def _text(name: str) -> str:
    return {**parts(), "docProps/CORE.XML": b"<a/>", "word/media/drawing.xml": b"<a/>"}[name].decode()


def _without_declaration(name: str) -> str:
    text = _text(name)
    return text[text.index("?>") + 2 :].lstrip() if text.startswith("<?xml") else text


def _everywhere() -> Iterator[Case]:
    """What is tried in each part."""
    for name in _PARTS:
        body = _without_declaration(name)
        head = body[: body.index(">")].rstrip("/")
        tried = {
            "DOCTYPE": ("<!DOCTYPE a>" + body, _DOCTYPE),
            "DOCTYPE after a declaration": ('<?xml version="1.0"?>\n<!DOCTYPE a>' + body, _DOCTYPE),
            "DOCTYPE after a comment": ("<!-- a --><!DOCTYPE a>" + body, _DOCTYPE),
            "DOCTYPE in a comment": ("<!-- <!DOCTYPE a> -->" + body, None),
            "cut": (body[:-1], _XML),
            "two roots": (body + "<a/>", _XML),
            "text after the root": (body + "a", _XML),
            "an entity of nobody": (head + ' more="&e;">', _XML),
            "a prefix of nobody": (head + ' x:more="">' + body, _XML),
            "an attribute twice": (head + ' more="" more="">' + body, _XML),
            "a control character": (body + "<!-- \x01 -->", _XML),
        }
        for what, (text, code) in tried.items():
            yield Case(f"{name}: {what}", lambda n=name, t=text: written(n, t.encode()), code)
        for coding, mark in (("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff")):
            for what, text, code in (
                ("sound", body, None),
                ("declared", '<?xml version="1.0" encoding="UTF-16"?>' + body, None),
                ("DOCTYPE", "<!DOCTYPE a>" + body, _DOCTYPE),
                ("cut", body[:-1], _XML),
            ):
                coded = mark + text.encode(coding)
                yield Case(f"{name}, {coding}: {what}", lambda n=name, c=coded: written(n, c), code)
        yield Case(f"{name}: empty", lambda n=name: written(n, b""), _XML)
        latin = '<?xml version="1.0" encoding="ISO-8859-1"?>' + body
        yield Case(f"{name}: in Latin-1", lambda n=name, t=latin: written(n, t.encode()), _ENCODING)


def _doctypes() -> Iterator[Case]:
    for what, subset in _SUBSETS.items():
        for name in (DOCUMENT, "customXml/item1.xml"):
            body = _without_declaration(name)
            text = subset + body
            yield Case(
                f"{name}, DOCTYPE with {what}", lambda n=name, t=text: written(n, t.encode()), _DOCTYPE
            )
            coded = text.encode("utf-16")
            yield Case(
                f"{name}, UTF-16, DOCTYPE with {what}", lambda n=name, c=coded: written(n, c), _DOCTYPE
            )
    svg = b'<!DOCTYPE svg><svg xmlns="http://www.w3.org/2000/svg"/>'
    yield Case("a drawing with a DOCTYPE", lambda: written("word/media/a.xml", svg), _DOCTYPE)
    yield Case("a drawing that nobody takes for XML", lambda: written("word/media/a.svg", svg), None)


def _encodings() -> Iterator[Case]:
    body = _without_declaration(DOCUMENT)
    for name in (
        "ISO-8859-1",
        "us-ascii",
        "windows-1252",
        "utf-7",
        "UTF8",
        "UTF-32",
        "UCS-2",
        "IBM037",
        "idna",
        "rot13",
        "utf-8-sig",
        "x-nobody-knows",
        "EUC-JP",
    ):
        text = f'<?xml version="1.0" encoding="{name}"?>{body}'
        yield Case(f"declares {name}", lambda t=text: written(DOCUMENT, t.encode()), _ENCODING)
    for name, coding, mark, code in (
        ("UTF-8", "utf-8", b"\xef\xbb\xbf", None),
        ("utf-8", "utf-8", b"", None),
        ("utf-16", "utf-16-le", b"\xff\xfe", None),
        ("UTF-8", "utf-16-le", b"\xff\xfe", _ENCODING),
        ("UTF-16", "utf-8", b"", _ENCODING),
        ("UTF-16", "utf-8", b"\xef\xbb\xbf", _ENCODING),
        ("UTF-16LE", "utf-16-le", b"\xff\xfe", _ENCODING),
        ("UTF-16", "utf-16-le", b"", _ENCODING),
        ("UTF-16", "utf-16-be", b"", _ENCODING),
        ("UTF-16", "utf-32-le", b"\xff\xfe\0\0", _ENCODING),
        ("UTF-32", "utf-32-be", b"\0\0\xfe\xff", _ENCODING),
        ("UTF-32", "utf-32-le", b"", _ENCODING),
        ("IBM037", "cp037", b"", _XML),
        ("UTF-7", "utf-7", b"", _ENCODING),
    ):
        coded = mark + f'<?xml version="1.0" encoding="{name}"?>{body}'.encode(coding)
        what = f"is {coding}{' with a mark' if mark else ''}, declares {name}"
        yield Case(what, lambda c=coded: written(DOCUMENT, c), code)
    for what, wrong, code in (
        (
            "half of a surrogate pair",
            "\ufeff".encode("utf-16-le") + b"<\0a\0>\0\x00\xd8<\0/\0a\0>\0",
            _ENCODING,
        ),
        ("an odd number of bytes in UTF-16", "<a/>".encode("utf-16") + b" ", _ENCODING),
        ("a byte that is not UTF-8", b"<a>\xff</a>", _XML),
        ("a surrogate in UTF-8", b"<a>\xed\xa0\x80</a>", _XML),
        ("overlong UTF-8", b"<a>\xc0\xbc</a>", _XML),
        ("two byte order marks", b"\xef\xbb\xbf\xef\xbb\xbf<a/>", _ENCODING),
        ("U+FFFE", "<a>\ufffe</a>".encode(), _XML),
        ("a noncharacter that XML allows", "<a>\ufdd0</a>".encode(), None),
    ):
        yield Case(what, lambda w=wrong: written("customXml/item1.xml", w), code)


def _faults() -> Iterator[Case]:
    for what, wrong in {
        "no XML": b"Fees are due.",
        "a tag that closes another": b"<a><b></a></b>",
        "a tag that nothing closes": b"<a><b></a>",
        "a value without quotes": b"<a b=c/>",
        "a reference to a control character": b"<a>&#1;</a>",
        "a reference to a surrogate": b"<a>&#xD800;</a>",
        "a reference beyond Unicode": b"<a>&#x110000;</a>",
        "a comment with two hyphens": b"<a><!-- -- --></a>",
        "the end of a CDATA section": b"<a>]]></a>",
        "a declaration further down": b'<a><?xml version="1.0"?></a>',
        "a declaration after a space": b' <?xml version="1.0"?><a/>',
        "XML 1.1": b'<?xml version="1.1"?><a/>',
        "XML 2.0": b'<?xml version="2.0"?><a/>',
        "XML of a long version": b'<?xml version="1.' + b"0" * 50_000 + b'"?><a/>',
        "no version": b'<?xml encoding="UTF-8"?><a/>',
        "a zero byte at the end": b"<a/>\0",
        "a zero byte at the beginning": b"<a/>\0\0\0",
        "an open tag": b"<a",
        "an angle alone": b"<",
        "an entity declaration": b'<!ENTITY e "f"><a/>',
        "an open comment": b"<a/><!--",
        "an open DOCTYPE": b"<!DOCTYPE",
    }.items():
        for name in ("customXml/item1.xml", "word/header1.xml"):
            yield Case(f"{name}: {what}", lambda n=name, w=wrong: written(n, w), _XML)
    for what, left in {
        "a prefix that nobody declares": b"<x:a/>",
        "a prefix declared beside": b'<a><b xmlns:x="u"/><x:c/></a>',
        "a prefix undeclared": b'<a xmlns:x="u"><b xmlns:x=""/></a>',
        "the prefix xml for another": b'<a xmlns:xml="u"/>',
        "the prefix xmlns": b'<a xmlns:xmlns="u"/>',
        "the namespace of xml for another": b'<a xmlns:x="http://www.w3.org/XML/1998/namespace"/>',
        "two colons": b'<a xmlns:x="u"><x:b:c/></a>',
        "a colon first": b"<:a/>",
        "a colon in an instruction": b"<a><?b:c?></a>",
        "an attribute twice by its namespace": b'<a xmlns:x="u" xmlns:y="u"><b x:c="" y:c=""/></a>',
    }.items():
        yield Case(f"namespaces: {what}", lambda x=left: written("customXml/item1.xml", x), None)
    for name in (CONTENT_TYPES, RELATIONS, DOCUMENT):
        wrong = (
            b"<x" + b":y" * 2 + b"/>" if name == DOCUMENT else parts()[name].replace(b"/>", b" x:y=''/>", 1)
        )
        yield Case(f"{name}: a prefix that nobody declares", lambda n=name, w=wrong: written(n, w), _XML)
    for what, right in {
        "five entities": b"<a>&lt;&gt;&amp;&quot;&apos;</a>",
        "references": b"<a>&#9;&#x1F600;</a>",
        "a CDATA section": b"<a><![CDATA[<b>]]></a>",
        "an instruction": b"<?mso-contentType?><a/>",
        "comments": b"<!-- a --><a><!-- <b> --></a><!-- c -->",
        "a slash and an angle in a value": b'<a b="/>"/>',
        "a slash and an angle in a text": b"<a>/></a>",
        "DOCTYPE in a CDATA section": b"<a><![CDATA[<!DOCTYPE a>]]></a>",
        "single quotes": b"<?xml version='1.0' encoding='utf-8'?><a b='c'/>",
        "standalone": b'<?xml version="1.0" standalone="no"?><a/>',
        "no line ends": b"<a/>",
        "line ends of Windows": b"\r\n<a/>\r\n",
        "a namespace that is no address": b'<a xmlns="not an address"/>',
        "an id that is no name": b'<a xml:id="1 2"/>',
    }.items():
        yield Case(f"sound: {what}", lambda r=right: written("customXml/item1.xml", r), None)
    hidden = document('<mc:a xmlns:mc="u"/>').decode().replace("UTF-8", "utf-8")
    yield Case("sound: a namespace of one's own", lambda: written(DOCUMENT, hidden.encode()), None)
    entities = f'<w:document xmlns:w="{W}">' + "&amp;" * 200_000 + "</w:document>"
    yield Case("sound: 200,000 ampersands", lambda: written(DOCUMENT, entities.encode()), None)


def cases() -> Iterator[Case]:
    yield from _everywhere()
    yield from _doctypes()
    yield from _encodings()
    yield from _faults()
