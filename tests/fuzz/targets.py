"""What is fuzzed: targets that may raise nothing but findings, and what they read others read too."""

from __future__ import annotations

import contextlib
import io
import zipfile
from collections.abc import Callable

from lxml import etree

from socialpolicy.errors import SocialPolicyError
from socialpolicy.guarding.package import bounds, read_package
from socialpolicy.writers.word.reading import read_docx

__all__ = ["TARGETS"]

_XML = (".xml", ".rels")


def package(content: bytes) -> str:
    """The guard; what it lets pass, zipfile and lxml read too, and the same."""
    try:
        found = read_package(content)
    except SocialPolicyError as refused:
        return str(getattr(refused, "code", "refused"))
    assert sum(map(len, found.members.values())) <= bounds.TOTAL
    assert found.main in found.members
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        names = [name for name in file.namelist() if not name.endswith("/")]
        assert sorted(names) == sorted(found.members)
        assert all(file.read(name) == part for name, part in found.members.items())
    for name, part in found.members.items():
        if name.lower().endswith(_XML):
            _read_with_lxml(part)
    return "read"


def _read_with_lxml(part: bytes) -> None:
    """lxml may refuse namespaces and ids, which the guard leaves to it, and nothing else."""
    parser = etree.XMLParser()  # one of its own: lxml's usual one keeps what it said of earlier texts
    with contextlib.suppress(etree.XMLSyntaxError):
        etree.fromstring(part, parser)
    kinds = {entry.domain_name for entry in parser.error_log.filter_from_errors()}
    assert kinds <= {"NAMESPACE", "VALID"}, kinds


def reader(content: bytes) -> str:
    """The reader of all that a file says."""
    try:
        read_docx(content)
    except SocialPolicyError as refused:
        return str(getattr(refused, "code", "refused"))
    return "read"


TARGETS: dict[str, Callable[[bytes], str]] = {"package": package, "reader": reader}
