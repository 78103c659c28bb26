"""The interview asks what matters and no more, and its profile makes the documents of whom it asked."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import attrs
import pytest

from socialpolicy import Library, Policy, Profile, Refused, compose
from socialpolicy.cli.interview import Interview
from socialpolicy.composition.question import Question
from tests.practice import EXAMPLES, FULL

COVER = "cover-note"


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.bundled()


def asked(library: Library, begun: Profile, answers: dict[str, Any]) -> tuple[Interview, list[Question]]:
    """An interview with somebody who answers like this, and leaves the rest as usual."""
    interview, questions = Interview(library, begun), list[Question]()
    while question := interview.next():
        questions.append(question)
        clause, name = question.fact.clause, question.fact.name
        given = answers.get("facts", {}).get(clause, {}) if clause else answers
        if name in given:
            interview.answer(question.fact, given[name])
        else:
            interview.leave(question.fact)
    return interview, questions


@pytest.mark.no_cover
@pytest.mark.full
@pytest.mark.parametrize("path", EXAMPLES if FULL else EXAMPLES[:1], ids=lambda path: path.stem)
def test_an_example_practice_is_asked_for_its_profile(library: Library, path: Path) -> None:
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    profile = Profile.read(path, library)
    # positions and clauses that are left out are no questions: they are the practice's own
    begun = attrs.evolve(
        Profile.of(library), stances=profile.stances, exclude=profile.exclude, own=profile.own
    )
    interview, questions = asked(library, begun, raw)
    keys = [question.fact.key for question in questions]
    assert len(keys) == len(set(keys))
    assert len(keys) < sum(1 for one in library.facts.values() if one.about == "practice") + sum(
        len(versions[-1].facts) for versions in library.clauses.values()
    )
    again = Profile.parse(interview.text(), library)
    first, second = compose(library, profile), compose(library, again)
    for document in first.documents:
        if document != COVER:
            assert first.document(document).bytes() == second.document(document).bytes(), document
    # the profile may answer what changes nothing; nobody is asked that, so the cover note lists it as assumed
    assert beside_assumptions(first) == beside_assumptions(second)


def beside_assumptions(policy: Policy) -> list[str]:
    """The lines of the cover note but for its rows of assumed facts."""
    lines = policy.document(COVER).bytes("md").decode().splitlines()
    facts = policy.composed.library.facts
    return [line for line in lines if line.strip("| ").rpartition(" | ")[2] not in facts]


def test_an_answer_that_is_wrong_is_refused_and_nothing_is_taken(library: Library) -> None:
    interview = Interview.begin(library)
    question = interview.next()
    assert question is not None
    with pytest.raises(Refused):
        interview.answer(question.fact, "Atlantis")
    assert interview.answers == {}
    assert interview.next() == question


def test_the_way_back(library: Library) -> None:
    interview = Interview.begin(library)
    assert interview.back() == ""
    question = interview.next()
    assert question is not None
    interview.answer(question.fact, "GB-WLS")
    assert interview.back() == question.fact.key
    assert interview.next() == question


def test_what_is_saved_is_gone_on_with(library: Library) -> None:
    interview = Interview.begin(library)
    facts = library.facts
    interview.answer(facts["region"], "GB-WLS")
    interview.leave(facts["setting"])
    interview.answer(library.clauses["complaints"][-1].facts["answer_within"], 21)
    text = interview.text()
    assert '# Where is the practice?\nregion = "GB-WLS"' in text
    assert "# left as usual: setting" in text
    assert "[facts.complaints]" in text
    again = Interview.resume(text, library)
    assert again.profile().answers == interview.profile().answers
    assert "setting" not in [question.fact.key for question in again.open()]
    assert again.text() == text


def test_a_profile_that_is_gone_on_with_keeps_all_that_it_says(library: Library) -> None:
    text = """
region = "GB-ENG"
locale = "en-AU"
exclude = ["gifts-and-fundraising"]
[stances]
reviews = "report-only"
[versions]
telehealth = "1.0.0"
[own.reviews]
text = "Ask us."
documents = ["client-addendum"]
"""
    profile = Profile.parse(text, library)
    kept = Profile.parse(Interview.resume(text, library).text(), library)
    assert attrs.evolve(kept, places=profile.places) == profile
