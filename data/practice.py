"""Practical facts across records: at which hour published schedules gave the dose, and when trials judged it."""

from dataclasses import dataclass

from data.dataset import Dataset
from data.evidence import Evidence, counts_as_evidence, kind_of_evidence
from data.models.practice import HourOfDay, Schedule
from data.models.study import Result, Study


@dataclass(frozen=True)
class Judged:
    """When and by what a placebo trial judged its main result; `weeks` is None when we did not find it."""

    study: Study
    result: Result
    weeks: float | None


def by_hour(dataset: Dataset) -> dict[HourOfDay, tuple[Schedule, ...]]:
    """Published schedules by the hour of the dose, every hour named, also those nobody used."""
    return {hour: tuple(s for s in dataset.dosing if s.hour is hour) for hour in HourOfDay}


def judged(dataset: Dataset) -> tuple[Judged, ...]:
    """Placebo trials at low dose with a main result, the longest wait first, unknown waits last."""
    found = []
    for study in dataset.studies:
        if not counts_as_evidence(study) or kind_of_evidence(study) is not Evidence.PLACEBO_TRIAL:
            continue
        result = next((r for r in study.results if r.id == study.main_result), None)
        if result is not None:
            found.append(Judged(study, result, result.weeks if isinstance(result.weeks, float | int) else None))
    return tuple(sorted(found, key=lambda entry: -(entry.weeks or 0)))
