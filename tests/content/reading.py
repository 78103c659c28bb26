"""How hard a text is to read: sentences, words, syllables, and the Flesch–Kincaid grade made of them.

Small on purpose: `test_reading.py` holds the count of syllables against words that were counted by hand.
"""

from __future__ import annotations

import re

__all__ = ["grade", "letters", "longest_sentence", "mean_sentence", "sentences", "syllables", "words"]

_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+|\n+")
_SIGN = re.compile(r"[^\W_]")
_LETTERS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_UNSPOKEN = re.compile(r"\d|@|\w[./]\w")

_VOWELS = re.compile(r"[aeiouy]+")
# an e that is written and not spoken: something, everyone
_PREFIX = re.compile(r"^(som|ther|wher|voic|hom|tim|lif|fac|saf)e(?=[b-df-hj-np-tv-z][a-z])|^(ev)e(?=ry)")
_SILENT_E = re.compile(
    r"""(?<=[^aeiouyl])e(?=ly|ful|less|ment|ness)  # sincerely, statement
    | (?<![^aeiouy]l)(?<=[^aeiou])e$               # place, whole; but table
    | (?<=[^aeioutd])(?<![^aeiouy]l)e(?=d$)        # asked, stayed; but needed, agreed, settled
    | (?<=[^aeiouscgxz])(?<![cs]h)(?<![^aeiouy]l)e(?=s$)  # times; but places, tables
    | (?<=[aeiou]g)ue(?=s?$) | (?<=q)ue(?=s?$)     # colleague
    """,
    re.VERBOSE,
)
# neighbours that are spoken apart
_APART = re.compile(
    r"""(?<![tcs])ia(?!ge) | (?<=[tcs])ia(?![ln](?!i)|ge)  # media, confidentiality; but social, marriage
    | (?<![tcsgxnl])io | (?<=[tcsgxnl])io(?!n|us)  # radio, serious; but session, precious
    | iet | iu | (?<![tcsg])ien(?=ts?$|c)          # quiet, medium, client; but patient, friend
    | (?<=cr)ea | (?<=id)ea | (?<=ar)ea(?!ch|d)    # create, idea, area
    | eo(?!us) | uo(?<!quo)                        # video
    | (?<![qg])ua | (?<![qg])ue(?=n|l) | (?<=n)ui(?=n) | (?<=s)ui(?=c)  # usual, influence, genuine, suicide
    | (?<=[aeou])i(?=ng) | (?<=[^w])y(?=[aeiou])   # being, employer, anyone
    | (?<=th)m$ | (?<=s)m$                         # rhythm
    """,
    re.VERBOSE,
)
_KNOWN = {
    "business": 2,
    "does": 1,
    "evening": 2,
    "hundred": 2,
    "maybe": 2,
    "people": 2,
    "science": 2,
    "someone": 2,
}


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text; the end of a line ends one too."""
    return tuple(part for part in _END.split(text) if part and _SIGN.search(part))


def words(text: str) -> tuple[str, ...]:
    """What blanks part, numbers and addresses too; a lone dash or sign is no word."""
    return tuple(word for word in text.split() if _SIGN.search(word))


def letters(text: str) -> tuple[str, ...]:
    """The words that are spoken as they are spelled: no numbers, no addresses of mail or of the web."""
    spoken = (word for word in text.split() if not _UNSPOKEN.search(word))
    return tuple(found for word in spoken for found in _LETTERS.findall(word))


def syllables(word: str) -> int:
    """The syllables of one English word, by rule; at least one."""
    word = re.sub(r"['’].*$", "", word.lower())
    if word in _KNOWN:
        return _KNOWN[word]
    spoken = _SILENT_E.sub("", _PREFIX.sub(r"\1\2", word))
    return max(len(_VOWELS.findall(spoken)) + len(_APART.findall(spoken)), 1)


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
