"""Finds the figure a reference points to, with its range and where it stands."""

from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from data.dataset import Dataset
from data.labels import State
from data.models.base import Count, Depth, Figure, Quantity
from data.models.practice import Claim, SafetyFact
from data.models.study import Study
from data.models.told import Quoted, QuotedFrom, SaidAs, Told
from data.summary import reach
from data.trial_stage import Stage, stage_of

COUNTS: Mapping[str, Callable[[Dataset], int]] = {
    "studies": lambda dataset: len(dataset.studies),
    "conditions": lambda dataset: len(dataset.conditions),
    "conditions-with-placebo-result": lambda dataset: reach(dataset).placebo_tested,
    "conditions-not-studied": lambda dataset: reach(dataset).by_state[State.UNTESTED],
    "conditions-without-placebo-result": lambda dataset: reach(dataset).by_state[State.UNCONTROLLED],
    "conditions-leaning-towards-ldn": lambda dataset: reach(dataset).by_state[State.SUPPORTED],
    "people-in-largest-printed-trial": lambda dataset: reach(dataset).largest_printed_trial,
    "registered-trials": lambda dataset: len(dataset.trials),
    "trials-under-way": lambda dataset: sum(stage_of(trial) is Stage.UNDER_WAY for trial in dataset.trials),
    "trials-without-results": lambda dataset: sum(stage_of(trial) is Stage.SILENT for trial in dataset.trials),
}
# The range that belongs to a figure, by the figure's own field.
_RANGES = {"change": "change_ci", "value": "ci"}


def quoted(dataset: Dataset, reference: Quoted) -> Figure:
    """The figure a reference points to. Raises LookupError when there is none, or when a fall is no fall."""
    figure = _found(dataset, reference)
    if reference.said is SaidAs.VALUE:
        return figure
    if figure.value >= 0:
        raise LookupError(f"{reference.of}, {reference.field} is {figure.value:g}, which is no fall")
    low, high = (None if end is None else -end for end in (figure.high, figure.low))
    return figure.model_copy(update={"value": -figure.value, "low": low, "high": high})


def quoted_figures(dataset: Dataset, told: Told) -> dict[str, Figure]:
    """Every figure a text quotes, by its placeholder."""
    return {name: quoted(dataset, reference) for name, reference in told.figures.items()}


def _found(dataset: Dataset, reference: Quoted) -> Figure:
    match reference.kind:
        case QuotedFrom.STUDY:
            return _in_study(_by_id(dataset.studies, reference), reference.field)
        case QuotedFrom.CLAIM:
            return _claim_or_fact(dataset.claims, reference)
        case QuotedFrom.SAFETY:
            return _claim_or_fact(dataset.safety, reference)
        case QuotedFrom.SCHEDULE:
            schedule = _by_id(dataset.dosing, reference)
            value = _walk(schedule, reference.field)[-1]
            return _figure(value, schedule.study, schedule.where, schedule.depth, reference.field)
        case QuotedFrom.COUNT:
            return Figure(
                value=COUNTS[reference.of](dataset), source=reference.of, where="counted", depth=Depth.REGISTER,
                derived="counted in this dataset",
            )  # fmt: skip


def _claim_or_fact(records: Iterable[Claim | SafetyFact], reference: Quoted) -> Figure:
    record: Claim | SafetyFact = _by_id(records, reference)
    if reference.field not in record.figures:
        has = ", ".join(record.figures) or "none"
        raise LookupError(f"{record.id} has no figure {reference.field}; its figures are: {has}")
    return record.figures[reference.field]


def _by_id(records: Iterable[Any], reference: Quoted) -> Any:
    known = {record.id: record for record in records}
    if reference.of in known:
        return known[reference.of]
    close = get_close_matches(reference.of, known, n=1)
    hint = f"; the closest is {close[0]}" if close else ""
    raise LookupError(f"there is no {reference.kind} with the id {reference.of}{hint}")


def _in_study(study: Study, field: str) -> Figure:
    passed = _walk(study, field)
    name = field.rsplit(".", 1)[-1]
    places = [step for step in passed if hasattr(step, "where") and hasattr(step, "source")]
    where = places[-1].where if places else "citation"
    depths = {source.id: source.depth for source in study.sources}
    depth = depths[places[-1].source] if places else study.sources[0].depth
    value = passed[-1].value if isinstance(passed[-1], Count | Quantity) else passed[-1]
    figure = _figure(value, study.id, where, depth, field)
    ends = getattr(passed[-2], _RANGES.get(name, ""), None)
    return figure.model_copy(update={"low": ends[0], "high": ends[1]}) if isinstance(ends, tuple) else figure


def _figure(value: Any, source: str, where: str, depth: Depth, field: str) -> Figure:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise LookupError(f"{source}, {field} holds no number")
    unit = "year" if field == "citation.year" else None
    return Figure(value=float(value), unit=unit, source=source, where=where, depth=depth)


def _walk(record: Any, field: str) -> list[Any]:
    """Everything passed on the way to a field; a list is entered by its items' id or side effect, or by place."""
    passed = [record]
    for step in field.split("."):
        here = passed[-1]
        if isinstance(here, tuple):
            passed.append(_item(here, step))
        elif hasattr(here, "model_fields_set") and step in type(here).model_fields:
            passed.append(getattr(here, step))
        else:
            allowed = ", ".join(type(here).model_fields) if hasattr(here, "model_fields_set") else "nothing"
            raise LookupError(f"{record.id} has no {field}: there is no {step} among {allowed}")
    return passed


def _item(items: tuple[Any, ...], name: str) -> Any:
    named = [item for item in items if name in (getattr(item, "id", None), getattr(item, "effect", None))]
    if len(named) == 1:
        return named[0]
    if name.isdecimal() and int(name) < len(items):
        return items[int(name)]
    known = dict.fromkeys(str(getattr(item, "id", getattr(item, "effect", place))) for place, item in enumerate(items))
    raise LookupError(f"{len(named)} items are named {name}; there are: {', '.join(known) or 'none'}")
