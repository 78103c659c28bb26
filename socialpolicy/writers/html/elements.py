"""Elements of HTML: the only place where text becomes markup, so that every text is escaped once."""

from __future__ import annotations

from html import escape

__all__ = ["element", "lines", "void"]


def element(name: str, content: str, /, **attributes: str) -> str:
    """The element; in an attribute's name `_` is "-", at its end nothing. One that is "" is left out.

    >>> element("td", "13 11 14", data_label="Number", class_="")
    '<td data-label="Number">13 11 14</td>'
    """
    return f"{void(name, **attributes)}{content}</{name}>"


def void(name: str, /, **attributes: str) -> str:
    """An opening tag, which is all that some elements have."""
    written = (
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value
    )
    return f"<{name}{''.join(written)}>"


def lines(text: str) -> str:
    """The text escaped, its line feeds as breaks."""
    return escape(text, quote=False).replace("\n", "<br>")
