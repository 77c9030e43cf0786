"""The matrix's second lens: one row per condition, one column per outcome, each judged by the same rule."""

from collections.abc import Sequence

import htpy as h

from components.charts.look import certainty_bars, state_mark
from components.charts.matrix import condition_link, gap
from components.charts.outcome_labels import NOT_JUDGED
from components.charts.phrases import how_sure, people_text, state_word, studies_text
from content.numbers import write_number
from content.text import Words
from data.dataset import Dataset
from data.labels import Label, State, label_of, outcomes_of

# What people with these conditions ask about first. The others share one column, named in its cells.
COLUMNS = (
    "pain", "fatigue", "sleep", "mood", "function", "quality-of-life", "disease-activity", "overall-change",
)  # fmt: skip
# A blood test is nothing a person feels; the condition's own page shows it.
NOT_SHOWN = NOT_JUDGED | {"blood-markers"}


def cells(dataset: Dataset) -> tuple[str, ...]:
    """Every cell that can be opened, as condition/outcome."""
    return tuple(
        f"{condition.id}/{outcome}"
        for condition in dataset.conditions
        for outcome in outcomes_of(dataset, condition.id)
        if outcome not in NOT_SHOWN
    )


def outcomes_columns(words: Words) -> list[str]:
    """Headings of the matrix by outcome."""
    names = [words(f"outcomes.{outcome}.name") for outcome in COLUMNS]
    return [words("evidence.condition"), *names, words("evidence.other_outcomes")]


def outcomes_row(dataset: Dataset, label: Label, words: Words, part: str | None = None) -> h.Element:
    """One condition: for each outcome which way, how sure, and how many studies and people."""
    reported = outcomes_of(dataset, label.condition)
    cells = [
        _cell([outcome] if outcome in reported else [], words(f"outcomes.{outcome}.name"), dataset, label, words)
        for outcome in COLUMNS
    ]
    others = [outcome for outcome in reported if outcome not in COLUMNS and outcome not in NOT_SHOWN]
    last = _cell(others, words("evidence.other_outcomes"), dataset, label, words, named=True)
    if not set(reported) - NOT_SHOWN:
        last = _nothing(label, words)
    return h.tr(role="row", data_state=label.state, data_part=part, data_record=label.condition)[
        h.th(scope="row", role="rowheader")[condition_link(label.condition, words)], cells, last
    ]


def _cell(
    outcomes: Sequence[str], column: str, dataset: Dataset, label: Label, words: Words, *, named: bool = False
) -> h.Element:
    if not outcomes:
        return gap(None, words)
    judged = [_judged(label_of(dataset, label.condition, outcome), words, named=named) for outcome in outcomes]
    return h.td(".o", role="cell", data_label=column)[judged]


def _nothing(label: Label, words: Words) -> h.Element:
    """Where no outcome can be judged, the state of the whole: a phone leaves out gaps, and a bare name would stand."""
    return h.td(".n.gap.whole", role="cell", data_label=words("evidence.other_outcomes"))[
        h.span(".vh")[state_mark(label.state, 16), " ", state_word(label, words)]
    ]


def _judged(label: Label, words: Words, *, named: bool) -> h.Element:
    cell = f"{label.condition}/{label.outcome}"
    return h.a(".judged", href=f"evidence?lens=outcomes&cell={cell}", data_choice=cell)[
        h.b(".what")[words(f"outcomes.{label.outcome}.name")] if named else None,
        h.span(".way")[state_mark(label.state, 16), h.span[_short(label, words)]],
        h.span(".sure")[certainty_bars(label.certainty), h.span[how_sure(label, words)]] if label.certainty else None,
        h.span(".who")[_who(label, words)],
    ]


def _who(label: Label, words: Words) -> str:
    """The people the verdict rests on: those compared with placebo where anybody was, else all who were studied."""
    if label.compared:
        people = people_text(label.compared_people or None, words)
        return words("evidence.against_placebo", n=write_number(len(label.compared), words.language), people=people)
    return f"{studies_text(len(label.studies), words)}, {people_text(label.people or None, words)}"


def _short(label: Label, words: Words) -> str:
    lone = label.state is State.MIXED and len(label.compared) == 1
    return words("state.mixed.lone") if lone else state_word(label, words)
