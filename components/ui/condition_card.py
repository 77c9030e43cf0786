"""The parts of a condition's page: the short answer and the registered trials."""

import streamlit as st

from components.charts.answer import answer
from components.charts.kept import kept
from components.charts.phrases import people_text, what_was_not_measured
from components.ui.show_chart import show_chart
from content.numbers import write_date, write_number
from content.text import Words
from data.dataset import Dataset
from data.evidence import Evidence
from data.labels import Label
from data.models.base import Missing
from data.models.register import RegisteredTrial


def show_answer(label: Label, words: Words) -> None:
    """Which way, how sure, how much, why, and what would change it."""
    show_chart(
        kept("answer", words, label.condition, lambda: answer(label, words)), words, title=words("evidence.answer")
    )
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
    # One element for all of them: each costs the server and the browser time.
    st.markdown("\n\n".join(registered_line(trial, words) for trial in trials) or words("condition.none_running"))


def registered_line(trial: RegisteredTrial, words: Words) -> str:
    """One register entry: number, title, status, size and the day it was read."""
    people = trial.actual_people if trial.actual_people is not None else trial.planned_people
    facts = [
        words(f"status.{trial.status}"),
        words(f"trial_results.{trial.results}"),
        people_text(people, words),
        words("study.as_of", date=write_date(trial.status_read, words.language)),
    ]
    return f"[{trial.number}]({trial.url}) {_plain(trial.title)}  \n{' · '.join(facts)}"


def show_unknown(dataset: Dataset, label: Label, words: Words) -> None:
    """What nobody has measured here, and that not taking LDN is an option."""
    st.header(words("condition.unknown"), anchor=False)
    trials = label.cells[Evidence.PLACEBO_TRIAL].studies
    weeks = [study.weeks_on_drug.value for study in trials if not isinstance(study.weeks_on_drug, Missing)]
    told = [what_was_not_measured(label, words)] if label.unmeasured else []
    if not label.compared:
        told.append(words("condition.unknown_untested"))
    elif weeks:
        told.append(words("condition.unknown_long", weeks=write_number(max(weeks), words.language)))
    told.append(words("condition.unknown_days"))
    st.markdown("\n".join(f"- {text}" for text in told))
    st.header(words("condition.no_ldn"), anchor=False)
    st.markdown(words("condition.no_ldn_compared" if label.compared else "condition.no_ldn_unknown"))


def _plain(text: str) -> str:
    return text.replace("[", "(").replace("]", ")").replace("$", "\\$")
