"""How much markup a part holds: told from its bytes where that is certain, which is faster than counting."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from socialpolicy.guarding.package.bounds import ATTRIBUTES_EACH, DEPTH, NAMESPACES, NODES, WORD

__all__ = ["Markup", "estimate"]

_SHORT = 5 * ATTRIBUTES_EACH  # an attribute takes five bytes at least: ` a=""`
_DECLARATION = re.compile(rb"<\?xml\s[^>]*\?>")
_OPENS, _CLOSES, _CLOSES_ITSELF = b"<", b"\x01", b"\x02"
_NO_MARKS = bytes(set(range(256)) - set(b'<>/!?:"'))
_NO_TAGS = bytes(set(range(256)) - set(_OPENS + _CLOSES + _CLOSES_ITSELF))


@attrs.frozen
class Markup:
    """Numbers of nodes (elements, comments, instructions, CDATA sections) and of attributes."""

    nodes: int = 0
    attributes: int = 0


def estimate(part: bytes) -> Markup | None:
    """The nodes of a well-formed part in UTF-8, and no fewer attributes than it has; None: not certain.

    Where it says something, each bound of an element is kept, or there are too many nodes anyhow. What is no
    mark is taken out first. Then `<!` and `<?` are what makes `<` ambiguous, `/>` may come from a text too,
    and `</` from an element without attributes and prefix: with the last two the tags do not balance.
    """
    opening = _DECLARATION.match(part)
    body = part[opening.end() :] if opening else part
    marks = body.translate(None, _NO_MARKS)
    if b"<!" in marks or b"<?" in marks:
        return None
    tags = marks.replace(b"</", _CLOSES).replace(b"/>", _CLOSES_ITSELF).translate(None, _NO_TAGS)
    nodes = tags.count(_OPENS)
    if 2 * nodes != len(tags):
        return None
    fits = nodes > NODES or (_elements_fit(body) and _is_flat(tags))
    return Markup(nodes, body.count(b"=")) if fits else None


def _elements_fit(body: bytes) -> bool:
    stretches = (body[start:stop] for start, stop in _long_stretches(body))
    return body.count(b"xmlns") <= NAMESPACES and all(
        len(stretch) <= WORD and stretch.count(b"=") <= ATTRIBUTES_EACH for stretch in stretches
    )


def _long_stretches(body: bytes) -> Iterator[tuple[int, int]]:
    """Where more than `_SHORT` bytes stand between one `<` and the next; the rest is leapt over."""
    start = 0
    while start < len(body):
        following = body.rfind(_OPENS, start + 1, start + 1 + _SHORT)
        if following == -1:
            following = body.find(_OPENS, start + 1)
            following = len(body) if following == -1 else following
            yield start, following
        start = following


def _is_flat(tags: bytes) -> bool:
    """Whether taking away the innermost elements, fewer than DEPTH times, leaves nothing."""
    tags = tags.replace(_OPENS + _CLOSES_ITSELF, b"")
    for _ in range(DEPTH):
        if not tags:
            return True
        tags = tags.replace(_OPENS + _CLOSES, b"")
    return False
