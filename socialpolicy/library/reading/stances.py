"""The stances of a clause, and which of them stands by default."""

from __future__ import annotations

from collections.abc import Mapping

from socialpolicy.conditions import Vocabulary
from socialpolicy.errors import Code, NotFound
from socialpolicy.library.clause import Stance
from socialpolicy.library.reading.names import condition, named
from socialpolicy.library.reading.table import Table
from socialpolicy.library.reading.taking import read_taken_texts
from socialpolicy.library.texts.source import TextSource

__all__ = ["check_one_default", "read_stances"]


def read_stances(
    table: Table, vocabulary: Vocabulary, sources: Mapping[str, TextSource]
) -> tuple[Stance, ...]:
    """The stances of a clause; their conditions read facts of the practice only."""
    return tuple(
        _stance(name, entry, vocabulary, sources) for name, entry in named(table, "stances", "stance")
    )


def _stance(name: str, table: Table, vocabulary: Vocabulary, sources: Mapping[str, TextSource]) -> Stance:
    stance = Stance(
        name,
        table.must("label", str, name),
        default=table.take("default", bool, False),
        default_when=condition(table, "default_when", vocabulary),
        allowed_when=condition(table, "allowed_when", vocabulary),
        because=table.take("because", str, ""),
        was=table.take("was", str, ""),
        texts=read_taken_texts(table, sources),
        place=table.place(),
    )
    if "allowed_when" in table.values and not stance.because.strip():
        message = "`allowed_when` needs `because`: the sentence for those to whom it is refused."
        table.report(NotFound(Code.KEY_MISSING, message, table.place("allowed_when")))
    table.close()
    return stance


def check_one_default(stances: tuple[Stance, ...], table: Table) -> None:
    """Report a clause without stances, and one of which no stance, or more than one, stands by default."""
    standing = [stance for stance in stances if stance.default]
    if not stances and not table.values.get("stances"):
        table.wrong(Code.STANCE_UNCLEAR, "A clause has at least one stance.", "stances")
    elif len(standing) > 1:
        message = "Only one stance of a clause has `default = true`."
        table.wrong(Code.STANCE_UNCLEAR, message, "stances", standing[1].id)
    elif stances and not standing and not any(_is_decided(entry) for _, entry in table.tables("stances")):
        message = "No stance stands by default: none has `default = true` or `default_when`."
        table.wrong(Code.STANCE_UNCLEAR, message, "stances")


def _is_decided(stance: Table) -> bool:
    """Whether a stance says when it stands by default, rightly or not."""
    return "default_when" in stance.values
