"""Research still needed: registered trials on a line of years and by condition, and what a good trial would ask."""

import streamlit as st

from components.charts.kept import kept
from components.charts.trial_timeline import GROUPS, STAGES, trial_timeline
from components.ui.follow import follow_choice
from components.ui.frame import page_words
from components.ui.show_chart import show_chart
from components.ui.url import follow_address, put
from data.load import load_dataset

words = page_words()
dataset = load_dataset()

st.title(words("research.title"), anchor=False)
st.markdown(words("research.gist"))
group = follow_address("group", "research_group", GROUPS, "all", words, lambda _: words("evidence.group_all"))
stage = follow_address("stage", "research_stage", STAGES, "all", words, lambda _: words("research.stage_all"))


def switched(new: str) -> None:
    """The visitor switched the trials in the browser: the address follows."""
    for name, value in zip(("group", "stage"), new.split(), strict=True):
        put(name, f"research_{name}", value, "all")


choice = f"{group} {stage}"
chart = kept("trials", words, choice, lambda: trial_timeline(dataset, words, choice=choice))
follow_choice(show_chart(chart, words, on_shown=switched), dataset)
