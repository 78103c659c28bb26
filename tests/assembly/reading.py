"""What a tree says of itself: its keys, numbers and references."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from socialpolicy import document as tree

__all__ = ["check", "found", "keys", "provisions", "said"]


def found(node: tree.Node, kind: type[Any]) -> list[Any]:
    """Every node of a kind, in reading order."""
    return [one for one in tree.walk(node) if isinstance(one, kind)]


def said(*blocks: Any) -> list[str]:
    """The paragraphs below some nodes, as bare text."""
    return [tree.plain(one.inlines) for block in blocks for one in found(block, tree.Paragraph)]


def provisions(document: tree.Document) -> dict[str, tree.Provision]:
    """The provisions of a document, by their clause."""
    return {one.id: one for one in found(document, tree.Provision)}


def keys(document: tree.Document) -> Iterator[str]:
    """Every key that a reference or a bookmark may name."""
    for node in tree.walk(document):
        match node:
            case tree.Provision(id):
                yield id
            case tree.Box(kind):
                yield kind
            case tree.Paragraph(key) | tree.Items(key) | tree.Item(key) | tree.Table(key):
                yield key


def check(document: tree.Document) -> None:
    """The laws of every tree; an assertion fails where one does not hold."""
    all_keys = list(keys(document))
    assert len(all_keys) == len(set(all_keys))
    _check_references(document, set(all_keys))
    _check_numbers(document)
    _check_typesetting(document)
    _check_terms(document)
    assert not any(isinstance(node, tree.Text) and not node.text for node in tree.walk(document))


def _check_references(document: tree.Document, known: set[str]) -> None:
    numbers = {one.id: one.number for one in found(document, tree.Provision)}
    numbers.update((one.key, one.number) for one in found(document, tree.Paragraph))
    for reference in found(document, tree.Reference):
        assert tree.plain(reference.words)
        assert not reference.target or reference.target in known
        assert reference.number == numbers.get(reference.target, "")
        assert reference.label.count(reference.number) == 1 or not reference.number or not reference.label


def _check_numbers(document: tree.Document) -> None:
    numbered = [one.number for one in found(document, tree.Provision) if one.number]
    assert numbered == [str(number) for number in range(1, len(numbered) + 1)]
    for provision in found(document, tree.Provision):
        assert provision.blocks
        inside = [block.number for block in provision.blocks if getattr(block, "number", "")]
        assert inside == [f"{provision.number}.{number}" for number in range(1, len(inside) + 1)]
    for listing in found(document, tree.Items):
        marks = [item.number for item in listing.items]
        assert all(marks) if listing.ordered else not any(marks)
        assert all(item.blocks for item in listing.items)
        assert len(set(marks)) == len(marks) or not listing.ordered


def _check_typesetting(document: tree.Document) -> None:
    """No blank too many, no straight quote and nothing empty among the library's own words."""
    for line in _lines(document):
        assert line
        words = "".join(_words(line))
        assert words == words.strip(" ")
        assert "  " not in words
        assert '"' not in words
        assert "'" not in words
        for mark in (" .", " ,", " ;", " :", " )", "( "):
            assert mark not in words


def _words(inlines: tree.Inlines) -> Iterator[str]:
    """The words of the library; a value stands as one letter."""
    for inline in inlines:
        match inline:
            case tree.Text(text):
                yield text
            case tree.Strong(children) | tree.Emphasis(children):
                yield from _words(children)
            case tree.Link(words, _) | tree.Term(words, _):
                yield from _words(words)
            case tree.Reference(words):
                yield from _words(words)
                yield inline.label
            case tree.Break():
                yield "\n"
            case _:
                assert not isinstance(inline, tree.Value) or inline.text
                yield "x"


def _lines(document: tree.Document) -> Iterator[tree.Inlines]:
    for node in tree.walk(document):
        match node:
            case tree.Paragraph() | tree.Party() | tree.Definition():
                yield node.inlines
            case tree.Provision() | tree.Box():
                yield node.heading
            case tree.Consent():
                yield node.asks
            case tree.Execution():
                yield node.statement


def _check_terms(document: tree.Document) -> None:
    """The terms that are used are those that are defined."""
    defined = {one.id for one in found(document, tree.Definition)}
    assert {one.term for one in found(document, tree.Term)} == defined
