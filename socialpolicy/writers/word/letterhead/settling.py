"""The settings of a document on a letterhead: ours, with what concerns its pages from the letterhead."""

from __future__ import annotations

from lxml import etree

from socialpolicy.writers.word.letterhead.dressing import wrapped
from socialpolicy.writers.word.settings import settings_xml

__all__ = ["settled"]

# in the order that the schema asks for
_ORDER = (
    "zoom", "displayBackgroundShape", "embedTrueTypeFonts", "embedSystemFonts", "saveSubsetFonts",
    "mirrorMargins", "alignBordersAndEdges", "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter",
    "gutterAtTop", "defaultTabStop", "autoHyphenation", "consecutiveHyphenLimit", "hyphenationZone",
    "doNotHyphenateCaps", "evenAndOddHeaders", "bookFoldRevPrinting", "bookFoldPrinting",
    "characterSpacingControl", "footnotePr", "endnotePr", "compat", "themeFontLang", "clrSchemeMapping",
    "decimalSymbol", "listSeparator",
)  # fmt: skip
_OURS = ("zoom", "themeFontLang", "decimalSymbol", "listSeparator")


def settled(theirs: etree._Element | None, locale: str) -> etree._Element:
    """The settings part: never protection, tracking, data sources or a path to the letterhead's template."""
    root = wrapped("settings", settings_xml(locale))
    found = {etree.QName(one).localname: one for one in root}
    for one in [] if theirs is None else theirs:
        name = etree.QName(one).localname
        if name in _ORDER and name not in _OURS:
            found[name] = one
    root[:] = [found[name] for name in _ORDER if name in found]
    return root
