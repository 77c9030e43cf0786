"""The matrix: one row per condition, the short answer first, then each kind of evidence."""

from collections import Counter
from collections.abc import Sequence

import htpy as h

from components.charts.chart import Chart, Table
from components.charts.look import certainty_bars, flask_mark, picture, state_mark
from components.charts.phrases import how_much_and_where, how_sure, people_text, state_word, studies_text, which_way
from content.numbers import write_number
from content.text import Words
from data.dataset import Dataset
from data.evidence import Evidence, models_of
from data.labels import Cell, Label, State, label_of
from data.models.study import ANIMALS
from data.models.subject import ConditionGroup
from data.trial_stage import awaited

# Columns that hold no study of people: what was done in animals and cells, and what is only registered.
MODELS = "animals-cells"
REGISTERED = "registered"
COLUMNS = (*(str(kind) for kind in Evidence), MODELS, REGISTERED)


def kinds_cells(dataset: Dataset, words: Words) -> tuple[str, ...]:
    """Every cell of this lens that can be opened, as condition/column."""
    return tuple(
        f"{condition.id}/{column}"
        for condition in dataset.conditions
        for column in COLUMNS
        if column_text(dataset, label_of(dataset, condition.id), column, words)
    )


def column_text(dataset: Dataset, label: Label, column: str, words: Words) -> str:
    """What stands in one cell of a row; empty when there is nothing."""
    if column == MODELS:
        return models_text(dataset, label.condition, words)
    if column == REGISTERED:
        found = awaited(dataset, label.condition)
        return write_number(len(found), words.language) if found else ""
    cell = label.cells[Evidence(column)]
    return cell_text(cell, words) if cell.studies else ""


def models_text(dataset: Dataset, condition: str, words: Words) -> str:
    """How many studies in animals and how many in cells; never people, because there were none."""
    found = models_of(dataset.studies, condition)
    animals = sum(study.design in ANIMALS for study in found)
    counts = (("in_animals", animals), ("in_cells", len(found) - animals))
    return ", ".join(words(f"evidence.{key}", n=write_number(n, words.language)) for key, n in counts if n)


def state_counts(labels: Sequence[Label]) -> dict[State, int]:
    """How many conditions are in each state, every state present."""
    counted = Counter(label.state for label in labels)
    return {state: counted[state] for state in State}


def takeaway(labels: Sequence[Label], words: Words) -> str:
    """The matrix in one sentence."""
    counts = {state: write_number(n, words.language) for state, n in state_counts(labels).items()}
    return words(
        "evidence.takeaway",
        all=write_number(len(labels), words.language),
        untested=counts[State.UNTESTED],
        uncontrolled=counts[State.UNCONTROLLED],
        no_difference=counts[State.NO_DIFFERENCE],
        mixed=counts[State.MIXED],
        supported=counts[State.SUPPORTED],
    )


def legend(words: Words) -> h.Element:
    """What the marks mean, as a list."""
    items = [
        h.li[state_mark(state), h.span[h.b[words(f"state.{state}.name")], ". ", words(f"state.{state}.long")]]
        for state in State
    ]
    return h.ul(".legend", aria_label=words("evidence.states_legend"))[items]


def column_notes(words: Words) -> h.Element:
    """What each kind of evidence can and cannot show."""
    notes = [h.div[h.dt[words(f"evidence.{name}.name")], h.dd[words(f"evidence.{name}.about")]] for name in COLUMNS]
    return h.dl(".kinds")[notes]


def matrix(
    dataset: Dataset,
    labels: Sequence[Label],
    words: Words,
    *,
    version: str,
    grouped: bool = True,
    sized: bool = False,
) -> Chart:
    """The matrix of `labels` in the order given, with a heading per group when `grouped`.

    `sized` says how much beside which way and how sure, where no card with it can be opened.
    """
    rows: list[h.Node] = []
    group = None
    for label in labels:
        here = dataset.condition_by_id[label.condition].group
        if grouped and here is not group:
            group = here
            rows.append(group_row(here, len(kinds_columns(words)), words))
        rows.append(kinds_row(dataset, label, words, sized=sized))
    table = matrix_table(words("evidence.matrix"), kinds_columns(words), rows)
    studies = {study.id for label in labels for study in label.studies}
    sentence = takeaway(labels, words)
    return Chart(
        key="matrix",
        markup=picture(table, legend(words), column_notes(words)),
        alt=words("evidence.alt", all=write_number(len(labels), words.language), takeaway=sentence),
        takeaway=sentence,
        table=Table(
            (*kinds_columns(words), words("certainty.label")),
            tuple(_table_row(dataset, label, words) for label in labels),
        ),
        source_note=words("evidence.source", studies=write_number(len(studies), words.language), version=version),
        choices=tuple(label.condition for label in labels),
    )


