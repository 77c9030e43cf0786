"""Forest plots: each trial's published effect with its range, published pooled estimates as diamonds."""

from collections.abc import Sequence
from math import log

import htpy as h

from components.charts.chart import Chart, Table
from components.charts.look import picture
from components.charts.phrases import describe_direction, describe_effect, describe_size, people_text
from content.numbers import write_number
from content.text import Words
from data.effects import Panel, Row
from data.models.base import Missing
from data.models.study import Better
from data.naming import short_name

# Room beyond the widest range, so that no end touches the edge.
MARGIN = 1.12
SMALLEST, LARGEST, MOST_PEOPLE = 9, 20, 200


def forest(panel: Panel, words: Words, *, key: str) -> Chart:
    """One panel: rows that share outcome, measure and scale, on one axis around no difference."""
    outcome = words(f"outcomes.{panel.outcome}.name")
    header = (
        words("studies.title"), words("study.outcome"), words("studies.size"), words("study.difference"),
        words("direction.label"),
    )  # fmt: skip
    table = tuple(
        (
            _name(row, words), row.result.measured_by, people_text(row.people, words),
            describe_effect(row.effect, words), describe_direction(row.study, row.result, words),
        )
        for row in panel.rows
    )  # fmt: skip
    alt = "; ".join(f"{_name(row, words)}: {describe_size(row.study, row.result, words)}" for row in panel.rows)
    return Chart(
        key=key,
        markup=picture(_drawn(panel, words)),
        alt=f"{outcome}. {alt}",
        table=Table(header, table),
        source_note="; ".join(dict.fromkeys(f"{short_name(row.study)}, {row.result.where}" for row in panel.rows)),
        choices=tuple(dict.fromkeys(row.study.id for row in panel.rows)),
    )


def forest_plots(panels: Sequence[Panel], words: Words, *, key: str) -> Chart:
    """All panels of a page as one picture and one table, whose rows begin with their panel's title."""
    plots = [forest(panel, words, key=key) for panel in panels]
    titles = [panel_title(panel, words) for panel in panels]
    return Chart(
        key=key,
        markup=picture(h.section(".panel")[_drawn(panel, words)] for panel in panels),
        # Each row is told in the picture and in the table: told once more, they would stand before it as a wall.
        alt=words("forest.all", n=write_number(len(panels), words.language)),
        table=Table(
            (words("forest.panel"), *plots[0].table.header),
            tuple((title, *row) for title, plot in zip(titles, plots, strict=True) for row in plot.table.rows),
        ),
        source_note="; ".join(dict.fromkeys(plot.source_note for plot in plots)),
        choices=tuple(dict.fromkeys(choice for plot in plots for choice in plot.choices)),
    )


def _drawn(panel: Panel, words: Words) -> list[h.Node]:
    reach = _reach(panel)
    rows = [part for row in panel.rows for part in _row(row, panel, reach, words)]
    sides = [words("forest.better_ldn"), words("forest.better_placebo")]
    if panel.better is Better.HIGHER:
        sides.reverse()
    body = h.div(".forest")[
        h.div(".name"),
        h.div(".sides.quiet")[h.span["← ", sides[0]], h.span[sides[1], " →"]],
        rows,
        h.div(".name.quiet")[words("forest.axis")],
        h.div(".axis.quiet")[_ticks(panel, reach, words)],
    ]
    return [h.h3[panel_title(panel, words)], body]


def panel_title(panel: Panel, words: Words) -> str:
    """What this panel shows and no other on the page does: which end is better differs between two of one outcome."""
    measured = {row.result.measured_by for row in panel.rows}
    about = words(f"outcomes.{panel.outcome}.name") + (f" ({measured.pop()})" if len(measured) == 1 else "")
    better = "" if panel.better is Better.NEITHER else f"; {words(f'size.better_{panel.better}')}"
    return f"{about}: {words(f'forest.{panel.measure}')}{better}"


def _at(value: float, panel: Panel) -> float:
    """Distance from no difference on the axis: logarithmic for ratios."""
    return log(value) if panel.ratio else value


def _reach(panel: Panel) -> float:
    ends = [
        _at(end, panel)
        for row in panel.rows
        for end in (*(row.effect.ci or ()), row.value)
        if not panel.ratio or end > 0
    ]
    return (max(map(abs, ends), default=1.0) or 1.0) * MARGIN


def _place(value: float, panel: Panel, reach: float) -> float:
    """Percent from the left; no difference stands at 50."""
    return 50 + 50 * _at(value, panel) / reach


def _row(row: Row, panel: Panel, reach: float, words: Words) -> list[h.Node]:
    marks: list[h.Node] = []
    ci = row.effect.ci
    if ci is not None:
        left, right = (_place(end, panel, reach) for end in ci)
        marks.append(
            h.span(class_={"span": True, "diamond": row.pooled}, style=f"left:{left:.2f}%;width:{right - left:.2f}%")
        )
    if not row.pooled or ci is None:
        size = SMALLEST + (LARGEST - SMALLEST) * min(row.people or 0, MOST_PEOPLE) / MOST_PEOPLE
        style = f"left:{_place(row.value, panel, reach):.2f}%;--size:{size:.0f}px"
        marks.append(h.span(class_={"point": True, "unsure": ci is None}, style=style))
    link = h.a(href=f"study?study={row.study.id}", data_choice=row.study.id)[short_name(row.study)]
    said = describe_size(row.study, row.result, words)
    return [
        h.div(".name")[link, h.small(".quiet")[_detail(row, words)]],
        h.div(".track", role="img", aria_label=f"{_name(row, words)}: {said}", data_value=str(row.value))[marks],
        h.p(".said.quiet")[said],
    ]


def _detail(row: Row, words: Words) -> str:
    parts = [row.result.measured_by, people_text(row.people, words)]
    if row.pooled and row.result.pooled is not None:
        searched = row.result.pooled.searched_to
        parts.insert(0, words("forest.pooled"))
        parts.append(words("forest.searched", date=searched) if searched else words("forest.searched_unknown"))
    elif not isinstance(row.result.weeks, Missing):
        parts.append(words("condition.gain_week", week=write_number(row.result.weeks, words.language)))
    return ", ".join(parts)


def _name(row: Row, words: Words) -> str:
    return f"{short_name(row.study)} ({_detail(row, words)})"


def _ticks(panel: Panel, reach: float, words: Words) -> list[h.Element]:
    ends = _round_ends(panel, reach)
    return [
        h.span(style=f"left:{_place(value, panel, reach):.2f}%", class_="middle")[write_number(value, words.language)]
        for value in ends
    ]


def _round_ends(panel: Panel, reach: float) -> Sequence[float]:
    if panel.ratio:
        high = 2.0 if reach >= log(2) else 1.25
        return (1 / high, 1.0, high)
    step = next((s for s in (50.0, 20.0, 10.0, 5.0, 2.0, 1.0, 0.5, 0.2, 0.1) if s <= reach), 0.05)
    return (-step, 0.0, step)
