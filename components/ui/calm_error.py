"""What a visitor sees when a page fails: a calm sentence, never a traceback. The traceback goes to the log."""

import logging

import streamlit as st

from components.ui.frame import page_words

_log = logging.getLogger(__name__)


def show_calm_error(error: BaseException) -> bool:
    """Log the error and show one sentence in its place. True tells Streamlit that it has been dealt with."""
    _log.error("a page failed", exc_info=error)
    words = page_words()
    st.error(f"**{words('frame.sorry_title')}.** {words('frame.sorry')}")
    return True
