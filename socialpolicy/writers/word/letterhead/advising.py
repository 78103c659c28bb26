"""What could be better in a letterhead, though documents can be written on it: styles, fonts, contrast."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from socialpolicy.errors import Code, Place, WrongValue
from socialpolicy.writers.word.letterhead.codes import field_codes
from socialpolicy.writers.word.letterhead.effective import Effective, contrast
from socialpolicy.writers.word.letterhead.stories import Fault, Story, fault, pieces
from socialpolicy.writers.word.letterhead.tags import IMPRINTS, tags_of
from socialpolicy.writers.word.parts import PackageParts, parsed
from socialpolicy.writers.word.reader import W
from socialpolicy.writers.word.stylesheet import paragraph_styles

__all__ = ["COMMON_FONTS", "advice"]

# what Word brings on Windows and on a Mac, and what has the same widths elsewhere
COMMON_FONTS = frozenset((
    "aptos", "aptos display", "arial", "arial black", "arial narrow", "book antiqua", "bookman old style",
    "calibri", "calibri light", "cambria", "candara", "century gothic", "century schoolbook", "comic sans ms",
    "consolas", "constantia", "corbel", "courier new", "franklin gothic book", "franklin gothic medium",
    "garamond", "georgia", "gill sans mt", "lucida sans unicode", "ms gothic", "palatino linotype", "symbol",
    "tahoma", "times new roman", "trebuchet ms", "tw cen mt", "verdana", "wingdings", "carlito", "caladea",
    "liberation sans", "liberation serif", "liberation mono",
))  # fmt: skip
# WCAG 2.2, 1.4.3: text, and text of 18 points or 14 points bold
LEAST, LEAST_LARGE = 4.5, 3.0
_LARGE, _LARGE_BOLD = 36, 28
# the ground that a style of ours stands on in our own tables
_SHADED = {"SPAlarmHeading": "SPAlarm", "SPNoteHeading": "SPNote", "SPCellHeading": "SPTable"}
_SAYS_NOTHING = {"SPSpacer"}


def advice(
    told: tuple[Story, ...], effective: Effective, parts: PackageParts, place: Place
) -> Iterator[Fault]:
    """A warning for each thing that could be better."""
    yield from _missing_styles(told, effective, place)
    yield from _imprint(told, place)
    yield from _fonts(told, effective, parts, place)
    yield from _contrast_of_runs(told, effective, place)
    yield from _contrast_of_styles(effective, parts, place)


# ---------- styles ----------


def _missing_styles(told: tuple[Story, ...], effective: Effective, place: Place) -> Iterator[Fault]:
    names = {_name(style).lower() for style in effective.styles.values()}
    lacking = [style.name for style in paragraph_styles(0) if style.name.lower() not in names]
    if lacking:
        shown = ", ".join(lacking[:6]) + (f" and {len(lacking) - 6} more" if len(lacking) > 6 else "")
        message = f"{len(lacking)} styles are missing, and are made to match: {shown}."
        hint = "`socialpolicy letterhead new` writes a letterhead that has them all"
        yield Fault(WrongValue(Code.LETTERHEAD_STYLE, message, _styles(place), hint, "warn"))
    for story in told:
        for style in story.root.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle"):
            id = style.get(f"{W}val", "")
            if id not in effective.styles:
                message = f"There is no style `{id}` in this letterhead."
                yield fault(story, Code.LETTERHEAD_STYLE, message, place=place, at=style,
                            hint="give the text another style in Word", severity="warn")  # fmt: skip


def _styles(place: Place, name: str = "") -> Place:
    return place.at(path=f"styles, “{name}”" if name else "styles")


def _name(style: etree._Element) -> str:
    found = style.find(f"{W}name")
    return "" if found is None else found.get(f"{W}val", "")


# ---------- version and page ----------


def _imprint(told: tuple[Story, ...], place: Place) -> Iterator[Fault]:
    """A page must say which version it is of, and which page it is; a footer of ours says both."""
    if not any(story.kind == "footer" for story in told):
        return
    if not any(tag.name in IMPRINTS for story in told for tag in tags_of(story)):
        message = "No page says which version of the policy it is of."
        yield fault(_last(told), Code.LETTERHEAD_IMPRINT, message, place=place, severity="warn",
                    hint="put {{ imprint }} into the header or the footer")  # fmt: skip
    numbers = (
        code.split() for story in told if story.kind in ("header", "footer") for _, code in field_codes(story)
    )
    if not any(code[:1] == ["PAGE"] for code in numbers):
        message = "No page has its number."
        yield fault(_last(told), Code.LETTERHEAD_IMPRINT, message, place=place, severity="warn",
                    hint="insert a page number into the footer in Word")  # fmt: skip


def _last(told: tuple[Story, ...]) -> Story:
    return next(story for story in told if story.kind == "footer")


# ---------- fonts ----------


def _fonts(
    told: tuple[Story, ...], effective: Effective, parts: PackageParts, place: Place
) -> Iterator[Fault]:
    known = COMMON_FONTS | _embedded(parts, place) | {""}
    said: set[str] = set()
    for story, run in _runs(told):
        font = effective.font(effective.of_run(run, "rFonts"))
        if font.lower() not in known | said:
            said.add(font.lower())
            yield fault(story, Code.LETTERHEAD_FONT, _font_message(font), place=place, at=run,
                        hint=_FONT_HINT, severity="warn")  # fmt: skip
    for id, style in effective.styles.items():
        font = effective.font(effective.of_style(id, "rPr", "rFonts"))
        if style.get(f"{W}type") == "paragraph" and font.lower() not in known | said:
            said.add(font.lower())
            finding = WrongValue(
                Code.LETTERHEAD_FONT, _font_message(font), _styles(place, _name(style)), _FONT_HINT, "warn"
            )
            yield Fault(finding)


_FONT_HINT = "embed it (Word: File, Options, Save, Embed fonts in the file), or choose a common font"


def _font_message(font: str) -> str:
    return f"The font {font} is neither embedded nor on most computers: others would see another."


def _embedded(parts: PackageParts, place: Place) -> set[str]:
    part = parts.one("fontTable")
    fonts = parsed(parts.content[part], place).iter(f"{W}font") if part else ()
    return {font.get(f"{W}name", "").lower() for font in fonts if font.find(f"{W}embedRegular") is not None}


# ---------- contrast ----------


def _runs(told: tuple[Story, ...]) -> Iterator[tuple[Story, etree._Element]]:
    for story in told:
        for run in story.root.iter(f"{W}r"):
            if any(piece.text.strip() for piece in pieces(run)):
                yield story, run


def _contrast_of_runs(told: tuple[Story, ...], effective: Effective, place: Place) -> Iterator[Fault]:
    for story, run in _runs(told):
        ground = effective.ground(run)
        colour = effective.colour(effective.of_run(run, "color"), ground)
        large = _is_large(effective, effective.of_run(run, "sz"), effective.of_run(run, "b"))
        if _too_low(colour, ground, large=large):
            yield fault(story, Code.LETTERHEAD_CONTRAST, _too_pale(colour, ground), place=place, at=run,
                        hint=_least(large=large), quote="".join(piece.text for piece in pieces(run)),
                        severity="warn")  # fmt: skip


def _contrast_of_styles(effective: Effective, parts: PackageParts, place: Place) -> Iterator[Fault]:
    """The styles that the document's own text will have."""
    for style in paragraph_styles(0):
        found = [one for one in effective.styles.values() if _name(one).lower() == style.name.lower()]
        for one in found if style.id not in _SAYS_NOTHING else ():
            id = one.get(f"{W}styleId", "")
            ground = _ground_of(effective, id, style.id)
            colour = effective.colour(effective.of_style(id, "rPr", "color"), ground)
            bold, size = effective.of_style(id, "rPr", "b"), effective.of_style(id, "rPr", "sz")
            large = _is_large(effective, size, bold)
            if _too_low(colour, ground, large=large):
                message = _too_pale(colour, ground)
                at = _styles(place, _name(one))
                hint = _least(large=large)
                yield Fault(WrongValue(Code.LETTERHEAD_CONTRAST, message, at, hint, "warn"))


def _ground_of(effective: Effective, id: str, ours: str) -> str:
    own = effective.fill(effective.of_style(id, "pPr", "shd"))
    table = effective.styles.get(_SHADED.get(ours, ""))
    band = None if table is None else table.find(f"{W}tblStylePr/{W}tcPr/{W}shd")
    return own or effective.fill(band) or "FFFFFF"


def _is_large(effective: Effective, size: etree._Element | None, bold: etree._Element | None) -> bool:
    points = effective.half_points(size)
    heavy = bold is not None and bold.get(f"{W}val", "1") not in ("0", "false", "off")
    return points >= _LARGE or (heavy and points >= _LARGE_BOLD)


def _too_low(colour: str, ground: str, *, large: bool) -> bool:
    return contrast(colour, ground) < (LEAST_LARGE if large else LEAST)


def _too_pale(colour: str, ground: str) -> str:
    ratio = int(contrast(colour, ground) * 10) / 10
    return f"The text is hard to read: #{colour} on #{ground} has a contrast of {ratio}:1."


def _least(*, large: bool) -> str:
    return f"at least {LEAST_LARGE if large else LEAST}:1 is asked for (WCAG 2.2, 1.4.3); make one darker"
