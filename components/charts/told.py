"""Pieces of told texts: words with their quoted figures, the labels beside them, sources and further pages."""

from collections.abc import Iterable

import htpy as h

from components.charts.figures import with_figures
from components.charts.look import certainty_bars, spoken_name, state_mark
from components.charts.phrases import how_much, how_sure, which_way
from components.charts.references import reference
from content.text import Words
from data.dataset import Dataset
from data.labels import label_of
from data.models.told import Related, Told, View
from data.quoted import quoted_figures

# The name under which a page has the record it is opened at in its address.
_OPENED_AT = {View.CONDITION: "condition", View.QUESTIONS: "question"}


def told_text(told: Told, key: str, dataset: Dataset, words: Words) -> str:
    """The text under `key`, with the figures the record quotes."""
    return with_figures(words, key, quoted_figures(dataset, told))


def paragraphs(text: str) -> list[h.Element]:
    """A text as paragraphs, one for each of its lines."""
    return [h.p[line] for line in text.split("\n") if line.strip()]


def address_of(related: Related) -> str:
    """The address of a page that tells more: how, condition?condition=fibromyalgia."""
    name = _OPENED_AT.get(related.view)
    return f"{related.view}?{name}={related.record}" if name and related.record else str(related.view)


def related_name(related: Related, words: Words) -> str:
    """What a page that tells more is called on screen."""
    if related.view is View.CONDITION and related.record:
        return words(f"conditions.{related.record}.name")
    if related.view is View.QUESTIONS and related.record:
        return words(f"questions.{related.record}.question")
    return words(f"nav.{str(related.view).replace('side-effects', 'effects')}")


def related_links(related: Iterable[Related], words: Words) -> h.Element | None:
    """Links to the pages that tell more; None when there are none."""
    items = [
        h.li[h.a(href=address_of(page), data_choice=address_of(page))[related_name(page, words)]] for page in related
    ]
    return h.ul(".onward", aria_label=words("told.more"))[items] if items else None


def label_strip(conditions: Iterable[str], dataset: Dataset, words: Words) -> h.Element | None:
    """The generated answer for each condition: which way, how sure, how much; never one without the others."""
    items = []
    for condition in conditions:
        label = label_of(dataset, condition)
        address = address_of(Related(view=View.CONDITION, record=condition))
        items.append(
            h.li(data_condition=condition)[
                h.a(href=address, data_choice=address)[words(f"conditions.{condition}.name")],
                h.span[state_mark(label.state), " ", which_way(label, words)],
                h.span[certainty_bars(label.certainty), " ", words("certainty.label"), ": ", how_sure(label, words)],
                h.span(".quiet")[words("size.label"), ": ", how_much(label, words)],
            ]
        )
    return h.ul(".strip", aria_label=words("told.labels"))[items] if items else None


def sources(told: Told, of: str, dataset: Dataset, words: Words) -> h.Element | None:
    """What the text named `of` rests on, as links; None when it names nothing."""
    items = [h.li[reference(name, dataset, words)] for name in told.rests_on]
    return h.details(".sources")[h.summary[words("told.sources"), spoken_name(of)], h.ul[items]] if items else None


def choices_of(texts: Iterable[Told], related: Iterable[Related], dataset: Dataset) -> tuple[str, ...]:
    """Everything that can be tapped in these texts: studies by id, pages by address."""
    told = tuple(texts)
    studies = [name for text in told for name in text.rests_on if name in dataset.study_by_id]
    labels = [
        address_of(Related(view=View.CONDITION, record=condition)) for text in told for condition in text.conditions
    ]
    return tuple(dict.fromkeys([*studies, *labels, *map(address_of, related)]))


def contents(parts: Iterable[tuple[str, str]], words: Words) -> h.Element:
    """A table of contents: (anchor, text). picture.js brings an anchor into view; a light page follows it as it is."""
    return h.nav(".contents", aria_label=words("told.contents"))[
        h.ul[(h.li[h.a(href=f"#{anchor}")[text]] for anchor, text in parts)]
    ]
