"""What a placebo trial says, about a condition or one outcome, and what register entries add to a label."""

import json
from dataclasses import replace
from typing import Any

import pytest

from data.evidence import Voice, counts_as_evidence, main_result, spoken_by
from data.labels import Certainty, Label, Reason, State, label_from, label_of, leave_one_out, outcomes_of
from data.models.register import RegisteredTrial
from data.models.study import Study
from data.models.subject import Outcome
from tests.data.make_study import make_dataset, make_study
from tests.data.test_labels import BETTER, FM, SAME, WORSE, trial

SILENT: dict[str, Any] = {"status": "completed", "results": "none-found", "randomised": True, "actual_people": 500}


def results(*directions: str, outcome: str = "pain", **changes: Any) -> Study:
    """A study with one secondary result per direction, named r0, r1 and so on, and none shown first."""
    plain = make_study().results[0].model_dump(mode="json")
    listed = [
        plain | {"id": f"r{number}", "outcome": outcome, "primary": False, "direction": direction} | changes
        for number, direction in enumerate(directions)
    ]
    return make_study("a", {"results": listed, "main_result": None})


def registered(**changes: Any) -> RegisteredTrial:
    """A register entry about fibromyalgia."""
    entry = {
        "id": "entry", "number": "NCT1", "url": "https://clinicaltrials.gov/study/NCT00000001", "title": "A trial",
        "conditions": [FM], "dose_band": "low", "dose_text": None, "comparator": "placebo", "randomised": True,
        "planned_people": None, "countries": [], "starts": None, "ends": None, "status": "unknown",
        "status_read": "2026-11-22", "depth": "register", "results": "not-due",
    }  # fmt: skip
    return RegisteredTrial.model_validate_json(json.dumps(entry | changes))


def label(people: int, *entries: RegisteredTrial) -> Label:
    return label_from([trial("a", people, SAME), trial("b", people, SAME)], entries, FM)


@pytest.mark.parametrize(
    ("direction", "voice"), [(BETTER, Voice.LDN), (SAME, Voice.NO_DIFFERENCE), (WORSE, Voice.CONTROL)]
)
def test_trial_speaks_through_its_first_shown_result(direction: str, voice: Voice) -> None:
    study = trial("a", 60, direction)
    assert spoken_by(study, FM) == (voice, study.results[0])
    assert main_result(study, FM) == study.results[0]


@pytest.mark.parametrize("direction", ["improved-from-start", "worse-than-start", "described-only"])
def test_result_without_a_comparison_says_nothing(direction: str) -> None:
    assert spoken_by(results(direction), FM) is None


@pytest.mark.parametrize(
    ("directions", "voice"),
    [
        ([BETTER, BETTER], Voice.LDN),
        ([BETTER, SAME], Voice.DIVIDED),
        ([SAME, WORSE], Voice.DIVIDED),
        ([SAME, "described-only"], Voice.NO_DIFFERENCE),
    ],
)
def test_trial_with_several_results_speaks_with_one_voice_or_is_divided(directions: list[str], voice: Voice) -> None:
    spoken = spoken_by(results(*directions), FM)
    assert spoken is not None
    assert spoken[0] is voice


def test_primary_result_outweighs_secondary_ones() -> None:
    study = results(SAME, BETTER)
    secondary, primary = study.results[0], study.results[1].model_copy(update={"primary": True})
    weighed = study.model_copy(update={"results": (secondary, primary)})
    assert spoken_by(weighed, FM) == (Voice.LDN, primary)


def test_trial_says_nothing_about_an_outcome_it_did_not_report() -> None:
    study = trial("a", 60, BETTER)
    assert spoken_by(study, FM, "pain") == (Voice.LDN, study.results[0])
    assert spoken_by(study, FM, "sleep") is None


def test_outcome_is_judged_by_its_own_results() -> None:
    dataset = make_dataset(trial("a", 200, BETTER), trial("b", 200, BETTER), results(SAME, outcome="sleep"))
    pain, sleep = label_of(dataset, FM, "pain"), label_of(dataset, FM, "sleep")
    assert (pain.state, pain.outcome, len(pain.compared)) == (State.SUPPORTED, "pain", 2)
    assert (sleep.state, sleep.outcome, len(sleep.compared)) == (State.NO_DIFFERENCE, "sleep", 1)
    assert label_of(dataset, FM, "fatigue").state is State.UNTESTED


def test_reported_outcomes_stand_in_the_order_of_the_list() -> None:
    outcomes = tuple(
        Outcome.model_validate_json(f'{{"id": "{n}", "better": "lower"}}') for n in ("sleep", "pain", "mood")
    )
    dataset = replace(make_dataset(trial("a", 60, SAME), results(SAME, outcome="sleep")), outcomes=outcomes)
    assert outcomes_of(dataset, FM) == ("sleep", "pain")
    assert outcomes_of(dataset, "migraine") == ()


def test_label_without_one_study_is_the_label_of_the_others() -> None:
    kept, other = trial("a", 60, SAME), trial("b", 300, BETTER)
    without = {study.id: found for study, found in leave_one_out(make_dataset(kept, other), FM)}
    assert set(without) == {"a", "b"}
    assert without["b"] == label_of(make_dataset(kept), FM)
    assert without["a"] == label_of(make_dataset(other), FM)


@pytest.mark.parametrize(("split", "indirect"), [(200, True), (201, False)])
def test_half_of_the_people_in_mixed_trials_makes_it_indirect(split: int, indirect: bool) -> None:
    mixed = trial(
        "a", 9, SAME, conditions=[FM, "migraine"], results__0__conditions=[FM],
        results__0__ldn={"n": 100}, results__0__control={"n": 100},
    )  # fmt: skip
    found = label_from([mixed, trial("b", split, SAME)], [], FM)
    assert (Reason.INDIRECT in found.reasons) is indirect


def test_finished_trials_without_results_as_large_as_the_rest_cost_one_level() -> None:
    assert label(250, registered(**SILENT)).certainty is Certainty.MODERATE
    assert label(250, registered(**SILENT)).reasons == (Reason.UNPUBLISHED,)
    assert label(251, registered(**SILENT)).reasons == ()


@pytest.mark.parametrize(
    "changes",
    [
        *({"status": "recruiting"}, {"results": "published"}, {"randomised": False}, {"randomised": None}),
        *({"actual_people": None}, {"conditions": ["migraine"]}, {"status": "withdrawn"}),
    ],
)
def test_other_register_entries_cost_nothing(changes: dict[str, Any]) -> None:
    assert label(200, registered(**(SILENT | changes))).reasons == ()


def test_planned_size_stands_in_for_an_unknown_one() -> None:
    entry = registered(**(SILENT | {"actual_people": None, "planned_people": 500}))
    assert label(200, entry).reasons == (Reason.UNPUBLISHED,)


@pytest.mark.parametrize(
    ("status", "running"), [("planned", 1), ("recruiting", 1), ("ongoing", 1), ("completed", 0), ("unknown", 0)]
)
def test_running_trials_are_counted(status: str, running: int) -> None:
    assert label(200, registered(status=status)).being_tested == running


def test_study_of_a_combination_never_counts_for_ldn_alone() -> None:
    alone, combined = make_study("alone"), make_study("combined", {"combined_with": "paracetamol"})
    assert counts_as_evidence(alone)
    assert not counts_as_evidence(combined)
    label = label_of(make_dataset(combined), "fibromyalgia")
    assert label.state is State.UNTESTED
    assert label.not_counted == 1
