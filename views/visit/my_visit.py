"""My visit: a condition, what matters, what worries; then questions and a page to take along. Nothing is kept."""

import streamlit as st

from components.ui.choose import choose
from components.ui.frame import page_words
from components.ui.visit_page import clear, show_choices, show_cleared, show_for_everybody, show_page
from data.load import load_dataset

words = page_words()
dataset = load_dataset()

st.title(words("visit.title"), anchor=False)
st.markdown(words("visit.gist"))
show_cleared(words)
st.info(words("visit.private"), icon=":material/lock:")
condition = choose(
    "condition", words("visit.which"), ["", *(record.id for record in dataset.conditions)], "", words,
    shown=lambda r: words(f"conditions.{r}.name") if r else words("home.choose_placeholder"), key="visit_condition",
)  # fmt: skip
if condition:
    warning = f"conditions.{condition}.warning"
    if words.has(warning):
        st.error(words(warning), icon=":material/warning:")
    personal = show_choices(dataset, condition, words)
    show_page(dataset, condition, personal, words)
    st.button(words("visit.clear"), icon=":material/delete:", on_click=clear, key="visit_clear")
else:
    st.markdown(f"**{words('visit.none_chosen')}** {words('visit.not_listed')}")
show_for_everybody(dataset, words)
