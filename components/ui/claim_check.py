"""Check a sentence: what a visitor pastes is compared here and now, and left behind nowhere."""

import streamlit as st

from components.charts.claim_matches import MOST_SENTENCES, claim_matches
from components.ui.show_chart import show_chart
from content.numbers import write_number
from content.text import Words
from data.dataset import Dataset
from data.nearest_claims import LONGEST, sentences

# Held only while the box is on screen: Streamlit forgets what a widget held once its page is left.
BOX, READY = "claims_sentence", "claims_ready"
READY_SENTENCES = 6


def show_claim_check(dataset: Dataset, words: Words) -> str | None:
    """The box, sentences to tap, and what came nearest; the id just tapped in the answer."""
    with st.expander(words("claim_check.title"), key="claims_check", on_change="rerun") as part:
        if not part.open:
            return None
        st.markdown(f"{words('claim_check.gist')} {words('claim_check.privacy')}")
        ready = [words(f"claim_check.ready_{place}") for place in range(1, READY_SENTENCES + 1)]
        st.pills(words("claim_check.ready"), ready, key=READY, on_change=_take)
        with st.form("claims_form", border=False):
            text = st.text_area(
                words("claim_check.box"), key=BOX, placeholder=words("claim_check.box_hint"), height=110
            )
            asked = st.form_submit_button(words("claim_check.compare"), type="primary")
        if asked and not text.strip():
            st.info(words("claim_check.no_words"))
        return _show_nearest(text, dataset, words) if text.strip() else None


def _take() -> None:
    """A tapped sentence goes into the box; the pill is let go, so that it can be tapped again."""
    chosen = st.session_state[READY]
    if chosen:
        st.session_state[BOX] = chosen
        st.session_state[READY] = None


def _show_nearest(text: str, dataset: Dataset, words: Words) -> str | None:
    found = sentences(text)
    if len(text) > LONGEST:
        st.info(words("claim_check.long", longest=write_number(LONGEST, words.language)))
    elif len(found) > MOST_SENTENCES:
        st.info(words("claim_check.many", most=write_number(MOST_SENTENCES, words.language)))
    if not found:
        st.info(words("claim_check.no_words"))
        return None
    # Never kept for the next visitor, and drawn anew each time.
    chosen = show_chart(claim_matches(found, dataset, words), words, twin=False)
    st.caption(words("claim_check.caution"))
    return chosen
