"""Side effects: what may stand beside a control group, what stands alone, and what is known of timing."""

from typing import Any

import pytest

from data.harms import lone_counts, low_dose_reports, reported_effects, share, timing, twins
from data.models.study import ComparatorKind, EventArm, Study
from tests.data.make_study import make_dataset, make_study

DREAMS = "vivid-dreams"
FIRST_WEEK = {"first_day": 1, "last_day": 7, "basis": "described", "said": "in the first week"}
NOT_LOW_DOSE = [
    {"dose.band": "higher"},
    {"dose.band": "unclear"},
    {"dose": "not-found"},
    {"kind": "review"},
    {"side_effects.0.pooled": {"studies": 3, "people": 300, "searched_to": None}},
]
NO_LONGER_STANDS = [{"integrity.status": "retracted"}]


def counted(name: str, ldn: Any, control: Any, **changes: Any) -> Study:
    """A placebo trial that counted vivid dreams. `a__b=1` changes a.b."""
    base = {"side_effects.0.ldn": ldn, "side_effects.0.control": control}
    return make_study(name, base | {path.replace("__", "."): value for path, value in changes.items()})


def arm(events: int, n: int) -> dict[str, int]:
    return {"events": events, "n": n}


@pytest.mark.parametrize(
    ("figures", "per_hundred"),
    [
        ({"events": 33, "n": 48, "percent": 68.8}, 68.75),
        ({"events": 0, "n": 48}, 0.0),
        ({"percent": 12.5}, 12.5),
        ({"events": 3, "percent": 10}, 10.0),
        ({"events": 3}, None),
        ({"n": 30}, None),
        ({}, None),
        ({"events": 0, "n": 0}, None),
    ],
)
def test_share_comes_from_counts_else_as_published(figures: dict[str, Any], per_hundred: float | None) -> None:
    assert share(EventArm(**figures)) == per_hundred


def test_twins_stand_largest_first() -> None:
    small, large = counted("a", arm(1, 10), arm(1, 10)), counted("b", arm(2, 40), arm(3, 40))
    assert [twin.study.id for twin in twins(make_dataset(small, large), DREAMS)] == ["b", "a"]


def test_twin_holds_both_arms_as_counted() -> None:
    (twin,) = twins(make_dataset(counted("a", arm(6, 30), arm(3, 29))), DREAMS)
    assert (twin.ldn.events, twin.ldn.n) == (6, 30)
    assert (twin.control.events, twin.control.n) == (3, 29)
    assert twin.against is ComparatorKind.PLACEBO


def test_twin_names_what_the_other_arm_took() -> None:
    (twin,) = twins(make_dataset(counted("a", arm(1, 9), arm(1, 9), comparator__kind="active")), DREAMS)
    assert twin.against is ComparatorKind.ACTIVE
    (unknown,) = twins(make_dataset(counted("a", arm(1, 9), arm(1, 9), comparator="not-found")), DREAMS)
    assert unknown.against is ComparatorKind.NONE


def test_twin_of_another_effect_is_left_out() -> None:
    assert twins(make_dataset(counted("a", arm(1, 9), arm(1, 9))), "headache") == ()


@pytest.mark.parametrize(
    ("ldn", "control", "changes"),
    [
        (arm(6, 30), "not-applicable", {}),
        ("not-found", arm(6, 30), {}),
        (arm(6, 30), {"events": 3}, {}),
        ({"n": 30}, arm(3, 30), {}),
        (arm(6, 30), arm(3, 30), {"side_effects__0__counted": "events"}),
        (arm(6, 30), arm(3, 30), {"secondary_to": "main-2019-report"}),
    ],
)
def test_count_without_a_fair_partner_is_no_twin(ldn: Any, control: Any, changes: dict[str, Any]) -> None:
    assert twins(make_dataset(counted("a", ldn, control, **changes)), DREAMS) == ()


@pytest.mark.parametrize("changes", [*NOT_LOW_DOSE, *NO_LONGER_STANDS])
def test_study_not_at_low_dose_gives_no_twin(changes: dict[str, Any]) -> None:
    assert twins(make_dataset(make_study("a", changes)), DREAMS) == ()


def test_count_without_control_group_stands_alone_largest_first() -> None:
    small, large = counted("a", arm(1, 10), "not-applicable"), counted("b", arm(2, 40), "not-found")
    assert [lone.study.id for lone in lone_counts(make_dataset(small, large), DREAMS)] == ["b", "a"]


def test_count_beside_a_control_group_never_stands_alone() -> None:
    assert lone_counts(make_dataset(counted("a", arm(6, 30), arm(3, 30))), DREAMS) == ()


@pytest.mark.parametrize("changes", [*NOT_LOW_DOSE, *NO_LONGER_STANDS, {"side_effects.0.counted": "events"}])
def test_study_not_at_low_dose_gives_no_lone_count(changes: dict[str, Any]) -> None:
    study = make_study("a", {"side_effects.0.control": "not-applicable"} | changes)
    assert lone_counts(make_dataset(study), DREAMS) == ()


def test_timing_lists_who_says_when_it_begins_ends_and_goes_on() -> None:
    begins = make_study("a", {"side_effects.0.begins": FIRST_WEEK})
    ends = make_study("b", {"side_effects.0.ends": FIRST_WEEK})
    goes_on = make_study("c", {"side_effects.0.still_there_at_end": True})
    silent = make_study("d")
    known = timing(make_dataset(begins, ends, goes_on, silent), DREAMS)
    assert [(study.id, moment.said) for study, moment in known.begins] == [("a", "in the first week")]
    assert [study.id for study, _ in known.ends] == ["b"]
    assert [study.id for study in known.ongoing] == ["c"]


def test_timing_nobody_gave_stays_empty() -> None:
    known = timing(make_dataset(make_study("a")), DREAMS)
    assert (known.begins, known.ends, known.ongoing) == ((), (), ())


@pytest.mark.parametrize("changes", [*NOT_LOW_DOSE, *NO_LONGER_STANDS])
def test_timing_of_other_doses_is_left_out(changes: dict[str, Any]) -> None:
    study = make_study("a", {"side_effects.0.begins": FIRST_WEEK} | changes)
    assert timing(make_dataset(study), DREAMS).begins == ()


def test_reported_effects_stand_in_the_order_of_the_list_once_each() -> None:
    headache = make_study("a", {"side_effects.0.effect": "headache"})
    dataset = make_dataset(make_study("b"), make_study("c"), headache)
    assert reported_effects(dataset) == ("headache", DREAMS)
    assert reported_effects(make_dataset(make_study("b", {"dose.band": "higher"}))) == ()


def test_reports_come_with_their_study() -> None:
    study = make_study("a")
    assert list(low_dose_reports(make_dataset(study))) == [(study, study.side_effects[0])]
