"""The interactive part of the mechanism page: two doses over a day or a week."""

import streamlit as st

from components.charts.chart import Chart
from components.charts.day_bands import Setting
from components.charts.day_course import day_course, scans
from components.charts.kept import kept
from components.simulation.day import course, ranges_of
from components.ui.choose import choose
from components.ui.prose import heading, write
from components.ui.show_chart import show_chart
from content.numbers import write_number
from content.text import Words
from data.dataset import Dataset

DOSES = ("0.5", "1", "1.5", "2", "3", "4.5", "6", "12.5", "25", "50")
SPANS = {"day": 1, "week": 7}
# Hours between two points of a curve.
STEPS = {"day": 0.25, "week": 1.0}
HOURS = tuple(str(hour) for hour in range(24))
BEDTIME = "21"


@st.fragment
def show_day(dataset: Dataset, words: Words) -> None:
    """Choose two doses, the hour of the dose and how long to follow it; the bands and the words follow.

    A fragment: a choice here runs this part of the page alone.
    """
    write(heading(words("day.title")), words("day.gist"))
    columns = st.columns(4)
    with columns[0]:
        first = _dose("a", "4.5", words)
    with columns[1]:
        second = _dose("b", "50", words)
    with columns[2]:
        span = choose(
            "span", words("day.span"), list(SPANS), "day", words, shown=lambda s: words(f"day.{s}"), key="how_span"
        )
    with columns[3]:
        hour = choose(
            "hour", words("day.hour"), HOURS, BEDTIME, words, shown=lambda n: f"{int(n):02d}:00", key="how_hour"
        )
    ranges = ranges_of(dataset)
    step = next(step for step in dataset.mechanisms.steps if step.id == "hours-of-block")
    told = step.figures["hours"]
    found = {parameter.id: parameter for parameter in dataset.mechanisms.parameters}
    measured = found["measured-naltrexone-4-5mg"]
    setting = Setting(
        int(hour), (told.low or told.value, told.high or told.value), (measured.low or 0.0, measured.high or 0.0)
    )

    def draw() -> Chart:
        one, other = (course(ranges, float(dose), days=SPANS[span], step=STEPS[span]) for dose in (first, second))
        return day_course((one, other), setting, dataset, words)

    show_chart(kept("day", words, f"{first} {second} {span} {hour}", draw), words)
    st.subheader(words("day.scans"), anchor=False)
    readings = found["mu-occupancy-readings"]
    show_chart(kept("scans", words, "", lambda: scans(readings, ranges, words)), words)


def _dose(name: str, default: str, words: Words) -> str:
    """One of the two doses, as the id in the address."""
    return choose(
        name, words(f"day.dose_{name}"), DOSES, default, words,
        shown=lambda dose: f"{write_number(float(dose), words.language)}\u00a0mg", key=f"how_dose_{name}",
    )  # fmt: skip
