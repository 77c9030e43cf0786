"""A study card: one plain sentence first, then who, what, how many, results, weaknesses, money, sources."""

import pandas as pd
import streamlit as st

from components.charts.chart import Table
from components.charts.phrases import describe_size, short_name
from components.charts.study_facts import effect_table, fact_rows, result_table
from components.charts.study_list import flags, shown_result
from components.ui.go import link_to
from content.numbers import write_date
from content.text import Words
from data.models.study import Study


def show_study(study: Study, words: Words) -> None:
    """Everything known about one study; unknown is said as such."""
    st.title(short_name(study))
    for flag in flags(study, words):
        st.warning(flag)
    st.markdown(f"**{study.plain}**")
    result = shown_result(study)
    if result is not None:
        st.markdown(
            f"{words('direction.label')}: **{words(f'direction.{result.direction}')}**  \n{words('size.label')}: **{describe_size(result, words)}**"
        )
    facts = [f"{words(f'design.{study.design}')}"]
    facts += [f"{words('study.blinding')}: {words(f'blinding.{study.blinding}')}"]
    st.markdown(" · ".join(facts))
    for condition in study.conditions:
        link_to("condition", words(f"conditions.{condition}.name"), condition=condition)

    st.header(words("study.weakness"))
    st.markdown("\n".join(f"- {text}" for text in study.weaknesses) or words("missing.not-found"))
    st.header(words("study.facts"))
    rows = tuple(fact_rows(study, words))
    _table(Table((words("study.outcome"), "", words("study.stands_in")), rows), study, words, header=False)
    st.header(words("study.other_results"))
    if study.results:
        _table(result_table(study, words), study, words)
    else:
        st.markdown(words("study.no_results"))
    if study.side_effects:
        st.header(words("study.effects"))
        _table(effect_table(study, words), study, words)
    _show_sources(study, words)


def _table(table: Table, study: Study, words: Words, *, header: bool = True) -> None:
    frame = pd.DataFrame(table.rows, columns=list(table.header))
    st.table(
        frame.set_index(table.header[0]),
        alt=f"{short_name(study)}: {table.header[0]}",
        border="horizontal",
        hide_header=not header,
    )


def _show_sources(study: Study, words: Words) -> None:
    st.header(words("study.sources"))
    for source in study.sources:
        via = f" · {words('study.via', via=source.via)}" if source.via else ""
        date = words("study.read_on", date=write_date(source.read, words.language))
        st.markdown(f"- [{source.url}]({source.url})  \n  {words(f'depth.{source.depth}')} · {date}{via}")
    st.markdown(f"**{words('study.cite')}**  \n{_reference(study)}")
    integrity = study.integrity
    checked = words("study.checked", date=write_date(integrity.checked, words.language), how=integrity.how)
    notice = f" [{integrity.notice}]({integrity.notice})" if integrity.notice else ""
    st.markdown(
        f"**{words('study.integrity')}**: {words(f'integrity.{integrity.status}')} ({checked}).{notice}"
    )
    if study.notes:
        st.markdown(f"**{words('study.notes')}**\n\n" + "\n".join(f"- {note}" for note in study.notes))


def _reference(study: Study) -> str:
    c = study.citation
    place = f"{c.journal or ''} {c.year or ''};{c.volume or ''}{f'({c.issue})' if c.issue else ''}{f':{c.pages}' if c.pages else ''}".strip(
        " ;"
    )
    link = (
        f" [doi.org/{c.doi}](https://doi.org/{c.doi})"
        if c.doi
        else f" [PubMed {c.pmid}](https://pubmed.ncbi.nlm.nih.gov/{c.pmid}/)"
        if c.pmid
        else ""
    )
    return f"{', '.join(c.authors)}{'. ' if c.authors else ''}{c.title}. {place}.{link}"
