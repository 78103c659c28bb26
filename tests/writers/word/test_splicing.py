"""What is spliced is the part that it should be: zipfile, which nobody here wrote, reads every file back."""

from __future__ import annotations

import io
import pickle
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialpolicy.errors import Code, WrongValue
from socialpolicy.writers.word import prepare, readback
from socialpolicy.writers.word.filling import UNFILLED, PreparedWord, cut, packed
from socialpolicy.writers.word.markup import text
from socialpolicy.writers.word.splicing import Gap
from socialpolicy.writers.word.zipped import zipped
from tests.writers.sample import sample_document

GAP = Gap(("name", ""), b"unfilled")
# what these files hold is no document: they go past the checks that every document of the tests goes through
plain_fill = PreparedWord.fill
STRETCHES = st.lists(st.just(GAP) | st.binary(max_size=400), max_size=9)


def members(file: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


@given(STRETCHES, STRETCHES, st.text(st.characters(codec="utf-8", categories=["L", "Zs"]), max_size=600))
def test_a_spliced_part_says_what_stands_in_it(
    one: list[bytes | Gap], other: list[bytes | Gap], name: str
) -> None:
    prepared = packed([("a", tuple(one)), ("b", (b"whole",)), ("c", tuple(other))])
    for words, put in (({}, GAP.unfilled), ({GAP.key: name}, text(name).encode())):
        read = members(plain_fill(prepared, words))
        for part, segments in (("a", one), ("c", other)):
            assert read[part] == b"".join(put if isinstance(one, Gap) else one for one in segments)
        assert read["b"] == b"whole"
    again = pickle.loads(pickle.dumps(prepared))  # noqa: S301 – what this test wrote itself
    assert plain_fill(again, {}) == plain_fill(prepared, {})


@given(
    st.dictionaries(
        st.text(st.characters(codec="utf-8", exclude_characters="\0/\\"), min_size=1, max_size=9),
        st.binary(max_size=300),
    )
)
def test_a_file_without_gaps_has_the_bytes_that_zipfile_writes(parts: dict[str, bytes]) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name)
            entry.create_system = 0
            file.writestr(entry, content, zipfile.ZIP_DEFLATED, 6)
    assert zipped(parts.items()) == stream.getvalue()


@pytest.mark.parametrize(
    "name", ["Sam Fern", "", "<b>&amp;]]>", "a\nb\tc", "שלום", "x" * 10_000, "\n" * 10_000]
)
def test_a_filled_document_says_the_words_and_nothing_else_differs(name: str) -> None:
    prepared = prepare(sample_document())
    empty, full = members(prepared.fill({})), members(prepared.fill({("client_name", ""): name}))
    main = "word/document.xml"
    assert {part for part in full if full[part] != empty[part]} == {main}
    before, after = empty[main].split(text(UNFILLED["line"]).encode(), 1)
    assert full[main].startswith(before + text(name).encode())
    assert len(before) > 1_000
    assert after


def test_a_document_is_cut_at_its_holes_and_fills_alike_wherever_it_was_prepared() -> None:
    prepared = prepare(sample_document())
    again = pickle.loads(pickle.dumps(prepared))  # noqa: S301 – what this test wrote itself
    words = {("client_name", ""): "Ada"}
    assert again.fill(words) == prepared.fill(words) == prepare(sample_document()).fill(words)
    assert not cut({"a": b"no hole"}).open


@pytest.mark.parametrize("name", ["Ada", "<Ada>"])
def test_words_that_would_be_written_otherwise_are_refused(name: str) -> None:
    with pytest.raises(WrongValue) as caught:
        readback.check_filled({("client_name", ""): name}, {("client_name", ""): text("Eve").encode()})
    assert caught.value.code is Code.FILE_SAYS_OTHERWISE
    assert caught.value.place.path == "client_name"
