"""What is fuzzed: targets that may raise nothing but findings, and what they read others read too."""

from __future__ import annotations

import contextlib
import io
import zipfile
from collections.abc import Callable

from lxml import etree

from socialpolicy.document import Hole
from socialpolicy.errors import Refused, SocialPolicyError
from socialpolicy.guarding.package import bounds, read_package
from socialpolicy.writers.word import prepare
from socialpolicy.writers.word.attaching import attach
from socialpolicy.writers.word.letterhead import annotated, check
from socialpolicy.writers.word.reading import read_docx
from tests.writers.text_sample import document, para

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


def letterhead(content: bytes) -> str:
    """A letterhead: checked, annotated and, where it may be used, written on and read back."""
    try:
        check(content)
        annotated(content)
        prepare(_PAGE, b"{}", content)
    except (SocialPolicyError, Refused) as refused:
        return str(getattr(refused, "code", "refused"))
    return "read"


def agreement(content: bytes) -> str:
    """An agreement that something is attached to; what comes out is read again."""
    try:
        file = attach(content, _PAGE, b"{}")[0].fill({})
    except (SocialPolicyError, Refused) as refused:
        return str(getattr(refused, "code", "refused"))
    read_package(file)
    return "read"


_PAGE = document(para("A sentence.", number=""), para("See ", Hole("client_name")))
TARGETS: dict[str, Callable[[bytes], str]] = {
    "package": package,
    "reader": reader,
    "letterhead": letterhead,
    "agreement": agreement,
}
