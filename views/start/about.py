"""About: what this is, who made and checked it, money, method, reading depth, updates, privacy."""

from collections import Counter

import pandas as pd
import streamlit as st

from components.ui.frame import page_words
from content.numbers import write_date, write_number
from data.load import load_dataset

words = page_words()
dataset = load_dataset()

st.title(words("about.title"))
for part in ("what", "who", "money", "rule", "depth"):
    st.header(words(f"about.{part}"))
    st.markdown(words(f"about.{part}_text"))

depths = Counter(study.sources[0].depth for study in dataset.studies)
rows = [(words(f"depth.{depth}"), write_number(count, words.language)) for depth, count in depths.most_common()]
frame = pd.DataFrame(rows, columns=[words("about.depth_column"), words("about.count_column")])
st.table(frame.set_index(words("about.depth_column")), alt=words("about.depth"))
for part in ("update", "privacy"):
    st.header(words(f"about.{part}"))
    st.markdown(words(f"about.{part}_text"))

st.header(words("about.diary"))
for entry in dataset.diary:
    heading = f"{write_date(entry.dated, words.language)}: {words(f'diary.{entry.id}.title')}"
    st.markdown(f"**{heading}**  \n{words(f'diary.{entry.id}.plain')}")
st.header(words("about.glossary"))
terms = sorted(dataset.glossary, key=lambda term: words(f"glossary.{term.id}.term"))
st.markdown("\n".join(f"- **{words(f'glossary.{t.id}.term')}**: {words(f'glossary.{t.id}.plain')}" for t in terms))
