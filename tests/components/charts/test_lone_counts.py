"""Counts without a control group: a plain list, nothing to compare by eye."""

import pytest

from components.charts.lone_counts import lone_count_list
from content.text import Words
from data.dataset import Dataset
from data.harms import Lone, lone_counts
from data.models.study import Comparator, ComparatorKind
from tests.components.charts.markup import one_spaced, only, parse, text_of


@pytest.fixture(scope="module")
def alone(dataset: Dataset) -> list[Lone]:
    """All counts without a control group."""
    return [lone for effect in dataset.side_effects for lone in lone_counts(dataset, effect.id)]


def test_every_count_has_one_row_in_the_order_given(alone: list[Lone], words: Words) -> None:
    body = only(list(parse(lone_count_list(alone, words).markup).iter("tbody")))
    rows = list(body.iter("tr"))
    assert len(rows) == len(alone) >= 20
    for lone, row in zip(alone, rows, strict=True):
        assert only(list(row.iter("a"))).get("href") == f"study?study={lone.study.id}"
        assert only(list(row.iter("a"))).get("data-choice") == lone.study.id
        assert text_of(next(row.iter("th"))) == words(f"side_effects.{lone.report.effect}.name")


def test_counts_are_those_of_the_study(dataset: Dataset, words: Words) -> None:
    found = lone_counts(dataset, "sleep-disturbance")
    row = only(list(only(list(parse(lone_count_list(found, words).markup).iter("tbody"))).iter("tr")))
    assert text_of(row).startswith("Disturbed sleep Smith 2007 7 of 17 people (")


def test_a_percentage_without_people_invents_no_count(dataset: Dataset, words: Words) -> None:
    found = [lone for lone in lone_counts(dataset, "any-side-effect") if lone.study.id == "driver-2023-chronic-pain"]
    [row] = lone_count_list(found, words).table.rows
    assert one_spaced(row[2]).startswith("11 in 100 (")
    assert " of " not in row[2].split("(")[0]


def test_nothing_is_drawn_that_could_be_compared_by_eye(alone: list[Lone], words: Words) -> None:
    tags = {element.tag for element in parse(lone_count_list(alone, words).markup).iter()}
    assert not tags & {"svg", "circle", "rect", "meter", "progress", "img"}


def test_a_trial_with_placebo_is_not_listed_as_counted_without_one(alone: list[Lone]) -> None:
    wrong = {
        lone.study.id
        for lone in alone
        if isinstance(lone.study.comparator, Comparator) and lone.study.comparator.kind is ComparatorKind.PLACEBO
    }
    assert wrong == set()


def test_the_alt_text_warns_and_the_table_has_the_same_rows(alone: list[Lone], words: Words) -> None:
    chart = lone_count_list(alone, words)
    assert "Nobody knows how many of these would have happened anyway." in chart.alt
    drawn = list(only(list(parse(chart.markup).iter("tbody"))).iter("tr"))
    for row, element in zip(chart.table.rows, drawn, strict=True):
        assert " ".join(" ".join(row).split()) == text_of(element)
    assert chart.choices == tuple(lone.study.id for lone in alone)
