"""Every fault of a letterhead, found before there is any data to put in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

import attrs
from lxml import etree

from socialpolicy.errors import Code, Finding, Place, WrongValue
from socialpolicy.guarding.package import read_package
from socialpolicy.writers.word.letterhead.advising import advice
from socialpolicy.writers.word.letterhead.allowed import MAIN, kept_parts
from socialpolicy.writers.word.letterhead.cleaning import removals
from socialpolicy.writers.word.letterhead.codes import field_faults
from socialpolicy.writers.word.letterhead.effective import Effective
from socialpolicy.writers.word.letterhead.stories import Fault, Story, fault, pieces, stories
from socialpolicy.writers.word.letterhead.tags import BODY, tag_faults, tags_of
from socialpolicy.writers.word.names import NAMESPACES
from socialpolicy.writers.word.parts import PackageParts, parsed
from socialpolicy.writers.word.reader import W

__all__ = ["Read", "check", "faults_of", "read_letterhead"]

# more faults than this tell a person nothing new
MOST = 100
_ADD_BODY = f"put {BODY} alone in a paragraph of the text, where the document shall stand"
_TRACKED = ("ins", "del", "moveFrom", "moveTo")
_PICTURES = ("drawing", "pict", "object")


@attrs.frozen(eq=False)
class Read:
    """A letterhead that was read: the parts that are kept, its faults, and what is known of its looks."""

    parts: PackageParts
    faults: tuple[Fault, ...]
    effective: Effective
    stories: tuple[Story, ...]


def read_letterhead(content: bytes, place: Place) -> Read:
    """The letterhead in these bytes, with the faults that refuse it and what is left out of it.

    Raises WrongValue where it is no Word document at all.
    """
    whole = PackageParts.of(read_package(content, place).members, place)
    kept = kept_parts(whole, place)
    if not kept.parts.main or kept.parts.types[kept.parts.main] != MAIN or not _is_word(kept.parts, place):
        message = "This is no Word document that can be a letterhead."
        raise WrongValue(Code.PACKAGE_NOT_WORD, message, place, "save it in Word as a .docx")
    for name, type in kept.parts.types.items():
        if type.endswith("+xml"):
            parsed(kept.parts.content[name], place.at(path=name))
    told = stories(kept.parts, place)
    found = [Fault(finding) for finding in kept.findings]
    found += islice(_faults(kept.parts, told, place), MOST)
    return Read(kept.parts, tuple(_once(found)), Effective.of(kept.parts, place), told)


def check(content: bytes, place: Place = Place()) -> tuple[Finding, ...]:  # noqa: B008 – it is frozen
    """Everything that is wrong with a letterhead, or could be better: by part, nearest heading and text."""
    return tuple(one.finding for one in faults_of(content, place))


def faults_of(content: bytes, place: Place) -> tuple[Fault, ...]:
    """The findings of `check`, each with its paragraph, those that refuse first."""
    read = read_letterhead(content, place)
    advised = islice(advice(read.stories, read.effective, read.parts, place), MOST)
    found = _once([*read.faults, *advised])
    return tuple(sorted(found, key=lambda one: one.finding.severity != "refuse"))


def _is_word(parts: PackageParts, place: Place) -> bool:
    """Whether the text is XML as Word writes it: docxtpl reads its prefixes, not its namespaces."""
    told = stories(parts, place)
    named = (story.root.nsmap.get(prefix, url) == url for story in told for prefix, url in NAMESPACES.items())
    written = (story.root.nsmap.get("w") == W.strip("{}") for story in told)
    return all(named) and all(written) and told[0].root.find(f"{W}body") is not None


def _once(faults: Iterable[Fault]) -> list[Fault]:
    """Word keeps two copies of what is in a text box; a fault in both is one."""
    return list({(one.finding.code, one.finding.message, one.finding.place): one for one in faults}.values())


def _faults(parts: PackageParts, told: tuple[Story, ...], place: Place) -> Iterator[Fault]:
    for story in told:
        yield from tag_faults(story, place)
        yield from field_faults(story, place)
        yield from _unseen(story, place)
        yield from _unsaid(story, place)
        yield from removals(story, (relation.id for relation in parts.relations.get(story.part, [])), place)
    yield from _body(told, place)


# ---------- where the document goes ----------


def _body(told: tuple[Story, ...], place: Place) -> Iterator[Fault]:
    found = [(story, tag.paragraph) for story in told for tag in tags_of(story) if tag.name == "body"]
    if not found:
        message = f"{BODY} is missing: the document would have no place."
        yield fault(told[0], Code.LETTERHEAD_BODY, message, place=place, hint=_ADD_BODY)
    for story, paragraph in found[1:]:
        message = f"{BODY} stands here once more."
        yield fault(
            story, Code.LETTERHEAD_BODY, message, place=place, at=paragraph, hint="delete all but one"
        )
    for story, paragraph in found[:1]:
        why = _not_alone(paragraph)
        if why:
            message = f"{BODY} does not stand alone: {why}."
            yield fault(story, Code.LETTERHEAD_BODY, message, place=place, at=paragraph, hint=_ADD_BODY)


def _not_alone(paragraph: etree._Element) -> str:
    """What keeps the document from taking this paragraph's place; "" where nothing does."""
    parent = paragraph.getparent()
    if parent is None or parent.tag != f"{W}body":
        return "it is in a table, a box, a header or a footer"
    if paragraph.find(f"{W}pPr/{W}sectPr") is not None:
        return "a section ends in its paragraph"
    if next(paragraph.iter(*(f"{W}{name}" for name in _PICTURES)), None) is not None:
        return "a picture or a box hangs on its paragraph"
    text = "".join(piece.text for piece in pieces(paragraph)).strip(" \u00a0")
    return (
        ""
        if text.startswith("{{") and text.count("{{") == 1 and text.endswith("}}")
        else "there is other text"
    )


# ---------- what nobody sees ----------


def _unseen(story: Story, place: Place) -> Iterator[Fault]:
    """Hidden text, and changes that somebody may still accept or reject."""
    for run in story.root.iter(f"{W}r"):
        hidden = run.find(f"{W}rPr/{W}vanish")
        on = hidden is not None and hidden.get(f"{W}val", "1") not in ("0", "false", "off")
        if on and any(piece.text.strip() for piece in pieces(run)):
            yield fault(story, Code.LETTERHEAD_UNSEEN, "Hidden text would travel with every document.",
                        place=place, at=run, hint="delete it, or show it")  # fmt: skip
    for change in story.root.iter(*(f"{W}{name}" for name in _TRACKED)):
        yield fault(story, Code.LETTERHEAD_UNSEEN, "A change is still tracked here.", place=place, at=change,
                    hint="accept or reject all changes in Word (Review)")  # fmt: skip


def _unsaid(story: Story, place: Place) -> Iterator[Fault]:
    """Tags in notes, and elements that run or pull in another document."""
    if story.kind in ("footnotes", "endnotes"):
        for tag in tags_of(story):
            yield fault(story, Code.LETTERHEAD_TAG, "A tag in a note is not filled.", place=place,
                        at=tag.paragraph, hint="move it to the text, a header or a footer")  # fmt: skip
    for element in story.root.iter(f"{W}altChunk", f"{W}subDoc", f"{W}object", f"{W}control", f"{W}movie"):
        name = etree.QName(element).localname
        message = f"An embedded object (`{name}`) cannot stand in a letterhead."
        yield fault(story, Code.LETTERHEAD_ACTIVE, message, place=place, at=element,
                    hint="take it out, or paste it as a picture")  # fmt: skip
