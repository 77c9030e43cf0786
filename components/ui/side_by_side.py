"""Choosing two or three studies to set beside each other; the choice is in the address."""

import streamlit as st

from components.ui.url import note_unknown
from content.text import Words
from data.dataset import Dataset
from data.models.study import Study
from data.naming import short_name

MOST = 3
NAME = "compare"
KEY = "studies_compare"


def choose_side_by_side(dataset: Dataset, words: Words) -> list[Study]:
    """The studies chosen, in the order chosen; an unknown id in the address is left out with a note."""
    in_address = st.query_params.get(NAME, "")
    if KEY not in st.session_state or st.session_state.get(f"{KEY}_seen") != in_address:
        asked = [name for name in in_address.split(",") if name in dataset.study_by_id]
        st.session_state[KEY] = list(dict.fromkeys(asked))[:MOST]
        st.session_state[f"{KEY}_seen"] = in_address
        for unknown in [name for name in in_address.split(",") if name and name not in dataset.study_by_id][:1]:
            note_unknown(unknown, "", words)
    st.multiselect(
        words("compare.placeholder"), [study.id for study in dataset.studies], key=KEY, max_selections=MOST,
        format_func=lambda name: short_name(dataset.study_by_id[name]), placeholder=words("compare.placeholder"),
        on_change=_remember,
    )  # fmt: skip
    return [dataset.study_by_id[name] for name in st.session_state[KEY]]


def _remember() -> None:
    chosen = ",".join(st.session_state[KEY])
    if chosen:
        st.query_params[NAME] = chosen
    else:
        st.query_params.pop(NAME, None)
    st.session_state[f"{KEY}_seen"] = chosen
