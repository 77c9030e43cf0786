"""Side effects across studies: what was counted beside a control group, what without, and what is known of timing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from data.dataset import Dataset
from data.evidence import counts_as_evidence
from data.models.base import Quantity
from data.models.study import (
    Comparator,
    ComparatorKind,
    Counted,
    Dose,
    DoseBand,
    EventArm,
    IntegrityStatus,
    Kind,
    Moment,
    SideEffectReport,
    Study,
)
from data.models.subject import SideEffectGroup

GRAVE = (SideEffectGroup.STOPPED, SideEffectGroup.SERIOUS)


@dataclass(frozen=True)
class Twin:
    """One side effect in one controlled study: people with it on LDN and on the comparison, as counted."""

    study: Study
    report: SideEffectReport
    ldn: EventArm
    control: EventArm

    @property
    def against(self) -> ComparatorKind:
        """What the other arm took."""
        return self.study.comparator.kind if isinstance(self.study.comparator, Comparator) else ComparatorKind.NONE


@dataclass(frozen=True)
class Lone:
    """One side effect counted without a control group."""

    study: Study
    report: SideEffectReport
    ldn: EventArm


@dataclass(frozen=True)
class Timing:
    """What is known of when one effect starts and ends: the studies that say anything, per end."""

    effect: str
    begins: tuple[tuple[Study, Moment], ...]
    ends: tuple[tuple[Study, Moment], ...]
    ongoing: tuple[Study, ...]


def low_dose_reports(dataset: Dataset) -> Iterator[tuple[Study, SideEffectReport]]:
    """Every side-effect report from people on a low dose that is not a pooled figure."""
    for study in dataset.studies:
        if counts_as_evidence(study):
            yield from ((study, report) for report in study.side_effects if report.pooled is None)


@cache
def twins(dataset: Dataset, effect: str) -> tuple[Twin, ...]:
    """Controlled counts of one effect, most people first. Counts of events rather than people are left out."""
    found = [
        Twin(study, report, report.ldn, report.control)
        for study, report in low_dose_reports(dataset)
        if report.effect == effect
        and report.counted is Counted.PEOPLE
        and isinstance(report.ldn, EventArm)
        and isinstance(report.control, EventArm)
        and share(report.ldn) is not None
        and share(report.control) is not None
    ]
    return tuple(sorted(found, key=lambda twin: -((twin.ldn.n or 0) + (twin.control.n or 0))))


@cache
def lone_counts(dataset: Dataset, effect: str) -> tuple[Lone, ...]:
    """Counts of one effect without a control group, most people first."""
    found = [
        Lone(study, report, report.ldn)
        for study, report in low_dose_reports(dataset)
        if report.effect == effect
        and report.counted is Counted.PEOPLE
        and isinstance(report.ldn, EventArm)
        and share(report.ldn) is not None
        and not isinstance(report.control, EventArm)
    ]
    return tuple(sorted(found, key=lambda lone: -(lone.ldn.n or 0)))


def share(arm: EventArm) -> float | None:
    """People with the effect per 100, from the counts where both are known, else as published."""
    if arm.events is not None and arm.n:
        return 100 * arm.events / arm.n
    return arm.percent


@cache
def timing(dataset: Dataset, effect: str) -> Timing:
    """What any low-dose study says about when the effect starts and ends."""
    reports = [(study, report) for study, report in low_dose_reports(dataset) if report.effect == effect]
    return Timing(
        effect=effect,
        begins=tuple((study, r.begins) for study, r in reports if isinstance(r.begins, Moment)),
        ends=tuple((study, r.ends) for study, r in reports if isinstance(r.ends, Moment)),
        ongoing=tuple(study for study, r in reports if r.still_there_at_end),
    )


@cache
def reported_effects(dataset: Dataset) -> tuple[str, ...]:
    """Effects that any low-dose study mentions, in the dataset's order."""
    mentioned = {report.effect for _, report in low_dose_reports(dataset)}
    return tuple(effect.id for effect in dataset.side_effects if effect.id in mentioned)


class DoseReach(StrEnum):
    """How high the dose went in a study, in milligrams a day."""

    TO_3 = "to-3-mg"
    TO_4_5 = "to-4-5-mg"
    OVER_4_5 = "over-4-5-mg"
    NOT_KNOWN = "dose-not-known"


class Length(StrEnum):
    """How many weeks people took the drug."""

    TO_8 = "to-8-weeks"
    TO_26 = "to-26-weeks"
    OVER_26 = "over-26-weeks"
    NOT_KNOWN = "length-not-known"


