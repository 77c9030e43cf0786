"""Side effects over time: how many people, beside placebo; when they start and stop, as far as anyone measured."""

import streamlit as st

from components.charts.chart import Chart
from components.charts.effect_timeline import effect_timeline
from components.charts.icon_array import harm_twins
from components.charts.kept import kept
from components.charts.known_things import known_things
from components.charts.lone_counts import lone_count_list
from components.ui.effects_page import choose_schedule, show_timing_facts
from components.ui.frame import page_words
from components.ui.go import go_to
from components.ui.show_chart import show_chart
from components.ui.url import choose
from data.harms import lone_counts, reported_effects, timing, twins
from data.load import load_dataset
from data.models.subject import SideEffectGroup

words = page_words()
dataset = load_dataset()

st.title(words("effects.title"), anchor=False)
st.markdown(words("effects.gist"))
st.markdown("\n".join(f"{index}. {text}" for index, text in enumerate(known_things(dataset, words), 1)))

serious = {
    effect.id for effect in dataset.side_effects if effect.group in (SideEffectGroup.STOPPED, SideEffectGroup.SERIOUS)
}
totals = {effect.id for effect in dataset.side_effects if effect.group is SideEffectGroup.TOTAL}
symptoms = [effect for effect in reported_effects(dataset) if effect not in serious | totals]

st.header(words("effects.timeline"), anchor=False)
schedule, source = choose_schedule(dataset, words)


def timeline() -> Chart:
    """The lanes of all symptoms under the chosen dose steps."""
    return effect_timeline([timing(dataset, effect) for effect in symptoms], schedule, words, source=source)


show_chart(kept("timeline", words, schedule.id if schedule else "", timeline), words)
chosen = show_timing_facts(dataset, words)

st.header(words("effects.totals"), anchor=False)
st.markdown(words("effects.totals_takeaway"))
which = choose(
    "show", words("effects.show"), ["all", "serious"], "all", words,
    shown=lambda value: words(f"effects.filter_{value}"), key="effects_show",
)  # fmt: skip
wanted = [e.id for e in dataset.side_effects if e.id in serious or (which == "all" and e.id in {*totals, *symptoms})]
found = [twin for effect in wanted for twin in twins(dataset, effect)]
if found:
    chosen = show_chart(kept("twins", words, which, lambda: harm_twins("twins", found, words)), words) or chosen

alone = [lone for effect in wanted for lone in lone_counts(dataset, effect)]
if alone:
    st.header(words("effects.uncontrolled"), anchor=False)
    st.markdown(words("effects.uncontrolled_note"))
    chosen = show_chart(kept("alone", words, which, lambda: lone_count_list(alone, words)), words) or chosen
if chosen:
    go_to("study", study=chosen)
