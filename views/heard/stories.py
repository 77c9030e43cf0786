"""Stories and studies: what a story can show, seen in the trials' own placebo groups and in Norway's registers."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from components.charts.chart import Chart
from components.charts.kept import kept
from components.charts.passages import page_contents, parts_of, passage_part, studies_behind
from components.charts.placebo_arms import placebo_arms
from components.charts.regression import regression_drawing
from components.charts.study_list import study_list
from components.ui.follow import follow_choice
from components.ui.frame import page_words
from components.ui.show_chart import show_chart
from data.load import load_dataset
from data.models.told import PassagePage, PassagePart

PAGE = PassagePage.STORIES
words = page_words()
dataset = load_dataset()
# What is drawn below the words of a part.
PICTURES: dict[PassagePart, Callable[[], Chart]] = {
    PassagePart.PLACEBO: lambda: placebo_arms(dataset, words),
    PassagePart.REGRESSION: lambda: regression_drawing(words),
    PassagePart.NORWAY: lambda: study_list("norway", studies_behind(dataset, PAGE, PassagePart.NORWAY), words),
}

st.title(words("stories_page.title"), anchor=False)
st.markdown(words("stories_page.gist"))
show_chart(kept("contents", words, PAGE, partial(page_contents, dataset, PAGE, words)), words, twin=False)
for part in parts_of(dataset, PAGE):
    chart = kept("passages", words, f"{PAGE} {part}", partial(passage_part, dataset, PAGE, part, words))
    follow_choice(show_chart(chart, words, twin=False), dataset)
    if part in PICTURES:
        drawn = kept("stories-picture", words, part, PICTURES[part])
        follow_choice(show_chart(drawn, words, twin=part is not PassagePart.REGRESSION), dataset)
