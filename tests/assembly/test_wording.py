from __future__ import annotations

from typing import Any

import pytest

from socialpolicy import Library
from socialpolicy import document as tree
from socialpolicy.document import Text, Value
from tests.assembly.reading import found, said
from tests.composition.small import LOCALES, clause, small, tree_of

_TERMS = """
[terms.door]
words = "door"
means = "A door opens, like a [gate](term:gate)."
[terms.gate]
words = "Gate"
means = "A gate is {{our}} [door](term:door) outside."
[terms.wall]
words = "wall"
means = "A wall stands."
"""
_DEFINING = """
title = "A policy"
when = 'always'
audience = "clients"
numbers = "provisions"
references = "section {number}"
[[parts]]
kind = "definitions"
heading = "Words"
[[parts]]
heading = "All"
take = ["section:main"]
"""


def _library(text: str, **more: Any) -> Library:
    return small({"door": clause("Door", text)}, **more)


def _line(text: str, **values: Any) -> str:
    (line,) = said(tree_of(_library(text), **values))
    return line


# ---------- voice ----------


def test_the_voice_follows_the_size_of_the_practice() -> None:
    text = (
        "{{We}} see you. {{we}} {{are}} glad, {{we}} {{were}} and {{we}} {{have}} {{our}} reasons: "
        "ask {{us}}, it is {{ours}}, {{ourselves}}."
    )
    assert _line(text) == "I see you. I am glad, I was and I have my reasons: ask me, it is mine, myself."
    assert _line(text, practice_size="group") == (
        "We see you. we are glad, we were and we have our reasons: ask us, it is ours, ourselves."
    )
    assert _line("{{Our}} x. {{Ourselves}}.") == "My x. Myself."


def test_a_practice_names_those_whom_it_sees() -> None:
    text = (
        "{{Client}} and {{clients}}, {{client}}'s and {{clients}}' own; {{Clients}}. "
        "{{clinician}}, {{Clinicians}}."
    )
    assert _line(text) == "Client and clients, client’s and clients’ own; Clients. counsellor, Counsellors."
    assert _line("{{Client}}, {{clients}}, {{Clients}}'", person_term="young-person") == (
        "Young person, young people, Young people’"
    )


def test_words_for_people_are_spelt_as_the_locale_spells() -> None:
    assert _line(
        "{{Clinicians}} and {{clinician}}-led centre. {{professions}}",
        region="US-TX",
        professions=["counsellor"],
    ) == ("Counselors and counselor-led center. counsellor")


def test_without_a_word_of_its_own_the_plain_one_stands() -> None:
    locales = {**LOCALES, "en-AU": LOCALES["en-AU"].partition("[[clinician_term")[0]}
    (line,) = said(tree_of(_library("{{Client}}, {{clinicians}}", locales=locales)))
    assert line == "Client, clinicians"


# ---------- values, blanks, holes ----------


def test_a_value_is_a_node_of_its_own() -> None:
    name = 'Tom & Jerry\'s <b>*{{x}}*</b> "centre"'
    document = tree_of(_library("See {{practice_name}}'s page."), practice_name=name, region="US-TX")
    assert found(document, tree.Paragraph)[0].inlines == (
        Text("See "),
        Value(name, "practice_name"),
        Text("’s page."),
    )
    assert document.practice == name


def test_a_value_that_nobody_knows_is_a_blank() -> None:
    document = tree_of(_library("Call {{phone}} now."))
    assert found(document, tree.Paragraph)[0].inlines == (
        Text("Call "),
        tree.Blank("phone", "phone"),
        Text(" now."),
    )


def test_a_value_of_a_client_is_a_hole() -> None:
    document = tree_of(_library('"{{client_name}}" {{client_signers}} {{start_date as long}}'))
    assert found(document, tree.Hole) == [
        tree.Hole("client_name", "", "client name"),
        tree.Hole("client_signers", "", "client signers"),
        tree.Hole("start_date", "long", "start date"),
    ]
    assert said(document)[0].startswith("‘____")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Here {{motto}} we are.".replace("we", "you"), "Here you are."),
        ("{{motto}} Here.", "Here."),
        ("Here {{motto}}.", "Here."),
        ("Here ({{motto}}) and **{{motto}}**", "Here () and"),
        ("Register: {{professions}}.", "Register:."),
    ],
)
def test_a_value_that_is_none_leaves_no_gap(text: str, expected: str) -> None:
    assert _line(text) == expected
    assert not found(tree_of(_library(text)), Value)


def test_a_fact_of_a_clause_that_does_not_stand_prints_nothing() -> None:
    own = (
        '[stances.usual]\nlabel = "l"\ndefault = true\n'
        '[facts.wood]\nkind = "words"\ndefault = "oak"\nshown = "clients"\nquestion = "q"\n'
    )
    library = small(
        {
            "door": clause("Door", "Of {{gate.wood}}.\n\n{{gate.wood}}"),
            "gate": clause("Gate", "{{wood}}", below=own),
        }
    )
    assert said(tree_of(library)) == ["Of oak.", "oak", "oak"]
    assert found(tree_of(library), Value)[0].source == "gate.wood"
    assert said(tree_of(library, exclude=["gate"])) == ["Of."]


# ---------- marks and links ----------


def test_words_may_be_stressed_broken_and_linked() -> None:
    text = "**o {{motto}}** *b*\\\n[c](https://c.example) [d](term:wall)"
    document = tree_of(_library(text, files={"terms.toml": _TERMS}))
    assert found(document, tree.Paragraph)[0].inlines == (
        tree.Strong((Text("o"),)),
        Text(" "),
        tree.Emphasis((Text("b"),)),
        tree.Break(),
        tree.Link((Text("c"),), "https://c.example"),
        Text(" d"),
    )


def test_the_terms_that_are_used_are_defined_wherever_they_are_used() -> None:
    library = _library("An open [door](term:door).", files={"terms.toml": _TERMS}, outline=_DEFINING)
    document = tree_of(library)
    assert [one.id for one in found(document, tree.Definition)] == ["door", "gate"]
    assert tree.plain(found(document, tree.Definition)[1].inlines) == "A gate is my door outside."
    assert found(document, tree.Term)[0].term == "gate"
    assert document.blocks[0].heading == "Words"


def test_a_document_that_uses_no_term_has_no_definitions() -> None:
    document = tree_of(_library("A wall.", files={"terms.toml": _TERMS}, outline=_DEFINING))
    assert [part.heading for part in document.blocks] == ["All"]
