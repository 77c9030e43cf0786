"""A study card: one plain sentence first, then who, what, how many, results, weaknesses, money, sources."""

import streamlit as st

from components.charts.kept import kept
from components.charts.phrases import describe_direction, describe_size
from components.charts.study_list import flags, shown_result
from components.charts.study_tables import study_effects, study_facts, study_results
from components.ui.go import link_to
from components.ui.prose import bullets, heading, write
from components.ui.show_chart import show_chart
from content.numbers import write_date
from content.text import Words
from data.dataset import Dataset
from data.models.study import Study
from data.naming import short_name, with_names


def show_study(study: Study, dataset: Dataset, words: Words) -> None:
    """Everything known about one study; unknown is said as such."""
    st.title(short_name(study), anchor=False)
    for flag in flags(study, words):
        st.warning(flag)
    result = shown_result(study)
    found = [
        f"{words('direction.label')}: **{describe_direction(study, result, words)}**  \n"
        f"{words('size.label')}: **{describe_size(study, result, words)}**"
    ] if result else []  # fmt: skip
    facts = f"{words(f'design.{study.design}')} · {words('study.blinding')}: {words(f'blinding.{study.blinding}')}"
    names = ", ".join(words(f"conditions.{condition}.name") for condition in study.model_of)
    write(f"**{study.plain}**", *found, facts, *([words("studies.model_of", conditions=names)] if names else []))
    for condition in (*study.conditions, *study.model_of):
        link_to("condition", words(f"conditions.{condition}.name"), condition=condition)

    write(
        heading(words("study.weakness")),
        bullets(*study.weaknesses) or words("missing.not-found"),
        heading(words("study.facts")),
    )
    show_chart(kept("study-facts", words, study.id, lambda: study_facts(study, words)), words, twin=False)
    write(heading(words("study.other_results")), *([] if study.results else [words("study.no_results")]))
    if study.results:
        show_chart(kept("study-results", words, study.id, lambda: study_results(study, words)), words, twin=False)
    if study.side_effects:
        write(heading(words("study.effects")))
        show_chart(kept("study-effects", words, study.id, lambda: study_effects(study, words)), words, twin=False)
    _show_sources(study, dataset, words)


def _show_sources(study: Study, dataset: Dataset, words: Words) -> None:
    sources = []
    for source in study.sources:
        via = f" · {words('study.via', via=source.via)}" if source.via else ""
        date = words("study.read_on", date=write_date(source.read, words.language))
        sources.append(f"[{source.url}]({source.url})  \n  {words(f'depth.{source.depth}')} · {date}{via}")
    integrity = study.integrity
    checked = words("study.checked", date=write_date(integrity.checked, words.language), how=integrity.how)
    notice = f" [{integrity.notice}]({integrity.notice})" if integrity.notice else ""
    notes = [with_names(note, dataset.study_by_id) for note in study.notes]
    write(
        heading(words("study.sources")),
        bullets(*sources),
        f"**{words('study.cite')}**  \n{reference(study)}",
        f"**{words('study.integrity')}**: {words(f'integrity.{integrity.status}')} ({checked}).{notice}",
        *([f"**{words('study.notes')}**", bullets(*notes)] if notes else []),
    )


def reference(study: Study) -> str:
    """The study's full reference with a link to its record, as Markdown."""
    c = study.citation
    authors = f"{', '.join(c.authors)}. " if c.authors else ""
    issue = f"({c.issue})" if c.issue else ""
    pages = f":{c.pages}" if c.pages else ""
    place = f"{c.journal or ''} {c.year or ''};{c.volume or ''}{issue}{pages}".strip(" ;")
    link = ""
    if c.doi:
        link = f" [doi.org/{c.doi}](https://doi.org/{c.doi})"
    elif c.pmid:
        link = f" [PubMed {c.pmid}](https://pubmed.ncbi.nlm.nih.gov/{c.pmid}/)"
    return f"{authors}{c.title}. {place}.{link}"
