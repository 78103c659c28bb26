"""What a user holds: a policy, its documents, and the files that they become."""

from __future__ import annotations

import datetime
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from socialpolicy import Finding, Library, Policy, Profile, Refused, compose, questions
from socialpolicy.document import Execution, Hole, walk
from socialpolicy.errors import Code
from socialpolicy.writers import FORMATS
from socialpolicy.writers.word.letterhead import starter
from tests.practice import BARE, EXAMPLES, LIBRARY, example, policy_of

CLIENT = {"client_name": "Sam Fern"}


def executions(document: object) -> list[Execution]:
    return [node for node in walk(document) if isinstance(node, Execution)]  # type: ignore[arg-type]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("to", sorted(FORMATS))
def test_every_document_of_every_example_is_written_in_every_format(
    path: Path, to: str, tmp_path: Path
) -> None:
    policy = example(path)
    for name in policy.documents:
        file = tmp_path / f"{name}.{FORMATS[to].extension}"
        policy.document(name).write(file)
        assert file.read_bytes() == policy.document(name).bytes(to)


def test_writing_is_preparing_and_filling_nothing() -> None:
    document = policy_of().document("client-addendum")
    for to in ("docx", "txt", "md"):
        assert document.bytes(to) == document.prepare(to).fill({})


def test_a_client_fills_the_holes_and_is_in_no_tree() -> None:
    document = policy_of().document("client-addendum")
    text = document.bytes("txt", CLIENT).decode()
    assert text.count("Sam Fern") >= 2
    assert "Sam Fern" not in document.bytes("txt").decode()
    assert any(isinstance(node, Hole) for node in walk(document.tree))


def test_what_is_known_of_a_client_chooses_the_blocks_of_signatures() -> None:
    document = policy_of(serves_minors=True, min_client_age=12, modalities=["individual", "couple"]).document(
        "client-addendum"
    )
    assert len(executions(document.tree)) == 3
    child = document.bytes("txt", {**CLIENT, "client_is_minor": True, "client_unit": "individual"}).decode()
    assert "guardian" in child
    adult = document.bytes("txt", {**CLIENT, "client_is_minor": False, "client_unit": "individual"}).decode()
    assert "guardian" not in adult.rpartition("Signatures")[2]


def test_each_of_several_clients_has_a_line_to_sign() -> None:
    document = policy_of(modalities=["couple"]).document("client-addendum")
    signers = [
        {"name": "Sam Fern", "role": "client"},
        {"name": "Kit Fern", "role": "partner"},
        {"name": "Lou Fern", "role": "partner"},
    ]
    text = document.bytes("txt", {"client_signers": signers, "client_unit": "family"}).decode()
    for signer in signers:
        assert signer["name"] in text


def test_client_facts_are_checked_all_at_once() -> None:
    document = policy_of().document("client-addendum")
    with pytest.raises(Refused) as refused:
        document.bytes("txt", {"client_name": 7, "client_nam": "Sam", "start_date": "soon"})
    assert len(refused.value.findings) == 3
    assert "soon" not in str(refused.value.findings)


def test_the_prepared_document_of_a_client_is_the_one_that_is_filled() -> None:
    document = policy_of(modalities=["couple"]).document("client-addendum")
    together = document.prepare("txt", {"client_unit": "couple"}).fill({})
    assert together != document.prepare("txt").fill({})


def test_an_unknown_ending_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(Finding) as finding:
        policy_of().document("website-policy").write(tmp_path / "page.odt")
    assert finding.value.code is Code.FORMAT_UNKNOWN
    assert not list(tmp_path.iterdir())


def test_a_final_document_has_no_blank(tmp_path: Path) -> None:
    document = policy_of(practice_phone=None).document("client-addendum")
    with pytest.raises(Refused) as refused:
        document.write(tmp_path / "a.docx", final=True)
    assert {finding.code for finding in refused.value.findings} == {Code.BLANK_LEFT}
    assert not list(tmp_path.iterdir())
    document.write(tmp_path / "a.txt")
    assert "[TO COMPLETE: practice phone]" in (tmp_path / "a.txt").read_text()


def test_a_finished_document_is_written_as_final(tmp_path: Path) -> None:
    document = example(EXAMPLES[0]).document("client-addendum")
    document.write(tmp_path / "a.docx", final=True)
    assert zipfile.ZipFile(BytesIO((tmp_path / "a.docx").read_bytes())).testzip() is None


