"""The measure itself, held against words that were counted by hand and sums that were done by hand."""

from __future__ import annotations

import pytest

from tests.content.reading import grade, letters, longest_sentence, mean_sentence, sentences, syllables, words

# as they are spoken with care
BY_COUNT = {
    1: """
        act ask asked box care change charge checked choose each eight friend give goes health help
        judge law learn leave like looked made named need note page please post reached read right
        safe say search share should sign stay stopped talk text they're thought through tick time
        tried use used watched weeks whole word work world write yes young
    """,
    2: """
        about abuse accept account adult after agree agreed answer attend away being below Britain
        careful certain charges children choices client client's comment complain confirm contact
        counsel couple create danger delete digit doctor email every excuse expect father feeling
        follow freely given helpful hopeful hundred injured letter limit listed listen little lively
        machine maybe message minute mother needed number office online open other outside parent
        partner people person picture places posted practice private profile program promise protect
        public quiet reason receive record refuse reply report request review rhythm science secure
        service session settle signing social someone something sometimes study suggest support
        table title treated trouble trusted unless useful voicemail website women written
    """,
    3: """
        addendum addresses advertise appointment area attention audio average capital companies
        conditions consequence counsellor dangerous decision department director document employer
        equipment everyone everything evidence example family genuine guardian happening holiday
        idea important indicate influence insurer interrupt legally library listening loyalty
        manager media medical newsletters opinion privacy procedure profession radio recording
        regular remember serious signature similar sincerely suddenly suicide supervise telephone
        therapist therapy together tradition understand united video
    """,
    4: """
        ability acknowledgement alternative American apologise application automatic available
        biology category communicate community complicated confidential definition development
        emergency experience geography identity immediate independent information institution
        material memorial necessary obligation operator ordinary original particular photography
        political practitioner psychiatrist psychologist publicity registration regulator
        relationship security situation television temporary unusual voluntary
    """,
    5: """
        anniversary communication confidentially consideration curiosity imagination immediately
        individual inevitable international opportunity organisation personality psychological
        refrigerator representative university
    """,
    6: "identifiable organisational responsibility",
    7: "confidentiality",
}
KNOWN = {word: count for count, listed in BY_COUNT.items() for word in listed.split()}


def test_enough_words_are_counted_by_hand() -> None:
    assert len(KNOWN) >= 300


def test_at_least_95_percent_of_the_counted_words_are_counted_right() -> None:
    wrong = {word: syllables(word) for word, count in KNOWN.items() if syllables(word) != count}
    assert len(wrong) <= len(KNOWN) * 0.05, wrong


def test_no_count_is_off_by_more_than_one() -> None:
    far = {word: syllables(word) for word, count in KNOWN.items() if abs(syllables(word) - count) > 1}
    assert not far


def test_the_counts_that_are_wrong_are_not_wrong_in_one_direction() -> None:
    counted = sum(map(syllables, KNOWN))
    assert counted == pytest.approx(sum(KNOWN.values()), rel=0.01)


def test_a_word_is_counted_alike_in_capitals_and_as_a_possessive() -> None:
    assert (
        syllables("Privacy") == syllables("PRIVACY") == syllables("privacy’s") == syllables("privacy's") == 3
    )


def test_sentences_end_at_full_stops_questions_and_line_ends() -> None:
    text = 'Is it safe? Call 000! "Yes." Then wait\nA heading\n\n9.30 is no end.'
    assert sentences(text) == (
        "Is it safe?",
        "Call 000!",
        '"Yes.',
        "Then wait",
        "A heading",
        "9.30 is no end.",
    )


def test_words_are_what_blanks_part_and_a_lone_dash_is_none() -> None:
    assert words("Call 13 11 14 – at once: me@there.example (now).") == (
        "Call", "13", "11", "14", "at", "once:", "me@there.example", "(now).",
    )  # fmt: skip


def test_numbers_and_addresses_are_not_spoken_as_they_are_spelled() -> None:
    assert letters("Write to me@there.example or oaic.gov.au, or don’t: 13 11 14, 9am. Well-known.") == (
        "Write", "to", "or", "or", "don’t", "Well", "known",
    )  # fmt: skip


def test_the_grade_is_the_one_that_a_hand_works_out() -> None:
    # 12 words in 2 sentences, 15 syllables: 0.39 * 6 + 11.8 * 15 / 12 - 15.59
    text = "The cat sat on the mat. Nobody was at home that evening."
    assert sum(map(syllables, letters(text))) == 15
    assert grade(text) == pytest.approx(0.39 * 6 + 11.8 * 15 / 12 - 15.59)


def test_a_text_without_words_has_no_grade_and_no_sentences() -> None:
    assert (grade("13 11 14"), mean_sentence("–"), longest_sentence("")) == (0.0, 0.0, 0)


def test_sentences_are_measured_in_words() -> None:
    text = "One two three. One two three four five."
    assert (mean_sentence(text), longest_sentence(text)) == (4.0, 5)
