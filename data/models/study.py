"""One study: who took part, what they took, what was found, and where each figure stands."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from data.models.base import (
    Count,
    Countries,
    Depth,
    Fact,
    OrMissing,
    Percent,
    Provenance,
    PText,
    Quantity,
    Record,
    Sentence,
    Slug,
    Url,
    Whole,
)


class Kind(StrEnum):
    """What sort of publication this is."""

    PRIMARY = "primary"
    REVIEW = "review"
    GUIDELINE = "guideline"
    PROTOCOL = "protocol"
    LABORATORY = "laboratory"


class Design(StrEnum):
    """The study's design, in the field's terms."""

    RANDOMISED_PARALLEL = "randomised-parallel"
    RANDOMISED_CROSSOVER = "randomised-crossover"
    FIXED_ORDER_CROSSOVER = "fixed-order-crossover"
    CONTROLLED_TRIAL = "controlled-trial"
    OPEN_LABEL = "open-label"
    COHORT = "cohort"
    REGISTER_STUDY = "register-study"
    CASE_CONTROL = "case-control"
    CHART_REVIEW = "chart-review"
    SURVEY = "survey"
    CASE_SERIES = "case-series"
    CASE_REPORT = "case-report"
    META_ANALYSIS = "meta-analysis"
    SYSTEMATIC_REVIEW = "systematic-review"
    NARRATIVE_REVIEW = "narrative-review"
    GUIDELINE = "guideline"
    HUMAN_LABORATORY = "human-laboratory"
    HUMAN_CELLS = "human-cells"
    ANIMAL = "animal"
    CELL_LINE = "cell-line"
    PRODUCT_TEST = "product-test"


RANDOMISED = frozenset({Design.RANDOMISED_PARALLEL, Design.RANDOMISED_CROSSOVER})
# Designs in which no person takes the drug; cells of people count as cells.
ANIMALS = frozenset({Design.ANIMAL})
CELLS = frozenset({Design.HUMAN_CELLS, Design.CELL_LINE})


class Blinding(StrEnum):
    """Who did not know what was given."""

    DOUBLE = "double"
    SINGLE = "single"
    NONE = "none"
    NOT_REPORTED = "not-reported"
    NOT_FOUND = "not-found"
    NOT_APPLICABLE = "not-applicable"


class ComparatorKind(StrEnum):
    """What low-dose naltrexone was compared with."""

    PLACEBO = "placebo"
    ACTIVE = "active"
    USUAL_CARE = "usual-care"
    OTHER_DOSE = "other-dose"
    OTHER_GROUP = "other-group"
    OWN_BASELINE = "own-baseline"
    NONE = "none"


class DoseBand(StrEnum):
    """Low is 0.5-6 mg a day or at most 0.1 mg/kg; only `low` counts as LDN evidence."""

    LOW = "low"
    ULTRA_LOW = "ultra-low"
    HIGHER = "higher"
    UNCLEAR = "unclear"
    NOT_APPLICABLE = "not-applicable"


class Direction(StrEnum):
    """What a result says. The first three compare groups; the next three compare before and after."""

    FAVOURS_LDN = "favours-ldn"
    NO_CLEAR_DIFFERENCE = "no-clear-difference"
    FAVOURS_CONTROL = "favours-control"
    IMPROVED = "improved-from-start"
    NO_CHANGE = "no-change-from-start"
    WORSE = "worse-than-start"
    DESCRIBED_ONLY = "described-only"


BETWEEN_GROUPS = frozenset({Direction.FAVOURS_LDN, Direction.NO_CLEAR_DIFFERENCE, Direction.FAVOURS_CONTROL})
FROM_START = frozenset({Direction.IMPROVED, Direction.NO_CHANGE, Direction.WORSE})


class Measure(StrEnum):
    """Effect measures. Differences are LDN minus control (or after minus before); ratios LDN over control."""

    MEAN_DIFFERENCE = "mean-difference"
    STANDARDISED_MEAN_DIFFERENCE = "standardised-mean-difference"
    RISK_RATIO = "risk-ratio"
    ODDS_RATIO = "odds-ratio"
    HAZARD_RATIO = "hazard-ratio"
    INCIDENCE_RATE_RATIO = "incidence-rate-ratio"
    RISK_DIFFERENCE_PERCENT = "risk-difference-percent"
    DIFFERENCE_IN_PERCENT_CHANGE = "difference-in-percent-change"
    MEAN_CHANGE = "mean-change"
    PERCENT_CHANGE = "percent-change"
    NOT_STATED = "not-stated"


RATIOS = frozenset({Measure.RISK_RATIO, Measure.ODDS_RATIO, Measure.HAZARD_RATIO, Measure.INCIDENCE_RATE_RATIO})


class Better(StrEnum):
    """Which direction of the scale is better for the person."""

    LOWER = "lower"
    HIGHER = "higher"
    NEITHER = "neither"


class Citation(Record):
    """How to find the publication."""

    authors: tuple[Sentence, ...] = Field(description='as printed, "Younger J"; empty when no page we read names them')
    title: Sentence
    journal: Sentence | None
    year: Annotated[int, Field(ge=1960, le=2100)] | None
    volume: Sentence | None = None
    issue: Sentence | None = None
    pages: Sentence | None = None
    doi: Annotated[str, StringConstraints(pattern=r"^10\.\d{4,9}/\S+$")] | None
    pmid: Annotated[str, StringConstraints(pattern=r"^[1-9]\d{0,8}$")] | None
    pmcid: Annotated[str, StringConstraints(pattern=r"^PMC\d+$")] | None = None


class Source(Record):
    """A page we read, its canonical address, and how deep we read it."""

    id: Slug
    url: Url
    depth: Depth
    read: date
    via: Sentence | None = Field(
        default=None, description="what was read when not the page itself, e.g. 'library copy'"
    )


class Dose(Provenance):
    """The dose as given, in words and in milligrams a day (per kilogram when `per_kg`)."""

    band: DoseBand
    text: Sentence
    lowest_mg: Annotated[float, Field(gt=0)] | None
    highest_mg: Annotated[float, Field(gt=0)] | None
    per_kg: bool = False


class Comparator(Provenance):
    """What the drug was compared with."""

    kind: ComparatorKind
    text: Sentence


class ArmCounts(Provenance):
    """How many people were randomised to each arm (parallel designs)."""

    ldn: Whole
    control: Whole
    others: Whole = 0


class People(Record):
    """Who took part."""

    population: OrMissing[Fact]
    countries: OrMissing[Countries]
    entered: OrMissing[Count] = Field(description="people who started, in any design")
    randomised: OrMissing[Count]
    per_arm: OrMissing[ArmCounts]
    analysed: OrMissing[Count] = Field(description="people in the main analysis")
    dropouts: OrMissing[Fact]


class Scale(Record):
    """The range of a measuring scale and its unit."""

    min: float | None
    max: float | None
    unit: Sentence | None = None


class Arm(Record):
    """Figures of one arm. Leave a figure out when the source does not give it; never compute it."""

    n: Whole | None = None
    mean: float | None = None
    sd: Annotated[float, Field(ge=0)] | None = None
    median: float | None = None
    change: float | None = Field(default=None, description="mean change from the start")
    change_sd: Annotated[float, Field(ge=0)] | None = None
    change_ci: tuple[float, float] | None = None
    change_percent: float | None = Field(default=None, description="percent change; a fall is negative")
    events: Whole | None = None
    percent: Percent | None = Field(default=None, description="percent of people, as published")


class Effect(Record):
    """The comparison as published."""

    measure: Measure
    value: float | None
    ci: tuple[float, float] | None = None
    ci_level: Annotated[float, Field(gt=50, lt=100)] = 95
    p: PText | None = None


class Pooled(Record):
    """For a meta-analysis: how much was pooled."""

    studies: Whole | None
    people: Whole | None
    searched_to: Sentence | None
    i_squared: Percent | None = None
    against_placebo_only: bool = Field(default=True, description="false when other medicines are among the comparisons")
    sensitivity: bool = Field(default=False, description="true for an analysis that only tests the main one")


READ_ONCE = Field(
    default=False,
    description="true when somebody looked for the figures again and did not reach them; the screen says so",
)


class Result(Provenance):
    """One outcome at one time point, with everything the source gives about it."""

    id: Slug
    outcome: Slug = Field(description="id in data/outcomes.yaml")
    measured_by: Sentence = Field(description="the scale or measure, as the source names it")
    scale: Scale | None = None
    better: Better
    weeks: OrMissing[Annotated[float, Field(ge=0)]] = Field(description="weeks from the start of the drug")
    primary: bool
    ldn: OrMissing[Arm]
    control: OrMissing[Arm]
    effect: OrMissing[Effect]
    direction: Direction
    conditions: tuple[Slug, ...] = Field(
        default=(), description="the conditions this result is about, when not all of the study's"
    )
    pooled: Pooled | None = None
    read_once: bool = READ_ONCE
    note: Sentence | None = None


class EventArm(Record):
    """People (or events) with a side effect in one arm."""

    events: Whole | None = None
    n: Whole | None = None
    percent: Percent | None = None


class Counted(StrEnum):
    """What a side-effect number counts."""

    PEOPLE = "people"
    EVENTS = "events"


class TimingBasis(StrEnum):
    """Measured in the study, or only described in words by it."""

    MEASURED = "measured"
    DESCRIBED = "described"


class Moment(Record):
    """A day or span of days after the start or after a dose step."""

    first_day: Annotated[float, Field(ge=0)]
    last_day: Annotated[float, Field(ge=0)]
    basis: TimingBasis
    said: Sentence


class SideEffectReport(Provenance):
    """One side effect in one study, beside its comparator when there is one."""

    effect: Slug = Field(description="id in data/side_effects.yaml")
    counted: Counted
    ldn: OrMissing[EventArm]
    control: OrMissing[EventArm]
    comparison: OrMissing[Effect] = Field(description="published comparison, such as a risk ratio")
    begins: OrMissing[Moment]
    ends: OrMissing[Moment]
    still_there_at_end: bool = False
    severity: Sentence | None = None
    response: Sentence | None = Field(default=None, description="what people or the team did about it")
    pooled: Pooled | None = None
    read_once: bool = READ_ONCE
    note: Sentence | None = None


class Registration(Provenance):
    """The study's entry in a trial register."""

    number: Sentence
    url: Url


