"""Blood-level figures: value, range and dose as filed; what nobody published says so and is hatched."""

from xml.etree.ElementTree import Element

import pytest

from components.charts.parameters import parameter_table
from content.text import Words
from data.dataset import Dataset
from tests.components.charts.markup import parse, style_of, text_of, with_attribute, with_class

LITERAL = {
    "half-life-naltrexone": ("4 h", "2.7 – 10.3", "no"),
    "terminal-half-life-naltrexone": ("96 h", "not known", "no"),
    "build-up-naltrexone": ("1.02 times the level of one dose (our arithmetic)", "1 – 1.25", "no"),
    "peak-naltrexone-50mg": ("13.3 ng/ml", "13.3 – 50", "no"),
    "bioavailability-naltrexone": ("not known", "5 – 40", "no"),
    "mu-occupancy-readings": ("not known", "27 – 98", "yes"),
    "apparent-volume-naltrexone": ("3,161 litres (our arithmetic)", "2,908 – 3,478", "no"),
}


@pytest.fixture(scope="module")
def rows(dataset: Dataset, words: Words) -> dict[str, Element]:
    """Rows of the picture by parameter, in the order shown."""
    root = parse(parameter_table(dataset, words).markup)
    return {row.attrib["data-parameter"]: row for row in with_attribute(root, "data-parameter")}


def test_every_parameter_has_one_row_in_order(dataset: Dataset, rows: dict[str, Element]) -> None:
    assert list(rows) == [parameter.id for parameter in dataset.mechanisms.parameters]


@pytest.mark.parametrize("name", LITERAL)
def test_figures_are_those_of_the_dataset(rows: dict[str, Element], name: str) -> None:
    cells = {cell.get("data-label"): text_of(cell) for cell in rows[name].iter("td")}
    assert (cells["Value"], cells["Range"], cells["Measured at low dose"]) == LITERAL[name]


def test_a_value_nobody_published_is_hatched_and_says_so(rows: dict[str, Element]) -> None:
    unknown = 0
    for row in rows.values():
        for cell in row.iter("td"):
            hatched = bool(with_class(cell, "unknown"))
            assert hatched == (text_of(cell) == "not known")
            unknown += hatched
    assert unknown >= 8
    assert style_of(".stack .unknown")["background-image"] == "var(--hatch)"


def test_our_own_arithmetic_is_marked_and_published_values_are_not(dataset: Dataset, rows: dict[str, Element]) -> None:
    for parameter in dataset.mechanisms.parameters:
        marked = "(our arithmetic)" in text_of(rows[parameter.id])
        assert marked == bool(parameter.derived), parameter.id


def test_every_row_names_its_dose_and_a_source_with_its_depth(dataset: Dataset, rows: dict[str, Element]) -> None:
    for parameter in dataset.mechanisms.parameters:
        cells = {cell.get("data-label"): text_of(cell) for cell in rows[parameter.id].iter("td")}
        assert cells["Dose studied"] == parameter.dose_studied
        assert cells["Stands in"].count("(") >= 1
        assert len(cells["Stands in"]) > 10


def test_the_table_twin_has_the_same_cells(dataset: Dataset, words: Words, rows: dict[str, Element]) -> None:
    table = parameter_table(dataset, words).table
    for row, drawn in zip(table.rows, rows.values(), strict=True):
        assert text_of(next(drawn.iter("th"))).startswith(row[0])
        assert [text_of(cell) for cell in drawn.iter("td")] == [" ".join(text.split()) for text in row[1:]]
        assert [cell.get("data-label") for cell in drawn.iter("td")] == list(table.header[1:])


def test_the_alt_text_says_how_many_were_measured_at_low_dose(dataset: Dataset, words: Words) -> None:
    measured = sum(parameter.measured_at_low_dose for parameter in dataset.mechanisms.parameters)
    alt = parameter_table(dataset, words).alt
    assert alt == f"What is known about blood levels and receptors: {len(dataset.mechanisms.parameters)}. " + (
        f"Measured at low dose: {measured}."
    )
    assert 0 < measured < len(dataset.mechanisms.parameters) / 2
