"""Kept charts: the same for everybody who asks the same, never somebody else's, never more than the store holds."""

import sys
from functools import partial

import pytest

from components.charts import kept as store
from components.charts.chart import Chart, Switch, Table
from components.charts.kept import MOST, Store, kept, own_bytes
from components.charts.matrix_switch import matrix_switch
from content.text import Words
from data.dataset import Dataset


@pytest.fixture(autouse=True)
def empty(monkeypatch: pytest.MonkeyPatch) -> Store:
    """A store in which nothing is kept, so that no other test sees these charts."""
    new = Store()
    monkeypatch.setattr(store, "_store", new)
    monkeypatch.setattr(store, "_explained", {})
    return new


def chart(name: str, markup: str = "<div></div>", switch: Switch | None = None) -> Chart:
    return Chart(key=name, markup=markup, alt="a", table=Table(("a",), (("one",),)), source_note="s", switch=switch)


def test_a_chart_is_drawn_once_per_view_language_and_choice(words: Words) -> None:
    drawn: list[str] = []

    def draw(name: str) -> Chart:
        drawn.append(name)
        return chart(name)

    other = Words("xx", {}, {})
    first = kept("matrix", words, "a", lambda: draw("a"))
    assert kept("matrix", words, "a", lambda: draw("again")) is first
    assert kept("matrix", words, "b", lambda: draw("b")).key == "b"
    assert kept("steps", words, "a", lambda: draw("steps")).key == "steps"
    assert kept("matrix", other, "a", lambda: draw("xx")).key == "xx"
    assert drawn == ["a", "b", "steps", "xx"]


def test_the_store_is_bounded_in_bytes_and_drops_what_was_asked_for_longest_ago(empty: Store, words: Words) -> None:
    most = MOST // 1_000_000
    for number in range(most - 1):
        kept("view", words, str(number), partial(chart, "x", f"{number:x<1000000}"))
    kept("view", words, "0", lambda: chart("again"))
    for number in range(most, most + 2):
        kept("view", words, str(number), partial(chart, "x", f"{number:x<1000000}"))
    choices = {choice for _, _, choice in empty.charts}
    assert "0" in choices and "1" not in choices and str(most + 1) in choices
    held = sum(len(one.markup or "") for one in empty.charts.values())
    assert MOST - 2_000_000 < held <= empty.size <= MOST


def test_a_picture_larger_than_the_store_is_kept_alone(empty: Store, words: Words) -> None:
    kept("view", words, "small", lambda: chart("x"))
    kept("view", words, "large", lambda: chart("x", "x" * (MOST + 1)))
    assert list(empty.charts) == [("view", words.language, "large")]
    kept("view", words, "small", lambda: chart("x"))
    assert list(empty.charts) == [("view", words.language, "small")]
    assert empty.size < 2_000 and list(empty.markups) == ["<div></div>"]


def test_the_choices_of_a_picture_share_one_markup_that_counts_once(
    empty: Store, words: Words, dataset: Dataset
) -> None:
    one, other = (
        kept("matrix", words, choice, partial(matrix_switch, dataset, words, choice=choice))
        for choice in ("kinds all listed low", "outcomes skin people low")
    )
    assert one.markup is other.markup
    assert own_bytes(one) != own_bytes(other)
    assert empty.size == sys.getsizeof(one.markup) + own_bytes(one) + own_bytes(other)


def test_a_term_is_explained_in_every_markup_of_a_picture_that_switches(words: Words) -> None:
    switch = Switch(choices=("a",), shown="a", arrangements={})
    for number in range(2):
        markup = f"<div><p>{number}: against placebo</p></div>"
        shown = kept("view", words, str(number), partial(chart, "x", markup, switch)).markup or ""
        assert f"{number}: against" in shown and 'popovertarget="view-placebo"' in shown
