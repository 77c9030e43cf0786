"""How people on placebo fared in LDN trials, beside those on LDN: published figures of both arms, never computed."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from data.dataset import Dataset
from data.evidence import counts_as_evidence
from data.models.study import Arm, Better, Comparator, ComparatorKind, Result, Study


class Gauge(StrEnum):
    """What the two arms were measured by. Figures of different gauges never share an axis."""

    POINTS = "points"
    PERCENT_CHANGE = "percent-change"
    IN_100 = "in-100"


@dataclass(frozen=True)
class Side:
    """One arm: improvement from the start (towards better is positive), or people in 100; with its range if any."""

    value: float
    low: float | None
    high: float | None


@dataclass(frozen=True)
class Arms:
    """A result that gives both arms in the same way."""

    study: Study
    result: Result
    placebo: Side
    ldn: Side


@dataclass(frozen=True)
class ArmsPanel:
    """Results that share a gauge and a scale, so that they can stand on one axis."""

    gauge: Gauge
    scale: tuple[float, float] | None
    rows: tuple[Arms, ...]

    @property
    def largest(self) -> float:
        """The largest figure in the panel, ends of ranges included."""
        sides = [side for row in self.rows for side in (row.placebo, row.ldn)]
        return max(abs(end) for side in sides for end in (side.value, side.low, side.high) if end is not None)


def placebo_panels(dataset: Dataset) -> tuple[ArmsPanel, ...]:
    """Every placebo arm we could read beside its LDN arm: points first, then percent, then people in 100."""
    panels: dict[tuple[Gauge, tuple[float, float] | None, str], list[Arms]] = {}
    for study in dataset.studies:
        if counts_as_evidence(study) and _against_placebo(study):
            for gauge, arms in _readable(study):
                # Points without a known scale cannot be set beside anybody else's.
                own = arms.study.id if gauge is Gauge.POINTS and _scale(arms.result) is None else ""
                scale = _scale(arms.result) if gauge is Gauge.POINTS else None
                panels.setdefault((gauge, scale, own), []).append(arms)
    order = list(Gauge)
    ordered = sorted(panels.items(), key=lambda item: (order.index(item[0][0]), -len(item[1])))
    return tuple(ArmsPanel(gauge, scale, tuple(rows)) for (gauge, scale, _), rows in ordered)


def _against_placebo(study: Study) -> bool:
    return isinstance(study.comparator, Comparator) and study.comparator.kind is ComparatorKind.PLACEBO


def _readable(study: Study) -> Iterator[tuple[Gauge, Arms]]:
    """Main outcomes, and how many people got clearly better; further scales would only crowd the picture."""
    for result in study.results:
        ldn, placebo = result.ldn, result.control
        if not isinstance(ldn, Arm) or not isinstance(placebo, Arm) or result.better is Better.NEITHER:
            continue
        sign = -1.0 if result.better is Better.LOWER else 1.0
        if result.primary and ldn.change is not None and placebo.change is not None:
            yield Gauge.POINTS, Arms(study, result, _points(placebo, sign), _points(ldn, sign))
        elif result.primary and ldn.change_percent is not None and placebo.change_percent is not None:
            sides = Side(sign * placebo.change_percent, None, None), Side(sign * ldn.change_percent, None, None)
            yield Gauge.PERCENT_CHANGE, Arms(study, result, *sides)
        elif ldn.percent is not None and placebo.percent is not None:
            sides = Side(placebo.percent, None, None), Side(ldn.percent, None, None)
            yield Gauge.IN_100, Arms(study, result, *sides)


def _points(arm: Arm, sign: float) -> Side:
    change = arm.change or 0.0
    ends = sorted(sign * end for end in arm.change_ci) if arm.change_ci else (None, None)
    return Side(sign * change, ends[0], ends[1])


def _scale(result: Result) -> tuple[float, float] | None:
    scale = result.scale
    if scale is None or scale.min is None or scale.max is None:
        return None
    return scale.min, scale.max
