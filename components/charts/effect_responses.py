"""What people did about unwanted effects: each way with what it rests on and whether anybody tested that it helps."""

from collections.abc import Iterator

import htpy as h

from components.charts.badges import basis_badge
from components.charts.chart import Chart, Table
from components.charts.figures import with_figures
from components.charts.look import picture
from components.charts.references import reference
from content.numbers import write_list, write_number
from content.text import Words
from data.dataset import Dataset
from data.models.practice import Action, Response, WasTested


def effect_responses(dataset: Dataset, words: Words) -> Chart:
    """All ways, grouped by what was done."""
    takeaway = responses_takeaway(dataset, words)
    return Chart(
        key="effect-responses",
        markup=picture(responses_drawn(dataset, words)),
        alt=takeaway,
        takeaway=takeaway,
        table=responses_table(dataset, words),
        source_note=words("effects.title"),
        choices=responses_studies(dataset),
    )


def responses_takeaway(dataset: Dataset, words: Words) -> str:
    """How many ways are described, and how many of them were compared in a trial."""
    compared = sum(response.tested is WasTested.COMPARED for response in dataset.responses)
    counts = {"all": len(dataset.responses), "compared": compared}
    return words("harms.did_takeaway", **{name: write_number(n, words.language) for name, n in counts.items()})


def responses_drawn(dataset: Dataset, words: Words) -> h.Element:
    """One card per kind of action, with every statement about it."""
    return h.div(".ways")[_cards(dataset, words)]


def responses_table(dataset: Dataset, words: Words) -> Table:
    """One row per statement."""
    header = (words("harms.lens.did"), words("safety.point"), words("harms.sure"), words("harms.rests_on"))
    return Table(header, tuple(_row(response, words) for response in dataset.responses))


def responses_studies(dataset: Dataset) -> tuple[str, ...]:
    """The studies the statements rest on."""
    named = (name for response in dataset.responses for name in response.rests_on)
    return tuple(dict.fromkeys(name for name in named if name in dataset.study_by_id))


def _cards(dataset: Dataset, words: Words) -> Iterator[h.Element]:
    for action in Action:
        here = [response for response in dataset.responses if response.action is action]
        if here:
            yield h.section(data_action=action)[
                h.h3[words(f"harms.action.{action}")],
                h.ul[(h.li(data_response=response.id)[_statement(response, dataset, words)] for response in here)],
            ]


def _statement(response: Response, dataset: Dataset, words: Words) -> list[h.Node]:
    sources = [[", " if place else "", reference(name, dataset, words)] for place, name in enumerate(response.rests_on)]
    return [
        h.p[_plain(response, words)],
        h.p(".sure")[h.b[words("harms.sure")], " ", words(f"harms.tested.{response.tested}")],
        h.p(".quiet")[
            basis_badge(response.basis, words),
            " ",
            words("harms.about", effects=_effects(response, words)) + ". " if response.effects else None,
            words("harms.rests_on"),
            ": ",
            sources or words("harms.no_source"),
        ],
    ]


def _plain(response: Response, words: Words) -> str:
    return with_figures(words, f"responses.{response.id}.plain", response.figures)


def _effects(response: Response, words: Words) -> str:
    names = [words(f"side_effects.{effect}.name").lower() for effect in response.effects]
    return write_list(names, words.language)


def _row(response: Response, words: Words) -> tuple[str, str, str, str]:
    return (
        words(f"harms.action.{response.action}"),
        _plain(response, words),
        words(f"harms.tested.{response.tested}"),
        words(f"basis.{response.basis}"),
    )
