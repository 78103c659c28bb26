"""Small libraries, each with one fault or none: what the prover says of it, and the profile that it shows."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from socialpolicy import Library, Profile, Refused, compose
from socialpolicy.library.clause import REASONS
from socialpolicy.proving.claim import Result
from socialpolicy.proving.claims import claims_of
from socialpolicy.proving.proof import Proving, prove
from tests.composition.small import LOCALES, OUTLINE, clause, small
from tests.proving.planting import failures

DAY = date(2026, 6, 1)
TWO = '[stances.usual]\nlabel = "l"\ndefault = true\n[stances.other]\nlabel = "l"\n'
OWN = '[facts.sign]\nkind = "words"\noptional = true\ndefault = "none"\nshown = "clients"\nquestion = "?"\n'
RULE = """
[R1]
kind = "only"
where = 'has_staff'
clause = "door"
stances = ["usual"]
because = "So it is."
"""
NORMS = """
[bearers]
practice = "the practice"
[acts]
knock = "knock"
[toward]
[channels]
[exceptions]
"""


def library(*names: str, text: str = "Words.", below: str = TWO, **more: Any) -> Library:
    """A library with a door, and what else is asked for."""
    reasons = f"reasons = {list(REASONS)}".replace("'", '"')
    clauses = {
        "door": clause("Door", text, top=reasons, below=below),
        **{name: clause(name.title()) for name in names},
    }
    clauses |= more.pop("clauses", {})
    return small(clauses, **more)


def failing(whole: Library, *properties: str) -> list[str]:
    return [one.claim.subject for one in failures(whole, *properties, on=DAY)]


def results(whole: Library, name: str, *, steps: int = 100_000) -> list[Result]:
    proving = Proving(whole, DAY, steps)
    return [proving.result(claim) for claim in claims_of(whole, DAY) if claim.property == name]


def test_a_sound_library_holds() -> None:
    proof = prove(library(files={"rules.toml": RULE}), on=DAY)
    assert proof.wrong == proof.failures == proof.undecided == ()
    assert {"rule-can-be-broken", "rule-can-be-kept", "rule-is-kept-by-default"} <= {
        one.claim.property for one in proof.results
    }


def test_a_library_without_an_outline_or_a_region_can_be_proved() -> None:
    assert prove(library(), on=DAY).results
    assert prove(library()).results


def test_a_clause_for_nobody_fails_and_says_so() -> None:
    whole = library(clauses={"gate": clause("Gate", top="when = 'has_staff and not has_staff'")})
    (result,) = (one for one in results(whole, "clause-can-stand") if one.verdict != "holds")
    assert (result.claim.subject, result.verdict, result.why) == ("gate", "fails", "no answers allow it")
    assert result.counterexample is None


def test_a_stance_that_is_left_open_is_shown_by_a_profile_that_can_be_saved_and_built() -> None:
    open_ = '[stances.a]\nlabel = "l"\ndefault_when = \'has_staff or practice_size == "group"\'\n'
    whole = library(below=open_ + "[stances.b]\nlabel = \"l\"\ndefault_when = 'has_staff'\n")
    (result,) = failures(whole, "stance-stands-by-itself", on=DAY)
    assert "no one default stance" in result.why
    assert result.counterexample is not None
    assert (
        result.counterexample.toml == 'effective_date = 2026-06-01\npractice_name = "…"\nregion = "AU-NSW"\n'
    )
    with pytest.raises(Refused):
        compose(whole, Profile.parse(result.counterexample.toml, whole))


def test_a_counterexample_has_no_answer_that_it_does_not_need() -> None:
    text = "[They use {{motto}} today.]{when has_staff and not channels is empty}"
    (result,) = failures(library(text=text), "value-is-there", on=DAY)
    assert result.counterexample is not None
    assert "has_staff = true" in result.counterexample.toml
    assert "channels" not in result.counterexample.toml  # its default will do
    assert "motto" not in result.counterexample.toml


def test_an_optional_value_that_is_all_of_its_line_need_not_be_there() -> None:
    assert not failing(library(text="Words.\n\n{{motto}}\n\n- {{motto}}"), "value-is-there")


def test_a_value_whose_question_is_not_asked() -> None:
    facts = '[facts.tune]\nkind = "words"\nshown = "clients"\nasked_when = \'has_staff\'\nquestion = "?"\n'
    assert failing(library(text="They hum {{tune}}.", facts=facts), "value-was-asked-for") == [
        "door: full: tune"
    ]
    text = "[They hum {{tune}}.]{when has_staff}"
    assert not failing(library(text=text, facts=facts), "value-was-asked-for")


def test_blocks_that_never_print() -> None:
    text = """\
::: when stance == "usual"
Words.
::: or when has_staff
[Never.]{when not has_staff}
::: otherwise
More.
:::

