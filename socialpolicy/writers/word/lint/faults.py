"""What the checks of a file share: a fault, the opened file, and a look for what stands twice."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import attrs
from lxml import etree

from socialpolicy.writers.word.reading.parts import main_name
from socialpolicy.writers.word.reading.xml import MC, W, parse, value

__all__ = ["Fault", "Opened", "named", "opened", "twice", "values"]


@attrs.frozen
class Fault:
    """One fault: its name, the member it is in, and which thing has it."""

    name: str
    part: str
    which: str = ""


@attrs.frozen(eq=False)
class Opened:
    """A file: the names as its zip lists them, the bytes by name, and each part of Word's XML as a tree.

    What stands only for older programs is taken out of the trees: it repeats ids and names by design.
    """

    listed: tuple[str, ...]
    members: Mapping[str, bytes]
    trees: Mapping[str, etree._Element]

    def tree(self, name: str) -> etree._Element | None:
        """The part of this local name beside the main part, such as `styles`."""
        folder = main_name(self.members).rpartition("/")[0]
        return self.trees.get(f"{folder}/{name}.xml")


def opened(file: bytes) -> Opened:
    """The file, open to be checked."""
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        listed = tuple(name for name in package.namelist() if not name.endswith("/"))
        members = {name: package.read(name) for name in listed}
    parsed = ((name, parse(content)) for name, content in members.items() if name.endswith(".xml"))
    trees = {name: tree for name, tree in parsed if str(tree.tag).startswith(W)}
    for tree in trees.values():
        etree.strip_elements(tree, f"{MC}Fallback", with_tail=False)
    return Opened(listed, members, trees)


def values(tree: etree._Element, names: str, attribute: str = "val") -> list[str]:
    """An attribute of every element of these names."""
    return [value(element, attribute) for element in tree.iter(*(f"{W}{name}" for name in names.split()))]


def twice(entries: Iterable[str]) -> list[str]:
    """What stands there more than once."""
    return [entry for entry, count in Counter(entries).items() if count > 1]


def named(name: str, part: str, entries: Iterable[str]) -> Iterator[Fault]:
    """A fault for each of these."""
    yield from (Fault(name, part, entry) for entry in entries)
