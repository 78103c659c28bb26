"""Each rule of the library is broken once and kept once; each of the domain's is accounted for."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import attrs
import pytest

from socialpolicy import Library, Profile, Refused, compose
from socialpolicy import document as tree
from socialpolicy.errors import Code, Finding
from socialpolicy.library.clause import Norm, Stance
from socialpolicy.library.rules.contains import Contains
from tests.content.practices import Raw, answers, library
from tests.practice import EXAMPLES, example

Change = Callable[[Library], Library]

PAGE = Path(__file__).parents[2].joinpath("docs", "rules.md").read_text(encoding="utf-8")
RULES = {rule.id: rule for rule in library().rules}
NO_PAGES: Raw = {"professional_accounts": []}


def _in(region: str, **more: Any) -> Raw:
    return {"region": region, "served_regions": [region], "practice_regions": [region], **more}


def _own(text: str) -> Raw:
    return {"own": {"reviews": {"text": text}}}


def _facts(clause: str, **facts: Any) -> Raw:
    return {"facts": {clause: facts}}


def _with(clause: str, change: Callable[[Any], Any]) -> Change:
    """The library with the newest version of a clause changed."""

    def changed(whole: Library) -> Library:
        *older, newest = whole.clauses[clause]
        return attrs.evolve(whole, clauses={**whole.clauses, clause: (*older, change(newest))})

    return changed


def _says(clause: str, modality: Any, bearer: str, act: str) -> Change:
    """A clause that also asserts a norm, in every stance."""
    return _with(
        clause,
        lambda one: attrs.evolve(
            one,
            norms=(
                *one.norms,
                Norm(
                    stances=tuple(stance.id for stance in one.stances),
                    modality=modality,
                    bearer=bearer,
                    act=act,
                ),
            ),
        ),
    )


def _mute(clause: str, act: str) -> Change:
    """A clause that no longer asserts an act."""
    return _with(
        clause,
        lambda one: attrs.evolve(one, norms=tuple(norm for norm in one.norms if norm.act != act)),
    )


def _takes(clause: str, document: str, text: str) -> Change:
    return _with(clause, lambda one: attrs.evolve(one, texts={**one.texts, document: text}))


def _anything_goes(clause: str) -> Change:
    def free(stance: Stance) -> Stance:
        return attrs.evolve(stance, allowed_when=None)

    return _with(clause, lambda one: attrs.evolve(one, stances=tuple(map(free, one.stances))))


def _everywhere(whole: Library) -> Library:
    """The website takes single clauses as the addendum does."""
    website, addendum = (whole.outlines[name] for name in ("website-policy", "client-addendum"))
    taken = attrs.evolve(website[0], parts=addendum[0].parts)
    return attrs.evolve(whole, outlines={**whole.outlines, "website-policy": (taken,)})


def _then(*changes: Change) -> Change:
    def all_of(whole: Library) -> Library:
        for change in changes:
            whole = change(whole)
        return whole

    return all_of


def _same(whole: Library) -> Library:
    return whole


def _stances(**stances: str) -> Raw:
    return {"stances": stances}


def _stance(clause: str, stance: str) -> Raw:
    return {"stances": {clause: stance}}


def _needs_nothing(*clauses: str) -> Change:
    """Clauses that require no others."""
    return _then(*(_with(clause, lambda one: attrs.evolve(one, requires=())) for clause in clauses))


def _always(clause: str) -> Change:
    """A clause that stands for every practice."""
    always = library().clauses["reviews"][-1].when
    return _with(clause, lambda one: attrs.evolve(one, when=always))


STAFF: Raw = {"has_staff": True}
MINORS: Raw = {"serves_minors": True}
GROUPS: Raw = {"modalities": ["group"]}
NEEDS_GROUPS = ("client-posts", "client-recordings", "telehealth")
COUPLES: Raw = {"modalities": ["couple"]}
SCRIBE: Raw = {"uses_ai_scribe": True, "associations": ["aps"]}
APP: Raw = {"channels": ["phone", "email", "signal"]}
COMMUNITY: Raw = {"runs_online_group": True}
MODERATED = {"practice-run-communities": "moderated-group"}
# rule → what breaks it, what keeps it, and how the library must differ for it to be broken
CASES: Mapping[str, tuple[Raw, Raw, Change]] = {
    "R01-widgets": ({"shows_review_widgets": True}, {"shows_review_widgets": False}, _same),
    "R04": (_in("US-TX"), _in("US-TX"), _says("reviews", "permission", "practice", "solicit-review")),
    "R05": ({}, {}, _says("reviews", "prohibition", "client", "post-review")),
    "R05-reward": ({}, {}, _says("reviews", "permission", "staff", "reward-review")),
    "R05-typed": (_own("Please never leave a review."), _own("You are free to leave a review."), _same),
    "R07": ({}, {}, _takes("crisis-and-emergencies", "website-policy", "none")),
    "R07-absolute": (_own("E-mail is completely secure."), _own("No e-mail is completely secure."), _same),
    "R07-typed": (
        _own("We monitor all messages.") | {"crisis_service": False},
        _own("We do not monitor messages.") | {"crisis_service": False},
        _same,
    ),
    "R12-typed": (
        _own("Members will keep this private.") | {"modalities": ["group"]},
        _own("Members ask each other for privacy.") | {"modalities": ["group"]},
        _same,
    ),
    "R16-places": ({"served_regions": ["GB-ENG"]}, {"served_regions": ["AU-NSW"]}, _same),
    "R17": (_in("GB-ENG"), _in("GB-ENG"), _mute("complaints", "acknowledge-data-complaint")),
    "R17-basis": (
        _in("GB-ENG") | _own("Your signature is the lawful basis for records."),
        _in("GB-ENG") | _own("Your signature is not the lawful basis for records."),
        _same,
    ),
    "R18": (_own("See the HIPAA notice."), _in("US-TX", hipaa_covered=True) | _own("See HIPAA."), _same),
    "R19": (
        {"part2_program": True, "stances": {"professional-pages": "own-discretion"}},
        {"part2_program": True, "stances": {"professional-pages": "curated-audience"}},
        _anything_goes("professional-pages"),
    ),
    "R19-name": (
        {"part2_program": True, "page_name_reveals_condition": True},
        {"part2_program": True, "page_name_reveals_condition": False},
        _same,
    ),
    "R21": (
        _facts("direct-messages", check_within=1) | {"reply_within": 2},
        _facts("direct-messages", check_within=2) | {"reply_within": 2},
        _same,
    ),
    "R21-retry": (
        _facts("response-times", retry_after=1) | {"reply_within": 2},
        _facts("response-times", retry_after=3) | {"reply_within": 2},
        _same,
    ),
    "R23": (
        _facts("practitioner-searches", safety_exception=False),
        _facts("practitioner-searches", safety_exception=True),
        _same,
    ),
    "R24": ({}, {}, _takes("review-and-changes", "website-policy", "none")),
    "R24-signature": (
        {},
        {},
        _then(_takes("acknowledgement", "website-policy", "full"), _everywhere),
    ),
    "R25": ({"exclude": ["practitioner-searches"]}, {}, _same),
    "R27": (
        {"registration_bodies": ["self-regulated"]},
        {"registration_bodies": ["self-regulated"]},
        _mute("complaints", "name-complaints-body"),
    ),
    "R30": (
        _in("NZ-CAN", locale="en-AU", stances={"practitioner-searches": "consent-or-safety"}),
        _in("NZ-CAN", locale="en-AU", stances={"practitioner-searches": "consent-or-safety"}),
        _mute("practitioner-searches", "notify-indirect-collection"),
    ),
    "R33-pages": (
        {"stances": {"professional-pages": "view-without-following"}},
        {
            "stances": {
                "professional-pages": "view-without-following",
                "connection-requests": "decline-all",
            }
        },
        _same,
    ),
    "R34-channel": (
        {"channels": ["email"], "primary_channel": "phone"},
        {"channels": ["email"], "primary_channel": "email"},
        _same,
    ),
    "R35-dm": (
        {"channels": ["phone", "social-dm"], "stances": {"direct-messages": "not-used"}},
        {"channels": ["phone", "social-dm"], "stances": {"direct-messages": "enquiries-only"}},
        _anything_goes("direct-messages"),
    ),
    "R35-reach": (
        {"channels": ["social-dm"], "primary_channel": "phone"},
        {"channels": ["social-dm", "email"], "primary_channel": "email"},
        _same,
    ),
    "R01": (
        _stance("testimonials", "may-use-with-written-consent"),
        _stance("testimonials", "service-feedback-only"),
        _same,
    ),
    "R02": (
        {"registration_bodies": ["crpo"]} | _stance("testimonials", "service-feedback-only"),
        {"registration_bodies": ["crpo"]},
        _same,
    ),
    "R02-widgets": (
        _in("CA-ON", registration_bodies=["crpo"], shows_review_widgets=True),
        _in("CA-ON", registration_bodies=["crpo"], shows_review_widgets=False),
        _same,
    ),
    "R03": (
        {"associations": ["spa"]} | _stance("testimonials", "service-feedback-only"),
        {"associations": ["spa"]},
        _same,
    ),
    "R04-former": (
        _in("US-TX", associations=["aca-us"]) | _stance("testimonials", "may-use-with-written-consent"),
        _in("US-TX", associations=["aca-us"]),
        _same,
    ),
    "R08": (
        STAFF,
        STAFF,
        _then(_takes("staff-personal-accounts", "website-policy", "staff"), _everywhere),
    ),
    "R10": (MINORS | {"exclude": ["minors-and-parents"]}, MINORS, _same),
    "R10-signing": (MINORS | _stance("acknowledgement", "verbal-recorded"), MINORS, _same),
    "R10-publicity": (
        MINORS | _stance("publicity-consent", "separate-written-consent"),
        MINORS
        | _stance("publicity-consent", "separate-written-consent")
        | _facts("publicity-consent", guardian_and_assent=True),
        _same,
    ),
    "R11": (MINORS, MINORS, _mute("minors-and-parents", "invite-to-platform")),
    "R12": (GROUPS | {"exclude": ["group-members", *NEEDS_GROUPS]}, GROUPS, _same),
    "R12-chat": (
        GROUPS,
        GROUPS,
        _then(_mute("group-members", "create-group-chat"), _mute("messaging-apps", "create-group-chat")),
    ),
    "R13": (COUPLES | {"exclude": ["couples-and-families"]}, COUPLES, _same),
    "R13-safety": (COUPLES, COUPLES, _mute("couples-and-families", "share-between-partners")),
    "R13-alone": (COUPLES, COUPLES, _mute("couples-and-families", "contact-alone-when-afraid")),
    "R14": (
        {"small_community": True, "exclude": ["small-communities"]},
        {"small_community": True},
        _same,
    ),
    "R14-overlap": (
        {"small_community": True} | _stance("dual-relationships", "avoid-all"),
        {"small_community": True},
        _same,
    ),
    "R15-platforms": (
        SCRIBE | {"exclude": ["third-party-platforms"]},
        SCRIBE,
        _needs_nothing("ai-scribes", "telehealth"),
    ),
    "R15-illinois": (
        _in("US-IL", retention_period="7 years") | SCRIBE | _facts("ai-scribes", functions=["analyse-risk"]),
        _in("US-IL", retention_period="7 years") | SCRIBE,
        _same,
    ),
    "R16": ({"delivery": ["video"], "exclude": ["telehealth"]}, {"delivery": ["video"]}, _same),
    "R17-month": (
        _in("GB-ENG", data_request_within="forty-five-days"),
        _in("GB-ENG", data_request_within="one-month"),
        _same,
    ),
    "R17-breach": (
        _in("IE-D", breach_decided_within="thirty-days"),
        _in("IE-D", breach_decided_within="seventy-two-hours"),
        _same,
    ),
    "R20": (
        APP | _facts("messaging-apps", disappearing_messages=True),
        APP | _facts("messaging-apps", disappearing_messages=True),
        _mute("messaging-apps", "export-before-deletion"),
    ),
    "R22": (
        _stances(**{"connection-requests": "decline-all", "former-clients": "page-only"}),
        _stances(**{"former-clients": "page-only"}),
        _same,
    ),
    "R26": (
        {"setting": "school", "exclude": ["school-settings"]},
        {"setting": "school"},
        _same,
    ),
    "R26-selling": ({"setting": "school"}, {"setting": "school"}, _always("online-payments")),
    "R32": (
        SCRIBE | _facts("ai-scribes", audio_kept=True),
        SCRIBE
        | _facts("ai-scribes", audio_kept=True)
        | _stance("practice-recordings", "with-specific-written-consent"),
        _same,
    ),
    "R36-comments": (
        COMMUNITY | _stances(**{"public-interactions": "comments-closed", **MODERATED}),
        COMMUNITY | _stances(**MODERATED),
        _same,
    ),
    "R37-care": (
        _facts("approved-channels", care_channel="email"),
        _facts("approved-channels", care_channel="phone"),
        _same,
    ),
    "R38-chat": (
        APP,
        APP,
        _mute("messaging-apps", "create-group-chat"),
    ),
}


def _found(rule: str, raw: Raw, change: Change) -> list[Finding]:
    """What is said of one rule."""
    whole = change(library())
    values = {**answers("en-AU", "solo"), **raw}
    try:
        found = compose(whole, Profile.of(whole, **values)).findings
    except Refused as refused:
        found = refused.findings
    others = [one for one in found if one.severity == "refuse" and "Rule R" not in one.message]
    # a norm that is planted may also contradict one that is there
    others = [one for one in others if change is _same or one.code is not Code.NORMS_CONTRADICT]
    assert not others
    return [one for one in found if re.search(rf"\(Rule {rule}\b(?!-)", one.message)]


def test_every_rule_has_its_case() -> None:
    assert CASES.keys() == RULES.keys()


@pytest.mark.parametrize("rule", CASES)
def test_a_rule_that_is_broken_says_why(rule: str) -> None:
    broken, _, change = CASES[rule]
    found = _found(rule, broken, change)
    assert found
    for finding in found:
        assert finding.code in (Code.RULE_BROKEN, Code.RULE_WARNING, Code.TYPED_TEXT)
        assert finding.severity == RULES[rule].severity
        assert RULES[rule].because in finding.message
    titles = [one.title for one in RULES[rule].authorities]
    if titles:
        assert any(title in finding.message for title in titles for finding in found) or not _under(rule)


def _under(rule: str) -> bool:
    """Whether the practice of a case is under any authority of the rule."""
    broken, _, _ = CASES[rule]
    region = str(broken.get("region", "AU-NSW"))
    return any(one.jurisdiction == region[:2] for one in RULES[rule].authorities)


@pytest.mark.parametrize("rule", CASES)
def test_a_rule_that_is_kept_says_nothing(rule: str) -> None:
    broken, kept, _ = CASES[rule]
    assert kept != broken or not _found(rule, kept, _same)
    assert not _found(rule, kept, _same)


def test_a_broken_choice_is_told_its_rule_its_fact_its_place_and_what_would_do() -> None:
    (finding,) = _found("R33-pages", CASES["R33-pages"][0], _same)
    assert finding.place.path == "stances.professional-pages"
    assert '`professional-pages.stance` ("view-without-following")' in finding.message
    assert finding.hint == (
        'allowed instead: connection-requests = "decline-all"; professional-pages = "own-discretion"'
    )


# ---------- the table of the docs ----------


def test_every_rule_of_the_domain_is_accounted_for() -> None:
    numbered = re.findall(r"^\| (R\d\d) \|.*\| (.+) \|$", PAGE, re.MULTILINE)
    assert [number for number, _ in numbered] == [f"R{number:02}" for number in range(1, 33)]
    for _, how in numbered:
        assert re.search(r"rules? `|construction:|type:", how)


def test_every_rule_of_the_library_is_in_the_table_and_no_other() -> None:
    table = PAGE.partition("## The rules of the domain")[2]
    assert set(re.findall(r"`(R\d\d(?:-[a-z]+)?)`", table)) == set(RULES)


# ---------- what documents hold, in the documents themselves ----------


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_what_a_document_must_contain_stands_in_it(path: Path) -> None:
    policy = example(path)
    assert not policy.findings
    for rule in RULES.values():
        if isinstance(rule.demand, Contains):
            for document in set(rule.demand.documents) & set(policy.documents):
                nodes = list(tree.walk(policy.document(document).tree))
                stand = {node.id for node in nodes if isinstance(node, tree.Provision)}
                tables = (node for node in nodes if isinstance(node, tree.Table))
                stand |= {
                    key.partition(":")[0]
                    for table in tables
                    if table.kind == "prompts"
                    for key in table.row_keys
                }
                boxes = any(isinstance(node, tree.Box) for node in nodes)
                boxed = {"crisis-and-emergencies"} if boxes else set()
                assert set(rule.demand.clauses) <= stand | boxed
