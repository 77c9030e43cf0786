"""Which claims a sentence from a leaflet comes nearest to, by the words they share. Nothing is stored, nothing is sent.

The method, in four steps:

1. A sentence becomes words: small letters without accents, without the idle ones, synonyms as one word.
2. A word of the sentence fits a word of a claim fully when they are the same, and in part when they begin alike
   (relapse, relapsing) or differ by a slip of the finger. Rare words weigh more: the weight is the logarithm of how few
   claims have the word, worked out from the claims themselves.
3. A claim's score is the weight it shares with the sentence, divided by the weight of all the sentence says, part by
   part and damped, so that one shared word in a long sentence is little. How alike the wording is adds a little.
4. Below a line nothing is close. A sentence that does not name the medicine must reach a higher line, and a claim far
   behind the nearest one is left out.

All words of a language come from `content/<language>/leaflet_words.yaml`; this module knows none.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

from rapidfuzz import fuzz, process
from rapidfuzz.distance import DamerauLevenshtein

from data.search import fold

_WORD = re.compile(r"[^\W\d_]+")
_MARKUP = re.compile(r"<[/!]?[a-zA-Z-][^<>]*>")
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+|\s*[•·]\s+")
# More characters than this are not compared: a leaflet's paragraph is shorter.
LONGEST = 2_000
MOST_CLAIMS = 3
# Words that begin alike count as one word bent differently; shorter beginnings join what does not belong together.
BEGINNING = 5
MOST_ENDING = 4
ALIKE = 0.8
BENT = 0.9
# What a word weighs that no claim has, as a share of the heaviest word; and how much the wording itself adds.
UNKNOWN = 0.9
WORDING = 0.15
DAMPING = 1.5
LINE = 0.32
LINE_WITHOUT_DRUG = 0.56
# A claim that reaches less than this share of the best one's score is not worth reading.
KEPT_SHARE = 0.6


@dataclass(frozen=True)
class Vocabulary:
    """The words of one language: what the medicine is called, idle words, and each synonym's common word."""

    drug: frozenset[str]
    idle: frozenset[str]
    common: Mapping[str, str]

    def words(self, text: str) -> list[str]:
        """What a text says: its words without the idle ones and the medicine's name, synonyms as one."""
        found = (self.common.get(word, word) for word in _words(text) if word not in self.idle | self.drug)
        return list(dict.fromkeys(found))

    def names_drug(self, text: str) -> bool:
        """Whether the medicine is named."""
        return not self.drug.isdisjoint(_words(text))


@dataclass(frozen=True)
class Nearest:
    """A claim near a sentence; `score` runs from 0 to about 1.25."""

    claim: str
    score: float


@dataclass(frozen=True)
class ClaimIndex:
    """What sentences are compared with: the wording of each claim, and all words it is known by."""

    vocabulary: Vocabulary
    wording: Mapping[str, str]
    known_by: Mapping[str, tuple[str, ...]]

    @cached_property
    def weights(self) -> dict[str, float]:
        """The weight of every word: the rarer among claims, the heavier."""
        counts = Counter(word for words in self.known_by.values() for word in set(words))
        return {word: log(1 + len(self.known_by) / count) for word, count in counts.items()}


def vocabulary(drug: str, idle: str, same: Iterable[str]) -> Vocabulary:
    """The words of a language from its plain lists: words parted by spaces, a group of synonyms per line."""
    groups = [_words(line) for line in same]
    common = {word: group[0] for group in reversed(groups) for word in group}
    return Vocabulary(frozenset(_words(drug)), frozenset(_words(idle)), common)


def claim_index(words: Vocabulary, wording: Mapping[str, str], said_of: Mapping[str, str]) -> ClaimIndex:
    """The index over claims: `wording` as on screen, `said_of` the other words people use for each."""
    known_by = {name: tuple(words.words(f"{text} {said_of.get(name, '')}")) for name, text in wording.items()}
    return ClaimIndex(words, wording, known_by)


def sentences(text: str) -> list[str]:
    """The sentences of the first `LONGEST` characters, tags taken out."""
    plain = _MARKUP.sub(" ", text[:LONGEST])
    parts = (" ".join(part.split()) for part in _SENTENCE.split(plain))
    return [part for part in parts if _WORD.search(part)]


def nearest_claims(sentence: str, index: ClaimIndex) -> list[Nearest]:
    """The claims nearest to one sentence, nearest first, `MOST_CLAIMS` at most; none when nothing is close."""
    asked = index.vocabulary.words(sentence)
    if not asked:
        return []
    fits = [_fits(word, index.weights) for word in asked]
    line = LINE if index.vocabulary.names_drug(sentence) else LINE_WITHOUT_DRUG
    scored = (
        Nearest(name, _score(fits, words, index.weights) + WORDING * _alike(sentence, index.wording[name]))
        for name, words in index.known_by.items()
    )
    close = sorted((one for one in scored if one.score >= line), key=lambda one: -one.score)
    return [one for one in close[:MOST_CLAIMS] if one.score >= KEPT_SHARE * close[0].score]


def _score(fits: Sequence[Mapping[str, float]], claim: Sequence[str], weights: Mapping[str, float]) -> float:
    """The share of what the sentence says that the claim says too."""
    unknown = UNKNOWN * max(weights.values())
    said = sum(max(fit.values(), default=unknown) for fit in fits)
    shared = sum(max((fit[word] for word in claim if word in fit), default=0.0) for fit in fits)
    return shared / (said + DAMPING)


def _fits(word: str, weights: Mapping[str, float]) -> dict[str, float]:
    """The known words a word may be, each with the weight it then has: a rare neighbour makes no word heavier."""
    found = {other: BENT for other in weights if _bent(word, other)}
    if len(word) > BEGINNING:
        close = process.extract(
            word, weights.keys(), scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=ALIKE, limit=None
        )
        found = {other: ALIKE for other, _, _ in close if len(other) >= BEGINNING} | found
    if word in weights:
        found[word] = 1.0
    heaviest = weights.get(word, max(weights.values()))
    return {other: fit * min(weights[other], heaviest) for other, fit in found.items()}


def _bent(word: str, other: str) -> bool:
    """Whether two words begin alike and differ in their endings only."""
    if word[: BEGINNING - 1] != other[: BEGINNING - 1]:
        return False
    shorter, longer = sorted((word, other), key=len)
    if len(shorter) < BEGINNING - 1 or len(longer) - len(shorter) > MOST_ENDING:
        return False
    shared = next((n for n, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    return shared == len(shorter) or shared >= max(BEGINNING, len(longer) - MOST_ENDING)


def _alike(sentence: str, claim: str) -> float:
    """How alike the wording is, 0 to 1."""
    return fuzz.token_set_ratio(fold(sentence), fold(claim)) / 100


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text).replace("low-dose", "lowdose").replace("-", ""))
