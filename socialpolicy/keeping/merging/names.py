"""Names of files: from a client's key, and safe on every system."""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from hashlib import blake2b

import attrs

from socialpolicy.errors import Code, Place, WrongValue
from socialpolicy.facts.fact import Fact

__all__ = ["NamePattern", "TakenNames", "safe_name"]

LONGEST_NAME = 200  # bytes; file systems take 255, and ours stand beside theirs while they are written
_UNSAFE = re.compile(r'[<>:"/\\|?*\s]')
# Windows takes these for devices, whatever ending they have
_DEVICES = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:[ .].*)?", re.IGNORECASE)
_IN_A_NAME = ("words", "choice", "date", "whole", "yes-no", "email", "phone")


@attrs.frozen
class NamePattern:
    """How files are called: "{key}.docx", with facts about clients where somebody wants them in names."""

    text: str
    facts: tuple[str, ...]

    @classmethod
    def parse(cls, text: str, extension: str, known: Mapping[str, Fact]) -> NamePattern:
        """The pattern of a text ("": the key); raises WrongValue."""
        text = text or f"{{key}}.{extension}"
        allowed = ("key", "number", *(name for name, fact in known.items() if fact.kind in _IN_A_NAME))
        try:
            parts = list(string.Formatter().parse(text))
        except ValueError:
            parts = [("", "", "", None)]
        fields = [field for _, field, _, _ in parts if field is not None]
        plain = all(not spec and conversion is None for _, _, spec, conversion in parts)
        hint = f"such as {{key}}.{extension}; in braces may stand: {', '.join(allowed)}"
        if not (plain and fields and set(fields) <= set(allowed)):
            raise _unfit("In a name of a file stand plain words and fields in braces.", hint)
        if not text.endswith(f".{extension}"):
            raise _unfit(f"The name of the files must end in .{extension}.", hint)
        return cls(text, tuple(name for name in fields if name in known))

    def name(self, key: str, number: int, words: Callable[[str], str], place: Place) -> str:
        """The name of one client's file; raises WrongValue where it is too long."""
        said = {name: words(name) for name in self.facts}
        name = safe_name(self.text.format(key=key, number=number, **said))
        if len(name.encode()) > LONGEST_NAME:
            message = f"The name of the file would be longer than {LONGEST_NAME} bytes."
            raise WrongValue(Code.NAME_FORM, message, place)
        return name


def _unfit(message: str, hint: str) -> WrongValue:
    return WrongValue(Code.NAME_FORM, message, Place(path="name"), hint)


def safe_name(name: str) -> str:
    """The name as a file can have it anywhere: what some system cannot bear is an underscore.

    >>> safe_name("../etc/passwd"), safe_name("con.docx"), safe_name("A b.docx")
    ('_.._etc_passwd', '_con.docx', 'A b.docx')
    """
    plain = "".join(map(_safe, unicodedata.normalize("NFC", name)))
    bare = plain[:-1] + "_" if plain.endswith((".", " ")) else plain
    return f"_{bare}" if bare.startswith((".", "-", " ", "~")) or _DEVICES.fullmatch(bare) else bare


def _safe(char: str) -> str:
    if char == " ":
        return char
    return "_" if _UNSAFE.match(char) or not char.isprintable() else char


@attrs.define(eq=False, repr=False)
class TakenNames:
    """The names that are given away, whatever their case; of each, sixteen bytes are kept."""

    _seen: set[bytes] = attrs.field(init=False, factory=set)

    def add(self, names: Iterable[str]) -> None:
        """Names that no client's file may have."""
        self._seen.update(map(_folded, names))

    def take(self, name: str, place: Place) -> None:
        """Give a name away; raises WrongValue where another file has it."""
        folded = _folded(name)
        if folded in self._seen:
            hint = "give each client a key of its own; case makes no difference"
            raise WrongValue(
                Code.NAME_TAKEN, "Another file has the name that this one would have.", place, hint
            )
        self._seen.add(folded)


def _folded(name: str) -> bytes:
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
    return blake2b(folded.encode("utf-8", "surrogateescape"), digest_size=16).digest()
