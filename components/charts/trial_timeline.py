"""Registered trials on one line of years, and condition by condition; group and stage are switched in the browser."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from itertools import product

import htpy as h
from markupsafe import Markup

from components.charts.chart import Chart, Switch, Table
from components.charts.choosers import chooser, row_of_choosers
from components.charts.look import Meaning, drawn, picture
from components.charts.told import contents
from components.charts.trial_conditions import condition_cards
from content.numbers import write_date, write_number
from content.text import Words, load_words
from data.dataset import Dataset
from data.models.register import RegisteredTrial
from data.models.study import DoseBand
from data.models.subject import ConditionGroup
from data.trial_stage import Moment, Stage, moment, stage_of

GROUPS = ("all", *ConditionGroup)
STAGES = ("all", *Stage)
CHOICES = tuple(" ".join(values) for values in product(GROUPS, STAGES))
_MEANING = {
    Stage.UNDER_WAY: Meaning.TOWARDS_LDN,
    Stage.PUBLISHED: Meaning.MIXED,
    Stage.REGISTER_ONLY: Meaning.MIXED,
    Stage.SILENT: Meaning.UNCONTROLLED,
    Stage.WITHDRAWN: Meaning.WARNING,
    Stage.UNCLEAR: Meaning.NO_DIFFERENCE,
}
_SHAPES = {
    Stage.UNDER_WAY: "M5 2.5 L17 10 L5 17.5 Z",
    Stage.PUBLISHED: "M3 10.5 L8 15.5 L17 5",
    Stage.REGISTER_ONLY: "M3 5 H17 M3 10 H17 M3 15 H11",
    Stage.SILENT: "M10 2.5 V11.5 M10 15.5 V17",
    Stage.WITHDRAWN: "M4.5 4.5 L15.5 15.5 M15.5 4.5 L4.5 15.5",
    Stage.UNCLEAR: "M6.5 7 A3.5 3.5 0 1 1 10 10.5 V12.5 M10 15.6 V16.6",
}


def trial_timeline(dataset: Dataset, words: Words, *, choice: str = "all all") -> Chart:
    """All registered trials with every choice of group and stage; `choice` ("group stage") is shown first."""
    markup, switch = _all_choices(dataset, words.language)
    takeaway = words(
        "research.takeaway",
        all=write_number(len(dataset.trials), words.language),
        running=_count(Stage.UNDER_WAY, dataset, words),
        silent=_count(Stage.SILENT, dataset, words),
    )
    return Chart(
        key="trials",
        markup=markup,
        alt=f"{words('research.title')}. {takeaway}",
        takeaway=takeaway,
        table=Table(
            (
                words("research.trial"), words("evidence.condition"), words("research.stage"),
                words("research.when"), words("research.looked"),
            ),
            tuple(
                (
                    f"{trial.number} {trial.title}", _conditions(trial, words),
                    words(f"stage.{stage_of(trial)}.name"), _when(trial, words),
                    write_date(trial.status_read, words.language),
                )
                for trial in dataset.trials
            ),
        ),
        source_note=words("research.source", version=dataset.release.version),
        choices=(
            *dict.fromkeys(trial.published_as for trial in dataset.trials if trial.published_as),
            *(f"condition?condition={condition.id}" for condition in dataset.conditions),
        ),
        switch=Switch(CHOICES, choice, switch.arrangements, switch.said),
    )  # fmt: skip


@lru_cache(maxsize=8)
def _all_choices(dataset: Dataset, language: str) -> tuple[str, Switch]:
    words = load_words(language)
    first, last = _ends(dataset.trials)
    cards = condition_cards(dataset, words)
    body = [
        _choosers(words),
        contents([("timeline", words("research.timeline")), ("by-condition", words("research.by_condition"))], words),
        h.ul(".stages")[(h.li[stage_mark(stage), " ", _stage_text(stage, dataset, words)] for stage in Stage)],
        h.h2(id="timeline", tabindex="-1")[words("research.timeline")],
        h.p(".quiet")[words("research.guide")],
        h.p(".none", data_part="none")[words("research.none")],
        h.div(".trials-axis.quiet", aria_hidden="true")[h.div(".years")[_ticks(first, last)]],
        h.ol(".trials")[(_row(trial, (first, last), words) for trial in _ordered(dataset.trials))],
        h.h2(id="by-condition", tabindex="-1")[words("research.by_condition")],
        h.p[words("research.by_condition_gist")],
        h.div(".by-condition")[(card for _, card in cards)],
    ]
    return picture(h.div(".research")[body]), Switch(
        choices=CHOICES,
        shown=CHOICES[0],
        arrangements={name: _parts(dataset, name) for name in CHOICES},
        said={name: _said(dataset, name, words) for name in CHOICES},
    )


def _choosers(words: Words) -> h.Element:
    groups = [(g, words("evidence.group_all") if g == "all" else words(f"group.{g}")) for g in GROUPS]
    stages = [(s, words("research.stage_all") if s == "all" else words(f"stage.{s}.name")) for s in STAGES]
    return row_of_choosers(chooser(words("evidence.group"), groups), chooser(words("research.stage"), stages))


def chosen_trials(dataset: Dataset, choice: str) -> list[RegisteredTrial]:
    """The trials a choice ("group stage") shows, newest start first."""
    group, stage = choice.split()
    groups = {condition.id: condition.group for condition in dataset.conditions}
    return [
        trial
        for trial in _ordered(dataset.trials)
        if (group == "all" or group in {groups[name] for name in trial.conditions})
        and stage in ("all", stage_of(trial))
    ]


def _parts(dataset: Dataset, choice: str) -> tuple[str, ...]:
    group, stage = choice.split()
    found = chosen_trials(dataset, choice)
    about = {name for trial in found for name in trial.conditions}
    shown = [
        condition.id
        for condition in dataset.conditions
        if (group in ("all", condition.group)) and (stage == "all" or condition.id in about)
    ]
    return (*(["none"] if not found else []), *(trial.id for trial in found), *(f"about-{name}" for name in shown))


def _said(dataset: Dataset, choice: str, words: Words) -> str:
    return words("research.said", n=write_number(len(chosen_trials(dataset, choice)), words.language))


def stage_mark(stage: Stage) -> Markup:
    """The shape of a stage, hidden from screen readers because its word always stands beside it."""
    colour = _MEANING[stage].css
    filled = stage is Stage.UNDER_WAY
    shape = h.path(
        d=_SHAPES[stage], fill=colour if filled else "none", stroke=colour, stroke_width="2.6", stroke_linecap="round"
    )
    return drawn(
        h.svg(".mark", viewBox="0 0 20 20", width="18", height="18", aria_hidden="true", focusable="false")[shape]
    )


def _count(stage: Stage, dataset: Dataset, words: Words) -> str:
    return write_number(sum(stage_of(trial) is stage for trial in dataset.trials), words.language)


def _stage_text(stage: Stage, dataset: Dataset, words: Words) -> list[h.Node]:
    counted = f"{words(f'stage.{stage}.name')} ({_count(stage, dataset, words)})"
    return [h.b[counted], ": ", words(f"stage.{stage}.about")]


def _ordered(trials: Sequence[RegisteredTrial]) -> list[RegisteredTrial]:
    """Newest start first; those whose start the register does not give come last, newest entry first."""
    return sorted(trials, key=lambda trial: (_start(trial) or date.min, trial.status_read, trial.id), reverse=True)


def _start(trial: RegisteredTrial) -> date | None:
    found = moment(trial.starts)
    return found.day if found else None


def _ends(trials: Sequence[RegisteredTrial]) -> tuple[int, int]:
    found = [
        moment(text, latest=late) for trial in trials for text, late in ((trial.starts, False), (trial.ends, True))
    ]
    years = [one.day.year for one in found if one] + [trial.status_read.year for trial in trials]
    return (min(years), max(years) + 1) if years else (0, 1)


def _place(day: date, ends: tuple[int, int]) -> float:
    years = day.year + (day.timetuple().tm_yday - 1) / 366 - ends[0]
    return 100 * years / (ends[1] - ends[0])


def _ticks(first: int, last: int) -> list[h.Element]:
    step = max(1, (last - first) // 5)
    return [
        h.span(style=f"left:{100 * (year - first) / (last - first):.2f}%")[str(year)]
        for year in range(first, last, step)
    ]


def _row(trial: RegisteredTrial, ends: tuple[int, int], words: Words) -> h.Element:
    stage = stage_of(trial)
    return h.li(data_part=trial.id, data_stage=stage)[
        h.details[
            h.summary[
                h.span(".what")[
                    stage_mark(stage),
                    h.span[h.b[_conditions(trial, words)], h.small(".quiet")[_in_short(trial, stage, words)]],
                ],
                h.span(".track", aria_hidden="true")[_bar(trial, stage, ends)],
            ],
            h.div(".more")[_facts(trial, stage, words)],
        ]
    ]


def _in_short(trial: RegisteredTrial, stage: Stage, words: Words) -> str:
    """What became of it, its number and its years, in the one line that is always in sight."""
    found = [moment(trial.starts), moment(trial.ends, latest=True)]
    start, end = (str(one.day.year) if one else words("research.unknown_year") for one in found)
    years = words("research.years", start=start, end=end) if any(found) else words("research.unknown_years")
    return " · ".join([words(f"stage.{stage}.name"), trial.number, years])


def _facts(trial: RegisteredTrial, stage: Stage, words: Words) -> list[h.Node]:
    people = trial.actual_people if trial.actual_people is not None else trial.planned_people
    facts = [
        words(f"status.{trial.status}"),
        words("evidence.people", n=write_number(people, words.language))
        if people is not None
        else words("evidence.people_unknown"),
        words("study.as_of", date=write_date(trial.status_read, words.language)),
    ]
    not_low = trial.dose_band is not DoseBand.LOW
    return [
        h.p[h.a(href=trial.url, target="_blank", rel="noopener")[trial.number], " ", trial.title],
        h.p[stage_mark(stage), " ", h.b[words(f"stage.{stage}.name")], _published(trial, words)],
        h.p(".quiet")[_when(trial, words), ". ", " · ".join(facts)],
        h.p[h.span(".flag")[words(f"band.{trial.dose_band}")]] if not_low else None,
    ]


def _published(trial: RegisteredTrial, words: Words) -> list[h.Node]:
    if trial.published_as is None:
        return []
    name = words("research.as_published")
    return [": ", h.a(href=f"study?study={trial.published_as}", data_choice=trial.published_as)[name]]


def _conditions(trial: RegisteredTrial, words: Words) -> str:
    return ", ".join(words(f"conditions.{name}.name") for name in trial.conditions)


def _bar(trial: RegisteredTrial, stage: Stage, ends: tuple[int, int]) -> list[h.Node]:
    """From start to end; an end the register does not give is drawn open and hatched, never guessed."""
    start, end = moment(trial.starts), moment(trial.ends, latest=True)
    colour = f"--bar:{_MEANING[stage].css}"
    seen = _place(trial.status_read, ends)
    looked = h.i(".looked", style=f"left:{seen:.2f}%")
    if start is None and end is None:
        return [h.span(".bar.unknown.hatch", style=f"left:0%;width:100%;{colour}"), looked]
    left = _place(start.day, ends) if start else 0.0
    right = _place(end.day, ends) if end else 100.0
    classes = {
        "bar": True, "no-start": start is None, "no-end": end is None,
        "planned": bool((end and end.planned) or (start and start.planned)),
    }  # fmt: skip
    return [h.span(class_=classes, style=f"left:{left:.2f}%;width:{max(right - left, 0.8):.2f}%;{colour}"), looked]


def _when(trial: RegisteredTrial, words: Words) -> str:
    return words(
        "research.span",
        start=_moment_text(trial.starts, moment(trial.starts), words),
        end=_moment_text(trial.ends, moment(trial.ends, latest=True), words),
    )


def _moment_text(text: str | None, found: Moment | None, words: Words) -> str:
    if found is None or text is None:
        return words("research.unknown_date")
    return text
