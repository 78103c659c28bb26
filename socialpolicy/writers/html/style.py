"""The one style of a page, and its digest: what the page's own policy lets in."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

__all__ = ["policy", "style"]

_SIZES = "\n:root {{ --size: {screen}; --printed: {paper}; --prompts: {prompts}; }}\n"
_SHEET = """@page {{
  size: {paper}; margin: 20mm;
  @bottom-center {{ content: counter(page) " / " counter(pages); font: {foot} system-ui, sans-serif; }}
}}
"""
# of letters: on screen, in print, in a table that has to fit on one page, and of the numbers of pages
_USUAL = ("1.0625rem", "10.5pt", "8.8pt", "9pt")
# nothing below 16 points in print, as the RNIB asks for: what is smallest has 0.95 of the size
_LARGE = ("1.5rem", "18pt", "17pt", "16pt")
# a box may be longer than a page
_MORE = ":root { --soft: var(--ink) !important; }\n@media print { .box { break-inside: auto; } }\n"


@cache
def style(paper: str, *, large: bool) -> str:
    """The style sheet of a page that is printed on this paper."""
    screen, printed, prompts, foot = _LARGE if large else _USUAL
    text = files(__package__).joinpath("page.css").read_text(encoding="utf-8")
    sizes = _SIZES.format(screen=screen, paper=printed, prompts=prompts)
    return text + sizes + _SHEET.format(paper=paper, foot=foot) + _MORE * large


def policy(sheet: str) -> str:
    """The Content-Security-Policy of a page: nothing may load or run but this style sheet."""
    digest = b64encode(sha256(sheet.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
