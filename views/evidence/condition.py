"""One condition: the short answer, why, what would change it, and every study behind it."""

import streamlit as st

from components.charts.outcome_labels import outcome_labels
from components.charts.study_list import study_list
from components.ui.condition_card import show_answer, show_registered
from components.ui.frame import page_words
from components.ui.go import go_to, link_to
from components.ui.show_chart import show_chart
from components.ui.url import choose
from data.evidence import Evidence, counts_as_evidence
from data.labels import label_of
from data.load import load_dataset
from data.models.study import Kind

words = page_words()
dataset = load_dataset()
known = [record.id for record in dataset.conditions]

link_to("evidence", words("frame.back_to_evidence"))
condition = choose(
    "condition", words("condition.which"), known, "fibromyalgia", words,
    shown=lambda record: words(f"conditions.{record}.name"), key="condition_condition",
)  # fmt: skip
label = label_of(dataset, condition)
st.title(words(f"conditions.{condition}.name"))
st.markdown(words(f"conditions.{condition}.about"))
show_answer(label, words)
by_outcome = outcome_labels(dataset, condition, words)
if by_outcome is not None:
    st.header(words("condition.outcomes"))
    st.markdown(words("condition.outcomes_note"))
    show_chart(by_outcome, words, twin=False)

about = [study for study in dataset.studies if condition in study.conditions]
trials = label.cells[Evidence.PLACEBO_TRIAL].studies
others = [study for kind in Evidence if kind is not Evidence.PLACEBO_TRIAL for study in label.cells[kind].studies]
same_people = [study for study in about if study.secondary_to is not None]
not_low = [
    study
    for study in about
    if study.kind is Kind.PRIMARY and study.secondary_to is None and not counts_as_evidence(study)
]
reviews = [study for study in about if study.kind is not Kind.PRIMARY and study.secondary_to is None]

chosen = None
for key, heading, studies in (
    ("placebo", "condition.placebo_trials", trials),
    ("others", "condition.other_studies", others),
    ("same", "condition.same_people", same_people),
    ("higher", "condition.higher", not_low),
    ("reviews", "condition.reviews", reviews),
):
    if studies:
        st.header(words(heading))
        ordered = sorted(studies, key=lambda study: -(study.citation.year or 0))
        chosen = show_chart(study_list(f"condition-{key}", ordered, words, condition=condition), words) or chosen
if not about:
    st.header(words("condition.other_studies"))
    st.markdown(words("condition.no_studies"))
    searched = dataset.condition_by_id[condition].searched
    if searched:
        st.markdown(words("condition.searched", searched=searched))

show_registered(dataset, condition, words)
st.header(words("condition.no_ldn"))
st.markdown(words("condition.no_ldn_text"))
st.header(words("condition.ask"))
st.markdown("\n".join(f"- {words(f'condition.ask_{index}')}" for index in (1, 2, 3)))
if chosen:
    go_to("study", study=chosen)
