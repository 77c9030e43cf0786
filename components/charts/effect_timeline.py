"""Side effects over the weeks of a dosing schedule. What nobody measured is drawn as hatched, never as a bar."""

from collections.abc import Sequence

import htpy as h

from components.charts.chart import Chart, Table
from components.charts.look import Meaning, picture
from content.numbers import write_number
from content.text import Words
from data.harms import Timing
from data.models.practice import Schedule
from data.models.study import Moment, TimingBasis
from data.naming import short_name

WEEKS = 12
DAYS = WEEKS * 7


def effect_timeline(found: Sequence[Timing], schedule: Schedule | None, words: Words, *, source: str) -> Chart:
    """One lane per effect over 12 weeks, the dose steps above. Lanes without timing stay hatched throughout."""
    said = [timing for timing in found if timing.begins or timing.ends or timing.ongoing]
    takeaway = _takeaway(said, found, words)
    lanes: list[h.Node] = []
    for timing in found:
        lanes += _lane(timing, words)
    weeks = [_tick(week, words) for week in (0, 4, 8, WEEKS)]
    body = h.div(".tl")[
        _ladder(schedule, words),
        h.div(".name.quiet")[words("effects.weeks")],
        h.div(".axis.quiet")[weeks],
        lanes,
    ]
    return Chart(
        key="effect-timeline",
        markup=picture(_key(words), body),
        alt=words("effects.timeline_alt", takeaway=takeaway),
        takeaway=takeaway,
        table=Table(
            (
                words("effects.title"),
                words("effects.legend_measured"),
                words("effects.legend_described"),
                words("effects.legend_ongoing"),
            ),
            tuple(_row(timing, words) for timing in found),
        ),
        source_note=source,
    )


def _takeaway(said: Sequence[Timing], found: Sequence[Timing], words: Words) -> str:
    count = write_number(len(found), words.language)
    if not said:
        return words("effects.timeline_none", all=count)
    starts = write_number(sum(bool(timing.begins) for timing in found), words.language)
    ends = sum(any(moment.basis is TimingBasis.MEASURED for _, moment in timing.ends) for timing in found)
    return words("effects.timeline_takeaway", starts=starts, ends=write_number(ends, words.language), all=count)


def _tick(week: int, words: Words) -> h.Element:
    """A week's label at its place on the lane; the last one ends there so that it is not cut off."""
    name = words("effects.week", n=write_number(week, words.language)) if week else words("effects.week_0")
    return h.span(class_={"last": week == WEEKS, "middle": 0 < week < WEEKS}, style=f"left:{100 * week / WEEKS:.2f}%")[
        name
    ]


def _key(words: Words) -> h.Element:
    return h.ul(".key")[
        h.li[h.i(".full"), words("effects.legend_measured")],
        h.li[h.i, words("effects.legend_described")],
        h.li[h.i(".hatch"), words("effects.legend_unknown")],
    ]


def _ladder(schedule: Schedule | None, words: Words) -> list[h.Node]:
    if schedule is None or not schedule.steps:
        return []
    highest = max(step.mg_per_day for step in schedule.steps)
    blocks = []
    for index, step in enumerate(schedule.steps):
        end = schedule.steps[index + 1].from_week if index + 1 < len(schedule.steps) else max(WEEKS, step.from_week)
        left, right = (min(100.0, 100 * week / WEEKS) for week in (step.from_week, end))
        if left >= 100:
            continue
        height = 100 * step.mg_per_day / highest
        style = f"left:{left:.2f}%;width:{right - left:.2f}%;height:{height:.0f}%"
        blocks.append(h.div(".step", style=style)[h.span[f"{write_number(step.mg_per_day, words.language)} mg"]])
    return [h.div(".name")[words("effects.ladder_choose")], h.div(".ladder")[blocks]]


def _lane(timing: Timing, words: Words) -> list[h.Node]:
    name = words(f"side_effects.{timing.effect}.name")
    marks = [_mark(moment) for _, moment in (*timing.begins, *timing.ends)]
    notes = [f"{short_name(study)}: {moment.said}" for study, moment in (*timing.begins, *timing.ends)]
    notes += [f"{short_name(study)}: {words('effects.legend_ongoing')}" for study in timing.ongoing]
    spoken = "; ".join(notes) or words("effects.legend_unknown")
    lane = h.div(
        ".lane",
        role="img",
        aria_label=f"{name}: {spoken}",
        data_effect=timing.effect,
        data_known=str(len(marks)),
    )[marks]
    return [h.div(".name")[name], lane, h.p(".said.quiet")["; ".join(notes)] if notes else None]


def _mark(moment: Moment) -> h.Element:
    left = min(100.0, 100 * moment.first_day / DAYS)
    width = max(0.0, min(100.0, 100 * moment.last_day / DAYS) - left)
    style = f"--c:{Meaning.UNCONTROLLED.css};left:{left:.2f}%;width:{width:.2f}%"
    return h.div(
        class_={"known": True, "measured": moment.basis is TimingBasis.MEASURED},
        style=style,
        data_basis=moment.basis,
    )


def _row(timing: Timing, words: Words) -> tuple[str, ...]:
    def said(basis: TimingBasis) -> str:
        texts = [f"{short_name(s)}: {m.said}" for s, m in (*timing.begins, *timing.ends) if m.basis is basis]
        return "; ".join(texts) or words("effects.legend_unknown")

    ongoing = ", ".join(short_name(study) for study in timing.ongoing) or words("effects.legend_unknown")
    return (
        words(f"side_effects.{timing.effect}.name"),
        said(TimingBasis.MEASURED),
        said(TimingBasis.DESCRIBED),
        ongoing,
    )
