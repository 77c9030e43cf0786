"""The parts of the side-effects page that need several records."""

import streamlit as st

from components.charts.kept import kept
from components.charts.safety_facts import safety_facts
from components.ui.show_chart import show_chart
from components.ui.url import choose
from content.text import Words
from data.dataset import Dataset
from data.models.practice import SafetyTopic, Schedule
from data.naming import short_name


def choose_schedule(dataset: Dataset, words: Words) -> tuple[Schedule | None, str]:
    """The dose steps drawn above the timeline, from a published schedule with steps, and where it stands."""
    stepped = sorted(dataset.dosing, key=lambda schedule: -len(schedule.steps))
    drawable = {schedule.id: schedule for schedule in stepped if schedule.steps}
    if not drawable:
        return None, words("missing.not-found")
    options = list(drawable)
    chosen = drawable[
        choose(
            "steps", words("effects.ladder"), options, options[0], words,
            shown=lambda schedule: _schedule_name(drawable[schedule], dataset, words), key="effects_steps",
        )
    ]  # fmt: skip
    st.markdown(f"{words(f'dosing.{chosen.id}.plain')} **{words('effects.ladder_note')}**")
    return (
        chosen,
        f"{_schedule_name(chosen, dataset, words)}, {chosen.where} ({words(f'depth.{chosen.depth}')})",
    )


def _schedule_name(schedule: Schedule, dataset: Dataset, words: Words) -> str:
    study = dataset.study_by_id.get(schedule.study)
    name = short_name(study) if study else dataset.document_by_id[schedule.study].title
    return f"{name}: {words(f'conditions.{schedule.condition}.name')}" if schedule.condition else name


def show_timing_facts(dataset: Dataset, words: Words) -> str | None:
    """Every statement anyone made about when side effects start or stop; the id of a study just tapped."""
    facts = [fact for fact in dataset.safety if fact.topic is SafetyTopic.SIDE_EFFECT_TIMING]
    if not facts:
        return None
    chart = kept(
        "safety-facts", words, "timing", lambda: safety_facts("timing-facts", facts, dataset, words, topics=False)
    )
    return show_chart(chart, words, twin=False)
