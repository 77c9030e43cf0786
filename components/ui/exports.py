"""Takes a selection away: as a table, for reference managers, for LaTeX, or as a plain list."""

from collections.abc import Callable, Sequence

import streamlit as st

from content.text import Words
from data.dataset import Dataset
from data.export import to_bibtex, to_csv, to_references, to_ris
from data.models.study import Study

KINDS: dict[str, tuple[str, Callable[[Sequence[Study], Dataset], str]]] = {
    "csv": ("text/csv", to_csv),
    "ris": ("application/x-research-info-systems", lambda studies, _: to_ris(studies)),
    "bib": ("application/x-bibtex", lambda studies, _: to_bibtex(studies)),
    "txt": ("text/plain", lambda studies, _: to_references(studies)),
}


def show_exports(studies: Sequence[Study], dataset: Dataset, words: Words) -> None:
    """Buttons that hand over exactly the studies shown, drawn up only when the part is opened."""
    with st.expander(words("exports.title"), key="studies_exports", on_change="rerun") as part:
        if not part.open:
            return
        st.markdown(words("exports.gist"))
        with st.container(horizontal=True):
            for kind, (mime, write) in KINDS.items():
                st.download_button(
                    words(f"exports.{kind}"), write(studies, dataset), file_name=f"ldn-studies.{kind}", mime=mime,
                    key=f"studies_export_{kind}", on_click="ignore",
                )  # fmt: skip
