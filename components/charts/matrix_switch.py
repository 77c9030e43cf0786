"""The matrix with all its choices: two lenses, groups and orders, shipped once and switched in the browser."""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from itertools import product

import htpy as h

from components.charts.chart import Chart, OnTop, Switch
from components.charts.choosers import chooser, folded, row_of_choosers
from components.charts.look import certainty_bars, drawn_once, picture, state_mark
from components.charts.matrix import (
    column_notes,
    gap,
    group_row,
    kinds_cells,
    kinds_columns,
    kinds_row,
    legend,
    matrix,
    matrix_table,
)
from components.charts.matrix_outcomes import cells, outcomes_columns, outcomes_row
from components.charts.phrases import studies_text
from content.numbers import write_number
from content.text import Words, load_words
from data.dataset import Dataset
from data.evidence import Evidence
from data.labels import Certainty, Label, State, labels
from data.models.subject import ConditionGroup
from data.search import fold

LENSES = ("kinds", "outcomes")
# Beside the groups of conditions: those with a placebo trial, and those without one.
WITH_TRIAL, WITHOUT_TRIAL = "placebo-trial", "no-placebo-trial"
GROUPS = ("all", *ConditionGroup, WITH_TRIAL, WITHOUT_TRIAL)
ORDERS = ("listed", "certainty", "people", "newest", "name")
DOSES = ("low", "all")
CHOICES = tuple(" ".join(values) for values in product(LENSES, GROUPS, ORDERS, DOSES))


def matrix_switch(dataset: Dataset, words: Words, *, choice: str, first: str = "") -> Chart:
    """The matrix as `choice` ("lens group order doses") shows it, `first` on top, with all other choices."""
    _, group, order, _ = choice.split()
    found = chosen_labels(dataset, group, order, words)
    chart = matrix(dataset, found, words, version=dataset.release.version, grouped=order == "listed")
    if group == WITHOUT_TRIAL:
        chart = replace(chart, takeaway=without_trial(dataset, words))
    markup, switch, leads_to = _all_choices(dataset, words.language)
    return replace(chart, markup=markup, choices=leads_to, switch=replace(switch, shown=choice, first=first))


@lru_cache(maxsize=8)
def _all_choices(dataset: Dataset, language: str) -> tuple[str, Switch, tuple[str, ...]]:
    """What all choices share: the rows of both lenses, which of them each choice shows, and where their links lead."""
    words = load_words(language)
    marks = [*(state_mark(state, size) for state in State for size in (20, 16)), *map(certainty_bars, Certainty)]
    leads_to = (*(label.condition for label in labels(dataset)), *kinds_cells(dataset, words), *cells(dataset))
    switch = Switch(
        choices=CHOICES,
        shown=CHOICES[0],
        arrangements={name: _parts(dataset, name, words) for name in CHOICES},
        said={name: _said(dataset, name, words) for name in CHOICES},
        on_top=OnTop(
            shown=words("evidence.on_top", name="{name}"),
            absent=words("evidence.on_top_absent", name="{name}", where="{where}"),
            none=words("evidence.on_top_none"),
        ),
    )
    return picture(drawn_once(_parts_drawn(dataset, words), marks)), switch, leads_to


def without_trial(dataset: Dataset, words: Words) -> str:
    """For how many conditions no placebo trial was found, and what there is instead, in one sentence."""
    found = [label for label in labels(dataset) if WITHOUT_TRIAL in _groups_of(dataset, label)]
    untested = sum(label.state is State.UNTESTED for label in found)
    counts = {"n": len(found), "all": len(dataset.conditions), "untested": untested, "others": len(found) - untested}
    return words("evidence.without_trial", **{key: write_number(n, words.language) for key, n in counts.items()})


def chosen_labels(dataset: Dataset, group: str, order: str, words: Words) -> list[Label]:
    """The conditions of a group, in an order."""
    found = [label for label in labels(dataset) if group in _groups_of(dataset, label)]
    if order == "name":
        return sorted(found, key=lambda label: fold(words(f"conditions.{label.condition}.name")))
    return sorted(found, key=_KEYS[order]) if order in _KEYS else found


def _groups_of(dataset: Dataset, label: Label) -> tuple[str, ...]:
    tested = WITH_TRIAL if label.cells[Evidence.PLACEBO_TRIAL].studies else WITHOUT_TRIAL
    return ("all", dataset.condition_by_id[label.condition].group, tested)


