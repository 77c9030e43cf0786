"""One search over everything that has a name: forgiving of accents, slips of the finger and whole questions.

People type "does it help with fybromyalgia", not a list of keywords. So an entry need not have every word: rare words
count for more than common ones (the logarithm of how few entries have them), and words in a name for most.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from data.search import closest_word, fold, join_dois

_WORD = re.compile(r"[a-z0-9]+")
# An entry is shown when it has at least this share of what the best one has.
CLOSE_TO_BEST = 0.6
# A word in the name weighs this many times as much as one in the text.
IN_NAME = 3.0
LONGEST = 200


class Kind(StrEnum):
    """What can be found, in the order shown."""

    CONDITION = "condition"
    QUESTION = "question"
    CLAIM = "claim"
    SAFETY = "safety"
    SIDE_EFFECT = "side-effect"
    TERM = "term"
    STUDY = "study"


@dataclass(frozen=True)
class Entry:
    """One thing that can be found: its name and the words it is found by."""

    kind: Kind
    id: str
    name: str
    text: str


@dataclass(frozen=True)
class LookupIndex:
    """Entries with their folded words, and how much each word that occurs anywhere weighs.

    `ignored` are words of the page's language that carry no subject: "does it help with".
    """

    entries: tuple[tuple[Entry, str, str], ...]
    weights: dict[str, float]
    known: tuple[str, ...]
    ignored: frozenset[str]


@dataclass(frozen=True)
class Found:
    """Entries of each kind, best first, and the words that were read as others: typed -> meant."""

    entries: dict[Kind, tuple[Entry, ...]]
    corrected: dict[str, str]


def index_entries(entries: Iterable[Entry], ignored: str = "") -> LookupIndex:
    """The index of these entries. Weights are natural logarithms of entries / entries that have the word."""
    folded = tuple((entry, f" {_plain(entry.name)} ", f" {_plain(entry.text)} ") for entry in entries)
    having = Counter(word for _, name, text in folded for word in set((name + text).split()))
    weights = {word: math.log(len(folded) / count) for word, count in having.items()}
    return LookupIndex(folded, weights, tuple(sorted(having)), frozenset(_plain(ignored).split()))


def look_up(index: LookupIndex, text: str, most: int = 8) -> Found:
    """What a visitor's words lead to, at most `most` entries of each kind; nothing for words that say nothing."""
    corrected: dict[str, str] = {}
    wanted: dict[str, float] = {}
    for typed in _plain(text[:LONGEST]).split():
        if typed in index.ignored:
            continue
        # The last letters of a word are often still to come: "fibro" is the beginning of known words.
        starts = [word for word in index.known if word.startswith(typed)] if len(typed) > 2 else []
        if typed in index.weights:
            wanted[typed] = index.weights[typed]
        elif starts:
            wanted[typed] = max(index.weights[word] for word in starts)
        elif (meant := closest_word(typed, index.known)) is not None:
            corrected[typed] = meant
            wanted[meant] = index.weights[meant]
    scores = [(_score(wanted, name, words), entry) for entry, name, words in index.entries]
    best = max((score for score, _ in scores), default=0.0)
    close = [(score, entry) for score, entry in scores if best and score >= CLOSE_TO_BEST * best]
    close.sort(key=lambda item: -item[0])
    kinds = {kind: tuple(entry for _, entry in close if entry.kind is kind)[:most] for kind in Kind}
    return Found({kind: found for kind, found in kinds.items() if found}, corrected)


def _score(wanted: dict[str, float], name: str, words: str) -> float:
    return sum(
        weight * (IN_NAME if f" {word}" in name else 1.0 if f" {word}" in words else 0.0)
        for word, weight in wanted.items()
    )


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(join_dois(fold(text))))
