"""Registered trials: places on the axis, open ends where nothing is known, filters, and the question still asked."""

from datetime import date
from xml.etree.ElementTree import Element

import pytest

from components.charts.look import Meaning
from components.charts.trial_conditions import question_to_ask
from components.charts.trial_timeline import CHOICES, chosen_trials, stage_mark, trial_timeline
from content.text import Words
from data.dataset import Dataset
from data.labels import label_of
from data.trial_stage import Stage, stage_of
from tests.components.charts.markup import (
    one_spaced,
    only,
    outline,
    parse,
    percent,
    text_of,
    with_attribute,
    with_class,
)


def rows(dataset: Dataset, words: Words) -> dict[str, Element]:
    root = parse(trial_timeline(dataset, words).markup)
    return {row.attrib["data-part"]: row for row in with_attribute(root, "data-stage")}


def test_every_registered_trial_stands_once_newest_start_first(dataset: Dataset, words: Words) -> None:
    found = list(rows(dataset, words))
    assert sorted(found) == sorted(trial.id for trial in dataset.trials)
    starts = {trial.id: trial.starts or "" for trial in dataset.trials}
    known = [name for name in found if starts[name]]
    assert found[: len(known)] == known, "those without a start come last"
    assert [starts[name][:4] for name in known] == sorted((starts[name][:4] for name in known), reverse=True)


def test_a_bar_runs_from_start_to_end_on_the_axis_of_years(dataset: Dataset, words: Words) -> None:
    root = parse(trial_timeline(dataset, words).markup)
    row = only([row for row in with_attribute(root, "data-stage") if row.attrib["data-part"] == "hershey-crohn-adults"])
    bar, looked = only(with_class(row, "bar")), only(with_class(row, "looked"))
    first, last = 2005, 2030
    years = last - first
    assert percent(bar, "left") == pytest.approx(100 * (2006 + 243 / 366 - first) / years, abs=0.02)
    right = percent(bar, "left") + percent(bar, "width")
    assert right == pytest.approx(100 * (2009 + 273 / 366 - first) / years, abs=0.02)
    day = date(2018, 10, 2).timetuple().tm_yday - 1
    assert percent(looked, "left") == pytest.approx(100 * (2018 + day / 366 - first) / years, abs=0.02)


def test_an_end_that_is_not_known_is_drawn_open_and_said(dataset: Dataset, words: Words) -> None:
    found = rows(dataset, words)
    for trial in dataset.trials:
        row = found[trial.id]
        bar = only(with_class(row, "bar"))
        classes = set(bar.attrib["class"].split())
        text = one_spaced(text_of(row))
        if not trial.starts and not trial.ends:
            assert {"unknown", "hatch"} <= classes
            assert "dates unknown" in text
        else:
            assert ("no-start" in classes) == (trial.starts is None)
            assert ("no-end" in classes) == (trial.ends is None)
        assert ("date not found" in text) == (trial.starts is None or trial.ends is None)


def test_a_row_says_stage_number_status_and_the_date_of_the_entry(dataset: Dataset, words: Words) -> None:
    text = one_spaced(text_of(rows(dataset, words)["lodonavasc"]))
    for said in (
        "Vasculitis", "Finished, no results found", "NCT03482479", "2019 to 2025", "60 people",
        "From 2019-02-04 to 2025-12-31", "22 January 2026",
    ):  # fmt: skip
        assert said in text, said
    assert "dose unclear" in one_spaced(text_of(rows(dataset, words)["hss-crps"]))


def test_stages_differ_in_shape_not_only_in_colour() -> None:
    shapes = [outline(parse(str(stage_mark(stage)))) for stage in Stage]
    assert len(set(shapes)) == len(Stage)


def test_filters_show_the_trials_of_a_group_and_a_stage(dataset: Dataset, words: Words) -> None:
    chart = trial_timeline(dataset, words)
    assert chart.switch is not None
    groups = {condition.id: condition.group for condition in dataset.conditions}
    for choice in CHOICES:
        group, stage = choice.split()
        shown = {part for part in chart.switch.arrangements[choice] if not part.startswith(("about-", "none"))}
        expected = {
            trial.id
            for trial in dataset.trials
            if (group == "all" or group in {groups[name] for name in trial.conditions})
            and (stage == "all" or stage_of(trial) == stage)
        }
        assert shown == expected == {trial.id for trial in chosen_trials(dataset, choice)}
        assert ("none" in chart.switch.arrangements[choice]) == (not expected)


def test_every_part_a_choice_names_is_drawn(dataset: Dataset, words: Words) -> None:
    chart = trial_timeline(dataset, words)
    assert chart.switch is not None
    drawn = {part.attrib["data-part"] for part in with_attribute(parse(chart.markup), "data-part")}
    named = {part for parts in chart.switch.arrangements.values() for part in parts}
    assert named == drawn


def test_the_question_of_a_good_trial_follows_from_the_label(dataset: Dataset, words: Words) -> None:
    asked = {name: question_to_ask(label_of(dataset, name), words) for name in ("fibromyalgia", "lupus", "me-cfs")}
    assert (
        "Do people with fibromyalgia do better on LDN than on placebo in disease activity and pain?"
        in asked["fibromyalgia"]
    )
    assert "It would need 400 people or more" in asked["fibromyalgia"]
    assert "what matters most to them? It would need 100 people or more" in asked["lupus"]
    assert "100 people or more" in asked["me-cfs"]


def test_marks_of_stages_use_the_theme_only() -> None:
    used = {colour.value for colour in Meaning}
    for stage in Stage:
        assert any(colour in str(stage_mark(stage)) for colour in used)
