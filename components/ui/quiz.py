"""Three questions at the end of the mechanism page: where was this shown? Optional, and nothing is kept."""

import streamlit as st

from content.text import Words
from data.dataset import Dataset
from data.models.mechanism import ShownIn

ASKED = ("hours-of-block", "sits-in-mu-receptors", "filamin-a")
OFFERED = (ShownIn.PEOPLE_LOW_DOSE, ShownIn.PEOPLE_FULL_DOSE, ShownIn.ANIMALS, ShownIn.RETRACTED)


def show_quiz(dataset: Dataset, words: Words) -> None:
    """The questions, one tap away."""
    with st.expander(words("quiz.title"), key="how_quiz", on_change="rerun") as quiz:
        if quiz.open:
            st.markdown(words("quiz.gist"))
            show_questions(dataset, words)


def show_questions(dataset: Dataset, words: Words) -> None:
    """Each question with the places it might have been shown, and a kind word whichever was chosen."""
    places = {step.id: step.shown_in for step in dataset.mechanisms.steps}
    for step in ASKED:
        chosen = st.radio(
            words(f"quiz.{step}.question"), OFFERED, index=None, key=f"how_quiz_{step}",
            format_func=lambda place: words(f"shown_in.{place}.name"),
        )  # fmt: skip
        if chosen is not None:
            answer = words("quiz.right" if chosen == places[step] else "quiz.not_quite")
            st.info(f"**{answer}** {words(f'shown_in.{places[step]}.name')}. {words(f'quiz.{step}.told')}")
