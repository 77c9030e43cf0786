"""Safety: the card with the most important points, then every safety fact with what it rests on."""

import streamlit as st

from components.charts.safety_card import safety_card
from components.ui.frame import page_words
from components.ui.safety_facts import show_fact
from components.ui.show_chart import show_chart
from data.load import load_dataset
from data.models.practice import SafetyTopic

words = page_words()
dataset = load_dataset()

st.title(words("safety.title"), anchor=False)
st.markdown(words("safety.gist"))
st.error(words("safety.call"), icon=":material/emergency:")
show_chart(safety_card(dataset, words), words)

st.header(words("safety.more"), anchor=False)
for topic in SafetyTopic:
    facts = [fact for fact in dataset.safety if fact.topic is topic]
    if facts:
        st.subheader(words(f"topic.{topic}"), anchor=False)
        for fact in facts:
            show_fact(fact, dataset, words)
