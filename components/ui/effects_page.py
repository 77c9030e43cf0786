"""The part of the side-effects page that holds what studies said about timing in words."""

from components.charts.chart import Chart
from components.charts.kept import kept
from components.charts.safety_facts import safety_facts
from components.ui.show_chart import show_chart
from content.numbers import write_number
from content.text import Words
from data.dataset import Dataset
from data.models.practice import SafetyTopic


def show_timing_facts(dataset: Dataset, words: Words) -> str | None:
    """Every statement anyone made about when side effects start or stop; the id of a study just tapped."""
    facts = [fact for fact in dataset.safety if fact.topic is SafetyTopic.SIDE_EFFECT_TIMING]
    if not facts:
        return None
    folded = words("harms.timing_words", n=write_number(len(facts), words.language))

    def draw() -> Chart:
        return safety_facts("timing-facts", facts, dataset, words, topics=False, folded=folded)

    return show_chart(kept("safety-facts", words, "timing", draw), words, twin=False)
