"""Effects agree with their intervals, p values and stated directions."""

from collections.abc import Iterator
from typing import Any

from data.dataset import Dataset
from data.models.base import parse_p
from data.models.study import BETWEEN_GROUPS, RATIOS, Arm, Better, Direction, Effect, Result, Study

# Between these p values papers differ on the word "significant"; either direction is accepted.
BORDERLINE = (0.045, 0.055)
RECHECK = "Check the figures against the source, and that differences are LDN minus control"


def _effects(study: Study) -> Iterator[tuple[tuple[str | int, ...], Effect]]:
    for index, result in enumerate(study.results):
        if isinstance(result.effect, Effect):
            yield ("results", index, "effect"), result.effect
    for index, report in enumerate(study.side_effects):
        if isinstance(report.comparison, Effect):
            yield ("side_effects", index, "comparison"), report.comparison


def effect_lies_in_interval(dataset: Dataset) -> Iterator[Any]:
    """The interval runs from low to high and holds the effect."""
    for study in dataset.studies:
        for path, effect in _effects(study):
            if effect.ci is None:
                continue
            low, high = effect.ci
            if low > high:
                yield (
                    study,
                    (*path, "ci"),
                    f"the interval runs backwards: {low:g} to {high:g}",
                    "Write the lower end first",
                )
            elif effect.value is not None and not low <= effect.value <= high:
                wrong = f"the effect {effect.value:g} lies outside its interval {low:g} to {high:g}"
                yield study, (*path, "value"), wrong, RECHECK


def p_agrees_with_interval(dataset: Dataset) -> Iterator[Any]:
    """A 95% interval that excludes no effect goes with p < 0.05, and one that includes it does not."""
    for study in dataset.studies:
        for path, effect in _effects(study):
            excludes = _excludes_nothing(effect)
            below = _p_below(effect)
            if excludes is None or below is None or excludes == below:
                continue
            low, high = effect.ci or (0.0, 0.0)
            said = "excludes" if excludes else "includes"
            wrong = f'p "{effect.p}" contradicts the interval {low:g} to {high:g}, which {said} no difference'
            yield study, (*path, "p"), wrong, RECHECK


def direction_follows_numbers(dataset: Dataset) -> Iterator[Any]:
    """The stated direction is the one the interval or the p value gives."""
    for study in dataset.studies:
        for index, result in enumerate(study.results):
            expected = _expected_direction(result)
            if expected is not None and result.direction is not expected:
                wrong = f"the direction says {result.direction}, the figures say {expected}"
                yield study, ("results", index, "direction"), wrong, RECHECK


def values_lie_on_scale(dataset: Dataset) -> Iterator[Any]:
    """Means lie within the range of their scale."""
    for study in dataset.studies:
        for index, result in enumerate(study.results):
            for name in ("ldn", "control"):
                arm = getattr(result, name)
                if not isinstance(arm, Arm) or arm.mean is None or result.scale is None:
                    continue
                low, high = result.scale.min, result.scale.max
                if (low is not None and arm.mean < low) or (high is not None and arm.mean > high):
                    wrong = f"the mean {arm.mean:g} lies outside its scale {low} to {high}"
                    yield study, ("results", index, name, "mean"), wrong, "Check the figure and the scale"


def _null(effect: Effect) -> float:
    return 1.0 if effect.measure in RATIOS else 0.0


def _excludes_nothing(effect: Effect) -> bool | None:
    if effect.ci is None or effect.ci_level != 95:
        return None
    low, high = effect.ci
    if low > high:
        return None
    null = _null(effect)
    # An interval that ends on the null, as rounded intervals do, decides nothing.
    return None if null in (low, high) else not low < null < high


def _p_below(effect: Effect) -> bool | None:
    if effect.p is None:
        return None
    p = parse_p(effect.p)
    if p.relation == "<":
        return True if p.value <= 0.05 else None
    if p.relation == ">":
        return False if p.value >= 0.05 else None
    return None if BORDERLINE[0] <= p.value <= BORDERLINE[1] else p.value < 0.05


def _expected_direction(result: Result) -> Direction | None:
    if not isinstance(result.effect, Effect) or result.direction not in BETWEEN_GROUPS:
        return None
    effect = result.effect
    excludes = _excludes_nothing(effect)
    clear = excludes if excludes is not None else _p_below(effect)
    if clear is False:
        return Direction.NO_CLEAR_DIFFERENCE
    if clear is None or effect.value is None or result.better is Better.NEITHER:
        return None
    ldn_higher = effect.value > _null(effect)
    return Direction.FAVOURS_LDN if ldn_higher == (result.better is Better.HIGHER) else Direction.FAVOURS_CONTROL
