"""Studies: search, filters with counts, a list, two or three side by side, and the selection to take away."""

from functools import partial

import streamlit as st

from components.charts.compare import comparison
from components.charts.kept import kept
from components.charts.study_list import study_list
from components.charts.study_timeline import study_timeline
from components.ui.exports import show_exports
from components.ui.facets import choose_question, index_of, show_corrections, show_nothing_found
from components.ui.frame import page_words
from components.ui.go import go_to
from components.ui.show_chart import show_chart, show_figure
from components.ui.side_by_side import choose_side_by_side
from content.numbers import write_number
from data.find import find_studies
from data.load import load_dataset
from data.search import search

PAGE = 15
words = page_words()
dataset = load_dataset()

st.title(words("studies.title"), anchor=False)
st.markdown(words("studies.gist"))

question, order = choose_question(dataset, words)
index = index_of(dataset, words.language)
show_corrections(search(index, question.text).corrected, words)
found = find_studies(dataset.studies, question, index, order)
total = write_number(len(dataset.studies), words.language)
key = "studies.one_shown" if len(found) == 1 else "studies.count"
st.markdown(f"**{words(key, shown=write_number(len(found), words.language), all=total)}**")

chosen = None
picked: tuple[str, ...] = ()
# The list of all studies to choose from is drawn when somebody opens it.
with st.expander(
    words("compare.choose"), expanded="compare" in st.query_params, key="studies_beside", on_change="rerun"
) as folded:
    beside = choose_side_by_side(dataset, words) if folded.open else []
    if len(beside) > 1:
        chosen = show_chart(comparison(beside, words), words, twin=False)
if found:
    # Folded up again, the timeline picks nothing.
    with st.expander(words("studies.explore"), key="studies_explore", on_change="rerun") as timeline:
        if timeline.open:
            st.markdown(words("studies.explore_hint"))
            picked = show_figure(study_timeline(found, words), words)
    if picked:
        found = [study for study in found if study.id in picked]
        st.info(words("studies.picked", n=write_number(len(found), words.language)))
    shown = st.session_state.setdefault("studies_shown", PAGE)
    draw = partial(study_list, "studies", found[:shown], words)
    # What a visitor typed is never kept for the next one.
    listed = draw() if question.text or picked else kept("studies", words, f"{question} {order} {shown}", draw)
    chosen = show_chart(listed, words) or chosen
    if len(found) > shown:
        more = write_number(min(PAGE, len(found) - shown), words.language)
        if st.button(words("studies.more", n=more), key="studies_more"):
            st.session_state["studies_shown"] = shown + PAGE
            st.rerun()
    show_exports(found, dataset, words)
else:
    show_nothing_found(dataset, question, words)
if chosen:
    go_to("study", study=chosen)
