"""The timeline with its two lenses, when and what was done about it, and the dose steps a visitor can pick."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product

import htpy as h

from components.charts.chart import Chart, Switch
from components.charts.choosers import chooser, row_of_choosers
from components.charts.effect_responses import (
    responses_drawn,
    responses_studies,
    responses_table,
    responses_takeaway,
)
from components.charts.effect_timeline import ladder, timeline, timeline_table, timeline_takeaway
from components.charts.look import picture
from content.text import Words, load_words
from data.dataset import Dataset
from data.harms import GRAVE, Timing, groups, reported_effects, timing
from data.models.practice import Schedule
from data.models.subject import SideEffectGroup
from data.naming import short_name

LENSES = ("when", "did")


@dataclass(frozen=True)
class Published:
    """A schedule with steps, the name it is offered under and where it stands."""

    schedule: Schedule
    name: str
    source: str


def published(dataset: Dataset, words: Words) -> tuple[Published, ...]:
    """Every schedule whose steps could be read, most steps first."""
    stepped = sorted((s for s in dataset.dosing if s.steps), key=lambda schedule: -len(schedule.steps))
    return tuple(_published(schedule, dataset, words) for schedule in stepped)


def symptoms(dataset: Dataset) -> list[Timing]:
    """What is known of the timing of every symptom any low-dose study mentions."""
    group = groups(dataset)
    left_out = (*GRAVE, SideEffectGroup.TOTAL)
    return [timing(dataset, effect) for effect in reported_effects(dataset) if group[effect] not in left_out]


def effect_lenses(dataset: Dataset, words: Words, *, choice: str) -> Chart:
    """The picture as `choice` ("lens schedule") shows it, with all other choices."""
    lens, name = choice.split()
    schedules = {offered.schedule.id: offered for offered in published(dataset, words)}
    markup, switch = _all_choices(dataset, words.language)
    found = symptoms(dataset)
    takeaway = timeline_takeaway(found, words) if lens == "when" else responses_takeaway(dataset, words)
    return Chart(
        key="effect-timeline",
        markup=markup,
        alt=words("effects.timeline_alt", takeaway=takeaway),
        table=timeline_table(found, words) if lens == "when" else responses_table(dataset, words),
        source_note=schedules[name].source,
        choices=responses_studies(dataset),
        switch=replace(switch, shown=choice),
    )


def lens_choices(dataset: Dataset, words: Words) -> tuple[str, ...]:
    """Every lens with every schedule."""
    names = [offered.schedule.id for offered in published(dataset, words)]
    return tuple(" ".join(pair) for pair in product(LENSES, names))


@lru_cache(maxsize=8)
def _all_choices(dataset: Dataset, language: str) -> tuple[str, Switch]:
    words = load_words(language)
    offered, found = published(dataset, words), symptoms(dataset)
    choices = lens_choices(dataset, words)
    places = {entry.schedule.id: place for place, entry in enumerate(offered)}
    names = {entry.schedule.id: entry.name for entry in offered}
    markup = picture(
        row_of_choosers(
            chooser(words("harms.lens.label"), [(lens, words(f"harms.lens.{lens}")) for lens in LENSES]),
            chooser(words("effects.ladder"), list(names.items())),
        ),
        h.div(data_part="when")[
            h.p[h.b[timeline_takeaway(found, words)]], timeline(found, _ladders(offered, words), words)
        ],
        h.div(data_part="did")[h.p[h.b[responses_takeaway(dataset, words)]], responses_drawn(dataset, words)],
    )
    return markup, Switch(
        choices=choices,
        shown=choices[0],
        arrangements={choice: _parts(choice, places) for choice in choices},
        said={choice: _said(choice, names, words) for choice in choices},
    )


def _parts(choice: str, places: dict[str, int]) -> tuple[str, ...]:
    lens, name = choice.split()
    return (lens, f"l{places[name]}")


def _said(choice: str, names: dict[str, str], words: Words) -> str:
    lens, name = choice.split()
    return words("harms.lens_said", lens=words(f"harms.lens.{lens}"), ladder=names[name])


def _ladders(offered: Sequence[Published], words: Words) -> list[h.Node]:
    """The stairs of every schedule, one below the other, each with its words and where it stands."""
    return [
        h.div(".ladders")[
            (
                h.div(data_part=f"l{place}")[
                    h.div(".grid")[ladder(entry.schedule, words)],
                    h.p(".about-ladder")[
                        words(f"dosing.{entry.schedule.id}.plain"),
                        " ",
                        h.b[words("effects.ladder_note")],
                        " ",
                        h.span(".quiet")[entry.source],
                    ],
                ]
                for place, entry in enumerate(offered)
            )
        ]
    ]


def _published(schedule: Schedule, dataset: Dataset, words: Words) -> Published:
    study = dataset.study_by_id.get(schedule.study)
    name = short_name(study) if study else dataset.document_by_id[schedule.study].title
    if schedule.condition:
        name = f"{name}: {words(f'conditions.{schedule.condition}.name')}"
    return Published(schedule, name, f"{name}, {schedule.where} ({words(f'depth.{schedule.depth}')})")
