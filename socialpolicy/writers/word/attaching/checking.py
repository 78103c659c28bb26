"""What stands against attaching to an agreement, and what to know of it: before anything is made."""

from __future__ import annotations

import re

from lxml import etree

from socialpolicy.errors import Code, Collector, Finding, Place, WrongValue
from socialpolicy.writers.word.attaching.host import BODY, Host
from socialpolicy.writers.word.names import NAMESPACES
from socialpolicy.writers.word.reader import W

__all__ = ["check_host"]

_MARK = b"_sp_"
_ENCODING = re.compile(rb"""<\?xml[^>]*\sencoding\s*=\s*["']([^"']*)""")
_FITTING = (b"utf-8", b"us-ascii")


def check_host(host: Host, found: Collector) -> None:
    """Report all that stands against writing into this agreement."""
    _signed(host, found)
    _written(host, found)
    if host.text.find(BODY) is None or not _is_ours(host):
        message = "The text of this agreement is written in a way that nothing can be put into."
        found.add(_fault(Code.AGREEMENT_FORM, message, host.place, "open it in Word and save it as .docx"))
    protected = host.setting("documentProtection")
    if protected is not None and protected.get(f"{W}enforcement") in ("1", "true", "on"):
        message = "This agreement is protected against changes."
        hint = "in Word: Review, Restrict Editing, Stop Protection; protect the result again"
        found.add(_fault(Code.AGREEMENT_PROTECTED, message, host.place, hint))
    if host.setting("trackRevisions") is not None:
        message = "This agreement tracks changes; the addendum is put into it as text, not as a change."
        hint = "accept or refuse the changes before you sign"
        found.add(WrongValue(Code.AGREEMENT_TRACKED, message, host.place, hint, "warn"))


def _signed(host: Host, found: Collector) -> None:
    kinds = {relation.kind for relations in host.parts.relations.values() for relation in relations}
    if "origin" in kinds or any(name.startswith("_xmlsignatures/") for name in host.members):
        message = "This agreement carries a digital signature, which any change would break."
        hint = "attach the addendum before anybody signs, or write it as a document of its own"
        found.add(_fault(Code.AGREEMENT_SIGNED, message, host.place, hint))


def _written(host: Host, found: Collector) -> None:
    """An addendum of ours is in it already: two would not know whose numbers are whose."""
    if b'w:name="' + _MARK in host.main:
        message = "This agreement has an addendum already."
        hint = "take the agreement as it was before"
        found.add(_fault(Code.AGREEMENT_ATTACHED, message, host.place, hint))


def _is_ours(host: Host) -> bool:
    """Whether our XML can stand in it: in UTF-8, and the prefixes that it uses mean what they usually do."""
    names = filter(None, (host.parts.main, *map(host.parts.one, ("styles", "numbering"))))
    trees = (host.tree(kind) for kind in ("styles", "numbering"))
    roots = (host.text, *(tree for tree in trees if tree is not None))
    return all(_is_utf8(host.members[name]) for name in names) and all(map(_takes_our_names, roots))


def _is_utf8(part: bytes) -> bool:
    text = part.removeprefix(b"\xef\xbb\xbf")
    declared = _ENCODING.match(text)
    return text[:1] == b"<" and text[1:2] != b"\0" and (not declared or declared[1].lower() in _FITTING)


def _takes_our_names(root: etree._Element) -> bool:
    return root.nsmap.get("w") == NAMESPACES["w"] and all(
        root.nsmap.get(prefix, space) == space for prefix, space in NAMESPACES.items()
    )


def _fault(code: Code, message: str, place: Place, hint: str) -> Finding:
    return WrongValue(code, message, place, hint)
