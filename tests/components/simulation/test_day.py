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
    assert ranges == Ranges(
        half_life_parent=(2.7, 10.3), half_life_metabolite=(9, 13), time_to_peak=1, peak_parent=13.3,
        peak_metabolite=108, reaching_blood=(0.05, 0.4), half_occupancy_dose=(5.1, 6.3), fading_half_time=(4, 108),
        fading_half_time_full_dose=(72, 108),
    )  # fmt: skip


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
    assert day.parent.middle.max() == pytest.approx(13.3, rel=0.01)
    assert float(day.hours[day.parent.middle.argmax()]) == pytest.approx(1.0, abs=0.1)
    assert day.metabolite.middle.max() == pytest.approx(108, rel=0.02)


def test_blood_levels_follow_the_dose(ranges: Ranges) -> None:
    low, full = course(ranges, 5, days=1), course(ranges, 50, days=1)
    assert np.allclose(low.parent.high * 10, full.parent.high)
    assert np.allclose(low.metabolite.low * 10, full.metabolite.low)


def test_days_add_up(ranges: Ranges) -> None:
    narrow = replace(
        ranges, half_life_parent=(4, 4), half_life_metabolite=(13, 13), reaching_blood=(0.2, 0.2),
        half_occupancy_dose=(5.6, 5.6), fading_half_time=(13, 13),
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


def test_the_block_of_a_low_dose_is_a_wide_range_and_never_one_line(ranges: Ranges) -> None:
    day = course(ranges, 4.5, days=1)
    at_24 = len(day.hours) - 1
    assert day.filled.low[at_24] < 0.05
    assert day.filled.high[at_24] > 0.35
    assert (day.filled.high >= day.filled.middle).all() and (day.filled.middle >= day.filled.low).all()
    assert ((day.filled.low >= 0) & (day.filled.high <= 1)).all()


def test_the_block_of_a_full_dose_fades_as_it_was_measured(ranges: Ranges) -> None:
    day = course(ranges, 50, days=1)
    at_24 = len(day.hours) - 1
    # Half of it is gone after 72 to 108 hours, so 79 to 86 of 100 parts are left after 24.
    assert day.filled.low[at_24] / day.filled.low.max() == pytest.approx(2 ** (-23 / 72), abs=0.03)
    assert day.filled.high[at_24] / day.filled.high.max() == pytest.approx(2 ** (-23 / 108), abs=0.03)
    assert day.filled.low.max() > 0.85, "the scans after 50 mg found 92 and 98 of 100 filled"


def test_just_below_the_full_dose_the_fading_is_unknown(ranges: Ranges) -> None:
    day = course(ranges, 25, days=1)
    assert day.filled.high[-1] - day.filled.low[-1] > 0.5


def test_daily_doses_never_fill_more_than_all(ranges: Ranges) -> None:
    week = course(ranges, 50, days=7, step=1.0)
    assert week.filled.high.max() <= 1
    assert week.filled.low[-25:].mean() >= week.filled.low[:25].mean()


def test_no_dose_no_effect(ranges: Ranges) -> None:
    none = course(ranges, 0, days=1)
    assert none.parent.high.max() == none.filled.high.max() == 0


@pytest.mark.parametrize(("dose", "days"), [(-1.0, 1), (4.5, 0)])
def test_nonsense_is_refused(ranges: Ranges, dose: float, days: int) -> None:
    with pytest.raises(ValueError, match="needs a dose of 0 mg or more"):
        course(ranges, dose, days=days)


def test_the_same_seed_gives_the_same_curves(ranges: Ranges) -> None:
    assert np.array_equal(course(ranges, 4.5, days=1).filled.low, course(ranges, 4.5, days=1).filled.low)
