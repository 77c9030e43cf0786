"""What the mechanism page rests on, to read and to take away: the data, its sources, the words, the model's code."""

from pathlib import Path

import streamlit as st

from components.simulation import day
from content.text import ROOT as WORDS_FOLDER
from content.text import Words
from data.load import ROOT as DATA_FOLDER

PROJECT = DATA_FOLDER.parent
RECORDS = "mechanisms"
FILES = {
    "steps": DATA_FOLDER / f"{RECORDS}.yaml",
    "documents": DATA_FOLDER / "sources.yaml",
    "words": WORDS_FOLDER / "en" / f"{RECORDS}.yaml",
    "model": Path(day.__file__),
}


def show_files(words: Words) -> None:
    """The files, one tap away."""
    with st.expander(words("how_files.title"), key="how_files", on_change="rerun") as part:
        if part.open:
            list_files(words)


def list_files(words: Words) -> None:
    """Each file with its place in the project, and a button for each."""
    st.markdown(words("how_files.gist"))
    for name, file in FILES.items():
        st.markdown(f"**{words(f'how_files.{name}')}**: `{file.relative_to(PROJECT).as_posix()}`")
    with st.container(horizontal=True):
        for name, file in FILES.items():
            st.download_button(
                words("how_files.take", file=file.name), file.read_text(encoding="utf-8"), file_name=file.name,
                mime="text/plain", key=f"how_files_{name}", on_click="ignore",
            )  # fmt: skip
