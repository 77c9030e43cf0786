"""How it works: one step at a time, each badged by where it was shown, with what speaks for and against."""

import streamlit as st

from components.charts.idea_map import MAPS, idea_map
from components.charts.kept import kept
from components.charts.parameters import parameter_table
from components.charts.story import story
from components.ui.day_page import show_day
from components.ui.frame import page_words
from components.ui.go import go_to
from components.ui.how_files import show_files
from components.ui.prose import heading, write
from components.ui.quiz import show_quiz
from components.ui.show_chart import show_chart
from components.ui.url import follow_address, put
from content.numbers import write_number
from data.load import load_dataset

words = page_words()
dataset = load_dataset()
known = [step.id for step in dataset.mechanisms.steps]

st.title(words("how.title"), anchor=False)
st.markdown(words("how.gist"))

here = follow_address("step", "how_step", known, known[0], words, lambda s: words(f"mechanisms.steps.{s}.title"))


def turned(step: str) -> None:
    """The visitor turned to a step in the browser: the address follows."""
    put("step", "how_step", step, known[0])


chosen = show_chart(kept("story", words, here, lambda: story(dataset, words, here=here)), words, on_shown=turned)
if chosen:
    go_to("study", study=chosen)

write(heading(words("idea_map.title")), words("idea_map.gist"))
seen = follow_address("map", "how_map", MAPS, MAPS[0], words, lambda m: words(f"idea_map.{m}"))


def mapped(which: str) -> None:
    """The visitor chose in the browser what the map shows: the address follows."""
    put("map", "how_map", which, MAPS[0])


drawn = kept("idea-map", words, seen, lambda: idea_map(dataset, words, shown=seen))
arrow = show_chart(drawn, words, on_shown=mapped)
if arrow:
    go_to("how", step=arrow)

show_day(dataset, words)
show_quiz(dataset, words)

with st.expander(words("how.numbers"), key="how_numbers", on_change="rerun") as numbers:
    if numbers.open:
        readings = [reading.dose_mg for p in dataset.mechanisms.parameters for reading in p.readings]
        full = write_number(max(readings, default=0), words.language)
        st.markdown(words("how.numbers_gist", full=full))
        show_chart(parameter_table(dataset, words), words, twin=False)

show_files(words)
