"""Our styles and lists in the looks of a letterhead: its fonts, its colours, the size of its text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import attrs
from lxml import etree

from socialpolicy.document import Scheme
from socialpolicy.errors import Place
from socialpolicy.writers.word import look as own
from socialpolicy.writers.word.letterhead.effective import Effective, contrast
from socialpolicy.writers.word.names import DECLARED
from socialpolicy.writers.word.numbering import numbering_xml
from socialpolicy.writers.word.parts import parsed
from socialpolicy.writers.word.reader import W
from socialpolicy.writers.word.styles import styles_xml
from socialpolicy.writers.word.stylesheet import Style

__all__ = ["Look", "dressed_lists", "dressed_styles", "look_of", "wrapped"]

# the size of our own text, in half points
OWN_SIZE = 22
_LEAST_SCALE, _MOST_SCALE = 0.8, 2.0
_PLACE = Place()


@attrs.frozen(kw_only=True)
class Look:
    """Fonts, colours and the size of text (half points); a font "" is the letterhead's own.

    `smallest` is the size that no text goes below; `changes` are fields of single styles, by style id.
    """

    text_font: str = ""
    heading_font: str = ""
    size: int = OWN_SIZE
    smallest: int = 0
    ink: str = own.INK
    accent: str = own.ACCENT
    muted: str = own.MUTED
    hairline: str = own.HAIRLINE
    tint: str = own.TINT
    alarm: str = own.ALARM
    alarm_tint: str = own.ALARM_TINT
    changes: Mapping[str, Mapping[str, object]] = attrs.field(factory=dict)

    @property
    def scale(self) -> float:
        """How much larger than ours everything is."""
        return min(max(self.size / OWN_SIZE, _LEAST_SCALE), _MOST_SCALE)

    def style(self, style: Style) -> Style:
        """A style of ours in this look."""
        scaled: dict[str, Any] = {
            name: round(value * self.scale)
            for name in ("size", "before", "after")
            if (value := getattr(style, name)) is not None
        }
        if style.edge is not None:
            scaled["edge"] = tuple(round(value * self.scale) for value in style.edge)
        if "size" in scaled and style.id != "SPSpacer":
            scaled["size"] = max(scaled["size"], self.smallest)
        scaled["tabs"] = _LEADER.sub(lambda tab: f"{tab[1]}{round(int(tab[2]) * self.scale)}", style.tabs)
        return attrs.evolve(style, **{**scaled, **self.changes.get(style.id, {})})

    def coloured(self, xml: str) -> str:
        """The XML of ours with this look's colours and fonts; "" takes the font out."""
        colours = {
            name: getattr(self, name)
            for name in ("ink", "accent", "muted", "hairline", "tint", "alarm", "alarm_tint")
        }
        swaps = {getattr(own, name.upper()): colour for name, colour in colours.items()}
        swaps |= {own.TEXT_FONT: self.text_font, own.HEADING_FONT: self.heading_font}
        painted = re.sub(f'"({"|".join(swaps)})"', lambda found: f'"{swaps[found[1]]}"', xml)
        return _NO_FONT.sub("", painted)


_LEADER = re.compile(r'(w:leader="underscore" w:pos=")(\d+)')
_NO_FONT = re.compile(r'<w:rFonts(?: w:\w+="")+/>')


def wrapped(root: str, content: str) -> etree._Element:
    """XML of ours as the root of a part."""
    return parsed(f'<w:{root} {DECLARED} mc:Ignorable="w14">{content}</w:{root}>'.encode(), _PLACE)


def dressed_styles(look: Look, locale: str, width: int, scheme: Scheme = "legal") -> etree._Element:
    """All styles of ours in a look, for this language, width of text (twips) and scheme of numbers."""
    root = wrapped("styles", look.coloured(styles_xml(locale, width, look.style, scheme=scheme)))
    for size in root.iterfind(f"{W}docDefaults/{W}rPrDefault/{W}rPr/*"):
        if size.tag in (f"{W}sz", f"{W}szCs"):
            size.set(f"{W}val", str(look.size))
    for spacing in root.iterfind(f"{W}docDefaults/{W}pPrDefault/{W}pPr/{W}spacing"):
        spacing.set(f"{W}after", str(round(int(spacing.get(f"{W}after", "0")) * look.scale)))
    return root


def dressed_lists(look: Look, scheme: Scheme = "legal") -> etree._Element:
    """Our lists in a look: numbers hang as far out as the text is large."""
    root = wrapped("numbering", look.coloured(numbering_xml(scheme)))
    for indent in root.iter(f"{W}ind"):
        for name, value in indent.attrib.items():
            indent.set(name, str(round(int(value) * look.scale)))
    return root


def look_of(effective: Effective, ids: Mapping[str, str]) -> Look:
    """The look that what we add must have to go with a letterhead; `ids` are its styles by their names."""
    normal, heading = effective.normal, ids.get("heading 1", effective.normal)
    size = effective.half_points(effective.of_style(normal, "rPr", "sz"))
    accent = effective.colour(effective.of_style(heading, "rPr", "color"), "FFFFFF")
    text = effective.of_style(normal, "rPr", "color")
    font = effective.font(effective.of_style(heading, "rPr", "rFonts"))
    ink = effective.colour(text, "FFFFFF")
    return Look(
        heading_font=font if font != effective.font(effective.of_style(normal, "rPr", "rFonts")) else "",
        size=size,
        ink=ink,
        accent=accent if contrast(accent, own.TINT) >= _READABLE else own.ACCENT,
        muted=own.MUTED if contrast(ink, "FFFFFF") < 18 else ink,
    )


_READABLE = 4.5
