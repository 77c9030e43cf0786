"""The frame: page settings, language, menu, safety link, the page itself, footer. No facts, no charts."""

import sys

import streamlit as st

from components.ui.frame import close_frame, open_frame, page_words
from components.ui.go import held_pages
from components.ui.registry import PAGES, sections
from data.load import load_dataset
from data.problem import DatasetError

words = page_words()
st.set_page_config(page_icon="static/icon.svg", layout="wide")
try:
    dataset = load_dataset()
except DatasetError as error:
    print(error, file=sys.stderr)
    st.error(f"**{words('frame.sorry_title')}.** {words('frame.sorry')}")
    st.stop()

pages = held_pages(words)
page = st.navigation(
    {
        words(f"nav.section_{section}") if section else "": [
            pages[spec.name] for spec in PAGES if spec.section == section
        ]
        for section in sections()
    },
    position="top",
)
open_frame(page.url_path, page.title, words)
page.run()
close_frame(page.url_path, dataset, words)
