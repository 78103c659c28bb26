"""Makes docs/picture.png: the first pages of an example practice's client addendum, side by side.

Run it with the Python that socialpolicy is installed in; LibreOffice and pdftoppm must be on PATH.
"""

from __future__ import annotations

import struct
import subprocess
import tempfile
import zlib
from pathlib import Path

from socialpolicy import Library, Profile, compose

DOCS = Path(__file__).parent
EXAMPLE = DOCS / "examples" / "p01.toml"
PAGES = 3
DOTS_PER_INCH = 64
GAP = 12
DESK = b"\xb8\xbc\xc4"

Rows = list[bytes]


def main() -> None:
    """Write the addendum, print it to PDF, and put pictures of its first pages in a row."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_addendum(folder / "addendum.docx")
        pages = [read_ppm(path.read_bytes()) for path in pictures(folder, "addendum")]
    (DOCS / "picture.png").write_bytes(png(beside(pages)))


def write_addendum(path: Path) -> None:
    """The addendum of the example practice."""
    library = Library.bundled()
    compose(library, Profile.read(EXAMPLE, library)).document("client-addendum").write(path)


def pictures(folder: Path, name: str, pages: int = PAGES) -> list[Path]:
    """One picture a page of `name`.docx, in reading order."""
    home = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    convert = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*convert, str(folder / f"{name}.docx")], check=True, capture_output=True)
    draw = ["pdftoppm", "-r", str(DOTS_PER_INCH), "-l", str(pages), str(folder / f"{name}.pdf")]
    subprocess.run([*draw, str(folder / f"{name}-page")], check=True)
    return sorted(folder.glob(f"{name}-page*.ppm"))


def read_ppm(image: bytes) -> Rows:
    """The rows of a binary PPM, three bytes a dot."""
    _, width, height = image.split(maxsplit=3)[:3]
    row = int(width) * 3
    # from the end: the header's length is not fixed
    start = len(image) - row * int(height)
    return [image[at : at + row] for at in range(start, len(image), row)]


def beside(pages: list[Rows]) -> Rows:
    """The pages in a row on a desk."""
    gap = DESK * GAP
    rows = [gap + gap.join(parts) + gap for parts in zip(*pages, strict=True)]
    edge = [DESK * (len(rows[0]) // 3)] * GAP
    return [*edge, *rows, *edge]


def png(rows: Rows) -> bytes:
    """The rows as a PNG of eight bits a colour."""
    size = struct.pack(">IIBBBBB", len(rows[0]) // 3, len(rows), 8, 2, 0, 0, 0)
    dots = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + chunk(b"IDAT", dots) + chunk(b"IEND", b"")


def chunk(kind: bytes, body: bytes) -> bytes:
    """One chunk of a PNG."""
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


if __name__ == "__main__":
    main()
