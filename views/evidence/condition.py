"""One condition, chosen in the address or from the list."""

import streamlit as st

from components.ui.choose import choose
from components.ui.condition_page import show_condition, show_gist
from components.ui.frame import page_words
from components.ui.go import link_to
from data.load import load_dataset

words = page_words()
dataset = load_dataset()

answer = st.container(key="condition_answer")
# Below the answer, so that the answer stands first; run before it, because it says what the answer is about.
condition = choose(
    "condition", words("condition.which"), ["", *(record.id for record in dataset.conditions)], "", words,
    shown=lambda r: words(f"conditions.{r}.name") if r else words("home.choose_placeholder"), key="condition_condition",
)  # fmt: skip
link_to("evidence", words("frame.back_to_evidence"))
if condition:
    with answer:
        show_gist(dataset, condition, words)
    show_condition(dataset, condition, words)
else:
    answer.title(words("condition.none_chosen"), anchor=False)
