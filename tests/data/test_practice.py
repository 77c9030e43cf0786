"""Practical facts: at which hour schedules gave the dose, and when placebo trials judged it."""

import pytest

from data.dataset import Dataset
from data.evidence import Evidence, counts_as_evidence, kind_of_evidence
from data.harms import DoseReach, Length, dose_reach, length
from data.models.practice import HourOfDay
from data.practice import by_hour, judged
from tests.data.make_study import make_dataset, make_study


def test_every_schedule_stands_under_its_hour_and_every_hour_is_named(dataset: Dataset) -> None:
    found = by_hour(dataset)
    assert set(found) == set(HourOfDay)
    assert sum(map(len, found.values())) == len(dataset.dosing)
    for hour, schedules in found.items():
        assert {schedule.hour for schedule in schedules} <= {hour}


def test_trials_judged_are_placebo_trials_at_low_dose_longest_first(dataset: Dataset) -> None:
    found = judged(dataset)
    assert len(found) >= 10
    weeks = [entry.weeks or 0 for entry in found]
    assert weeks == sorted(weeks, reverse=True)
    for entry in found:
        assert counts_as_evidence(entry.study)
        assert kind_of_evidence(entry.study) is Evidence.PLACEBO_TRIAL
        assert entry.result.id == entry.study.main_result


def test_a_wait_nobody_found_is_unknown_not_nought() -> None:
    [entry] = judged(make_dataset(make_study("a", {"results.0.weeks": "not-found"})))
    assert entry.weeks is None


@pytest.mark.parametrize(
    ("changes", "reach"),
    [
        ({"dose.highest_mg": 3}, DoseReach.TO_3),
        ({"dose.highest_mg": 3.1}, DoseReach.TO_4_5),
        ({"dose.highest_mg": 4.5}, DoseReach.TO_4_5),
        ({"dose.highest_mg": 6}, DoseReach.OVER_4_5),
        ({"dose.highest_mg": None}, DoseReach.NOT_KNOWN),
        ({"dose.highest_mg": 0.1, "dose.lowest_mg": 0.1, "dose.per_kg": True}, DoseReach.NOT_KNOWN),
        ({"dose": "not-found"}, DoseReach.NOT_KNOWN),
    ],
)
def test_dose_is_sorted_by_its_highest_step(changes: dict[str, object], reach: DoseReach) -> None:
    assert dose_reach(make_study("a", changes)) is reach


@pytest.mark.parametrize(
    ("weeks", "expected"),
    [(8, Length.TO_8), (8.1, Length.TO_26), (26, Length.TO_26), (52, Length.OVER_26), (None, Length.NOT_KNOWN)],
)
def test_length_is_sorted_by_weeks_on_the_drug(weeks: float | None, expected: Length) -> None:
    value = {"value": weeks, "source": "abstract", "where": "methods"} if weeks else "not-found"
    assert length(make_study("a", {"weeks_on_drug": value})) is expected
