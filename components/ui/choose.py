"""A list to choose from whose choice is an id in the address."""

from collections.abc import Callable, Sequence

import streamlit as st

from components.charts.chart import Switch
from components.charts.choosers import one_list
from components.ui.picture import show_picture
from components.ui.url import follow_address, put
from content.text import Words


def choose(
    name: str,
    label: str,
    options: Sequence[str],
    default: str,
    words: Words,
    *,
    shown: Callable[[str], str],
    key: str,
) -> str:
    """The id chosen: read from the address, and written back on change.

    The browser's own list: a phone, a kiosk and a screen reader each have their own way with it, and Streamlit's box
    costs a page twenty more requests.
    """
    if follow_address(name, key, options, default, words, shown) not in options:
        st.session_state[key] = default
    markup = one_list(label, tuple((option, shown(option)) for option in options))
    held = str(st.session_state[key])
    # Nothing is shipped for a choice: the page is drawn anew for each.
    switch = Switch(choices=tuple(options), shown=held, arrangements={})
    show_picture(markup, key=f"choose_{key}", switch=switch, on_shown=lambda value: put(name, key, value, default))
    return str(st.session_state[key])
