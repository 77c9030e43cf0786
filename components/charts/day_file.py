"""The figure of a dose over a day as one drawing to take away; its warning goes with it."""

import htpy as h

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
from components.charts.look import Meaning
from components.charts.picture_file import INK, as_file, from_here, say
from components.simulation.day import Array, Course
from content.numbers import write_number
from content.text import Words
from data.dataset import Dataset

LEFT, PITCH, TOP = 10, 222, 146
TICKS = (0, 0.25, 0.5, 0.75, 1)


def day_file(courses: tuple[Course, Course], setting: Setting, said: str, dataset: Dataset, words: Words) -> h.Element:
    """The three panels one under another; warning and key above, what was assumed and the sources below."""
    hours = courses[0].hours
    shapes: list[h.Node] = [
        say(words("day.label"), LEFT, 16, room=WIDTH, bold=True),
        _key(courses, setting, words),
        (_drawn(panel, number, hours, setting, words) for number, panel in enumerate(panels_of(courses, words))),
    ]
    size = (WIDTH + 2 * LEFT, TOP + 3 * PITCH - 34)
    notes = (words("day.file_bands"), *assumed(setting, words), words("day.file_source"), from_here(dataset, words))
    return as_file(
        shapes, name="ldn-day-model", title=words("day.title"), description=said, notes=notes, size=size, shown=False
    )


def _key(courses: tuple[Course, Course], setting: Setting, words: Words) -> list[h.Element]:
    found = []
    for number, (one, meaning) in enumerate(
        zip(told_once(courses), (Meaning.TOWARDS_LDN, Meaning.MIXED), strict=False)
    ):
        left = LEFT + 150 * number
        box = h.rect(x=f"{left}", y="54", width="30", height="18", fill=meaning.css, fill_opacity="0.45")
        found += [box, say(mg(one.dose_mg, words), left + 38, 69)]
    box = h.rect(x=f"{LEFT}", y="82", width="30", height="18", **_marked())
    return [*found, box, say(mice_hours(setting, words), LEFT + 38, 97, room=WIDTH)]


def _drawn(panel: Panel, number: int, hours: Array, setting: Setting, words: Words) -> h.Element:
    across, total = hours / hours[-1], float(hours[-1])
    bands = [
        band_shape(across, band.low, band.high, panel.top, name)
        for name, band in reversed(list(zip("ab", panel.bands, strict=False)))
    ]
    if panel.key == "filled":
        left, right = (WIDTH * hour / total for hour in setting.mice_hours)
        bands.append(h.rect(x=f"{left:.1f}", y="0", width=f"{right - left:.1f}", height=str(HEIGHT), **_marked()))
    top = write_number(panel.written_top, words.language, digits=1)
    ticks = [
        say(
            time_at(total * place, total, setting, words), WIDTH * place, HEIGHT + 20, size=14,
            anchor="start" if place == 0 else "end" if place == 1 else "middle",
        )
        for place in TICKS
    ]  # fmt: skip
    return h.g(transform=f"translate({LEFT} {TOP + PITCH * number})")[
        say(f"{panel.name}, 0\N{EN DASH}{top} {panel.unit}", 0, -10, room=WIDTH, bold=True),
        bands,
        h.rect(x="-2", y="0", width="2", height=f"{HEIGHT}", fill=INK),
        h.rect(x="-2", y=f"{HEIGHT}", width=f"{WIDTH + 2}", height="2", fill=INK),
        ticks,
    ]


def _marked() -> dict[str, str]:
    colour = Meaning.WARNING.css
    return {
        "fill": colour, "fill_opacity": "0.12", "stroke": colour, "stroke_width": "2", "stroke_dasharray": "2 4",
    }  # fmt: skip
