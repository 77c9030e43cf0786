"""Side effects: what was counted beside placebo first, then what was counted alone, then when they start and stop."""

import streamlit as st

from components.charts.effect_lenses import effect_lenses, lens_choices
from components.charts.harm_switch import choice_of, harm_switch, options
from components.charts.kept import kept
from components.charts.known_things import known_things
from components.charts.lone_counts import lone_count_list
from components.ui.effects_page import show_one_effect, show_timing_facts
from components.ui.frame import page_words
from components.ui.go import go_to, link_to
from components.ui.prose import heading, write
from components.ui.show_chart import show_chart
from components.ui.url import follow_address, put
from data.harms import all_lone_counts
from data.load import load_dataset

# The name in the address and the value that leaves no trace there, in the order of the lists above the picture.
LISTS = {"show": "all", "condition": "any", "dose": "any", "length": "any"}
words = page_words()
dataset = load_dataset()


def everything(default: str) -> str:
    """What is shown when the address asks for something that is not here."""
    return words("harms.show.all") if default == "all" else words("harms.any")


st.title(words("effects.title"), anchor=False)
st.markdown(words("effects.gist"))
named = [effect.id for effect in dataset.side_effects]
asked = follow_address("effect", "effects_effect", ["", *named], "", words)
chosen = show_one_effect(asked, dataset, words) if asked else None
known = enumerate(known_things(dataset, words), 1)
write(heading(words("harms.known")), "\n".join(f"{index}. {text}" for index, text in known))
with st.container(horizontal=True):
    link_to("safety", words("nav.safety"))
    link_to("practical", words("nav.practical"))

write(heading(words("effects.totals")), words("harms.guide"))
offered = options(dataset)
picked = [
    follow_address(name, f"effects_{name}", values, default, words, everything)
    for (name, default), values in zip(LISTS.items(), offered.values(), strict=True)
]
choice = " ".join(picked)


def switched(new: str) -> None:
    """The visitor switched the counts in the browser: address and words follow."""
    for (name, default), value in zip(LISTS.items(), new.split(), strict=True):
        put(name, f"effects_{name}", value, default)


twins = kept("twins", words, choice, lambda: harm_switch(dataset, words, choice=choice))
chosen = show_chart(twins, words, on_shown=switched) or chosen
alone = all_lone_counts(dataset, choice_of(choice))
write(
    words("harms.elsewhere"),
    heading(words("effects.uncontrolled")),
    words("effects.uncontrolled_note" if alone else "harms.lone_none"),
)
if alone:
    chosen = (
        show_chart(kept("alone", words, choice, lambda: lone_count_list(alone, words)), words, twin=False) or chosen
    )

write(heading(words("effects.timeline")))
lenses = lens_choices(dataset, words)
names = list(dict.fromkeys(pair.split()[1] for pair in lenses))
lens = follow_address("lens", "effects_lens", ("when", "did"), "when", words, lambda v: words(f"harms.lens.{v}"))
steps = follow_address("steps", "effects_steps", names, names[0], words, lambda _: words("harms.any"))


def looked(new: str) -> None:
    """The visitor changed the lens or the dose steps in the browser."""
    for (name, default), value in zip((("lens", "when"), ("steps", names[0])), new.split(), strict=True):
        put(name, f"effects_{name}", value, default)


seen = f"{lens} {steps}"
timeline = kept("timeline", words, seen, lambda: effect_lenses(dataset, words, choice=seen))
chosen = show_chart(timeline, words, on_shown=looked) or chosen
chosen = show_timing_facts(dataset, words) or chosen
if chosen:
    go_to("study", study=chosen)
