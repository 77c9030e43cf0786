"""Which way a result points, in one place for every view: as published, else by our own range from counts of people.

Only what is described without any comparison is computed, and only in a trial of two separate groups drawn by lot in
which both counts stand. A published statement always comes first. Labels never use what is computed here.
"""

from dataclasses import dataclass

from data.intervals import risk_difference
from data.models.study import (
    BETWEEN_GROUPS,
    RANDOMISED,
    Arm,
    Better,
    Design,
    Direction,
    Effect,
    Kind,
    Result,
    Study,
)


@dataclass(frozen=True)
class CountedDifference:
    """People in 100 with the result on LDN minus those on the comparison, with its 95% range (Newcombe)."""

    per_100: float
    low: float
    high: float

    @property
    def is_clear(self) -> bool:
        """Whether the whole range lies on one side."""
        return not self.low <= 0 <= self.high


def difference_per_100(ldn: tuple[int, int], control: tuple[int, int]) -> CountedDifference:
    """Of (people with it, people counted) in two separate groups. Raises ValueError for counts that cannot be."""
    return CountedDifference(*(100 * value for value in risk_difference(*ldn, *control)))


@dataclass(frozen=True)
class Compared:
    """Which way a result points; whether that is our own computation; whether two groups were set side by side
    without drawing lots; and the counted difference where both counts stand.
    """

    direction: Direction
    computed: bool
    without_lot: bool
    counted: CountedDifference | None


def compared(study: Study, result: Result) -> Compared:
    """What a result says about LDN beside its comparison."""
    counted = counted_difference(study, result)
    # Where a comparison was published and yet called described only, the sources disagree: we do not decide for them.
    untested = result.direction is Direction.DESCRIBED_ONLY and not isinstance(result.effect, Effect)
    computed = untested and counted is not None
    direction = _way(counted, result.better) if computed and counted else result.direction
    without_lot = study.kind is Kind.PRIMARY and study.design not in RANDOMISED and result.direction in BETWEEN_GROUPS
    return Compared(direction, computed, without_lot, counted)


def counted_difference(study: Study, result: Result) -> CountedDifference | None:
    """The difference of two counts of people, or None where they are not two groups drawn by lot or not both known."""
    ldn, control = result.ldn, result.control
    if study.design is not Design.RANDOMISED_PARALLEL or result.better is Better.NEITHER or result.pooled is not None:
        return None
    if not isinstance(ldn, Arm) or not isinstance(control, Arm):
        return None
    if ldn.events is None or control.events is None or not ldn.n or not control.n:
        return None
    return difference_per_100((ldn.events, ldn.n), (control.events, control.n))


def _way(counted: CountedDifference, better: Better) -> Direction:
    if not counted.is_clear:
        return Direction.NO_CLEAR_DIFFERENCE
    more_is_better = better is Better.HIGHER
    return Direction.FAVOURS_LDN if (counted.per_100 > 0) == more_is_better else Direction.FAVOURS_CONTROL
