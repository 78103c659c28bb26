"""Phrases that a text is scanned for: their words in this order in one sentence, in one pass over it.

It hears what is denied: "you waive any right" is found, "you do not waive any right" is not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

import attrs

__all__ = ["Look", "Phrase", "Speech"]

Sentence = tuple[str, ...]

_SENTENCE = re.compile(r"[.!?;](?=\s|$)|\n")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_SHORTENED = {"ca": "can", "wo": "will", "sha": "shall"}  # can't, won't, shan't
_SHORT = 3  # words up to this length have no endings: "no" is not in "noes"


@attrs.frozen(kw_only=True)
class Speech:
    """How sentences are heard: words that deny, words that begin a new clause, phrases that free.

    What frees ("do not have to") denies nothing and demands nothing, and is not heard.
    """

    negations: frozenset[str]
    breaks: frozenset[str]
    freeing: tuple[Sentence, ...]

    def sentences(self, text: str) -> Iterator[Sentence]:
        """The words of each sentence, in small letters, as they are heard."""
        plain = unicodedata.normalize("NFKC", text).replace("’", "'").casefold()
        for sentence in _SENTENCE.split(plain):
            spoken = tuple(word for match in _WORD.finditer(sentence) for word in _words(match[0]))
            if spoken:
                yield self._without_freeing(spoken)

    def _without_freeing(self, words: Sentence) -> Sentence:
        kept: list[str] = []
        place = 0
        while place < len(words):
            freed = next((len(one) for one in self.freeing if words[place : place + len(one)] == one), 0)
            if not freed:
                kept.append(words[place])
            place += freed or 1
        return tuple(kept)


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
    """A phrase: at each place any of some words, in any of their endings.

    >>> waive = Phrase.parse("waive/release right/claim", frozenset({"no", "not"}))
    >>> waive.found(("you", "waived", "all", "your", "rights"), frozenset({"no", "not"}), frozenset({"and"}))
    ('waived', 'rights')
    >>> waive.found(("you", "waive", "no", "right"), frozenset({"no", "not"}), frozenset({"and"}))
    ()
    """

    places: tuple[frozenset[str], ...]
    denies: bool = attrs.field(kw_only=True)

    @classmethod
    def parse(cls, text: str, negations: frozenset[str]) -> Phrase:
        """The phrase that a text writes: words in order, a "/" between those of one place."""
        places = [place.split("/") for place in text.casefold().split()]
        denies = any(word in negations for place in places for word in place)
        return cls(tuple(frozenset(_endings(place)) for place in places), denies=denies)

    def found(self, sentence: Sentence, negations: frozenset[str], breaks: frozenset[str]) -> Sentence:
        """The words of a sentence that say the phrase; () where it is not said, or is denied."""
        ways: list[Sentence | None] = [(), *(None for _ in self.places)]
        denied = False
        for word in sentence:
            if not self.denies and word in negations:
                denied, ways[1:] = True, [None] * len(self.places)
            denied = denied and word not in breaks
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
                said = phrase.found(sentence, self.speech.negations, self.speech.breaks)
                if said:
                    return said
        return ()
