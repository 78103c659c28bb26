"""One sample for each code that assembling raises."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from socialpolicy import Policy
from socialpolicy.assembly.assembling import assemble
from socialpolicy.errors import Code
from tests.composition.small import OUTLINE, clause, composed, small

__all__ = ["SAMPLES"]

_SIGNED = (
    OUTLINE
    + """
[signers.client]
label = "Client"
name = "client_name"
[[parts]]
kind = "execution"
heading = "Signatures"
[[parts.blocks]]
signers = ["client"]
for_clients = 'client_is_minor'
"""
)


@cache
def _policy() -> Policy:
    return composed(small({"door": clause("Door")}, outline=_SIGNED))


def _empty() -> object:
    nothing = clause("Door", top='texts = { website-policy = "full" }')
    return composed(small({"door": nothing})).document("client-addendum")


SAMPLES: dict[Code, Callable[[], object]] = {
    Code.DOCUMENT_NONE: lambda: _policy().document("client-adendum"),
    Code.DOCUMENT_EMPTY: _empty,
    Code.SIGNERS_NONE: lambda: assemble(_policy().composed, "client-addendum", {"client_is_minor": False}),
}
