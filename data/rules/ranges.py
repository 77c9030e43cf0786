"""Ranges run upwards: low before high, first day before last, dose steps in the order of weeks."""

from collections.abc import Iterator, Mapping
from typing import Any

from data.dataset import Dataset
from data.models.base import Figure
from data.models.practice import Claim, Response, SafetyFact
from data.models.study import Arm, Dose, Moment
from data.rules.provenance import walk

TURN = "Write the lower end first, or correct the figure"


def ranges_run_upwards(dataset: Dataset) -> Iterator[Any]:
    """No range is written backwards, and no figure lies outside its own range."""
    for study in dataset.studies:
        for path, value in walk(study):
            if isinstance(value, Moment) and value.first_day > value.last_day:
                yield study, (*path, "last_day"), f"day {value.last_day:g} comes before day {value.first_day:g}", TURN
            if isinstance(value, Arm) and value.change_ci is not None and value.change_ci[0] > value.change_ci[1]:
                yield study, (*path, "change_ci"), "the interval runs backwards", TURN
        dose = study.dose
        if isinstance(dose, Dose) and (dose.lowest_mg or 0) > (dose.highest_mg or float("inf")):
            yield study, ("dose", "highest_mg"), "the highest dose is below the lowest", TURN
    for schedule in dataset.dosing:
        weeks = [step.from_week for step in schedule.steps]
        if weeks != sorted(set(weeks)):
            yield schedule, ("steps",), "the steps are not in the order of their weeks", "Put the earliest week first"
    quoting: list[SafetyFact | Claim | Response] = [*dataset.safety, *dataset.claims, *dataset.responses]
    for record in quoting:
        yield from _outside(record, (), record.figures)
    for place, step in enumerate(dataset.mechanisms.steps):
        yield from _outside(dataset.mechanisms, ("steps", place), step.figures)
        for number, item in enumerate(step.evidence):
            yield from _outside(dataset.mechanisms, ("steps", place, "evidence", number), item.figures)


def _outside(record: Any, path: tuple[str | int, ...], figures: Mapping[str, Figure]) -> Iterator[Any]:
    for name, figure in figures.items():
        low = figure.low if figure.low is not None else figure.value
        high = figure.high if figure.high is not None else figure.value
        if not low <= figure.value <= high:
            yield record, (*path, "figures", name, "value"), f"{figure.value:g} lies outside its own range", TURN
