"""Published versions never change: an edition holds the digest of each."""

from __future__ import annotations

from pathlib import Path

import pytest

from socialpolicy.errors import Code, Finding, Refused, WrongValue
from socialpolicy.library.digests import canonical_text, digest_of
from socialpolicy.library.library import Library
from socialpolicy.library.publishing import digests_of
from tests.library.lawfirm import FEES, pack_at
from tests.library.small import MESSAGES, RECORDS, TOP, Small

DIGESTS = "digests.toml"
PATCH = "data/records/1.0.1.md"


def publish(small: Small, edition: str = "1") -> None:
    small.put(DIGESTS, digests_of(small.folder, edition))


def only(small: Small) -> Finding:
    (finding,) = small.findings()
    return finding


def test_a_library_without_an_edition_may_change(small: Small) -> None:
    small.replace(RECORDS, "keep a record", "keep records")
    assert small.findings() == ()


def test_a_published_library_is_read(small: Small) -> None:
    publish(small)
    assert small.findings() == ()
    assert small.text(DIGESTS).count('edition = "1"') == 2


@pytest.mark.parametrize(
    ("old", "new", "half"),
    [
        ("keep a record", "keep records", "texts"),
        ('change = "First."', 'change = "The first."', "front matter"),
    ],
)
def test_a_changed_text_without_a_new_version_is_refused(old: str, new: str, half: str, small: Small) -> None:
    publish(small)
    small.replace(RECORDS, old, new)
    finding = only(small)
    assert (finding.code, finding.place.file) == (Code.CLAUSE_PUBLISHED, DIGESTS)
    assert finding.message == f"The {half} of `records` 1.0.0 changed after edition 1 was made."
    with pytest.raises(Refused):
        digests_of(small.folder, "1")


def test_a_change_in_a_new_version_is_read_and_published_with_the_next_edition(small: Small) -> None:
    publish(small)
    before = small.text(DIGESTS)
    small.put(PATCH, small.text(RECORDS).replace("keep a record", "keep records"))
    small.replace(TOP, 'edition = "1"', 'edition = "2"')
    publish(small, "2")
    assert small.text(DIGESTS).startswith(before.rstrip())
    assert small.text(DIGESTS).count('edition = "2"') == 1
    small.replace(PATCH, "keep records", "keep many records")
    assert "`records` 1.0.1 changed after edition 2" in only(small).message


def test_a_published_version_that_is_gone_is_refused(small: Small) -> None:
    small.put(PATCH, small.text(RECORDS))
    publish(small)
    small.remove(PATCH)
    assert only(small).message == "`records` 1.0.1 was published in edition 1, and cannot be read."


def test_line_ends_and_blanks_are_no_change(small: Small) -> None:
    publish(small)
    small.put(MESSAGES, small.text(MESSAGES).replace("\n", "  \r\n").replace("+++  ", "+++"))
    assert [one for one in small.findings() if one.code == Code.CLAUSE_PUBLISHED] == []


def test_a_published_version_can_be_withdrawn(small: Small) -> None:
    publish(small)
    small.replace(
        RECORDS, "change =", 'withdrawn = 2026-03-01\nwithdrawn_because = "It said too little."\nchange ='
    )
    (records,) = small.read().clause("records")
    assert str(records.withdrawn) == "2026-03-01"


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ("withdrawn = 2026-03-01", Code.KEY_MISSING),
        ('withdrawn = 2026-03-01\nwithdrawn_because = ""', Code.VALUE_RANGE),
        ('withdrawn = 2025-03-01\nwithdrawn_because = "No."', Code.VALUE_RANGE),
        ('withdrawn_because = "No."', Code.KEY_MISSING),
        ('withdrawn = "2026-03-01"\nwithdrawn_because = "No."', Code.VALUE_KIND),
    ],
)
def test_a_version_is_withdrawn_from_a_day_and_for_a_reason(lines: str, code: Code, small: Small) -> None:
    small.replace(RECORDS, "change =", f"{lines}\nchange =")
    assert only(small).code == code


def test_an_edition_is_the_one_that_the_library_names(small: Small) -> None:
    with pytest.raises(WrongValue) as fault:
        digests_of(small.folder, "2027.1")
    assert fault.value.message == 'library.toml says edition = "1", not "2027.1".'


def test_entries_of_an_edition_are_read_strictly(small: Small) -> None:
    small.put(DIGESTS, '[records."1.0.0"]\nfront = 1\nold = 2\n')
    codes = [finding.code for finding in small.findings()]
    assert codes.count(Code.KEY_MISSING) == 2
    assert {Code.VALUE_KIND, Code.KEY_UNKNOWN} <= {*codes}


def test_an_edition_that_cannot_be_read_is_refused(small: Small) -> None:
    small.put(DIGESTS, "[records")
    assert only(small).code == Code.TOML_SYNTAX


def test_a_pack_publishes_its_own_clauses(small: Small, tmp_path: Path) -> None:
    pack = pack_at(small, tmp_path / "pack")
    pack.put(DIGESTS, '[fees."1.0.0"]\nedition = "1.0.0"\nfront = "0"\ntexts = "0"\n')
    with pytest.raises(Refused) as refused:
        Library.read(small.folder, pack.folder)
    (finding,) = refused.value.findings
    assert finding.place.file == f"lawfirm/{DIGESTS}"
    assert finding.message.startswith("The front matter and texts of `fees` 1.0.0 changed")
    assert (pack.folder / FEES).is_file()


def test_a_pack_over_the_bundled_library_has_its_version_for_an_edition(tmp_path: Path) -> None:
    pack = Small(tmp_path)
    pack.put("pack.toml", 'name = "lone"\nversion = "1.0.0"\nlicence = "CC0-1.0"\n')
    assert "[" not in digests_of(tmp_path, "1.0.0")
    with pytest.raises(WrongValue) as fault:
        digests_of(tmp_path, "2.0.0")
    assert fault.value.message == 'pack.toml says version = "1.0.0", not "2.0.0".'


def test_the_digest_of_a_clause_is_that_of_its_file(small: Small) -> None:
    (records,) = small.read().clause("records")
    assert records.digest == digest_of(small.text(RECORDS))


def test_only_keys_above_the_tables_are_left_out_of_a_digest() -> None:
    plain, other = "+++\na = 1\n[b]\nwithdrawn = 1\n+++\n", "+++\na = 1\n[b]\n+++\n"
    assert digest_of(plain) != digest_of(other)
    assert digest_of("+++\nwithdrawn = 2026-01-01\na = 1\n+++\n") == digest_of("+++\na = 1\n+++\n")
    assert digest_of("no fence").front == digest_of("+++\n+++\n").front
    assert canonical_text("e\u0301  \r\n\n") == "\u00e9\n"
