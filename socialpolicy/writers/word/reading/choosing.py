"""Where a file says a thing twice, for newer and older programs (ECMA-376 part 3): which of them is read."""

from __future__ import annotations

import attrs
from lxml import etree

from socialpolicy.writers.word.reading.xml import MC, W

__all__ = ["Choice", "chosen"]

_UNDERSTOOD = ("http://schemas.microsoft.com/office/", "http://schemas.openxmlformats.org/")


@attrs.frozen(eq=False)
class Choice:
    """What a program of today shows, and the words of the other branch where they are others."""

    content: tuple[etree._Element, ...]
    differs: str = ""


def chosen(alternate: etree._Element) -> Choice:
    """The first branch whose names Word knows, else the fallback."""
    branches = [child for child in alternate if child.tag in (f"{MC}Choice", f"{MC}Fallback")]
    taken = next((branch for branch in branches if _known(branch)), None)
    if taken is None:
        return Choice(())
    own = _words(taken)
    others = (_words(branch) for branch in branches if branch is not taken)
    return Choice(tuple(taken), next((words for words in others if own and words and words != own), ""))


def _known(branch: etree._Element) -> bool:
    if branch.tag == f"{MC}Fallback":
        return True
    needs = branch.get("Requires", "").split()
    return bool(needs) and all((branch.nsmap.get(one) or "").startswith(_UNDERSTOOD) for one in needs)


def _words(branch: etree._Element) -> str:
    return " ".join("".join(found.text or "" for found in branch.iter(f"{W}t")).split())
