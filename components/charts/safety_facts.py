"""Safety facts in full: what is known, on what it rests, which dose that was about, what is not known."""

from collections.abc import Sequence

import htpy as h

from components.charts.badges import basis_badge, dose_badge
from components.charts.chart import Chart, Table
from components.charts.figures import with_figures
from components.charts.look import picture, spoken_name
from components.charts.references import reference
from content.text import Words
from data.dataset import Dataset
from data.models.practice import SafetyFact, SafetyTopic

# The others open on a tap: the card above has already said what matters most of each.
OPEN_AT_ONCE = (SafetyTopic.OPIOIDS, SafetyTopic.WARNING_SIGNS)


def safety_facts(
    key: str, facts: Sequence[SafetyFact], dataset: Dataset, words: Words, *, topics: bool, folded: str = ""
) -> Chart:
    """The facts in the order of their topics; `topics` puts each topic's name above its facts.

    `folded` is what a visitor taps to open them all; without it they stand open.
    """
    parts: list[h.Node] = []
    ordered: list[SafetyFact] = []
    for topic in SafetyTopic:
        here = [fact for fact in facts if fact.topic is topic]
        drawn = [_fact(fact, dataset, words, h.h4 if topics else h.h3) for fact in here]
        if here and topics:
            name = h.summary[h.h3(".topic", data_topic=topic)[words(f"topic.{topic}")]]
            parts.append(h.details(".more", open="" if topic in OPEN_AT_ONCE else None)[name, drawn])
        else:
            parts += drawn
        ordered += here
    body = h.div(".safety-facts")[parts]
    return Chart(
        key=key,
        markup=picture(h.details(".more")[h.summary[folded], body] if folded else body),
        alt=f"{words('safety.more')}: {' '.join(words(f'safety.{fact.id}.title') for fact in ordered)}",
        table=Table(
            (words("safety.card"), words("safety.point"), words("safety.unknown"), words("safety.rests_on")),
            tuple(
                (words(f"topic.{fact.topic}"), _plain(fact, words), _unknown(fact, words), _basis(fact, words))
                for fact in ordered
            ),
        ),
        source_note="; ".join(dict.fromkeys(_basis(fact, words) for fact in ordered)),
        choices=tuple(
            dict.fromkeys(name for fact in ordered for name in fact.rests_on if name in dataset.study_by_id)
        ),
    )  # fmt: skip


def _fact(fact: SafetyFact, dataset: Dataset, words: Words, heading: h.HTMLElement | h.Element) -> h.Element:
    unknown = _unknown(fact, words)
    sources = [h.li[reference(name, dataset, words)] for name in fact.rests_on]
    return h.section(id=fact.id, data_fact=fact.id)[
        heading[words(f"safety.{fact.id}.title")],
        h.p(".badges")[basis_badge(fact.basis, words), " ", dose_badge(fact.dose, words)],
        h.p[_plain(fact, words)],
        h.p(".not-known")[h.b[words("safety.unknown")], ": ", unknown] if unknown else None,
        h.details[
            h.summary[
                f"{words('safety.rests_on')}: {_basis(fact, words)}", spoken_name(words(f"safety.{fact.id}.title"))
            ],
            h.ul[sources] if sources else h.p[words("safety.none")],
        ],
    ]


def _plain(fact: SafetyFact, words: Words) -> str:
    return with_figures(words, f"safety.{fact.id}.plain", fact.figures)


def _unknown(fact: SafetyFact, words: Words) -> str:
    key = f"safety.{fact.id}.unknown"
    return with_figures(words, key, fact.figures) if words.has(key) else ""


def _basis(fact: SafetyFact, words: Words) -> str:
    return f"{words(f'basis.{fact.basis}')}, {words(f'safety.about_dose.{fact.dose}')}"
