"""How fast documents are merged, against docxtpl: run `python -m tests.benchmarks.merging`; no test.

Prints the tables of docs/performance.md. What is compared is timed in turns, and of the pairs the median is
told: a ratio says more than a time. docxtpl renders the very document that we write, with tags where the
holes are, one for each outcome: it has no condition to decide and none of the practice's values to put in.
`--instructions` counts instructions with callgrind, which takes minutes.
"""

from __future__ import annotations

import datetime
import io
import re
import shutil
import statistics
import subprocess
import sys
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from docxtpl import DocxTemplate

from socialpolicy import Library, PolicyDocument, Profile, compose
from socialpolicy.writers.word.letterhead import LOOKS, starter
from tests.writers.word.written import parts_of

__all__ = ["addendum", "client", "main", "tagged"]

PROFILE = Path(__file__).parents[2] / "docs" / "examples" / "p02.toml"
ROUNDS, PEER, OURS, SINGLE, COLD = 9, 3, 400, 40, 7
MAIN = "word/document.xml"


def addendum() -> PolicyDocument:
    """The client addendum of the example p02."""
    library = Library.bundled()
    return compose(library, Profile.read(PROFILE, library)).document("client-addendum")


def client(number: int) -> dict[str, Any]:
    """A grown-up client; no two have the same name."""
    return {
        "key": f"c{number}",
        "client_name": f"Sam O’Fern & Sons {number}",
        "client_is_minor": False,
        "client_unit": "individual",
        "agreement_date": datetime.date(2026, 1, 1) + datetime.timedelta(number % 300),
    }


def tagged(document: PolicyDocument, letterhead: bytes) -> bytes:
    """What docxtpl renders: the document of this outcome, with a tag in each hole."""
    raw = {name: value for name, value in client(0).items() if name != "key"}
    tags = {("client_name", ""): "{{ client_name }}", ("agreement_date", ""): "{{ agreement_date }}"}
    return document.prepare("docx", raw, letterhead=letterhead).fill(tags)


def rendered(template: bytes, number: int) -> bytes:
    """docxtpl's file of one client."""
    values = client(number)
    said = {"client_name": values["client_name"], "agreement_date": f"{values['agreement_date']:%d %B %Y}"}
    document = DocxTemplate(io.BytesIO(template))
    document.render(said, autoescape=True)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def timed(act: Callable[[], Any], times: int) -> float:
    """Seconds for one of so many documents."""
    start = perf_counter()
    act()
    return (perf_counter() - start) / times


class Bench:
    """One look of letterhead ("" is none): ours and docxtpl's, ready to be timed."""

    def __init__(self, look: str, root: Path) -> None:
        self.look, self.root, self.number = look, root, 0
        self.letterhead = starter(look) if look else b""
        self.document = addendum()
        self.template = tagged(self.document, self.letterhead)
        self.file = self.document.bytes("docx", client_facts(1), letterhead=self.letterhead)
        assert b"Sam O\xe2\x80\x99Fern &amp; Sons 7" in parts_of(rendered(self.template, 7))[MAIN]

    def clients(self, count: int) -> Iterator[dict[str, Any]]:
        self.number += count
        return map(client, range(self.number, self.number + count))

    def peer(self) -> float:
        return timed(lambda: [rendered(self.template, one) for one in range(PEER)], PEER)

    def in_memory(self) -> float:
        def run() -> None:
            for one in self.document.merge(self.clients(OURS), letterhead=self.letterhead):
                assert one.file

        return timed(run, OURS)

    def to_files(self) -> float:
        """A folder of its own each time: files made where many were just deleted take ten times as long."""
        folder = self.root / f"{self.look}-{self.number}"
        clients = list(self.clients(OURS))
        return timed(lambda: self.document.merge_into(folder, clients, letterhead=self.letterhead), OURS)

    def single(self) -> float:
        def run() -> None:
            for one in range(SINGLE):
                self.document.bytes("docx", client_facts(self.number + one), letterhead=self.letterhead)

        return timed(run, SINGLE)

    def first(self) -> float:
        """The first document of an outcome, which has to be assembled and prepared."""
        self.document = addendum()
        return timed(lambda: self.document.bytes("docx", client_facts(1), letterhead=self.letterhead), 1)

    def floor(self) -> float:
        """Deflating the changed part as a whole, its crc, and a copy of the file: none can go below that."""
        part = parts_of(self.file)[MAIN]

        def run() -> None:
            for _ in range(5):
                zlib.compress(part, 6)
                zlib.crc32(part)
                io.BytesIO().write(self.file)

        return timed(run, 5)


def client_facts(number: int) -> dict[str, Any]:
    """The facts of a client, without its key."""
    return {name: value for name, value in client(number).items() if name != "key"}


COLUMNS = {
    "batch in memory": Bench.in_memory,
    "batch to files": Bench.to_files,
    "single warm document": Bench.single,
    "first of an outcome": Bench.first,
    "deflate, crc and copy": Bench.floor,
}


