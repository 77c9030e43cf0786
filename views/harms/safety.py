"""Safety: the card with the most important points, then every safety fact with what it rests on."""

import streamlit as st

from components.charts.kept import kept
from components.charts.safety_card import safety_card
from components.charts.safety_facts import safety_facts
from components.ui.frame import page_words
from components.ui.go import go_to, link_to
from components.ui.show_chart import show_chart
from data.load import load_dataset
from data.models.practice import NOT_ON_SAFETY

words = page_words()
dataset = load_dataset()

st.title(words("safety.title"), anchor=False)
st.markdown(words("safety.gist"))
st.error(words("safety.call"), icon=":material/emergency:")
show_chart(kept("safety-card", words, "", lambda: safety_card(dataset, words)), words)
link_to("visit", words("visit.take_card"))

link_to("practical", words("nav.practical"))

st.header(words("safety.more"), anchor=False)
facts = [fact for fact in dataset.safety if fact.topic not in NOT_ON_SAFETY]
everything = kept(
    "safety-facts", words, "all", lambda: safety_facts("safety-facts", facts, dataset, words, topics=True)
)
chosen = show_chart(everything, words)
if chosen:
    go_to("study", study=chosen)
