"""Laws of texts: any text is parsed or refused, in time that grows with it, and no word of it is lost."""

from __future__ import annotations

import gc
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialpolicy.conditions import Vocabulary
from socialpolicy.errors import Code, Collector, Place
from socialpolicy.facts.fact import Fact
from socialpolicy.library.texts.checking import Known, check_line, check_passage
from socialpolicy.library.texts.passage import Passage, Run, pieces_of
from socialpolicy.library.texts.source import TextSource, read_line

WORDS = Vocabulary(facts={"small": Fact(name="small", kind="yes-no", required=True)})
KNOWN = Known(facts=WORDS.facts, clauses={"a": {"full": 2}}, terms=("t",), shown=("public",))

_MARKS = st.sampled_from(
    [
        "{{", "}}", "{{x}}", "[", "]", "](clause:a)", "](term:t)", "{when small}", "{when ", "}",
        "::: when small", ":::", "::: otherwise", "\n", "\n\n", "- ", "1. ", "| a |\n|---|\n", "*", "**", "`",
        "<b>", "&amp;", "\\", "    ", "# ", "> ", "---", "![", "we", "word ", "a ", "https://a.example", "é",
        "\t", "<https://a.example>",
    ]
)  # fmt: skip


def read(text: str) -> tuple[Passage, Collector]:
    """The passage of a text, and its faults."""
    found = Collector()
    source = TextSource(tuple(text.split("\n")), 3, vocabulary=WORDS, place=Place("a.md", "full", line=2))
    return source.read(found), found


@given(st.lists(_MARKS, max_size=25).map("".join) | st.text(max_size=80))
def test_any_text_is_parsed_or_refused_at_a_line_of_it(text: str) -> None:
    passage, found = read(text)
    check_passage(passage, KNOWN, found)
    for finding in found.findings:
        assert 3 <= finding.place.line < 3 + len(text.split("\n"))
        assert finding.place.column <= len(finding.place.excerpt) + 1


@given(st.lists(_MARKS, max_size=25).map("".join))
def test_any_text_in_a_toml_value_is_parsed_or_refused(text: str) -> None:
    found = Collector()
    place = Place("a.toml", "text", line=4, column=9, excerpt="text = '")
    check_line(read_line(text, WORDS, place, found), KNOWN, found)


@given(st.lists(_MARKS, max_size=25).map("".join))
def test_what_is_parsed_without_fault_leaves_no_mark_in_its_words(text: str) -> None:
    passage, found = read(text)
    words = [piece.text for piece in pieces_of(passage) if isinstance(piece, Run)]
    assert found.findings or not any(mark in word for word in words for mark in "[]{}*`")


@given(st.lists(st.text("abcXYZ .,;?!'\"()äß", min_size=1, max_size=20), min_size=1, max_size=5))
def test_no_word_is_lost(lines: list[str]) -> None:
    passage, _ = read("\n\n".join(line.strip() for line in lines))
    words = "".join(piece.text for piece in pieces_of(passage) if isinstance(piece, Run))
    assert "".join(words.split()) == "".join("".join(lines).split())


def _seconds_of(text: str) -> float:
    gc.disable()  # what else is alive is not this text's to pay for
    begin = time.process_time()
    read(text)
    gc.enable()
    return time.process_time() - begin


@pytest.mark.parametrize(
    "piece",
    [
        "[", "]", "[]", "[a]{when small}", "[[a]{when small}", "{{", "{{x}}", "{{x", "{", "}", "{when ",
        "]{", "](", "*", "**", "_", "`", "![", "<", "<a", "&", "&a", "a {{", "a ", "an\n", "we ", ":::\n",
        "::: when small\n", "- ", "- a\n", "> ", "|", "|a|\n|---|\n", "\\", "\\[", "#", "[a](clause:a)",
        "[a](", "(", "we do |", "\n", "::: when small\n:::\n", "{%", "[a](<", "]: ", "[a]: b\n",
    ],
)  # fmt: skip
def test_a_text_takes_time_in_proportion_to_its_length(piece: str) -> None:
    def seconds(size: int) -> float:
        text = (piece * (size // len(piece) + 1))[:size]
        return min(_seconds_of(text) for _ in range(3))

    # four times the text: quadratic would take sixteen times as long
    assert seconds(12_000) < 10 * seconds(3_000) + 0.1


def test_a_text_is_parsed_once_and_kept() -> None:
    source = TextSource(("A {{x}}",), 3, vocabulary=WORDS, place=Place("a.md"))
    found = Collector()
    assert source.read(found) is source.passage
    assert [finding.code for finding in found.findings] == [Code.TEXT_SYNTAX]