def dose_reach(study: Study) -> DoseReach:
    """The study's highest daily dose, in steps; doses per kilogram are not translated."""
    if not isinstance(study.dose, Dose) or study.dose.per_kg or study.dose.highest_mg is None:
        return DoseReach.NOT_KNOWN
    highest = study.dose.highest_mg
    return DoseReach.TO_3 if highest <= 3 else DoseReach.TO_4_5 if highest <= 4.5 else DoseReach.OVER_4_5


def length(study: Study) -> Length:
    """The weeks people took the drug, in steps."""
    if not isinstance(study.weeks_on_drug, Quantity):
        return Length.NOT_KNOWN
    weeks = study.weeks_on_drug.value
    return Length.TO_8 if weeks <= 8 else Length.TO_26 if weeks <= 26 else Length.OVER_26


@dataclass(frozen=True)
class Choice:
    """Which counts are wanted; None stands for all."""

    serious: bool = False
    condition: str | None = None
    dose: DoseReach | None = None
    length: Length | None = None

    def fits(self, study: Study, group: SideEffectGroup) -> bool:
        """Whether a count of an effect of this group, from this study, is wanted."""
        return (
            (not self.serious or group in GRAVE)
            and (self.condition is None or self.condition in study.conditions)
            and (self.dose is None or self.dose is dose_reach(study))
            and (self.length is None or self.length is length(study))
        )

    def without(self, part: str) -> "Choice":
        """The same choice with one of its parts dropped."""
        return Choice(
            serious=self.serious and part != "serious",
            condition=None if part == "condition" else self.condition,
            dose=None if part == "dose" else self.dose,
            length=None if part == "length" else self.length,
        )

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts that narrow it."""
        narrowing = {
            "serious": self.serious,
            "condition": self.condition,
            "dose": self.dose,
            "length": self.length,
        }
        return tuple(part for part, value in narrowing.items() if value)


@cache
def all_twins(dataset: Dataset) -> tuple[Twin, ...]:
    """Every controlled count: totals, then symptoms, then stopping, then serious ones; most people first in each."""
    return tuple(twin for effect in dataset.side_effects for twin in twins(dataset, effect.id))


@cache
def groups(dataset: Dataset) -> dict[str, SideEffectGroup]:
    """Side effect -> its group."""
    return {effect.id: effect.group for effect in dataset.side_effects}


def wanted(dataset: Dataset, choice: Choice) -> list[Twin]:
    """The controlled counts a choice leaves."""
    group = groups(dataset)
    return [twin for twin in all_twins(dataset) if choice.fits(twin.study, group[twin.report.effect])]


def nearest_to_drop(dataset: Dataset, choice: Choice) -> tuple[str, int] | None:
    """The one part of a choice without which most counts are left, and how many; None when no single part is enough."""
    left = [(len(wanted(dataset, choice.without(part))), part) for part in choice.parts]
    most, part = max(left, default=(0, ""), key=lambda found: found[0])
    return (part, most) if most else None


@cache
def pooled_reports(dataset: Dataset, effect: str) -> tuple[tuple[Study, SideEffectReport], ...]:
    """Published pooled comparisons of an effect: low doses against placebo, in reviews that still stand; newest first.

    Test runs of a main analysis are left out.
    """
    found = [
        (study, report)
        for study in dataset.studies
        if study.kind is Kind.REVIEW
        and isinstance(study.dose, Dose)
        and study.dose.band is DoseBand.LOW
        and study.integrity.status is not IntegrityStatus.RETRACTED
        and isinstance(study.comparator, Comparator)
        and study.comparator.kind is ComparatorKind.PLACEBO
        for report in study.side_effects
        if report.effect == effect
        and report.pooled is not None
        and report.pooled.against_placebo_only
        and not report.pooled.sensitivity
    ]
    return tuple(sorted(found, key=lambda item: -(item[0].citation.year or 0)))


def all_lone_counts(dataset: Dataset, choice: Choice) -> list[Lone]:
    """Every count without a control group that a choice leaves."""
    group = groups(dataset)
    found = [lone for effect in dataset.side_effects for lone in lone_counts(dataset, effect.id)]
    return [lone for lone in found if choice.fits(lone.study, group[lone.report.effect])]


def conditions_of(found: Sequence[Twin]) -> tuple[str, ...]:
    """The conditions these counts are about, in the order met."""
    return tuple(dict.fromkeys(condition for twin in found for condition in twin.study.conditions))
