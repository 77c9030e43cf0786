"""The pictures on a condition's page: places on the axis, sizes and ranges are those of the dataset."""

from dataclasses import replace

import pytest

from components.charts.forest import forest, forest_plots, panel_title
from components.charts.icon_array import difference, gain_pair, gain_twins
from components.charts.leave_one_out import ALL, leaving_one_out
from components.charts.look import state_mark
from components.charts.phrases import describe_direction, how_much_and_where
from components.charts.placebo_arms import placebo_arms
from components.charts.signal_history import signal_history
from components.charts.study_facts import result_table
from content.text import Words
from data.dataset import Dataset
from data.effects import Panel, panels
from data.evidence import Evidence
from data.gains import gains
from data.labels import State, label_of, leave_one_out
from data.models.study import Better, Measure
from data.naming import short_name
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


def pain(dataset: Dataset, better: Better = Better.LOWER) -> Panel:
    """The panel that holds FINAL."""
    found = [
        panel
        for panel in panels(dataset, "fibromyalgia")
        if "duebruun-2024-fibromyalgia" in {row.study.id for row in panel.rows} and panel.outcome == "pain"
    ]
    return found[0]


def test_a_benefit_has_its_range_in_words(dataset: Dataset, words: Words) -> None:
    chart = gain_twins("gains", gains(dataset, "fibromyalgia"), words)
    final = next(row for row in chart.table.rows if row[0] == "Due Bruun 2024" and "30%" in row[1])
    assert tuple(map(one_spaced, final[2:4])) == (
        "41 in 100 20 of 49 people (could be 28 to 55 in 100)",
        "26 in 100 13 of 50 people (could be 16 to 40 in 100)",
    )
    assert final[4] == (
        "No clear difference (computed by us). Counted: 15 more in 100 with LDN; by our own sum it could be "
        "from 4 fewer to 32 more."
    )


def test_a_benefit_is_said_to_point_the_same_way_wherever_it_is_shown(dataset: Dataset, words: Words) -> None:
    said = {}
    for row in placebo_arms(dataset, words).table.rows:
        said[row[0], row[1].split(", week")[0]] = row[4]
    compared = 0
    for condition in dataset.conditions:
        for gain in gains(dataset, condition.id):
            way = describe_direction(gain.study, gain.result, words)
            assert said[short_name(gain.study), gain.result.measured_by] == way
            assert difference(gain_pair(gain, words), words).startswith(f"{way}. ")
            row = next(row for row in result_table(gain.study, words).rows if gain.result.measured_by in row[1])
            assert way in row[4].split(" · ")
            compared += 1
    assert compared >= 8


def test_a_share_without_counts_keeps_the_published_verdict(dataset: Dataset, words: Words) -> None:
    rows = gain_twins("gains", gains(dataset, "crohns-disease"), words).table.rows
    assert [row[4].split(".")[0] for row in rows] == ["Better with LDN", "Better with LDN", "Described, not compared"]
    assert {row[4].split(". ")[1] for row in rows} == {"The number of people was not found, so no range can be given."}


def test_every_bar_lies_where_its_interval_says(dataset: Dataset, words: Words) -> None:
    panel = pain(dataset)
    root = parse(forest(panel, words, key="f").markup)
    tracks = with_class(root, "track")
    assert [float(track.attrib["data-value"]) for track in tracks] == [row.value for row in panel.rows]
    # No difference stands in the middle; the two ends of FINAL tell the scale of the whole axis.
    final = next(place for place, row in enumerate(panel.rows) if row.study.id == "duebruun-2024-fibromyalgia")
    bar = only(with_class(tracks[final], "span"))
    left, width = percent(bar, "left"), percent(bar, "width")
    per_point = width / (0.27 + 0.95)
    assert left == pytest.approx(50 - 0.95 * per_point, abs=0.05)
    point = only(with_class(tracks[final], "point"))
    assert percent(point, "left") == pytest.approx(50 - 0.34 * per_point, abs=0.05)
    for track, row in zip(tracks, panel.rows, strict=True):
        if row.effect.ci:
            place = only(with_class(track, "span"))
            assert percent(place, "left") == pytest.approx(50 + row.effect.ci[0] * per_point, abs=0.1)
            assert percent(place, "left") >= 0 and percent(place, "left") + percent(place, "width") <= 100.01


