"""Side effects counted without a control group: set apart, as a plain list, with no bar to compare by eye."""

from collections.abc import Sequence

import htpy as h

from components.charts.chart import Chart, Table
from components.charts.look import picture
from components.charts.stacking import stacking_table
from content.numbers import write_number
from content.text import Words
from data.harms import Lone, share
from data.naming import short_name


def lone_count_list(found: Sequence[Lone], words: Words) -> Chart:
    """One row per count, in the order given."""
    header = (words("harms.effect"), words("nav.study"), words("effects.arm_ldn"))
    rows = tuple(_row(lone, words) for lone in found)
    body = [
        [row[0], h.a(href=f"study?study={lone.study.id}", data_choice=lone.study.id)[row[1]], row[2]]
        for lone, row in zip(found, rows, strict=True)
    ]
    count = write_number(len(found), words.language)
    table = stacking_table(words("effects.uncontrolled"), header, body)
    return Chart(
        key="lone-counts",
        markup=picture(h.details(".more")[h.summary[words("harms.lone_show", n=count)], table]),
        alt=f"{words('effects.uncontrolled')}. {words('effects.uncontrolled_note')}",
        table=Table(header, rows),
        source_note="; ".join(sorted({short_name(lone.study) for lone in found})),
        choices=tuple(lone.study.id for lone in found),
    )


def _row(lone: Lone, words: Words) -> tuple[str, str, str]:
    name = words(f"side_effects.{lone.report.effect}.name")
    if lone.ldn.events is not None and lone.ldn.n is not None:
        counted = words(
            "effects.counted_in",
            events=write_number(lone.ldn.events, words.language),
            n=write_number(lone.ldn.n, words.language),
        )
    else:
        counted = words("effects.in_100", n=write_number(share(lone.ldn) or 0, words.language, digits=0))
    once = words("effects.read_once") if lone.report.read_once else ""
    notes = "".join(f" ({note})" for note in (once, lone.report.note) if note)
    return (name, short_name(lone.study), counted + notes)
