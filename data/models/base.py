"""Building blocks every record shares: ids, provenance, and the two ways of not knowing."""

import re
from enum import StrEnum
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Discriminator, Field, StringConstraints, Tag


class Record(BaseModel):
    """A frozen record; an unknown field or a wrong type is refused, never coerced."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", allow_inf_nan=False)


Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Sentence = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
CountryCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
Url = Annotated[str, StringConstraints(pattern=r"^\S+$")]
Percent = Annotated[float, Field(ge=0, le=100)]
Whole = Annotated[int, Field(ge=0)]


class Depth(StrEnum):
    """How deep a source was actually read."""

    FULL_TEXT = "full-text"
    PART = "part-of-text"
    REGISTER = "register"
    LABEL = "label"
    ABSTRACT = "abstract"
    SECONDARY = "secondary"


class Missing(StrEnum):
    """Why there is no figure. Two different kinds of unknown, plus 'does not apply'."""

    NOT_REPORTED = "not-reported"
    NOT_FOUND = "not-found"
    NOT_APPLICABLE = "not-applicable"


def _known_or_missing(value: Any) -> str:
    return "missing" if isinstance(value, str) else "known"


T = TypeVar("T")
OrMissing = Annotated[
    Annotated[T, Tag("known")] | Annotated[Missing, Tag("missing")],
    Discriminator(_known_or_missing),
]


class Provenance(Record):
    """Where a value stands: which of the record's sources, and the place inside it."""

    source: Slug = Field(description="id of one of this file's `sources`")
    where: Sentence = Field(description="place in that source, such as 'results' or 'table 2'")


class Count(Provenance):
    """A number of people, with its source."""

    value: Whole


class Quantity(Provenance):
    """A measured or stated quantity, with its source; the field's name gives the unit."""

    value: float


def known_count(value: Count | Missing) -> int | None:
    """The count, or None where it is missing."""
    return value.value if isinstance(value, Count) else None


class Fact(Provenance):
    """A stated fact in our own words, with its source."""

    value: Sentence


class Countries(Provenance):
    """ISO 3166 two-letter codes of the countries where people took part."""

    value: tuple[CountryCode, ...] = Field(min_length=1)


class PValue(Record):
    """A p value as published: a relation and a number. Written as text: "0.27" or "<0.001"."""

    relation: str
    value: float


_P = re.compile(r"^(?P<relation>[<>]?)\s*(?P<value>(0?\.\d+|1(\.0+)?|0))$")
PText = Annotated[str, StringConstraints(pattern=_P.pattern.replace("?P<relation>", "").replace("?P<value>", ""))]


def parse_p(text: str) -> PValue:
    """Read "0.27", "<0.001" or ">0.05". Raises ValueError on anything else."""
    match = _P.match(text)
    if match is None:
        raise ValueError(f'a p value is written like "0.27" or "<0.001", got "{text}"')
    return PValue(relation=match["relation"] or "=", value=float(match["value"]))


class Figure(Record):
    """A number a sentence may quote: value, unit, and the study or document it stands in."""

    value: float
    low: float | None = None
    high: float | None = None
    unit: Sentence | None = None
    source: Slug = Field(description="id of a study (data/studies) or of a document (data/sources.yaml)")
    where: Sentence
    depth: Depth
    derived: Sentence | None = Field(
        default=None, description="how we worked it out, when it is our own arithmetic and not published"
    )


class Basis(StrEnum):
    """What kind of support a statement has."""

    LABEL = "label"
    TRIAL = "trial"
    REGISTER = "register"
    COHORT = "cohort"
    CASE = "case"
    REVIEW = "review"
    LABORATORY = "laboratory"
    AUTHORITY = "authority"
    EXPERT = "expert"
    UNKNOWN = "unknown"


class DoseContext(StrEnum):
    """The dose a statement is about."""

    LOW = "low"
    FULL = "full"
    ANY = "any"
