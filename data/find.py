"""Finding studies: words, facets with the number of studies behind each value, and an order."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace

from data.evidence import counts_as_evidence
from data.models.base import Countries, Fact, Missing, known_count
from data.models.study import ANIMALS, CELLS, Comparator, ComparatorKind, Study
from data.search import SearchIndex, search

ANY = "any"
# Lower ends of the bands of years and of people; a band reaches to the next one's start.
YEARS = (1980, 2000, 2010, 2015, 2020, 2025)
SIZES = (1, 10, 50, 100, 500)
UNKNOWN = "unknown"


def _year(study: Study) -> tuple[str, ...]:
    return (_band(study.citation.year, YEARS),)


def _size(study: Study) -> tuple[str, ...]:
    return (_band(people_of(study), SIZES),)


def people_of(study: Study) -> int | None:
    """People in the main analysis, else randomised, else those who started; None when no number was found."""
    counts = (study.people.analysed, study.people.randomised, study.people.entered)
    return next((number for count in counts if (number := known_count(count)) is not None), None)


def _band(number: int | None, ends: Sequence[int]) -> str:
    reached = [end for end in ends if number is not None and number >= end]
    return str(reached[-1]) if reached else UNKNOWN


def _country(study: Study) -> tuple[str, ...]:
    return study.people.countries.value if isinstance(study.people.countries, Countries) else (UNKNOWN,)


FACETS: dict[str, Callable[[Study], tuple[str, ...]]] = {
    "condition": lambda study: study.conditions,
    "design": lambda study: (study.design.value,),
    "placebo": lambda study: ("yes",) if _against_placebo(study) else ("no",),
    "dose": lambda study: ("low",) if counts_as_evidence(study) else ("other",),
    "direction": lambda study: tuple(
        result.direction.value for result in study.results if result.id == study.main_result
    ),
    "year": _year,
    "size": _size,
    "country": _country,
    "funding": lambda study: ("told",) if isinstance(study.funding, Fact) else (UNKNOWN,),
    "registered": lambda study: (UNKNOWN,) if isinstance(study.registration, Missing) else ("yes",),
    "depth": lambda study: (study.sources[0].depth.value,),
}
ORDERS: dict[str, Callable[[Study], tuple[int, str]]] = {
    "newest": lambda study: (-(study.citation.year or 0), study.id),
    "oldest": lambda study: (study.citation.year or 9999, study.id),
    "people": lambda study: (-(people_of(study) or 0), study.id),
    "name": lambda study: (0, study.id),
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
    year: str = ANY
    size: str = ANY
    country: str = ANY
    funding: str = ANY
    registered: str = ANY
    depth: str = ANY

    def active(self) -> list[str]:
        """The filters in force."""
        return [field.name for field in fields(self) if getattr(self, field.name) not in ("", ANY)]


def find_studies(
    studies: Sequence[Study], question: Question, index: SearchIndex, order: str = "newest"
) -> list[Study]:
    """Studies that match every part of the question, in an order of `ORDERS`."""
    ids = search(index, question.text).ids
    found = [study for study in studies if study.id in ids and _matches(study, question)]
    return sorted(found, key=ORDERS[order])


def facet_counts(studies: Sequence[Study], facet: str, question: Question, index: SearchIndex) -> Counter[str]:
    """How many studies each value of a facet would leave, with all other parts of the question in force."""
    others = find_studies(studies, replace(question, **{facet: ANY}), index)
    return Counter(value for study in others for value in FACETS[facet](study))


def nearest_way_out(studies: Sequence[Study], question: Question, index: SearchIndex) -> tuple[str, int] | None:
    """The filter whose removal brings back most studies, and how many; None when nothing does."""
    counts = {
        name: len(find_studies(studies, replace(question, **{name: "" if name == "text" else ANY}), index))
        for name in question.active()
    }
    best = max(counts, key=lambda name: counts[name], default=None)
    return (best, counts[best]) if best is not None and counts[best] else None


def _matches(study: Study, question: Question) -> bool:
    return all(getattr(question, name) in (ANY, *values(study)) for name, values in FACETS.items())


def _against_placebo(study: Study) -> bool:
    """People against placebo; salt water given to mice is not what a visitor looks for."""
    in_people = study.design not in ANIMALS | CELLS
    return in_people and isinstance(study.comparator, Comparator) and study.comparator.kind is ComparatorKind.PLACEBO
