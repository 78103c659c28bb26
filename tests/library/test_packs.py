"""Packs: what they add, what they replace, and what is said where they disagree."""

from __future__ import annotations

from pathlib import Path

import pytest

from socialpolicy.errors import Code, Finding, Refused
from socialpolicy.library.library import Library
from socialpolicy.library.pack import Pack
from socialpolicy.library.reading import opening
from socialpolicy.library.versions import Version
from tests.library.lawfirm import ABOUT, FEES, MESSAGES, OUTLINE, naming, pack_at
from tests.library.small import FACTS, LOCALE, RECORDS, Small

LAWFIRM = Pack("lawfirm", Version(1, 2, patch=0), edition="1", licence="proprietary")


@pytest.fixture
def pack(small: Small, tmp_path: Path) -> Small:
    """The pack of a law firm."""
    return pack_at(small, tmp_path / "pack")


@pytest.fixture
def other(tmp_path: Path) -> Small:
    """A second pack, with nothing in it but what it is called."""
    other = Small(tmp_path / "other")
    other.put(ABOUT, 'name = "other"\nversion = "3.0.0"\nlicence = "CC0-1.0"\n')
    return other


def read(small: Small, *packs: Small) -> Library:
    return Library.read(small.folder, *(pack.folder for pack in packs))


def found(small: Small, *packs: Small) -> tuple[Finding, ...]:
    """What stands in the way of reading a library with packs."""
    try:
        read(small, *packs)
    except Refused as refused:
        return refused.findings
    return ()


def only(small: Small, *packs: Small) -> Finding:
    (finding,) = found(small, *packs)
    return finding


# ---------- what a pack adds ----------


def test_a_pack_adds_to_everything(small: Small, pack: Small) -> None:
    library = read(small, pack)
    assert library.packs == (LAWFIRM,)
    assert str(library.packs[0]) == "lawfirm 1.2.0"
    assert library.facts["firm_name"].place.file == "lawfirm/facts.toml"
    assert "asks_fees" in library.conditions
    assert library.terms["fee"].words == "fee"
    assert library.norms.names("acts") == ("reply", "bill")
    assert library.norms.groups["channels"] == {"any-message": ("sms", "email"), "paper": ("email",)}
    assert list(library.authorities) == ["au-code", "au-fees"]
    assert library.sections == {"channels": "Channels", "data": "Data", "money": "Money"}
    (fees,) = library.clause("fees")
    assert (fees.pack, fees.replaces) == (LAWFIRM, "")
    assert library.clause("records")[0].pack is None


_RULE = '[{}]\nkind = "never"\nwhere = \'has_staff\'\nbecause = "So."\n'


def test_a_pack_adds_rules_whether_the_library_has_any_or_not(small: Small, pack: Small) -> None:
    pack.put("rules.toml", _RULE.format("Z1"))
    (rule,) = read(small, pack).rules
    assert (rule.id, rule.place.file) == ("Z1", "lawfirm/rules.toml")
    small.put("rules.toml", _RULE.format("R1"))
    assert [rule.id for rule in read(small, pack).rules] == ["R1", "Z1"]


def test_a_rule_of_the_same_name_is_refused_and_both_are_named(small: Small, pack: Small) -> None:
    small.put("rules.toml", _RULE.format("R1"))
    pack.put("rules.toml", _RULE.format("R1"))
    finding = only(small, pack)
    assert finding.code == Code.PACK_CONFLICT
    assert finding.message == "`R1` of the pack lawfirm 1.2.0 is there already, in the library."
    assert finding.place.file == "lawfirm/rules.toml"


def test_a_pack_that_adds_nothing_changes_nothing(small: Small, other: Small) -> None:
    assert list(read(small, other).clauses) == list(read(small).clauses)


def test_the_outlines_of_a_pack_come_first(small: Small, pack: Small) -> None:
    variants = [outline.variant for outline in read(small, pack).outlines["website-policy"]]
    assert variants == ["lawfirm", "default"]


def test_a_pack_can_bring_a_locale(small: Small, other: Small) -> None:
    other.put("locales/en-NZ.toml", small.text(LOCALE).replace("en-AU", "en-NZ"))
    assert list(read(small, other).locales) == ["en-AU", "en-NZ"]


def test_a_clause_of_a_pack_must_stand_in_one_outline(small: Small, pack: Small) -> None:
    pack.remove(OUTLINE)
    finding = only(small, pack)
    assert (finding.code, finding.place.file) == (Code.TEXT_UNUSED, f"lawfirm/{FEES}")


