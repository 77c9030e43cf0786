"""What the figure of a dose over a day and its file are both drawn from: three panels, a band for each dose."""

from collections.abc import Sequence
from dataclasses import dataclass

import htpy as h

from components.charts.look import Meaning
from components.simulation.day import HOURS_A_DAY, Array, Band, Course
from content.numbers import write_number
from content.text import Words

WIDTH, HEIGHT = 600, 150


@dataclass(frozen=True)
class Setting:
    """Hour of the daily dose (0-23); the hours measured in mice; ng/ml once measured in people on 4.5 mg."""

    hour: int
    mice_hours: tuple[float, float]
    measured_low_dose: tuple[float, float]


@dataclass(frozen=True)
class Panel:
    """One quantity over time for the two doses; `top` is the upper end of its axis."""

    name: str
    key: str
    bands: tuple[Band, ...]
    top: float
    unit: str

    @property
    def written_top(self) -> float:
        """The upper end as it is written: shares of receptors as percent."""
        return 100 if self.key == "filled" else self.top


def told_once(courses: tuple[Course, Course]) -> tuple[Course, ...]:
    """The courses to show: only one where both doses are the same."""
    first, second = courses
    return (first,) if first.dose_mg == second.dose_mg else courses


def panels_of(courses: tuple[Course, Course], words: Words) -> list[Panel]:
    """Naltrexone, 6-beta-naltrexol and filled receptors."""
    told = told_once(courses)
    return [
        _panel("parent", words("day.parent"), [c.parent for c in told], words("day.unit"), None),
        _panel("metabolite", words("day.metabolite"), [c.metabolite for c in told], words("day.unit"), None),
        _panel("filled", words("day.filled"), [c.filled for c in told], "%", 1.0),
    ]


def _panel(key: str, name: str, bands: Sequence[Band], unit: str, top: float | None) -> Panel:
    highest = top or max(float(band.high.max()) for band in bands) or 1.0
    return Panel(name, key, tuple(bands), highest, unit)


def band_shape(across: Array, low: Array, high: Array, top: float, name: str) -> h.Element:
    """A band as one closed shape; `across` runs from 0 to 1."""
    up = [f"{WIDTH * x:.1f},{HEIGHT * (1 - y / top):.1f}" for x, y in zip(across, high, strict=True)]
    down = [f"{WIDTH * x:.1f},{HEIGHT * (1 - y / top):.1f}" for x, y in zip(across[::-1], low[::-1], strict=True)]
    colour = (Meaning.TOWARDS_LDN if name == "a" else Meaning.MIXED).css
    return h.polygon(
        points=" ".join([*up, *down]), fill=colour, fill_opacity="0.45", stroke=colour, stroke_width="1.5",
        vector_effect="non-scaling-stroke", data_band=name,
    )  # fmt: skip


def time_at(hour: float, total: float, setting: Setting, words: Words) -> str:
    """A place on the time axis: the hour of the clock, or the day when there are several."""
    if total > HOURS_A_DAY:
        return words("day.day_n", n=write_number(hour / HOURS_A_DAY, words.language, digits=1))
    return f"{int(setting.hour + hour) % 24:02d}:00"


def mice_hours(setting: Setting, words: Words) -> str:
    """What the marked hours are: those of mice."""
    low, high = (write_number(hour, words.language) for hour in setting.mice_hours)
    return words("day.mice", low=low, high=high)


def mg(dose: float, words: Words) -> str:
    """A dose as written."""
    return f"{write_number(dose, words.language)}\N{NO-BREAK SPACE}mg"


def assumed(setting: Setting, words: Words) -> list[str]:
    """What the model takes for granted, and the one measurement it does not meet."""
    low, high = (write_number(end, words.language) for end in setting.measured_low_dose)
    return [words("day.assumed_dose"), words("day.assumed_fading"), words("day.assumed_blood", low=low, high=high)]
