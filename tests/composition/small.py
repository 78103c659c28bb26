"""A library small enough to see whole, and any part of it replaced: what composing is tried on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent
from typing import Any

from socialpolicy import Library, Policy, Profile, compose

__all__ = ["ANSWERS", "LOCALES", "OUTLINE", "PLACES", "clause", "composed", "row", "small", "tree_of"]

FACTS = """
[facts.practice_name]
kind = "words"
required = true
shown = "public"
question = "What is the practice called?"
[facts.region]
kind = "place"
required = true
shown = "public"
question = "Where is the practice?"
[facts.served_regions]
kind = "place"
many = true
default = { fact = "region" }
shown = "public"
question = "Where are people?"
[facts.professions]
kind = "choices"
options = { counsellor = "counsellor", psychologist = "psychologist" }
default = []
shown = "public"
question = "Which professions?"
[facts.practice_size]
kind = "choice"
options = { solo = "alone", group = "with others" }
default = "solo"
question = "Alone or with others?"
[facts.person_term]
kind = "choice"
options = { client = "client", young-person = "young person" }
default = { locale = "person_term" }
shown = "public"
question = "What do you call the people you see?"
[facts.clinician_term]
kind = "choice"
options = { counsellor = "counsellor" }
default = { locale = "clinician_term" }
shown = "public"
question = "What do you call those who treat them?"
[facts.has_staff]
kind = "yes-no"
default = false
question = "Does anyone work for you?"
[facts.channels]
kind = "choices"
options = { phone = "the phone", email = "email", sms = "text messages" }
default = ["phone"]
shown = "public"
question = "Which channels?"
[facts.phone]
kind = "phone"
shown = "public"
question = "What is the number?"
[facts.motto]
kind = "words"
optional = true
default = "none"
shown = "public"
question = "What is the motto?"
[facts.lines]
kind = "rows"
each_country = true
columns = { service = { kind = "words", label = "Service" }, number = { kind = "words", label = "Number" } }
row = "{{service}}: {{number}}"
default = { locale = "lines" }
shown = "public"
question = "Which lines?"
[facts.effective_date]
kind = "date"
shown = "public"
question = "From when?"
[facts.policy_version]
kind = "words"
default = "1.0"
shown = "public"
question = "Which version?"
[facts.client_name]
about = "client"
kind = "words"
shown = "clients"
question = "What is the name?"
[facts.client_signers]
about = "client"
kind = "rows"
columns = { name = { kind = "words" }, role = { kind = "words", optional = true } }
shown = "clients"
question = "Who signs?"
[facts.client_is_minor]
about = "client"
kind = "yes-no"
question = "Is the client under 18?"
[facts.start_date]
about = "client"
kind = "date"
optional = true
shown = "clients"
question = "When does it begin?"
"""

PLACES = """
[places.AU]
name = "Australia"
regions = { AU-NSW = "New South Wales", AU-VIC = "Victoria" }
[places.US]
name = "United States"
regions = { US-TX = "Texas" }
[places.IE]
name = "Ireland"
regions = { IE-D = "Dublin" }
"""

_ROW = 'confidence = "V"\nsource = "seen"\nchecked_on = 2026-01-01\n'


def row(name: str, value: str, more: str = "") -> str:
    """One row of a locale."""
    return f"[[{name}]]\nvalue = {value}\n{more}\n{_ROW}"


LOCALES = {
    "en-AU": """
        tag = "en-AU"
        country = "AU"
        name = "Australia"
        paper = "A4"
        spelling = "british"
        date = "d MMMM y"
        quotes = ["‘", "’", "“", "”"]
        checked_on = 2026-01-01
        """
    + row("person_term", '"client"')
    + row("clinician_term", '"counsellor"')
    + row("lines", '{ service = "Lifeline", number = "13 11 14" }', 'within = "AU"')
    + row("lines", '{ service = "NSW Line", number = "1800" }', 'within = "AU-NSW"')
    + row("lines", '{ service = "Staff Line", number = "1" }', "when = 'has_staff'"),
    "en-US": """
        tag = "en-US"
        country = "US"
        name = "United States"
        paper = "Letter"
        spelling = "american"
        date = "MMMM d, y"
        quotes = ["“", "”", "‘", "’"]
        checked_on = 2026-01-01
        """
    + row("person_term", '"client"')
    + row("clinician_term", '"counsellor"')
    + row("lines", '{ service = "988", number = "988" }', 'within = "US"')
    + row("lines", '{ service = "988", number = "988" }', 'within = "US-TX"'),
}

OUTLINE = """
title = "A policy"
when = 'always'
audience = "clients"
numbers = "provisions"
references = "section {number}"
box_reference = "the box"
[[parts]]
heading = "All of it"
take = ["section:main"]
"""

CLAUSE = """
title = "{title}"
heading = "{title}?"
intent = "i"
when = 'always'
reasons = ["expectations"]
benefits = ["client-trust"]
texts = {{ client-addendum = "full" }}
effective = 2026-01-01
review_by = 2030-01-01
change = "c"
"""
_ONE_STANCE = '[stances.usual]\nlabel = "l"\ndefault = true\n'

ANSWERS: Mapping[str, Any] = {"practice_name": "Saltbush", "region": "AU-NSW"}


def clause(name: str, text: str = "Words.", *, top: str = "", below: str = _ONE_STANCE) -> str:
    """A clause file; `top` are keys, each in place of the usual one, and `below` the tables."""
    keys = {line.partition(" = ")[0]: line for line in CLAUSE.format(title=name).strip().split("\n")}
    keys.update((line.partition(" = ")[0], line) for line in dedent(top).strip().split("\n") if line)
    body = text if text.startswith("# ") else f"# full\n{text}"
    return "\n".join(["+++", *keys.values(), dedent(below), "+++", "", body, ""])


def small(
    clauses: Mapping[str, str],
    *,
    facts: str = "",
    files: Mapping[str, str] | None = None,
    outline: str = OUTLINE,
    locales: Mapping[str, str] = LOCALES,
) -> Library:
    """A library of these clauses: "name", "name@1.1.0" or "section/name" → file; `files` replace others."""
    written = {
        "library.toml": 'name = "small"\nedition = "1"\nchecked_on = 2026-01-01\nlicence = "CC0-1.0"\n'
        '[sections]\nmain = "Main"\nmore = "More"\n',
        "facts.toml": f"{FACTS}\n{dedent(facts)}\n{PLACES}",
        "terms.toml": "",
        "authorities.toml": "",
        "norms.toml": "",
        "spelling.toml": '[pairs]\ncentre = "center"\ncolour = "color"\n'
        'counsellor = "counselor"\ncounsellors = "counselors"\n',
        "outlines/client-addendum/default.toml": dedent(outline),
        **{f"locales/{tag}.toml": dedent(text) for tag, text in locales.items()},
        **{_file_of(name): text for name, text in clauses.items()},
        **(files or {}),
    }
    with TemporaryDirectory() as folder:
        for name, text in written.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(dedent(text), encoding="utf-8")
        return Library.read(folder)


def _file_of(name: str) -> str:
    where, _, version = name.partition("@")
    return f"{where if '/' in where else f'main/{where}'}/{version or '1.0.0'}.md"


def composed(library: Library, **values: Any) -> Policy:
    """The policy of a practice that gives these answers beside those that every practice must give."""
    answers = {**ANSWERS, "effective_date": date(2026, 6, 1), **values}
    return compose(library, Profile.of(library, **answers))


def tree_of(library: Library, **values: Any) -> Any:
    """The addendum of such a practice, as a tree."""
    return composed(library, **values).document("client-addendum").tree