def matrix_table(
    caption: str,
    columns: Sequence[str],
    rows: Sequence[h.Node],
    *,
    part: str | None = None,
    kind: str = "",
    last: str = "",
) -> h.Element:
    """Rows under headings, as a table that stays one for screen readers when it is stacked on a phone."""
    names = [h.th(scope="col", role="columnheader")[name] for name in columns]
    if last:
        names.append(h.th(scope="col", role="columnheader", data_part="other-doses")[last])
    head = h.tr(role="row")[names]
    return h.table({"class": f"mx {kind}".strip()}, role="table", data_part=part)[
        h.caption(".vh")[caption], h.thead(role="rowgroup")[head], h.tbody(role="rowgroup")[rows]
    ]


def group_row(group: ConditionGroup, columns: int, words: Words, part: str | None = None) -> h.Element:
    """The heading above the conditions of a group."""
    return h.tr(".group", role="row", data_part=part)[
        h.th(scope="rowgroup", role="rowheader", colspan=str(columns))[words(f"group.{group}")]
    ]


def kinds_columns(words: Words) -> list[str]:
    """Headings of the matrix by kind of evidence."""
    return [
        words("evidence.condition"),
        words("evidence.answer"),
        *(words(f"evidence.{column}.name") for column in COLUMNS),
    ]


def condition_link(condition: str, words: Words) -> h.Element:
    """A condition's name, leading to its page."""
    return h.a(href=f"condition?condition={condition}", data_choice=condition)[words(f"conditions.{condition}.name")]


def kinds_row(
    dataset: Dataset,
    label: Label,
    words: Words,
    *,
    part: str | None = None,
    others: h.Element | None = None,
    opens: bool = False,
    sized: bool = False,
) -> h.Element:
    """One condition: the short answer, then studies and people per kind of evidence; `others` stands last.

    With `opens` each cell leads to a window with its studies; `sized` adds how much to the answer.
    """
    size = f"{words('size.label')}: {how_much_and_where(label, words)}"
    answer = h.td(role="cell")[
        h.div(".answer")[state_mark(label.state), h.span[state_word(label, words)]],
        h.div(".sure")[certainty_bars(label.certainty), h.span[how_sure(label, words)]] if label.certainty else None,
        h.div(".sure")[h.span[size]] if sized else None,
    ]
    cells = [_cell(dataset, label, column, words, opens=opens) for column in COLUMNS]
    return h.tr(role="row", data_state=label.state, data_part=part, data_record=label.condition)[
        h.th(scope="row", role="rowheader")[condition_link(label.condition, words)], answer, cells, others
    ]


def _cell(dataset: Dataset, label: Label, column: str, words: Words, *, opens: bool) -> h.Element:
    """One cell: what was found, leading to its studies; animals and cells look unlike anything done in people."""
    text, name = column_text(dataset, label, column, words), words(f"evidence.{column}.name")
    if not text:
        return gap(name, words)
    lab = column == MODELS
    shown: h.Node = h.span(".in")[flask_mark(), text] if lab else text
    if opens:
        cell = f"{label.condition}/{column}"
        shown = h.a(href=f"evidence?cell={cell}", data_choice=cell)[shown]
    return h.td(".n.lab" if lab else ".n", role="cell", data_label=name)[shown]


def cell_text(cell: Cell, words: Words) -> str:
    """Studies and people in words; says so when only some studies give a number."""
    people = people_text(cell.people, words)
    if 0 < cell.counted < len(cell.studies):
        people = words("evidence.people_in_some", people=people, n=write_number(cell.counted, words.language))
    return f"{studies_text(len(cell.studies), words)}, {people}"


def gap(column: str | None, words: Words, part: str | None = None) -> h.Element:
    """A cell in which nothing was studied: hatched, and said; without `column` a phone leaves it out."""
    return h.td(".n.gap", role="cell", data_label=column, data_part=part)[h.span(".vh")[words("evidence.none")]]


def _table_row(dataset: Dataset, label: Label, words: Words) -> tuple[str, ...]:
    cells = [column_text(dataset, label, column, words) or words("evidence.none") for column in COLUMNS]
    return (
        words(f"conditions.{label.condition}.name"),
        which_way(label, words),
        *cells,
        words(f"certainty.{label.certainty.slug if label.certainty else 'none'}.short"),
    )
