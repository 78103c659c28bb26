"""The settings and font table parts: Word's current layout rules, and what stands in for the fonts."""

from __future__ import annotations

from socialpolicy.writers.word.look import HEADING_FONT, TEXT_FONT
from socialpolicy.writers.word.markup import attribute

__all__ = ["fonts_xml", "settings_xml"]

_URI = "http://schemas.microsoft.com/office/word"
_COMPATIBILITY = {
    "compatibilityMode": 15,  # without it Word opens the file in its mode for old files
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
    "differentiateMultirowTableHeaders": 1,
}


def settings_xml(locale: str) -> str:
    """The content of the settings part."""
    modern = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="{_URI}" w:val="{value}"/>'
        for name, value in _COMPATIBILITY.items()
    )
    return (
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="680"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        f"<w:compat>{modern}</w:compat><w:themeFontLang w:val={attribute(locale)}/>"
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
    )


def fonts_xml() -> str:
    """The content of the font table: each font with its metric twin."""
    return _font(TEXT_FONT, "Carlito", "swiss") + _font(HEADING_FONT, "Caladea", "roman")


def _font(name: str, twin: str, family: str) -> str:
    return (
        f'<w:font w:name="{name}"><w:altName w:val="{twin}"/><w:charset w:val="00"/>'
        f'<w:family w:val="{family}"/><w:pitch w:val="variable"/></w:font>'
    )
