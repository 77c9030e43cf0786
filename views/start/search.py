"""One search over everything: by typing, or by touch where there is no keyboard. What is typed is kept nowhere."""

import streamlit as st

from components.charts.found_list import found_list
from components.charts.kept import kept
from components.charts.lookup_entries import PLACES, lookup_index, plain_line
from components.charts.topic_list import topic_list
from components.ui.frame import page_words
from components.ui.go import go_to
from components.ui.registry import page_at
from components.ui.show_chart import show_chart
from content.numbers import write_number
from data.load import load_dataset
from data.lookup import LONGEST, Kind, look_up

words = page_words()
dataset = load_dataset()

st.title(words("search.title"), anchor=False)
text = st.text_input(
    words("search.label"), key="search_text", placeholder=words("search.placeholder"),
)  # fmt: skip
st.caption(words("search.private"))

chosen = None
# Not left to the box: Streamlit drops a pasted text that is too long without a word.
if len(text) > LONGEST:
    st.info(words("search.long", longest=write_number(LONGEST, words.language)))
if text.strip():
    found = look_up(lookup_index(dataset, words.language), text)
    chosen = show_chart(found_list(found, lambda entry: plain_line(entry, dataset, words), words), words, twin=False)
st.header(words("search.touch"), anchor=False)
chosen = show_chart(kept("topics", words, "", lambda: topic_list(dataset, words)), words, twin=False) or chosen
if chosen:
    kind, record = chosen.split(".", 1)
    page, name = PLACES[Kind(kind)]
    go_to(page_at(page).name, **({name: record} if name else {}))
