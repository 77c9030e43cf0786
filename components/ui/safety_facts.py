"""One safety fact in full: what is known, on what it rests, which dose that was about, what is not known."""

import streamlit as st

from components.charts.figures import with_figures
from components.ui.go import link_to
from content.text import Words
from data.dataset import Dataset
from data.models.practice import SafetyFact
from data.naming import short_name


def show_fact(fact: SafetyFact, dataset: Dataset, words: Words) -> None:
    """The fact's title, sentences, what is unknown, and its sources one tap away."""
    base = f"safety.{fact.id}"
    st.markdown(f"#### {words(f'{base}.title')}")
    st.markdown(with_figures(words, f"{base}.plain", fact.figures))
    if words.has(f"{base}.unknown"):
        st.markdown(f"*{words('safety.unknown')}: {with_figures(words, f'{base}.unknown', fact.figures)}*")
    label = f"{words('safety.rests_on')}: {words(f'basis.{fact.basis}')}, {words(f'safety.about_dose.{fact.dose}')}"
    with st.expander(label, key=f"safety_{fact.id}", on_change="rerun") as sources:
        if sources.open:
            for reference in fact.rests_on:
                _show_reference(reference, dataset, words)
            if not fact.rests_on:
                st.markdown(words("safety.none"))


def _show_reference(reference: str, dataset: Dataset, words: Words) -> None:
    """A link to a study's page here, or to a document's own page."""
    study = dataset.study_by_id.get(reference)
    if study is not None:
        link_to("study", short_name(study), study=study.id)
        return
    document = dataset.document_by_id[reference]
    st.markdown(f"[{document.title}]({document.url}) ({document.publisher}; {words(f'depth.{document.depth}')})")
