"""Patterns of norms, in the closed vocabulary of a library: which norms say as much, and which meet them."""

from __future__ import annotations

import attrs

from socialpolicy.library.clause import Norm
from socialpolicy.library.reading.words import NormWords

__all__ = ["NormPattern", "meet"]


@attrs.frozen(kw_only=True)
class NormPattern:
    """A norm that a rule asks for or bars; of several `acts` any one. What is left out is not looked at."""

    modality: str
    bearer: str
    acts: tuple[str, ...]
    toward: tuple[str, ...] = ()
    channel: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()

    def covered_by(self, norm: Norm, words: NormWords) -> bool:
        """Whether a norm says at least this: of all these people and channels, with no more exceptions."""
        return (
            self._alike(norm)
            and _within(words, "bearers", (self.bearer,), (norm.bearer,))
            and _within(words, "toward", self.toward, norm.toward)
            and _within(words, "channels", self.channel, norm.channel)
            and set(norm.unless) <= set(self.unless)
        )

    def met_by(self, norm: Norm, words: NormWords) -> bool:
        """Whether a norm says this of anyone, anywhere; an exception leaves the rest of it standing."""
        return (
            self._alike(norm)
            and _meet(words, "bearers", (self.bearer,), (norm.bearer,))
            and _meet(words, "toward", self.toward, norm.toward)
            and _meet(words, "channels", self.channel, norm.channel)
        )

    def _alike(self, norm: Norm) -> bool:
        return norm.modality == self.modality and norm.act in self.acts

    def said(self, words: NormWords) -> str:
        """The pattern in words, for findings."""
        who = words.words["bearers"].get(self.bearer, self.bearer)
        does = " or ".join(words.words["acts"][act] for act in self.acts)
        return f"{self.modality} for {who}: {does}"


def meet(one: Norm, other: Norm, words: NormWords) -> bool:
    """Whether two norms speak of the same act, of some same people on some same channel.

    Exceptions do not keep them apart: outside of them both speak.
    """
    return (
        one.act == other.act
        and _meet(words, "bearers", (one.bearer,), (other.bearer,))
        and _meet(words, "toward", one.toward, other.toward)
        and _meet(words, "channels", one.channel, other.channel)
    )


def _members(words: NormWords, kind: str, names: tuple[str, ...]) -> frozenset[str]:
    """The words themselves that some names stand for: a group stands for its members, and theirs."""
    found: set[str] = set()
    ahead = list(names)
    while ahead:
        name = ahead.pop()
        if name not in found:
            found.add(name)
            ahead.extend(words.groups[kind].get(name, ()))
    return frozenset(found & words.words[kind].keys())


def _within(words: NormWords, kind: str, asked: tuple[str, ...], said: tuple[str, ...]) -> bool:
    return not asked or not said or _members(words, kind, asked) <= _members(words, kind, said)


def _meet(words: NormWords, kind: str, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return not one or not other or bool(_members(words, kind, one) & _members(words, kind, other))
