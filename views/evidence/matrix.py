"""What the evidence says: every condition by kind of evidence."""

import streamlit as st

from components.charts.matrix import matrix
from components.ui.frame import page_words
from components.ui.go import go_to
from components.ui.show_chart import show_chart
from components.ui.url import choose
from data.find import fold
from data.labels import labels
from data.load import load_dataset
from data.models.subject import ConditionGroup

words = page_words()
dataset = load_dataset()

st.title(words("evidence.title"), anchor=False)
st.markdown(words("evidence.gist"))

group_column, sort_column = st.columns(2)
with group_column:
    group = choose(
        "group", words("evidence.group"), ["all", *ConditionGroup], "all", words,
        shown=lambda g: words("evidence.group_all") if g == "all" else words(f"group.{g}"), key="evidence_group",
    )  # fmt: skip
with sort_column:
    order = choose(
        "sort", words("evidence.sort"), ["listed", "certainty", "people", "name"], "listed", words,
        shown=lambda o: words(f"evidence.sort_{o}"), key="evidence_sort",
    )  # fmt: skip

found = [label for label in labels(dataset) if group in ("all", dataset.condition_by_id[label.condition].group)]
if order == "certainty":
    found.sort(key=lambda label: (-(label.certainty or 0), -label.people))
elif order == "people":
    found.sort(key=lambda label: -label.people)
elif order == "name":
    found.sort(key=lambda label: fold(words(f"conditions.{label.condition}.name")))

chart = matrix(dataset, found, words, version=dataset.release.version, grouped=order == "listed")
chosen = show_chart(chart, words)
st.markdown(words("evidence.low_only"))
if chosen:
    go_to("condition", condition=chosen)
