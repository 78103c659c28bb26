"""How text in a letterhead looks in the end: styles, their bases, the defaults and the theme put together."""

from __future__ import annotations

import colorsys
from collections.abc import Iterator

import attrs
from lxml import etree

from socialpolicy.errors import Place
from socialpolicy.writers.word.parts import PackageParts, parsed
from socialpolicy.writers.word.reader import W

__all__ = ["Effective", "contrast"]

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_BLACK, _WHITE = "000000", "FFFFFF"
# Word's names for the colours of a theme → the theme's own
_THEME = {
    "text1": "dk1", "dark1": "dk1", "background1": "lt1", "light1": "lt1", "text2": "dk2", "dark2": "dk2",
    "background2": "lt2", "light2": "lt2", "hyperlink": "hlink", "followedHyperlink": "folHlink",
}  # fmt: skip
_HIGHLIGHTS = {
    "black": _BLACK, "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00", "magenta": "FF00FF",
    "red": "FF0000", "yellow": "FFFF00", "white": _WHITE, "darkBlue": "000080", "darkCyan": "008080",
    "darkGreen": "008000", "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000",
    "darkGray": "808080", "lightGray": "C0C0C0",
}  # fmt: skip


@attrs.define(eq=False)
class Effective:
    """The styles, defaults and theme of one letterhead."""

    styles: dict[str, etree._Element]
    defaults: etree._Element
    theme: etree._Element
    normal: str = ""

    @classmethod
    def of(cls, parts: PackageParts, place: Place) -> Effective:
        """Read from the parts; one that is missing is as if it were empty."""
        empty = etree.Element("none")
        part, theme = parts.one("styles"), parts.one("theme")
        root = parsed(parts.content[part], place) if part else empty
        styles = {style.get(f"{W}styleId", ""): style for style in root.iter(f"{W}style")}
        normal = next((id for id, one in styles.items() if _is_normal(one)), "")
        defaults = root.find(f"{W}docDefaults")
        themed = parsed(parts.content[theme], place) if theme else empty
        return cls(styles, empty if defaults is None else defaults, themed, normal)

    def chain(self, style: str) -> Iterator[etree._Element]:
        """A style and those that it is based on, the nearest first."""
        seen: set[str] = set()
        while style in self.styles and style not in seen:
            seen.add(style)
            yield self.styles[style]
            style = _value(self.styles[style], "basedOn")

    def of_style(self, style: str, part: str, name: str) -> etree._Element | None:
        """A property ("rPr", "sz") as a paragraph style has it, the defaults included."""
        found = (one.find(f"{W}{part}/{W}{name}") for one in self.chain(style))
        default = self.defaults.find(f"{W}{part}Default/{W}{part}/{W}{name}")
        return next((one for one in found if one is not None), default)

    def of_run(self, run: etree._Element, name: str) -> etree._Element | None:
        """A property of a run: its own, else of its style, of its paragraph's style, of the defaults."""
        own = run.find(f"{W}rPr/{W}{name}")
        if own is not None:
            return own
        for style in self.chain(_value(run, "rPr", "rStyle")):
            found = style.find(f"{W}rPr/{W}{name}")
            if found is not None:
                return found
        return self.of_style(self.style_of(run), "rPr", name)

    def style_of(self, element: etree._Element) -> str:
        """The id of the style of the paragraph round an element."""
        paragraph = next(element.iterancestors(f"{W}p"), None)
        named = "" if paragraph is None else _value(paragraph, "pPr", "pStyle")
        return named or self.normal

    # ---------- sizes, fonts, colours ----------

    def half_points(self, found: etree._Element | None) -> int:
        """A size in half points; Word's own default is 10 points."""
        number = "" if found is None else found.get(f"{W}val", "")
        return int(number) if number.isascii() and number.isdigit() and len(number) < 5 else 20

    def font(self, found: etree._Element | None) -> str:
        """The name of the font for Latin text; "" where nothing names one."""
        if found is None:
            return ""
        theme = found.get(f"{W}asciiTheme", "")
        if theme:
            kind = "majorFont" if theme.startswith("major") else "minorFont"
            latin = self.theme.find(f".//{A}{kind}/{A}latin")
            if latin is not None:
                return latin.get("typeface", "")
        return found.get(f"{W}ascii", "")

    def colour(self, found: etree._Element | None, ground: str) -> str:
        """A text's colour; automatic is black, on a dark ground white."""
        if found is not None:
            named = self._themed(found, "theme") or found.get(f"{W}val", "")
            if _is_colour(named):
                return named.upper()
        return _BLACK if contrast(_BLACK, ground) >= contrast(_WHITE, ground) else _WHITE

    def fill(self, found: etree._Element | None) -> str:
        """The colour of a shading; "" where it has none."""
        if found is None:
            return ""
        named = self._themed(found, "themeFill") or found.get(f"{W}fill", "")
        return named.upper() if _is_colour(named) else ""

    def _themed(self, found: etree._Element, prefix: str) -> str:
        name = found.get(f"{W}{prefix}Color" if prefix == "theme" else f"{W}{prefix}", "")
        slot = self.theme.find(f".//{A}clrScheme/{A}{_THEME.get(name, name)}") if name else None
        if slot is None or not len(slot):
            return ""
        base = slot[0].get("lastClr", "") or slot[0].get("val", "")
        return _lightened(base, found.get(f"{W}{prefix}Tint", ""), found.get(f"{W}{prefix}Shade", ""))

    def ground(self, run: etree._Element) -> str:
        """The colour behind a run: its highlight or shading, its paragraph's, its cell's, else white."""
        highlight = self.of_run(run, "highlight")
        if highlight is not None and highlight.get(f"{W}val", "") in _HIGHLIGHTS:
            return _HIGHLIGHTS[highlight.get(f"{W}val", "")]
        paragraph = next(run.iterancestors(f"{W}p"), None)
        own = None if paragraph is None else paragraph.find(f"{W}pPr/{W}shd")
        shadings = [run.find(f"{W}rPr/{W}shd"), own, self.of_style(self.style_of(run), "pPr", "shd")]
        shadings += [cell.find(f"{W}tcPr/{W}shd") for cell in run.iterancestors(f"{W}tc")]
        return next(filter(None, map(self.fill, shadings)), _WHITE)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (WCAG 2.2, 1 to 21)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    shares = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in _rgb(colour)
    )
    return sum(share * weight for share, weight in zip(shares, (0.2126, 0.7152, 0.0722), strict=True))


def _rgb(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def _lightened(colour: str, tint: str, shade: str) -> str:
    """A theme's colour made lighter or darker, by Word's hexadecimal share of 255."""
    if not _is_colour(colour) or not (tint or shade):
        return colour
    try:
        share = int(tint or shade, 16) / 255
    except ValueError:
        return colour
    hue, light, saturation = colorsys.rgb_to_hls(*_rgb(colour))
    light = light * share + (1 - share) if tint else light * share
    return "".join(f"{round(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, min(light, 1), saturation))


def _is_colour(text: str) -> bool:
    return len(text) == 6 and all(letter in "0123456789abcdefABCDEF" for letter in text)


def _is_normal(style: etree._Element) -> bool:
    return style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true", "on")


def _value(element: etree._Element, *path: str) -> str:
    found = element.find("/".join(f"{W}{name}" for name in path))
    return "" if found is None else found.get(f"{W}val", "")
