"""The gallery: its page is what its script makes, and each picture is there and shows something."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

from tests.content.practices import library

DOCS = Path(__file__).parents[2] / "docs"


def _maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_gallery", DOCS / "make_gallery.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_is_what_its_script_makes() -> None:
    assert (DOCS / "gallery.md").read_text(encoding="utf-8") == _maker().page(library()), (
        "run make_gallery.py"
    )


def test_every_picture_is_shown_and_there() -> None:
    shown = re.findall(r"!\[[^\]]+\]\((gallery/[^)]+)\)", (DOCS / "gallery.md").read_text(encoding="utf-8"))
    files = sorted(path.relative_to(DOCS).as_posix() for path in DOCS.glob("gallery/*"))
    assert sorted(shown) == files
    assert len(files) == 4 * len(_maker().PRACTICES)
    assert all((DOCS / name).read_bytes().startswith(b"\x89PNG") for name in files)