def test_a_policy_names_its_documents_and_its_day() -> None:
    policy = policy_of(effective_date=datetime.date(2026, 12, 1))
    assert policy.documents == (
        "website-policy",
        "client-addendum",
        "staff-handbook",
        "first-session",
        "cover-note",
    )
    assert repr(policy) == f"Policy({len(policy.composed.chosen)} clauses on 2026-12-01)"
    assert repr(policy.document("cover-note")) == "PolicyDocument('cover-note')"
    assert policy.findings == ()


def test_questions_need_no_policy() -> None:
    open_questions = questions(LIBRARY, Profile.of(LIBRARY, practice_name="Hazel"))
    assert {"region", "professions"} <= {one.fact.name for one in open_questions if one.need == "decision"}


def test_the_explanation_says_why_with_stance_and_values() -> None:
    words = str(policy_of().explain("reviews"))
    assert "stands, as it does for every practice" in words
    assert "stance no-response" in words


def test_the_bundled_library_is_that_of_the_folder() -> None:
    folder = Path(__file__).parent.parent / "clauses"
    assert Library.read(folder).clauses.keys() == LIBRARY.clauses.keys()
    assert repr(LIBRARY).startswith("Library(")


def test_client_facts_that_do_not_fit_the_practice_are_refused() -> None:
    with pytest.raises(Refused) as refused:
        policy_of().document("client-addendum").bytes("txt", {"client_is_minor": True})
    assert {finding.code for finding in refused.value.findings} == {Code.SIGNERS_NONE}


@pytest.mark.parametrize("to", ["docx", "txt", "md"])
def test_words_that_no_document_can_hold_are_refused_without_repeating_them(to: str) -> None:
    prepared = policy_of().document("client-addendum").prepare(to)
    with pytest.raises(Finding) as finding:
        prepared.fill({("client_name", ""): "Sam\ud800"})
    assert finding.value.place.path == "client_name"
    assert "Sam" not in str(finding.value)


def test_a_moment_is_no_day() -> None:
    with pytest.raises(Refused) as refused:
        compose(LIBRARY, Profile.of(LIBRARY, **BARE), on=datetime.datetime(2026, 12, 1, tzinfo=datetime.UTC))
    assert refused.value.findings[0].code is Code.VALUE_KIND


# ---------- on a letterhead ----------


def test_a_document_is_written_on_a_letterhead_which_stays_as_it_is(tmp_path: Path) -> None:
    form, policy = tmp_path / "letterhead.docx", policy_of()
    form.write_bytes(starter("modern"))
    document = policy.document("client-addendum")
    document.write(tmp_path / "a.docx", letterhead=form, client=CLIENT)
    made = (tmp_path / "a.docx").read_bytes()
    assert made == document.bytes("docx", CLIENT, letterhead=starter("modern"))
    assert form.read_bytes() == starter("modern")
    assert document.prepare(letterhead=form).fill({}) == document.bytes(letterhead=str(form))
    assert policy.lock({}, letterhead=form).letterhead.startswith("sha256:")
    assert policy.lock({}).letterhead == ""
    with pytest.raises(Finding):
        document.write(tmp_path / "a.md", letterhead=form)


def test_a_document_is_written_in_large_print(tmp_path: Path) -> None:
    policy = policy_of()
    document = policy.document("client-addendum")
    document.write(tmp_path / "a.docx", large_print=True, client=CLIENT)
    made = (tmp_path / "a.docx").read_bytes()
    assert made == document.bytes("docx", CLIENT, letterhead=starter("large-print"))
    assert document.prepare("html", large_print=True).fill({}) != document.bytes("html")
    assert policy.lock({}, large_print=True).large_print
    assert not policy.lock({}).large_print


def test_a_letterhead_prints_what_is_shown_to_the_readers_of_the_document() -> None:
    policy = policy_of(practice_address="none", registered_title="PSY1")
    told = {name: dict(details_of(policy, name)) for name in ("website-policy", "client-addendum")}
    assert told["client-addendum"] == {
        "practice_phone": "02 5550 1234",
        "practice_email": "hello@hazel.example",
        "practitioner_name": "Dr Hazel",
        "registered_title": "PSY1",
    }
    assert "practitioner_name" not in told["website-policy"]  # it is for clients
    assert "business_hours" not in told["website-policy"]  # it is only assumed


def details_of(policy: Policy, name: str) -> list[tuple[str, str]]:
    return [(detail.name, detail.words) for detail in policy.document(name).tree.details]


def test_a_document_shows_its_pages_as_pictures() -> None:
    session = policy_of().document("first-session")
    (page,) = session.pictures({"client_name": "Ada Byron"}, width=200)
    assert page.startswith(b"\x89PNG")
    assert len(session._repr_png_()) > len(page)
    assert session._repr_html_().startswith("<article")
