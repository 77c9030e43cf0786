"""About: what this is, who made and checked it, money, method, reading depth, updates, privacy."""

import streamlit as st

from components.charts.reading_depths import reading_depths
from components.ui.frame import page_words
from components.ui.go import link_to
from components.ui.show_chart import show_chart
from content.numbers import write_date
from data.load import load_dataset

words = page_words()
dataset = load_dataset()

st.title(words("about.title"), anchor=False)
for part in ("what", "who", "money", "rule", "depth"):
    st.header(words(f"about.{part}"), anchor=False)
    st.markdown(words(f"about.{part}_text"))

show_chart(reading_depths(dataset, words), words, twin=False)
for part in ("update", "privacy"):
    st.header(words(f"about.{part}"), anchor=False)
    st.markdown(words(f"about.{part}_text"))

st.header(words("claims_page.printed"), anchor=False)
link_to("claims", words("nav.claims"))
st.header(words("about.diary"), anchor=False)
for entry in dataset.diary:
    heading = f"{write_date(entry.dated, words.language)}: {words(f'diary.{entry.id}.title')}"
    st.markdown(f"**{heading}**  \n{words(f'diary.{entry.id}.plain')}")
st.header(words("about.glossary"), anchor=False)
terms = sorted(dataset.glossary, key=lambda term: words(f"glossary.{term.id}.term"))
st.markdown("\n".join(f"- **{words(f'glossary.{t.id}.term')}**: {words(f'glossary.{t.id}.plain')}" for t in terms))
