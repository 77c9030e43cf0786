"""The safety card: the points to know before starting or stopping, each with what it rests on."""

import htpy as h

from components.charts.chart import Chart, Table
from components.charts.figures import with_figures
from components.charts.look import picture
from content.text import Words
from data.dataset import Dataset
from data.models.practice import SafetyFact


def safety_card(dataset: Dataset, words: Words) -> Chart:
    """Facts marked for the card, in the order of their topics."""
    facts = [fact for fact in dataset.safety if fact.on_card]
    rows = tuple((words(f"topic.{fact.topic}"), _short(fact, words), _basis(fact, words)) for fact in facts)
    items = [
        h.li[h.span(".topic")[topic], h.div[h.div(".short")[short], h.div(".basis.quiet")[basis]]]
        for topic, short, basis in rows
    ]
    return Chart(
        key="safety-card",
        markup=picture(h.ul(".card", aria_label=words("safety.card"))[items]),
        alt=f"{words('safety.card')}: {' '.join(short for _, short, _ in rows)}",
        table=Table((words("safety.card"), words("safety.point"), words("safety.rests_on")), rows),
        source_note="; ".join(dict.fromkeys(basis for _, _, basis in rows)),
    )


def _short(fact: SafetyFact, words: Words) -> str:
    return with_figures(words, f"safety.{fact.id}.short", fact.figures)


def _basis(fact: SafetyFact, words: Words) -> str:
    return f"{words(f'basis.{fact.basis}')}, {words(f'safety.about_dose.{fact.dose}')}"
