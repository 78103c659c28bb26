"""What a user holds: a Policy, and a handle on each of its documents."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

import attrs

from socialpolicy.assembly.assembling import assemble, documents_of
from socialpolicy.composition.composed import Composed
from socialpolicy.composition.composing import compose as compose_choices
from socialpolicy.composition.explaining import explain
from socialpolicy.composition.explanation import Explanation
from socialpolicy.composition.profile import Profile
from socialpolicy.composition.questions import questions
from socialpolicy.errors import Finding
from socialpolicy.keeping.lock import Lock
from socialpolicy.library.library import Library
from socialpolicy.policy.handle import PolicyDocument
from socialpolicy.policy.whole import policy_lock
from socialpolicy.writers.letterheads import Letterhead, letterhead_bytes

__all__ = ["Policy", "PolicyDocument", "compose", "questions"]


CHUNK = 64  # clients that an executor gets at a time: their files fit into memory
_MOST_KEPT = 4  # formats and letterheads whose documents are kept prepared


def compose(library: Library, profile: Profile, *, on: datetime.date | None = None) -> Policy:
    """The policy of a practice on a date (default: its `effective_date`, else today).

    Raises Refused, whose leaves are findings: every open decision, refused stance and missing clause.
    """
    return Policy(compose_choices(library, profile, on=on))


@attrs.frozen(eq=False, repr=False)
class Policy:
    """What was chosen for one practice; its documents are views of it."""

    composed: Composed

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The warnings that were met in composing."""
        return self.composed.findings

    @property
    def documents(self) -> tuple[str, ...]:
        """The ids of the documents that this policy has."""
        return documents_of(self.composed)

    def document(self, document: str) -> PolicyDocument:
        """A handle on one document, or on "at-a-glance", a part of the addendum; raises NotFound."""
        return PolicyDocument(self.composed, assemble(self.composed, document))

    def explain(self, clause: str) -> Explanation:
        """Why a clause stands or not, its stance, version and values; raises NotFound."""
        return explain(self.composed, clause)

    def lock(
        self,
        files: Mapping[str, bytes] | None = None,
        *,
        letterhead: Letterhead = b"",
        large_print: bool = False,
    ) -> Lock:
        """Everything that this policy was made from; `files` are those written of it, each by its name.

        `letterhead` is the one that those of them are written on that can be; `large_print` says that
        those of them have it that can.
        """
        return policy_lock(
            self.composed, files, letterhead=letterhead_bytes(letterhead), large_print=large_print
        )

    def __repr__(self) -> str:
        return f"Policy({len(self.composed.chosen)} clauses on {self.composed.on})"
