"""How fast documents are merged, against docxtpl: run `python -m tests.benchmarks.merging`; no test.

Prints the tables of docs/performance.md. What is compared is timed in turns, and of the ratios of the pairs
the median is told. docxtpl renders the very document that we write, with a tag for each value of the practice
and of the client: one for each outcome, so that it has no condition to decide.
`--instructions` counts instructions, too, with valgrind, which takes minutes.
"""

from __future__ import annotations

import datetime
import io
import os
import re
import shutil
import statistics
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

import attrs

from socialpolicy import Library, PolicyDocument, Profile, compose
from socialpolicy.document import Value, walk
from socialpolicy.guarding.secret import wrapped
from tests.writers.word.written import with_part

__all__ = ["Tagged", "addendum", "client", "letterhead", "main"]

PROFILE = Path(__file__).parents[2] / "docs" / "examples" / "p02.toml"
LOOKS = ("", "plain", "modern", "large-print")
ROUNDS, PEER, OURS, SINGLE, COLD = 7, 4, 1_000, 100, 7
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


def facts(number: int) -> dict[str, Any]:
    """The facts of a client, without its key."""
    return {name: value for name, value in client(number).items() if name != "key"}


def letterhead(look: str) -> bytes:
    """One of the package's letterheads; b"" for ""."""
    from socialpolicy.writers.word.letterhead import starter

    return starter(look) if look else b""


@attrs.frozen
class Tagged:
    """What docxtpl renders, and what it puts in for the practice."""

    template: bytes
    values: dict[str, str]

    @classmethod
    def of(cls, document: PolicyDocument, letterhead: bytes) -> Tagged:
        """The document of one outcome, with a tag for each value of the practice and in each hole."""
        from socialpolicy.writers.word import prepare

        outcomes = document._outcomes("docx", letterhead, anchors=False, large_print=False)
        tree = outcomes.tree_for(outcomes.reading.client(wrapped(facts(0))))
        sources = [node.text for node in walk(tree) if isinstance(node, Value)]
        values = {f"v{place}": text for place, text in enumerate(dict.fromkeys(sources))}
        tags = {text: f"{{{{ {name} }}}}" for name, text in values.items()}
        tree = with_tags(tree, tags)
        values |= {detail.name: detail.words for detail in tree.details}
        details = tuple(attrs.evolve(one, words=f"{{{{ {one.name} }}}}") for one in tree.details)
        prepared = prepare(attrs.evolve(tree, details=details), letterhead=letterhead)
        names = ("client_name", "agreement_date")
        file = prepared.fill({(name, ""): f"{{{{ {name} }}}}" for name in names})
        # the name of a content control is cut at 64 characters, through a tag as well
        return cls(with_part(file, MAIN, re.sub(rb"<w:alias [^>]*/>", b"", main_part(file))), values)

    def rendered(self, number: int) -> bytes:
        """docxtpl's file of one client."""
        from docxtpl import DocxTemplate

        said = facts(number)
        said |= {"agreement_date": f"{said['agreement_date']:%d %B %Y}"}
        document = DocxTemplate(io.BytesIO(self.template))
        document.render({**self.values, **said}, autoescape=True)
        stream = io.BytesIO()
        document.save(stream)
        return stream.getvalue()


def with_tags(node: Any, tags: dict[str, str]) -> Any:
    """The tree with a tag in the place of each value."""
    if isinstance(node, Value):
        return attrs.evolve(node, text=tags[node.text])
    if isinstance(node, tuple):
        return tuple(with_tags(one, tags) for one in node)
    if not attrs.has(type(node)):
        return node
    fields = {field.name: with_tags(getattr(node, field.name), tags) for field in attrs.fields(type(node))}
    return attrs.evolve(node, **fields)


def main_part(file: bytes) -> bytes:
    """The part that holds the text of a .docx."""
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        return package.read(MAIN)


def timed(act: Callable[[], Any], times: int) -> float:
    """Seconds for one of so many documents."""
    start = perf_counter()
    act()
    return (perf_counter() - start) / times


