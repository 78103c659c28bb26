"""The one way an Office file comes in: its members, once the guard has let them pass.

Whoever reads a package works on these bytes and opens no file itself. Everything is checked before anything
is handed out, so that what is handed out can be read without a further look at who made it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs

from socialpolicy.errors import Code, Place, WrongValue
from socialpolicy.guarding.package.bounds import COPY_AGAIN, FILE, NAME, SAVE_AGAIN, mib
from socialpolicy.guarding.package.counting import Markup
from socialpolicy.guarding.package.directory import read_directory
from socialpolicy.guarding.package.disguise import MAGIC, other_file
from socialpolicy.guarding.package.flat import SEPARATOR, root_name
from socialpolicy.guarding.package.inflating import check_sizes, inflate, too_large
from socialpolicy.guarding.package.kinds import (
    CONTENT_TYPES,
    ContentTypes,
    check_macros,
    check_main,
    check_zip,
    read_types,
)
from socialpolicy.guarding.package.markup import check_markup, utf8
from socialpolicy.guarding.package.names import check_alone
from socialpolicy.guarding.package.relations import (
    ROOT_RELATIONS,
    Relation,
    check_chains,
    main_part,
    read_relations,
    source_of,
    strict,
)
from socialpolicy.guarding.package.spans import locate

__all__ = ["Package", "read_package"]

_ROOT = f"http://schemas.openxmlformats.org/wordprocessingml/2006/main{SEPARATOR}document"
_STRICT_ROOT = f"http://purl.oclc.org/ooxml/wordprocessingml/main{SEPARATOR}document"
_USUAL = "word/document.xml"


@attrs.frozen
class Package:
    """The members of a file that passed the guard: name → bytes, in the order in which the file has them.

    Folders are left out. `main` names the member that is the document itself, which is mostly, not always,
    `word/document.xml`.
    """

    members: Mapping[str, bytes]
    main: str = _USUAL


def read_package(content: bytes, place: Place = Place()) -> Package:  # noqa: B008 – it is frozen
    """The members of a Word document; raises WrongValue, which says why it is none that can be read.

    The bounds and what each code means stand in `docs/trust.md`. Nothing of the document is in the error, nor
    in its traceback, but the name of a member.
    """
    try:
        return _guarded(content, place)
    except WrongValue as fault:
        found = fault.with_traceback(None)  # the frames below hold the document
    del content
    raise found


def _guarded(content: bytes, place: Place) -> Package:
    members = _members(content, place)
    check_zip(members, place)
    types = _types(members, place)
    check_macros(types, members, place)
    main = _main(members, types, place)
    _check_parts(members, types, place)
    _check_root(members[main], place.at(path=main))
    check_chains(dict(_related(members, place)), place)
    return Package(members, main)


def _members(content: bytes, place: Place) -> dict[str, bytes]:
    if len(content) > FILE:
        raise too_large(f"The file is larger than {mib(FILE)}.", place)
    if not content.startswith(MAGIC):
        raise other_file(content, place)
    entries, start = read_directory(content, place)
    check_alone((entry.name for entry in entries), place)
    check_sizes(entries, place)
    located = [*locate(content, entries, start, place)]
    read = {entry.name: inflate(content, entry, first, place) for entry, first in located}
    return {name: part for name, part in read.items() if not name.endswith("/")}


def _types(members: Mapping[str, bytes], place: Place) -> ContentTypes:
    spot = place.at(path=CONTENT_TYPES)
    check_markup(members[CONTENT_TYPES], Markup(), spot)  # and again with all others
    return read_types(utf8(members[CONTENT_TYPES], spot), spot)


def _main(members: Mapping[str, bytes], types: ContentTypes, place: Place) -> str:
    """The name of the main part, which is there and is what a Word document has for one."""
    spot = place.at(path=ROOT_RELATIONS)
    if ROOT_RELATIONS not in members:
        message = "The file does not say which of its parts is the document."
        raise WrongValue(Code.PACKAGE_PART_MISSING, message, spot, COPY_AGAIN)
    check_markup(members[ROOT_RELATIONS], Markup(), spot)
    main = main_part([*read_relations(utf8(members[ROOT_RELATIONS], spot), "", spot)], spot)
    if main not in members:
        message = "The document itself is missing in the file."
        raise WrongValue(Code.PACKAGE_PART_MISSING, message, place.at(path=main[:NAME]), COPY_AGAIN)
    check_main(types.of(main), place.at(path=main))
    if main != _USUAL and _USUAL in members:
        message = "The file holds two documents."  # some readers would take the one, some the other
        raise WrongValue(Code.PACKAGE_RELATIONSHIP, message, place.at(path=main), SAVE_AGAIN)
    return main


def _check_parts(members: Mapping[str, bytes], types: ContentTypes, place: Place) -> None:
    held = Markup()
    for name, part in members.items():
        if types.is_xml(name):
            held = check_markup(part, held, place.at(path=name))


def _check_root(part: bytes, place: Place) -> None:
    root = root_name(utf8(part, place), place)
    if root == _STRICT_ROOT:
        raise strict(place)
    if root != _ROOT:
        message = "The main part of the file is no Word document."
        raise WrongValue(Code.PACKAGE_NOT_WORD, message, place, SAVE_AGAIN)


def _related(members: Mapping[str, bytes], place: Place) -> Iterator[tuple[str, Sequence[Relation]]]:
    for name, part in members.items():
        source = source_of(name)
        if source is not None:
            spot = place.at(path=name)
            yield source, [*read_relations(utf8(part, spot), source, spot)]
