"""What opens when a cell of the matrix is tapped: the answer for one outcome, its studies, and the way on."""

import streamlit as st

from components.charts.answer import answer
from components.charts.study_list import study_list
from components.ui.go import go_to, link_to
from components.ui.show_chart import show_chart
from content.text import Words
from data.dataset import Dataset
from data.labels import label_of, outcomes_of


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
        opened = show_chart(study_list("cell", label.studies, words, condition=condition), words, twin=False)
        link_to("condition", words("evidence.cell_more", condition=name), condition=condition)
        if opened:
            go_to("study", study=opened)

    cell()
