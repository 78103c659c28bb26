"""Hidden text is left out and said, however it is hidden; text that nobody can see is said and stays."""

from __future__ import annotations

import pytest

from socialpolicy.errors import Code
from socialpolicy.writers.word.reading import Reading, read_docx
from tests.writers.word.reading.docx import STYLES, boxed, cell, field, made, p, r, read, table


def codes(found: Reading) -> list[Code]:
    return [one.code for one in found.findings]


def styled(styles: str, body: str) -> Reading:
    return read_docx(made(body, styles=STYLES + styles))


# ---------- hidden ----------


@pytest.mark.parametrize(
    "never",
    [
        r("never", "<w:vanish/>"),
        r("never", '<w:vanish w:val="1"/>'),
        r("never", "<w:specVanish/>"),
        r("never", '<w:rStyle w:val="Whisper"/>'),
        r("never", '<w:rStyle w:val="Murmur"/>'),
    ],
)
def test_a_hidden_word_is_left_out_and_said(never: str) -> None:
    found = read(p("We ", never, " tell."))
    assert [one.text for one in found.current] == ["We  tell."]
    assert found.paragraphs[0].marked == "We  tell."
    (finding,) = found.findings
    assert (finding.code, finding.severity) == (Code.TEXT_HIDDEN, "warn")
    assert finding.place.path == "word/document.xml (body), at “never”"


@pytest.mark.parametrize(
    ("word", "style"),
    [
        (r("said", '<w:vanish w:val="0"/>'), "Secret"),
        (r("said", '<w:vanish w:val="false"/><w:rStyle w:val="Whisper"/>'), ""),
        (r("said", '<w:rStyle w:val="Whisper"/>'), "Secret"),  # twice hidden by styles is shown
        (r("said", '<w:rStyle w:val="Unknown"/>'), ""),
    ],
)
def test_a_word_that_is_shown_again_is_read(word: str, style: str) -> None:
    assert [one.text for one in read(p(word, style=style)).current] == ["said"]


@pytest.mark.parametrize("style", ["Secret", "DeepSecret"])
def test_a_paragraph_is_hidden_by_its_style(style: str) -> None:
    found = read(p("never", style=style))
    assert ([one.text for one in found.current], codes(found)) == ([""], [Code.TEXT_HIDDEN])


@pytest.mark.parametrize(("on", "shown"), [("", ""), (' w:val="off"', "a")])
def test_everything_is_hidden_by_the_defaults(on: str, shown: str) -> None:
    defaults = f"<w:docDefaults><w:rPrDefault><w:rPr><w:vanish{on}/></w:rPr></w:rPrDefault></w:docDefaults>"
    assert [one.text for one in read_docx(made(p("a"), styles=defaults)).current] == [shown]


def test_the_default_style_hides_too_and_a_circle_of_styles_ends() -> None:
    hidden = '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr><w:vanish/></w:rPr></w:style>'
    assert [one.text for one in read_docx(made(p("a"), styles=hidden)).current] == [""]
    circle = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:basedOn w:val="{other}"/></w:style>'
        for one, other in ("AB", "BA")
    )
    assert [one.text for one in styled(circle, p("a", style="A")).current] == ["a"]


def test_what_is_hidden_in_a_browser_alone_is_read_and_said_outside_fields() -> None:
    web = r("5", "<w:webHidden/>")
    found = read(p("a", web), p(field("PAGEREF x", web)), p(r("b", '<w:webHidden w:val="0"/>')))
    assert ([one.text for one in found.current], codes(found)) == (["a5", "5", "b"], [Code.TEXT_HIDDEN])


# ---------- there, and not to be seen ----------

FAINT = [
    '<w:color w:val="FFFFFF"/>',
    '<w:color w:val="fffffe"/>',
    '<w:color w:val="auto" w:themeColor="background1"/>',
    '<w:color w:val="000000"/><w:highlight w:val="black"/>',
    '<w:color w:val="FF0000"/><w:shd w:val="clear" w:fill="FF0000"/>',
    '<w:sz w:val="2"/>',
    '<w:rStyle w:val="Tiny"/>',
    '<w:rStyle w:val="Red"/>',
]
SEEN = [
    '<w:color w:val="auto"/>',
    '<w:color w:val="D9D9D9"/>',
    '<w:color w:val="auto" w:themeColor="background1" w:themeShade="80"/>',
    '<w:color w:val="FFFFFF"/><w:highlight w:val="blue"/>',
    '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="003366"/>',
    '<w:color w:val="FFFFFF"/><w:shd w:val="pct50" w:fill="FFFFFF"/>',
    '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="auto" w:themeFill="accent1"/>',
    '<w:sz w:val="16"/>',
    '<w:sz w:val="tiny"/>',
]
LOOKS = """
<w:style w:type="character" w:styleId="Tiny"><w:rPr><w:sz w:val="1"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Red"><w:rPr><w:color w:val="FF0000"/>
<w:shd w:fill="FF0000"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Dark"><w:pPr><w:shd w:val="clear" w:fill="003366"/></w:pPr>
<w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>
<w:style w:type="table" w:styleId="Striped"><w:tcPr><w:shd w:val="clear" w:fill="333333"/></w:tcPr></w:style>
"""


@pytest.mark.parametrize("properties", FAINT)
def test_what_nobody_can_see_is_said_and_stays(properties: str) -> None:
    found = styled(LOOKS, p("a ", r("never", properties)))
    assert ([one.text for one in found.current], codes(found)) == (["a never"], [Code.TEXT_FAINT])
    assert found.findings[0].place.path.endswith("at “never”")


@pytest.mark.parametrize("properties", SEEN)
def test_what_people_can_see_is_not_said(properties: str) -> None:
    assert codes(styled(LOOKS, p(r("seen", properties)))) == []


WHITE = r("seen", '<w:color w:val="FFFFFF"/>')


def test_white_text_is_seen_on_what_is_not_white() -> None:
    dark = '<w:shd w:val="clear" w:fill="003366"/>'
    plain = cell(p("x"), properties='<w:shd w:fill="auto"/>')
    shaded = table(f"<w:tr>{cell(p(WHITE), properties=dark)}{plain}</w:tr>")
    nested = table(f"<w:tr>{cell(shaded.replace(dark, ''), p('y'), properties=dark)}</w:tr>")
    style = '<w:tblPr><w:tblStyle w:val="Striped"/></w:tblPr>'
    striped = f"<w:tbl>{style}{shaded.removeprefix('<w:tbl>').replace(dark, '')}"
    own = f"<w:tbl><w:tblPr>{dark}</w:tblPr>{striped.partition('</w:tblPr>')[2]}"
    direct = f"<w:p><w:pPr>{dark}</w:pPr>{WHITE}</w:p>"
    for body in (shaded, nested, striped, own, direct, p("seen", style="Dark"), p(boxed(p(WHITE)))):
        assert Code.TEXT_FAINT not in codes(styled(LOOKS, body)), body


def test_white_text_in_a_plain_cell_is_not_seen() -> None:
    assert codes(styled(LOOKS, table(f"<w:tr>{cell(p(WHITE))}</w:tr>"))) == [Code.TEXT_FAINT]


def test_the_defaults_can_be_faint() -> None:
    defaults = '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="2"/></w:rPr></w:rPrDefault></w:docDefaults>'
    assert codes(read_docx(made(p("a"), styles=defaults))) == [Code.TEXT_FAINT]
