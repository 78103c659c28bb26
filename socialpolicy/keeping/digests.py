"""The digest of a finished file: of what it says, not of how its parts were packed."""

from __future__ import annotations

import hashlib
import io
import zipfile

from socialpolicy.document.canonical import json_bytes

__all__ = ["letterhead_digest", "output_digest"]

_ZIP = b"PK\x03\x04"


def output_digest(file: bytes) -> str:
    """The digest of a file that this package wrote.

    Of a package (.docx) it is that of its parts, unpacked: the canonical JSON of part name → sha256. The
    same words packed by another zlib are another file with the same digest.

    >>> output_digest(b"")
    'sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
    """
    if not file.startswith(_ZIP):
        return f"sha256:{_sha256(file)}"
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        parts = {name: _sha256(package.read(name)) for name in package.namelist()}
    return f"parts-sha256:{_sha256(json_bytes({**parts}))}"


def letterhead_digest(letterhead: bytes) -> str:
    """The digest of a letterhead, byte for byte; "" where there is none."""
    return f"sha256:{_sha256(letterhead)}" if letterhead else ""


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
