"""A chart without a picture, words, source or table does not exist."""

import plotly.graph_objects as go
import pytest

from components.charts.chart import Chart, Table

TABLE = Table(("Study", "People"), (("Younger 2013", "31"),))


def test_a_whole_chart_is_accepted() -> None:
    chart = Chart(key="k", alt="31 people", table=TABLE, source_note="Younger 2013", markup="<p>31</p>")
    assert (chart.markup, chart.figure, chart.choices) == ("<p>31</p>", None, ())


def test_a_chart_without_a_picture_is_refused() -> None:
    with pytest.raises(ValueError, match="chart k: give either markup or figure"):
        Chart(key="k", alt="words", table=TABLE, source_note="source")


def test_a_chart_with_two_pictures_is_refused() -> None:
    with pytest.raises(ValueError, match="chart k: give either markup or figure"):
        Chart(key="k", alt="words", table=TABLE, source_note="s", markup="<p></p>", figure=go.Figure())


@pytest.mark.parametrize("alt", ["", "  \n"])
def test_a_chart_without_alt_text_is_refused(alt: str) -> None:
    with pytest.raises(ValueError, match="alt text, source note and table are required"):
        Chart(key="k", alt=alt, table=TABLE, source_note="source", markup="<p></p>")


@pytest.mark.parametrize("source", ["", " "])
def test_a_chart_without_a_source_is_refused(source: str) -> None:
    with pytest.raises(ValueError, match="alt text, source note and table are required"):
        Chart(key="k", alt="words", table=TABLE, source_note=source, markup="<p></p>")


def test_a_chart_without_a_table_header_is_refused() -> None:
    with pytest.raises(ValueError, match="alt text, source note and table are required"):
        Chart(key="k", alt="words", table=Table((), ()), source_note="source", markup="<p></p>")


@pytest.mark.parametrize("row", [("only one",), ("one", "two", "three"), ()])
def test_a_table_row_of_another_length_is_refused(row: tuple[str, ...]) -> None:
    table = Table(("Study", "People"), (("Younger 2013", "31"), row))
    with pytest.raises(ValueError, match="every table row needs 2 cells"):
        Chart(key="k", alt="words", table=table, source_note="source", markup="<p></p>")
