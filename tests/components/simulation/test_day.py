"""The model of a dose over a day: against numerical solutions, conservation of mass, and the published figures."""

from dataclasses import replace

import numpy as np
import pytest

from components.simulation.day import (
    FULL_DOSE_MG,
    Ranges,
    absorption_rate,
    amounts,
    course,
    draw_samples,
    filled_after,
    ranges_of,
)
from data.dataset import Dataset


@pytest.fixture(scope="module")
def ranges(dataset: Dataset) -> Ranges:
    return ranges_of(dataset)


def test_parameters_are_those_of_the_dataset(ranges: Ranges) -> None:
    assert ranges.half_occupancy_doses == pytest.approx((5.41, 6.63, 5.87, 3.62, 9.59, 4.35, 1.02), abs=0.01)
    assert ranges.fading_full_dose == pytest.approx((20.8, 31.2), abs=0.2)
    assert (ranges.half_life_parent, ranges.half_life_metabolite) == ((2.7, 10.3), (9, 13))
    assert (ranges.time_to_peak, ranges.peak_parent, ranges.peak_metabolite) == (1, (13.3, 50), 108)
    assert ranges.reaching_blood == (0.05, 0.4)
    assert ranges.fading_low_dose == (4, ranges.fading_full_dose[1])
    assert ranges.fading_from_seen_after_a_day == (13, ranges.fading_full_dose[1])


@pytest.mark.parametrize("half_life", [2.7, 4.0, 10.3])
def test_absorption_peaks_when_it_should(half_life: float) -> None:
    ka, ke = absorption_rate(1.0, half_life), np.log(2) / half_life
    assert np.log(ka / ke) / (ka - ke) == pytest.approx(1.0, abs=1e-9)


def test_an_impossible_peak_is_refused() -> None:
    with pytest.raises(ValueError, match="no absorption peaks at 5 h with a half-life of 1 h"):
        absorption_rate(5, 1)


def test_closed_form_agrees_with_stepping_through_the_equations(ranges: Ranges) -> None:
    for sample in draw_samples(ranges, count=3):
        ka, reaching = sample.absorption, sample.reaching_blood
        ke, km = np.log(2) / sample.half_life_parent, np.log(2) / sample.half_life_metabolite
        gut, parent, metabolite, step = 1.0, 0.0, 0.0, 0.0005
        for _ in range(int(6 / step)):
            absorbed, left, gone = ka * gut * step, ke * parent * step, km * metabolite * step
            gut -= absorbed
            parent += reaching * absorbed - left
            metabolite += (1 - reaching) * absorbed + left - gone
        at = amounts(sample, np.array([6.0]))
        assert [float(part[0]) for part in at[:3]] == pytest.approx([gut, parent, metabolite], abs=2e-3)


def test_nothing_is_lost_and_nothing_is_made(ranges: Ranges) -> None:
    hours = np.linspace(0, 200, 2001)
    for sample in draw_samples(ranges, count=20):
        parts = amounts(sample, hours)
        assert np.allclose(sum(parts), 1.0)
        assert all((part > -1e-12).all() for part in parts)
        assert float(parts[3][-1]) == pytest.approx(1.0, abs=1e-3)


def test_before_the_dose_there_is_nothing(ranges: Ranges) -> None:
    parts = amounts(draw_samples(ranges, count=1)[0], np.array([-1.0, -0.001]))
    assert all((part == 0).all() for part in parts)


def test_fifty_milligrams_give_the_published_peaks(ranges: Ranges) -> None:
    day = course(ranges, FULL_DOSE_MG, days=1, step=0.05)
    assert 13.3 <= day.parent.low.max() < 15
    assert 44 < day.parent.high.max() <= 50
    assert float(day.hours[day.parent.middle.argmax()]) == pytest.approx(1.0, abs=0.1)
    assert day.metabolite.middle.max() == pytest.approx(108, rel=0.02)


def test_blood_levels_follow_the_dose(ranges: Ranges) -> None:
    low, full = course(ranges, 5, days=1), course(ranges, 50, days=1)
    assert np.allclose(low.parent.high * 10, full.parent.high)
    assert np.allclose(low.metabolite.low * 10, full.metabolite.low)


def test_days_add_up(ranges: Ranges) -> None:
    narrow = replace(
        ranges, half_life_parent=(4, 4), half_life_metabolite=(13, 13), reaching_blood=(0.2, 0.2),
        peak_parent=(13.3, 13.3), half_occupancy_doses=(5.6,), fading_low_dose=(13, 13),
    )  # fmt: skip
    two = course(narrow, 4.5, days=2, step=1.0)
    one = course(narrow, 4.5, days=2 - 1, step=1.0)
    # The second day is the first day's curve on top of what is left of it.
    sample = draw_samples(narrow, count=1)[0]
    shape = amounts(sample, np.arange(0, 49.0))[1]
    scale = one.parent.middle[1] / shape[1]
    assert two.parent.middle[30] == pytest.approx(scale * (shape[30] + shape[6]), rel=1e-6)


