"""The one way an Office file comes in: its members, once the guard has let them pass."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import attrs

from socialpolicy.errors import Code, Place, WrongValue

__all__ = ["Package", "read_package"]


@attrs.frozen
class Package:
    """The members of a file that passed the guard: name → bytes, in the order in which the file has them."""

    members: Mapping[str, bytes]


def read_package(content: bytes, place: Place = Place()) -> Package:  # noqa: B008 – it is frozen
    """The members of a package; raises WrongValue, which says why it is none that can be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            return Package({name: file.read(name) for name in file.namelist()})
    except zipfile.BadZipFile:
        raise WrongValue(Code.PACKAGE_REFUSED, "This is no Word document (.docx).", place) from None
