"""Social media policies for therapists: composed from a library of clauses, written as documents.

Importing this loads next to nothing: each name is fetched when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from socialpolicy.composition.profile import Profile
    from socialpolicy.errors import Finding, Refused, SocialPolicyError
    from socialpolicy.keeping.lock import Lock
    from socialpolicy.keeping.merging.clientfile import ClientFile
    from socialpolicy.keeping.rebuilding import rebuild
    from socialpolicy.library.library import Library
    from socialpolicy.policy import Policy, PolicyDocument, compose, questions
    from socialpolicy.proving.proof import Proof, prove

__all__ = [
    "ClientFile",
    "Finding",
    "Library",
    "Lock",
    "Policy",
    "PolicyDocument",
    "Profile",
    "Proof",
    "Refused",
    "SocialPolicyError",
    "compose",
    "prove",
    "questions",
    "rebuild",
]

_HOMES = {
    "ClientFile": "socialpolicy.keeping.merging.clientfile",
    "Finding": "socialpolicy.errors",
    "Library": "socialpolicy.library.library",
    "Lock": "socialpolicy.keeping.lock",
    "Policy": "socialpolicy.policy",
    "PolicyDocument": "socialpolicy.policy",
    "Profile": "socialpolicy.composition.profile",
    "Proof": "socialpolicy.proving.proof",
    "Refused": "socialpolicy.errors",
    "SocialPolicyError": "socialpolicy.errors",
    "compose": "socialpolicy.policy",
    "prove": "socialpolicy.proving.proof",
    "questions": "socialpolicy.policy",
    "rebuild": "socialpolicy.keeping.rebuilding",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
