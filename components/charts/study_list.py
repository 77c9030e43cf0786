"""Studies as a readable list, and placebo trials as one line each with direction, size and people together."""

from collections.abc import Sequence

import htpy as h
from markupsafe import Markup

from components.charts.chart import Chart, Table
from components.charts.look import Meaning, drawn, picture, state_mark, without_lot_mark
from components.charts.phrases import describe_direction, describe_size, people_text
from content.text import Words
from data.compared import compared
from data.evidence import Voice, has_other_dose, main_result, people_in, spoken_by
from data.labels import State
from data.models.base import known_count
from data.models.study import ANIMALS, BETWEEN_GROUPS, CELLS, Direction, IntegrityStatus, Result, Study
from data.naming import short_name

_MARKS = {Direction.FAVOURS_LDN: State.SUPPORTED, Direction.NO_CLEAR_DIFFERENCE: State.NO_DIFFERENCE}


def direction_mark(study: Study, result: Result | None) -> Markup:
    """The shape of a result's direction; its word always stands beside it. Without a lot it is never a solid one."""
    if result is None:
        return state_mark(State.UNTESTED)
    found = compared(study, result)
    direction = found.direction
    if found.without_lot:
        return without_lot_mark(direction)
    if direction is Direction.FAVOURS_CONTROL:
        frame = h.svg(".mark", viewBox="0 0 20 20", width="20", height="20", aria_hidden="true", focusable="false")
        return drawn(frame[h.path(d="M10 18 L18.5 2.5 L1.5 2.5 Z", fill=Meaning.WARNING.css)])
    if direction in BETWEEN_GROUPS:
        return state_mark(_MARKS[direction])
    return state_mark(State.UNCONTROLLED)


def shown_result(study: Study) -> Result | None:
    """The result shown first for a study."""
    return next((result for result in study.results if result.id == study.main_result), None)


def study_list(key: str, studies: Sequence[Study], words: Words, *, condition: str | None = None) -> Chart:
    """The studies in the order given; with `condition`, results and people are those of that condition."""
    header = (
        words("nav.study"),
        words("studies.design"),
        words("evidence.people", n="").strip(),
        words("direction.label"),
        words("size.label"),
        words("studies.depth"),
    )
    return Chart(
        key=key,
        markup=picture(h.ul(".studies")[(_item(study, words, condition) for study in studies)]),
        alt="; ".join(f"{short_name(study)}: {way_of(study, condition, words)[1]}" for study in studies)
        or words("condition.no_studies"),
        table=Table(header, tuple(_row(study, words, condition) for study in studies)),
        source_note=words("studies.title"),
        choices=tuple(study.id for study in studies),
    )


def _result(study: Study, condition: str | None) -> Result | None:
    """The result shown first; about a condition, a trial without one speaks through what it compared."""
    if condition is None:
        return shown_result(study)
    first, spoken = main_result(study, condition), spoken_by(study, condition)
    return first if first or spoken is None or spoken[0] is Voice.DIVIDED else spoken[1]


def way_of(study: Study, condition: str | None, words: Words) -> tuple[Markup, str]:
    """Which way the study points, as a shape and in words; one whose outcomes differ is called so."""
    result = _result(study, condition)
    if result is None and condition is not None and spoken_by(study, condition) is not None:
        return state_mark(State.MIXED), words("direction.divided")
    return direction_mark(study, result), describe_direction(study, result, words)


def _people(study: Study, condition: str | None) -> int | None:
    if condition:
        return people_in(study, condition)
    for count in (study.people.analysed, study.people.randomised, study.people.entered):
        if (number := known_count(count)) is not None:
            return number
    return None


def _depth(study: Study, words: Words) -> str:
    return words(f"depth.{study.sources[0].depth}")


def _item(study: Study, words: Words, condition: str | None) -> h.Element:
    result = _result(study, condition)
    mark, way = way_of(study, condition, words)
    in_people = study.design not in ANIMALS | CELLS
    facts = [
        words(f"design.{study.design}"),
        people_text(_people(study, condition), words) if in_people else "",
        _depth(study, words),
    ]
    if not condition:
        facts.insert(0, ", ".join(words(f"conditions.{c}.name") for c in study.conditions))
        if study.model_of:
            names = ", ".join(words(f"conditions.{c}.name") for c in study.model_of)
            facts.insert(0, words("studies.model_of", conditions=names))
    measured = result is not None and compared(study, result).direction in BETWEEN_GROUPS
    size = f" {describe_size(study, result, words)}." if result and measured else ""
    return h.li[
        h.div(".head")[
            h.a(href=f"study?study={study.id}", data_choice=study.id)[short_name(study)],
            [h.span(".flag")[flag] for flag in flags(study, words)],
        ],
        h.p[study.plain],
        h.div(".way")[mark, h.span[way]] if in_people else None,
        h.p[size.strip()] if size else None,
        h.p(".quiet")[" · ".join(fact for fact in facts if fact)],
    ]


def flags(study: Study, words: Words) -> list[str]:
    """Warnings that belong beside a study's name: no people, not low dose, corrected, doubted, retracted."""
    found = []
    if study.design in ANIMALS | CELLS:
        found.append(words("studies.not_people"))
    elif has_other_dose(study):
        found.append(words("studies.not_low"))
    if study.combined_with is not None:
        found.append(words("studies.combined", treatment=study.combined_with))
    if study.integrity.status is not IntegrityStatus.NOTHING_FOUND:
        found.append(words(f"studies.{study.integrity.status}"))
    return found


def _row(study: Study, words: Words, condition: str | None) -> tuple[str, ...]:
    result = _result(study, condition)
    return (
        short_name(study),
        words(f"design.{study.design}"),
        people_text(_people(study, condition), words),
        way_of(study, condition, words)[1],
        describe_size(study, result, words) if result else words("size.not_published"),
        _depth(study, words),
    )
