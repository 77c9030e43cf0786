"""Passages of a longer page, part by part, with the labels and sources that belong to each."""

from collections.abc import Sequence

import htpy as h

from components.charts.chart import Chart, Table
from components.charts.look import picture
from components.charts.told import choices_of, contents, label_strip, paragraphs, sources, told_text
from content.text import Words
from data.dataset import Dataset
from data.models.study import Study
from data.models.told import Passage, PassagePage, PassagePart


def parts_of(dataset: Dataset, page: PassagePage) -> tuple[PassagePart, ...]:
    """The parts a page has, in order."""
    return tuple(dict.fromkeys(passage.part for passage in dataset.passages if passage.page is page))


def studies_behind(dataset: Dataset, page: PassagePage, part: PassagePart) -> list[Study]:
    """The studies a part rests on, oldest first."""
    told = [passage for passage in dataset.passages if passage.page is page and passage.part is part]
    names = dict.fromkeys(name for passage in told for name in passage.rests_on if name in dataset.study_by_id)
    return sorted((dataset.study_by_id[name] for name in names), key=lambda study: study.citation.year or 0)


def page_contents(dataset: Dataset, page: PassagePage, words: Words) -> Chart:
    """The table of contents of a page; its anchors stand in the pictures of the parts."""
    named = [(f"part-{part}", words(f"passage_part.{part}")) for part in parts_of(dataset, page)]
    return Chart(
        key=f"contents-{page}",
        markup=picture(contents(named, words)),
        alt=f"{words('told.contents')}: {', '.join(name for _, name in named)}",
        table=Table((words("told.contents"),), tuple((name,) for _, name in named)),
        source_note=words("passages_page.source", version=dataset.release.version),
    )


def passage_part(dataset: Dataset, page: PassagePage, part: PassagePart, words: Words) -> Chart:
    """One part: its heading, and each passage with its text, generated labels and sources."""
    told = [passage for passage in dataset.passages if passage.page is page and passage.part is part]
    name = words(f"passage_part.{part}")
    return Chart(
        key=f"{page}-{part}",
        markup=picture(
            h.section(".told", aria_labelledby=f"part-{part}")[
                h.h2(id=f"part-{part}", tabindex="-1")[name],
                [_passage(passage, dataset, words) for passage in told],
            ]
        ),
        alt=f"{name}: {', '.join(words(f'passages.{passage.id}.title') for passage in told)}",
        table=Table((words("passages_page.passage"), words("passages_page.text")), _rows(told, dataset, words)),
        source_note=words("passages_page.source", version=dataset.release.version),
        choices=choices_of(told, (), dataset),
    )  # fmt: skip


def _rows(told: Sequence[Passage], dataset: Dataset, words: Words) -> tuple[tuple[str, ...], ...]:
    return tuple((words(f"passages.{passage.id}.title"), _plain(passage, dataset, words)) for passage in told)


def _plain(passage: Passage, dataset: Dataset, words: Words) -> str:
    return told_text(passage, f"passages.{passage.id}.plain", dataset, words)


def _passage(passage: Passage, dataset: Dataset, words: Words) -> h.Element:
    return h.section(id=passage.id, data_passage=passage.id)[
        h.h3[words(f"passages.{passage.id}.title")],
        paragraphs(_plain(passage, dataset, words)),
        label_strip(passage.conditions, dataset, words),
        sources(passage, words(f"passages.{passage.id}.title"), dataset, words),
    ]


def labels_beside(dataset: Dataset, conditions: Sequence[str], words: Words) -> Chart:
    """The generated answers for several conditions side by side: which way, how sure, how much."""
    strip = label_strip(conditions, dataset, words)
    names = tuple(words(f"conditions.{condition}.name") for condition in conditions)
    return Chart(
        key="labels-beside",
        markup=picture(strip),
        alt=f"{words('told.labels')}: {', '.join(names)}",
        table=Table((words("evidence.condition"),), tuple((name,) for name in names)),
        source_note=words("passages_page.source", version=dataset.release.version),
        choices=tuple(f"condition?condition={condition}" for condition in conditions),
    )