def test_what_is_faulty_in_a_pack_is_found_in_its_files(small: Small, pack: Small) -> None:
    pack.replace("facts.toml", "shown = ", "shwon = ")
    pack.replace(FEES, 'change = "First."', "change = 1")
    pack.replace(OUTLINE, "when = 'always'", "when = 'allways'")
    pack.replace(ABOUT, 'money = "Money"', "money = 1")
    files = {finding.place.file for finding in found(small, pack)}
    assert {"lawfirm/facts.toml", f"lawfirm/{FEES}", f"lawfirm/{OUTLINE}", "lawfirm/pack.toml"} <= files


def test_a_pack_reads_what_those_before_it_have_brought(small: Small, pack: Small, other: Small) -> None:
    other.put("facts.toml", "[conditions.late]\nis = 'not asks_fees'\nwords = \"late\"\n")
    assert "late" in read(small, pack, other).conditions
    assert found(small, other, pack)[0].code == Code.CONDITION_UNKNOWN_NAME


def test_a_pack_can_bring_what_the_library_has_nothing_of(small: Small, pack: Small, other: Small) -> None:
    small.put("terms.toml", "")
    small.replace("channels/messages/1.0.0.md", "[record](term:record)", "record")
    pack.replace(MESSAGES, "[record](term:record)", "record")
    other.put(
        "terms.toml", '[terms.bill]\nwords = "bill"\nmeans = "What we ask."\n'.replace("we ", "{{we}} ")
    )
    assert list(read(small, pack, other).terms) == ["fee", "bill"]


def test_a_library_that_cannot_be_opened_is_said_beside_packs(small: Small, pack: Small) -> None:
    small.put(FACTS, b"\xff")
    assert Code.FILE_ENCODING in [one.code for one in found(small, pack)]


# ---------- what a pack replaces ----------


def test_a_pack_replaces_a_clause_by_saying_so(small: Small, pack: Small) -> None:
    (messages,) = read(small, pack).clause("messages")
    assert (messages.pack, messages.replaces) == (LAWFIRM, "messages")
    assert [(stance.id, stance.was) for stance in messages.stances] == [("not-used", ""), ("both", "two-way")]
    assert "Answer soon." in "".join(messages.sources["glance"].lines)


def test_a_clause_of_the_same_name_is_refused_and_both_are_named(small: Small, pack: Small) -> None:
    pack.replace(MESSAGES, 'replaces = "messages"\n', "")
    pack.replace(MESSAGES, 'was = "two-way"\n', "")
    finding = found(small, pack)[0]
    assert finding.code == Code.PACK_CONFLICT
    assert finding.message == "`messages` of the pack lawfirm 1.2.0 is there already, in the library."
    assert finding.place.file == f"lawfirm/{MESSAGES}"


@pytest.mark.parametrize(
    ("file", "line", "code"),
    [
        (MESSAGES, 'replaces = "records"', Code.NAME_FORM),
        (FEES, 'replaces = "fees"', Code.NAME_UNKNOWN),
    ],
)
def test_a_clause_replaces_the_one_of_its_name(
    file: str, line: str, code: Code, small: Small, pack: Small
) -> None:
    text = pack.text(file).replace('replaces = "messages"\n', "")
    pack.put(file, text.replace("+++\n", f"+++\n{line}\n", 1))
    finding = found(small, pack)[0]
    assert (finding.code, finding.place.path) == (code, "replaces")


def test_a_library_replaces_nothing(small: Small) -> None:
    small.replace(RECORDS, "+++\ntitle", '+++\nreplaces = "records"\ntitle')
    assert only(small).code == Code.KEY_UNKNOWN


def test_a_clause_replaced_twice_is_refused_naming_both_packs(
    small: Small, pack: Small, other: Small
) -> None:
    other.put(MESSAGES, pack.text(MESSAGES))
    finding = only(small, pack, other)
    assert finding.code == Code.PACK_CONFLICT
    wanted = "`messages` is replaced twice: by the pack lawfirm 1.2.0 and by the pack other 3.0.0."
    assert finding.message == wanted


def test_every_version_of_the_replaced_clause_goes(small: Small, pack: Small) -> None:
    small.put("channels/messages/1.1.0.md", small.text("channels/messages/1.0.0.md"))
    assert [str(one.version) for one in read(small, pack).clause("messages")] == ["1.0.0"]


# ---------- stances that others name ----------


