"""Makes docs/gallery.md and its pictures: the first page of each document of five practices.

Run it with the Python that socialpolicy is installed in, with the extra `pdf`. A test holds the page to be
what this makes, and every picture to be there.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from socialpolicy import Library, Policy, Profile, compose

__all__ = ["PRACTICES", "page"]

DOCS = Path(__file__).parent
PAGE, PICTURES = DOCS / "gallery.md", DOCS / "gallery"
PRACTICES = ("p01", "p02", "p06", "p10", "p13")
WIDTH = 420  # pixels
INTRO = """\
# Gallery

The first page of each document of five invented practices, as its PDF has it. `docs/make_gallery.py` makes
this page and its pictures from the profiles in `docs/examples`.
"""


def policies(library: Library) -> Iterator[tuple[str, str, Policy]]:
    """Each practice: its id, what its profile says of it, its policy."""
    for id in PRACTICES:
        path = DOCS / "examples" / f"{id}.toml"
        yield id, _about(path), compose(library, Profile.read(path, library))


def _about(path: Path) -> str:
    """The comment that the profile begins with, but for what all of them say."""
    lines = path.read_text(encoding="utf-8").partition("# Everyone in this file")[0].splitlines()
    return " ".join(line.removeprefix("# ") for line in lines)


def page(library: Library) -> str:
    """The whole page, in Markdown."""
    parts = [INTRO]
    for id, about, policy in policies(library):
        name = policy.document("cover-note").tree.practice
        parts += [f"## {name}\n", f"{about}\n"]
        parts += [_row(id, name, policy)]
    return "\n".join(parts)


def _row(id: str, name: str, policy: Policy) -> str:
    documents = [one for one in policy.documents if one != "cover-note"]
    cells = (f"![{one} of {name}, page 1](gallery/{id}-{one}.png)" for one in documents)
    rule = " | ".join("---" for _ in documents)
    return f"| {' | '.join(documents)} |\n| {rule} |\n| {' | '.join(cells)} |\n"


def main() -> None:
    """Write the page and its pictures."""
    library = Library.bundled()
    shutil.rmtree(PICTURES, ignore_errors=True)
    PICTURES.mkdir()
    for id, _, policy in policies(library):
        for document in (one for one in policy.documents if one != "cover-note"):
            picture = policy.document(document).pictures(width=WIDTH)[0]
            (PICTURES / f"{id}-{document}.png").write_bytes(picture)
    PAGE.write_text(page(library), encoding="utf-8")


if __name__ == "__main__":
    main()
