"""Parts of the side-effects page: one effect that was asked for, and what studies said about timing in words."""

from dataclasses import replace

import streamlit as st

from components.charts.chart import Chart
from components.charts.icon_array import harm_twins
from components.charts.kept import kept
from components.charts.lone_counts import lone_count_list
from components.charts.safety_facts import safety_facts
from components.ui.show_chart import show_chart
from content.numbers import write_number
from content.text import Words
from data.dataset import Dataset
from data.harms import lone_counts, twins
from data.models.practice import SafetyTopic


def show_one_effect(effect: str, dataset: Dataset, words: Words) -> str | None:
    """What was counted of one effect: beside a comparison group first, then alone; the id of a study just tapped."""
    name = words(f"side_effects.{effect}.name")
    st.header(name, anchor=False)
    compared, alone = twins(dataset, effect), lone_counts(dataset, effect)
    chosen = None
    if compared:
        chart = kept("one-effect", words, effect, lambda: harm_twins("one-effect", compared, words))
        chosen = show_chart(chart, words, title=name)
    else:
        st.markdown(words("search.not_counted"))
    if alone:
        st.markdown(words("effects.uncontrolled_note"))
        chart = kept("one-effect-alone", words, effect, lambda: replace(lone_count_list(alone, words), key="one-alone"))
        chosen = show_chart(chart, words, twin=False) or chosen
    return chosen


def show_timing_facts(dataset: Dataset, words: Words) -> str | None:
    """Every statement anyone made about when side effects start or stop; the id of a study just tapped."""
    facts = [fact for fact in dataset.safety if fact.topic is SafetyTopic.SIDE_EFFECT_TIMING]
    if not facts:
        return None
    folded = words("harms.timing_words", n=write_number(len(facts), words.language))

    def draw() -> Chart:
        return safety_facts("timing-facts", facts, dataset, words, topics=False, folded=folded)

    return show_chart(kept("safety-facts", words, "timing", draw), words, twin=False)
