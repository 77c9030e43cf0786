"""What happened to people on placebo in LDN trials: both arms of each result on one scale, as published."""

import htpy as h

from components.charts.chart import Chart, Table
from components.charts.look import picture
from components.charts.phrases import describe_direction
from content.numbers import write_number, write_range
from content.text import Words
from data.dataset import Dataset
from data.models.base import Missing
from data.models.study import Study
from data.naming import short_name
from data.placebo_arms import Arms, ArmsPanel, Gauge, Side, placebo_panels

# Ends of an axis that read well.
_ENDS = (1.0, 2.0, 5.0, 10.0, 12.0, 15.0, 20.0, 25.0, 30.0, 40.0, 50.0, 60.0, 80.0, 100.0)


def placebo_arms(dataset: Dataset, words: Words) -> Chart:
    """Panels by gauge and scale; in each row placebo comes first, because nobody is used to seeing it."""
    panels = placebo_panels(dataset)
    rows = [row for panel in panels for row in panel.rows]
    trials = {row.study.id for row in rows}
    better = {row.study.id for row in rows if row.placebo.value > 0}
    takeaway = words(
        "arms.takeaway",
        n=write_number(len(better), words.language),
        all=write_number(len(trials), words.language),
    )
    return Chart(
        key="placebo-arms",
        markup=picture(h.div(".arms")[[_panel(panel, words) for panel in panels]]),
        alt=f"{words('arms.title')}. {takeaway}",
        takeaway=takeaway,
        table=Table(
            (
                words("studies.title"), words("study.outcome"), words("arms.placebo"), words("arms.ldn"),
                words("direction.label"),
            ),
            tuple(
                (
                    short_name(row.study), _measured(row, words), _said(row.placebo, panel, words),
                    _said(row.ldn, panel, words), describe_direction(row.study, row.result, words),
                )
                for panel in panels
                for row in panel.rows
            ),
        ),
        source_note="; ".join(dict.fromkeys(f"{short_name(row.study)}, {row.result.where}" for row in rows)),
        choices=tuple(dict.fromkeys(row.study.id for row in rows)),
    )  # fmt: skip


def _panel(panel: ArmsPanel, words: Words) -> h.Element:
    end = next((end for end in _ENDS if end >= panel.largest), panel.largest)
    title = words(f"arms.{panel.gauge}")
    if panel.scale:
        low, high = (write_number(limit, words.language) for limit in panel.scale)
        title = words("arms.points_on", min=low, max=high)
    return h.section[
        h.h3[title],
        [_row(row, panel, end, words) for row in panel.rows],
        h.p(".axis.quiet")[h.span[write_number(0, words.language)], h.span[write_number(end, words.language)]],
    ]


def _row(row: Arms, panel: ArmsPanel, end: float, words: Words) -> h.Element:
    link = h.a(href=f"study?study={row.study.id}", data_choice=row.study.id)[short_name(row.study)]
    depth = next(source.depth for source in row.study.sources if source.id == row.result.source)
    facts = f"{_measured(row, words)}; {words(f'depth.{depth}')}"
    return h.div(".result", data_result=f"{row.study.id}/{row.result.id}")[
        h.p(".name")[link, h.small(".quiet")[facts]],
        _bar("placebo", row.placebo, panel, end, words),
        _bar("ldn", row.ldn, panel, end, words),
        h.p(".verdict.quiet")[words("direction.label"), ": ", describe_direction(row.study, row.result, words)],
    ]


def _bar(who: str, side: Side, panel: ArmsPanel, end: float, words: Words) -> h.Element:
    marks: list[h.Node] = [h.i(style=f"width:{_place(side.value, end):.2f}%")]
    if side.low is not None and side.high is not None:
        left, right = _place(side.low, end), _place(side.high, end)
        marks.append(h.b(style=f"left:{left:.2f}%;width:{right - left:.2f}%"))
    return h.div(class_={"arm": True, who: True}, data_value=str(side.value))[
        h.span(".who")[words(f"arms.{who}")],
        h.span(".bar", aria_hidden="true")[marks],
        h.span(".val")[_said(side, panel, words)],
    ]


def _place(value: float, end: float) -> float:
    return 100 * max(0.0, min(value, end)) / end


def _said(side: Side, panel: ArmsPanel, words: Words) -> str:
    number = write_number(abs(side.value), words.language)
    if panel.gauge is Gauge.IN_100:
        return words("arms.said_in_100", n=number)
    said = words(f"arms.said_{panel.gauge}_{'better' if side.value >= 0 else 'worse'}", n=number)
    if side.low is None or side.high is None:
        return said
    return words("arms.with_range", said=said, range=write_range(side.low, side.high, words.language))


def _measured(row: Arms, words: Words) -> str:
    if isinstance(row.result.weeks, Missing):
        return row.result.measured_by
    week = words("condition.gain_week", week=write_number(row.result.weeks, words.language))
    return f"{row.result.measured_by}, {week}{_order(row.study, words)}"


def _order(study: Study, words: Words) -> str:
    """Placebo came first for everybody in a trial of a fixed order; that has to stand beside its figures."""
    return f", {words(f'design.{study.design}').lower()}" if study.design == "fixed-order-crossover" else ""