def test_ratios_stand_on_a_logarithmic_axis(dataset: Dataset, words: Words) -> None:
    row = pain(dataset).rows[0]
    effect = row.effect.model_copy(update={"measure": Measure.RISK_RATIO, "value": 2.0, "ci": (0.5, 8.0)})
    panel = Panel("pain", Measure.RISK_RATIO, Better.HIGHER, "", (replace(row, effect=effect, value=2.0),))
    track = only(with_class(parse(forest(panel, words, key="f").markup), "track"))
    bar = only(with_class(track, "span"))
    left, width = percent(bar, "left"), percent(bar, "width")
    # From a half to eight times: no difference lies a quarter of the way along a logarithmic bar.
    assert left + width / 4 == pytest.approx(50, abs=0.05)
    assert percent(only(with_class(track, "point")), "left") == pytest.approx(left + width / 2, abs=0.05)


def test_pooled_estimates_are_diamonds_and_say_when_they_searched(dataset: Dataset, words: Words) -> None:
    for panel in panels(dataset, "fibromyalgia"):
        root = parse(forest(panel, words, key="f").markup)
        pooled = [row for row in panel.rows if row.pooled and row.effect.ci]
        assert len(with_class(root, "diamond")) == len(pooled)
        assert text_of(root).count("several trials added together") == sum(row.pooled for row in panel.rows)
        for row in pooled:
            searched = row.result.pooled.searched_to if row.result.pooled else None
            assert (f"searched to {searched}" if searched else "date of the search not found") in text_of(root)


def test_an_effect_without_a_range_is_drawn_as_unsure(dataset: Dataset, words: Words) -> None:
    for condition in dataset.conditions:
        for panel in panels(dataset, condition.id):
            tracks = with_class(parse(forest(panel, words, key="f").markup), "track")
            for track, row in zip(tracks, panel.rows, strict=True):
                assert (with_class(track, "unsure") != []) == (row.effect.ci is None)
                assert (with_class(track, "span") != []) == (row.effect.ci is not None)


def test_better_with_ldn_is_on_the_side_where_better_is(dataset: Dataset, words: Words) -> None:
    for condition in dataset.conditions:
        for panel in panels(dataset, condition.id):
            sides = text_of(only(with_class(parse(forest(panel, words, key="f").markup), "sides")))
            ldn_left = sides.index("better with LDN") < sides.index("better with placebo")
            assert ldn_left is (panel.better is Better.LOWER)


def test_each_panel_of_a_condition_has_a_title_of_its_own(dataset: Dataset, words: Words) -> None:
    for condition in dataset.conditions:
        drawn = [parse(forest(panel, words, key="f").markup) for panel in panels(dataset, condition.id)]
        titles = [text_of(title) for root in drawn for title in root.iter("h3")]
        assert sorted(titles) == sorted(set(titles)), condition.id


def test_the_history_shows_every_dated_counted_study_once_and_no_other(dataset: Dataset, words: Words) -> None:
    for condition in dataset.conditions:
        label = label_of(dataset, condition.id)
        dated = {study.id for study in label.studies if study.citation.year}
        if len(dated) < 2:
            with pytest.raises(ValueError, match="a history needs 2"):
                signal_history(label, words)
            continue
        chart = signal_history(label, words)
        drawn = [track.attrib["data-study"] for track in with_attribute(parse(chart.markup), "data-study")]
        assert sorted(drawn) == sorted(dated) == sorted(chart.choices)


def test_each_mark_of_the_history_is_told_once_in_words(dataset: Dataset, words: Words) -> None:
    root = parse(signal_history(label_of(dataset, "fibromyalgia"), words).markup)
    text = text_of(root)
    assert "Bested 2023 2023 · 58 people · No clear difference" in text
    assert "Metyas 2018 2018 · 22 people · Better than at the start (no comparison)" in text
    tracks = with_attribute(root, "data-study")
    assert {track.get("aria-hidden") for track in tracks} == {"true"}
    assert not [track for track in tracks if "aria-label" in track.attrib]


def test_marks_stand_at_their_year_and_grow_with_people(dataset: Dataset, words: Words) -> None:
    label = label_of(dataset, "fibromyalgia")
    chart = signal_history(label, words)
    years = {study.id: study.citation.year or 0 for study in label.studies if study.citation.year}
    first, last = min(years.values()), max(years.values())
    sizes = {}
    for track in with_attribute(parse(chart.markup), "data-study"):
        mark = only(with_class(track, "at"))
        expected = 100 * (years[track.attrib["data-study"]] - first) / (last - first)
        assert percent(mark, "left") == pytest.approx(expected, abs=0.01)
        sizes[track.attrib["data-study"]] = int(mark.attrib["style"].split("--size:")[1].removesuffix("px"))
    assert sizes["duebruun-2024-fibromyalgia"] > sizes["younger-2013-fibromyalgia"] > sizes["younger-2009-fibromyalgia"]


