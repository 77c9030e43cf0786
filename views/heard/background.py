"""Background: the illnesses in plain words, how they are usually treated, and where LDN stands beside that."""

from functools import partial

import streamlit as st

from components.charts.kept import kept
from components.charts.passages import labels_beside, page_contents, parts_of, passage_part
from components.ui.follow import follow_choice
from components.ui.frame import page_words
from components.ui.show_chart import show_chart
from data.load import load_dataset
from data.models.told import PassagePage, PassagePart

PAGE = PassagePage.BACKGROUND
words = page_words()
dataset = load_dataset()

st.title(words("background_page.title"), anchor=False)
st.markdown(words("background_page.gist"))
show_chart(kept("contents", words, PAGE, partial(page_contents, dataset, PAGE, words)), words, twin=False)
for part in parts_of(dataset, PAGE):
    chart = kept("passages", words, f"{PAGE} {part}", partial(passage_part, dataset, PAGE, part, words))
    follow_choice(show_chart(chart, words, twin=False), dataset)
    if part is PassagePart.BESIDE:
        told = [passage for passage in dataset.passages if passage.page is PAGE]
        named = list(dict.fromkeys(condition for passage in told for condition in passage.conditions))
        beside = kept("labels-beside", words, PAGE, partial(labels_beside, dataset, named, words))
        follow_choice(show_chart(beside, words, twin=False), dataset)
