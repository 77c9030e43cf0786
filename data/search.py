"""Free-text search over studies: without regard to accents, and forgiving of a slip of the finger."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from data.models.study import Registration, Study

# Letters that Unicode does not take apart into a letter and an accent.
STROKES = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
_WORD = re.compile(r"[a-z0-9]+")
_DOI = re.compile(r"(?:https?://)?(?:doi\.org/|doi:\s*)?(10\.\d{4,9}/\S*\w\)?)")
# Shorter words have too many neighbours; one slip in five letters is still the same word.
SHORTEST = 5
ALIKE = 0.79


@dataclass(frozen=True)
class SearchIndex:
    """What studies are found by: the folded text of each, and every word that occurs in any."""

    texts: dict[str, str]
    words: tuple[str, ...]


@dataclass(frozen=True)
class Found:
    """Ids of the studies that have every word, and the words that were read as others: typed -> meant."""

    ids: frozenset[str]
    corrected: dict[str, str]


def fold(text: str) -> str:
    """Small letters without accents, so that 'Sjogren' finds 'Sjögren'."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(STROKES))
    return "".join(character for character in plain if not unicodedata.combining(character))


def build_index(studies: Sequence[Study], names: Callable[[Study], str]) -> SearchIndex:
    """The index of these studies; `names` gives the words a study is found by in the page's language."""
    texts = {}
    for study in studies:
        citation = study.citation
        parts = (
            *citation.authors, citation.title, citation.journal or "", str(citation.year or ""), study.id, study.plain,
            names(study), identifiers(study),
        )  # fmt: skip
        texts[study.id] = join_dois(fold(" ".join(parts)))
    words = {word for text in texts.values() for word in _WORD.findall(text)}
    return SearchIndex(texts, tuple(sorted(words)))


def identifiers(study: Study) -> str:
    """What a paper or a register calls the study: DOI, PubMed and register numbers, as far as they are known."""
    citation, entry = study.citation, study.registration
    known = (citation.doi, citation.pmid, citation.pmcid, entry.number if isinstance(entry, Registration) else None)
    return " ".join(number for number in known if number)


def join_dois(folded: str) -> str:
    """The text with each DOI as one word of letters and digits, without the address it may stand in."""
    return _DOI.sub(lambda found: "".join(_WORD.findall(found[1])), folded)


def search(index: SearchIndex, text: str) -> Found:
    """Studies that have every word of `text`. A word nothing has is read as the word most like it, if one is close."""
    ids = set(index.texts)
    corrected: dict[str, str] = {}
    for word in join_dois(fold(text)).split():
        typed = word.strip(".,;:") or word
        having = {name for name, words in index.texts.items() if typed in words}
        meant = None if having else closest_word(typed, index.words)
        if meant is not None:
            corrected[typed] = meant
            having = {name for name, words in index.texts.items() if meant in words}
        ids &= having
    return Found(frozenset(ids), corrected)


def closest_word(typed: str, known: Sequence[str]) -> str | None:
    """The known word most like what was typed; None when none is close, or the word is too short to tell."""
    # A number with a slip is another number.
    if len(typed) < SHORTEST or any(sign.isdigit() for sign in typed):
        return None
    best = process.extractOne(typed, known, scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=ALIKE)
    return str(best[0]) if best else None