class IntegrityStatus(StrEnum):
    """Whether the record of the paper has changed since it was published."""

    NOTHING_FOUND = "nothing-found"
    CORRECTED = "corrected"
    CONCERN = "expression-of-concern"
    RETRACTED = "retracted"


class Integrity(Record):
    """Correction and retraction status, when and how it was looked for."""

    status: IntegrityStatus
    checked: date
    how: Sentence
    notice: Url | None = None
    note: Sentence | None = None


class Study(Record):
    """A published study, review, guideline, protocol or laboratory paper."""

    id: Slug
    kind: Kind
    design: Design
    called: Sentence | None = Field(
        default=None, description="short name on screen, where author and year do not tell it apart or are unknown"
    )
    citation: Citation
    sources: tuple[Source, ...] = Field(min_length=1)
    conditions: tuple[Slug, ...] = Field(
        description="ids in data/conditions.yaml; empty when the study asks about none of them"
    )
    model_of: tuple[Slug, ...] = Field(
        default=(),
        description="conditions an animal or cell study of naltrexone itself stands for; never evidence in people",
    )
    blinding: Blinding
    dose: OrMissing[Dose]
    combined_with: Sentence | None = Field(
        default=None,
        description="another new treatment in the LDN arm, or the opioid whose effects naltrexone was to change; "
        "such a study cannot speak for LDN itself",
    )
    weeks_on_drug: OrMissing[Quantity]
    comparator: OrMissing[Comparator]
    people: People
    secondary_to: Slug | None = Field(
        default=None,
        description="id of the study whose people these are; a secondary report is never counted twice",
    )
    main_result: Slug | None = Field(description="id of the result shown first; null when there is none")
    results: tuple[Result, ...]
    side_effects: tuple[SideEffectReport, ...]
    funding: OrMissing[Fact]
    conflicts: OrMissing[Fact]
    registration: OrMissing[Registration]
    integrity: Integrity
    plain: Sentence = Field(description="what was found, in one plain sentence of our own")
    weaknesses: tuple[Sentence, ...] = Field(description="main weaknesses, plainest first")
    notes: tuple[Sentence, ...] = Field(
        default=(), description="disagreements between sources; for curators and readers"
    )
