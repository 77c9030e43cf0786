"""One study: what was found, in whom, against what, and where each number stands."""

import streamlit as st

from components.charts.study_list import study_list
from components.ui.frame import name_page, page_words
from components.ui.go import go_to, link_to
from components.ui.show_chart import show_chart
from components.ui.study_card import show_study
from components.ui.url import choice_in_address
from data.load import load_dataset
from data.naming import short_name

SHOWN = 15
words = page_words()
dataset = load_dataset()

link_to("studies", words("frame.back_to_studies"))
known = sorted(dataset.study_by_id)
chosen = choice_in_address("study", known, "", words, lambda _: words("frame.nothing_chosen"))
if chosen:
    name_page(short_name(dataset.study_by_id[chosen]), words)
    show_study(dataset.study_by_id[chosen], dataset, words)
else:
    st.title(words("studies.title"), anchor=False)
    newest = sorted(dataset.studies, key=lambda study: -(study.citation.year or 0))
    opened = show_chart(study_list("study-none", newest[:SHOWN], words), words)
    if opened:
        go_to("study", study=opened)
