"""Everything a visitor can look up by touch alone: conditions by group, then side effects."""

from collections.abc import Sequence

import htpy as h

from components.charts.chart import Chart, Table
from components.charts.look import picture
from content.text import Words
from data.dataset import Dataset
from data.harms import reported_effects
from data.lookup import Kind
from data.models.subject import ConditionGroup


def topic_list(dataset: Dataset, words: Words) -> Chart:
    """One row of touchable names per group, in the dataset's order."""
    groups: list[tuple[str, list[tuple[str, str, str]]]] = []
    for group in ConditionGroup:
        names = [
            (f"{Kind.CONDITION}.{c.id}", f"condition?condition={c.id}", words(f"conditions.{c.id}.name"))
            for c in dataset.conditions
            if c.group is group
        ]
        groups.append((words(f"group.{group}"), names))
    effects = [
        (f"{Kind.SIDE_EFFECT}.{effect}", f"side-effects?effect={effect}", words(f"side_effects.{effect}.name"))
        for effect in reported_effects(dataset)
    ]
    groups.append((words("search.kind_side-effect"), effects))
    shown = [(name, items) for name, items in groups if items]
    return Chart(
        key="topics",
        markup=picture([_row(name, items) for name, items in shown]),
        alt=words("search.touch"),
        table=Table((words("search.name"),), tuple((text,) for _, items in shown for _, _, text in items)),
        source_note=words("search.source"),
        choices=tuple(choice for _, items in shown for choice, _, _ in items),
    )


def _row(name: str, items: Sequence[tuple[str, str, str]]) -> h.Element:
    links = [h.li[h.a(href=address, data_choice=choice)[text]] for choice, address, text in items]
    return h.section(aria_label=name)[h.h3[name], h.ul(".topics")[links]]
