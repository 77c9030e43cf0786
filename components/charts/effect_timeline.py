"""Side effects over the weeks of a dosing schedule. What nobody measured is drawn as hatched, never as a bar."""

from collections.abc import Sequence

import htpy as h

from components.charts.chart import Chart, Table
from components.charts.look import Meaning, picture
from content.numbers import write_number
from content.text import Words
from data.harms import Timing
from data.models.base import Quantity
from data.models.practice import Schedule
from data.models.study import Moment, Study, TimingBasis
from data.naming import short_name

WEEKS = 12
DAYS = WEEKS * 7


def effect_timeline(found: Sequence[Timing], schedule: Schedule | None, words: Words, *, source: str) -> Chart:
    """One lane per effect somebody timed, the dose steps above, and one lane for all effects nobody timed."""
    takeaway = timeline_takeaway(found, words)
    return Chart(
        key="effect-timeline",
        markup=picture(timeline(found, ladder(schedule, words), words)),
        alt=words("effects.timeline_alt", takeaway=takeaway),
        takeaway=takeaway,
        table=timeline_table(found, words),
        source_note=source,
    )


def timeline(found: Sequence[Timing], ladders: Sequence[h.Node], words: Words) -> list[h.Node]:
    """The key, then ladders, weeks and lanes on one grid."""
    timed, silent = [t for t in found if _is_timed(t)], [t for t in found if not _is_timed(t)]
    weeks = [_tick(week, words) for week in (0, 4, 8, WEEKS)]
    lanes = [_lane(timing, words) for timing in timed]
    return [
        _key(words, arrow=any(timing.ongoing for timing in timed)),
        h.div(".tl")[
            ladders,
            h.div(".name.quiet")[words("effects.weeks")],
            h.div(".axis.quiet")[weeks],
            lanes,
            _silent_lane(silent, words) if silent else None,
        ],
    ]


def timeline_table(found: Sequence[Timing], words: Words) -> Table:
    """What is known of each effect, effects nobody timed included."""
    header = ("effects.title", "effects.legend_measured", "effects.legend_described", "effects.legend_ongoing")
    return Table(tuple(words(key) for key in header), tuple(_row(timing, words) for timing in found))


def _is_timed(timing: Timing) -> bool:
    return bool(timing.begins or timing.ends or timing.ongoing)


def timeline_takeaway(found: Sequence[Timing], words: Words) -> str:
    """How many of the effects anybody timed."""
    said = [timing for timing in found if _is_timed(timing)]
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


def _key(words: Words, *, arrow: bool) -> h.Element:
    return h.ul(".key")[
        h.li[h.i(".full"), words("effects.legend_measured")],
        h.li[h.i, words("effects.legend_described")],
        h.li[h.i(".hatch"), words("effects.legend_unknown")],
        h.li[h.b(".arrow-key", aria_hidden="true")["→"], words("effects.legend_ongoing")] if arrow else None,
    ]


def ladder(schedule: Schedule | None, words: Words) -> list[h.Node]:
    """The dose steps as a flight of stairs with its name; empty without steps."""
    if schedule is None or not schedule.steps:
        return []
    return [h.div(".name")[words("effects.ladder_choose")], stairs(schedule, words)]


def stairs(schedule: Schedule, words: Words, *, weeks: float = WEEKS) -> h.Element:
    """The dose steps over so many weeks, each as high as its dose."""
    highest = max(step.mg_per_day for step in schedule.steps)
    blocks: list[h.Node] = []
    for index, step in enumerate(schedule.steps):
        end = schedule.steps[index + 1].from_week if index + 1 < len(schedule.steps) else max(weeks, step.from_week)
        left, right = (min(100.0, 100 * week / weeks) for week in (step.from_week, end))
        if left >= 100:
            continue
        height = 100 * step.mg_per_day / highest
        style = f"left:{left:.2f}%;width:{right - left:.2f}%;height:{height:.0f}%"
        dose = write_number(step.mg_per_day, words.language)
        blocks.append(h.div(".stair", style=style)[h.span[dose, h.span(".unit")[" mg"]]])
    said = words("effects.ladder_said", steps=steps_in_words(schedule, words))
    return h.div(".ladder", role="img", aria_label=said)[blocks]


def steps_in_words(schedule: Schedule, words: Words) -> str:
    """The steps one after another: from the start 1 mg, from week 1 2 mg."""
    language = words.language
    return ", ".join(
        words("effects.ladder_start", mg=write_number(step.mg_per_day, language))
        if step.from_week == 0
        else words(
            "effects.ladder_step",
            week=write_number(step.from_week, language),
            mg=write_number(step.mg_per_day, language),
        )
        for step in schedule.steps
    )


def _lane(timing: Timing, words: Words) -> list[h.Node]:
    name = words(f"side_effects.{timing.effect}.name")
    marks = [_mark(moment) for _, moment in (*timing.begins, *timing.ends)]
    arrows = [_arrow(study) for study in timing.ongoing]
    begins, ends = (_ends_in_words(moments, words) for moments in (timing.begins, timing.ends))
    ongoing = [f"{short_name(study)}: {words('effects.legend_ongoing')}" for study in timing.ongoing]
    starts = words("effects.starts", said=begins)
    stops = words("effects.stops", said="; ".join([*ongoing, *([ends] if timing.ends or not ongoing else [])]))
    lane = h.div(
        ".lane",
        role="img",
        aria_label=f"{name}: {starts} {stops}",
        data_effect=timing.effect,
        data_known=str(len(marks)),
    )[marks, arrows]
    return [h.div(".name")[name], lane, h.p(".said.quiet")[h.span[starts], " ", h.span[stops]]]


def _ends_in_words(moments: Sequence[tuple[Study, Moment]], words: Words) -> str:
    """What one end of a band rests on: what was said, by which study, measured or only described."""
    return "; ".join(
        words(
            "effects.said_by", said=moment.said, study=short_name(study), basis=words(f"effects.basis.{moment.basis}")
        )
        for study, moment in moments
    ) or words("effects.legend_unknown")


def _silent_lane(silent: Sequence[Timing], words: Words) -> list[h.Node]:
    """One hatched lane for all effects of which nobody says when they start or stop, each by its name."""
    names = ", ".join(words(f"side_effects.{timing.effect}.name") for timing in silent)
    title = words("effects.silent", n=write_number(len(silent), words.language))
    spoken = f"{title} {words('effects.legend_unknown')}: {names}"
    lane = h.div(".lane", role="img", aria_label=spoken, data_silent=" ".join(timing.effect for timing in silent))
    return [h.div(".name")[title], lane, h.p(".said.quiet")[names]]


def _mark(moment: Moment) -> h.Element:
    left = min(100.0, 100 * moment.first_day / DAYS)
    width = max(0.0, min(100.0, 100 * moment.last_day / DAYS) - left)
    style = f"--c:{Meaning.UNCONTROLLED.css};left:{left:.2f}%;width:{width:.2f}%"
    return h.div(
        class_={"known": True, "measured": moment.basis is TimingBasis.MEASURED},
        style=style,
        data_basis=moment.basis,
    )


def _arrow(study: Study) -> h.Element:
    """Still there when the study ended: an arrow at its last week, or at the edge when that is later or not known."""
    weeks = study.weeks_on_drug.value if isinstance(study.weeks_on_drug, Quantity) else WEEKS
    return h.b(".arrow", style=f"left:{min(100.0, 100 * weeks / WEEKS):.2f}%", aria_hidden="true")["→"]


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