[Both.]{when stance == "usual" and stance == "other"}"""
    assert failing(library(text=text), "block-can-print") == [
        "door: full, when not has_staff (5)",
        'door: full, when stance == "usual" and stance == "other" (8)',
    ]


def test_a_reference_arrives_where_its_target_prints() -> None:
    to_gate = "See [there](clause:gate)."
    gate = clause("Gate", top="when = 'has_staff'")
    whole = library(text=to_gate, clauses={"gate": gate})
    assert not failing(whole, "reference-can-arrive")
    never = library(text=f"[{to_gate}]{{when not has_staff}}", clauses={"gate": gate})
    assert failing(never, "reference-can-arrive") == ["door: full in client-addendum, to gate"]


def test_a_reference_to_what_stands_in_another_document_never_arrives() -> None:
    gate = clause("Gate", top='texts = { website-policy = "full" }')
    page = OUTLINE.replace('"clients"', '"public"')
    whole = library(
        text="See [there](clause:gate).",
        clauses={"more/gate": gate},
        files={"outlines/website-policy/default.toml": page.replace("section:main", "section:more")},
    )
    assert failing(whole, "reference-can-arrive") == ["door: full in client-addendum, to gate"]


def test_what_hangs_on_a_clause_that_is_not_in_force_never_prints() -> None:
    later = clause("Gate", top="effective = 2027-01-01", below=TWO + OWN)
    text = 'Words. [More: {{gate.sign}}.]{when gate is included} [Most.]{when gate.stance == "other"}'
    whole = library(text=text, clauses={"gate": later})
    assert len(failing(whole, "block-can-print")) == 2
    assert not failing(whole, "value-is-there")


def test_a_reference_to_a_clause_that_is_not_in_force_is_not_looked_at() -> None:
    later = clause("Gate", top="effective = 2027-01-01")
    assert not results(
        library(text="See [there](clause:gate).", clauses={"gate": later}), "reference-can-arrive"
    )


def test_a_consent_for_nobody() -> None:
    consents = TWO + (
        '[consents.tea]\nasks = "Tea."\nwithdraw = "Say so."\n'
        "asked_when = 'has_staff'\nfor_clients = 'client_is_minor'\n"
        '[consents.cake]\nasks = "Cake."\nwithdraw = "Say so."\n'
        "asked_when = 'has_staff and not has_staff'\n"
    )
    outline = OUTLINE + '[[parts]]\nkind = "consents"\nheading = "Choices"\n'
    whole = library(below=consents, outline=outline)
    assert failing(whole, "consent-can-be-asked") == ["door: cake"]
    without = library(below=consents)
    assert failing(without, "consent-can-be-asked") == ["door: tea", "door: cake"]


def test_a_stance_that_a_rule_forbids_everybody_cannot_be_taken() -> None:
    whole = library(files={"rules.toml": RULE.replace("'has_staff'", "'always'")})
    (result,) = failures(whole, "stance-can-be-taken", on=DAY)
    assert result.claim.subject == "door: other"


def test_what_other_clauses_need_is_learned() -> None:
    gate = clause("Gate", top='requires = ["door"]')
    whole = library("lamp", clauses={"gate": gate})
    results_ = list(failures(whole, "reason-is-served", on=DAY))
    assert [one.claim.subject.partition(": ")[2] for one in results_] == [
        reason for reason in REASONS if reason != "expectations"
    ]
    for one in results_:
        assert one.counterexample is not None
        assert 'exclude = ["door", "gate"]' in one.counterexample.toml


def test_that_a_stance_is_refused_is_learned() -> None:
    below = TWO + "allowed_when = 'has_staff'\nbecause = \"So.\"\n"
    lamp = clause("Lamp", 'Words. [More.]{when not door.stance == "usual"}')
    whole = library(below=below, clauses={"lamp": lamp})
    assert not failing(whole, "block-can-print")


def test_rules_of_every_kind_can_be_broken_or_are_guards() -> None:
    both = 'documents = ["client-addendum"]\nclauses = ["gate"]\n'
    kinds = {
        "never": "",
        "must-not-contain": both,
        "contains": both,
        "asserts": 'norm = { modality = "obligation", bearer = "practice", acts = ["knock"] }\n',
        "no-norm": 'norm = { modality = "obligation", bearer = "practice", acts = ["knock"] }\n',
    }
    norm = '[[norms]]\nstances = ["usual"]\nmodality = "obligation"\nbearer = "practice"\nact = "knock"\n'
    for kind, keys in kinds.items():
        rule = f'[R1]\nkind = "{kind}"\nwhere = \'has_staff\'\n{keys}because = "So."\n'
        files = {"rules.toml": rule, "norms.toml": NORMS}
        whole = library("gate", below=TWO + norm + "when = 'has_staff'\n", files=files)
        assert not failing(whole, "rule-can-be-broken", "rule-can-be-kept"), kind
        guarded = {**files, "rules.toml": rule + "guard = true\n"}
        whole = library("gate", below=TWO + norm, files=guarded)
        assert failing(whole, "guard-is-never-broken") == ["R1"], kind


def test_a_rule_on_a_clause_that_is_not_in_force_cannot_be_broken_by_holding_it() -> None:
    later = clause("Gate", top="effective = 2027-01-01")
    rule = '[R1]\nkind = "must-not-contain"\nwhere = \'has_staff\'\nguard = true\nbecause = "So."\n'
    files = {"rules.toml": rule + 'documents = ["client-addendum"]\nclauses = ["gate"]\n'}
    assert not failing(library(clauses={"gate": later}, files=files), "guard-is-never-broken")


def test_norms_that_contradict_each_other_by_default() -> None:
    norm = '[[norms]]\nstances = ["usual"]\nmodality = "{}"\nbearer = "practice"\nact = "knock"\n'
    whole = library(
        below=TWO + norm.format("obligation"),
        clauses={"gate": clause("Gate", below=TWO + norm.format("prohibition"))},
        files={"norms.toml": NORMS},
    )
    (result,) = failures(whole, "norms-agree", on=DAY)
    assert result.claim.subject == "gate and door: knock"
    assert "contradict" in result.why


def test_a_practice_that_a_rule_refuses_for_its_facts_is_no_counterexample() -> None:
    never = '[R2]\nkind = "never"\nwhere = \'has_staff\'\nbecause = "So."\n'
    other = RULE.replace('stances = ["usual"]', 'stances = ["other"]')
    whole = library(files={"rules.toml": other + never})
    assert not failing(whole, "rule-is-kept-by-default")
    assert failing(library(files={"rules.toml": other}), "rule-is-kept-by-default") == ["R1"]


def test_a_decision_that_hangs_on_a_row_which_a_country_lacks() -> None:
    facts = '[facts.kettle]\nkind = "yes-no"\ndefault = { locale = "kettle" }\nquestion = "?"\n'
    row = '[[kettle]]\nvalue = true\nconfidence = "V"\nsource = "seen"\nchecked_on = 2026-01-01\n'
    locales = {**LOCALES, "en-AU": LOCALES["en-AU"] + row}
    whole = library(clauses={"gate": clause("Gate", top="when = 'kettle'")}, facts=facts, locales=locales)
    (result,) = failures(whole, "decision-is-known", on=DAY)
    assert result.counterexample is not None
    assert 'region = "US' in result.counterexample.toml
    everywhere = {tag: text + row for tag, text in LOCALES.items()}
    whole = library(clauses={"gate": clause("Gate", top="when = 'kettle'")}, facts=facts, locales=everywhere)
    assert not failing(whole, "decision-is-known")


def test_of_several_counterexamples_the_smallest_is_told() -> None:
    text = 'Words. [They use {{motto}} today.]{when channels has "sms" or channels has "email" or has_staff}'
    (result,) = failures(library(text=text), "value-is-there", on=DAY)
    assert result.counterexample is not None
    assert len(result.counterexample.toml.splitlines()) == 4


def test_a_list_with_too_many_options_is_not_called_searched() -> None:
    options = [f"o{number}" for number in range(11)]
    said = ", ".join(f'{one} = "x"' for one in options)
    facts = '[facts.letters]\nkind = "choices"\noptions = { ' + said + " }\n"
    facts += 'default = []\nquestion = "?"\n'
    several = " or ".join(f'letters has "{one}"' for one in options)
    gate = clause("Gate", top=f"when = '({several}) and letters is empty'")
    (found,) = (
        one
        for one in results(library(clauses={"gate": gate}, facts=facts), "clause-can-stand")
        if one.claim.subject == "gate"
    )
    assert (found.verdict, found.why) == ("undecided", "the search was given up")


def test_a_search_that_runs_out_of_steps_says_so() -> None:
    whole = library(text="They use {{motto}} today.", files={"rules.toml": RULE})
    found = [one for name in ("value-is-there", "clause-can-stand") for one in results(whole, name, steps=0)]
    assert {(one.verdict, one.why) for one in found} == {("undecided", "the search was given up")}
    assert prove(whole, on=DAY, steps=0).undecided


def test_too_many_practices_that_are_refused_leave_a_claim_undecided(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("socialpolicy.proving.proof._TRIES", 1)
    whole = library(files={"rules.toml": RULE.replace("'has_staff'", "'always'")})
    (can,) = (one for one in results(whole, "stance-can-be-taken") if "other" in one.claim.subject)
    assert can.verdict == "undecided"
    never = '[R2]\nkind = "never"\nwhere = \'has_staff\'\nbecause = "So."\n'
    other = RULE.replace('stances = ["usual"]', 'stances = ["other"]')
    (kept,) = results(library(files={"rules.toml": other + never}), "rule-is-kept-by-default")
    assert (kept.verdict, kept.why) == ("undecided", "the search was given up")


def test_what_clients_answer_is_no_part_of_a_profile() -> None:
    text = "[Bring {{motto}}.]{when has_staff}"
    minors = OUTLINE + (
        '[signers.client]\nlabel = "Client"\nname = "client_name"\n'
        '[[parts]]\nkind = "execution"\nheading = "Sign"\n'
        '[[parts.blocks]]\nlabel = "Young"\nfor_clients = \'client_is_minor\'\nsigners = ["client"]\n'
    )
    whole = library(text=text, outline=minors)
    assert not failing(whole, "block-can-print")
