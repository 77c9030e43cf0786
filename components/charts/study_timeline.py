"""Studies by year and people, to explore by zooming and hovering (Plotly, drawn only when asked for)."""

from collections.abc import Sequence

import plotly.graph_objects as go
from markupsafe import escape

from components.charts.chart import Chart, Table
from components.charts.look import PLOTLY_COLOURS, Meaning, plotly_template
from components.charts.phrases import describe_direction, people_text, studies_text
from components.charts.study_list import shown_result
from content.numbers import write_number
from content.text import Words
from data.compared import compared
from data.evidence import Evidence, counts_as_evidence, kind_of_evidence
from data.models.base import known_count
from data.models.study import Direction, Study
from data.naming import short_name

SYMBOLS = {
    Evidence.PLACEBO_TRIAL: "circle",
    Evidence.OTHER_COMPARISON: "square",
    Evidence.BEFORE_AFTER: "triangle-up",
    Evidence.CASES: "x-thin-open",
}
COLOURS = {
    Direction.FAVOURS_LDN: Meaning.TOWARDS_LDN,
    Direction.NO_CLEAR_DIFFERENCE: Meaning.NO_DIFFERENCE,
    Direction.FAVOURS_CONTROL: Meaning.WARNING,
}
# What the legend says of each colour.
NAMES = {
    Meaning.TOWARDS_LDN: "direction.favours-ldn",
    Meaning.NO_DIFFERENCE: "direction.no-clear-difference",
    Meaning.WARNING: "direction.favours-control",
    Meaning.UNCONTROLLED: "studies.colour_other",
}
TICKS = (1, 10, 100, 1000, 10_000)


def study_people(study: Study) -> int | None:
    """People who started, as far as a source says."""
    for count in (study.people.randomised, study.people.entered, study.people.analysed):
        if (number := known_count(count)) is not None:
            return number
    return None


def study_timeline(studies: Sequence[Study], words: Words) -> Chart:
    """One mark per low-dose study in people with a known year and number; shape by design, colour by direction."""
    drawn = [s for s in studies if counts_as_evidence(s) and s.citation.year is not None and study_people(s)]
    figure = go.Figure()
    for kind in Evidence:
        members = [study for study in drawn if kind_of_evidence(study) is kind]
        if members:
            figure.add_trace(_trace(kind, members, words))
    found = {_meaning(study) for study in drawn}
    figure.add_traces([_named(meaning, name, words) for meaning, name in NAMES.items() if meaning in found])
    figure.update_layout(
        template=plotly_template(),
        height=460,
        xaxis={"title": words("studies.axis_year"), "tickformat": "d"},
        yaxis={
            "title": words("studies.axis_people"),
            "type": "log",
            "tickvals": TICKS,
            "ticktext": [write_number(tick, words.language) for tick in TICKS],
        },
        hoverlabel={"align": "left"},
    )
    trials = (study for study in drawn if kind_of_evidence(study) is Evidence.PLACEBO_TRIAL)
    placebo = [study_people(study) or 0 for study in trials if study.citation.journal]
    count = studies_text(len(drawn), words)
    alt = words("studies.explore_alt_no_trial", studies=count)
    if placebo:
        alt = words("studies.explore_alt", studies=count, people=write_number(max(placebo), words.language))
    return Chart(
        key="study-timeline",
        figure=figure,
        alt=alt,
        table=Table(
            (words("nav.study"), words("studies.axis_year"), words("studies.axis_people"), words("direction.label")),
            tuple(_row(s, words) for s in drawn),
        ),
        source_note=words("studies.title"),
        choices=tuple(study.id for study in drawn),
    )


def _trace(kind: Evidence, members: Sequence[Study], words: Words) -> go.Scatter:
    colours = [PLOTLY_COLOURS[_meaning(study)] for study in members]
    return go.Scatter(
        name=words(f"evidence.{kind}.name"),
        mode="markers",
        x=[study.citation.year for study in members],
        y=[study_people(study) for study in members],
        customdata=[study.id for study in members],
        text=[
            f"<b>{escape(short_name(study))}</b><br>{_way(study, words)}<br>{people_text(study_people(study), words)}"
            for study in members
        ],
        hovertemplate="%{text}<extra></extra>",
        marker={
            "symbol": SYMBOLS[kind],
            "size": 14,
            "color": colours,
            "line": {"color": colours, "width": 2},
            "opacity": 0.9,
        },
    )


def _named(meaning: Meaning, name: str, words: Words) -> go.Scatter:
    """A colour's place in the legend: a line, since the shapes are the kinds of study."""
    return go.Scatter(
        name=words(name), mode="lines", x=[None], y=[None], line={"color": PLOTLY_COLOURS[meaning], "width": 6}
    )


def _meaning(study: Study) -> Meaning:
    result = shown_result(study)
    if result is None or (found := compared(study, result)).without_lot:
        return Meaning.UNCONTROLLED
    return COLOURS.get(found.direction, Meaning.UNCONTROLLED)


def _way(study: Study, words: Words) -> str:
    return describe_direction(study, shown_result(study), words)


def _row(study: Study, words: Words) -> tuple[str, ...]:
    return (
        short_name(study),
        str(study.citation.year),
        write_number(study_people(study) or 0, words.language),
        _way(study, words),
    )
