"""How hard a text is to read: sentences, words, syllables, and the Flesch–Kincaid grade made of them.

Small on purpose: `test_reading.py` holds the count of syllables against words that were counted by hand.
"""

from __future__ import annotations

import re

__all__ = ["grade", "letters", "longest_sentence", "mean_sentence", "sentences", "syllables", "words"]

_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+|\n+")
_WORD = re.compile(r"[^\W_]")
_LETTERS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_VOWELS = re.compile(r"[aeiouy]+")
# vowels that stand together and are spoken apart
_APART = re.compile(
    r"ia(?!l\b|ll|n\b|ns\b|ge|g\b)|(?<![tscxgn])ia[ln]|(?<![tscgx])io(?!us)|(?<![tscgx])ious|(?<=[dlrvn])ien|"
    r"iet|iu|(?<=r)ea(?=t[eio])|eo(?!us|pl)|(?<=[dnrm])eous|(?<![qg])ua(?!r[dn])|ue[nl]t|(?<![qg])ui[tn]|"
    r"uo|oe[mtv]|[aeiou]ing|yi|o[ao]p|(?<=qu)ie"
)
# an e that is written and not spoken, in the middle of a word
_SILENT = re.compile(
    r"(?<=[aeiouy][bcdfghjklmnprstvz])e(?=ly|ful|less|ment|ness|times|one|body|thing|where|phone|s?book)"
)
# words that follow no rule
_KNOWN = {
    "area": 3,
    "areas": 3,
    "being": 2,
    "business": 2,
    "coincidence": 4,
    "create": 2,
    "does": 1,
    "every": 2,
    "everyone": 3,
    "everything": 3,
    "idea": 3,
    "people": 2,
    "quiet": 2,
    "science": 2,
    "someone": 2,
    "something": 2,
    "sometimes": 2,
    "somewhere": 2,
    "usual": 3,
    "video": 3,
}


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text; the end of a line ends one too."""
    return tuple(part for part in _END.split(text) if part and _WORD.search(part))


def words(text: str) -> tuple[str, ...]:
    """What blanks part, numbers and addresses too; a lone dash or sign is no word."""
    return tuple(word for word in text.split() if _WORD.search(word))


def letters(text: str) -> tuple[str, ...]:
    """The words that are spoken as they are spelled: no numbers, no addresses of mail or of the web."""
    spoken = (word for word in text.split() if not re.search(r"\d|@|\w[./]\w", word))
    return tuple(found for word in spoken for found in _LETTERS.findall(word))


def syllables(word: str) -> int:
    """The syllables of one English word, by rule; at least one."""
    word = re.sub(r"['’](?:s|d|m|t|re|ve|ll)?$", "", word.lower().replace("’", "'"))
    if word in _KNOWN:
        return _KNOWN[word]
    spoken = _SILENT.sub("", word)
    count = len(_VOWELS.findall(spoken)) + len(_APART.findall(spoken)) - _silent_end(spoken)
    return max(count, 1)


def _silent_end(word: str) -> int:
    if re.search(r"[^aeiouyl]e$|[aeiouy]le$|ll?e$", word) and not re.search(r"[^aeiouy]le$", word):
        return 1
    if re.search(r"[aeiouy][^aeiouy]*[^aeiouytdl]ed$|[^aeiou]led$|[aeiouy]led$|[aeiou]yed$", word):
        return 0 if re.search(r"[^aeiouyl]led$", word) and False else 1
    if re.search(r"[^aeiouyscgzxh]es$|[tg]hes$", word) and not re.search(r"[^aeiouy]les$", word):
        return 1
    return 0


def grade(text: str) -> float:
    """The Flesch–Kincaid grade: 0.39 × words a sentence + 11.8 × syllables a word − 15.59."""
    spoken = letters(text)
    if not spoken:
        return 0.0
    heavy = sum(map(syllables, spoken)) / len(spoken)
    return 0.39 * len(spoken) / max(len(sentences(text)), 1) + 11.8 * heavy - 15.59


def mean_sentence(text: str) -> float:
    """The words of a sentence, on average."""
    lengths = [len(words(sentence)) for sentence in sentences(text)]
    return sum(lengths) / len(lengths) if lengths else 0.0


def longest_sentence(text: str) -> int:
    """The words of the longest sentence."""
    return max((len(words(sentence)) for sentence in sentences(text)), default=0)
