"""A name prints exactly as it is, in every format; what no document can hold is refused with its place."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt

from socialpolicy import Finding, PolicyDocument, Profile, Refused
from socialpolicy.errors import Code, Place
from socialpolicy.guarding.clean import clean, one_line
from tests.practice import BARE, LIBRARY, policy_of
from tests.writers.html.reading import read

HOSTILE = "Tom & Jerry's <b>*{{x}}*</b>"
NAMES = [HOSTILE, "{% raw %} [a](b) `c` # d | e", "1. _f_ ~g~ \\ ![h](i) &amp; </w:t>", "שלום Ünï 漢字 😀"]
# what means something to HTML or to JSON, and blanks that readers draw together
SIGNS = [
    "<",
    ">",
    "&",
    '"',
    "'",
    "\\",
    "/",
    "=",
    ";",
    " ",
    "  ",
    "&amp;",
    "&#60;",
    "</p>",
    "<!--",
    "-->",
    "<script>",
    "]]>",
]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def word_text(content: bytes) -> str:
    """The text of a .docx, read by no code of this package: a paragraph a line."""
    root = etree.fromstring(ZipFile(BytesIO(content)).read("word/document.xml"))
    return "\n".join("".join(run.text or "" for run in p.iter(f"{W}t")) for p in root.iter(f"{W}p"))


def markdown_text(content: bytes) -> str:
    """The text that a Markdown reader sees."""
    tokens = MarkdownIt("commonmark").enable("table").parse(content.decode())
    inner = [child for token in tokens for child in (token.children or ())]
    assert not [child for child in inner if child.type in ("html_inline", "image", "code_inline")]
    return "\n".join("".join(child.content for child in token.children or ()) for token in tokens)


def plain_text(content: bytes) -> str:
    return " ".join(content.decode().split())


def page_text(content: bytes) -> str:
    """The text that a browser reads; its own markup is that of the page, and nothing of a value's."""
    page = read(content)
    assert not list(page.all("b", "script", "img"))
    return page.text


def tree_text(content: bytes) -> str:
    """Every text in the JSON, each on a line of its own."""

    def texts(node: object) -> Iterator[str]:
        if isinstance(node, str):
            yield node
        else:
            inner = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
            for one in inner:
                yield from texts(one)

    return "\n".join(texts(json.loads(content)))


READERS = {
    "docx": word_text,
    "html": page_text,
    "fragment": page_text,
    "md": markdown_text,
    "txt": plain_text,
    "json": tree_text,
}
# what keeps every blank of a value
EXACT = ("html", "fragment", "json")


def addendum(practice_name: str) -> PolicyDocument:
    return policy_of(practice_name=practice_name).document("client-addendum")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("to", READERS)
def test_a_practice_name_and_a_client_name_print_literally(name: str, to: str) -> None:
    content = addendum(name).bytes(to, {"client_name": f"Sam {name}"})
    text = READERS[to](content)
    assert f"Sam {name}" in text
    assert text.count(name) >= 3


@settings(max_examples=25)
@given(st.text(min_size=1, max_size=60))
@example("\n")
def test_any_text_prints_literally_or_is_refused(name: str) -> None:
    document = addendum("Hazel Psychology")
    try:
        content = {to: document.bytes(to, {"client_name": f"x{name}x"}) for to in READERS}
    except Refused:
        return
    assert "\t" in name or "\n" in name or f"x{name}x" in word_text(content["docx"])
    kept = "\n".join(map(one_line, f"x{name}x".replace("\r\n", "\n").split("\n")))
    for to in EXACT:
        assert kept in READERS[to](content[to])


@settings(max_examples=25)
@given(
    st.lists(st.sampled_from(SIGNS) | st.characters(exclude_categories=["Cc", "Cs"]), max_size=20).map(
        "".join
    )
)
def test_any_name_of_a_practice_prints_literally_in_pages_or_is_refused(name: str) -> None:
    try:
        document = addendum(f"x{name}x")
    except Refused:
        return
    for to in EXACT:
        assert READERS[to](document.bytes(to)).count(f"x{name}x") >= 3


@pytest.mark.parametrize("char", ["\x00", "\x07", "\x0b", "\x1b", "\x7f", "\ud800", "\ufffe", "\u202e"])
def test_a_control_character_is_refused_with_the_path_of_the_value(char: str) -> None:
    with pytest.raises(Refused) as refused:
        Profile.of(LIBRARY, **{**BARE, "practice_name": f"Hazel{char}Psychology"})
    (finding,) = refused.value.findings
    assert finding.code is Code.TEXT_CHARACTER
    assert finding.place.path == "practice_name"
    with pytest.raises(Finding):
        clean(f"a{char}", Place())


@pytest.mark.parametrize("char", ["\x00", "\x07", "\x0b", "\ud800", "\u202e"])
def test_a_control_character_in_a_clients_name_is_refused_by_the_name_of_the_fact(char: str) -> None:
    with pytest.raises(Refused) as refused:
        addendum("Hazel").bytes("docx", {"client_name": f"Sam{char}Fern"})
    (finding,) = refused.value.findings
    assert finding.place.path == "client_name"
    assert "Sam" not in str(finding)
