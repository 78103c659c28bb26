"""The schemas accept what is right and refuse what is not, to a validator that nobody here wrote."""

from __future__ import annotations

import datetime
import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from socialpolicy import Library, Profile, Refused, compose
from socialpolicy.facts.fact import KINDS
from socialpolicy.keeping.trees import json_of_tree
from socialpolicy.library.bundled import bundled_folder
from socialpolicy.schemas import clause_schema, document_schema, profile_schema
from tests.cli.test_commands import run
from tests.composition.small import clause, small
from tests.practice import EXAMPLES

ROOT = Path(__file__).parents[2]
PROFILES = [*EXAMPLES, *sorted((ROOT / "tests" / "covering").glob("*.toml"))]
CLAUSES = sorted(bundled_folder().glob("*/*/*.md"))


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.bundled()


def validator(schema: dict[str, Any]) -> Draft202012Validator:
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def plain(value: Any) -> Any:
    """What TOML holds, as JSON has it."""
    match value:
        case dict():
            return {key: plain(one) for key, one in value.items()}
        case list():
            return [plain(one) for one in value]
        case datetime.date():
            return value.isoformat()
    return value


def faults(schema: Draft202012Validator, value: Any) -> list[str]:
    return [
        f"{'.'.join(map(str, one.absolute_path))}: {one.message[:200]}" for one in schema.iter_errors(value)
    ]


# ---------- profiles ----------


@pytest.fixture(scope="module")
def profiles(library: Library) -> Draft202012Validator:
    return validator(profile_schema(library))


@pytest.mark.parametrize("path", PROFILES, ids=lambda path: path.stem)
def test_every_profile_that_can_be_composed_is_accepted(profiles: Draft202012Validator, path: Path) -> None:
    assert faults(profiles, plain(tomllib.loads(path.read_text(encoding="utf-8")))) == []


GOOD = {"practice_name": "Hazel", "region": "GB-ENG", "professions": ["counsellor"]}
PAGE = {"platform": "Facebook", "handle": "Hazel"}
BAD: dict[str, dict[str, Any]] = {
    "a decision that is missing": {"region": None},
    "a name that is unknown": {"practise_name": "Hazel"},
    "a word for yes": {"has_staff": "yes"},
    "an option that there is not": {"practice_size": "several"},
    "one option where a list is asked for": {"channels": "email"},
    "an option twice": {"channels": ["email", "email"]},
    "a list that must have an entry": {"payment_methods": []},
    "a place that there is not": {"region": "GB-XYZ"},
    "a number in quotes": {"min_client_age": "12"},
    "a number out of its range": {"min_client_age": 40},
    "a length in no unit": {"reply_within": "2 moons"},
    "a date that is none": {"effective_date": "1 December"},
    "an address that is none": {"practice_email": "hello"},
    "a page without its protocol": {
        "professional_accounts": [{"platform": "F", "handle": "x", "url": "example.org"}]
    },
    "a phone number in letters": {"practice_phone": "call me"},
    "a row without a column": {"professional_accounts": [{"platform": "Facebook"}]},
    "a row with a stray column": {"professional_accounts": [{**PAGE, "is": "y"}]},
    "an empty text": {"practice_name": " "},
    "a clause that there is not": {"exclude": ["revues"]},
    "a stance that there is not": {"stances": {"reviews": "answer-all"}},
    "a stance of no clause": {"stances": {"revues": "no-response"}},
    "a version that there is not": {"versions": {"reviews": "9.0.0"}},
    "a fact of another clause": {"facts": {"reviews": {"answer_within": 21}}},
    "a fact of a clause among the others": {"answer_within": 21},
    "sentences without a text": {"own": {"reviews": {"documents": ["client-addendum"]}}},
    "sentences that are too long": {"own": {"reviews": {"text": "x" * 401}}},
    "a locale that there is not": {"locale": "fr-FR"},
}


@pytest.mark.parametrize("what", BAD)
def test_a_profile_that_is_refused_is_refused_by_the_schema_too(
    profiles: Draft202012Validator, library: Library, what: str
) -> None:
    changed = {key: value for key, value in {**GOOD, **BAD[what]}.items() if value is not None}
    with pytest.raises(Refused):
        compose(library, Profile.of(library, **changed))
    assert faults(profiles, GOOD) == []
    assert faults(profiles, changed) != []


def test_the_schema_says_what_people_need(library: Library) -> None:
    properties: Any = profile_schema(library)["properties"]
    reply = properties["reply_within"]
    assert reply["title"] == library.facts["reply_within"].question
    assert "In working days." in reply["description"]
    assert reply["default"] == "2 working-days"
    assert properties["channels"]["items"]["oneOf"][0] == {"const": "phone", "title": "the phone"}
    assert "Asked when" in properties["retention_if_young"]["description"]
    assert "as usual in the country" in properties["crisis_lines"]["description"]
    assert "the same as region" in properties["served_regions"]["description"]
    assert "It must be answered." in properties["region"]["description"]
    assert (
        properties["facts"]["properties"]["complaints"]["properties"]["answer_within"]["default"] == "30 days"
    )