def test_a_renamed_stance_goes_on_being_meant_by_others(small: Small, pack: Small) -> None:
    naming(small, "two-way")
    (records,) = read(small, pack).clause("records")
    assert "'both'" in str(records.sources["full"].passage)
    assert "'two-way'" not in str(records.sources["full"].passage).replace("'two-way': ", "")


def test_a_dropped_stance_that_nobody_names_may_go(small: Small, pack: Small) -> None:
    pack.replace(MESSAGES, 'was = "two-way"\n', "")
    pack.replace(FEES, ' messages.stance == "two-way"', ' messages.stance == "both"')
    assert found(small, pack) == ()


def test_a_dropped_stance_that_others_name_is_refused_naming_both(
    small: Small, pack: Small, other: Small
) -> None:
    naming(small, "two-way")
    pack.replace(MESSAGES, 'was = "two-way"\n', "")
    dropped = 'The pack lawfirm 1.2.0 replaces "messages" without its stance "two-way", which '
    assert [(one.code, one.message) for one in found(small, pack)] == [
        (Code.PACK_STANCE, f"{dropped}the library names."),
        (Code.PACK_STANCE, f"{dropped}the pack lawfirm 1.2.0 names."),
    ]
    condition = '\'messages.stance in ("two-way", "both")\''
    other.put("facts.toml", f'[conditions.texting]\nis = {condition}\nwords = "w"\n')
    last = found(small, pack, other)[-1]
    assert last.message == f"{dropped}the pack other 3.0.0 names."
    assert last.hint == 'keep the stance, or say what it is called now: was = "two-way"'


@pytest.mark.parametrize(
    ("new", "code"),
    [
        ('was = "three-way"', Code.NAME_UNKNOWN),
        ('was = "not-used"', Code.VALUE_REPEATED),
        ("was = 2", Code.VALUE_KIND),
    ],
)
def test_a_former_name_is_that_of_a_stance_that_went(new: str, code: Code, small: Small, pack: Small) -> None:
    pack.replace(MESSAGES, 'was = "two-way"', new)
    assert code in [finding.code for finding in found(small, pack)]


def test_only_a_clause_that_replaces_another_renames_stances(small: Small, pack: Small) -> None:
    pack.replace(FEES, "[stances.told]", '[stances.told]\nwas = "said"')
    finding = only(small, pack)
    assert (finding.code, finding.place.path) == (Code.KEY_UNKNOWN, "stances.told.was")


# ---------- packs that disagree ----------


@pytest.mark.parametrize(
    ("file", "text", "what"),
    [
        ("facts.toml", '[facts.firm_name]\nkind = "words"\nquestion = "?"\n', "facts.firm_name"),
        ("facts.toml", "[conditions.asks_fees]\nis = 'small'\n", "conditions.asks_fees"),
        ("terms.toml", '[terms.fee]\nwords = "f"\nmeans = "m"\n', "terms.fee"),
        ("authorities.toml", "[au-fees]\n", "au-fees"),
        ("norms.toml", '[groups.channels]\npaper = ["sms"]\n', "groups.channels.paper"),
        ("norms.toml", "groups = 1\n", "groups"),
        (ABOUT, '[sections]\nmoney = "Fees"\n', "sections.money"),
    ],
)
def test_two_packs_that_say_different_things_are_both_named(
    file: str, text: str, what: str, small: Small, pack: Small, other: Small
) -> None:
    other.put(file, (other.text(ABOUT) if file == ABOUT else "") + text)
    finding = only(small, pack, other)
    owner = "the library" if text == "groups = 1\n" else "the pack lawfirm 1.2.0"
    assert finding.code == Code.PACK_CONFLICT
    assert finding.message == f"`{what}` of the pack other 3.0.0 is there already, in {owner}."
    assert finding.place.file == f"other/{file}"


def test_a_fact_that_the_library_has_is_refused(small: Small, other: Small) -> None:
    other.put("facts.toml", small.text(FACTS))
    assert {one.code for one in found(small, other)} == {Code.PACK_CONFLICT}


def test_the_same_new_clause_in_two_packs_names_both(small: Small, pack: Small, other: Small) -> None:
    other.put(FEES, pack.text(FEES))
    finding = only(small, pack, other)
    assert finding.message == "`fees` of the pack other 3.0.0 is there already, in the pack lawfirm 1.2.0."


def test_the_same_outline_in_two_packs_names_both(small: Small, pack: Small, other: Small) -> None:
    other.put(OUTLINE, pack.text(OUTLINE))
    finding = only(small, pack, other)
    assert (finding.code, finding.place.file) == (Code.PACK_CONFLICT, f"other/{OUTLINE}")


