"""Moving between pages inside the running session, with the choice in the address."""

from collections.abc import Mapping
from typing import NoReturn

import streamlit as st

from components.ui.registry import page_of

HELD = "frame_pages"


def hold_pages(pages: Mapping[str, st.Page]) -> None:
    """Keep the menu's pages, name -> page, for the links of this visit."""
    st.session_state[HELD] = pages


def go_to(page: str, **choices: str) -> NoReturn:
    """Open a page with its choices in the address; what that page held before is forgotten."""
    for name in choices:
        st.session_state.pop(f"{page}_{name}", None)
    st.switch_page(page_of(page).path, query_params=choices)


def link_to(page: str, label: str, **choices: str) -> None:
    """A link to a page, in the running session."""
    spec = page_of(page)
    # By its path, Streamlit would look through the folders of the disk for every single link.
    held: Mapping[str, st.Page] = st.session_state.get(HELD, {})
    st.page_link(held.get(page, spec.path), label=label, icon=spec.icon, query_params=choices or None)
