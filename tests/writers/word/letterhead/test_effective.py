"""How text looks in the end: what a letterhead's advice on fonts and contrast rests on."""

from __future__ import annotations

import pytest

from socialpolicy.errors import Code, Finding
from socialpolicy.writers.word.letterhead import LOOKS, check, starter
from socialpolicy.writers.word.letterhead.effective import contrast
from tests.writers.word.letterhead.making import BODY_TAG, Hung, letterhead, paragraph, run, style

THEME = Hung(
    "theme",
    b'<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    b'<a:themeElements><a:clrScheme name="x">'
    b'<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1>'
    b'<a:accent1><a:srgbClr val="1F4E79"/></a:accent1><a:accent2/></a:clrScheme><a:fontScheme name="x">'
    b'<a:majorFont><a:latin typeface="Georgia"/></a:majorFont>'
    b'<a:minorFont><a:latin typeface="Odd Sans"/></a:minorFont>'
    b"</a:fontScheme></a:themeElements></a:theme>",
    type="application/vnd.openxmlformats-officedocument.theme+xml",
)


def advice(code: Code, *args: str, **parts: str | Hung) -> list[Finding]:
    found = [one for one in check(letterhead(*args, **parts)) if one.code is code]
    assert all(one.severity == "warn" for one in found)
    return found


# ---------- contrast ----------


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("000000", "FFFFFF") == pytest.approx(21)
    assert contrast("777777", "FFFFFF") == pytest.approx(4.48, abs=0.01)  # the known example just below 4.5
    assert contrast("FFFFFF", "FFFFFF") == 1


@pytest.mark.parametrize(
    ("properties", "pale"),
    [
        ('<w:color w:val="777777"/>', True),
        ('<w:color w:val="767676"/>', False),
        ('<w:color w:val="auto"/>', False),
        ('<w:color w:val="949494"/><w:sz w:val="36"/>', False),
        ('<w:b/><w:color w:val="949494"/><w:sz w:val="28"/>', False),
        ('<w:b w:val="0"/><w:color w:val="949494"/><w:sz w:val="28"/>', True),
        ('<w:color w:val="949494"/><w:sz w:val="x"/>', True),
        ('<w:color w:val="FFFFFF"/><w:shd w:fill="000000"/>', False),
        ('<w:color w:val="000000"/><w:shd w:fill="auto"/>', False),
        ('<w:color w:val="000000"/><w:highlight w:val="darkBlue"/>', True),
        ('<w:color w:val="000000"/><w:highlight w:val="none"/>', False),
        ('<w:color w:val="auto"/><w:highlight w:val="black"/>', False),
        ('<w:color w:val="FFFFFF" w:themeColor="accent1"/>', False),
        ('<w:color w:val="000000" w:themeColor="background1" w:themeShade="BF"/>', True),
        ('<w:color w:val="000000" w:themeColor="text1" w:themeTint="80"/>', True),
        ('<w:color w:val="000000" w:themeColor="text1" w:themeTint="zz"/>', False),
        ('<w:color w:val="000000" w:themeColor="accent2"/>', False),
        ('<w:color w:val="000000" w:themeColor="none"/>', False),
        ('<w:color w:val="000000"/><w:shd w:fill="FFFFFF" w:themeFill="accent1"/>', True),
        ('<w:rStyle w:val="pale"/>', True),
        ('<w:rStyle w:val="plain"/>', False),
    ],
)
def test_text_that_is_hard_to_read_is_found(properties: str, pale: bool) -> None:
    styles = style("pale", "pale", '<w:rPr><w:color w:val="AAAAAA"/></w:rPr>', kind="character")
    styles += style("plain", "plain", '<w:basedOn w:val="plain"/>', kind="character")
    body = paragraph(run("Words", properties), run(" ")) + BODY_TAG
    found = advice(Code.LETTERHEAD_CONTRAST, body, theme=THEME, styles=styles)
    assert bool(found) == pale


@pytest.mark.parametrize(
    "body",
    [
        paragraph("Words", properties='<w:shd w:fill="333333"/>'),
        paragraph("Words", properties='<w:pStyle w:val="band"/>'),
        f'<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:fill="333333"/></w:tcPr>{paragraph("Words")}'
        "</w:tc></w:tr></w:tbl>",
    ],
)
def test_what_stands_behind_text_is_looked_for_all_round_it(body: str) -> None:
    normal = style("N", "Normal", '<w:rPr><w:color w:val="222222"/></w:rPr>', more='w:default="1"')
    band = style("band", "band", '<w:basedOn w:val="N"/><w:pPr><w:shd w:fill="333333"/></w:pPr>')
    (found,) = advice(Code.LETTERHEAD_CONTRAST, body + BODY_TAG, styles=normal + band)
    assert found.message == "The text is hard to read: #222222 on #333333 has a contrast of 1.2:1."
    assert "at “Words”" in found.place.path


