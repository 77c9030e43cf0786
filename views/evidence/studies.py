"""Studies: search, filters with counts, a list, and a timeline to explore."""

import streamlit as st

from components.charts.study_list import study_list
from components.charts.study_timeline import study_timeline
from components.ui.facets import choose_question, show_nothing_found, study_words
from components.ui.frame import page_words
from components.ui.go import go_to
from components.ui.show_chart import show_chart
from content.numbers import write_number
from data.find import find_studies
from data.load import load_dataset

PAGE = 15
words = page_words()
dataset = load_dataset()

st.title(words("studies.title"), anchor=False)
st.markdown(words("studies.gist"))

question = choose_question(dataset.studies, words)
found = find_studies(dataset.studies, question, lambda study: study_words(study, words))
total = write_number(len(dataset.studies), words.language)
st.markdown(f"**{words('studies.count', shown=write_number(len(found), words.language), all=total)}**")

chosen = None
if found:
    if st.toggle(words("studies.explore"), key="studies_explore", help=words("studies.explore_hint")):
        show_chart(study_timeline(found, words), words)
    shown = st.session_state.setdefault("studies_shown", PAGE)
    chosen = show_chart(study_list("studies", found[:shown], words), words)
    if len(found) > shown:
        more = write_number(min(PAGE, len(found) - shown), words.language)
        if st.button(words("studies.more", n=more), key="studies_more"):
            st.session_state["studies_shown"] = shown + PAGE
            st.rerun()
else:
    show_nothing_found(dataset.studies, question, words)
if chosen:
    go_to("study", study=chosen)
