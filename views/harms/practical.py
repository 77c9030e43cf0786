"""Starting, stopping, practical: what was published about it, never what to do."""

import streamlit as st

from components.charts.kept import kept
from components.charts.practical import hours, judgements, questions, schedules
from components.charts.safety_facts import safety_facts
from components.ui.frame import page_words
from components.ui.go import go_to
from components.ui.prose import bullets, heading, write
from components.ui.show_chart import show_chart
from data.load import load_dataset
from data.models.practice import SafetyTopic

words = page_words()
dataset = load_dataset()


def show_facts(topic: SafetyTopic) -> str | None:
    """What is known of one subject; the id of a study just tapped."""
    facts = [fact for fact in dataset.safety if fact.topic is topic]
    key = f"practical-{topic}"
    return show_chart(
        kept(key, words, "", lambda: safety_facts(key, facts, dataset, words, topics=False)), words, twin=False
    )


st.title(words("practical.title"), anchor=False)
st.markdown(words("practical.gist"))
st.info(words("practical.never"), icon=":material/info:")

write(heading(words("practical.schedules")), words("practical.schedules_note"))
chosen = show_chart(kept("schedules", words, "", lambda: schedules(dataset, words)), words)

write(heading(words("practical.hours")))
show_chart(kept("hours", words, "", lambda: hours(dataset, words)), words, twin=False)

write(words("safety.timing-morning-or-night.plain"), heading(words("practical.judged")))
chosen = show_chart(kept("judgements", words, "", lambda: judgements(dataset, words)), words, twin=False) or chosen
st.markdown(words("practical.judged_note"))
chosen = show_facts(SafetyTopic.TRYING) or chosen

write(heading(words("topic.product")))
chosen = show_facts(SafetyTopic.PRODUCT) or chosen

write(heading(words("practical.ask")), bullets(*questions(words)), heading(words("topic.cost")))
chosen = show_facts(SafetyTopic.COST) or chosen
if chosen:
    go_to("study", study=chosen)
