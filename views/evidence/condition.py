"""One condition, chosen in the address or from the list."""

import streamlit as st

from components.ui.condition_page import show_condition
from components.ui.frame import page_words
from components.ui.go import link_to
from components.ui.url import choose
from data.load import load_dataset

words = page_words()
dataset = load_dataset()

link_to("evidence", words("frame.back_to_evidence"))
condition = choose(
    "condition", words("condition.which"), ["", *(record.id for record in dataset.conditions)], "", words,
    shown=lambda r: words(f"conditions.{r}.name") if r else words("home.choose_placeholder"), key="condition_condition",
)  # fmt: skip
if condition:
    show_condition(dataset, condition, words)
else:
    st.title(words("condition.none_chosen"), anchor=False)
