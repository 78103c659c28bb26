"""Phrases that a text is scanned for: their words in this order in one sentence, in one pass over it.

It hears what is denied: "you waive any right" is found, "you do not waive any right" is not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise

import attrs

__all__ = ["Look", "Phrase", "Speech"]

Sentence = tuple[str, ...]

_SENTENCE = re.compile(r"[.!?;](?=\s|$)|\n")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*|,")
_SHORTENED = {"ca": "can", "wo": "will", "sha": "shall"}  # can't, won't, shan't
_SHORT = 3  # words up to this length have no endings: "no" is not in "noes"


@attrs.frozen(kw_only=True)
class Speech:
    """How sentences are heard. A `negation` reaches up to one of the `breaks`.

    What frees ("do not have to") is not heard; nor is a negation in a case ("if you are not happy, …"),
    which one of `cases` opens and one of `case_ends` closes. One of `permits` ends what is forbidden.
    """

    negations: frozenset[str]
    breaks: frozenset[str]
    cases: frozenset[str]
    case_ends: frozenset[str]
    permits: frozenset[str]
    freeing: tuple[Sentence, ...]

    def sentences(self, text: str) -> Iterator[Sentence]:
        """The words of each sentence, in small letters, as they are heard."""
        plain = unicodedata.normalize("NFKC", text).replace("’", "'").casefold()
        for sentence in _SENTENCE.split(plain):
            spoken = tuple(word for match in _WORD.finditer(sentence) for word in _words(match[0]))
            yield tuple(self._heard(self._without_freeing(spoken)))

    def _without_freeing(self, words: Sentence) -> Sentence:
        kept: list[str] = []
        place = 0
        while place < len(words):
            freed = next((len(one) for one in self.freeing if words[place : place + len(one)] == one), 0)
            if not freed:
                kept.append(words[place])
            place += freed or 1
        return tuple(kept)

    def _heard(self, words: Sentence) -> Iterator[str]:
        inside = False
        for word, following in pairwise((*words, "")):
            inside = (inside or word in self.cases) and word not in self.case_ends
            permits_not = word in self.permits and following in self.negations  # "can not"
            if word != "," and not permits_not and not (inside and word in self.negations):
                yield word


def _words(word: str) -> tuple[str, ...]:
    """A word without what hangs on it; "don't" and "cannot" are two."""
    if word == "cannot":
        return "can", "not"
    if word.endswith("n't"):
        start = word[:-3]
        return _SHORTENED.get(start, start), "not"
    return (word.partition("'")[0],)


@attrs.frozen
class Phrase:
    """A phrase: at each place any of some words, in any of their endings. `denies`: a negation is one."""

    places: tuple[frozenset[str], ...]
    denies: bool = attrs.field(kw_only=True)

    @classmethod
    def parse(cls, text: str, negations: frozenset[str]) -> Phrase:
        """The phrase that a text writes: words in order, a "/" between those of one place."""
        places = [place.split("/") for place in text.casefold().split()]
        denies = any(word in negations for place in places for word in place)
        return cls(tuple(frozenset(_endings(place)) for place in places), denies=denies)

    def found(self, sentence: Sentence, speech: Speech) -> Sentence:
        """The words of a sentence that say the phrase; () where it is not said, or is denied."""
        if any(place.isdisjoint(sentence) for place in self.places):  # nearly always: no need to go on
            return ()
        none: list[Sentence | None] = [None] * len(self.places)
        ways: list[Sentence | None] = [(), *none]
        stops = speech.permits if self.denies else speech.negations
        denied = False
        for word in sentence:
            if word in stops and not any(word in place for place in self.places):
                denied, ways[1:] = not self.denies, none
            denied = denied and word not in speech.breaks
            for place in reversed(range(len(self.places))):
                way = ways[place]
                if way is not None and word in self.places[place] and (place or not denied):
                    ways[place + 1] = (*way, word)
            said = ways[-1]
            if said is not None:
                return said
        return ()


def _endings(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        yield word
        if len(word) > _SHORT:
            yield from (f"{word}{ending}" for ending in ("s", "es", "ed", "d", "ing"))
            yield from (f"{word[:-1]}ing",) if word.endswith("e") else ()
            yield from (f"{word[:-1]}ies", f"{word[:-1]}ied") if word.endswith("y") else ()


@attrs.frozen(kw_only=True)
class Look:
    """One thing that texts are scanned for: what such a text says, its phrases, and what would do instead."""

    name: str
    says: str
    instead: str
    phrases: tuple[Phrase, ...]
    speech: Speech

    def found(self, text: str) -> tuple[str, ...]:
        """The words of the first sentence of a text that says it; () where none does."""
        for sentence in self.speech.sentences(text):
            for phrase in self.phrases:
                said = phrase.found(sentence, self.speech)
                if said:
                    return said
        return ()
