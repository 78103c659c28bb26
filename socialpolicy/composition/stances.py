"""Which stance a clause takes: the practice's own, the one that fits it, or the usual one."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from socialpolicy.composition.deciding import Deciding, because
from socialpolicy.errors import Code, NotFound, WrongValue
from socialpolicy.library.clause import Clause, Stance

__all__ = ["StanceChosen", "StanceFollows", "choose_stance"]


@attrs.frozen
class StanceChosen:
    """A stance, and why it was chosen."""

    stance: Stance
    why: str


def choose_stance(clause: Clause, deciding: Deciding) -> StanceChosen | None:
    """The stance of a clause that stands; None where there is none, which is then reported."""
    wanted = deciding.profile.stances.get(clause.id)
    if wanted is None:
        return _default(clause, deciding)
    fit = [stance for stance in clause.stances if stance.id == wanted]
    if fit and deciding.holds(fit[0].allowed_when):
        return StanceChosen(fit[0], "you chose it")
    place, hint = deciding.profile.place("stances", clause.id), _allowed(clause, deciding)
    if fit:
        message = f"`{clause.id}` cannot take the stance `{wanted}`. {fit[0].because} {_on(fit[0], deciding)}"
        deciding.found.add(WrongValue(Code.STANCE_REFUSED, message, place, hint))
    else:
        message = f"`{clause.id}` {clause.version} has no stance `{wanted}`."
        deciding.found.add(NotFound(Code.STANCE_REFUSED, message, place, hint))
    return None


def _default(clause: Clause, deciding: Deciding) -> StanceChosen | None:
    """The one stance whose `default_when` holds, else the one that stands by default."""
    fit = [stance for stance in clause.stances if stance.default_when and deciding.holds(stance.default_when)]
    usual = [stance for stance in clause.stances if stance.default]
    chosen = fit or usual
    if len(chosen) == 1 and deciding.holds(chosen[0].allowed_when):
        condition = chosen[0].default_when if fit else None
        why = because(condition, deciding.values) if condition else "it stands by default"
        return StanceChosen(chosen[0], why)
    message = f"`{clause.id}` {clause.version} has no one default stance for this practice."
    hint = f"choose one under [stances]; {_allowed(clause, deciding)}"
    deciding.found.add(
        WrongValue(Code.STANCE_UNCLEAR, message, deciding.profile.place("stances", clause.id), hint)
    )
    return None


def _on(stance: Stance, deciding: Deciding) -> str:
    """The answers that keep a practice from a stance."""
    parts = stance.allowed_when.because(deciding.values) if stance.allowed_when else ()
    return f"(On {' and '.join(dict.fromkeys(f'`{key}`' for part in parts for key in sorted(part.reads)))}.)"


def _allowed(clause: Clause, deciding: Deciding) -> str:
    allowed = [
        stance.id
        for stance in clause.stances
        if stance.allowed_when is None or stance.allowed_when.holds(deciding.values)
    ]
    return f"allowed here: {', '.join(allowed) or 'none'}"


@attrs.frozen
class StanceFollows:
    """The stance of a clause, by what is known; "" where it would be refused, None while it is open."""

    clause: Clause
    wanted: str

    def __call__(self, values: Mapping[str, object]) -> object:
        fit = [one for one in self.clause.stances if one.id == self.wanted] if self.wanted else []
        if not self.wanted:
            held = [(one, one.default_when.holds(values)) for one in self.clause.stances if one.default_when]
            if any(one is None for _, one in held):
                return None
            fit = [one for one, yes in held if yes] or [one for one in self.clause.stances if one.default]
        if len(fit) != 1:
            return ""
        allowed = fit[0].allowed_when.holds(values) if fit[0].allowed_when else True
        return None if allowed is None else fit[0].id if allowed else ""
