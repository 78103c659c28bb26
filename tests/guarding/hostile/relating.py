"""Packages whose parts are not there, are named twice, or lead where nothing of the document is."""

from __future__ import annotations

from collections.abc import Iterator

from socialpolicy.errors import Code
from tests.guarding.hostile.made import (
    CONTENT_TYPES,
    DOCUMENT,
    OVERRIDES,
    RELATIONS,
    WORD,
    Case,
    content_types,
    document,
    members_of,
    override,
    packed,
    parts,
    relation,
    relations,
    written,
    zip_of,
)

__all__ = ["cases"]

_RELATION, _MISSING = Code.PACKAGE_RELATIONSHIP, Code.PACKAGE_PART_MISSING
_RELS = "word/_rels/document.xml.rels"
_OUT = {
    "out by one": "../../a.xml",
    "out by five": "../../../../../etc/passwd",
    "out of the root": "/../a.xml",
    "down and out": "a/../../../a.xml",
    "out, coded": "%2e%2e/%2e%2e/a.xml",
    "out, slash coded": "..%2f..%2fa.xml",
    "a web address": "http://127.0.0.1/a.xml",
    "a file": "file:///etc/passwd",
    "a drive": "C:/a.xml",
    "a mail": "mailto:a@example.org",
    "a script": "javascript:alert(1)",
    "a share": "//host/a.xml",
    "a share by backslashes": r"\\host\a.xml",
    "backslashes": r"..\a.xml",
    "a backslash, coded": "a%5cb.xml",
    "a zero byte, coded": "a%00.xml",
    "a line feed": "a&#10;.xml",
}
_IN = {
    "absolute": "/word/styles.xml",
    "up and down": "../word/styles.xml",
    "round about": "./media/../styles.xml",
    "a place in a part": "styles.xml#a",
    "a place": "#a",
    "nothing": "",
    "a part that is not there": "NULL",
    "a space": "media/my picture.png",
    "a coded space": "media/my%20picture.png",
}
_OUTSIDE = {
    "a web address": "https://example.org/",
    "a file": "file:///C:/Users/a/Normal.dotm",
    "a share": r"\\host\a",
    "out": "../../../a.docx",
}


def _led(target: str, more: str = "") -> bytes:
    return written(_RELS, relations(relation(1, "image", target, more)))


def _led_stored(target: str) -> bytes:
    return zip_of(members_of({**parts(), _RELS: relations(relation(1, "image", target))}))


def _targets() -> Iterator[Case]:
    for what, target in _OUT.items():
        yield Case(f"leads {what}", lambda t=target: _led(t), _RELATION)
        yield Case(f"leads {what}, said to be inside", lambda t=target: _led(t, _INSIDE), _RELATION)
    for what, target in _OUT.items():
        first = relation(1, "officeDocument", DOCUMENT)
        found = relations(first, relation(2, "a", target if "/.." in target else f"../{target}"))
        if ".." in target:
            yield Case(f"the package leads {what}", lambda f=found: written(RELATIONS, f), _RELATION)
    for what, target in _IN.items():
        yield Case(f"leads inside: {what}", lambda t=target: _led(t), None)
    for what, target in _OUTSIDE.items():
        yield Case(f"leads outside and says so: {what}", lambda t=target: _led(t, _EXTERNAL), None)
    yield Case("mode in other letters", lambda: _led("a.xml", ' TargetMode="external"'), _RELATION)
    yield Case("mode of no kind", lambda: _led("a.xml", ' TargetMode="Elsewhere"'), _RELATION)
    for what, line in {
        "without an id": '<Relationship Type="a" Target="b"/>',
        "with an empty id": '<Relationship Id="" Type="a" Target="b"/>',
        "without a type": '<Relationship Id="a" Target="b"/>',
        "without a target": '<Relationship Id="a" Type="b"/>',
        "with an id that stands twice": relation(1, "a", "b") * 2,
    }.items():
        yield Case(f"a relationship {what}", lambda x=line: written(_RELS, relations(x)), _RELATION)
    deeper = f"<a>{relation(1, 'a', '../../../b')}</a>"
    ways = "a/" * 300_000 + "../" * 300_000
    yield Case("a target of 600,000 steps", lambda: _led_stored(ways), None)
    yield Case("a target of 600,003 steps, out", lambda: _led_stored(ways + "../" * 3), _RELATION)
    yield Case("a relationship that nobody reads", lambda: written(_RELS, relations(deeper)), None)
    yield Case("relationships of another kind", lambda: written(_RELS, b"<Relationships/>"), None)
    yield Case("relationships of no part", lambda: written("a/_rels/b.xml.rels", parts()[_RELS]), None)
    out = relations(relation(1, "a", "../a.xml"))
    yield Case("relationships somewhere else", lambda: written("word/other.rels", out), None)
    yield Case("relationships of relationships", lambda: written("_rels/_rels/.rels.rels", out), None)


_INSIDE, _EXTERNAL = ' TargetMode="Internal"', ' TargetMode="External"'


def _without(*names: str) -> bytes:
    return packed({name: part for name, part in parts().items() if name not in names})


def _main(*targets: str) -> bytes:
    lines = (relation(number, "officeDocument", target) for number, target in enumerate(targets))
    return written(RELATIONS, relations(*lines))


