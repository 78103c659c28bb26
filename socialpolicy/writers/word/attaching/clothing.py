"""Our styles and lists as the agreement takes them in: under names of their own, leaning on nothing of it."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from socialpolicy.document import Document
from socialpolicy.writers.word.attaching.host import Host
from socialpolicy.writers.word.attaching.renaming import Renaming
from socialpolicy.writers.word.names import DECLARED
from socialpolicy.writers.word.numbering import numbering_xml
from socialpolicy.writers.word.reader import W
from socialpolicy.writers.word.styles import styles_xml

__all__ = ["lists_for", "styles_for"]

# What an agreement may say of all its text and we do not say of ours: as it is where nobody says anything.
_UNSAID = {
    "pPr": {
        "keepNext": {"val": "0"}, "keepLines": {"val": "0"}, "pageBreakBefore": {"val": "0"},
        "suppressAutoHyphens": {"val": "0"}, "bidi": {"val": "0"}, "snapToGrid": {"val": "1"},
        "ind": {"left": "0", "right": "0", "firstLine": "0"}, "contextualSpacing": {"val": "0"},
        "jc": {"val": "left"},
    },
    "rPr": {
        "b": {"val": "0"}, "bCs": {"val": "0"}, "i": {"val": "0"}, "iCs": {"val": "0"}, "caps": {"val": "0"},
        "smallCaps": {"val": "0"}, "strike": {"val": "0"}, "spacing": {"val": "0"}, "w": {"val": "100"},
        "kern": {"val": "0"}, "position": {"val": "0"}, "u": {"val": "none"},
    },
}  # fmt: skip
_ORDER = {
    "pPr": ("keepNext", "keepLines", "pageBreakBefore", "widowControl", "suppressAutoHyphens", "bidi",
            "snapToGrid", "spacing", "ind", "contextualSpacing", "jc"),
    "rPr": ("rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "color", "spacing", "w", "kern",
            "position", "sz", "szCs", "u", "lang"),
}  # fmt: skip


def styles_for(host: Host, document: Document, width: int, renaming: Renaming) -> str:
    """Our styles, for a column of `width` twips, as children of the agreement's list of styles."""
    ours = _parsed("styles", styles_xml(document.locale, width, scheme=document.scheme))
    defaults = ours.find(f"{W}docDefaults")
    kept = [style for style in ours.iter(f"{W}style") if not _built_in(style)]
    for style in kept:
        _own(style)
    base = next(style for style in kept if style.get(f"{W}styleId") == "Normal")
    theirs = host.tree("styles")
    for kind in ("pPr", "rPr"):
        _bake(base, kind, defaults, None if theirs is None else theirs.find(f"{W}docDefaults"))
    return renaming.ids("".join(_written(style) for style in kept))


def _built_in(style: etree._Element) -> bool:
    """The agreement has these two itself, or Word does."""
    return style.get(f"{W}styleId") in ("DefaultParagraphFont", "NoList")


def _own(style: etree._Element) -> None:
    """A style that is nobody's default and is called after the addendum."""
    style.attrib.pop(f"{W}default", None)
    style.set(f"{W}customStyle", "1")
    for name in style.findall(f"{W}name"):
        name.set(f"{W}val", f"Addendum {name.get(f'{W}val')}")
    for based in style.findall(f"{W}basedOn"):
        if based.get(f"{W}val") == "DefaultParagraphFont":
            style.remove(based)


def _bake(
    base: etree._Element, kind: str, ours: etree._Element | None, theirs: etree._Element | None
) -> None:
    """What our defaults say, said by a style; and what theirs say beside it, taken back."""
    said = {etree.QName(one).localname: one for one in _default(ours, kind)}
    own = base.find(f"{W}{kind}")
    for one in () if own is None else own:
        said[etree.QName(one).localname] = one
    for one in _default(theirs, kind):
        name = etree.QName(one).localname
        if name not in said and name in _UNSAID[kind]:
            values = {f"{W}{key}": value for key, value in _UNSAID[kind][name].items()}
            said[name] = etree.Element(one.tag, values)
    if kind == "pPr":
        said["spacing"].set(f"{W}before", "0")
    if own is not None:
        base.remove(own)
    properties = etree.Element(f"{W}{kind}")
    properties.extend([said[name] for name in _ORDER[kind] if name in said])
    base.append(properties)


def _default(defaults: etree._Element | None, kind: str) -> Iterator[etree._Element]:
    found = None if defaults is None else defaults.find(f"{W}{kind}Default/{W}{kind}")
    return iter(() if found is None else list(found))


def lists_for(document: Document, renaming: Renaming) -> tuple[str, str]:
    """Our lists, and the numbers under which they are used, as children of the agreement's numbering."""
    root = _parsed("numbering", renaming.ids(numbering_xml(document.scheme)))
    lists = "".join(_written(one) for one in root.iter(f"{W}abstractNum"))
    return lists, "".join(_written(one) for one in root.iter(f"{W}num"))


def _parsed(name: str, content: str) -> etree._Element:
    return etree.fromstring(f"<w:{name} {DECLARED}>{content}</w:{name}>")


def _written(element: etree._Element) -> str:
    """The element without the namespaces, which the agreement's own part declares."""
    return etree.tostring(element, encoding="unicode").replace(f" {DECLARED}", "")
