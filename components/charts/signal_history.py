"""Signal history: every counted study of a condition on one dated axis, so that a promise that faded is visible."""

from collections.abc import Sequence
from math import sqrt

import htpy as h

from components.charts.chart import Chart, Table
from components.charts.look import picture
from components.charts.phrases import people_text
from components.charts.study_list import direction_mark, way_of
from content.numbers import write_number
from content.text import Words
from data.compared import compared
from data.evidence import Evidence, main_result, people_in
from data.labels import Label
from data.models.study import Study
from data.naming import short_name

# The area of a mark follows the people in the study, up to this many.
MOST_PEOPLE = 400
FEWEST_IN_HISTORY = 2
SMALLEST, LARGEST = 16, 48


def signal_history(label: Label, words: Words) -> Chart:
    """Two blocks, without and against placebo; a row per study, oldest first.

    Raises ValueError below `FEWEST_IN_HISTORY` dated studies: one point is no history.
    """
    dated = [study for study in label.studies if study.citation.year]
    if len(dated) < FEWEST_IN_HISTORY:
        raise ValueError(f"{label.condition} has {len(dated)} dated studies; a history needs {FEWEST_IN_HISTORY}")
    placebo = {study.id for study in label.cells[Evidence.PLACEBO_TRIAL].studies}
    first, last = _ends(dated)
    blocks = [
        (words("condition.history_without"), [study for study in dated if study.id not in placebo]),
        (words("condition.history_placebo"), [study for study in dated if study.id in placebo]),
    ]
    drawn = [_block(name, _ordered(studies), label.condition, (first, last), words) for name, studies in blocks]
    takeaway = _takeaway(label, dated, placebo, words)
    rows = tuple(
        (
            str(study.citation.year), short_name(study), words(f"design.{study.design}"),
            people_text(people_in(study, label.condition), words), way_of(study, label.condition, words)[1],
        )
        for study in _ordered(dated)
    )  # fmt: skip
    header = (
        words("studies.year"), words("studies.title"), words("studies.design"), words("studies.size"),
        words("direction.label"),
    )  # fmt: skip
    return Chart(
        key="history",
        markup=picture(h.div(".history")[_axis(first, last, words), drawn], _legend(dated, label.condition, words)),
        alt=words("condition.history_alt", takeaway=takeaway),
        takeaway=takeaway,
        table=Table(header, rows),
        source_note=", ".join(short_name(study) for study in _ordered(dated)),
        choices=tuple(study.id for study in dated),
    )


def _ordered(studies: Sequence[Study]) -> list[Study]:
    return sorted(studies, key=lambda study: (study.citation.year or 0, study.id))


def _ends(studies: Sequence[Study]) -> tuple[int, int]:
    years = [study.citation.year or 0 for study in studies]
    return min(years), max(max(years), min(years) + 1)


def _axis(first: int, last: int, words: Words) -> list[h.Node]:
    middle = (first + last) // 2
    years = [first, middle, last] if last - first > 3 else [first, last]
    ticks = [
        h.span(
            class_={"last": year == last, "middle": first < year < last}, style=f"left:{_place(year, first, last):.2f}%"
        )[str(year)]
        for year in years
    ]
    return [h.div(".name.quiet")[words("studies.year")], h.div(".axis.quiet")[ticks]]


def _place(year: int, first: int, last: int) -> float:
    return 100 * (year - first) / (last - first)


def _block(name: str, studies: Sequence[Study], condition: str, ends: tuple[int, int], words: Words) -> list[h.Node]:
    if not studies:
        return [h.h3[name], h.p(".none.quiet")[words("condition.history_none")]]
    rows: list[h.Node] = [h.h3[name]]
    for study in studies:
        people = people_in(study, condition)
        left = _place(study.citation.year or ends[0], *ends)
        size = SMALLEST + (LARGEST - SMALLEST) * sqrt(min(people or 0, MOST_PEOPLE) / MOST_PEOPLE)
        shape, way = way_of(study, condition, words)
        told = f"{study.citation.year} · {people_text(people, words)} · {way}"
        mark = h.span(".at", style=f"left:{left:.2f}%;--size:{size:.0f}px", data_people=str(people or ""))[shape]
        link = h.a(href=f"study?study={study.id}", data_choice=study.id)[short_name(study)]
        rows += [
            h.div(".name")[link, " ", h.small(".quiet")[told]],
            # The words beside it say the same; a picture with a name of its own would be the same twice.
            h.div(".track", aria_hidden="true", data_study=study.id)[mark],
        ]
    return rows


def _legend(studies: Sequence[Study], condition: str, words: Words) -> h.Element | None:
    """What the broken outline means, where one is drawn."""
    for study in studies:
        result = main_result(study, condition)
        if result is not None and compared(study, result).without_lot:
            return h.ul(".legend")[h.li[direction_mark(study, result), h.span[words("condition.history_without_lot")]]]
    return None


def _takeaway(label: Label, dated: Sequence[Study], placebo: set[str], words: Words) -> str:
    without = sum(study.id not in placebo for study in dated)
    counts = {"without": write_number(without, words.language), "placebo": write_number(len(placebo), words.language)}
    newest = max((study.citation.year or 0 for study in label.compared), default=0)
    if not newest:
        return words("condition.history_untested", **counts)
    return words("condition.history_takeaway", newest=str(newest), **counts)
