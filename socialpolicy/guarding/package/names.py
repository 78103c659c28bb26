"""The names of members: such that no reader and no system can take one for another, or for a way out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from urllib.parse import unquote

from socialpolicy.errors import Code, Place, WrongValue
from socialpolicy.guarding.package.bounds import NAME, SAVE_AGAIN

__all__ = ["check_alone", "read_name"]

_REFUSED = re.compile(r'[^ -~]|[\\:*?"<>|]')
_SHOWN = 80  # characters of a name that nobody should have to read


def read_name(coded: bytes, place: Place) -> str:
    """The name as text: ASCII (ECMA-376 part 2, 10.1.1), relative, leading nowhere but down."""
    name = coded.decode("ascii", "replace")
    plain = unquote(name, errors="replace")
    steps = plain.removesuffix("/").split("/")
    if len(coded) > NAME or _REFUSED.search(plain) or any(step in ("", ".", "..") for step in steps):
        message = "The name of a file in the zip cannot stand in a Word document."
        shown = coded[:_SHOWN].decode("ascii", "backslashreplace")
        raise WrongValue(Code.PACKAGE_NAME, message, place.at(path=shown), SAVE_AGAIN)
    return name


def check_alone(names: Iterable[str], place: Place) -> None:
    """Refuse a name that stands twice, however it is written, or is both a file and a folder."""
    kept: dict[str, str] = {}
    for name in names:
        key = _key(name)
        if key in kept:
            raise _twice("Two files in the zip have one name.", name, place)
        kept[key] = name
    for key, name in kept.items():
        steps = key.split("/")[:-1]
        if any("/".join(steps[:count]) in kept for count in range(1, len(steps) + 1)):
            raise _twice("A name in the zip is a file and a folder.", name, place)


def _key(name: str) -> str:
    return unicodedata.normalize("NFC", unquote(name)).casefold()


def _twice(message: str, name: str, place: Place) -> WrongValue:
    return WrongValue(Code.PACKAGE_NAME_TWICE, message, place.at(path=name), SAVE_AGAIN)
