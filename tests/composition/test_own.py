"""Sentences of the practice's own: read, kept, printed as typed, and found by rules."""

from __future__ import annotations

import pytest

from socialpolicy import Library, Profile
from socialpolicy import document as tree
from socialpolicy.errors import Code
from tests.composition.refusing import findings
from tests.composition.small import OUTLINE, clause, composed, small, tree_of


@pytest.fixture(scope="module")
def library() -> Library:
    text = "One.\n\n- a\n- b\n\nTwo."
    return small({"door": clause("Door", text), "desk": clause("Desk")})


def _paragraphs(document: tree.Document) -> dict[str, tuple[str, tree.Inlines]]:
    nodes = (node for node in tree.walk(document) if isinstance(node, tree.Paragraph))
    return {node.key: (node.number, node.inlines) for node in nodes}


def test_own_paragraphs_stand_last_numbered_on_and_as_they_were_typed(library: Library) -> None:
    own = {"door": {"text": "Ring *twice* {{x}}.\n \nMind\nthe <b>step</b>.\n"}}
    found = _paragraphs(tree_of(library, own=own))
    assert list(found)[-2:] == ["door:own:1", "door:own:2"]
    assert found["door:own:1"] == ("2.3", (tree.Value("Ring *twice* {{x}}.", "own.door"),))
    assert found["door:own:2"] == ("2.4", (tree.Value("Mind the <b>step</b>.", "own.door"),))


def test_in_a_document_without_numbers_they_have_none(library: Library) -> None:
    plain = OUTLINE.replace('"provisions"', '"none"')
    unnumbered = small({"door": clause("Door")}, outline=plain)
    assert _paragraphs(tree_of(unnumbered, own={"door": {"text": "Ring."}}))["door:own:1"][0] == ""


def test_in_a_box_they_stand_too() -> None:
    boxed = OUTLINE.replace("[[parts]]", '[[parts]]\nkind = "box"\nbox = "emergency"').replace(
        "section:main", "door"
    )
    library = small({"door": clause("Door")}, outline=boxed)
    assert "door:own:1" in _paragraphs(tree_of(library, own={"door": {"text": "Ring."}}))


def test_they_stand_only_in_the_documents_that_were_named(library: Library) -> None:
    own = {"door": {"text": "Ring.", "documents": ["website-policy"]}}
    policy = composed(library, own=own)
    assert "door:own:1" not in _paragraphs(policy.document("client-addendum").tree)
    (finding,) = policy.findings
    assert (finding.code, finding.place.path) == (Code.OWN_UNUSED, "own.door.text")


def test_every_problem_of_own_sentences_is_found_with_its_line(library: Library) -> None:
    text = f"""\
[own.dor]
text = "x"
[own.door]
text = "{"long " * 81}"
documents = ["cover-note"]
[own.desk]
words = "x"
"""
    found = findings(lambda: Profile.parse(text, library, file="p.toml"))
    assert sorted((one.place.line, one.code) for one in found) == [
        (1, Code.NAME_UNKNOWN),
        (4, Code.VALUE_RANGE),
        (5, Code.NAME_UNKNOWN),
        (6, Code.KEY_MISSING),
        (7, Code.KEY_UNKNOWN),
    ]
    assert found[0].hint == 'did you mean "door"?'


def test_a_profile_knows_where_they_stand(library: Library) -> None:
    profile = Profile.parse('[own.door]\ntext = "Ring."\n', library, file="p.toml")
    assert profile.place("own", "door", "text").line == 2
    assert profile.own["door"].paragraphs == ("Ring.",)
