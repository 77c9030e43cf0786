"""Standardised differences and risk differences agree with statsmodels, and nothing is computed where figures lack."""

import pytest
from statsmodels.stats.meta_analysis import effectsize_smd
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from data.comparable import hedges_g, standardised_difference
from data.intervals import risk_difference, wilson
from data.load import load_dataset
from tests.data.make_study import make_study

ARMS = [
    (20, 4.1, 1.9, 20, 5.0, 2.2),
    (49, -1.3, 2.0, 50, -0.9, 2.1),
    (6, 10.0, 3.0, 6, 14.0, 5.0),
    (300, 1, 1, 12, 1, 2),
]
COUNTS = [(33, 48, 36, 50), (4, 49, 3, 50), (0, 20, 0, 20), (0, 8, 5, 9), (20, 20, 1, 20), (1, 300, 0, 8)]


@pytest.mark.parametrize("arms", ARMS)
def test_standardised_difference_is_that_of_statsmodels(arms: tuple[float, ...]) -> None:
    n1, mean1, sd1, n2, mean2, sd2 = arms
    value, variance = effectsize_smd(mean1, sd1, n1, mean2, sd2, n2)
    ours, low, high = hedges_g(*arms)
    assert ours == pytest.approx(value, abs=1e-9)
    assert (high - low) / (2 * 1.959963984540054) == pytest.approx(variance**0.5, abs=1e-9)
    assert low < ours < high


@pytest.mark.parametrize("counts", COUNTS)
def test_risk_difference_is_that_of_statsmodels(counts: tuple[int, int, int, int]) -> None:
    found, low, high = risk_difference(*counts)
    expected = confint_proportions_2indep(*counts, method="newcomb", compare="diff")
    assert [low, high] == pytest.approx(list(expected), abs=1e-9)
    assert found == pytest.approx(counts[0] / counts[1] - counts[2] / counts[3])


@pytest.mark.parametrize(("events", "people"), [(0, 20), (20, 20), (1, 8), (33, 48), (4, 49)])
def test_wilson_is_that_of_statsmodels(events: int, people: int) -> None:
    assert wilson(events, people) == pytest.approx(proportion_confint(events, people, method="wilson"), abs=1e-9)


def test_higher_is_better_turns_the_sign() -> None:
    arms = {"ldn": {"n": 20, "mean": 5.0, "sd": 2.0}, "control": {"n": 20, "mean": 4.0, "sd": 2.0}}
    lower = make_study(changes={"results": [result(better="lower", **arms)]})
    higher = make_study(changes={"results": [result(better="higher", **arms)]})
    one, other = (standardised_difference(study, study.results[0]) for study in (lower, higher))
    assert one is not None and other is not None
    assert one.value == pytest.approx(-other.value)
    assert other.value < 0
    assert [one.low, one.high] == pytest.approx([-other.high, -other.low])


@pytest.mark.parametrize("missing", ["n", "mean", "sd"])
def test_nothing_is_computed_where_a_figure_is_missing(missing: str) -> None:
    full = {"n": 20, "mean": 5.0, "sd": 2.0}
    study = make_study(changes={"results": [result(ldn=full, control={k: v for k, v in full.items() if k != missing})]})
    assert standardised_difference(study, study.results[0]) is None


def test_a_crossover_trial_gives_none() -> None:
    full = {"n": 20, "mean": 5.0, "sd": 2.0}
    study = make_study(changes={"design": "randomised-crossover", "results": [result(ldn=full, control=full)]})
    assert standardised_difference(study, study.results[0]) is None


def test_shipped_results_are_computed_only_where_all_six_figures_stand() -> None:
    for study in load_dataset().studies:
        for found in study.results:
            if standardised_difference(study, found) is not None:
                for arm in (found.ldn, found.control):
                    assert None not in (getattr(arm, "n", None), getattr(arm, "mean", None), getattr(arm, "sd", None))


def result(**fields: object) -> dict[str, object]:
    """One result with no published comparison."""
    return {
        "id": "pain-12w",
        "outcome": "pain",
        "measured_by": "pain, 0-10",
        "better": "lower",
        "weeks": 12,
        "primary": True,
        "ldn": "not-found",
        "control": "not-found",
        "effect": "not-found",
        "direction": "described-only",
        "source": "abstract",
        "where": "results",
        **fields,
    }
