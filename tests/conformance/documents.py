"""The documents that every writer's files are held against the oracles with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import attrs

from socialpolicy import Library, Policy, Profile, compose
from socialpolicy.document import (
    SCHEMES,
    Document,
    Item,
    Items,
    Paragraph,
    Part,
    Provision,
    Reference,
    Text,
    Value,
)
from socialpolicy.library.documents import EXTRACTS
from tests.assembly.numbered import numbered_in
from tests.practice import EXAMPLES, FULL, example
from tests.writers.sample import sample_document, words

__all__ = ["documents"]

AWKWARD = "Tom & Jerry's <b>*{{x}}*</b>"


def documents() -> dict[str, Document]:
    """By the name that a test run shows."""
    return {
        "sample": sample_document(),
        "letter": sample_document(locale="en-US", paper="Letter", practice=AWKWARD, title=AWKWARD),
        "unnumbered": _unnumbered(),
        "typed": _typed(),
        **{f"numbers-{scheme}": numbered_in(scheme) for scheme in SCHEMES},
        **_of({path.stem: example(path) for path in EXAMPLES}),
        **(_of(dict(_covering())) if FULL else {}),
    }


def _covering() -> Iterator[tuple[str, Policy]]:
    """The practices that together show every stance and every block."""
    library = Library.bundled()
    for path in sorted(Path(__file__).parents[1].joinpath("covering").glob("*.toml")):
        yield f"covering-{path.stem}", compose(library, Profile.read(path, library))


def _of(policies: Mapping[str, Policy]) -> dict[str, Document]:
    """Every document of every practice: a new one joins by itself."""
    return {
        f"{practice} {name}": policy.document(name).tree
        for practice, policy in policies.items()
        for name in (*policy.documents, *EXTRACTS)
    }


def _unnumbered() -> Document:
    """As a public page is: no provision has a number, lists have their own."""
    steps = tuple(Item(f"i{n}", (_paragraph(f"s{n}", f"Step {n}"),), number=f"{n}.") for n in (1, 2, 3))
    first = Provision(
        "one",
        "1.0.0",
        heading=words("Once"),
        blocks=(_paragraph("p", "So:"), Items("l", steps, ordered=True)),
    )
    again = tuple(attrs.evolve(item, key=item.key + "b") for item in steps)
    second = Provision("two", "1.0.0", heading=words("Twice"), blocks=(Items("m", again, ordered=True),))
    return sample_document(id="website-policy", blocks=(Part("How it is", (first, second)),))


def _typed() -> Document:
    """Numbers that Word would not compute: the writer types them in."""
    lone = Items("l", (Item("i", (_paragraph("ip", "alone"),), number="(a)"),), ordered=True)
    back = Reference(words("later"), "late", number="9", label=" (section 9)")
    odd = Provision("late", "1.0.0", heading=words("Late"), blocks=(lone,), number="9")
    first = Provision("early", "1.0.0", heading=words("Early"), blocks=(lone, _numbered(back)), number="1")
    last = Provision("last", "1.0.0", heading=words("Last"), blocks=(lone,), number="2")
    return sample_document(blocks=(Part("", (first, odd, last)),))


def _paragraph(key: str, text: str) -> Paragraph:
    return Paragraph(key, (Text(text), Value(" " + AWKWARD, "practice_name")))


def _numbered(reference: Reference) -> Paragraph:
    return Paragraph("n", (Text("See "), reference), number="1.1")
