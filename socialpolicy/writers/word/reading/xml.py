"""The names of Word's XML, and a part as a tree: no entity is resolved and nothing is fetched."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

__all__ = ["BODY", "MATH", "MC", "W14", "R", "W", "is_on", "local", "parse", "part_tree", "value"]

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
R = f"{{{_OFFICE}/relationships}}"
MATH = f"{{{_OFFICE}/math}}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
BODY = "word/document.xml"


def parse(content: bytes) -> etree._Element:
    """The XML of a part, without its comments; raises lxml's XMLSyntaxError where it is none."""
    return etree.fromstring(
        content, etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    )


def part_tree(file: bytes, part: str = BODY) -> etree._Element:
    """A part of a file that the guard let pass, or that we wrote."""
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        return parse(package.read(part))


def local(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def value(element: etree._Element | None, name: str = "val") -> str:
    """An attribute in Word's namespace; "" where the element or the attribute is not there."""
    return "" if element is None else element.get(f"{W}{name}", "")


def is_on(element: etree._Element) -> bool:
    """Whether a property that is on or off is on (ECMA-376 part 1, 17.17.4): to stand there is to be on."""
    return value(element) not in ("0", "false", "off")
