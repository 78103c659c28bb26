"""The tree: walked in reading order, and said in bare text."""

from __future__ import annotations

from socialpolicy.document import (
    Blank,
    Break,
    Emphasis,
    Hole,
    Link,
    Paragraph,
    Part,
    Reference,
    Strong,
    Term,
    Text,
    Value,
    plain,
    walk,
)


def test_a_walk_meets_every_node_in_reading_order() -> None:
    part = Part("Heading", (Paragraph("k", (Text("a"), Strong((Value("b", "fact"),)))),))
    assert [type(node).__name__ for node in walk(part)] == ["Part", "Paragraph", "Text", "Strong", "Value"]


def test_plain_text_shows_blanks_holes_and_labels() -> None:
    inlines = (
        Text("a "),
        Strong((Value("b", "fact"),)),
        Emphasis((Text(" c "),)),
        Link((Text("d"),), "https://example.org"),
        Break(),
        Term((Text("e"),), "term"),
        Reference((Text(" f"),), "key", number="2", label=" (section 2)"),
        Blank("phone", "practice_phone"),
        Hole("client_name"),
    )
    assert plain(inlines) == "a b c d\ne f (section 2)[TO COMPLETE: phone]" + "_" * 20
