"""Finding studies: words without regard to accents, and facets with the number of studies behind each value."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from data.evidence import counts_as_evidence
from data.models.study import Comparator, ComparatorKind, Study

ANY = "any"
# Letters that Unicode does not take apart into a letter and an accent.
STROKES = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
FACETS: dict[str, Callable[[Study], tuple[str, ...]]] = {
    "condition": lambda study: study.conditions,
    "design": lambda study: (study.design.value,),
    "placebo": lambda study: ("yes",) if _against_placebo(study) else ("no",),
    "dose": lambda study: ("low",) if counts_as_evidence(study) else ("other",),
    "direction": lambda study: tuple(
        result.direction.value for result in study.results if result.id == study.main_result
    ),
    "depth": lambda study: (study.sources[0].depth.value,),
}


@dataclass(frozen=True)
class Question:
    """What a visitor is looking for. Facets that are not set hold `any`."""

    text: str = ""
    condition: str = ANY
    design: str = ANY
    placebo: str = ANY
    dose: str = ANY
    direction: str = ANY
    depth: str = ANY

    def active(self) -> list[str]:
        """The filters in force."""
        return [name for name in ("text", *FACETS) if getattr(self, name) not in ("", ANY)]


def find_studies(studies: Sequence[Study], question: Question, names: Callable[[Study], str]) -> list[Study]:
    """Studies that match every part of the question, newest first.

    `names` gives the words a study is found by in the page's language.
    """
    wanted = fold(question.text).split()
    found = [
        study for study in studies if _matches(study, question) and (not wanted or _has_words(study, wanted, names))
    ]
    return sorted(found, key=lambda study: (-(study.citation.year or 0), study.id))


def facet_counts(studies: Sequence[Study], facet: str) -> Counter[str]:
    """How many of the studies have each value of a facet."""
    return Counter(value for study in studies for value in FACETS[facet](study))


def nearest_way_out(
    studies: Sequence[Study], question: Question, names: Callable[[Study], str]
) -> tuple[str, int] | None:
    """The filter whose removal brings back most studies, and how many; None when nothing does."""
    counts = {
        name: len(find_studies(studies, replace(question, **{name: "" if name == "text" else ANY}), names))
        for name in question.active()
    }
    best = max(counts, key=lambda name: counts[name], default=None)
    return (best, counts[best]) if best is not None and counts[best] else None


def fold(text: str) -> str:
    """Small letters without accents, so that 'Sjogren' finds 'Sjögren'."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(STROKES))
    return "".join(character for character in plain if not unicodedata.combining(character))


def _matches(study: Study, question: Question) -> bool:
    return all(getattr(question, name) in (ANY, *values(study)) for name, values in FACETS.items())


def _has_words(study: Study, wanted: list[str], names: Callable[[Study], str]) -> bool:
    citation = study.citation
    parts = (
        *citation.authors,
        citation.title,
        citation.journal or "",
        str(citation.year or ""),
        study.id,
        study.plain,
        names(study),
    )
    text = fold(" ".join(parts))
    return all(word in text for word in wanted)


def _against_placebo(study: Study) -> bool:
    return isinstance(study.comparator, Comparator) and study.comparator.kind is ComparatorKind.PLACEBO