def ratios(look: str, root: Path) -> list[str]:
    """A row: the times of docxtpl and ours, and how many of ours go into one of docxtpl's."""
    bench = Bench(look, root)
    pairs: dict[str, list[float]] = {name: [] for name in COLUMNS}
    peers, own = [], []
    for _ in range(ROUNDS):
        for name, measure in COLUMNS.items():
            peer, ours = bench.peer(), measure(bench)
            peers.append(peer)
            own += [ours] if name == "batch in memory" else []
            pairs[name].append(peer / ours)
    times = [f"{statistics.median(peers) * 1e3:.0f} ms", f"{statistics.median(own) * 1e6:.0f} µs"]
    return [look or "none", *times, *(f"{statistics.median(found):,.1f}" for found in pairs.values())]


# ---------- processes that begin anew ----------

_COLD_PEER = """
import sys
from docxtpl import DocxTemplate
document = DocxTemplate(sys.argv[1])
document.render({"client_name": "", "agreement_date": ""}, autoescape=True)
document.save(sys.argv[2])
"""


def cold(root: Path) -> float:
    """How many times as long a bare docxtpl script takes as `socialpolicy build` of one document."""
    (root / "letterhead.docx").write_bytes(starter("plain"))
    (root / "tags.docx").write_bytes(tagged(addendum(), starter("plain")))
    peer = [sys.executable, "-c", _COLD_PEER, str(root / "tags.docx"), str(root / "peer.docx")]
    ours = [sys.executable, "-m", "socialpolicy", "build", str(PROFILE), "--document", "client-addendum"]
    ours += ["--out", str(root / "built"), "--letterhead", str(root / "letterhead.docx")]
    found = []
    for _ in range(COLD):
        found.append(timed(lambda: _ran(peer), 1) / timed(lambda: _ran(ours), 1))
    return statistics.median(found)


def _ran(command: list[str]) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


_LONG_RUN = """
import sys
from tests.benchmarks.merging import addendum, client
from resource import RUSAGE_SELF, getrusage
out, many = sys.argv[1], int(sys.argv[2])
seen = []
def told(stage, done, of):
    if stage == "write" and done in (100, many):
        seen.append(getrusage(RUSAGE_SELF).ru_maxrss)
addendum().merge_into(out, map(client, range(many)), progress=told)
print(*seen)
"""


def memory(root: Path, many: int = 10_000) -> tuple[float, float]:
    """The peak of a run of so many clients in MB, and how much it has grown since the hundredth."""
    early, late = map(int, _ran([sys.executable, "-c", _LONG_RUN, str(root / "long"), str(many)]).split())
    return late / 1024, (late - early) / 1024


_COUNTED = """
import sys
from tests.benchmarks.merging import addendum, client, rendered, tagged
document, many = addendum(), int(sys.argv[2])
template = tagged(document, b"")
list(document.merge([client(0)]))
rendered(template, 0)
if sys.argv[1] == "peer":
    for one in range(many): rendered(template, one)
else:
    for one in document.merge(map(client, range(many))): pass
"""


def instructions(root: Path) -> dict[str, float]:
    """Millions of instructions for one document, from two runs that differ in their number of documents."""
    counts = {"peer": (1, 3), "ours": (10, 210)}
    return {who: _counted(root, who, *numbers) for who, numbers in counts.items()}


def _counted(root: Path, who: str, few: int, many: int) -> float:
    def run(count: int) -> int:
        out = f"--callgrind-out-file={root / 'callgrind'}"
        command = ["valgrind", "--tool=callgrind", out, sys.executable, "-c", _COUNTED, who, str(count)]
        said = subprocess.run(command, check=True, capture_output=True, text=True).stderr
        return int(re.findall(r"Collected : ([0-9]+)", said)[0])

    return (run(many) - run(few)) / (many - few) / 1e6


def main() -> None:
    """Print the tables."""
    root = Path(sys.argv[-1]) if len(sys.argv) > 1 and not sys.argv[-1].startswith("-") else None
    with TemporaryDirectory(dir=root) as name:
        folder = Path(name)
        _row(["letterhead", "docxtpl", "ours", *COLUMNS])
        _row(["---", *["---:"] * (len(COLUMNS) + 2)])
        for look in ("", *LOOKS):
            _row(ratios(look, folder))
        peak, growth = memory(folder)
        _row(["cold `build` against a docxtpl script", f"{cold(folder):.2f}"])
        _row(["peak of 10,000 clients", f"{peak:.0f} MB"])
        _row(["growth from the 100th to the 10,000th", f"{growth:.1f} MB"])
        if "--instructions" in sys.argv and shutil.which("valgrind"):
            for who, count in instructions(folder).items():
                _row([f"instructions of a document, {who}", f"{count:.2f} million"])


def _row(cells: list[str]) -> None:
    sys.stdout.write(f"| {' | '.join(cells)} |\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