def newest(label: Label) -> int:
    """The year of the newest counted study; 0 when there is none."""
    return max((study.citation.year or 0 for study in label.studies), default=0)


_KEYS: dict[str, Callable[[Label], tuple[int, int]]] = {
    "certainty": lambda label: (-(label.certainty or 0), -label.people),
    "people": lambda label: (-label.people, 0),
    "newest": lambda label: (-newest(label), -label.people),
}


def _parts(dataset: Dataset, choice: str, words: Words) -> tuple[str, ...]:
    lens, group, order, doses = choice.split()
    places = {condition.id: str(place) for place, condition in enumerate(dataset.conditions)}
    parts = [lens, *(["other-doses"] if doses == "all" else [])]
    here = ""
    for label in chosen_labels(dataset, group, order, words):
        its_group = dataset.condition_by_id[label.condition].group
        if order == "listed" and its_group != here:
            here = its_group
            parts.append(here)
        parts.append(lens[0] + places[label.condition])
    return tuple(parts)


def _said(dataset: Dataset, choice: str, words: Words) -> str:
    lens, group, order, doses = choice.split()
    shown = write_number(len(chosen_labels(dataset, group, order, words)), words.language)
    name = words("evidence.group_all") if group == "all" else words(f"group.{group}")
    return words(
        "evidence.said",
        n=shown,
        lens=words(f"evidence.lens_{lens}"),
        group=name,
        order=words(f"evidence.sort_{order}"),
        doses=words(f"evidence.doses_{doses}"),
    )


def _parts_drawn(dataset: Dataset, words: Words) -> list[h.Node]:
    by_kind: list[h.Node] = []
    by_outcome: list[h.Node] = []
    here = None
    kinds, outcomes = kinds_columns(words), outcomes_columns(words)
    other = words("evidence.other_doses")
    for place, label in enumerate(labels(dataset)):
        group = dataset.condition_by_id[label.condition].group
        if group is not here:
            here = group
            by_kind.append(group_row(group, len(kinds), words, part=group))
            by_outcome.append(group_row(group, len(outcomes), words, part=group))
        by_kind.append(
            kinds_row(dataset, label, words, part=f"k{place}", others=_not_counted(label, words), opens=True)
        )
        by_outcome.append(outcomes_row(dataset, label, words, part=f"o{place}"))
    return [
        _choosers(dataset, words),
        h.p(".absent", data_absent="", hidden=""),
        h.div[
            matrix_table(words("evidence.matrix"), kinds, by_kind, part="kinds", last=other),
            matrix_table(words("evidence.matrix_outcomes"), outcomes, by_outcome, part="outcomes", kind="by-outcome"),
        ],
        legend(words),
        h.div[
            h.div(data_part="kinds")[column_notes(words)],
            h.p(".quiet", data_part="outcomes")[words("evidence.outcomes_note")],
        ],
    ]


def _not_counted(label: Label, words: Words) -> h.Element:
    """Studies of people at other doses, or of LDN together with another drug: shown on request, never counted."""
    column = words("evidence.other_doses")
    if not label.not_counted:
        return gap(column, words, part="other-doses")
    text = words("evidence.not_counted", studies=studies_text(label.not_counted, words))
    return h.td(".n", role="cell", data_label=column, data_part="other-doses")[text]


def _choosers(dataset: Dataset, words: Words) -> h.Element:
    conditions = sorted(
        ((c.id, words(f"conditions.{c.id}.name")) for c in dataset.conditions), key=lambda c: fold(c[1])
    )
    where = {condition.id: words(f"group.{condition.group}") for condition in dataset.conditions}
    return row_of_choosers(
        chooser(
            words("evidence.first"), [("", words("evidence.first_none")), *conditions], purpose="first", where=where
        ),
        folded(
            words("choosers.more"),
            chooser(words("evidence.lens"), [(lens, words(f"evidence.lens_{lens}")) for lens in LENSES]),
            chooser(
                words("evidence.group"),
                [
                    ("all", words("evidence.group_all")),
                    *((str(group), words(f"group.{group}")) for group in GROUPS[1:]),
                ],
            ),
            chooser(words("evidence.sort"), [(order, words(f"evidence.sort_{order}")) for order in ORDERS]),
            chooser(words("evidence.doses"), [(doses, words(f"evidence.doses_{doses}")) for doses in DOSES]),
        ),
    )
