"""Installed packs are found by name; nothing of theirs is imported."""

from __future__ import annotations

import sys
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from socialpolicy.errors import Code, Finding
from socialpolicy.library import installed
from socialpolicy.library.installed import GROUP, installed_pack
from socialpolicy.library.library import Library

ABOUT = 'name = "lawfirm"\nversion = "1.0.0"\nlicence = "CC0-1.0"\n'


def install(
    site: Path, value: str, *, name: str = "lawfirm", dist: str = "lawfirm-pack", lists: bool = True
) -> Path:
    """A distribution with one pack, whose code must not run."""
    folder = site / "lawfirm_pack" / "clauses"
    folder.mkdir(parents=True, exist_ok=True)
    (folder.parent / "__init__.py").write_text("raise RuntimeError('imported')")
    (folder / "pack.toml").write_text(ABOUT)
    info = site / f"{dist.replace('-', '_')}-1.0.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {dist}\nVersion: 1.0.0\n")
    (info / "entry_points.txt").write_text(f"[{GROUP}]\n{name} = {value}\n")
    (info / "RECORD").write_text("lawfirm_pack/clauses/pack.toml,,\n" if lists else "")
    return folder


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    site = tmp_path / "site"
    site.mkdir()
    monkeypatch.syspath_prepend(str(site))
    return site


def fault(name: str = "lawfirm") -> Finding:
    with pytest.raises(Finding) as found:
        installed_pack(name)
    return found.value


@pytest.mark.parametrize("value", ["lawfirm_pack.clauses", "lawfirm_pack/clauses"])
def test_an_installed_pack_is_read_and_never_imported(value: str, site: Path) -> None:
    folder = install(site, value)
    assert installed_pack("lawfirm") == folder.resolve()
    assert [str(pack) for pack in Library.bundled(installed_packs=["lawfirm"]).packs] == ["lawfirm 1.0.0"]
    assert "lawfirm_pack" not in sys.modules


def test_an_installed_pack_is_not_taken_unasked(site: Path) -> None:
    install(site, "lawfirm_pack.clauses")
    assert Library.bundled().packs == ()


def test_a_pack_that_is_not_installed_is_not_found(site: Path) -> None:
    install(site, "lawfirm_pack.clauses")
    finding = fault("lawfrm")
    assert (finding.code, finding.hint) == (Code.NAME_UNKNOWN, 'did you mean "lawfirm"?')


@pytest.mark.parametrize(
    "value", ["../lawfirm_pack", "lawfirm_pack/../../etc", "/etc", "lawfirm_pack..clauses", "a:b", "a//b"]
)
def test_a_folder_outside_the_distribution_is_refused(value: str, site: Path) -> None:
    install(site, value)
    assert fault().code == Code.FILE_OUTSIDE


def test_a_folder_that_is_a_link_out_of_the_site_is_refused(site: Path, tmp_path: Path) -> None:
    folder = install(site, "lawfirm_pack.clauses")
    folder.rename(tmp_path / "elsewhere")
    folder.symlink_to(tmp_path / "elsewhere")
    assert fault().code == Code.FILE_OUTSIDE


def test_a_distribution_without_the_folder_says_how_to_name_one(site: Path) -> None:
    install(site, "lawfirm_pack.clauses", lists=False)
    finding = fault()
    assert (finding.code, finding.hint) == (
        Code.FILE_NOT_FOUND,
        "give the folder of a pack that is being worked on with --pack",
    )


def test_two_distributions_with_one_name_are_both_named(site: Path) -> None:
    install(site, "lawfirm_pack.clauses")
    install(site, "lawfirm_pack.clauses", dist="other-pack")
    finding = fault()
    assert finding.code == Code.PACK_CONFLICT
    assert "lawfirm-pack and other-pack" in finding.message


def test_an_entry_that_no_distribution_owns_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = [EntryPoint("lawfirm", "lawfirm_pack.clauses", GROUP)]
    monkeypatch.setattr(installed, "entry_points", lambda group: entries)
    assert fault().code == Code.FILE_OUTSIDE
