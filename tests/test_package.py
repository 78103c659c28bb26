"""What is shipped: clauses and examples are in the wheel, and an sdist builds the same wheel."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHIPPED = {"clauses": "socialpolicy/clauses", "docs/examples": "socialpolicy/examples"}
LICENCES = ("LICENSE", "LICENSE-CLAUSES", "NOTICE")


def build(folder: Path, out: Path, kind: str) -> Path:
    # hatchling itself: no other environment, nothing fetched
    command = [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(out)]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    (built,) = out.glob("*.whl" if kind == "wheel" else "*.tar.gz")
    return built


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(ROOT, tmp_path_factory.mktemp("wheel"), "wheel")


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(ROOT, tmp_path_factory.mktemp("sdist"), "sdist")


@pytest.fixture(scope="module")
def unpacked(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unpacked")
    with tarfile.open(sdist) as archive:
        archive.extractall(folder, filter="data")
    (top,) = folder.iterdir()
    return top


def contents(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def files_in(folder: Path) -> dict[str, bytes]:
    paths = (path.relative_to(folder) for path in sorted(folder.rglob("*")) if path.is_file())
    kept = (path for path in paths if not any(part.startswith((".", "__pycache__")) for part in path.parts))
    return {path.as_posix(): (folder / path).read_bytes() for path in kept}


@pytest.mark.parametrize(("source", "target"), SHIPPED.items())
def test_every_clause_and_example_is_in_the_wheel_as_it_is_here(
    wheel: Path, source: str, target: str
) -> None:
    shipped = contents(wheel)
    here = files_in(ROOT / source)
    assert here
    assert {name: shipped.get(f"{target}/{name}") for name in here} == here


def test_the_wheel_holds_the_package_and_nothing_else(wheel: Path) -> None:
    shipped = contents(wheel)
    assert {name.split("/")[0].split("-")[0] for name in shipped} == {"socialpolicy"}
    package = {f"socialpolicy/{name}" for name in files_in(ROOT / "socialpolicy")}
    mapped = tuple(f"{target}/" for target in SHIPPED.values())
    ours = {name for name in shipped if name.startswith("socialpolicy/") and not name.startswith(mapped)}
    assert ours == package


def test_the_licences_travel_with_the_wheel(wheel: Path) -> None:
    shipped = {Path(name).name: text for name, text in contents(wheel).items() if "/licenses/" in name}
    assert shipped == {name: (ROOT / name).read_bytes() for name in LICENCES}


def test_the_sdist_holds_clauses_examples_and_tests(unpacked: Path) -> None:
    for folder in ("socialpolicy", "clauses", "docs/examples", "tests"):
        assert files_in(unpacked / folder) == files_in(ROOT / folder)


def test_a_wheel_built_from_the_sdist_is_the_same(wheel: Path, unpacked: Path, tmp_path: Path) -> None:
    assert contents(build(unpacked, tmp_path, "wheel")) == contents(wheel)


def test_the_command_leads_to_a_function() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    script = EntryPoint("socialpolicy", project["scripts"]["socialpolicy"], "console_scripts")
    assert callable(script.load())


def test_an_installed_wheel_builds_the_same_documents_byte_for_byte(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--no-compile"]
    subprocess.run([*pip, "--target", str(site), str(wheel)], check=True, capture_output=True)
    # -P: the folder that it runs in is not searched for the package
    command = [sys.executable, "-P", "-m", "socialpolicy", "demo", "--out"]
    for folder, path in (("installed", site), ("checkout", ROOT)):
        environment = {**os.environ, "PYTHONPATH": str(path)}
        subprocess.run([*command, str(tmp_path / folder)], check=True, capture_output=True, env=environment)
    assert files_in(tmp_path / "installed") == files_in(tmp_path / "checkout") != {}


def test_an_installed_wheel_uses_its_own_clauses(wheel: Path, tmp_path: Path) -> None:
    for part, content in contents(wheel).items():
        tmp_path.joinpath(part).parent.mkdir(parents=True, exist_ok=True)
        tmp_path.joinpath(part).write_bytes(content)
    name = tmp_path / "socialpolicy/clauses/library.toml"
    name.write_text(
        name.read_text(encoding="utf-8").replace('name = "', 'name = "another '), encoding="utf-8"
    )
    code = "import socialpolicy; print(socialpolicy.Library.bundled().name)"
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    run = subprocess.run(
        [sys.executable, "-P", "-c", code], check=True, capture_output=True, text=True, env=environment
    )
    assert run.stdout.startswith("another ")
