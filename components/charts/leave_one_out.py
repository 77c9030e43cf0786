"""How much the answer hangs on any one study: leave one out and watch the label."""

from functools import lru_cache

import htpy as h

from components.charts.chart import Chart, Switch, Table
from components.charts.look import certainty_bars, picture, state_mark
from components.charts.phrases import how_much_and_where, how_sure, verdict, which_way
from content.numbers import write_number
from content.text import Words
from data.dataset import Dataset
from data.labels import Label, label_of, leave_one_out
from data.naming import short_name

ALL = "all"
FEWEST_TO_LEAVE_OUT = 2


@lru_cache(maxsize=256)
def may_be_left_out(dataset: Dataset, condition: str) -> tuple[str, ...]:
    """What can be chosen: `ALL`, then each placebo trial that gives a comparison; empty when there are too few."""
    compared = {study.id for study in label_of(dataset, condition).compared}
    if len(compared) < FEWEST_TO_LEAVE_OUT:
        return ()
    return ALL, *(study.id for study, _ in leave_one_out(dataset, condition) if study.id in compared)


def leaving_one_out(dataset: Dataset, condition: str, words: Words, *, shown: str = ALL) -> Chart:
    """The label with all studies and without each placebo trial that gives a comparison; `shown` is seen first.

    Raises ValueError when fewer than `FEWEST_TO_LEAVE_OUT` do: without the only one nothing is left to compare.
    """
    label = label_of(dataset, condition)
    compared = {study.id for study in label.compared}
    if len(compared) < FEWEST_TO_LEAVE_OUT:
        raise ValueError(f"{condition} has {len(compared)} comparisons; leaving one out needs {FEWEST_TO_LEAVE_OUT}")
    without = [(study, other) for study, other in leave_one_out(dataset, condition) if study.id in compared]
    ways = sum(other.state is not label.state for _, other in without)
    sures = sum(other.certainty is not label.certainty for _, other in without)
    name = words(f"conditions.{condition}.inline")
    choices = {ALL: label} | {study.id: other for study, other in without}
    buttons = [h.li[h.button(type="button", data_turn=ALL)[words("leave.all")]]]
    buttons += [h.li[h.button(type="button", data_turn=study.id)[short_name(study)]] for study, _ in without]
    cards = [_card(choice, found, label, name, words) for choice, found in choices.items()]
    counts = {"ways": ways, "sures": sures, "all": len(without)}
    takeaway = words("leave.takeaway", **{key: write_number(n, words.language) for key, n in counts.items()})
    return Chart(
        key="leave-one-out",
        markup=picture(
            h.p[words("leave.ask")], h.ul(".leave")[buttons], h.div[cards]
        ),
        alt=words("leave.alt", takeaway=takeaway),
        takeaway=takeaway,
        table=Table(
            (words("leave.without"), words("direction.label"), words("certainty.label"), words("size.label")),
            tuple(
                (words("leave.all") if choice == ALL else short_name(dataset.study_by_id[choice]),
                 which_way(found, words), how_sure(found, words), how_much_and_where(found, words))
                for choice, found in choices.items()
            ),
        ),
        source_note=", ".join(short_name(study) for study, _ in without),
        switch=Switch(
            choices=tuple(choices),
            shown=shown,
            arrangements={choice: (choice,) for choice in choices},
            said={
                choice: f"{which_way(found, words)}. {how_sure(found, words)}. {_size(found, words)}."
                for choice, found in choices.items()
            },
        ),
    )  # fmt: skip


def _card(choice: str, found: Label, label: Label, name: str, words: Words) -> h.Element:
    same = (found.state, found.certainty) == (label.state, label.certainty)
    note = None if choice == ALL else h.p(".quiet")[words("leave.same" if same else "leave.different")]
    return h.div(".left", data_part=choice)[
        h.p(".say")[verdict(found, name, words)],
        h.p(".way")[state_mark(found.state), " ", which_way(found, words)],
        h.p(".way")[certainty_bars(found.certainty), " ", how_sure(found, words)],
        h.p(".way")[_size(found, words)],
        note,
    ]


def _size(found: Label, words: Words) -> str:
    return f"{words('size.label')}: {how_much_and_where(found, words)}"
