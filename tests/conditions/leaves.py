"""The smallest conditions, each beside what it means in plain Python, written apart from the package."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any

import attrs
from hypothesis import strategies as st

from socialpolicy.facts.values import NONE, Duration, Money

Tree = tuple[Any, ...]

_HOURS = {"hours": 1, "days": 24, "weeks": 7 * 24}


def _h(duration: Duration) -> int:
    return duration.amount * _HOURS[duration.unit]


def _place_in(place: str, area: str) -> bool:
    return place == area or place.split("-")[0] == area


@attrs.frozen
class Leaf:
    """A source, the names that it reads, and its meaning over their values."""

    source: str
    names: tuple[str, ...]
    means: Callable[..., bool]

    def value(self, answers: Mapping[str, object]) -> float:
        """0 for no, 1 for yes, a half for not yet."""
        clauses = [name.split(".")[0] for name in self.names if "." in name]
        if any(answers.get(clause) is False for clause in clauses):
            return 0
        values = [answers.get(_key(name)) for name in self.names]
        if any(value is NONE for value in values):
            return 0
        if any(value is None for value in values):
            return 0.5
        # a clause's own names take the clause as present; those of others wait to know
        open_clause = any(answers.get(clause) is None for clause in clauses if clause != "own:text-messages")
        return (0.5 if open_clause else 1) if self.means(*values) else 0


def _key(name: str) -> str:
    return name.removeprefix("own:")


LEAVES = (
    Leaf("has_staff", ("has_staff",), lambda v: v),
    Leaf("trained", ("trained",), lambda v: v),
    Leaf("has_staff == serves_minors", ("has_staff", "serves_minors"), lambda a, b: a is b),
    Leaf('practice_size == "solo"', ("practice_size",), lambda v: v == "solo"),
    Leaf('practice_size != "solo"', ("practice_size",), lambda v: v != "solo"),
    Leaf('practice_size in ("solo", "group")', ("practice_size",), lambda v: v in ["solo", "group"]),
    Leaf('channels has "sms"', ("channels",), lambda v: v.count("sms") == 1),
    Leaf("channels has primary_channel", ("channels", "primary_channel"), lambda a, b: a.count(b) > 0),
    Leaf('channels has any ("sms", "email")', ("channels",), lambda v: "sms" in v or "email" in v),
    Leaf("languages has motto", ("languages", "motto"), lambda a, b: b in a),
    Leaf("max_age > 3", ("max_age",), lambda v: v > 3),
    Leaf("3 <= max_age", ("max_age",), lambda v: v >= 3),
    Leaf("max_age in (2, 4)", ("max_age",), lambda v: v == 2 or v == 4),
    Leaf("min_age < max_age", ("min_age", "max_age"), lambda a, b: a < b),
    Leaf("cases < max_age", ("cases", "max_age"), lambda a, b: a < b),
    Leaf("reply_within <= 2 working days", ("reply_within",), lambda v: v.amount <= 2),
    Leaf("retry_within > 2 days", ("retry_within",), lambda v: _h(v) > 48),
    Leaf("retry_within in (1 day, 48 hours)", ("retry_within",), lambda v: _h(v) in [24, 48]),
    Leaf("retry_within != delete_within", ("retry_within", "delete_within"), lambda a, b: _h(a) != _h(b)),
    Leaf("kept_for >= 24 months", ("kept_for",), lambda v: v.amount >= 2),
    Leaf("any_length < reply_within", ("any_length", "reply_within"),
         lambda a, b: a.unit == b.unit and a.amount < b.amount),
    Leaf("opened >= 2026-06-19", ("opened",), lambda v: v.isoformat() >= "2026-06-19"),
    Leaf("2026-06-19 > opened", ("opened",), lambda v: v.isoformat() < "2026-06-19"),
    Leaf("moved > opened", ("moved", "opened"), lambda a, b: a > b),
    Leaf("opened in (2026-06-19, 2020-01-01)", ("opened",), lambda v: str(v) in ["2026-06-19", "2020-01-01"]),
    Leaf("fee == late_fee", ("fee", "late_fee"), lambda a, b: a == b),
    Leaf('region within "AU"', ("region",), lambda v: v.startswith("AU")),
    Leaf('region == "AU-NSW"', ("region",), lambda v: v == "AU-NSW"),
    Leaf('served within "AU"', ("served",), lambda v: all(_place_in(p, "AU") for p in v)),
    Leaf("served within allowed", ("served", "allowed"),
         lambda a, b: all(any(_place_in(p, q) for q in b) for p in a)),
    Leaf("served has region", ("served", "region"), lambda a, b: b in a),
    Leaf('stance == "not-used"', ("own:text-messages.stance",), lambda v: v == "not-used"),
    Leaf("replies", ("own:text-messages.replies",), lambda v: v),
    Leaf('care_channels has "sms"', ("own:text-messages.care_channels",), lambda v: "sms" in v),
    Leaf('reviews.stance == "no-response"', ("reviews.stance",), lambda v: v == "no-response"),
    Leaf('reviews.stance in ("no-response", "report-only")', ("reviews.stance",), lambda v: True),
    Leaf("reviews.monitors", ("reviews.monitors",), lambda v: v),
    Leaf("reviews.check_within < reply_within", ("reviews.check_within", "reply_within"),
         lambda a, b: a.amount < b.amount),
    Leaf("reviews.monitors != replies", ("reviews.monitors", "own:text-messages.replies"),
         lambda a, b: a is not b),
)  # fmt: skip

_yes_no = st.booleans()
_channels = st.sampled_from(["phone", "sms", "email"])
_places = st.sampled_from(["AU", "AU-NSW", "AU-VIC", "IE"])
_dates = st.sampled_from([datetime.date(2020, 1, 1), datetime.date(2026, 6, 19), datetime.date(2027, 1, 1)])
_small = st.integers(0, 5)


def _tuples(entries: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(entries, max_size=3, unique=True).map(tuple)


def _lasting(*units: str) -> st.SearchStrategy[Duration]:
    return st.builds(Duration, _small, st.sampled_from(units))


VALUES: dict[str, st.SearchStrategy[object]] = {
    "has_staff": _yes_no, "serves_minors": _yes_no, "trained": _yes_no | st.just(NONE),
    "practice_size": st.sampled_from(["solo", "group"]),
    "channels": _tuples(_channels), "primary_channel": _channels,
    "languages": _tuples(st.sampled_from("ab")), "motto": st.sampled_from("ab"),
    "max_age": _small, "min_age": _small, "cases": _small | st.just(NONE),
    "reply_within": _lasting("working-days"), "retry_within": _lasting("hours", "days"),
    "delete_within": _lasting("days", "weeks"), "kept_for": _lasting("years"),
    "any_length": _lasting("working-days", "hours", "months"),
    "opened": _dates, "moved": _dates | st.just(NONE),
    "title": st.sampled_from(["a", "", NONE]), "accounts": st.sampled_from([(), ("row",)]),
    "fee": st.builds(Money, _small, st.just("AUD")), "late_fee": st.builds(Money, _small, st.just("AUD")),
    "region": _places, "served": _tuples(_places), "allowed": _tuples(_places),
    "text-messages.stance": st.sampled_from(["not-used", "admin-two-way"]),
    "text-messages.replies": _yes_no, "text-messages.care_channels": _tuples(_channels),
    "reviews": _yes_no, "reviews.stance": st.sampled_from(["no-response", "report-only"]),
    "reviews.monitors": _yes_no, "reviews.check_within": _lasting("working-days"),
}  # fmt: skip


def answers(*, whole: bool = False) -> st.SearchStrategy[dict[str, object]]:
    """Answers of a practice: some of them, or all; a clause whose own file is read is never absent."""
    some: dict[str, st.SearchStrategy[object]] = {} if whole else VALUES
    return st.fixed_dictionaries(VALUES if whole else {}, optional=some)


def trees() -> st.SearchStrategy[Tree]:
    """Conditions as nested tuples."""
    leaves = st.sampled_from([*LEAVES, *_ODD]).map(lambda leaf: ("leaf", leaf))
    return st.recursive(
        leaves,
        lambda inner: st.one_of(
            st.tuples(st.just("not"), inner),
            st.tuples(st.sampled_from(["and", "or"]), st.lists(inner, min_size=2, max_size=3)),
        ),
        max_leaves=8,
    )


def spelt(tree: Tree) -> str:
    """The source of a tree, with a parenthesis round everything."""
    match tree:
        case ("leaf", leaf):
            return str(leaf.source)
        case ("not", part):
            return f"not ({spelt(part)})"
    return f" {tree[0]} ".join(f"({spelt(part)})" for part in tree[1])


def meaning(tree: Tree, given: Mapping[str, object]) -> bool | None:
    """What a tree means, by arithmetic over 0, a half and 1."""
    return {0: False, 0.5: None, 1: True}[_number(tree, given)]


def _number(tree: Tree, given: Mapping[str, object]) -> float:
    match tree:
        case ("leaf", leaf):
            return float(leaf.value(given))
        case ("not", part):
            return 1 - _number(part, given)
    numbers = [_number(part, given) for part in tree[1]]
    return min(numbers) if tree[0] == "and" else max(numbers)


@attrs.frozen
class Odd:
    """A leaf that answers other questions than a comparison does."""

    source: str
    value: Callable[[Mapping[str, object]], float]


def _empty(key: str) -> Callable[[Mapping[str, object]], float]:
    return lambda given: 0.5 if key not in given else given[key] in [(), "", NONE]


def _included(given: Mapping[str, object]) -> float:
    return {None: 0.5, True: 1, False: 0}[given.get("reviews")]  # type: ignore[index]


def _named(given: Mapping[str, object]) -> float:
    small = Leaf('practice_size == "solo"', ("practice_size",), lambda v: v == "solo").value(given)
    return min(small, 1 - Leaf("has_staff", ("has_staff",), lambda v: v).value(given))


_ODD = (
    Odd("always", lambda given: 1),
    Odd("small", _named),
    Odd("reviews is included", _included),
    Odd("channels is empty", _empty("channels")),
    Odd("accounts is empty", _empty("accounts")),
    Odd("title is empty", _empty("title")),
    Odd("cases is empty", _empty("cases")),
)
