"""How a locale writes what facts say."""

from __future__ import annotations

import attrs

__all__ = ["Manner"]


@attrs.frozen
class Manner:
    """How a locale writes: its tag ("en-AU") and its pattern for dates ("d MMMM y")."""

    tag: str
    date_pattern: str

    @property
    def locale(self) -> str:
        """The tag as babel spells it."""
        return self.tag.replace("-", "_")
