"""Safety facts, dosing schedules, claims and the documents they rest on."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from data.models.base import Basis, Depth, DoseContext, Figure, Record, Sentence, Slug, Url


class Document(Record):
    """A page that is not a study: a product label, an agency page, a society's statement."""

    id: Slug
    title: Sentence
    publisher: Sentence
    dated: Sentence | None = Field(description="the document's own date, as printed")
    url: Url
    depth: Depth
    read: date
    note: Sentence | None = None


class SafetyTopic(StrEnum):
    """Subjects of the safety view, in the order shown."""

    OPIOIDS = "opioids"
    HIDDEN_OPIOIDS = "hidden-opioids"
    SURGERY = "surgery"
    WARNING_SIGNS = "warning-signs"
    LIVER = "liver"
    PREGNANCY = "pregnancy"
    STARTING_AND_STOPPING = "starting-and-stopping"
    KIDNEY = "kidney"
    BREASTFEEDING = "breastfeeding"
    MOOD = "mood"
    ALCOHOL = "alcohol"
    OTHER_MEDICINES = "other-medicines"
    PRODUCT = "product"
    COST = "cost"
    TRYING = "trying"
    SIDE_EFFECT_TIMING = "side-effect-timing"
    LONG_TERM = "long-term"


# Facts about a try and about cost stand on the practical page only.
NOT_ON_SAFETY = (SafetyTopic.COST, SafetyTopic.TRYING)


class SafetyFact(Record):
    """One safety statement; its words stand in content/<lang>/safety.yaml under this id."""

    id: Slug
    topic: SafetyTopic
    basis: Basis
    dose: DoseContext = Field(description="the dose the support is about")
    on_card: bool = Field(default=False, description="shown on the safety card")
    rests_on: tuple[Slug, ...] = Field(description="study or document ids; empty only when basis is unknown")
    figures: dict[str, Figure] = Field(default_factory=dict)


class ScheduleKind(StrEnum):
    """Where a dosing schedule was used."""

    TRIAL = "trial"
    PRACTICE = "practice"


class HourOfDay(StrEnum):
    """When in the day the dose was taken."""

    NIGHT = "night"
    MORNING = "morning"
    TWICE = "twice-a-day"
    NOT_REPORTED = "not-reported"
    NOT_FOUND = "not-found"


class DoseStep(Record):
    """From this week on, this many milligrams a day."""

    from_week: Annotated[float, Field(ge=0)]
    mg_per_day: Annotated[float, Field(gt=0)]


class Schedule(Record):
    """A published way of dosing. `steps` is empty when the steps could not be read."""

    id: Slug
    kind: ScheduleKind
    condition: Slug | None
    study: Slug
    steps: tuple[DoseStep, ...]
    highest_mg: float | None
    weeks: float | None
    hour: HourOfDay
    where: Sentence
    depth: Depth


class Action(StrEnum):
    """What people did about an unwanted effect, in the order shown."""

    WAITED = "waited"
    CHANGED_HOUR = "changed-hour"
    SLOWER_STEPS = "slower-steps"
    LOWERED_DOSE = "lowered-dose"
    STOPPED = "stopped"


class WasTested(StrEnum):
    """How sure anyone can be that it helps."""

    NOBODY = "nobody"
    SEEN_AFTERWARDS = "seen-afterwards"
    COMPARED = "compared"


class Response(Record):
    """Something people did about an unwanted effect; its words stand in content/<lang>/responses.yaml."""

    id: Slug
    action: Action
    effects: tuple[Slug, ...] = Field(description="ids in data/side_effects.yaml; empty when none is named")
    basis: Basis
    tested: WasTested
    rests_on: tuple[Slug, ...] = Field(description="study or document ids; empty only when basis is unknown")
    figures: dict[str, Figure] = Field(default_factory=dict)


class Verdict(StrEnum):
    """How a claim stands against the evidence."""

    SUPPORTED = "supported"
    PARTLY_SUPPORTED = "partly-supported"
    OVERSIMPLIFIED = "oversimplified"
    UNPROVEN = "unproven"
    CONTRADICTED = "contradicted"


class Leans(StrEnum):
    """Which way the human evidence points."""

    FOR = "for"
    AGAINST = "against"
    NEITHER = "neither"


class ClaimTopic(StrEnum):
    """What a claim is about."""

    BENEFIT = "benefit"
    MECHANISM = "mechanism"
    SAFETY = "safety"
    PRACTICAL = "practical"
    STANDING = "standing"


class PrintedVerdict(StrEnum):
    """Whether a printed reference leads to its paper."""

    CORRECT = "correct"
    DOI_WRONG = "doi-wrong"
    DOI_NOT_CONFIRMED = "doi-not-confirmed"


class PrintedReference(Record):
    """A reference as clinic pages print it; the right one is the citation of `study`."""

    id: Slug
    study: Slug
    printed: Sentence
    printed_doi: Annotated[str, StringConstraints(pattern=r"^10\.\d{4,9}/\S+$")]
    verdict: PrintedVerdict
    checked: date


class RatedAs(StrEnum):
    """How sure others are, in GRADE's words or those nearest to them."""

    VERY_LOW = "very-low"
    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"
    TOO_LITTLE = "too-little-evidence"


class Rating(Record):
    """How a panel, Cochrane or an agency rated the evidence; its words stand in content/<lang>/ratings.yaml."""

    id: Slug
    condition: Slug
    by: Slug = Field(description="id of the guideline or review in data/studies")
    rated: RatedAs
    grade: bool = Field(description="true when the rating is GRADE's; its bars are drawn only then")
    indirect: bool = Field(description="true when it rests on people with other conditions")
    where: Sentence
    depth: Depth


class Claim(Record):
    """Something people hear about LDN; its words stand in content/<lang>/claims.yaml under this id."""

    id: Slug
    topic: ClaimTopic
    verdict: Verdict
    leans: Leans
    against_ldn: bool = Field(default=False, description="true when the claim speaks against LDN")
    conditions: tuple[Slug, ...] = ()
    rests_on: tuple[Slug, ...]
    figures: dict[str, Figure] = Field(default_factory=dict)
