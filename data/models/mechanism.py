"""How LDN might work: steps with evidence for and against, and pharmacokinetic parameters."""

from enum import StrEnum

from pydantic import Field

from data.models.base import Depth, Figure, Record, Sentence, Slug


class ShownIn(StrEnum):
    """The best place where a step was shown."""

    PEOPLE_LOW_DOSE = "people-low-dose"
    PEOPLE_LOW_DOSE_UNCONTROLLED = "people-low-dose-uncontrolled"
    PEOPLE_FULL_DOSE = "people-full-dose"
    PEOPLE_WITHOUT_NALTREXONE = "people-without-naltrexone"
    HUMAN_CELLS = "human-cells"
    ANIMALS = "animals"
    CELL_LINES = "cell-lines"
    RETRACTED = "retracted"
    NOWHERE = "nowhere"


class Side(StrEnum):
    """Whether a piece of evidence speaks for the step or against it."""

    FOR = "for"
    AGAINST = "against"


class Evidence(Record):
    """One piece of evidence; its sentence stands in content/<lang>/mechanisms.yaml under this id."""

    id: Slug
    side: Side
    shown_in: ShownIn
    studies: tuple[Slug, ...] = Field(min_length=1, description="ids of studies or documents")
    figures: dict[str, Figure] = Field(default_factory=dict, description="name -> figure quoted in the sentence")


class MechanismStep(Record):
    """One step of the story, badged by where it was shown."""

    id: Slug
    shown_in: ShownIn
    figures: dict[str, Figure] = Field(default_factory=dict)
    evidence: tuple[Evidence, ...]


class Reading(Record):
    """One reading inside a parameter, such as one PET occupancy at one dose."""

    dose_mg: float
    value: float
    note: Sentence | None = None


class ParameterSource(Record):
    """Where a parameter's values stand and how deep that was read."""

    source: Slug
    where: Sentence
    depth: Depth
    gives: Sentence


class Parameter(Record):
    """A pharmacokinetic parameter with its range; `central` is null when nothing dependable was found."""

    id: Slug
    unit: Sentence
    central: float | None
    low: float | None
    high: float | None
    dose_studied: Sentence
    measured_at_low_dose: bool
    derived: Sentence | None = None
    readings: tuple[Reading, ...] = ()
    sources: tuple[ParameterSource, ...] = Field(min_length=1)


class Arrow(Record):
    """One arrow of the map: what it leads to, and the step that says how far this was shown."""

    step: Slug | None = Field(description="id of the step whose badge the arrow carries; null: shown nowhere")
    to: Slug = Field(description="the idea it leads to, named in content/<lang>/mechanisms.yaml under nodes")


class Chain(Record):
    """One line of the map of the whole idea, from where it begins along its arrows."""

    id: Slug
    begins: Slug
    arrows: tuple[Arrow, ...] = Field(min_length=1)

    @property
    def nodes(self) -> tuple[str, ...]:
        """Every idea on the line, in order."""
        return (self.begins, *(arrow.to for arrow in self.arrows))


class Mechanisms(Record):
    """The whole of data/mechanisms.yaml."""

    steps: tuple[MechanismStep, ...]
    parameters: tuple[Parameter, ...]
    chains: tuple[Chain, ...] = ()
