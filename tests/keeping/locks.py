"""A lock for the tests, and locks that are changed in one place."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from socialpolicy import Lock, Policy
from tests.practice import policy_of

__all__ = ["changed", "files_of", "locked"]

FORMATS = ("docx", "txt", "md")


def files_of(policy: Policy) -> dict[str, bytes]:
    """Every document of a policy in every format, by its file's name."""
    return {
        f"{name}.{extension}": policy.document(name).bytes(extension)
        for name in policy.documents
        for extension in FORMATS
    }


@cache
def locked() -> Lock:
    """The lock of the bare practice, whose website policy was written as text."""
    policy = policy_of()
    return policy.lock({"website-policy.txt": policy.document("website-policy").bytes("txt")})


def changed(lock: Lock, changes: Mapping[str, Any]) -> bytes:
    """The file of a lock with some values changed, each at its path; a value of `...` takes the key away."""
    content = json.loads(lock.written())
    for path, value in changes.items():
        *steps, last = (int(step) if step.isdecimal() else step for step in path.split("/"))
        inside = content
        for step in steps:
            inside = inside[step]
        if value is ...:
            del inside[last]
        else:
            inside[last] = value
    return json.dumps(content).encode()
