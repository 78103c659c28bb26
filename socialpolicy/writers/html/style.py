"""The one style of a page, and its digest: what the page's own policy lets in."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

__all__ = ["policy", "style"]

_SIZES = "\n:root {{ --size: {screen}; --printed: {paper}; }}\n"
_SHEET = """@page {{
  size: {paper}; margin: 20mm;
  @bottom-center {{ content: counter(page) " / " counter(pages); font: 9pt system-ui, sans-serif; }}
}}
"""
# of letters: on screen, in print
_USUAL = ("1.0625rem", "11pt")


@cache
def style(paper: str) -> str:
    """The style sheet of a page that is printed on this paper."""
    screen, printed = _USUAL
    text = files(__package__).joinpath("page.css").read_text(encoding="utf-8")
    return text + _SIZES.format(screen=screen, paper=printed) + _SHEET.format(paper=paper)


def policy(sheet: str) -> str:
    """The Content-Security-Policy of a page: nothing may load or run but this style sheet."""
    digest = b64encode(sha256(sheet.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
