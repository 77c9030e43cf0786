"""Which way a result points: the published statement first, our own range only where both counts of a trial stand."""

import pytest

from data.compared import compared
from data.dataset import Dataset
from data.evidence import spoken_by
from data.models.study import (
    BETWEEN_GROUPS,
    RANDOMISED,
    Arm,
    Better,
    Design,
    Direction,
    Effect,
    Kind,
    Measure,
    Result,
    Study,
)


def result_of(dataset: Dataset, study: str, result: str) -> tuple[Study, Result]:
    found = dataset.study_by_id[study]
    return found, next(one for one in found.results if one.id == result)


@pytest.mark.parametrize(
    ("result", "low", "high"), [("pain-30-percent-12w", -3.7, 32.0), ("pain-50-percent-12w", -5.2, 25.8)]
)
def test_finals_responders_are_compared_by_us(dataset: Dataset, result: str, low: float, high: float) -> None:
    found = compared(*result_of(dataset, "duebruun-2024-fibromyalgia", result))
    assert found.computed and found.direction is Direction.NO_CLEAR_DIFFERENCE
    assert found.counted is not None
    assert (round(found.counted.low, 1), round(found.counted.high, 1)) == (low, high)


@pytest.mark.parametrize(
    ("ldn", "control", "better", "direction"),
    [
        (40, 10, Better.HIGHER, Direction.FAVOURS_LDN),
        (10, 40, Better.HIGHER, Direction.FAVOURS_CONTROL),
        (40, 10, Better.LOWER, Direction.FAVOURS_CONTROL),
        (10, 40, Better.LOWER, Direction.FAVOURS_LDN),
    ],
)
def test_our_own_direction_knows_which_way_is_better(
    dataset: Dataset, ldn: int, control: int, better: Better, direction: Direction
) -> None:
    study, result = result_of(dataset, "duebruun-2024-fibromyalgia", "pain-30-percent-12w")
    arms = {"ldn": Arm(events=ldn, n=49), "control": Arm(events=control, n=50), "better": better}
    assert compared(study, result.model_copy(update=arms)).direction is direction


def test_what_is_published_is_never_overruled(dataset: Dataset) -> None:
    for study in dataset.studies:
        for result in study.results:
            found = compared(study, result)
            assert found.direction is result.direction or found.computed
            assert not found.computed or result.direction is Direction.DESCRIBED_ONLY
            assert not found.computed or study.design is Design.RANDOMISED_PARALLEL


def test_a_published_comparison_that_sources_disagree_on_is_not_decided_by_us(dataset: Dataset) -> None:
    study, result = result_of(dataset, "duebruun-2024-fibromyalgia", "pain-30-percent-12w")
    tested = result.model_copy(update={"effect": Effect(measure=Measure.NOT_STATED, value=None, p="0.04")})
    found = compared(study, tested)
    assert (found.direction, found.computed) == (Direction.DESCRIBED_ONLY, False)
    assert found.counted is not None


def test_nothing_is_computed_from_shares_alone_or_from_cohorts(dataset: Dataset) -> None:
    for place in (
        ("smith-2011-crohns-rct", "endoscopic-remission-12w"),
        ("towers-2020-pregnancy", "newborn-withdrawal"),
    ):
        found = compared(*result_of(dataset, *place))
        assert (found.direction, found.computed, found.counted) == (Direction.DESCRIBED_ONLY, False, None)


def test_comparisons_without_a_lot_are_known_and_reviews_are_none(dataset: Dataset) -> None:
    found = {s.id for s in dataset.studies for result in s.results if compared(s, result).without_lot}
    assert {"tamariz-2024-long-covid", "younger-2009-fibromyalgia", "martin-2022-chronic-pain"} <= found
    for name in found:
        assert dataset.study_by_id[name].kind is Kind.PRIMARY
        assert dataset.study_by_id[name].design not in RANDOMISED


def test_what_we_compute_never_speaks_for_a_trial(dataset: Dataset) -> None:
    for study in dataset.studies:
        for condition in study.conditions:
            if (spoken := spoken_by(study, condition)) is not None:
                assert spoken[1].direction in BETWEEN_GROUPS
