"""Two or three studies side by side in plain words."""

from collections.abc import Sequence

import htpy as h

from components.charts.chart import Chart, Table
from components.charts.look import picture
from components.charts.phrases import describe_direction, describe_size, people_text
from components.charts.stacking import stacking_table
from components.charts.study_list import flags, shown_result
from content.numbers import write_number
from content.text import Words
from data.find import people_of
from data.models.base import Missing
from data.models.study import Comparator, Dose, Study
from data.naming import short_name


def comparison(studies: Sequence[Study], words: Words) -> Chart:
    """One column per study, one row per question a reader asks of it."""
    questions = ("plain", "who", "against", "dose", "people", "weeks", "way", "size", "weakness", "read")
    header = ("", *(short_name(study) for study in studies))
    columns = [_answers(study, words) for study in studies]
    rows = [
        (words(f"compare.{question}"), *(column[place] for column in columns))
        for place, question in enumerate(questions)
    ]
    links = [
        h.a(href=f"study?study={s.id}", data_choice=s.id)[words("compare.open", study=short_name(s))] for s in studies
    ]
    return Chart(
        key="compare",
        markup=picture(stacking_table(words("compare.title"), header, rows), h.p[[(link, " ") for link in links]]),
        alt="; ".join(f"{name}: {column[6]}" for name, column in zip(header[1:], columns, strict=True)),
        table=Table((words("compare.title"), *header[1:]), tuple(rows)),
        source_note=", ".join(header[1:]),
        choices=tuple(study.id for study in studies),
    )


def _answers(study: Study, words: Words) -> list[str]:
    result = shown_result(study)
    people = study.people.population
    weeks = study.weeks_on_drug
    return [
        " ".join([*(f"{flag}." for flag in flags(study, words)), study.plain]),
        words(f"missing.{people}") if isinstance(people, Missing) else people.value,
        study.comparator.text if isinstance(study.comparator, Comparator) else words(f"missing.{study.comparator}"),
        study.dose.text if isinstance(study.dose, Dose) else words(f"missing.{study.dose}"),
        people_text(people_of(study), words),
        words(f"missing.{weeks}") if isinstance(weeks, Missing) else write_number(weeks.value, words.language),
        describe_direction(study, result, words),
        describe_size(study, result, words) if result else words("size.not_published"),
        study.weaknesses[0] if study.weaknesses else words("missing.not-found"),
        words(f"depth.{study.sources[0].depth}"),
    ]
