"""only: the stances that a clause may take; safe when a pack adds one."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from socialpolicy.library.rules.case import Breach, Case

__all__ = ["Only"]


@attrs.frozen
class Only:
    """A clause, where it stands, takes one of these stances."""

    clause: str
    stances: tuple[str, ...]

    def breaches(self, case: Case) -> Iterator[Breach]:
        """The stance that is none of them."""
        stance = case.stance(self.clause)
        if stance and stance not in self.stances:
            yield Breach(f"Here, `{self.clause}` takes the stance `{stance}`.", (f"{self.clause}.stance",))