def _missing() -> Iterator[Case]:
    for name in (CONTENT_TYPES, RELATIONS, DOCUMENT):
        yield Case(f"without {name}", lambda n=name: _without(n), _MISSING)
    yield Case("without all three", lambda: _without(CONTENT_TYPES, RELATIONS, DOCUMENT), _MISSING)
    for name in ("word/styles.xml", "word/header1.xml", "word/media/image1.png", _RELS):
        yield Case(f"without {name}", lambda n=name: _without(n), None)
    yield Case("no main document", lambda: written(RELATIONS, relations()), _MISSING)
    yield Case("another main document", lambda: _main("word/other.xml"), _MISSING)
    yield Case("a main document with a long name", lambda: _main("a" * 100_000), _MISSING)
    yield Case("a main document in capitals", lambda: _main("word/DOCUMENT.xml"), _MISSING)
    yield Case("a main document outside", lambda: _main("https://example.org/"), _RELATION)
    yield Case("a main document that is nothing", lambda: _main(""), _MISSING)
    yield Case("a main document that is a folder", lambda: _main("word/"), _MISSING)
    yield Case("two main documents", lambda: _main(DOCUMENT, "word/styles.xml"), _RELATION)
    yield Case("one main document twice", lambda: _main(DOCUMENT, DOCUMENT), _RELATION)
    yield Case("a main document, absolute", lambda: _main(f"/{DOCUMENT}"), None)
    external = relations(relation(1, "officeDocument", DOCUMENT, _EXTERNAL))
    yield Case("a main document, external", lambda: written(RELATIONS, external), _MISSING)
    yield Case("styles for a main document", lambda: _main("word/styles.xml"), Code.PACKAGE_NOT_WORD)
    yield Case(
        "list of parts of another kind", lambda: written(CONTENT_TYPES, b"<Types/>"), Code.PACKAGE_NOT_WORD
    )
    yield Case("list of parts in capitals", lambda: _renamed(CONTENT_TYPES, "[CONTENT_TYPES].XML"), _MISSING)
    yield Case("a document elsewhere", _elsewhere, None)
    yield Case("a document elsewhere, a decoy in its place", _decoy, Code.PACKAGE_RELATIONSHIP)


def _renamed(name: str, other: str) -> bytes:
    return packed({other if found == name else found: part for found, part in parts().items()})


def _elsewhere() -> bytes:
    found = {name: part for name, part in parts().items() if name not in (DOCUMENT, _RELS)}
    main = "word/document2.xml"
    lines = (override(main, f"{WORD}.document.main+xml"), *OVERRIDES[1:])
    main_relations = relations(relation(1, "officeDocument", main))
    return packed(
        {**found, CONTENT_TYPES: content_types(*lines), RELATIONS: main_relations, main: document()}
    )


def _decoy() -> bytes:
    main = "word/document2.xml"
    lines = (*OVERRIDES, override(main, f"{WORD}.document.main+xml"))
    changed = {
        CONTENT_TYPES: content_types(*lines),
        RELATIONS: relations(relation(1, "officeDocument", main)),
        main: document(),
    }
    return packed({**parts(), **changed})


def _kinds() -> Iterator[Case]:
    kind = f"{WORD}.document.main+xml"
    twice = Code.PACKAGE_NAME_TWICE
    for what, line in {
        "a part": override(DOCUMENT, kind),
        "a part as another kind": override(DOCUMENT, "application/xml"),
        "a part in capitals": override(DOCUMENT.upper(), kind),
        "an ending": '<Default Extension="xml" ContentType="application/xml"/>',
        "an ending in capitals": '<Default Extension="XML" ContentType="text/plain"/>',
        "a part without a name": '<Override ContentType="a/b"/><Override ContentType="a/b"/>',
    }.items():
        listed = content_types(*OVERRIDES, line)
        yield Case(f"list of parts names twice: {what}", lambda x=listed: written(CONTENT_TYPES, x), twice)
    for what, line in {
        "a part that is not there": override("word/none.xml", "application/xml"),
        "what is no part": '<Other a="b"/>',
        "a part without a kind": '<Override PartName="/a.xml"/>',
    }.items():
        listed = content_types(*OVERRIDES, line)
        yield Case(f"list of parts names {what}", lambda x=listed: written(CONTENT_TYPES, x), None)
    by_ending = content_types().replace(b"application/xml", kind.encode())
    yield Case("the document's kind by its ending", lambda: written(CONTENT_TYPES, by_ending), None)
    xml = content_types(*OVERRIDES, override("word/a.bin", "application/vnd.a+xml"))
    both = {**parts(), CONTENT_TYPES: xml}
    yield Case("XML by its kind", lambda: packed({**both, "word/a.bin": b"<a>"}), Code.PACKAGE_XML)
    yield Case("no XML by its kind", lambda: packed({**both, "word/b.bin": b"<a>"}), None)
    plain = content_types(*OVERRIDES, override("word/a.xml", "text/plain"))
    named = {**parts(), CONTENT_TYPES: plain, "word/a.xml": b"<a>"}
    yield Case("XML by its name", lambda: packed(named), Code.PACKAGE_XML)


def cases() -> Iterator[Case]:
    yield from _targets()
    yield from _missing()
    yield from _kinds()