def test_every_kind_of_fact_has_a_schema() -> None:
    options = 'options = { a = "b" }\n'
    more = {"whole": "range = [1, 9]\n", "choice": options, "choices": options}
    more |= {"duration": 'unit = "days"\n', "rows": 'columns = { name = { kind = "words" } }\n'}
    asked = "".join(
        f'[facts.of_{number}]\nkind = "{kind}"\n{more.get(kind, "")}question = "?"\n'
        for number, kind in enumerate(KINDS)
    )
    loose = '[facts.loose]\nkind = "duration"\nunit = "weeks"\nquestion = "?"\ndefault = 3\n'
    money = '[facts.fee]\nkind = "money"\nquestion = "?"\ndefault = "120.00 AUD"\noptional = true\n'
    rows = (
        '[facts.rooms]\nkind = "rows"\ncolumns = { name = { kind = "words" }, key = { kind = "words", '
        'optional = true } }\ndefault = [{ name = "Attic" }]\nquestion = "?"\n'
    )
    day = '[facts.day]\nkind = "date"\ndefault = 2026-01-01\nquestion = "?"\n'
    none = '[facts.maybe]\nkind = "words"\noptional = true\ndefault = "none"\nquestion = "?"\n'
    whole = small({"door": clause("Door")}, facts=asked + loose + money + rows + day + none)
    schema: Any = profile_schema(whole)
    accepts = validator(schema)
    defaults = {name: one["default"] for name, one in schema["properties"].items() if "default" in one}
    assert defaults["fee"] == "120.00 AUD"
    assert defaults["rooms"] == [{"name": "Attic", "key": "none"}]
    assert (defaults["day"], defaults["maybe"], defaults["loose"]) == ("2026-01-01", "none", "3 weeks")
    assert faults(accepts, {"practice_name": "Saltbush", "region": "AU-NSW", **defaults}) == []
    assert "door" not in schema["properties"]["facts"]["properties"]


# ---------- clauses ----------


def front(path: Path) -> Any:
    return plain(tomllib.loads(path.read_text(encoding="utf-8").split("+++\n")[1]))


@pytest.mark.parametrize("path", CLAUSES, ids=lambda path: f"{path.parent.name} {path.stem}")
def test_every_clause_is_accepted(library: Library, path: Path) -> None:
    assert faults(validator(clause_schema(library)), front(path)) == []


@pytest.mark.parametrize(
    "change",
    [
        {"titel": "x"},
        {"reasons": ["fun"]},
        {"reasons": []},
        {"effective": "soon"},
        {"stances": {}},
        {"stances": {"Loud One": {"label": "l"}}},
        {"stances": {"loud": {"label": "l", "allowed_when": "always"}}},
        {"texts": {"newsletter": "full"}},
        {"prompt_rank": 100},
        {"authorities": ["my-own-law"]},
        {"norms": [{"stances": ["a"], "modality": "wish", "bearer": "practice", "act": "give-notice"}]},
        {"facts": {"x": {"kind": "colour"}}},
        {"consents": {"tea": {"asks": "Tea."}}},
    ],
    ids=str,
)
def test_a_faulty_clause_is_refused(library: Library, change: dict[str, Any]) -> None:
    schema = validator(clause_schema(library))
    assert faults(schema, {**front(CLAUSES[0]), **change}) != []


# ---------- documents ----------


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_document_is_accepted(library: Library, path: Path) -> None:
    schema = validator(document_schema())
    policy = compose(library, Profile.read(path, library))
    for document in policy.documents:
        assert faults(schema, json_of_tree(policy.document(document).tree)) == []


def test_a_tree_that_lacks_something_or_has_more_is_refused(library: Library) -> None:
    schema = validator(document_schema())
    policy = compose(library, Profile.read(EXAMPLES[0], library))
    tree: Any = json_of_tree(policy.document("client-addendum").tree)
    assert faults(schema, {**tree, "colour": "red"})
    assert faults(schema, {key: value for key, value in tree.items() if key != "title"})
    assert faults(schema, {**tree, "paper": "A5"})
    assert faults(schema, {**tree, "blocks": [{"type": "paragraph"}]})


# ---------- the command ----------


@pytest.mark.parametrize("kind", ["profile", "clause", "document"])
def test_the_command_prints_a_schema(kind: str) -> None:
    schema = json.loads(run("schema", kind).output)
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"urn:socialpolicy:{kind}"
