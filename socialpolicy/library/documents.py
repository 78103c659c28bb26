"""The documents of a policy, and for whom each is."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["DOCUMENTS", "EXTRACTS", "SHOWN_TO", "most_public"]

# document → its audience
DOCUMENTS: Mapping[str, str] = {
    "website-policy": "public",
    "client-addendum": "clients",
    "staff-handbook": "staff",
    "first-session": "clients",
    "cover-note": "staff",
}

# a part that is a page of its own on request → the document that it is taken from, and the kind of the part
EXTRACTS: Mapping[str, tuple[str, str]] = {"at-a-glance": ("client-addendum", "at-a-glance")}

# audience → the values that may be printed for it (`shown` of a fact)
SHOWN_TO: Mapping[str, tuple[str, ...]] = {
    "public": ("public",),
    "clients": ("public", "clients"),
    "staff": ("public", "clients", "staff"),
}


def most_public(documents: tuple[str, ...]) -> str:
    """The audience of the most public of some documents; "staff" where there is none."""
    audiences = [DOCUMENTS.get(document, "public") for document in documents]
    return min(audiences, key=list(SHOWN_TO).index, default="staff")
