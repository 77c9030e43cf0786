"""Side effects across studies: what was counted beside a control group, what without, and what is known of timing."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from data.dataset import Dataset
from data.evidence import counts_as_evidence
from data.models.study import (
    Comparator,
    ComparatorKind,
    Counted,
    EventArm,
    Moment,
    SideEffectReport,
    Study,
)


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