def test_trials_against_placebo_stand_apart(dataset: Dataset, words: Words) -> None:
    label = label_of(dataset, "fibromyalgia")
    chart = signal_history(label, words)
    text = text_of(parse(chart.markup))
    trials = [study.id for study in label.cells[Evidence.PLACEBO_TRIAL].studies]
    placebo = text.index("Against placebo")
    assert text.index("Not randomised against placebo") < placebo < text.rindex("Due Bruun 2024")
    assert str(len(trials)) in chart.takeaway


@pytest.mark.parametrize(
    ("condition", "study"),
    [("fibromyalgia", "younger-2009-fibromyalgia"), ("long-covid", "tamariz-2024-long-covid")],
)
def test_a_comparison_without_a_lot_has_a_mark_and_words_of_its_own(
    condition: str, study: str, dataset: Dataset, words: Words
) -> None:
    chart = signal_history(label_of(dataset, condition), words)
    root = parse(chart.markup)
    tracks = {track.attrib["data-study"]: track for track in with_attribute(root, "data-study")}
    fills = {shape.get("fill") for shape in tracks[study].iter("path")}
    assert fills == {"none"}
    named = short_name(dataset.study_by_id[study])
    assert next(row for row in chart.table.rows if row[1] == named)[4] == "Better with LDN (not assigned by lot)"
    legend = only(with_class(root, "legend"))
    assert "nobody was assigned by lot. That is weaker than a randomised trial." in text_of(legend)
    assert outline(only(with_class(legend, "mark"))) == outline(only(with_class(tracks[study], "mark")))


def test_a_trial_without_a_first_result_is_told_by_what_it_compared(dataset: Dataset, words: Words) -> None:
    chart = signal_history(label_of(dataset, "multiple-sclerosis"), words)
    row = next(row for row in chart.table.rows if row[1] == "Cree 2010")
    assert row[4] == "Better in some outcomes, no clear difference in others"
    tracks = {track.attrib["data-study"]: track for track in with_attribute(parse(chart.markup), "data-study")}
    mark = only(with_class(tracks["cree-2010-ms-crossover"], "mark"))
    assert outline(mark) == outline(parse(str(state_mark(State.MIXED))))


def test_a_history_of_trials_and_before_and_after_alone_needs_no_legend(dataset: Dataset, words: Words) -> None:
    root = parse(signal_history(label_of(dataset, "crohns-disease"), words).markup)
    assert with_class(root, "legend") == []


def test_leaving_one_out_shows_exactly_the_rules_answer(dataset: Dataset, words: Words) -> None:
    chart = leaving_one_out(dataset, "fibromyalgia", words)
    assert chart.switch is not None
    compared = {study.id for study in label_of(dataset, "fibromyalgia").compared}
    assert set(chart.switch.choices) == {ALL, *compared}
    cards = {card.attrib["data-part"]: card for card in with_attribute(parse(chart.markup), "data-part")}
    for study, label in leave_one_out(dataset, "fibromyalgia"):
        if study.id in compared:
            marks = {"very-low": 1, "low": 2, "moderate": 3, "high": 4}
            bars = list(only(with_class(cards[study.id], "bars")))
            filled = sum(bar.get("fill") != "none" for bar in bars)
            assert filled == marks[label.certainty.slug if label.certainty else ""], study.id
            size = f"How much: {how_much_and_where(label, words)}"
            assert size in text_of(cards[study.id])
            assert size in chart.switch.said[study.id]
    assert all(row[3] for row in chart.table.rows)


@pytest.mark.parametrize("condition", ["gulf-war-illness", "lupus"])
def test_one_trial_alone_cannot_be_left_out(dataset: Dataset, words: Words, condition: str) -> None:
    with pytest.raises(ValueError, match="leaving one out needs 2"):
        leaving_one_out(dataset, condition, words)


def test_all_panels_of_a_page_are_one_picture_and_one_table(dataset: Dataset, words: Words) -> None:
    found = panels(dataset, "fibromyalgia")
    chart = forest_plots(found, words, key="forests")
    root = parse(chart.markup)
    alone = [forest(panel, words, key="f") for panel in found]
    assert len(alone) > 1
    assert [text_of(title) for title in root.iter("h3")] == [panel_title(panel, words) for panel in found]
    assert [track.get("data-value") for track in with_class(root, "track")] == [
        str(row.value) for panel in found for row in panel.rows
    ]
    assert [row[1:] for row in chart.table.rows] == [row for plot in alone for row in plot.table.rows]
    assert {row[0] for row in chart.table.rows} == {panel_title(panel, words) for panel in found}
    assert set(chart.choices) == {row.study.id for panel in found for row in panel.rows}
