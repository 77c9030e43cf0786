"""What you may have heard: check a sentence, every claim with its filters, and the references clinic pages print."""

import streamlit as st

from components.charts.claim_list import claim_list
from components.charts.claim_switch import TOPICS, VERDICTS, all_told, claim_switch, topic_name, verdict_name
from components.charts.claim_words import said
from components.charts.kept import kept
from components.charts.printed_references import printed_references
from components.ui.claim_check import show_claim_check
from components.ui.frame import name_page, page_words
from components.ui.go import go_to
from components.ui.show_chart import show_chart
from components.ui.url import follow_address, full_address, put
from data.load import load_dataset

words = page_words()
dataset = load_dataset()
claims = {claim.id: claim for claim in dataset.claims}

st.title(words("claims_page.title"), anchor=False)
st.markdown(f"**{all_told(dataset, words)}** {words('claims_page.gist')}")

topic = follow_address("topic", "claims_topic", TOPICS, "all", words, lambda v: topic_name(v, words))
verdict = follow_address("verdict", "claims_verdict", VERDICTS, "all", words, lambda v: verdict_name(v, words))
asked_for = follow_address("claim", "claims_claim", ["", *claims], "", words)


def switched(new: str) -> None:
    """The visitor switched the list in the browser: the address follows."""
    for name, value in zip(("topic", "verdict"), new.split(), strict=True):
        put(name, f"claims_{name}", value, "all")


chosen = []
if asked_for:
    name_page(said(claims[asked_for], "claim", words), words)
    st.header(words("claims_page.asked_for"), anchor=False)
    card = kept("claim", words, asked_for, lambda: claim_list("claim", [claims[asked_for]], dataset, words))
    chosen.append(show_chart(card, words, twin=False))
    st.code(full_address(), language=None, wrap_lines=True)
    # A link to the page one is on leads nowhere, so this is a button.
    st.button(
        words("claims_page.show_all"), key="claims_show_all", on_click=put, args=("claim", "claims_claim", "", "")
    )

chosen.append(show_claim_check(dataset, words))

choice = f"{topic} {verdict}"
chart = kept("claims", words, choice, lambda: claim_switch(dataset, words, choice=choice))
chosen.append(show_chart(chart, words, on_shown=switched))

st.header(words("claims_page.printed"), anchor=False)
st.markdown(words("claims_page.printed_gist"))
chosen.append(show_chart(kept("printed", words, "", lambda: printed_references(dataset, words)), words))

for tapped in filter(None, chosen):
    kind, _, record = tapped.rpartition("/")
    page = {"claim": "claims"}.get(kind, kind or "study")
    go_to(page, **{kind or "study": record})
