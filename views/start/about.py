"""About: what this is, who made and checked it, money, method, reading depth, updates, privacy."""

import streamlit as st

from components.charts.reading_depths import reading_depths
from components.ui.frame import page_words
from components.ui.go import link_to
from components.ui.prose import bullets, heading, write
from components.ui.show_chart import show_chart
from content.numbers import write_date
from data.load import load_dataset

words = page_words()
dataset = load_dataset()


def told(*parts: str) -> list[str]:
    """Each part with its heading."""
    return [text for part in parts for text in (heading(words(f"about.{part}")), words(f"about.{part}_text"))]


st.title(words("about.title"), anchor=False)
write(*told("what", "who", "money", "rule", "depth"))
show_chart(reading_depths(dataset, words), words, twin=False)
write(*told("update", "privacy"), heading(words("claims_page.printed")))
link_to("claims", words("nav.claims"))
terms = sorted(dataset.glossary, key=lambda term: words(f"glossary.{term.id}.term"))
write(
    heading(words("about.diary")),
    *(
        f"**{write_date(entry.dated, words.language)}: {words(f'diary.{entry.id}.title')}**  \n"
        f"{words(f'diary.{entry.id}.plain')}"
        for entry in dataset.diary
    ),
    heading(words("about.glossary")),
    bullets(*(f"**{words(f'glossary.{t.id}.term')}**: {words(f'glossary.{t.id}.plain')}" for t in terms)),
)
