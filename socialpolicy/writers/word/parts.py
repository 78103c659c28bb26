"""The parts of an Office file as they hang together: what each is, and which others it names."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from xml.sax.saxutils import quoteattr

import attrs
from lxml import etree

from socialpolicy.errors import Code, Place, WrongValue
from socialpolicy.writers.word.names import DECLARATION, RELATION

__all__ = ["PackageParts", "R", "Relation", "parsed", "relations_in", "written_xml"]

R = f"{{{RELATION}}}"

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELATIONS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"


@attrs.frozen
class Relation:
    """One relationship: its id, the last word of its type, the part or (`external`) the address it names."""

    id: str
    kind: str
    target: str = attrs.field(kw_only=True)
    external: bool = attrs.field(default=False, kw_only=True)


@attrs.define
class PackageParts:
    """`content` and `types` by part name; `relations` by the part that they start from, "" the package."""

    content: dict[str, bytes]
    types: dict[str, str]
    relations: dict[str, list[Relation]]

    @classmethod
    def of(cls, members: Mapping[str, bytes], place: Place) -> PackageParts:
        """The parts of these members; raises WrongValue where a list of them cannot be read."""
        names = [name for name in members if name != "[Content_Types].xml" and not _is_relations(name)]
        types = _types_of(parsed(members.get("[Content_Types].xml", b""), place), names)
        relations = {
            source: list(relations_in(parsed(members[name], place), source))
            for name in members
            if _is_relations(name)
            for source in [_source_of(name)]
        }
        return cls({name: members[name] for name in names}, types, relations)

    def related(self, source: str, kind: str) -> list[Relation]:
        """The relationships of a kind that start from a part."""
        return [relation for relation in self.relations.get(source, []) if relation.kind == kind]

    @property
    def main(self) -> str:
        """The name of the part that holds the text; "" where there is none."""
        found = self.related("", "officeDocument")
        return found[0].target if found and found[0].target in self.content else ""

    def one(self, kind: str) -> str:
        """The name of the part of a kind that the text leans on; "" where there is none."""
        found = [relation.target for relation in self.related(self.main, kind)]
        return next((name for name in found if name in self.content), "")

    def add(self, kind: str, name: str, content: bytes, *, type: str) -> str:
        """Hang a new part on the text; its relationship's id, which no other has."""
        relations = self.relations.setdefault(self.main, [])
        taken = {relation.id for relation in relations}
        id = next(id for id in (f"sp{number}" for number in range(1, len(taken) + 2)) if id not in taken)
        relations.append(Relation(id, kind, target=name))
        self.content[name], self.types[name] = content, type
        return id

    def members(self) -> dict[str, bytes]:
        """The members of the file, its lists of parts and relationships written anew."""
        lists = {_list_name(source): _written(source, found) for source, found in self.relations.items()}
        overrides = "".join(
            f"<Override PartName={quoteattr('/' + name)} ContentType={quoteattr(self.types[name])}/>"
            for name in self.content
        )
        types = (
            f'<Types xmlns="{_TYPES}"><Default Extension="rels" ContentType="{_RELATIONS_TYPE}"/>'
            f"{overrides}</Types>"
        )
        return {"[Content_Types].xml": (DECLARATION + types).encode(), **lists, **self.content}


def parsed(content: bytes, place: Place) -> etree._Element:
    """A part as XML, without comments; raises WrongValue where it is none."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        raise WrongValue(Code.PACKAGE_XML, "A part of this file is not XML.", place) from None


def written_xml(root: etree._Element) -> bytes:
    """A part as the bytes of a file."""
    return DECLARATION.encode() + etree.tostring(root)


# ---------- the lists ----------


def _is_relations(name: str) -> bool:
    return posixpath.dirname(name).rpartition("/")[2] == "_rels" and name.endswith(".rels")


def _source_of(name: str) -> str:
    folder, _, file = name.rpartition("/")
    return posixpath.join(folder.removesuffix("_rels").rstrip("/"), file.removesuffix(".rels"))


def _list_name(source: str) -> str:
    folder, file = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def _types_of(root: etree._Element, names: list[str]) -> dict[str, str]:
    """A part's own type, else that of its ending; names and endings are told apart whatever their case."""
    own = {one.get("PartName", "").lower().lstrip("/"): one for one in root.iter(f"{{{_TYPES}}}Override")}
    endings = {one.get("Extension", "").lower(): one for one in root.iter(f"{{{_TYPES}}}Default")}
    types = {}
    for name in names:
        found = own.get(name.lower())
        if found is None:
            found = endings.get(name.lower().rpartition(".")[2])
        types[name] = "" if found is None else found.get("ContentType", "")
    return types


def relations_in(root: etree._Element, source: str) -> Iterator[Relation]:
    """The relationships in the list of a part (`source`), or of the package ("")."""
    for one in root.iter(f"{{{_RELATIONS}}}Relationship"):
        target, external = one.get("Target", ""), one.get("TargetMode") == "External"
        if not external:
            target = posixpath.normpath(posixpath.join("/", posixpath.dirname(source), target)).lstrip("/")
        kind = one.get("Type", "").rpartition("/")[2]
        yield Relation(one.get("Id", ""), kind, target=target, external=external)


def _written(source: str, relations: list[Relation]) -> bytes:
    folder = posixpath.dirname(source)
    entries = "".join(_entry(relation, folder) for relation in relations)
    return f'{DECLARATION}<Relationships xmlns="{_RELATIONS}">{entries}</Relationships>'.encode()


def _entry(relation: Relation, folder: str) -> str:
    inside = posixpath.relpath(f"/{relation.target}", f"/{folder}")
    target = relation.target if relation.external else inside
    mode = ' TargetMode="External"' * relation.external
    kind = f"{RELATION}/{relation.kind}"
    return f'<Relationship Id="{relation.id}" Type="{kind}" Target={quoteattr(target)}{mode}/>'
