"""A folder of clauses → a library: vocabularies first, then every clause, then the outlines."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Literal

import attrs

from socialpolicy.conditions import NamedCondition, Vocabulary, parse
from socialpolicy.errors import Code, Collector, Finding, NotFound, Place, Refused
from socialpolicy.library.documents import SHOWN_TO
from socialpolicy.library.library import Library
from socialpolicy.library.locale import Locale
from socialpolicy.library.pack import who
from socialpolicy.library.reading.authorities import read_authorities
from socialpolicy.library.reading.clauses import read_clauses
from socialpolicy.library.reading.defaults import check_defaults
from socialpolicy.library.reading.drafts import Draft, read_drafts
from socialpolicy.library.reading.facts import read_asked_when, read_facts, read_places
from socialpolicy.library.reading.layers import Layers
from socialpolicy.library.reading.linking import check_links, documents_of, known_to, parse_texts
from socialpolicy.library.reading.locales import read_locale
from socialpolicy.library.reading.names import check_name, condition
from socialpolicy.library.reading.outlines import read_outlines
from socialpolicy.library.reading.packs import open_layers
from socialpolicy.library.reading.parts import OutlineNames
from socialpolicy.library.reading.replacing import settle
from socialpolicy.library.reading.rules import RuleNames, read_rules, read_wording
from socialpolicy.library.reading.table import Table
from socialpolicy.library.reading.uncollected import uncollected
from socialpolicy.library.reading.words import read_norm_words, read_spelling, read_terms
from socialpolicy.library.rules.rule import Rule
from socialpolicy.library.texts.checking import Known

__all__ = ["read_library"]

_FACTS = "facts.toml"
_REFUSED = "The clause library cannot be read."
# what is said of a name whose file could not be opened: it may well be in there
_FOLLOWING = (Code.NAME_UNKNOWN, Code.CONDITION_UNKNOWN_NAME, Code.TEXT_UNUSED)


def read_library(
    folder: str | os.PathLike[str],
    packs: Iterable[str | os.PathLike[str]] = (),
    *,
    texts: Literal["at once", "when chosen"],
) -> Library:
    """The library in a folder, with packs over it; raises Refused with every fault that was met.

    Texts are parsed (and their faults found) at once, or each when it is first chosen.
    """
    root = Path(folder)
    if not root.is_dir():
        place = Place(os.fspath(folder))
        raise Refused(_REFUSED, [NotFound(Code.FILE_NOT_FOUND, "There is no such folder.", place)])
    with uncollected():
        layers = open_layers(root, tuple(packs), Collector())
        library = _Reading(layers, layers.found).library(at_once=texts == "at once")
    Collector(_own_faults(layers)).refuse(_REFUSED)
    return library


def _own_faults(layers: Layers) -> list[Finding]:
    """Each finding once, without those that a file which could not be opened brings along."""
    following: tuple[Code, ...] = _FOLLOWING if layers.unread else ()
    if _FACTS in layers.unread:
        following += (Code.KEY_UNKNOWN,)
    once = {(finding.place, finding.code, finding.message): finding for finding in layers.found.findings}
    return [_naming_both(one, layers) for one in once.values() if one.code not in following]


def _naming_both(finding: Finding, layers: Layers) -> Finding:
    """A pack dropped a stance: say who still names it, too."""
    if finding.code != Code.PACK_STANCE:
        return finding
    message = f"{finding.message}, which {who(layers.pack_of(finding.place.file))} names."
    return type(finding)(finding.code, message[:1].upper() + message[1:], finding.place, finding.hint)


@attrs.frozen
class _Reading:
    layers: Layers
    found: Collector

    def library(self, *, at_once: bool) -> Library:
        top, table = self.layers.tops[0], self.layers.table(_FACTS)
        places = read_places(table)
        facts = read_facts(table, {}, places)
        check_defaults(table, facts, facts)
        sections = self.layers.sections()
        settled = settle(read_drafts(folder, facts, places, sections) for folder in self.layers.folders)
        vocabulary = settled.vocabulary(facts)
        vocabulary = attrs.evolve(vocabulary, named=_named_conditions(table, vocabulary))
        asked_when = read_asked_when(table, facts, vocabulary, attrs.evolve(vocabulary, reads="client"))
        table.close()
        library = Library(
            name=top.must("name", str, ""),
            edition=top.must("edition", str, ""),
            checked_on=top.must("checked_on", datetime.date, datetime.date(1970, 1, 1)),
            licence=top.must("licence", str, ""),
            notice=top.take("notice", str, ""),
            sections=sections,
            facts=facts,
            asked_when=asked_when,
            conditions=vocabulary.named,
            places=places,
            terms=read_terms(self.layers.table("terms.toml"), vocabulary),
            norms=read_norm_words(self.layers.table("norms.toml", {"groups": 3})),
            authorities=read_authorities(self.layers.table("authorities.toml", depth=1), vocabulary),
            locales=self._locales(vocabulary, places),
            spelling=read_spelling(self.layers.table("spelling.toml")),
            outlines={},
            clauses={},
            packs=self.layers.packs,
        )
        top.close()
        return self._with_clauses(library, settled.drafts, vocabulary, at_once=at_once)

    def _with_clauses(
        self, library: Library, drafts: tuple[Draft, ...], vocabulary: Vocabulary, *, at_once: bool
    ) -> Library:
        """The library with its clauses, and with its outlines, which name those."""
        clauses = read_clauses(drafts, vocabulary, library.authorities, library.norms)
        if at_once:
            parse_texts(clauses, self.found)
        known = Known(facts=library.facts, clauses={}, terms=tuple(library.terms), shown=SHOWN_TO["staff"])
        known = known_to(clauses, known)
        names = OutlineNames(
            practice=vocabulary,
            chosen=attrs.evolve(vocabulary, reads="chosen"),
            client=attrs.evolve(vocabulary, reads="client"),
            sections=tuple(library.sections),
            takes={name: documents_of(versions[-1]) for name, versions in clauses.items()},
            known=known,
        )
        library = attrs.evolve(library, clauses=clauses, outlines=read_outlines(self.layers, names))
        library = attrs.evolve(library, rules=self._rules(library, names.chosen))
        if at_once:
            check_links(library, known, self.found)
        return library

    def _rules(self, library: Library, vocabulary: Vocabulary) -> tuple[Rule, ...]:
        """The rules of the library and of the packs over it, if they have any."""
        wording = self.layers.table_if_there("wording.toml")
        rules = self.layers.table_if_there("rules.toml", depth=1)
        names = RuleNames(
            vocabulary=vocabulary,
            clauses=library.clauses,
            norms=library.norms,
            authorities=library.authorities,
            looks=read_wording(wording) if wording else {},
        )
        return read_rules(rules, names) if rules else ()

    def _locales(self, vocabulary: Vocabulary, places: Mapping[str, str]) -> dict[str, Locale]:
        locales = {}
        for folder, name in self.layers.files("locales/*.toml"):
            tag = name.removeprefix("locales/").removesuffix(".toml")
            locales[tag] = read_locale(folder.table(name), tag, vocabulary, places)
        return dict(sorted(locales.items()))


def _named_conditions(table: Table, vocabulary: Vocabulary) -> dict[str, NamedCondition]:
    """Named conditions, each of which may read those before it."""
    known: dict[str, NamedCondition] = {}
    for name, entry in table.tables("conditions"):
        check_name(entry, name, "condition")
        if name in vocabulary.facts:
            entry.wrong(Code.VALUE_REPEATED, f"`{name}` is the name of a fact already.")
        entry.must_have("is")
        holds = condition(entry, "is", attrs.evolve(vocabulary, named=dict(known)))
        words = entry.must("words", str, name)
        entry.close()
        # a faulty one stands for always, so that those who name it are not faulty too
        known[name] = NamedCondition(name, holds or parse("always", vocabulary), words=words)
    return known
