"""The first pass over clause files: what each is called, and the stances and facts that others may name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from socialpolicy.conditions import Vocabulary
from socialpolicy.conditions.vocabulary import Reads
from socialpolicy.errors import Code, Place, Refused, WrongValue
from socialpolicy.facts.fact import Fact
from socialpolicy.library.naming import no_such, shown
from socialpolicy.library.pack import Pack
from socialpolicy.library.reading.clausefile import ClauseFile, parse_clause_file
from socialpolicy.library.reading.defaults import check_defaults
from socialpolicy.library.reading.facts import read_facts
from socialpolicy.library.reading.names import is_id
from socialpolicy.library.reading.opening import CLAUSE_LIMIT, Folder
from socialpolicy.library.reading.published import check_published
from socialpolicy.library.reading.table import Table
from socialpolicy.library.versions import Version

__all__ = ["Draft", "read_drafts", "vocabulary_of"]

_NOT_SECTIONS = ("outlines", "locales")


@attrs.frozen(kw_only=True)
class Draft:
    """What the first pass knows of a clause file: its name and place, its stances and its own facts.

    `replaces` is what it says of the clause whose place it takes; `was` are stances by their former names.
    """

    id: str
    section: str
    version: Version
    table: Table
    file: ClauseFile
    stances: tuple[str, ...]
    facts: Mapping[str, Fact]
    pack: Pack | None
    replaces: str
    was: Mapping[str, str]

    def names(self, vocabulary: Vocabulary, reads: Reads) -> Vocabulary:
        """The vocabulary of the clause at one stage: its own facts stand beside those of the practice."""
        facts = {**vocabulary.facts, **(self.facts if reads == "chosen" else {})}
        return attrs.evolve(vocabulary, facts=facts, own=self.id, reads=reads)


def read_drafts(
    folder: Folder, facts: Mapping[str, Fact], places: Mapping[str, str], sections: Mapping[str, str]
) -> tuple[Draft, ...]:
    """Every clause file of the folder that can be opened."""
    names = (name for name in folder.names("*/*/*.md") if name.partition("/")[0] not in _NOT_SECTIONS)
    drafts = tuple(draft for name in names if (draft := _draft(folder, name, facts, places)))
    _check_sections(drafts, sections, folder)
    check_published(folder, {(draft.id, str(draft.version)): draft.file.digest for draft in drafts})
    return drafts


def _draft(folder: Folder, name: str, facts: Mapping[str, Fact], places: Mapping[str, str]) -> Draft | None:
    section, clause, _ = name.split("/")
    version = _version(folder, name)
    file = _file(folder, name)
    if version is None or file is None:
        return None
    table = Table.of(file.front, folder.found)
    own = read_facts(table, facts, places, clause)
    check_defaults(table, own, facts)
    return Draft(
        id=clause,
        section=section,
        version=version,
        table=table,
        file=file,
        stances=tuple(stance for stance, _ in table.tables("stances")),
        facts=own,
        pack=folder.pack,
        replaces=table.take("replaces", str, ""),
        was={former: stance for stance, entry in table.tables("stances") if (former := _former(entry))},
    )


def _former(stance: Table) -> str:
    """What a stance was called; its table is read once more with the clause, and reported then."""
    former = stance.values.get("was")
    return former if isinstance(former, str) else ""


def _version(folder: Folder, name: str) -> Version | None:
    section, clause, file = name.split("/")
    for what, part in (("section", section), ("clause", clause)):
        if not is_id(part):
            message = f"`{shown(part)}` cannot be the name of a {what}."
            hint = "lower-case words joined by -, at most 48 characters"
            folder.found.add(WrongValue(Code.NAME_FORM, message, Place(folder.called(name)), hint))
    try:
        return Version.parse(file.removesuffix(".md"), Place(folder.called(name)))
    except WrongValue as finding:
        folder.refuse(name, finding)
        return None


def _file(folder: Folder, name: str) -> ClauseFile | None:
    text = folder.text(name, CLAUSE_LIMIT)
    if text is None:
        return None
    try:
        return parse_clause_file(text, folder.called(name), folder.found)
    except Refused as refused:
        folder.refuse(name, *refused.findings)
    except WrongValue as finding:
        folder.refuse(name, finding)
    return None


def _check_sections(drafts: Iterable[Draft], sections: Mapping[str, str], folder: Folder) -> None:
    homes: dict[str, str] = {}
    for draft in drafts:
        place = draft.table.place()
        home = homes.setdefault(draft.id, draft.section)
        if draft.section not in sections:
            folder.found.add(no_such("section", draft.section, sections, place))
        if home != draft.section:
            message = f"The clause `{draft.id}` stands in two sections: {home} and {draft.section}."
            folder.found.add(WrongValue(Code.VALUE_REPEATED, message, place))


def vocabulary_of(facts: Mapping[str, Fact], drafts: Iterable[Draft]) -> Vocabulary:
    """What conditions of a library may name, all versions of its clauses together."""
    stances: dict[str, tuple[str, ...]] = {}
    clause_facts: dict[str, Fact] = {}
    for draft in drafts:
        stances[draft.id] = tuple(dict.fromkeys((*stances.get(draft.id, ()), *draft.stances)))
        clause_facts.update({fact.key: fact for fact in draft.facts.values()})
    return Vocabulary(facts=facts, clause_facts=clause_facts, stances=stances)
