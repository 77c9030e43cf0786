"""Registered trials, glossary and the evidence diary."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from data.models.base import CountryCode, Depth, Record, Sentence, Slug, Url, Whole
from data.models.study import ComparatorKind, DoseBand


class TrialStatus(StrEnum):
    """A registered trial's status on the day it was read."""

    PLANNED = "planned"
    RECRUITING = "recruiting"
    ONGOING = "ongoing"
    COMPLETED = "completed"
    TERMINATED = "terminated"
    WITHDRAWN = "withdrawn"
    UNKNOWN = "unknown"


class ResultsStatus(StrEnum):
    """Whether results can be read anywhere."""

    PUBLISHED = "published"
    REGISTER_ONLY = "register-only"
    NONE_FOUND = "none-found"
    NOT_DUE = "not-due"


class RegisteredTrial(Record):
    """A register entry."""

    id: Slug
    number: Sentence
    url: Url
    title: Sentence
    conditions: tuple[Slug, ...] = Field(min_length=1)
    dose_band: DoseBand
    dose_text: Sentence | None
    comparator: ComparatorKind | None
    randomised: bool | None
    planned_people: Whole | None
    actual_people: Whole | None = None
    countries: tuple[CountryCode, ...]
    starts: Sentence | None = Field(description="as the register gives it, e.g. 2025-03")
    ends: Sentence | None
    status: TrialStatus
    status_read: date
    depth: Depth
    results: ResultsStatus
    published_as: Slug | None = Field(default=None, description="study id")
    note: Sentence | None = None


class Host(Record):
    """A host whose own pages may be linked, and who owns it."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9.-]+$")]
    owner: Sentence


class GlossaryEntry(Record):
    """A term to explain; its words stand in content/<lang>/glossary.yaml under this id."""

    id: Slug
    see_also: tuple[Slug, ...] = ()


class DiaryEntry(Record):
    """A dated change in what the evidence says; words in content/<lang>/diary.yaml."""

    id: Slug
    dated: date
    studies: tuple[Slug, ...] = ()
    conditions: tuple[Slug, ...] = ()


class CheckRole(StrEnum):
    """Who checked; a role, never a name."""

    CURATOR = "curator"
    SECOND_READER = "second-reader"


class Disagreement(Record):
    """One figure on which record and source differed, and how it was settled."""

    field: Sentence
    record_said: Sentence
    source_says: Sentence
    settled: Sentence


class Check(Record):
    """One reading of a record against its sources by somebody in a role."""

    record: Slug = Field(
        description="id of a study, document, claim, safety fact, mechanism step or parameter, registered trial, "
        "dosing schedule, response, printed reference or rating"
    )
    role: CheckRole
    checked: date
    against: tuple[Sentence, ...] = Field(min_length=1)
    figures: Whole
    agree: Whole
    disagree: tuple[Disagreement, ...] = ()
    not_confirmable: tuple[Sentence, ...] = ()


class Review(Record):
    """A clinician's review of the text: who, what they are, and when."""

    name: Sentence
    role: Sentence
    dated: date


class Release(Record):
    """The dataset as a whole: its version, when it was last checked, and who reviewed the text."""

    version: Sentence
    checked: date
    reviews: tuple[Review, ...]
