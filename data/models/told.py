"""What is told at length: answers to questions, and passages of the background and stories pages.

Their words hold no figure of their own. Each figure is a reference to the record it stands in, so that a changed study
changes the sentence.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from data.models.base import Basis, DoseContext, Record, Slug

FieldPath = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_-]+(\.[a-z0-9_-]+)*$")]


class QuotedFrom(StrEnum):
    """The kind of record a quoted figure stands in."""

    STUDY = "study"
    CLAIM = "claim"
    SAFETY = "safety-fact"
    SCHEDULE = "schedule"
    COUNT = "count"


class SaidAs(StrEnum):
    """How a quoted figure is said: as it stands, or as a fall, without its minus sign."""

    VALUE = "value"
    FALL = "fall"


class Quoted(Record):
    """A figure of another record, by reference."""

    kind: QuotedFrom
    of: Slug = Field(description="id of the record, or the name of a count of the whole dataset")
    field: FieldPath = Field(
        default="value", description="the figure's name, or the path to it in a study: results.pain-12w.ldn.change"
    )
    said: SaidAs = SaidAs.VALUE


class View(StrEnum):
    """Pages an answer can send the reader to."""

    HOW = "how"
    EVIDENCE = "evidence"
    SIDE_EFFECTS = "side-effects"
    SAFETY = "safety"
    CLAIMS = "claims"
    QUESTIONS = "questions"
    BACKGROUND = "background"
    STORIES = "stories"
    RESEARCH = "research"
    CONDITION = "condition"


class Related(Record):
    """A page that tells more: a view, or in it one condition or one question."""

    view: View
    record: Slug | None = Field(default=None, description="id of the condition or question the page is opened at")


class Told(Record):
    """What every told text has: its own name, what it rests on, whose labels stand beside it, its figures."""

    id: Slug
    rests_on: tuple[Slug, ...] = Field(description="study or document ids")
    conditions: tuple[Slug, ...] = Field(default=(), description="conditions whose generated answers stand beside it")
    figures: dict[str, Quoted] = Field(default_factory=dict)


class QuestionTopic(StrEnum):
    """Groups of questions, in the order a worried person asks."""

    WHAT_IT_IS = "what-it-is"
    DOES_IT_WORK = "does-it-work"
    WHAT_COULD_GO_WRONG = "what-could-go-wrong"
    TAKING_IT = "taking-it"
    WITH_OTHER_MEDICINES = "with-other-medicines"
    MY_SITUATION = "my-situation"
    WHOM_TO_BELIEVE = "whom-to-believe"
    WITH_MY_DOCTOR = "with-my-doctor"


class Question(Told):
    """A question people ask; its words stand in content/<lang>/questions.yaml under this id."""

    topic: QuestionTopic
    basis: Basis
    dose: DoseContext = Field(description="the dose the support is about")
    related: tuple[Related, ...] = ()


class PassagePage(StrEnum):
    """The page a passage stands on."""

    BACKGROUND = "background"
    STORIES = "stories"


class PassagePart(StrEnum):
    """The parts of the two pages, in order."""

    AUTOIMMUNE = "autoimmune"
    CHRONIC_PAIN = "chronic-pain"
    FATIGUE = "fatigue"
    BESIDE = "beside"
    DRAWN = "drawn"
    CONVINCING = "convincing"
    PLACEBO = "placebo"
    REGRESSION = "regression"
    NORWAY = "norway"
    WORTH = "worth"


PARTS: Mapping[PassagePage, tuple[PassagePart, ...]] = {
    PassagePage.BACKGROUND: (
        PassagePart.AUTOIMMUNE, PassagePart.CHRONIC_PAIN, PassagePart.FATIGUE, PassagePart.BESIDE, PassagePart.DRAWN,
    ),
    PassagePage.STORIES: (
        PassagePart.CONVINCING, PassagePart.PLACEBO, PassagePart.REGRESSION, PassagePart.NORWAY, PassagePart.WORTH,
    ),
}  # fmt: skip


class Passage(Told):
    """A stretch of a longer page; its words stand in content/<lang>/passages.yaml under this id."""

    page: PassagePage
    part: PassagePart
