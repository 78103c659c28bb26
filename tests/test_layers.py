"""The layers hold, and would refuse what must not be: a bad import is planted in a copy of the package."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LAYERS = "Each layer imports only what stands below it"
DOCUMENTS_ONLY = "Writers see documents only"
ALONE = "Writers do not know each other"


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    program = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    command = [sys.executable, "-c", program, "--no-cache", "--no-logo"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "socialpolicy", tmp_path / "socialpolicy", ignore=ignored)
    return tmp_path


def test_the_package_keeps_its_layers(copy: Path) -> None:
    checked = lint(copy)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "0 broken" in checked.stdout


@pytest.mark.parametrize(
    ("module", "planted", "contract"),
    [
        ("writers/text.py", "socialpolicy.library", DOCUMENTS_ONLY),
        ("writers/markdown.py", "socialpolicy.facts.values", DOCUMENTS_ONLY),
        ("writers/text.py", "socialpolicy.writers.markdown", ALONE),
        ("writers/word/__init__.py", "socialpolicy.writers.text", ALONE),
        (
            "library/rules/never.py",
            "socialpolicy.library.rules.only",
            "Kinds of rules do not know each other",
        ),
        ("facts/values.py", "socialpolicy.composition", LAYERS),
        ("document/tree.py", "socialpolicy.writers", LAYERS),
        ("errors.py", "socialpolicy.guarding", LAYERS),
        ("library/__init__.py", "lxml", "Only the Word writer knows docx, docxtpl and lxml"),
        ("policy/handle.py", "click", "Only the command line knows click"),
        ("conditions/__init__.py", "markdown_it", "Only the library knows markdown-it"),
    ],
)
def test_a_planted_bad_import_is_refused(copy: Path, module: str, planted: str, contract: str) -> None:
    path = copy / "socialpolicy" / module
    path.write_text(path.read_text(encoding="utf-8") + f"\nimport {planted}\n", encoding="utf-8")
    checked = lint(copy)
    assert checked.returncode == 1
    assert f"{contract} BROKEN" in checked.stdout


def test_a_module_outside_every_layer_is_refused(copy: Path) -> None:
    (copy / "socialpolicy" / "stray.py").touch()
    checked = lint(copy)
    assert checked.returncode == 1
    assert f"{LAYERS} BROKEN" in checked.stdout
