"""Anchors: one for each field, in the place of the field, and none that an answer could play."""

from __future__ import annotations

import attrs
import pytest

from socialpolicy.document import Consent, Consents, Detail, Execution, Field, Signer
from socialpolicy.errors import Code, Refused, WrongValue
from socialpolicy.writers import format_named
from socialpolicy.writers.word import prepare
from socialpolicy.writers.word.anchoring import anchors_in, anchors_of, with_anchors
from socialpolicy.writers.word.lint import lint
from socialpolicy.writers.word.reader import part_tree, read_paragraphs
from tests.practice import EXAMPLES, example, policy_of
from tests.writers.sample import sample_document, words
from tests.writers.word.written import parts_of, short


def two_blocks() -> Execution:
    fields = tuple(Field("client", kind, label=kind) for kind in ("name", "signature", "date"))
    return Execution("", statement=(), signers=(Signer("client", "Client", fields=fields),))


def consent(*fields: Field) -> Consents:
    return Consents((Consent("texts", "sms", asks=words("Texts?"), withdraw=words("Stop."), fields=fields),))


def test_each_field_of_a_document_has_one_in_its_order() -> None:
    document = short(two_blocks(), two_blocks())
    assert list(map(str, anchors_of(document))) == [
        "/sp:client:name:1/", "/sp:client:sig:1/", "/sp:client:date:1/",
        "/sp:client:name:2/", "/sp:client:sig:2/", "/sp:client:date:2/",
    ]  # fmt: skip
    file = prepare(document, anchors=True).fill({})
    assert anchors_in(parts_of(file)) == tuple(map(str, anchors_of(document)))
    assert lint(file) == ()


def test_without_being_asked_for_there_is_none() -> None:
    assert anchors_in(parts_of(prepare(sample_document()).fill({}))) == ()


def test_a_box_that_stands_alone_comes_before_its_lines() -> None:
    tick, initials = (Field("client", kind, label=kind, required=False) for kind in ("tick", "initials"))
    document = short(consent(initials, tick))
    assert list(map(str, anchors_of(document))) == ["/sp:client:tick:1/", "/sp:client:init:1/"]
    assert not any(anchor.required for anchor in anchors_of(document))
    assert prepare(document, anchors=True)
    two = short(consent(tick, Field("partner", "tick", label="two")))
    assert list(map(str, anchors_of(two))) == ["/sp:client:tick:1/", "/sp:partner:tick:1/"]
    assert prepare(two, anchors=True)


def test_it_is_text_that_nobody_sees() -> None:
    root = part_tree(prepare(short(two_blocks()), anchors=True).fill({}))
    looks = {
        "".join(run.itertext()): [child.get(key) for child in run[0] for key in child.attrib]
        for run in root.iter("{*}r")
        if "/sp:" in "".join(run.itertext())
    }
    assert len(looks) == 3
    assert set(map(tuple, looks.values())) == {("FFFFFF", "2", "2")}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_fields_of_every_addendum_are_found(path: object) -> None:
    addendum = example(path).document("client-addendum")  # type: ignore[arg-type]
    found = anchors_in(parts_of(addendum.bytes(anchors=True)))
    assert found == tuple(map(str, anchors_of(addendum.tree)))
    assert len(found) == len(set(found)) >= 3


def test_it_is_placed_on_a_letterhead_too() -> None:
    from socialpolicy.writers.word.letterhead import starter

    addendum = example(EXAMPLES[0]).document("client-addendum")
    plain = anchors_in(parts_of(addendum.bytes(anchors=True)))
    assert anchors_in(parts_of(addendum.bytes(anchors=True, letterhead=starter("modern", "A4")))) == plain


def test_a_field_without_a_place_is_refused() -> None:
    with pytest.raises(WrongValue) as caught:
        with_anchors({"word/document.xml": b"<w:document/>"}, short(two_blocks()))
    assert caught.value.code is Code.ANCHORS_DIFFER


def test_a_format_without_anchors_says_so() -> None:
    with pytest.raises(WrongValue, match="A txt file has no anchors"):
        format_named("txt").prepare(sample_document(), anchors=True)


OPENERS = ["/SP:", "{{Sig_es_:signer1:signature}}", "[sig|req|signer1]", "{signature:client_}", r"\s1\ "]


@pytest.mark.parametrize("opener", OPENERS)
def test_an_answer_that_opens_a_field_is_refused_only_where_anchors_are_asked_for(opener: str) -> None:
    practice = policy_of(practice_name=f"Hazel {opener}").document("client-addendum")
    assert practice.bytes()
    with pytest.raises(Refused) as caught:
        practice.bytes(anchors=True)
    assert {one.code for one in caught.value.findings} == {Code.ANCHOR_IN_ANSWER}
    assert "practice_name" in [one.place.path for one in caught.value.findings]
    client = policy_of().document("client-addendum")
    assert client.bytes(client={"client_name": f"Ada {opener}"})
    with pytest.raises(Refused) as caught:
        client.bytes(client={"client_name": f"Ada {opener}"}, anchors=True)
    assert caught.value.findings[0].place.path == "client_name"
    assert opener not in str(caught.value.findings)


def test_so_is_one_that_only_a_letterhead_prints() -> None:
    document = attrs.evolve(short(two_blocks()), details=(Detail("practice_address", "1 {{Sig_es_}} Road"),))
    assert prepare(document)
    with pytest.raises(Refused) as caught:
        prepare(document, anchors=True)
    assert [one.place.path for one in caught.value.findings] == ["practice_address"]


@pytest.mark.parametrize("usual", ["Ada {Bo}", "[sic] Ada", "a/b: c", "1 {text}", "C:\\Ada"])
def test_usual_signs_are_none(usual: str) -> None:
    file = policy_of().document("client-addendum").bytes(client={"client_name": usual}, anchors=True)
    assert usual in "".join(entry.text for entry in read_paragraphs(file))
