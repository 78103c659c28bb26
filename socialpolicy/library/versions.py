"""Versions X.Y.Z of clauses and the ranges that others ask for."""

from __future__ import annotations

import re
from functools import lru_cache, total_ordering

import attrs
from packaging.specifiers import InvalidSpecifier, SpecifierSet

from socialpolicy.errors import Code, Place, WrongValue

__all__ = ["Requirement", "Version"]

_VERSION = re.compile(r"(0|[1-9][0-9]{0,3})\.(0|[1-9][0-9]{0,3})\.(0|[1-9][0-9]{0,3})")
_REQUIREMENT = re.compile(r"([a-z][a-z0-9-]{0,47})(?:[ \t]+(\S.*))?")


@total_ordering
@attrs.frozen(order=False)
class Version:
    """X.Y.Z. Major: rights or duties change; minor: something is added; patch: wording only."""

    major: int
    minor: int
    patch: int = attrs.field(kw_only=True)

    @classmethod
    def parse(cls, text: str, place: Place) -> Version:
        """The version that a text names; raises WrongValue."""
        match = _VERSION.fullmatch(text)
        if match is None:
            raise WrongValue(Code.NAME_FORM, f'"{text}" is not a version.', place, "write it like 1.0.0")
        return cls(int(match[1]), int(match[2]), patch=int(match[3]))

    def __lt__(self, other: Version) -> bool:
        return (self.major, self.minor, self.patch) < (other.major, other.minor, other.patch)

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}.{self.patch}"


@attrs.frozen
class Requirement:
    """Another clause that must stand, and the versions of it that will do ("" for any)."""

    clause: str
    versions: str
    place: Place = attrs.field(default=Place(), kw_only=True, eq=False)

    @classmethod
    def parse(cls, text: str, place: Place) -> Requirement:
        """`"email"` or `"email >=1.0,<2"` (ranges as in `packaging`); raises WrongValue."""
        match = _REQUIREMENT.fullmatch(text)
        try:
            if match is None:
                raise InvalidSpecifier(text)
            return cls(match[1], str(SpecifierSet(match[2] or "")), place=place)
        except InvalidSpecifier:
            hint = 'write a clause, and perhaps versions: "email >=1.0"'
        raise WrongValue(Code.NAME_FORM, f'"{text}" is not a requirement.', place, hint)

    def allows(self, version: Version) -> bool:
        """Whether a version of the clause will do."""
        return not self.versions or str(version) in _range(self.versions)


@lru_cache(maxsize=1_024)
def _range(versions: str) -> SpecifierSet:
    return SpecifierSet(versions)
