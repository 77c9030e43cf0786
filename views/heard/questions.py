"""Questions people ask, each with a short answer, a longer one, what it rests on and where to read on."""

import streamlit as st

from components.charts.kept import kept
from components.charts.question_list import question_list
from components.ui.follow import follow_choice
from components.ui.frame import page_words
from components.ui.show_chart import show_chart
from components.ui.url import choice_in_address
from data.load import load_dataset

words = page_words()
dataset = load_dataset()

st.title(words("questions_page.title"), anchor=False)
st.markdown(words("questions_page.gist"))
known = [question.id for question in dataset.questions]
first = choice_in_address("question", known, "", words)
chart = kept("questions", words, first, lambda: question_list(dataset, words, first=first))
follow_choice(show_chart(chart, words), dataset)