class Bench:
    """One look of letterhead ("" is none): ours and docxtpl's, ready to be timed."""

    def __init__(self, look: str, root: Path) -> None:
        self.look, self.root, self.number = look, root, 0
        self.letterhead = letterhead(look)
        self.document = addendum()
        self.tagged = Tagged.of(self.document, self.letterhead)
        self.file = self.document.bytes("docx", facts(1), letterhead=self.letterhead)
        theirs, ours = main_part(self.tagged.rendered(1)), main_part(self.file)
        assert b"Sons 1" in theirs
        ours = re.sub(rb"<w:alias [^>]*/>", b"", ours)
        assert abs(len(theirs) - len(ours)) < len(ours) / 50, "they do not write the same document"

    def clients(self, count: int) -> Iterator[dict[str, Any]]:
        self.number += count
        return map(client, range(self.number, self.number + count))

    def peer(self) -> float:
        return timed(lambda: [self.tagged.rendered(one) for one in range(PEER)], PEER)

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
                self.document.bytes("docx", facts(self.number + one), letterhead=self.letterhead)

        return timed(run, SINGLE)

    def first(self) -> float:
        """The first document of an outcome, which has to be assembled and prepared."""
        self.document = addendum()
        return timed(lambda: self.document.bytes("docx", facts(1), letterhead=self.letterhead), 1)

    def floor(self) -> float:
        """Deflating the changed part as a whole (zlib 6), its crc, and a copy of the file."""
        part = main_part(self.file)

        def run() -> None:
            for _ in range(5):
                zlib.compress(part, 6)
                zlib.crc32(part)
                io.BytesIO().write(self.file)

        return timed(run, 5)


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


def bare(root: Path) -> float:
    """Seconds for a file of that size that is created beside, written and renamed: nobody writes in less."""
    content = addendum().bytes("docx", facts(1))
    folder = root / "bare"
    folder.mkdir()

    def run() -> None:
        for number in range(OURS):
            beside = os.open(folder / f".{number}", os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
            os.write(beside, content)
            os.close(beside)
            os.replace(folder / f".{number}", folder / f"{number}.docx")

    return timed(run, OURS)


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
    (root / "letterhead.docx").write_bytes(letterhead("plain"))
    (root / "tags.docx").write_bytes(Tagged.of(addendum(), letterhead("plain")).template)
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
from tests.benchmarks.merging import letterhead
addendum().merge_into(out, map(client, range(many)), letterhead=letterhead(sys.argv[3]), progress=told)
print(*seen)
"""


def memory(root: Path, look: str, many: int = 10_000) -> tuple[float, float]:
    """The peak of a run of so many clients in MB, and how much it has grown since the hundredth."""
    early, late = map(
        int, _ran([sys.executable, "-c", _LONG_RUN, str(root / f"long{look}"), str(many), look]).split()
    )
    return late / 1024, (late - early) / 1024


_COUNTED = """
import sys
from tests.benchmarks.merging import Tagged, addendum, client
document, many = addendum(), int(sys.argv[2])
tagged = Tagged.of(document, b"")
list(document.merge([client(0)]))
tagged.rendered(0)
if sys.argv[1] == "peer":
    for one in range(many): tagged.rendered(one)
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
        for look in LOOKS:
            _row(ratios(look, folder))
        _row(["a bare file, created, written and renamed", f"{bare(folder) * 1e6:.0f} µs"])
        _row(["cold `build` against a docxtpl script", f"{cold(folder):.2f}"])
        for look in ("", "plain"):
            peak, growth = memory(folder, look)
            told = f"peak of 10,000 clients, letterhead {look or 'none'}"
            _row([told, f"{peak:.0f} MB, of which {growth:.1f} MB since the 100th"])
        if "--instructions" in sys.argv and shutil.which("valgrind"):
            for who, count in instructions(folder).items():
                _row([f"instructions of a document, {who}", f"{count:.2f} million"])


def _row(cells: list[str]) -> None:
    sys.stdout.write(f"| {' | '.join(cells)} |\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
