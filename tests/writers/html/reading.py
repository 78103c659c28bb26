"""A page as Python's own parser reads it; a tag out of place is an error."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

import attrs

__all__ = ["Element", "read"]

EMPTY = {"meta", "br"}
# what ends a line of text
BLOCKS = {
    "article", "aside", "body", "caption", "dd", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "html", "li", "main", "ol", "p", "section", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip


@attrs.define
class Element:
    """An element; a text is an element without a name."""

    name: str
    attributes: dict[str, str]
    children: list[Element] = attrs.field(factory=list)
    words: str = ""

    def all(self, *names: str) -> Iterator[Element]:
        """The element and all below it, in reading order; of these names, where there are some."""
        if self.name in names or not names:
            yield self
        for child in self.children:
            yield from child.all(*names)

    def one(self, *names: str) -> Element:
        """The only element of these names."""
        (found,) = self.all(*names)
        return found

    @property
    def text(self) -> str:
        """All text in it; a break is a line feed."""
        return "\n" if self.name == "br" else self.words + "".join(child.text for child in self.children)

    def lines(self) -> list[str]:
        """The text of each block that holds text itself, without the blanks round it."""
        lines = [""]
        for child in self.children:
            if child.name in BLOCKS:
                lines += [*child.lines(), ""]
            else:
                lines[-1] += child.text
        return [line for line in lines if line.strip()]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("", {})]

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        assert len(dict(attributes)) == len(attributes), f"an attribute of {tag} stands twice"
        element = Element(tag, {name: value or "" for name, value in attributes})
        self.open[-1].children.append(element)
        if tag not in EMPTY:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().name == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(Element("", {}, words=data))

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"an instruction: {data}")


def read(content: bytes) -> Element:
    """The page; `html` or the outer element of a fragment stands in it."""
    reader = _Reader()
    reader.feed(content.decode())
    reader.close()
    (root,) = reader.open
    return root
