"""Start: what LDN is, what is known, what is not, where to go."""

import streamlit as st

from components.charts.matrix_switch import WITHOUT_TRIAL
from components.ui.frame import page_words
from components.ui.go import go_to, link_to
from components.ui.home_cards import harm_sentence, lead_sentence, sure_sentence, works_sentence
from components.ui.prose import heading, write
from data.load import load_dataset

# What people come for -> the pages that answer it, in the order shown.
WAYS = {
    "visit": ("visit", "practical"),
    "heard": ("claims", "questions", "stories"),
    "understand": ("how", "background", "research"),
}

words = page_words()
dataset = load_dataset()

st.title(words("home.title"), anchor=False)
st.markdown(lead_sentence(dataset, words))
condition = st.selectbox(
    words("home.choose"),
    [record.id for record in dataset.conditions],
    index=None,
    format_func=lambda record: words(f"conditions.{record}.name"),
    placeholder=words("home.choose_placeholder"),
    key="home_condition",
)
if condition:
    go_to("condition", condition=condition)

with st.container(key="home_cards"):
    works, sure, wrong = st.columns(3, gap="small")
with works.container(border=True, height="stretch"):
    write(heading(words("home.works_title")), works_sentence(dataset, words))
    link_to("evidence", words("home.go_evidence"))
with sure.container(border=True, height="stretch"):
    write(heading(words("home.sure_title")), sure_sentence(dataset, words))
    link_to("evidence", words("home.go_without_trial"), group=WITHOUT_TRIAL)
    link_to("studies", words("home.go_studies"))
with wrong.container(border=True, height="stretch"):
    write(heading(words("home.wrong_title")), harm_sentence(dataset, words))
    link_to("effects", words("home.go_effects"))

st.markdown(words("home.options"))
with st.container(key="home_ways"):
    for (way, pages), column in zip(WAYS.items(), st.columns(len(WAYS), gap="small"), strict=True):
        with column.container(border=True, height="stretch"):
            st.header(words(f"home.way_{way}"), anchor=False)
            for page in pages:
                link_to(page, words(f"home.go_{page}"))
