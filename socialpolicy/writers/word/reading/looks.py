"""Whether text can be seen: hidden, of its ground's colour, or too small, through styles and defaults."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs
from lxml import etree

from socialpolicy.writers.word.reading.xml import W, is_on, value

__all__ = ["PAPER", "UNKNOWN", "Look", "Looks", "fill_of"]

PAPER = "FFFFFF"
# a ground that only a renderer could tell: a pattern, a table's style, the filling of a shape
UNKNOWN = ""
# half points; a text of one point is a dotted line
_TINY = 2
# in each channel of a colour, of 255: closer than this nobody tells two colours apart
_ALIKE = 16
_LONGEST_CHAIN = 20
_HEADING = re.compile("heading ([1-9])")
_TEXT_LEVEL = 9
_HIGHLIGHTS = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "darkBlue": "000080", "darkCyan": "008080",
    "darkGray": "808080", "darkGreen": "008000", "darkMagenta": "800080", "darkRed": "800000",
    "darkYellow": "808000", "green": "00FF00", "lightGray": "C0C0C0", "magenta": "FF00FF", "red": "FF0000",
    "white": "FFFFFF", "yellow": "FFFF00",
}  # fmt: skip
_WHITE_THEMES = ("background1", "light1")


@attrs.frozen
class Look:
    """How a run is seen: not at all, not in a browser, or so that nobody reads it, and why."""

    hidden: bool = False
    web_hidden: bool = False
    faint: str = attrs.field(default="", kw_only=True)


@attrs.frozen(eq=False)
class Looks:
    """The styles of a file, as far as they decide what can be seen."""

    styles: dict[str, etree._Element] = attrs.field(factory=dict)
    defaults: etree._Element | None = None
    normal: str = attrs.field(default="", kw_only=True)
    _known: dict[object, Look] = attrs.field(factory=dict, init=False, repr=False)
    _shadings: dict[str, etree._Element | None] = attrs.field(factory=dict, init=False, repr=False)

    @classmethod
    def of(cls, root: etree._Element | None) -> Looks:
        """The looks of a styles part; those of Word's own defaults where a file has none."""
        if root is None:
            return cls()
        styles = {value(style, "styleId"): style for style in root.iter(f"{W}style")}
        normal = (
            id for id, style in styles.items()
            if value(style, "type") == "paragraph" and value(style, "default") in ("1", "true", "on")
        )  # fmt: skip
        defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        return cls(styles, defaults, normal=next(normal, ""))

    def look(self, style: str, run: etree._Element | None, ground: str) -> Look:
        """How a run with these properties looks, in a paragraph of this style on this ground (a colour)."""
        stated = () if run is None else tuple((child.tag, *child.attrib.values()) for child in run)
        key = (style, ground, stated)
        if key not in self._known:
            own = {} if run is None else {str(child.tag): child for child in run}
            self._known[key] = self._look(style, own, ground)
        return self._known[key]

    def _look(self, style: str, own: dict[str, etree._Element], ground: str) -> Look:
        character = value(own.get(f"{W}rStyle"))
        hidden = any(self._toggled(name, own, style, character) for name in ("vanish", "specVanish"))
        web = f"{W}webHidden" in own and is_on(own[f"{W}webHidden"])
        return Look(hidden, web, faint=self._faint(own, style, character, ground))

    def heads(self, style: str) -> bool:
        """Whether paragraphs of this style are headings, or titles."""
        name = value(self.styles[style].find(f"{W}name")).lower() if style in self.styles else ""
        return name.startswith("title") or self.level(style) > 0

    def level(self, style: str) -> int:
        """The level of a heading of this style, from 1; 0 where it is none."""
        for one in self._chain(style):
            level = value(one.find(f"{W}pPr/{W}outlineLvl"))
            if level.isdecimal():
                return int(level) + 1 if int(level) < _TEXT_LEVEL else 0
            named = _HEADING.fullmatch(value(one.find(f"{W}name")).lower())
            if named:
                return int(named[1])
        return 0

    def shades(self, style: str) -> bool:
        """Whether a table style fills any of its cells."""
        return any(next(one.iter(f"{W}shd"), None) is not None for one in self._chain(style))

    def ground(self, style: str, properties: etree._Element | None, around: str) -> str:
        """The colour behind a paragraph of this style that stands on `around`."""
        shading = None if properties is None else properties.find(f"{W}shd")
        if shading is None:
            if style not in self._shadings:
                self._shadings[style] = self._shading(style)
            shading = self._shadings[style]
        return around if shading is None else fill_of(shading, around)

    def _shading(self, style: str) -> etree._Element | None:
        found = (one.find(f"{W}pPr/{W}shd") for one in self._chain(style))
        return next((one for one in found if one is not None), None)

    def _toggled(self, name: str, own: dict[str, etree._Element], style: str, character: str) -> bool:
        """A property that a second style turns off again (ECMA-376 part 1, 17.7.3); the run's own stands."""
        if f"{W}{name}" in own:
            return is_on(own[f"{W}{name}"])
        if (
            self.defaults is not None
            and (found := self.defaults.find(f"{W}{name}")) is not None
            and is_on(found)
        ):
            return True
        stated = (self._styled(one, name) for one in (style or self.normal, character))
        return sum(found is not None and is_on(found) for found in stated) == 1

    def _faint(self, own: dict[str, etree._Element], style: str, character: str, ground: str) -> str:
        size = value(self._property("sz", own, style, character))
        if size.isdigit() and int(size) <= _TINY:
            return "no larger than 1 point"
        colour = _colour(self._property("color", own, style, character))
        if not colour:
            return ""
        return "of the colour of its ground" if _alike(colour, self._behind(own, character, ground)) else ""

    def _behind(self, own: dict[str, etree._Element], character: str, ground: str) -> str:
        """Highlighting lies over shading, shading over what the paragraph stands on."""
        highlight = _HIGHLIGHTS.get(value(own.get(f"{W}highlight")))
        if highlight:
            return highlight
        shading = own.get(f"{W}shd", self._styled(character, "shd"))
        return ground if shading is None else fill_of(shading, ground)

    def _property(
        self, name: str, own: dict[str, etree._Element], style: str, character: str
    ) -> etree._Element | None:
        if f"{W}{name}" in own:
            return own[f"{W}{name}"]
        for one in (character, style or self.normal):
            found = self._styled(one, name)
            if found is not None:
                return found
        return None if self.defaults is None else self.defaults.find(f"{W}{name}")

    def _styled(self, style: str, name: str) -> etree._Element | None:
        found = (one.find(f"{W}rPr/{W}{name}") for one in self._chain(style))
        return next((one for one in found if one is not None), None)

    def _chain(self, style: str) -> Iterator[etree._Element]:
        """The style and those that it is based on, nearest first."""
        for _ in range(_LONGEST_CHAIN):
            found = self.styles.get(style)
            if found is None:
                return
            yield found
            style = value(found.find(f"{W}basedOn"))


def fill_of(shading: etree._Element, around: str) -> str:
    """The colour of a shading; UNKNOWN for a pattern, `around` for one that fills nothing."""
    if value(shading) not in ("", "clear", "nil"):
        return UNKNOWN
    fill = value(shading, "fill").upper()
    if _is_colour(fill):
        return fill
    return UNKNOWN if value(shading, "themeFill") else around


def _colour(element: etree._Element | None) -> str:
    named = value(element).upper()
    if _is_colour(named):
        return named
    tinted = value(element, "themeTint") or value(element, "themeShade")
    return PAPER if value(element, "themeColor") in _WHITE_THEMES and not tinted else ""


def _is_colour(text: str) -> bool:
    return len(text) == 6 and set(text) <= set("0123456789ABCDEF")


def _alike(colour: str, ground: str) -> bool:
    if not ground:
        return False
    channels = (abs(int(colour[at : at + 2], 16) - int(ground[at : at + 2], 16)) for at in (0, 2, 4))
    return max(channels) < _ALIKE
