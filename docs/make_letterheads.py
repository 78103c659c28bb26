"""Makes docs/letterheads.png: the first page of a client addendum on each of the package's letterheads.

Run it with the Python that socialpolicy is installed in; LibreOffice and pdftoppm must be on PATH.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from make_picture import DOCS, EXAMPLE, beside, pictures, png, read_ppm

from socialpolicy import Library, Profile, compose
from socialpolicy.writers.word.letterhead import LOOKS, starter


def main() -> None:
    """Write the addendum on each letterhead, print it to PDF, and put the first pages in a row."""
    library = Library.bundled()
    addendum = compose(library, Profile.read(EXAMPLE, library)).document("client-addendum")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pages = []
        for look in LOOKS:
            addendum.write(folder / f"{look}.docx", letterhead=starter(look))
            pages += [read_ppm(path.read_bytes()) for path in pictures(folder, look, pages=1)]
    (DOCS / "letterheads.png").write_bytes(png(beside(pages)))


if __name__ == "__main__":
    main()
