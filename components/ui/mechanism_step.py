"""One step of the mechanism story: its badge, sentences, evidence on both sides, and what it does not show."""

import streamlit as st

from components.charts.figures import with_figures
from components.charts.look import picture
from components.charts.story import badge
from components.ui.go import link_to
from components.ui.picture import show_picture
from content.text import Words
from data.dataset import Dataset
from data.models.mechanism import Evidence, MechanismStep, Side
from data.naming import short_name


def show_step(step: MechanismStep, number: int, total: int, dataset: Dataset, words: Words) -> None:
    """The step as a reader meets it: what is said, how far it was shown, what speaks for and against it."""
    base = f"mechanisms.steps.{step.id}"
    with st.container(border=True, key="how_step_card"):
        st.caption(words("how.step", n=str(number), all=str(total)))
        st.header(words(f"{base}.title"), anchor=False)
        show_picture(picture(badge(step.shown_in, words)), key="picture_badge")
        st.markdown(with_figures(words, f"{base}.plain", step.figures))
        columns = st.columns(2)
        for column, side in zip(columns, Side, strict=True):
            with column:
                st.markdown(f"**{words(f'how.{side}')}**")
                items = [item for item in step.evidence if item.side is side]
                for item in items:
                    _show_evidence(item, f"{base}.evidence.{item.id}", dataset, words)
                if not items:
                    st.markdown(words("how.nothing"))
        st.info(f"**{words('how.not_shown')}**: {with_figures(words, f'{base}.not_shown', step.figures)}")


def _show_evidence(item: Evidence, key: str, dataset: Dataset, words: Words) -> None:
    st.markdown(f"{with_figures(words, key, item.figures)} *({words(f'shown_in.{item.shown_in}.name')})*")
    for reference in item.studies:
        show_reference(reference, dataset, words)


def show_reference(reference: str, dataset: Dataset, words: Words) -> None:
    """A link to a study's page here, or to a document's own page."""
    study = dataset.study_by_id.get(reference)
    if study is not None:
        link_to("study", short_name(study), study=study.id)
        return
    document = dataset.document_by_id[reference]
    st.markdown(f"[{document.title}]({document.url}) ({document.publisher}; {words(f'depth.{document.depth}')})")
