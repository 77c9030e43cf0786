"""A dose over a day: bands that meet the model, scans where they were read, the hours of mice said to be of mice."""

import numpy as np
import pytest

from components.charts.day_bands import HEIGHT, Setting
from components.charts.day_course import LEAST_MG, MOST_MG, day_course, scans
from components.simulation.day import Course, course, ranges_of
from content.text import Words
from data.dataset import Dataset
from tests.components.charts.markup import one_spaced, only, parse, percent, text_of, with_attribute, with_class

SETTING = Setting(21, (4, 6), (1.5, 18))


@pytest.fixture(scope="module")
def courses(dataset: Dataset) -> tuple[Course, Course]:
    ranges = ranges_of(dataset)
    return course(ranges, 4.5, days=1, step=0.5), course(ranges, 50, days=1, step=0.5)


def points(polygon: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in (pair.split(",") for pair in polygon.split())]


def test_bands_are_drawn_exactly_as_the_model_says(
    courses: tuple[Course, Course], dataset: Dataset, words: Words
) -> None:
    root = parse(day_course(courses, SETTING, dataset, words).markup)
    panels = {panel.attrib["data-panel"]: panel for panel in with_attribute(root, "data-panel")}
    assert list(panels) == ["parent", "metabolite", "filled"]
    bands = {band.attrib["data-band"]: band for band in with_attribute(panels["filled"], "data-band")}
    for name, found in zip("ab", courses, strict=True):
        drawn = points(bands[name].attrib["points"])
        count = len(found.hours)
        assert len(drawn) == 2 * count
        upper = [1 - y / HEIGHT for _, y in drawn[:count]]
        lower = [1 - y / HEIGHT for _, y in drawn[count:]][::-1]
        assert np.allclose(upper, found.filled.high, atol=0.001)
        assert np.allclose(lower, found.filled.low, atol=0.001)


def test_the_same_dose_twice_is_told_once(courses: tuple[Course, Course], dataset: Dataset, words: Words) -> None:
    chart = day_course((courses[1], courses[1]), SETTING, dataset, words)
    root = parse(chart.markup)
    assert len(chart.table.header) == 4
    assert len(set(chart.table.header)) == 4, "a table with two columns of one name cannot be drawn"
    assert one_spaced(chart.alt).count("With 50 mg the model fills") == 1
    assert {band.attrib["data-band"] for band in with_attribute(root, "data-band")} == {"a"}
    assert len(list(with_class(root, "key")[0])) == 2, "one dose, and the hours of mice"


def test_no_single_line_is_drawn(courses: tuple[Course, Course], dataset: Dataset, words: Words) -> None:
    root = parse(day_course(courses, SETTING, dataset, words).markup)
    assert {element.tag for element in root.iter()} & {"path", "polyline", "line"} == set()


def test_the_label_never_leaves(courses: tuple[Course, Course], dataset: Dataset, words: Words) -> None:
    chart = day_course(courses, SETTING, dataset, words)
    warning = "A model scaled mostly from full doses. We found no published measurement of this over a day at low dose."
    assert text_of(only(with_class(parse(chart.markup), "warning-line"))) == warning
    assert chart.alt.startswith(warning)


def test_the_popular_hours_stand_as_what_they_are(
    courses: tuple[Course, Course], dataset: Dataset, words: Words
) -> None:
    root = parse(day_course(courses, SETTING, dataset, words).markup)
    assert "the popular 4 to 6 hours: measured in mice" in text_of(root)
    box = only([mark for mark in with_class(root, "mice") if mark.tag == "span"])
    assert percent(box, "left") == pytest.approx(100 * 4 / 24, abs=0.01)
    assert percent(box, "width") == pytest.approx(100 * 2 / 24, abs=0.01)


def test_the_words_say_what_the_bands_show(courses: tuple[Course, Course], dataset: Dataset, words: Words) -> None:
    said = one_spaced(text_of(only(with_class(parse(day_course(courses, SETTING, dataset, words).markup), "reading"))))
    found = courses[0]
    ends = [round(100 * share) for share in (*found.highest, found.filled.low[-1], found.filled.high[-1])]
    assert said.startswith(
        f"With 4.5 mg the model fills between {ends[0]}% and {ends[1]}% of the mu receptors at its highest, and "
        f"between {ends[2]}% and {ends[3]}% after 24 hours."
    )


def test_what_was_assumed_and_the_one_measurement_stand_under_the_bands(
    courses: tuple[Course, Course], dataset: Dataset, words: Words
) -> None:
    text = one_spaced(text_of(only(with_class(parse(day_course(courses, SETTING, dataset, words).markup), "assumed"))))
    assert "found 1.5 to 18 ng/ml of naltrexone, more than this model draws" in text
    assert "measured in people after the full dose only" in text
    assert courses[0].parent.high.max() < 18


def test_the_clock_starts_at_the_hour_of_the_dose(
    courses: tuple[Course, Course], dataset: Dataset, words: Words
) -> None:
    axis = with_class(parse(day_course(courses, SETTING, dataset, words).markup), "axis")[0]
    assert [text_of(tick) for tick in axis] == ["21:00", "03:00", "09:00", "15:00", "21:00"]


def test_a_week_counts_days(dataset: Dataset, words: Words) -> None:
    ranges = ranges_of(dataset)
    week = tuple(course(ranges, dose, days=7, step=1.0) for dose in (4.5, 50.0))
    axis = with_class(parse(day_course((week[0], week[1]), SETTING, dataset, words).markup), "axis")[0]
    assert [text_of(tick) for tick in axis] == ["day 0", "day 1.8", "day 3.5", "day 5.2", "day 7"]


def test_every_scan_stands_at_its_dose_and_reading(dataset: Dataset, words: Words) -> None:
    [parameter] = [p for p in dataset.mechanisms.parameters if p.id == "mu-occupancy-readings"]
    root = parse(scans(parameter, ranges_of(dataset), words).markup)
    dots = with_class(root, "scan")
    assert [(float(d.attrib["data-dose"]), float(d.attrib["data-filled"])) for d in dots] == [
        (reading.dose_mg, reading.value) for reading in parameter.readings
    ]
    for dot, reading in zip(dots, parameter.readings, strict=True):
        across = 100 * np.log(reading.dose_mg / LEAST_MG) / np.log(MOST_MG / LEAST_MG)
        assert percent(dot, "left") == pytest.approx(across, abs=0.01)
        assert percent(dot, "bottom") == pytest.approx(reading.value, abs=0.05)


def test_the_curves_can_be_taken_away_as_ranges(courses: tuple[Course, Course], dataset: Dataset, words: Words) -> None:
    table = day_course(courses, SETTING, dataset, words).table
    assert len(table.rows) == 25
    assert len(table.header) == 7
    assert all(" – " in cell for row in table.rows for cell in row[1:])


def test_the_file_carries_the_same_bands_the_warning_and_its_sources(
    courses: tuple[Course, Course], dataset: Dataset, words: Words
) -> None:
    root = parse(day_course(courses, SETTING, dataset, words).markup)
    file = only(with_attribute(root, "data-file"))
    assert "only-file" in file.attrib["class"].split()
    seen = [band.attrib["points"] for panel in with_attribute(root, "data-panel") for band in panel.iter("polygon")]
    assert [band.attrib["points"] for band in file.iter("polygon")] == seen
    said = one_spaced(text_of(file))
    for text in ("We found no published measurement of this over a day at low dose.", "4.5 mg", "50 mg",
                 "measured in mice", "data/mechanisms.yaml", "components/simulation/day.py", "CC BY 4.0"):  # fmt: skip
        assert text in said, text
