"""What opens when a cell of the matrix is tapped: the answer, the studies behind it, and the way on."""

from collections.abc import Callable

import streamlit as st

from components.charts.answer import answer
from components.charts.matrix import COLUMNS, MODELS, REGISTERED, column_text
from components.charts.phrases import describe_direction
from components.ui.condition_card import registered_line
from components.ui.go import link_to
from components.ui.show_chart import show_chart
from content.text import Words
from data.dataset import Dataset
from data.evidence import Evidence, Voice, main_result, models_of, spoken_by
from data.labels import Label, label_of, outcomes_of
from data.models.study import Result, Study
from data.naming import short_name
from data.trial_stage import awaited


def show_cell(
    dataset: Dataset, condition: str, column: str, words: Words, *, closed: Callable[[], None] | None = None
) -> None:
    """One cell of either lens in a window of its own; closing it leads back to where the visitor stood."""
    heading = cell_heading(dataset, condition, column, words)
    if heading is None:
        return
    name = words(f"conditions.{condition}.name")

    @st.dialog(words("evidence.cell", outcome=heading, condition=name), width="large", on_dismiss=closed or "ignore")
    def cell() -> None:
        if column in COLUMNS:
            _show_kind(dataset, condition, column, words)
        else:
            _show_outcome(dataset, condition, column, words)
        link_to("condition", words("evidence.cell_more", condition=name), condition=condition)

    cell()


def cell_heading(dataset: Dataset, condition: str, column: str, words: Words) -> str | None:
    """What a cell of either lens is headed; None where there is no such cell or nothing in it."""
    if condition not in dataset.condition_by_id:
        return None
    if column in outcomes_of(dataset, condition):
        return words(f"outcomes.{column}.name")
    if column in COLUMNS and column_text(dataset, label_of(dataset, condition), column, words):
        return words(f"evidence.{column}.name")
    return None


def _show_outcome(dataset: Dataset, condition: str, outcome: str, words: Words) -> None:
    label = label_of(dataset, condition, outcome)
    show_chart(answer(label, words), words)
    _link_to_studies(label, condition, words, outcome=outcome)


def _show_kind(dataset: Dataset, condition: str, column: str, words: Words) -> None:
    """What one kind of evidence holds and can show, its studies, and the answer it is part of."""
    label = label_of(dataset, condition)
    holds = words(
        "evidence.cell_holds",
        column=words(f"evidence.{column}.name"),
        text=column_text(dataset, label, column, words),
    )
    st.markdown(f"**{holds}** {words(f'evidence.{column}.about')}")
    if column == MODELS:
        for study in models_of(dataset.studies, condition):
            link_to("study", short_name(study), study=study.id)
            st.markdown(study.plain)
        st.markdown(f"**{words('evidence.cell_in_people')}**")
    elif column == REGISTERED:
        st.markdown("\n\n".join(registered_line(trial, words) for trial in awaited(dataset, condition)))
    else:
        _link_to_studies(label, condition, words, kind=Evidence(column))
    show_chart(answer(label, words), words)


def _link_to_studies(
    label: Label, condition: str, words: Words, *, kind: Evidence | None = None, outcome: str | None = None
) -> None:
    """Links of the page itself: the keyboard cannot reach those inside a picture while a window is open."""
    for study in label.cells[kind].studies if kind else label.studies:
        spoken = spoken_by(study, condition, outcome)
        divided = spoken is not None and spoken[0] is Voice.DIVIDED
        way = (
            words("direction.divided")
            if divided
            else describe_direction(study, _result(study, condition, outcome), words)
        )
        link_to("study", f"{short_name(study)}: {way}", study=study.id)


def _result(study: Study, condition: str, outcome: str | None) -> Result | None:
    """What the study says of this outcome: against placebo where it compares, else its first figure for it."""
    spoken = spoken_by(study, condition, outcome)
    if spoken is not None:
        return spoken[1]
    if outcome is None:
        return main_result(study, condition)
    about = (r for r in study.results if not r.conditions or condition in r.conditions)
    return next((result for result in about if result.outcome == outcome), None)
