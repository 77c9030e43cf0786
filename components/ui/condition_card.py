"""The parts of a condition's page: the short answer and the registered trials."""

import streamlit as st

from components.charts.answer import answer
from components.ui.show_chart import show_chart
from content.numbers import write_date, write_number
from content.text import Words
from data.dataset import Dataset
from data.labels import Label


def show_answer(label: Label, words: Words) -> None:
    """Which way, how sure, how much, why, and what would change it."""
    show_chart(answer(label, words), words)
    if label.being_tested == 1:
        st.markdown(words("condition.being_tested_one"))
    elif label.being_tested > 1:
        st.markdown(words("condition.being_tested", n=write_number(label.being_tested, words.language)))
    if label.unpublished == 1:
        st.markdown(words("condition.silent_one"))
    elif label.unpublished > 1:
        st.markdown(words("condition.silent", n=write_number(label.unpublished, words.language)))


def show_registered(dataset: Dataset, condition: str, words: Words) -> None:
    """Register entries about the condition with their status and the day it was read."""
    trials = [trial for trial in dataset.trials if condition in trial.conditions]
    st.header(words("condition.running"), anchor=False)
    if not trials:
        st.markdown(words("condition.none_running"))
    for trial in trials:
        people = trial.actual_people if trial.actual_people is not None else trial.planned_people
        facts = [
            words(f"status.{trial.status}"),
            words(f"trial_results.{trial.results}"),
            words("evidence.people", n=write_number(people, words.language))
            if people is not None
            else words("evidence.people_unknown"),
            words("study.as_of", date=write_date(trial.status_read, words.language)),
        ]
        st.markdown(f"[{trial.number}]({trial.url}) {_plain(trial.title)}  \n{' · '.join(facts)}")


def _plain(text: str) -> str:
    return text.replace("[", "(").replace("]", ")").replace("$", "\\$")
