"""Downloads of a table: the cells as shown, nothing a spreadsheet would run, and what a stranger needs to know."""

import csv
import io
import json

from components.charts.answer import answer
from components.charts.chart import Chart, Table
from components.charts.table_file import table_csv, table_metadata
from content.text import Words
from data.dataset import Dataset
from data.labels import label_of


def test_the_file_holds_the_table_cell_by_cell(dataset: Dataset, words: Words) -> None:
    chart = answer(label_of(dataset, "fibromyalgia"), words)
    read = list(csv.reader(io.StringIO(table_csv(chart))))
    assert read == [list(row) for row in (chart.table.header, *chart.table.rows)]


def test_which_way_how_sure_and_how_much_leave_together(dataset: Dataset, words: Words) -> None:
    header = next(csv.reader(io.StringIO(table_csv(answer(label_of(dataset, "lupus"), words)))))
    assert header[:3] == ["Which way", "How sure", "How much"]


def test_no_cell_is_run_by_a_spreadsheet() -> None:
    chart = Chart(key="k", markup="<p></p>", alt="a", source_note="s", table=Table(("=1+1",), (("@SUM(1)",), ("−3",))))
    assert table_csv(chart) == "'=1+1\r\n'@SUM(1)\r\n−3\r\n"


def test_the_note_says_version_date_licence_sources_and_review(dataset: Dataset, words: Words) -> None:
    chart = answer(label_of(dataset, "fibromyalgia"), words)
    told = json.loads(table_metadata(chart, dataset, "/condition?condition=fibromyalgia"))
    assert told["view"] == "/condition?condition=fibromyalgia"
    assert told["dataset_version"] == dataset.release.version
    assert told["dataset_checked"] == dataset.release.checked.isoformat()
    assert told["licence"] == "CC BY 4.0"
    assert told["sources"] == chart.source_note
    assert told["columns"] == list(chart.table.header)
    assert told["reviewed_by_clinician"] == []