def test_filled_receptors_meet_the_scans(dataset: Dataset, ranges: Ranges) -> None:
    [readings] = [p for p in dataset.mechanisms.parameters if p.id == "mu-occupancy-readings"]
    assert len(readings.readings) == 7
    misses = [abs(100 * filled_after(r.dose_mg, 5.6) - r.value) for r in readings.readings]
    assert max(misses) < 15
    assert sum(misses) / len(misses) < 8


def test_the_band_holds_every_scan_it_rests_on(dataset: Dataset, ranges: Ranges) -> None:
    [readings] = [p for p in dataset.mechanisms.parameters if p.id == "mu-occupancy-readings"]
    for reading in readings.readings:
        low, high = (100 * filled_after(reading.dose_mg, end(ranges.half_occupancy_doses)) for end in (max, min))
        assert low - 0.01 <= reading.value <= high + 0.01


def test_the_block_of_a_low_dose_is_a_wide_range_and_never_one_line(ranges: Ranges) -> None:
    day = course(ranges, 4.5, days=1)
    at_24 = len(day.hours) - 1
    assert day.filled.low[at_24] < 0.05
    assert day.filled.high[at_24] > 0.35
    assert (day.filled.high >= day.filled.middle).all() and (day.filled.middle >= day.filled.low).all()
    assert ((day.filled.low >= 0) & (day.filled.high <= 1)).all()


def central(ranges: Ranges) -> Ranges:
    """The one fitted curve of the scans, for what was measured besides them."""
    return replace(ranges, half_occupancy_doses=(5.6,))


def test_the_block_after_a_full_dose_falls_to_half_when_it_was_measured_to(ranges: Ranges) -> None:
    long = course(central(ranges), 50, days=1, step=1.0)
    begun = float(long.filled.high.max())
    for hours, half_time in zip((72, 108), ranges.fading_full_dose, strict=True):
        left = 50 * 2 ** (-hours / half_time)
        assert left / (left + 5.6) == pytest.approx(begun / 2, abs=0.02)


def test_fifty_milligrams_every_second_day_leave_what_the_product_text_says(ranges: Ranges) -> None:
    # 70 to 80 of 100 blocked 48 hours after a dose, with 50 mg every second day: not used for the model.
    for half_time in ranges.fading_full_dose:
        left = sum(50 * 2 ** (-(48 * dose) / half_time) for dose in range(1, 15))
        assert 0.66 < left / (left + 5.6) < 0.84


def test_fifty_milligrams_a_day_fill_what_was_measured(ranges: Ranges) -> None:
    week = course(central(ranges), 50, days=7, step=1.0)
    # 94.9 of 100 on average, in people on 50 mg a day: not used for the model.
    assert week.highest[0] == pytest.approx(0.949, abs=0.02)


def test_a_block_is_left_a_day_after_a_quarter_of_the_full_dose(ranges: Ranges) -> None:
    assert course(ranges, 12.5, days=1).filled.low[-1] > 0.2


def test_the_end_is_never_above_the_highest_moment(ranges: Ranges) -> None:
    for dose in (0.5, 4.5, 12.5, 50):
        for days in (1, 7):
            found = course(ranges, dose, days=days, step=1.0)
            assert found.filled.high[-1] <= found.highest[1] + 1e-9
            assert found.filled.low[-1] <= found.highest[0] + 1e-9


def test_daily_doses_never_fill_more_than_all(ranges: Ranges) -> None:
    week = course(ranges, 50, days=7, step=1.0)
    assert week.filled.high.max() <= 1


def test_no_dose_no_effect(ranges: Ranges) -> None:
    none = course(ranges, 0, days=1)
    assert none.parent.high.max() == none.filled.high.max() == 0


@pytest.mark.parametrize(("dose", "days"), [(-1.0, 1), (4.5, 0)])
def test_nonsense_is_refused(ranges: Ranges, dose: float, days: int) -> None:
    with pytest.raises(ValueError, match="needs a dose of 0 mg or more"):
        course(ranges, dose, days=days)


def test_the_same_seed_gives_the_same_curves(ranges: Ranges) -> None:
    assert np.array_equal(course(ranges, 4.5, days=1).filled.low, course(ranges, 4.5, days=1).filled.low)


def test_steps_that_do_not_meet_the_next_dose_are_refused(ranges: Ranges) -> None:
    with pytest.raises(ValueError, match="a whole number of steps"):
        course(ranges, 4.5, days=2, step=0.7)


def test_the_last_point_of_a_week_is_just_before_the_next_dose(ranges: Ranges) -> None:
    week, day = (course(ranges, 4.5, days=days, step=1.0) for days in (7, 1))
    assert len(week.hours) == 7 * 24 + 1
    assert (week.parent.low[:24] == day.parent.low[:24]).all()
    assert week.parent.high[-1] < week.parent.high[-24]
