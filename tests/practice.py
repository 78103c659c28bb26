"""Practices for tests: the examples, and one that is easily changed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from socialpolicy import Library, Policy, Profile, compose

EXAMPLES = sorted(Path(__file__).parent.parent.joinpath("docs", "examples").glob("*.toml"))
LIBRARY = Library.bundled()
# `.ci/run --full` tries on all that is there what a usual run tries on some of it
FULL = os.environ.get("SOCIALPOLICY_FULL") == "yes"
BARE: dict[str, Any] = {
    "practice_name": "Hazel Psychology",
    "practitioner_name": "Dr Hazel",
    "region": "AU-NSW",
    "professions": ["psychologist"],
    "practice_phone": "02 5550 1234",
    "practice_email": "hello@hazel.example",
}


def policy_of(**values: Any) -> Policy:
    """The policy of the bare practice with some answers changed, added or (None) taken away."""
    answers = {name: value for name, value in {**BARE, **values}.items() if value is not None}
    return compose(LIBRARY, Profile.of(LIBRARY, **answers))


def example(path: Path) -> Policy:
    """The policy of an example practice."""
    return compose(LIBRARY, Profile.read(path, LIBRARY))
