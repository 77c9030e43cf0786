"""Practical pictures: published dose steps as stairs, the hour of the dose, when trials judged. No instruction."""

import htpy as h

from components.charts.chart import Chart, Table
from components.charts.effect_timeline import stairs, steps_in_words
from components.charts.look import picture
from components.charts.references import reference
from components.charts.stacking import stacking_table
from content.numbers import write_number
from content.text import Words
from data.dataset import Dataset
from data.models.base import Missing
from data.models.practice import HourOfDay, Schedule
from data.naming import short_name
from data.practice import by_hour, judged

# Without a published end, the last step is drawn this many weeks long.
OPEN_END = 4
ASKED = ("strength", "filler", "keep", "release", "recall", "opioids", "missed", "price")


def schedules(dataset: Dataset, words: Words) -> Chart:
    """Every published schedule: those with steps as stairs, the others by their words alone."""
    stepped = [schedule for schedule in dataset.dosing if schedule.steps]
    silent = [schedule for schedule in dataset.dosing if not schedule.steps]
    header = (
        words("practical.schedule"),
        words("practical.kind"),
        words("effects.ladder_choose"),
        words("studies.depth"),
    )
    markup = picture(
        h.ul(".schedules")[
            (h.li(data_schedule=schedule.id)[_schedule(schedule, dataset, words)] for schedule in stepped)
        ],
        h.details(".more")[
            h.summary[words("practical.no_steps", n=write_number(len(silent), words.language))],
            h.ul[
                (
                    h.li(data_schedule=schedule.id)[
                        reference(schedule.study, dataset, words), ": ", words(f"dosing.{schedule.id}.plain")
                    ]
                    for schedule in silent
                )
            ],
        ],
    )
    return Chart(
        key="schedules",
        markup=markup,
        alt=words("practical.schedules_alt", n=write_number(len(stepped), words.language)),
        table=Table(header, tuple(_row(schedule, dataset, words) for schedule in (*stepped, *silent))),
        source_note="; ".join(dict.fromkeys(f"{_name(s, dataset)}, {s.where}" for s in dataset.dosing)),
        choices=tuple(dict.fromkeys(s.study for s in dataset.dosing if s.study in dataset.study_by_id)),
    )


def _name(schedule: Schedule, dataset: Dataset) -> str:
    study = dataset.study_by_id.get(schedule.study)
    return short_name(study) if study else dataset.document_by_id[schedule.study].title


def _weeks(schedule: Schedule) -> float:
    return max(schedule.weeks or 0, schedule.steps[-1].from_week + (0 if schedule.weeks else OPEN_END))


def _schedule(schedule: Schedule, dataset: Dataset, words: Words) -> list[h.Node]:
    weeks = _weeks(schedule)
    condition = words(f"conditions.{schedule.condition}.name") if schedule.condition else ""
    kind = words(f"practical.kinds.{schedule.kind}")
    return [
        h.h3[reference(schedule.study, dataset, words)],
        h.p(".quiet")[" · ".join(part for part in (condition, kind, words("effects.ladder_choose")) if part)],
        stairs(schedule, words, weeks=weeks),
        h.p(".ends.quiet")[
            h.span[words("effects.week_0")], h.span[words("effects.week", n=write_number(weeks, words.language))]
        ],
        h.p[words(f"dosing.{schedule.id}.plain")],
        h.p(".quiet")[
            words(f"practical.hour.{schedule.hour}"),
            " ",
            words("practical.stands", where=schedule.where, depth=words(f"depth.{schedule.depth}")),
        ],
    ]


def _row(schedule: Schedule, dataset: Dataset, words: Words) -> tuple[str, ...]:
    steps = steps_in_words(schedule, words) if schedule.steps else words(f"missing.{Missing.NOT_FOUND}")
    kind, depth = words(f"practical.kinds.{schedule.kind}"), words(f"depth.{schedule.depth}")
    return (_name(schedule, dataset), kind, steps, depth)


def questions(words: Words) -> list[str]:
    """What to ask a pharmacist."""
    return [words(f"practical.asks.{name}") for name in ASKED]


def hours(dataset: Dataset, words: Words) -> Chart:
    """How many published schedules gave the dose at which hour."""
    found = by_hour(dataset)
    header = (words("practical.hour_label"), words("practical.how_many"), words("practical.which"))
    shown = [hour for hour in HourOfDay if found[hour] or hour in HOURS.values()]
    rows = tuple(_hour(hour, found[hour], dataset, words) for hour in shown)
    counts = {name: write_number(len(found[hour]), words.language) for name, hour in HOURS.items()}
    takeaway = words("practical.hours_takeaway", all=write_number(len(dataset.dosing), words.language), **counts)
    return Chart(
        key="hours",
        markup=picture(stacking_table(words("practical.hour_label"), header, rows)),
        alt=takeaway,
        takeaway=takeaway,
        table=Table(header, rows),
        source_note=words("practical.schedules"),
    )


HOURS = {"night": HourOfDay.NIGHT, "morning": HourOfDay.MORNING}


def _hour(hour: HourOfDay, found: tuple[Schedule, ...], dataset: Dataset, words: Words) -> tuple[str, ...]:
    known = hour not in (HourOfDay.NOT_REPORTED, HourOfDay.NOT_FOUND)
    names = ", ".join(_name(schedule, dataset) for schedule in found) if known else "–"
    return (words(f"practical.hour.{hour}"), write_number(len(found), words.language), names or "–")


def judgements(dataset: Dataset, words: Words) -> Chart:
    """By what, and after how many weeks, each placebo trial judged its main result."""
    found = judged(dataset)
    header = (words("nav.study"), words("nav.condition"), words("practical.judged_by"), words("practical.judged_after"))
    body = [
        (
            h.a(href=f"study?study={entry.study.id}", data_choice=entry.study.id)[short_name(entry.study)],
            ", ".join(words(f"conditions.{condition}.name") for condition in entry.study.conditions),
            entry.result.measured_by,
            words("practical.weeks", n=write_number(entry.weeks, words.language))
            if entry.weeks
            else words(f"missing.{Missing.NOT_FOUND}"),
        )
        for entry in found
    ]
    table = stacking_table(words("practical.judged"), header, body)
    rows = tuple(
        (short_name(entry.study), *(str(cell) for cell in row[1:])) for entry, row in zip(found, body, strict=True)
    )
    weeks = [entry.weeks for entry in found if entry.weeks]
    takeaway = words(
        "practical.judged_takeaway",
        n=write_number(len(weeks), words.language),
        low=write_number(min(weeks, default=0), words.language),
        high=write_number(max(weeks, default=0), words.language),
    )
    count = write_number(len(found), words.language)
    return Chart(
        key="judgements",
        markup=picture(h.details(".more")[h.summary[words("practical.judged_show", n=count)], table]),
        alt=takeaway,
        takeaway=takeaway,
        table=Table(header, rows),
        source_note="; ".join(short_name(entry.study) for entry in found),
        choices=tuple(entry.study.id for entry in found),
    )
