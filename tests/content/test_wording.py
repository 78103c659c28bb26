"""What practices may type and what they may not, in sentences as people write them."""

from __future__ import annotations

import pytest

from socialpolicy.library.clause import Clause
from socialpolicy.library.rules.typed_text import TypedText
from socialpolicy.library.rules.wording import Look
from tests.content.practices import library
from tests.content.test_texts import PRINTED, _printed

LOOKS: dict[str, Look] = {
    look.name: look
    for rule in library().rules
    if isinstance(rule.demand, TypedText)
    for look in rule.demand.looks_for
}

BAD = """
gag: You must not, under any circumstances, post a review.
gag: Please don’t leave reviews about us online.
gag: Clients agree not to complain about the practice.
gag: Please do not discuss your therapy online.
gag: Before you complain elsewhere you must speak to us.
gag: No negative reviews, please.
gag: Reviews are not permitted.
gag: Please delete your review when we ask.
gag: If you are unhappy, you must never go to the press.
gag: You can't post reviews.
gag: You may not contact the regulator.
penalty: A fee is charged for negative reviews.
penalty: For each review you pay 500 dollars.
penalty: We end your care if you complain.
penalty: If you post about us we stop treatment.
penalty: We will take legal action over any review.
waiver: You waive all claims.
waiver: By signing you give up your right to sue.
waiver: You hold the practice harmless.
waiver: The client indemnifies us.
waiver: You release the practice from liability.
waiver: We are not liable for anything.
paid-review: Leave a review and get a free session.
paid-review: There is a discount for every review.
absolute-confidentiality: What you say is completely confidential.
absolute-confidentiality: We guarantee your privacy.
full-security: Our portal is 100% secure.
full-security: E-mail here cannot be hacked.
watched-messages: We monitor our inbox.
watched-messages: Someone answers day and night.
watched-messages: Messages are always read.
promise-for-members: Members will keep everything private.
promise-for-members: Nothing leaves the group.
signature-as-lawful-basis: By signing you consent to us keeping your records.
signature-as-lawful-basis: The legal basis is your signature.
hipaa: See our HIPAA notice.
hipaa: You get a Notice of Privacy Practices.
"""
GOOD = """
You are free to leave a review.
You do not have to post a review.
You are free not to post a review.
You can decide whether or not to post a review.
We do not post reviews of anyone.
We never ask for a review, and give nothing for one.
If you are not happy, you can complain to the regulator.
If you do not hear from us, contact the regulator.
People who are not happy can complain.
You can delete your post at any time.
We post our fees online.
If you have a complaint about a fee, tell us.
You have a legal right to make a complaint.
You can take a complaint to a court.
There is no charge for a complaint.
Your care does not end if you complain.
You will not lose your place when you post a review.
You do not waive any right.
You give up no legal right.
You may not claim a rebate for sessions by phone.
No e-mail or text is fully secure.
Nobody can promise full security.
We cannot guarantee confidentiality.
A session costs 100 dollars per hour.
We do not monitor messages or posts.
We do not answer day or night.
Lifeline: 13 11 14, day and night
Monday to Friday, 9 am to 5 pm
Members ask each other for privacy.
Signing is not the legal basis for your records.
in a session or in writing
7 years after the last contact
"""


@pytest.mark.parametrize("line", BAD.strip().splitlines())
def test_what_no_policy_may_say_is_found(line: str) -> None:
    name, _, text = line.partition(": ")
    assert LOOKS[name].found(text)


@pytest.mark.parametrize("text", GOOD.strip().splitlines())
def test_what_people_may_well_say_is_not(text: str) -> None:
    assert [name for name, look in LOOKS.items() if look.found(text)] == []


def test_every_look_has_a_bad_sentence() -> None:
    assert {line.partition(": ")[0] for line in BAD.strip().splitlines()} == set(LOOKS)


def test_a_text_at_its_longest_is_scanned_in_one_pass() -> None:
    hostile = "you not " * 1_250  # 10,000 characters, the most that a fact may hold
    assert [name for name, look in LOOKS.items() if look.found(hostile)] == []


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("clause", "stance", "document"),
    PRINTED,
    ids=[f"{clause.id}-{stance}-{document}" for clause, stance, document in PRINTED],
)
def test_no_text_of_the_library_says_what_a_practice_may_not_type(
    clause: Clause, stance: str, document: str
) -> None:
    for rendering in _printed(clause.id, stance, document):
        found = {name: said for name, look in LOOKS.items() if (said := look.found(rendering.text))}
        assert not found, rendering.where
