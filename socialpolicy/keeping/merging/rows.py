"""Clients one after another, each with its place and its key; whatever they come from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from socialpolicy.errors import Code, Finding, Place, WrongKind, WrongValue
from socialpolicy.guarding.secret import Secret, wrapped

__all__ = ["KEY", "ClientRow", "key_of", "rows_of"]

KEY = "key"
_LONGEST_KEY = 100


@attrs.frozen
class ClientRow:
    """One client: raw facts by name in their wrapping, or why there are none.

    `number` counts the clients from 1, `place` is where this one stands; `key` is its name for the caller,
    and what files are called after.
    """

    number: int
    key: str
    facts: Mapping[str, Secret[object]]
    place: Place = attrs.field(kw_only=True)
    findings: tuple[Finding, ...] = attrs.field(default=(), kw_only=True)


def rows_of(clients: Iterable[Mapping[str, object] | ClientRow]) -> Iterator[ClientRow]:
    """The clients, those that are mere mappings with their place; `key` in one is no fact of the client."""
    for number, client in enumerate(clients, 1):
        yield client if isinstance(client, ClientRow) else _row(number, client)


def _row(number: int, client: object) -> ClientRow:
    place = Place(path=f"clients[{number}]")
    if not isinstance(client, Mapping):
        found = WrongKind(Code.ROW_SHAPE, "A client is a mapping of facts by name.", place)
        return ClientRow(number, str(number), {}, place=place, findings=(found,))
    facts = {name: value for name, value in client.items() if name != KEY}
    key, findings = key_of(client.get(KEY), number, place)
    return ClientRow(number, key, wrapped(facts), place=place, findings=findings)


def key_of(raw: object, number: int, place: Place) -> tuple[str, tuple[Finding, ...]]:
    """The key of a client, else its number; and what is wrong with the one given."""
    if raw is None:
        return str(number), ()
    key = str(raw) if type(raw) is int else raw
    if isinstance(key, str) and 0 < len(key.strip()) <= _LONGEST_KEY and key.isprintable():
        return key, ()
    message = f"A key is a text of 1 to {_LONGEST_KEY} characters that print."
    return str(number), (WrongValue(Code.ROW_KEY, message, place),)
