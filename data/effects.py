"""Published comparisons of a condition that can stand on one axis: same outcome, same measure, same scale."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from data.dataset import Dataset
from data.evidence import Evidence, people_in
from data.labels import label_of
from data.models.study import BETWEEN_GROUPS, RATIOS, Better, Effect, Measure, Result, Study

_COMPARED = frozenset({Measure.MEAN_DIFFERENCE, Measure.STANDARDISED_MEAN_DIFFERENCE, *RATIOS})


@dataclass(frozen=True)
class Row:
    """One published effect: of a trial, or pooled by a review."""

    study: Study
    result: Result
    effect: Effect
    value: float
    people: int | None

    @property
    def pooled(self) -> bool:
        """Whether a review worked this out from several trials."""
        return self.result.pooled is not None


@dataclass(frozen=True)
class Panel:
    """Rows that share an axis: trials first, oldest on top, then pooled estimates by their year."""

    outcome: str
    measure: Measure
    better: Better
    unit: str
    rows: tuple[Row, ...]

    @property
    def ratio(self) -> bool:
        """Whether no difference is 1 (a ratio) and not 0."""
        return self.measure in RATIOS


@cache
def panels(dataset: Dataset, condition: str) -> tuple[Panel, ...]:
    """All panels of a condition, those with most trials first."""
    grouped: dict[tuple[str, Measure, Better, str], list[Row]] = {}
    for row in _rows(dataset, condition):
        unit = _unit(row.result) if row.effect.measure is Measure.MEAN_DIFFERENCE else ""
        key = (row.result.outcome, row.effect.measure, row.result.better, unit)
        grouped.setdefault(key, []).append(row)
    found = [Panel(*key, tuple(sorted(rows, key=_order))) for key, rows in grouped.items()]
    return tuple(sorted(found, key=lambda panel: (-sum(not row.pooled for row in panel.rows), -len(panel.rows))))


def _rows(dataset: Dataset, condition: str) -> Iterator[Row]:
    trials = label_of(dataset, condition).cells[Evidence.PLACEBO_TRIAL].studies
    ids = {study.id for study in trials}
    for study in dataset.studies:
        if study.id not in ids and condition not in study.conditions:
            continue
        for result in study.results:
            effect = result.effect
            if not isinstance(effect, Effect) or effect.value is None or effect.measure not in _COMPARED:
                continue
            if result.conditions and condition not in result.conditions:
                continue
            # A ratio of nought has no place on a logarithmic axis.
            if effect.measure in RATIOS and min(effect.value, *(effect.ci or (effect.value,))) <= 0:
                continue
            # Only results that set LDN beside placebo may stand on an axis that says so.
            if result.direction not in BETWEEN_GROUPS or result.better is Better.NEITHER:
                continue
            if (result.pooled is None) != (study.id in ids) or not _is_drawn(study, result):
                continue
            people = result.pooled.people if result.pooled else people_in(study, condition)
            yield Row(study, result, effect, effect.value, people)


def _is_drawn(study: Study, result: Result) -> bool:
    """Of several measures of one outcome at one time, a trial's main or first one; of a review, no side analysis."""
    if result.pooled is not None:
        return result.pooled.against_placebo_only and not result.pooled.sensitivity
    same = [
        other
        for other in study.results
        if (other.outcome, other.weeks) == (result.outcome, result.weeks)
        and isinstance(other.effect, Effect)
        and other.effect.value is not None
        and other.effect.measure in _COMPARED
    ]
    return result.id == min(same, key=lambda r: (r.id != study.main_result, not r.primary, same.index(r))).id


def not_drawn(dataset: Dataset, condition: str) -> tuple[Study, ...]:
    """Placebo trials of the condition without a single effect on any panel."""
    drawn = {row.study.id for panel in panels(dataset, condition) for row in panel.rows}
    trials = label_of(dataset, condition).cells[Evidence.PLACEBO_TRIAL].studies
    return tuple(study for study in trials if study.id not in drawn)


def _unit(result: Result) -> str:
    """Scales that differ in range or unit never share an axis."""
    if result.scale is None:
        return f"{result.measured_by}"
    return f"{result.scale.min}-{result.scale.max} {result.scale.unit}"


def _order(row: Row) -> tuple[bool, int, str, float]:
    weeks = row.result.weeks if isinstance(row.result.weeks, int | float) else 0
    return row.pooled, row.study.citation.year or 0, row.study.id, weeks
