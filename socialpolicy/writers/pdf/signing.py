"""What is ticked, filled and signed."""

from __future__ import annotations

from socialpolicy.document import Consent, Execution, Field, FieldKind, Signer
from socialpolicy.writers.pdf.source import array, block, call, text
from socialpolicy.writers.pdf.spans import Spans
from socialpolicy.writers.prepared import HoleKey, Words

__all__ = ["consent", "execution"]

_SHARES: dict[FieldKind, int] = {"name": 34, "signature": 42, "date": 24, "initials": 18, "tick": 12}


def consent(spans: Spans, node: Consent) -> str:
    """A box to tick, what is asked, how to take it back, and its lines; several boxes are among the lines."""
    return call(
        "consent",
        "tick" if node.has_box else "[]",
        spans.content(node.asks),
        spans.content(node.withdraw),
        array(_line(spans, field) for field in node.lines),
    )


def _line(spans: Spans, field: Field) -> str:
    if field.kind == "tick":
        return call("line-of", text(field.label), "none", is_tick="true")
    return call("line-of", text(field.label), _value(spans, field) or "none")


def execution(spans: Spans, node: Execution, level: int) -> str:
    """A block of signatures, which stays on one page."""
    label = text(node.label) if node.label.strip() else "none"
    statement = spans.content(node.statement) if node.statement else "none"
    return call("signed", label, statement, *(_signer(spans, one) for one in node.signers), level=str(level))


def _signer(spans: Spans, signer: Signer) -> str:
    widths = array(f"{_SHARES[field.kind]}fr" for field in signer.fields)
    fields = array(_field(spans, field) for field in signer.fields)
    return array((text(signer.label), widths, fields))


def _field(spans: Spans, field: Field) -> str:
    value = _value(spans, field) or "[]"
    return call("field", text(field.label), value, is_tick="true" if field.kind == "tick" else "false")


def _value(spans: Spans, field: Field) -> str:
    """What stands on the line already; a hole that nothing fills leaves the line as it is."""
    if not field.inlines:
        return ""
    return block(Spans(_Open(spans.words), spans.anchors).content(field.inlines))


class _Open(dict[HoleKey, str]):
    """Words of which those that nobody gave are nothing: the line is drawn already."""

    def __init__(self, words: Words) -> None:
        super().__init__(words)

    def get(self, key: HoleKey, default: object = None) -> str:
        return super().get(key, "")
