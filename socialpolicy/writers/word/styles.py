"""The styles part: the table of paragraph styles as XML, with the language and the defaults."""

from __future__ import annotations

from collections.abc import Callable

from socialpolicy.document import Scheme
from socialpolicy.writers.word.look import ACCENT, INK, TEXT_FONT
from socialpolicy.writers.word.markup import attribute
from socialpolicy.writers.word.numbering import LISTS
from socialpolicy.writers.word.stylesheet import Style, paragraph_styles
from socialpolicy.writers.word.tablestyles import table_styles

__all__ = ["styles_xml"]

# Styles that a reader of the document may want to pick; the rest stay out of Word's gallery.
OFFERED = {"Title", "Subtitle", "Heading1", "Heading2", "BodyText", "SPClause", "SPClauseText", "SPItem"}


def styles_xml(
    locale: str,
    width: int,
    change: Callable[[Style], Style] = lambda style: style,
    *,
    scheme: Scheme = "legal",
) -> str:
    """The content of the styles part, for this language, width of text (twips) and scheme of numbers.

    `change` gives a paragraph style another look.
    """
    paragraphs = "".join(_paragraph_style(change(style)) for style in paragraph_styles(width, scheme))
    return _defaults(locale) + _BUILT_IN + paragraphs + _CHARACTERS + table_styles()


def _defaults(locale: str) -> str:
    language = attribute(locale)
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(TEXT_FONT)}"
        f'<w:color w:val="{INK}"/><w:sz w:val="22"/><w:szCs w:val="22"/>'
        f'<w:lang w:val={language} w:eastAsia={language} w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:after="120" w:line="269" w:lineRule="auto"/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f"<w:rPr><w:lang w:val={language}/></w:rPr></w:style>"
    )


_BUILT_IN = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList">'
    '<w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
)
_CHARACTERS = (
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
    '<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/>'
    f'<w:rPr><w:color w:val="{ACCENT}"/><w:u w:val="single"/></w:rPr></w:style>'
)


def _paragraph_style(style: Style) -> str:
    following = f'<w:next w:val="{style.next}"/>' if style.next else ""
    offered = "<w:qFormat/>" if style.id in OFFERED else ""
    properties = _paragraph_properties(style)
    return (
        f'<w:style w:type="paragraph"{_custom(style)} w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{style.based}"/>{following}{offered}'
        f"<w:pPr>{properties}</w:pPr>{_run_properties(style)}</w:style>"
    )


def _custom(style: Style) -> str:
    return ' w:customStyle="1"' if style.id.startswith("SP") else ""


def _paragraph_properties(style: Style) -> str:
    """In the order that the schema asks for."""
    keep = "<w:keepNext/><w:keepLines/>" * style.keep
    page = "<w:pageBreakBefore/>" * style.own_page
    outline = "" if style.outline is None else f'<w:outlineLvl w:val="{style.outline}"/>'
    spaces = _spacing(style) + _indent(style)
    return keep + page + _number(style) + style.rules + style.tabs + spaces + outline


def _number(style: Style) -> str:
    if style.typed:
        return '<w:numPr><w:numId w:val="0"/></w:numPr>'
    level, number = _LEVELS.get(style.id, (0, 0))
    depth = f'<w:ilvl w:val="{level}"/>' if level else ""
    return f'<w:numPr>{depth}<w:numId w:val="{number}"/></w:numPr>' if number else ""


# the same in each scheme
_LEVELS = {
    level.style: (depth, entry.id) for entry in LISTS["legal"] for depth, level in enumerate(entry.levels)
}


def _spacing(style: Style) -> str:
    rule = "exact" if style.id == "SPSpacer" else "auto"
    spaces = (
        ("before", style.before),
        ("after", style.after),
        ("line", style.line),
        ("lineRule", rule if style.line else None),
    )
    inside = "".join(f' w:{name}="{value}"' for name, value in spaces if value is not None)
    return f"<w:spacing{inside}/>" if inside else ""


def _indent(style: Style) -> str:
    if style.edge is None:
        return ""
    left, hanging = style.edge
    first = f'w:hanging="{hanging}"' if hanging else 'w:firstLine="0"'
    return f'<w:ind w:left="{left}" {first}/>'


def _run_properties(style: Style) -> str:
    fonts = _fonts(style.font) if style.font else ""
    bold = "<w:b/><w:bCs/>" * style.bold
    colour = f'<w:color w:val="{style.colour}"/>' if style.colour else ""
    size = f'<w:sz w:val="{style.size}"/><w:szCs w:val="{style.size}"/>' if style.size else ""
    inside = fonts + bold + colour + size
    return f"<w:rPr>{inside}</w:rPr>" if inside else ""


def _fonts(font: str) -> str:
    return f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>'
