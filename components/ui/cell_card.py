"""What opens when a cell of the matrix is tapped: the answer for one outcome, its studies, and the way on."""

import streamlit as st

from components.charts.answer import answer
from components.charts.phrases import describe_direction
from components.ui.go import link_to
from components.ui.show_chart import show_chart
from content.text import Words
from data.dataset import Dataset
from data.evidence import spoken_by
from data.labels import label_of, outcomes_of
from data.models.study import Result, Study
from data.naming import short_name


def show_cell(dataset: Dataset, condition: str, outcome: str, words: Words) -> None:
    """One outcome of one condition in a window of its own; closing it leads back to where the visitor stood."""
    if condition not in dataset.condition_by_id or outcome not in outcomes_of(dataset, condition):
        return
    name = words(f"conditions.{condition}.name")
    title = words("evidence.cell", outcome=words(f"outcomes.{outcome}.name"), condition=name)
    label = label_of(dataset, condition, outcome)

    @st.dialog(title, width="large")
    def cell() -> None:
        show_chart(answer(label, words), words)
        # Links of the page itself: the keyboard cannot reach those inside a picture while a window is open.
        for study in label.studies:
            way = describe_direction(study, _result(study, condition, outcome), words)
            link_to("study", f"{short_name(study)}: {way}", study=study.id)
        link_to("condition", words("evidence.cell_more", condition=name), condition=condition)

    cell()


def _result(study: Study, condition: str, outcome: str) -> Result | None:
    """What the study says of this outcome: against placebo where it compares, else its first figure for it."""
    spoken = spoken_by(study, condition, outcome)
    if spoken is not None:
        return spoken[1]
    about = (r for r in study.results if not r.conditions or condition in r.conditions)
    return next((result for result in about if result.outcome == outcome), None)
