"""Benefits counted in people and published effects: only from placebo trials at low dose, exactly as recorded."""

from dataclasses import replace

from data.dataset import Dataset
from data.effects import panels
from data.evidence import Evidence
from data.gains import gains
from data.labels import label_of
from data.models.study import BETWEEN_GROUPS, Better, Effect, Measure


def test_finals_shares_are_counted_over_everyone(dataset: Dataset) -> None:
    found = {(gain.study.id, gain.result.id): gain for gain in gains(dataset, "fibromyalgia")}
    final = next(gain for (study, _), gain in found.items() if study == "duebruun-2024-fibromyalgia")
    assert (final.ldn.events, final.ldn.n, final.control.events, final.control.n) == (20, 49, 13, 50)
    assert ("rodriguezfreire-2026-fibromyalgia-innova", "pain-30-percent-3m") in found


def test_gains_come_from_placebo_trials_at_low_dose_alone(dataset: Dataset) -> None:
    for condition in dataset.conditions:
        trials = {s.id for s in label_of(dataset, condition.id).cells[Evidence.PLACEBO_TRIAL].studies}
        for gain in gains(dataset, condition.id):
            assert gain.study.id in trials
            assert gain.result.better is not Better.NEITHER
    assert gains(dataset, "autism") == ()
    assert gains(dataset, "lupus") == ()


def test_rows_of_a_panel_share_outcome_measure_and_scale(dataset: Dataset) -> None:
    for condition in dataset.conditions:
        for panel in panels(dataset, condition.id):
            for row in panel.rows:
                assert (row.result.outcome, row.effect.measure, row.result.better) == (
                    panel.outcome, panel.measure, panel.better,
                )  # fmt: skip
                if panel.measure is Measure.MEAN_DIFFERENCE and row.result.scale:
                    scale = row.result.scale
                    assert panel.unit == f"{scale.min}-{scale.max} {scale.unit}"


def test_fibromyalgia_pain_shows_both_large_trials_and_pooled_estimates_apart(dataset: Dataset) -> None:
    rows = [row for panel in panels(dataset, "fibromyalgia") if panel.outcome == "pain" for row in panel.rows]
    trials = {row.study.id: row.value for row in rows if not row.pooled}
    assert trials["duebruun-2024-fibromyalgia"] == -0.34
    assert "rodriguezfreire-2026-fibromyalgia-innova" in trials
    pooled = {(row.study.id, row.result.id) for row in rows if row.pooled}
    assert "hegde-2025-chronic-pain-meta" in {study for study, _ in pooled}
    assert ("vatvani-2024-fibromyalgia-meta", "pain") not in pooled, "its figure is under correction"


def test_a_pooled_change_from_the_start_never_stands_beside_placebo(dataset: Dataset) -> None:
    shown = {(r.study.id, r.result.id) for p in panels(dataset, "fibromyalgia") for r in p.rows}
    assert ("ologunowa-2025-fibromyalgia-meta", "pain-from-start") not in shown
    for condition in dataset.conditions:
        for panel in panels(dataset, condition.id):
            assert all(row.result.direction in BETWEEN_GROUPS for row in panel.rows)


def test_an_uncontrolled_change_is_never_an_effect(dataset: Dataset) -> None:
    for condition in dataset.conditions:
        trials = {s.id for s in label_of(dataset, condition.id).cells[Evidence.PLACEBO_TRIAL].studies}
        for panel in panels(dataset, condition.id):
            for row in panel.rows:
                assert row.pooled or row.study.id in trials
                assert isinstance(row.result.effect, Effect)
                assert row.result.effect.measure not in (Measure.MEAN_CHANGE, Measure.PERCENT_CHANGE)


def test_a_ratio_that_reaches_nought_is_left_off_the_axis(dataset: Dataset) -> None:
    trial = dataset.study_by_id["duebruun-2024-fibromyalgia"]
    changed = []
    for result in trial.results:
        if result.id == trial.main_result and isinstance(result.effect, Effect):
            ratio = result.effect.model_copy(update={"measure": Measure.RISK_RATIO, "value": 0.5, "ci": (0.0, 2.0)})
            result = result.model_copy(update={"effect": ratio})
        changed.append(result)
    other = trial.model_copy(update={"results": tuple(changed)})
    grown = replace(dataset, studies=tuple(other if study is trial else study for study in dataset.studies))
    shown = {(r.study.id, r.result.id) for p in panels(grown, "fibromyalgia") for r in p.rows}
    assert (trial.id, trial.main_result) not in shown