def test_a_style_that_the_documents_text_will_have_is_looked_at_on_its_own_ground() -> None:
    colour = '<w:rPr><w:color w:val="{}"/></w:rPr>'
    band = '<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:fill="{}"/></w:tcPr></w:tblStylePr>'
    alarm = style("SPAlarmHeading", "SP Alarm Heading", colour.format("FFFFFF"))
    dark, pale = (
        style("SPAlarm", "SP Alarm", band.format(fill), kind="table") for fill in ("94201F", "EEEEEE")
    )
    assert advice(Code.LETTERHEAD_CONTRAST, styles=alarm + dark) == []
    (found,) = advice(Code.LETTERHEAD_CONTRAST, styles=alarm + pale)
    assert found.place.path == "styles, “SP Alarm Heading”"
    (grey,) = advice(
        Code.LETTERHEAD_CONTRAST, styles=style("x", "Title", colour.format("999999") + "<w:sz/>")
    )
    assert "3.0:1" not in grey.message


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("look", LOOKS)
def test_a_letterhead_that_comes_with_the_package_has_nothing_wrong(look: str, paper: str) -> None:
    assert check(starter(look, paper)) == ()  # type: ignore[arg-type]


# ---------- fonts ----------


def test_a_font_that_others_lack_is_named_once() -> None:
    odd = run("a", '<w:rFonts w:ascii="Fancy Script"/>')
    (found,) = advice(Code.LETTERHEAD_FONT, paragraph(odd, odd) + BODY_TAG)
    assert "Fancy Script" in found.message


@pytest.mark.parametrize(
    "fonts", ['w:ascii="Calibri"', 'w:ascii="GEORGIA"', 'w:asciiTheme="majorHAnsi"', 'w:cs="Odd"']
)
def test_a_common_font_may_stand(fonts: str) -> None:
    body = paragraph(run("a", f"<w:rFonts {fonts}/>")) + BODY_TAG
    assert advice(Code.LETTERHEAD_FONT, body, theme=THEME) == []


def test_a_themes_font_is_looked_up_and_without_a_theme_the_name_stands() -> None:
    body = paragraph(run("a", '<w:rFonts w:ascii="Other" w:asciiTheme="minorHAnsi"/>')) + BODY_TAG
    assert "Odd Sans" in advice(Code.LETTERHEAD_FONT, body, theme=THEME)[0].message
    assert "Other" in advice(Code.LETTERHEAD_FONT, body)[0].message


def test_an_embedded_font_may_stand() -> None:
    table = '<w:font w:name="Fancy Script"><w:embedRegular r:id="f"/></w:font><w:font w:name="Lost"/>'
    styles = style("a", "a", '<w:rPr><w:rFonts w:ascii="Fancy Script"/></w:rPr>')
    styles += style("b", "b", '<w:rPr><w:rFonts w:ascii="Lost"/></w:rPr>')
    styles += style("c", "c", '<w:rPr><w:rFonts w:ascii="Lost too"/></w:rPr>', kind="character")
    (found,) = advice(Code.LETTERHEAD_FONT, styles=styles, fontTable=table)
    assert "The font Lost is" in found.message
    assert found.place.path == "styles, “b”"


# ---------- styles, version, page ----------


def test_missing_styles_are_counted_and_named() -> None:
    (found,) = advice(Code.LETTERHEAD_STYLE)
    assert found.message.startswith("49 styles are missing, and are made to match: Title, Subtitle,")
    assert found.message.endswith("and 43 more.")


def test_a_few_missing_styles_are_all_named() -> None:
    from socialpolicy.writers.word.stylesheet import paragraph_styles

    known = "".join(style(one.id, one.name) for one in paragraph_styles(0)[2:]) + "<w:style/>"
    (found,) = advice(Code.LETTERHEAD_STYLE, styles=known)
    assert found.message == "2 styles are missing, and are made to match: Title, Subtitle."


def test_a_style_that_there_is_not_is_located() -> None:
    found = advice(
        Code.LETTERHEAD_STYLE, paragraph("Hello", properties='<w:pStyle w:val="gone"/>') + BODY_TAG
    )
    assert found[1].message == "There is no style `gone` in this letterhead."
    assert "at “Hello”" in found[1].place.path


def test_a_footer_that_does_not_say_version_or_page_is_a_warning() -> None:
    page = '<w:p><w:fldSimple w:instr=" PAGE "/></w:p>'
    assert len(advice(Code.LETTERHEAD_IMPRINT, footer="<w:p/>")) == 2
    assert len(advice(Code.LETTERHEAD_IMPRINT, footer=page)) == 1
    assert advice(Code.LETTERHEAD_IMPRINT, footer=page + paragraph("{{ version }}")) == []
    assert advice(Code.LETTERHEAD_IMPRINT) == []
