"""One study: what was found, in whom, against what, and where each number stands."""

import streamlit as st

from components.ui.frame import page_words
from components.ui.go import link_to
from components.ui.study_card import show_study
from components.ui.url import choice_in_address
from data.load import load_dataset

words = page_words()
dataset = load_dataset()

link_to("studies", words("frame.back_to_studies"))
known = sorted(dataset.study_by_id)
chosen = choice_in_address("study", known, "", words, lambda _: words("frame.nothing_chosen"))
if chosen:
    show_study(dataset.study_by_id[chosen], words)
else:
    st.title(words("nav.study"))
    st.markdown(words("studies.gist"))
