"""Wilson and Newcombe intervals against published examples and against statsmodels."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.intervals import risk_difference, wilson

CALM = settings(deadline=None, derandomize=True)
# Made with statsmodels 0.15.0: proportion_confint(events, people, method="wilson").
# The first four are also the worked examples of Newcombe 1998 (Stat Med 17:857-872), method 3, to 4 digits.
WILSON = [
    (81, 263, 0.255289, 0.366210),
    (15, 148, 0.062386, 0.160487),
    (0, 20, 0.0, 0.161125),
    (1, 29, 0.006113, 0.171755),
    (20, 20, 0.838875, 1.0),
    (0, 1, 0.0, 0.793451),
    (33, 48, 0.546669, 0.800543),
]
# Made with statsmodels 0.15.0: confint_proportions_2indep(a, n, b, m, method="newcomb", compare="diff").
# The first eight are also the worked examples of Newcombe 1998 (Stat Med 17:873-890), table II, method 10.
NEWCOMBE = [
    (56, 70, 48, 80, 0.2, 0.052431, 0.333873),
    (9, 10, 3, 10, 0.6, 0.170523, 0.809018),
    (6, 7, 2, 7, 0.571429, 0.058228, 0.806250),
    (5, 56, 0, 29, 0.089286, -0.038137, 0.192560),
    (0, 10, 0, 20, 0.0, -0.161125, 0.277533),
    (0, 10, 0, 10, 0.0, -0.277533, 0.277533),
    (10, 10, 0, 20, 1.0, 0.679086, 1.0),
    (10, 10, 0, 10, 1.0, 0.607509, 1.0),
    (33, 48, 36, 50, -0.0325, -0.208320, 0.144848),
]
ARMS = st.integers(1, 500).flatmap(lambda people: st.tuples(st.integers(0, people), st.just(people)))


@pytest.mark.parametrize(("events", "people", "low", "high"), WILSON)
def test_wilson_gives_the_published_interval(events: int, people: int, low: float, high: float) -> None:
    assert wilson(events, people) == pytest.approx((low, high), abs=6e-7)


@pytest.mark.parametrize(("a", "n", "b", "m", "difference", "low", "high"), NEWCOMBE)
def test_difference_gives_the_published_interval(
    a: int, n: int, b: int, m: int, difference: float, low: float, high: float
) -> None:
    assert risk_difference(a, n, b, m) == pytest.approx((difference, low, high), abs=6e-7)


@pytest.mark.parametrize(("events", "people"), [(0, 0), (1, 0), (-1, 10), (11, 10)])
def test_impossible_count_is_refused(events: int, people: int) -> None:
    with pytest.raises(ValueError, match=rf"needs 0 <= events <= people and people > 0, got {events} of {people}"):
        wilson(events, people)


@pytest.mark.parametrize("counts", [(0, 0, 1, 10), (1, 10, 0, 0), (11, 10, 1, 10)])
def test_difference_of_impossible_counts_is_refused(counts: tuple[int, int, int, int]) -> None:
    with pytest.raises(ValueError, match="needs 0 <= events <= people"):
        risk_difference(*counts)


@CALM
@given(ARMS)
def test_share_lies_in_its_interval_and_the_interval_in_zero_to_one(arm: tuple[int, int]) -> None:
    low, high = wilson(*arm)
    assert 0 <= low <= arm[0] / arm[1] + 1e-12
    assert arm[0] / arm[1] - 1e-12 <= high <= 1
    assert high - low > 0


@CALM
@given(ARMS)
def test_interval_of_the_rest_is_the_mirror_image(arm: tuple[int, int]) -> None:
    low, high = wilson(*arm)
    assert wilson(arm[1] - arm[0], arm[1]) == pytest.approx((1 - high, 1 - low), abs=1e-12)


@CALM
@given(st.integers(1, 500))
def test_no_event_still_leaves_room_above_and_none_below(people: int) -> None:
    low, high = wilson(0, people)
    assert low == pytest.approx(0, abs=1e-12)
    assert high > 3 / (people + 4)


@CALM
@given(ARMS)
def test_more_people_with_the_same_share_narrow_the_interval(arm: tuple[int, int]) -> None:
    low, high = wilson(*arm)
    low_more, high_more = wilson(10 * arm[0], 10 * arm[1])
    assert high_more - low_more < high - low


@CALM
@given(ARMS, ARMS)
def test_difference_lies_in_its_interval_and_within_one(a: tuple[int, int], b: tuple[int, int]) -> None:
    difference, low, high = risk_difference(*a, *b)
    assert difference == pytest.approx(a[0] / a[1] - b[0] / b[1], abs=1e-12)
    assert -1 - 1e-12 <= low <= difference + 1e-12
    assert difference - 1e-12 <= high <= 1 + 1e-12


@CALM
@given(ARMS, ARMS)
def test_swapped_groups_give_the_mirrored_difference(a: tuple[int, int], b: tuple[int, int]) -> None:
    difference, low, high = risk_difference(*a, *b)
    assert risk_difference(*b, *a) == pytest.approx((-difference, -high, -low), abs=1e-12)


@pytest.mark.parametrize("people", range(1, 400))
def test_nobody_and_everybody_end_exactly_at_nought_and_one(people: int) -> None:
    assert wilson(0, people)[0] == 0.0
    assert wilson(people, people)[1] == 1.0
