"""Studies by year and people: exact places, a log axis, shape by design, colour by what was found."""

import pytest

from components.charts.chart import Chart
from components.charts.look import PLOTLY_COLOURS, Meaning
from components.charts.study_timeline import study_timeline
from content.text import Words
from data.dataset import Dataset
from data.evidence import counts_as_evidence
from data.models.study import RANDOMISED, Direction, Dose, DoseBand

PLACES = {
    "younger-2013-fibromyalgia": ("Placebo trials", 2013, 31),
    "peters-2022-glioma": ("Placebo trials", 2022, 110),
    "toledano-2021-migraine": ("Placebo trials", 2021, 92),
    "srinivasan-2021-diabetic-neuropathy": ("Other comparisons", 2021, 67),
    "raknes-2017-norway-use": ("Before and after", 2017, 15297),
    "zashin-2019-sjogren": ("Case reports", 2019, 1),
}
Mark = tuple[str, int, int, str, str]


@pytest.fixture(scope="module")
def chart(dataset: Dataset, words: Words) -> Chart:
    """The timeline of all studies."""
    return study_timeline(dataset.studies, words)


@pytest.fixture(scope="module")
def marks(chart: Chart) -> dict[str, Mark]:
    """Each mark by study: trace, year, people, symbol, colour."""
    assert chart.figure is not None
    found: dict[str, Mark] = {}
    for trace in chart.figure.data:
        if trace.mode == "lines":
            continue
        for x, y, name, colour in zip(trace.x, trace.y, trace.customdata, trace.marker.color, strict=True):
            assert name not in found, f"{name} is drawn twice"
            found[name] = (trace.name, x, y, trace.marker.symbol, colour)
    return found


@pytest.mark.parametrize("name", PLACES)
def test_studies_stand_at_their_year_and_people(marks: dict[str, Mark], name: str) -> None:
    assert marks[name][:3] == PLACES[name]


def test_people_are_on_a_log_axis_and_years_are_whole(chart: Chart) -> None:
    assert chart.figure is not None
    assert chart.figure.layout.yaxis.type == "log"
    assert chart.figure.layout.xaxis.tickformat == "d"
    assert chart.figure.layout.yaxis.title.text == "People in the study"
    assert chart.figure.layout.xaxis.title.text == "Year of publication"


def test_people_are_marked_in_whole_tens_of_tens(chart: Chart) -> None:
    assert chart.figure is not None
    axis = chart.figure.layout.yaxis
    assert dict(zip(axis.tickvals, axis.ticktext, strict=True)) == {
        1: "1", 10: "10", 100: "100", 1000: "1,000", 10_000: "10,000"
    }  # fmt: skip


def test_the_legend_names_every_colour_on_screen(chart: Chart, marks: dict[str, Mark]) -> None:
    assert chart.figure is not None
    named = {trace.line.color: trace.name for trace in chart.figure.data if trace.mode == "lines"}
    assert set(named) == {mark[4] for mark in marks.values()}
    assert named[PLOTLY_COLOURS[Meaning.TOWARDS_LDN]] == "Better with LDN"
    assert named[PLOTLY_COLOURS[Meaning.NO_DIFFERENCE]] == "No clear difference"
    assert named[PLOTLY_COLOURS[Meaning.UNCONTROLLED]] == "Not compared by lot, or no result"


def test_the_table_says_which_way_each_study_points(chart: Chart) -> None:
    assert chart.table.header[-1] == "Which way"
    rows = {row[0]: row for row in chart.table.rows}
    assert rows["Due Bruun 2024"][1:] == ("2024", "99", "No clear difference")


def test_colour_follows_what_was_found(dataset: Dataset, marks: dict[str, Mark]) -> None:
    roles = {
        Direction.FAVOURS_LDN: Meaning.TOWARDS_LDN,
        Direction.NO_CLEAR_DIFFERENCE: Meaning.NO_DIFFERENCE,
        Direction.FAVOURS_CONTROL: Meaning.WARNING,
    }
    seen = set()
    for name, mark in marks.items():
        study = dataset.study_by_id[name]
        main = next((result for result in study.results if result.id == study.main_result), None)
        role = roles.get(main.direction, Meaning.UNCONTROLLED) if main else Meaning.UNCONTROLLED
        if study.design not in RANDOMISED:
            role = Meaning.UNCONTROLLED
        assert mark[4] == PLOTLY_COLOURS[role], name
        seen.add(role)
    assert seen >= {Meaning.TOWARDS_LDN, Meaning.NO_DIFFERENCE, Meaning.UNCONTROLLED}
    assert marks["tamariz-2024-long-covid"][4] == marks["polo-2019-mecfs"][4]
    assert marks["younger-2013-fibromyalgia"][4] != marks["duebruun-2024-fibromyalgia"][4]


def test_each_kind_of_design_has_a_symbol_of_its_own(marks: dict[str, Mark]) -> None:
    symbols = {mark[0]: mark[3] for mark in marks.values()}
    assert list(symbols) and len(set(symbols.values())) == len(symbols) == 4
    assert symbols["Placebo trials"] == "circle"


def test_no_higher_dose_review_or_retracted_study_is_drawn(dataset: Dataset, marks: dict[str, Mark]) -> None:
    for name in marks:
        assert counts_as_evidence(dataset.study_by_id[name]), name
    higher = [s.id for s in dataset.studies if isinstance(s.dose, Dose) and s.dose.band is DoseBand.HIGHER]
    assert len(higher) > 20
    assert not set(higher) & set(marks)


def test_a_study_without_year_or_number_is_not_given_one(dataset: Dataset, marks: dict[str, Mark]) -> None:
    assert dataset.study_by_id["ploesser-2010-gi-survey"].citation.year is None
    assert "ploesser-2010-gi-survey" not in marks
    assert "ludwig-2016-ms" not in marks
    assert all(mark[1] and mark[2] for mark in marks.values())


def test_hovering_names_study_direction_and_people(chart: Chart) -> None:
    assert chart.figure is not None
    trace = next(trace for trace in chart.figure.data if trace.name == "Placebo trials")
    text = dict(zip(trace.customdata, trace.text, strict=True))
    assert text["younger-2013-fibromyalgia"] == "<b>Younger 2013</b><br>Better with LDN<br>31 people"


def test_table_and_alt_count_the_same_studies(chart: Chart, marks: dict[str, Mark]) -> None:
    assert len(chart.table.rows) == len(marks)
    assert ("Younger 2013", "2013", "31", "Better with LDN") in chart.table.rows
    assert ("Raknes 2017 (use in Norway)", "2017", "15,297") in [row[:3] for row in chart.table.rows]
    assert chart.alt == (
        f"{len(marks)} studies by year and number of people. "
        "The largest placebo trial printed in a journal has 110 people."
    )


def test_without_a_placebo_trial_no_trial_of_nobody_is_claimed(dataset: Dataset, words: Words) -> None:
    open_only = study_timeline([dataset.study_by_id["metyas-2018-fibromyalgia"]], words)
    assert open_only.alt.startswith("1 stud")
    assert "has 0 people" not in open_only.alt


def test_an_untitled_figure_leaves_words_to_the_page(chart: Chart) -> None:
    assert chart.figure is not None
    assert chart.figure.layout.title.text is None
    assert chart.figure.layout.template.layout.paper_bgcolor == "rgba(0,0,0,0)"
