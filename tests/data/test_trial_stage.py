"""Stages of registered trials, and dates as registers write them."""

from datetime import date

import pytest

from data.dataset import Dataset
from data.labels import label_of
from data.models.register import ResultsStatus, TrialStatus
from data.trial_stage import Moment, Stage, moment, outcomes_to_ask, stage_of, trials_by_condition

COMPLETED, TERMINATED = TrialStatus.COMPLETED, TrialStatus.TERMINATED


@pytest.mark.parametrize(
    ("status", "results", "stage"),
    [
        (COMPLETED, ResultsStatus.PUBLISHED, Stage.PUBLISHED),
        (TrialStatus.RECRUITING, ResultsStatus.PUBLISHED, Stage.PUBLISHED),
        (TERMINATED, ResultsStatus.REGISTER_ONLY, Stage.REGISTER_ONLY),
        (COMPLETED, ResultsStatus.NONE_FOUND, Stage.SILENT),
        (TERMINATED, ResultsStatus.NONE_FOUND, Stage.SILENT),
        (TrialStatus.WITHDRAWN, ResultsStatus.NONE_FOUND, Stage.WITHDRAWN),
        (TrialStatus.PLANNED, ResultsStatus.NOT_DUE, Stage.UNDER_WAY),
        (TrialStatus.ONGOING, ResultsStatus.NONE_FOUND, Stage.UNDER_WAY),
        (TrialStatus.UNKNOWN, ResultsStatus.NONE_FOUND, Stage.UNCLEAR),
    ],
)
def test_stage_follows_results_then_status(
    dataset: Dataset, status: TrialStatus, results: ResultsStatus, stage: Stage
) -> None:
    trial = dataset.trials[0].model_copy(update={"status": status, "results": results})
    assert stage_of(trial) is stage


def test_a_withdrawn_trial_is_never_called_silent(dataset: Dataset) -> None:
    stages = {trial.id: stage_of(trial) for trial in dataset.trials}
    assert stages["santa-barbara-ibd-withdrawn"] is Stage.WITHDRAWN
    assert stages["lodonavasc"] is Stage.SILENT
    assert set(stages.values()) == set(Stage)


@pytest.mark.parametrize(
    ("text", "latest", "found"),
    [
        (None, False, None),
        ("not given", False, None),
        ("2007-06", False, Moment(date(2007, 6, 1), False, True)),
        ("2024-12-31 (planned)", False, Moment(date(2024, 12, 31), True, True)),
        ("2024-01-02 (one copy) or 2024-04 (another)", False, Moment(date(2024, 1, 2), False, False)),
        ("2024-01-02 (one copy) or 2024-04 (another)", True, Moment(date(2024, 4, 1), False, False)),
    ],
)
def test_date_as_a_register_writes_it(text: str | None, latest: bool, found: Moment | None) -> None:
    assert moment(text, latest=latest) == found


def test_every_condition_is_listed_with_its_trials(dataset: Dataset) -> None:
    by_condition = trials_by_condition(dataset)
    assert list(by_condition) == [condition.id for condition in dataset.conditions]
    assert by_condition["lupus"] == ()
    assert {trial.id for trials in by_condition.values() for trial in trials} == {t.id for t in dataset.trials}


def test_a_good_trial_asks_first_what_nobody_compared(dataset: Dataset) -> None:
    assert outcomes_to_ask(label_of(dataset, "multiple-sclerosis")) == ("disease-activity",)
    assert outcomes_to_ask(label_of(dataset, "fibromyalgia")) == label_of(dataset, "fibromyalgia").measured
