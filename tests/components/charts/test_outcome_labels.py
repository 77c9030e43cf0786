"""One condition, outcome by outcome: the three answers together in every row, by the same rule."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from components.charts.chart import Chart
from components.charts.look import state_mark
from components.charts.outcome_labels import NOT_JUDGED, judged_outcomes, outcome_labels
from components.charts.phrases import how_much, state_word, which_way
from content.text import Words
from data.dataset import Dataset
from data.labels import State, label_of, outcomes_of
from tests.components.charts.markup import only, outline, parse, text_of, with_attribute, with_class


def chart_of(dataset: Dataset, condition: str, words: Words) -> Chart:
    return outcome_labels(dataset, condition, words)


def charts(dataset: Dataset, words: Words) -> Iterator[tuple[str, Chart]]:
    """The chart of every condition that has one."""
    for condition in dataset.conditions:
        if judged_outcomes(dataset, condition.id):
            yield condition.id, outcome_labels(dataset, condition.id, words)


def test_pain_in_fibromyalgia_gives_all_three_answers(dataset: Dataset, words: Words) -> None:
    row = next(row for row in chart_of(dataset, "fibromyalgia", words).table.rows if row[0] == "Pain")
    assert row == (
        "Pain",
        "No clear difference",
        "Unsure",
        "Week 12: 0.34 points lower with LDN on a scale from 0 to 10; it could be from 0.95 points lower to "
        "0.27 points higher (lower is better) (Due Bruun 2024)",
        "4 of 5 trials give a comparison, 281 people",
    )


def test_every_outcome_reported_stands_once_with_its_shape_and_word(dataset: Dataset, words: Words) -> None:
    for condition in ("fibromyalgia", "crohns-disease", "me-cfs"):
        root = parse(chart_of(dataset, condition, words).markup)
        rows = with_attribute(root, "data-outcome")
        shown = [outcome for row in rows for outcome in row.attrib["data-outcome"].split()]
        judged = [outcome for outcome in outcomes_of(dataset, condition) if outcome not in NOT_JUDGED]
        assert sorted(shown) == sorted(judged)
        for row in rows:
            [state] = {label_of(dataset, condition, one).state for one in row.attrib["data-outcome"].split()}
            assert row.get("data-state") == state
            assert outline(only(with_class(row, "mark"))) == outline(parse(str(state_mark(state))))
            first = row.attrib["data-outcome"].split()[0]
            named = {state_word(label_of(dataset, condition, first), words)} | (
                {"Only one trial gives a comparison", "Better with LDN in the only trial that gives a comparison"}
                if state is State.MIXED
                else set()
            )
            assert text_of(next(row.iter("td"))) in named
            assert all(text_of(cell) for cell in row.iter("td"))


def test_a_trial_that_favours_placebo_is_never_called_no_clear_difference(dataset: Dataset, words: Words) -> None:
    rows = {row[0]: row for row in chart_of(dataset, "cancer", words).table.rows}
    assert rows["Sleep"][1] == "Better without LDN in the only trial that gives a comparison"
    label = label_of(dataset, "cancer", "sleep")
    assert (state_word(label, words), which_way(label, words)) == ("Better without LDN", rows["Sleep"][1])
    two = replace(label, compared=label.compared * 2)
    assert which_way(two, words) == "Placebo trials mostly favour placebo"


def test_no_row_of_a_reported_outcome_is_called_not_studied(dataset: Dataset, words: Words) -> None:
    for _, chart in charts(dataset, words):
        assert State.UNTESTED not in {row.get("data-state") for row in parse(chart.markup).iter("tr")}


def test_where_nothing_was_reported_no_table_is_made(dataset: Dataset, words: Words) -> None:
    for condition in ("lupus", "autism"):
        assert judged_outcomes(dataset, condition) == []
        with pytest.raises(ValueError, match="no counted study"):
            outcome_labels(dataset, condition, words)


def test_a_placebo_trial_is_never_counted_and_denied_in_one_row(dataset: Dataset, words: Words) -> None:
    wrong = []
    for condition, chart in charts(dataset, words):
        for outcome, _, _, size, tested in chart.table.rows:
            if tested != "none" and size == "Not measured against placebo":
                wrong.append((condition, outcome, tested))
    assert wrong == []


def test_picture_table_and_alt_say_the_same(dataset: Dataset, words: Words) -> None:
    chart = chart_of(dataset, "fibromyalgia", words)
    for row, drawn in zip(chart.table.rows, with_attribute(parse(chart.markup), "data-outcome"), strict=True):
        assert [text_of(cell) for cell in drawn if cell.tag in ("th", "td")] == list(row)
        assert f"{row[0]}: {row[1]}, {row[2]}" in chart.alt


def test_outcomes_share_a_row_only_when_all_that_is_known_is_the_same(dataset: Dataset, words: Words) -> None:
    shared = 0
    for condition, chart in charts(dataset, words):
        told = [row[1:] for row in chart.table.rows]
        for row, drawn in zip(chart.table.rows, with_attribute(parse(chart.markup), "data-outcome"), strict=True):
            outcomes = drawn.attrib["data-outcome"].split()
            found = [label_of(dataset, condition, outcome) for outcome in outcomes]
            assert len({(one.state, one.certainty, one.reasons, how_much(one, words)) for one in found}) == 1
            assert row[0] == ", ".join(words(f"outcomes.{outcome}.name") for outcome in outcomes)
            shared += len(outcomes) > 1
        if condition == "long-covid":
            assert len(told) < len(judged_outcomes(dataset, condition))
    assert shared
