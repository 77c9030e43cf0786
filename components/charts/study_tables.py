"""A study's facts, results and side effects as pictures: lists and stacking tables that read well on a phone."""

import htpy as h

from components.charts.chart import Chart, Table
from components.charts.look import picture
from components.charts.stacking import stacking_table
from components.charts.study_facts import effect_table, fact_rows, result_table
from content.text import Words
from data.models.study import Study
from data.naming import short_name


def study_facts(study: Study, words: Words) -> Chart:
    """Who, against what, dose, how long, how many: each with the place it stands in."""
    rows = tuple(fact_rows(study, words))
    body = [h.div[h.dt[name], h.dd[text, h.small(".quiet")[place] if place else None]] for name, text, place in rows]
    header = (words("study.facts"), words("how.central"), words("study.stands_in"))
    return Chart(
        key="study-facts",
        markup=picture(h.dl(".facts")[body]),
        alt=f"{short_name(study)}: {words('study.facts')}",
        table=Table(header, rows),
        source_note=_sources(study),
    )


def study_results(study: Study, words: Words) -> Chart:
    """All results of the study, main ones first as filed."""
    return _stacked("study-results", words("study.other_results"), result_table(study, words), study)


def study_effects(study: Study, words: Words) -> Chart:
    """All side effects the study reports."""
    return _stacked("study-effects", words("study.effects"), effect_table(study, words), study)


def _stacked(key: str, title: str, table: Table, study: Study) -> Chart:
    return Chart(
        key=key,
        markup=picture(stacking_table(title, table.header, table.rows)),
        alt=f"{short_name(study)}: {title}",
        table=table,
        source_note=_sources(study),
    )


def _sources(study: Study) -> str:
    return "; ".join(source.url for source in study.sources)
