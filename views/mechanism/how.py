"""How it works: one step at a time, each badged by where it was shown, with what speaks for and against."""

import streamlit as st

from components.charts.parameters import parameter_table
from components.charts.story import story
from components.ui.frame import page_words
from components.ui.mechanism_step import show_step
from components.ui.show_chart import show_chart
from components.ui.url import follow_address, remember
from content.numbers import write_number
from data.load import load_dataset

words = page_words()
dataset = load_dataset()
steps = dataset.mechanisms.steps
known = [step.id for step in steps]

st.title(words("how.title"), anchor=False)
st.markdown(words("how.gist"))

here = follow_address("step", "how_step", known, known[0], words, lambda s: words(f"mechanisms.steps.{s}.title"))
index = known.index(here)


def go_step(number: int) -> None:
    """Turn to a step and put it into the address."""
    st.session_state["how_step"] = known[number]
    remember("step", "how_step", known[0])


show_step(steps[index], index + 1, len(steps), dataset, words)
with st.container(horizontal=True, key="how_turn"):
    st.button(words("how.previous"), key="how_previous", on_click=go_step, args=(index - 1,), disabled=index == 0)
    st.button(
        words("how.next"),
        key="how_next",
        on_click=go_step,
        args=(index + 1,),
        disabled=index == len(steps) - 1,
    )

st.header(words("how.all_steps"), anchor=False)
chosen = show_chart(story(steps, known[index], words), words)
if chosen and chosen != known[index]:
    go_step(known.index(chosen))
    st.rerun()

with st.expander(words("how.numbers"), key="how_numbers", on_change="rerun") as numbers:
    if numbers.open:
        readings = [reading.dose_mg for p in dataset.mechanisms.parameters for reading in p.readings]
        full = write_number(max(readings, default=0), words.language)
        st.markdown(words("how.numbers_gist", full=full))
        show_chart(parameter_table(dataset, words), words, twin=False)