def test_packs_are_told_apart_by_their_names(small: Small, pack: Small, other: Small) -> None:
    other.replace(ABOUT, '"other"', '"lawfirm"')
    finding = only(small, pack, other)
    assert finding.message == "Two packs are called alike: the pack lawfirm 1.2.0 and the pack lawfirm 3.0.0."
    other.replace(ABOUT, '"lawfirm"', '"channels"')
    assert only(small, other).message.startswith("The library has a folder `channels`")


# ---------- a pack is hostile until it is read ----------


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("", [Code.KEY_MISSING] * 3),
        ('name = "A B"\nversion = "1"\nlicence = ""\n', [Code.NAME_FORM] * 2 + [Code.VALUE_RANGE]),
        ('name = ""\nversion = ""\nlicence = "x"\n', [Code.VALUE_RANGE] * 2),
        ('name = "a"\nversion = "1.0.0"\nlicence = "x"\ncode = "b"\n', [Code.KEY_UNKNOWN]),
        ("name = ", [Code.TOML_SYNTAX]),
    ],
)
def test_a_pack_says_which_it_is(text: str, codes: list[Code], small: Small, other: Small) -> None:
    other.put(ABOUT, text)
    findings = found(small, other)
    assert [one.code for one in findings] == codes
    assert {one.place.file for one in findings} == {str(other.folder / ABOUT)}


def test_a_folder_that_is_not_there_or_no_pack_is_refused(small: Small, tmp_path: Path) -> None:
    assert only(small, Small(tmp_path / "none")).code == Code.FILE_NOT_FOUND
    (tmp_path / "none").mkdir()
    assert only(small, Small(tmp_path / "none")).code == Code.FILE_NOT_FOUND


@pytest.mark.parametrize("name", [ABOUT, "facts.toml", FEES, OUTLINE])
def test_a_link_out_of_a_pack_is_not_followed(name: str, small: Small, pack: Small, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text(pack.text(name) + "# a hidden word\n")
    pack.remove(name)
    (pack.folder / name).symlink_to(tmp_path / "secret")
    findings = found(small, pack)
    assert [one.code for one in findings if one.code == Code.FILE_OUTSIDE] == [Code.FILE_OUTSIDE]
    assert "hidden" not in "".join(map(str, findings))


def test_a_folder_in_a_pack_that_is_a_link_out_of_it_is_not_read(
    small: Small, pack: Small, tmp_path: Path
) -> None:
    (pack.folder / "money").rename(tmp_path / "elsewhere")
    (pack.folder / "money").symlink_to(tmp_path / "elsewhere")
    assert Code.FILE_OUTSIDE in [one.code for one in found(small, pack)]


def test_a_link_that_leads_nowhere_is_reported(small: Small, other: Small) -> None:
    (other.folder / "money/fees").mkdir(parents=True)
    (other.folder / FEES).symlink_to(other.folder / "nowhere")
    (other.folder / "facts.toml").symlink_to(other.folder / "nowhere")
    assert [one.code for one in found(small, other)] == [Code.FILE_NOT_FOUND] * 2


def test_a_link_inside_a_pack_is_followed(small: Small, pack: Small) -> None:
    pack.put("kept.toml", pack.text("terms.toml"))
    pack.remove("terms.toml")
    (pack.folder / "terms.toml").symlink_to(pack.folder / "kept.toml")
    assert "fee" in read(small, pack).terms


def test_a_pack_passes_the_same_bounds(small: Small, pack: Small) -> None:
    pack.replace(FEES, "A fee is asked.", "A fee\u202e is asked.")
    pack.put("terms.toml", "#" * (opening.FILE_LIMIT + 1))
    codes = {one.place.file: one.code for one in found(small, pack)}
    assert codes == {f"lawfirm/{FEES}": Code.TEXT_CHARACTER, "lawfirm/terms.toml": Code.FILE_TOO_LARGE}


def test_a_pack_has_only_so_many_files(small: Small, other: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MOST_FILES", 2)
    for number in range(3):
        other.put(f"money/fees-{number}/1.0.0.md", "")
    assert (Code.FILE_TOO_LARGE, "other/") in [(one.code, one.place.file) for one in found(small, other)]


def test_a_file_name_that_cannot_be_shown_is_refused(small: Small, other: Small) -> None:
    other.put("money/\x1b[31mfees/1.0.0.md", "")
    finding = only(small, other)
    assert finding.code == Code.NAME_FORM
    assert finding.place.file.isprintable()
