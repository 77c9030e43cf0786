"""Moving between pages inside the running session, with the choice in the address."""

from typing import NoReturn

import streamlit as st

from components.ui.registry import page_of


def go_to(page: str, **choices: str) -> NoReturn:
    """Open a page with its choices in the address; what that page held before is forgotten."""
    for name in choices:
        st.session_state.pop(f"{page}_{name}", None)
    st.switch_page(page_of(page).path, query_params=choices)


def link_to(page: str, label: str, **choices: str) -> None:
    """A link to a page, in the running session."""
    st.page_link(page_of(page).path, label=label, icon=page_of(page).icon, query_params=choices or None)
