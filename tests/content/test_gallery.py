"""The gallery: its page is what its script makes, and each picture is there and shows something."""

from __future__ import annotations

import re

from tests.content.making import DOCS, maker
from tests.content.practices import library


def test_the_page_is_what_its_script_makes() -> None:
    assert (DOCS / "gallery.md").read_text(encoding="utf-8") == maker("make_gallery").page(library()), (
        "run make_gallery.py"
    )


def test_every_picture_is_shown_and_there() -> None:
    shown = re.findall(r"!\[[^\]]+\]\((gallery/[^)]+)\)", (DOCS / "gallery.md").read_text(encoding="utf-8"))
    files = sorted(path.relative_to(DOCS).as_posix() for path in DOCS.glob("gallery/*"))
    assert sorted(shown) == files
    assert len(files) == 4 * len(maker("make_gallery").PRACTICES)
    assert all((DOCS / name).read_bytes().startswith(b"\x89PNG") for name in files)
