"""Kept charts: the same for everybody who asks the same, never somebody else's, never more than the store holds."""

from collections.abc import Iterator

import pytest

from components.charts import kept as store
from components.charts.chart import Chart, Table
from components.charts.kept import MOST, kept
from content.text import Words


@pytest.fixture(autouse=True)
def empty() -> Iterator[None]:
    """Nothing kept before or after, so that no other test sees these charts."""
    store._kept.clear()
    yield
    store._kept.clear()


def chart(name: str) -> Chart:
    return Chart(key=name, markup="<div></div>", alt="a", table=Table(("a",), ()), source_note="s")


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


def test_the_store_is_bounded_and_drops_what_was_asked_for_longest_ago(words: Words) -> None:
    for number in range(MOST):
        kept("view", words, str(number), lambda: chart("x"))
    kept("view", words, "0", lambda: chart("x"))
    kept("view", words, "new", lambda: chart("x"))
    assert len(store._kept) == MOST
    choices = {choice for _, _, choice in store._kept}
    assert "0" in choices and "1" not in choices
