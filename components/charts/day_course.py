"""A dose of naltrexone over a day or a week: bands of a model for two doses, and the scans it was fitted to."""

from collections.abc import Sequence

import htpy as h
import numpy as np

from components.charts.chart import Chart, Table
from components.charts.day_bands import (
    HEIGHT,
    WIDTH,
    Panel,
    Setting,
    assumed,
    band_shape,
    mg,
    mice_hours,
    panels_of,
    time_at,
    told_once,
)
from components.charts.day_file import day_file
from components.charts.look import picture
from components.charts.picture_file import beside_page
from components.simulation.day import Array, Band, Course, Ranges, filled_after
from content.numbers import write_number
from content.text import Words
from data.dataset import Dataset
from data.models.mechanism import Parameter

# The doses the picture of the scans spans, on a logarithmic axis.
LEAST_MG, MOST_MG = 0.5, 60.0
TICKS_MG = (0.5, 2, 5, 15, 50)


def day_course(courses: tuple[Course, Course], setting: Setting, dataset: Dataset, words: Words) -> Chart:
    """Naltrexone, 6-beta-naltrexol and filled receptors for two doses, each as a band."""
    said = reading(courses, words)
    panels = panels_of(courses, words)
    body = [
        h.p(".warning-line", role="note")[words("day.label")],
        h.ul(".key")[
            (
                h.li[h.i(f".dose-{mark}"), words("day.dose_n", dose=mg(found.dose_mg, words))]
                for mark, found in zip("ab", told_once(courses), strict=False)
            ),
            h.li[h.i(".mice"), mice_hours(setting, words)],
        ],
        h.div(".day")[(_drawn(panel, courses[0].hours, setting, words) for panel in panels)],
        h.p(".reading")[said],
        beside_page(day_file(courses, setting, said, dataset, words), words),
        h.ul(".assumed")[(h.li[text] for text in assumed(setting, words))],
    ]
    return Chart(
        key="day",
        markup=picture(body),
        alt=f"{words('day.label')} {said}",
        table=_table(courses, words),
        source_note=words("day.source"),
        spoken=said,
    )


def reading(courses: tuple[Course, Course], words: Words) -> str:
    """What the present setting shows, a sentence for each dose."""
    parts = []
    for found in told_once(courses):
        last = len(found.hours) - 1
        parts.append(
            words(
                "day.reading",
                dose=mg(found.dose_mg, words),
                peak_low=_percent(found.highest[0], words),
                peak_high=_percent(found.highest[1], words),
                end_low=_percent(float(found.filled.low[last]), words),
                end_high=_percent(float(found.filled.high[last]), words),
                hours=write_number(float(found.hours[last]), words.language),
            )
        )
    return " ".join(parts)


def scans(readings: Parameter, ranges: Ranges, words: Words) -> Chart:
    """Filled receptors by dose: the fitted band, and the seven scans as points."""
    doses = np.geomspace(LEAST_MG, MOST_MG, 60)
    ends = (max(ranges.half_occupancy_doses), min(ranges.half_occupancy_doses))
    low, high = (np.array([filled_after(d, half) for d in doses]) for half in ends)
    points = [
        h.span(
            ".scan", style=f"left:{_dose_place(r.dose_mg):.2f}%;bottom:{r.value:.1f}%", data_dose=str(r.dose_mg),
            data_filled=str(r.value),
        )
        for r in readings.readings
    ]  # fmt: skip
    ticks = [
        h.span(class_={"middle": dose > LEAST_MG}, style=f"left:{_dose_place(dose):.2f}%")[mg(dose, words)]
        for dose in TICKS_MG
    ]
    art = _svg([band_shape((np.log(doses / LEAST_MG) / np.log(MOST_MG / LEAST_MG)), low, high, 1.0, "a")])
    count = write_number(len(readings.readings), words.language)
    alt = words("day.scans_alt", n=count)
    body = h.div(".day")[
        h.div(".name")[words("day.filled"), h.small(".quiet")["0–100 %"]],
        h.div(".area", role="img", aria_label=alt)[art, points],
        h.div(".name.quiet")[words("day.one_dose")],
        h.div(".axis.quiet")[ticks],
    ]
    return Chart(
        key="scans",
        markup=picture(h.p[words("day.scans_note", n=count)], body),
        alt=alt,
        table=Table(
            (words("day.one_dose"), words("day.filled")),
            tuple((mg(r.dose_mg, words), f"{write_number(r.value, words.language)} %") for r in readings.readings),
        ),
        source_note=words("day.scans_source"),
    )


def _drawn(panel: Panel, hours: Array, setting: Setting, words: Words) -> list[h.Node]:
    across = hours / hours[-1]
    # The first dose is drawn last, on top.
    shapes = [
        band_shape(across, band.low, band.high, panel.top, name)
        for name, band in reversed(list(zip("ab", panel.bands, strict=False)))
    ]
    mice = []
    if panel.key == "filled":
        left, right = (100 * hour / float(hours[-1]) for hour in setting.mice_hours)
        mice = [h.span(".mice", style=f"left:{left:.2f}%;width:{right - left:.2f}%")]
    top = 100 if panel.key == "filled" else panel.top
    spoken = words("day.panel_alt", name=panel.name, top=write_number(top, words.language, digits=1), unit=panel.unit)
    ticks = [
        h.span(class_={"middle": 0 < place < 1, "last": place == 1}, style=f"left:{100 * place:.1f}%")[
            time_at(float(hours[-1]) * place, float(hours[-1]), setting, words)
        ]
        for place in (0, 0.25, 0.5, 0.75, 1)
    ]
    return [
        h.div(".name")[
            panel.name, h.small(".quiet")[f"0–{write_number(top, words.language, digits=1)} {panel.unit}"]
        ],
        h.div(".area", role="img", aria_label=spoken, data_panel=panel.key)[_svg(shapes), mice],
        h.div(".name"),
        h.div(".axis.quiet")[ticks],
    ]  # fmt: skip


def _svg(shapes: Sequence[h.Element]) -> h.Element:
    return h.svg(
        viewBox=f"0 0 {WIDTH} {HEIGHT}", preserveAspectRatio="none", aria_hidden="true", focusable="false"
    )[shapes]  # fmt: skip


def _dose_place(dose_mg: float) -> float:
    return float(100 * np.log(dose_mg / LEAST_MG) / np.log(MOST_MG / LEAST_MG))


def _percent(share: float, words: Words) -> str:
    """Whole percent: the model carries no decimals."""
    return write_number(float(round(100 * share)), words.language, digits=0)


def _table(courses: tuple[Course, Course], words: Words) -> Table:
    header = [words("day.hours_since")]
    for found in told_once(courses):
        for name in ("parent", "metabolite", "filled"):
            header.append(f"{words(f'day.{name}')}, {mg(found.dose_mg, words)}")
    hours = courses[0].hours
    every = max(1, round(1 / float(hours[1] - hours[0])))
    rows = []
    for place in range(0, len(hours), every):
        row = [write_number(float(hours[place]), words.language)]
        for found in told_once(courses):
            row += [_ends(found.parent, place, 1, words), _ends(found.metabolite, place, 1, words)]
            row.append(_ends(found.filled, place, 100, words) + " %")
        rows.append(tuple(row))
    return Table(tuple(header), tuple(rows))


def _ends(band: Band, place: int, times: float, words: Words) -> str:
    low, high = (write_number(times * float(end[place]), words.language, digits=1) for end in (band.low, band.high))
    return f"{low} – {high}"
