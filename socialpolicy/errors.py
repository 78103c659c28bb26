"""Findings and errors: every fault that this package reports, as data with a stable code."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Any, Literal, Self

import attrs

__all__ = [
    "Code",
    "Collector",
    "Finding",
    "NotFound",
    "NotWritten",
    "Place",
    "Refused",
    "Severity",
    "SocialPolicyError",
    "WrongKind",
    "WrongValue",
    "printable",
]

Severity = Literal["refuse", "warn"]


class Code(StrEnum):
    """The stable name of a kind of finding; part of the public contract, as the wording is not."""

    # --- conditions ---
    CONDITION_SYNTAX = "condition-syntax"
    CONDITION_UNKNOWN_NAME = "condition-unknown-name"
    CONDITION_TYPE = "condition-type"
    CONDITION_OPTION = "condition-option"
    CONDITION_RANGE = "condition-range"
    CONDITION_STAGE = "condition-stage"
    CONDITION_UNDECIDED = "condition-undecided"
    # --- files and TOML ---
    FILE_NOT_FOUND = "file-not-found"
    FILE_TOO_LARGE = "file-too-large"
    FILE_ENCODING = "file-encoding"
    FILE_NOT_WRITTEN = "file-not-written"
    TOML_SYNTAX = "toml-syntax"
    TEXT_CHARACTER = "text-character"
    # --- keys and values of facts, profiles, clause files ---
    KEY_UNKNOWN = "key-unknown"
    KEY_MISSING = "key-missing"
    VALUE_KIND = "value-kind"
    VALUE_OPTION = "value-option"
    VALUE_RANGE = "value-range"
    VALUE_FORM = "value-form"
    # --- facts layer ---
    VALUE_REPEATED = "value-repeated"
    # --- guarding layer ---
    FILE_NOT_READ = "file-not-read"
    FILE_NOT_CONFIRMED = "file-not-confirmed"
    # --- the package that a .docx is ---
    PACKAGE_EMPTY = "package-empty"
    PACKAGE_OLD_DOC = "package-old-doc"
    PACKAGE_ENCRYPTED = "package-encrypted"
    PACKAGE_OLE = "package-ole"
    PACKAGE_NOT_WORD = "package-not-word"
    PACKAGE_OTHER_OFFICE = "package-other-office"
    PACKAGE_MACROS = "package-macros"
    PACKAGE_TEMPLATE = "package-template"
    PACKAGE_STRICT = "package-strict"
    PACKAGE_TRUNCATED = "package-truncated"
    PACKAGE_DAMAGED = "package-damaged"
    PACKAGE_TOO_LARGE = "package-too-large"
    PACKAGE_TOO_MANY = "package-too-many"
    PACKAGE_TOO_DEEP = "package-too-deep"
    PACKAGE_OVERLAP = "package-overlap"
    PACKAGE_MISMATCH = "package-mismatch"
    PACKAGE_EXTRA_BYTES = "package-extra-bytes"
    PACKAGE_ZIP_FEATURE = "package-zip-feature"
    PACKAGE_NAME = "package-name"
    PACKAGE_NAME_TWICE = "package-name-twice"
    PACKAGE_XML = "package-xml"
    PACKAGE_DOCTYPE = "package-doctype"
    PACKAGE_ENCODING = "package-encoding"
    PACKAGE_PART_MISSING = "package-part-missing"
    PACKAGE_RELATIONSHIP = "package-relationship"
    # --- clause files and the rest of a library ---
    FRONT_MATTER = "front-matter"
    TEXT_SYNTAX = "text-syntax"
    TEXT_MISSING = "text-missing"
    TEXT_TOO_PUBLIC = "text-too-public"
    TEXT_UNUSED = "text-unused"
    NAME_FORM = "name-form"
    NAME_UNKNOWN = "name-unknown"
    DEFAULT_CYCLE = "default-cycle"
    CLAUSE_PUBLISHED = "clause-published"
    # --- packs ---
    PACK_CONFLICT = "pack-conflict"
    PACK_STANCE = "pack-stance"
    FILE_OUTSIDE = "file-outside"
    # --- writers ---
    FORMAT_UNKNOWN = "format-unknown"
    FILE_SAYS_OTHERWISE = "file-says-otherwise"
    ANCHOR_IN_ANSWER = "anchor-in-answer"
    ANCHORS_DIFFER = "anchors-differ"
    PDF_EXTRA = "pdf-extra"
    PDF_CHARACTER = "pdf-character"
    OFFICE_MISSING = "office-missing"
    OFFICE_FAILED = "office-failed"
    LARGE_PRINT_UNUSED = "large-print-unused"
    # --- letterheads ---
    LETTERHEAD_TAG = "letterhead-tag"
    LETTERHEAD_CODE = "letterhead-code"
    LETTERHEAD_BODY = "letterhead-body"
    LETTERHEAD_SPLIT = "letterhead-split"
    LETTERHEAD_ACTIVE = "letterhead-active"
    LETTERHEAD_FIELD = "letterhead-field"
    LETTERHEAD_LEFT_OUT = "letterhead-left-out"
    LETTERHEAD_UNSEEN = "letterhead-unseen"
    LETTERHEAD_STYLE = "letterhead-style"
    LETTERHEAD_IMPRINT = "letterhead-imprint"
    LETTERHEAD_FONT = "letterhead-font"
    LETTERHEAD_CONTRAST = "letterhead-contrast"
    LETTERHEAD_UNUSED = "letterhead-unused"
    LETTERHEAD_DIFFERS = "letterhead-differs"
    # --- attaching ---
    AGREEMENT_FORM = "agreement-form"
    AGREEMENT_PROTECTED = "agreement-protected"
    AGREEMENT_SIGNED = "agreement-signed"
    AGREEMENT_ATTACHED = "agreement-attached"
    AGREEMENT_TRACKED = "agreement-tracked"
    HEADING_UNKNOWN = "heading-unknown"
    # --- reading of Word files ---
    TEXT_HIDDEN = "text-hidden"
    TEXT_FAINT = "text-faint"
    TEXT_TRACKED = "text-tracked"
    TEXT_ASIDE = "text-aside"
    TEXT_UNREAD = "text-unread"
    # --- composing ---
    DECISION_OPEN = "decision-open"
    STANCE_REFUSED = "stance-refused"
    STANCE_UNCLEAR = "stance-unclear"
    CLAUSE_NEEDED = "clause-needed"
    VERSION_NONE = "version-none"
    VERSION_CONFLICT = "version-conflict"
    VERSION_WITHDRAWN = "version-withdrawn"
    LOCALE_NONE = "locale-none"
    DOCUMENT_NONE = "document-none"
    DOCUMENT_EMPTY = "document-empty"
    BLANK_LEFT = "blank-left"
    REVIEW_DUE = "review-due"
    # --- rules, and what a practice types ---
    RULE_BROKEN = "rule-broken"
    RULE_WARNING = "rule-warning"
    NORMS_CONTRADICT = "norms-contradict"
    TYPED_TEXT = "typed-text"
    OWN_UNUSED = "own-unused"
    # --- keeping ---
    JSON_SYNTAX = "json-syntax"
    LOCK_FORMAT = "lock-format"
    CLAUSE_DIFFERS = "clause-differs"
    PACK_DIFFERS = "pack-differs"
    OUTPUT_DIFFERS = "output-differs"
    # --- merging ---
    CLIENTS_NONE = "clients-none"
    ROW_SHAPE = "row-shape"
    ROW_KEY = "row-key"
    ROW_FAILED = "row-failed"
    NAME_TAKEN = "name-taken"
    MERGE_BEGUN = "merge-begun"
    MERGE_DIFFERS = "merge-differs"
    # --- assembling ---
    SIGNERS_NONE = "signers-none"


@attrs.frozen
class Place:
    """Where a finding is: a file, a key path in it, and a line and column counted from 1 (0: not known).

    `excerpt` is the source line that a caret is shown under; it is never set for a client's value.
    """

    file: str = ""
    path: str = ""
    line: int = attrs.field(default=0, kw_only=True)
    column: int = attrs.field(default=0, kw_only=True)
    length: int = attrs.field(default=1, kw_only=True)
    excerpt: str = attrs.field(default="", kw_only=True)

    def at(self, **changes: Any) -> Place:
        """This place with some fields changed."""
        return attrs.evolve(self, **changes)

    def __str__(self) -> str:
        spot = ":".join([self.file, str(self.line)] if self.line else [self.file])
        return printable(", ".join(part for part in (spot, self.path) if part))


class SocialPolicyError(Exception):
    """The base of every error that this package raises."""


@attrs.frozen(eq=False, str=False, repr=False)
class Finding(SocialPolicyError):
    """One fault: a stable code, a sentence, a place, a hint and a severity."""

    code: Code
    message: str
    place: Place = Place()
    hint: str = ""
    severity: Severity = "refuse"

    def __str__(self) -> str:
        spot = f"{self.place}: " if str(self.place) else ""
        hint = f" ({self.hint})" if self.hint else ""
        return f"{spot}{self.message}{hint} [{self.code}]"

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.code.value!r}, {self.message!r})"

    def __reduce__(self) -> tuple[type[Self], tuple[Any, ...]]:
        return type(self), (self.code, self.message, self.place, self.hint, self.severity)


class WrongValue(Finding, ValueError):
    """A value, a text or a condition that cannot stand."""


class WrongKind(Finding, TypeError):
    """A value of another kind than the one that was asked for."""


class NotFound(Finding, LookupError):
    """A name that nothing carries."""


class NotWritten(Finding, RuntimeError):
    """A file that was not written, or (FILE_NOT_CONFIRMED) that may not outlast a power cut."""


class Refused(SocialPolicyError, ExceptionGroup[Finding]):
    """Everything that stands in the way, at once; the leaves are findings."""

    def __new__(cls, message: str, findings: Sequence[Finding]) -> Self:
        return super().__new__(cls, message, list(findings))

    def derive(self, excs: Sequence[Finding]) -> Refused:  # type: ignore[override]
        """A group of the same kind for a part of the findings (for `except*`)."""
        return Refused(self.message, excs)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings, in the order in which they were met."""
        return tuple(self.exceptions)  # type: ignore[arg-type]

    def __reduce__(self) -> tuple[Any, ...]:
        return Refused, (self.message, list(self.exceptions))


@attrs.define
class Collector:
    """Gathers findings, so that one pass reports every fault."""

    findings: list[Finding] = attrs.field(factory=list)

    def add(self, finding: Finding) -> None:
        """Keep one finding."""
        self.findings.append(finding)

    def extend(self, findings: Iterable[Finding]) -> None:
        """Keep several findings."""
        self.findings.extend(findings)

    def refuse(self, message: str) -> None:
        """Raise `Refused` with everything gathered, in the order of files and lines, if any of it refuses."""
        if any(finding.severity == "refuse" for finding in self.findings):
            raise Refused(message, sorted(self.findings, key=_where))


def printable(text: str) -> str:
    """The text with whatever does not print escaped: the name of a file may not steer a terminal."""
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape", "surrogatepass").decode()
        for char in text
    )


def _where(finding: Finding) -> tuple[str, int, int]:
    return finding.place.file, finding.place.line, finding.place.column
