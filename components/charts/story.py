"""The mechanism story: one card per step, turned in the browser, and the list of all steps with their badges."""

from collections.abc import Sequence

import htpy as h

from components.charts.chart import Chart, Switch, Table
from components.charts.figures import with_figures
from components.charts.look import picture
from components.charts.picture_file import file_buttons
from components.charts.references import reference
from components.charts.story_pictures.gallery import step_picture
from content.numbers import write_number
from content.text import Words
from data.dataset import Dataset
from data.models.mechanism import Evidence, MechanismStep, ShownIn, Side

# From the farthest from people to the nearest: the bar under a badge fills by this rank.
RANK = {
    ShownIn.RETRACTED: 0,
    ShownIn.NOWHERE: 0,
    ShownIn.CELL_LINES: 1,
    ShownIn.ANIMALS: 2,
    ShownIn.HUMAN_CELLS: 3,
    ShownIn.PEOPLE_WITHOUT_NALTREXONE: 4,
    ShownIn.PEOPLE_FULL_DOSE: 4,
    ShownIn.PEOPLE_LOW_DOSE_UNCONTROLLED: 4,
    ShownIn.PEOPLE_LOW_DOSE: 5,
}
STEPS = 5


def badge(shown_in: ShownIn, words: Words) -> h.Element:
    """Five blocks from cell line to people on a low dose, filled as far as the step was shown, and its word."""
    rank = RANK[shown_in]
    blocks = [
        h.rect(
            x=str(index * 14), y="1", width="12", height="12", rx="2",
            fill="currentColor" if index < rank else "none", stroke="currentColor", stroke_width="1.2",
        )
        for index in range(STEPS)
    ]  # fmt: skip
    art = h.svg(viewBox="-1 0 72 14", aria_hidden="true", focusable="false")[blocks]
    return h.span(class_={"badge": True, "struck": shown_in is ShownIn.RETRACTED}, data_shown_in=shown_in)[
        art, h.span[words(f"shown_in.{shown_in}.name")]
    ]


def story(dataset: Dataset, words: Words, *, here: str) -> Chart:
    """All steps in order: the card of the one `here`, the others one tap away, and a list of them with badges."""
    steps = dataset.mechanisms.steps
    names = tuple(step.id for step in steps)
    total = write_number(len(steps), words.language)
    low = sum(step.shown_in is ShownIn.PEOPLE_LOW_DOSE for step in steps)
    takeaway = words("how.takeaway", low=write_number(low, words.language), all=total)
    cards = [step_card(step, number, dataset, words, live=True) for number, step in enumerate(steps, 1)]
    body = [
        h.div(".turns", data_top="")[
            h.button(type="button", data_step="-1")[words("how.previous")],
            h.button(".main", type="button", data_step="1")[words("how.next")],
        ],
        h.div[cards],
        h.h2[words("how.all_steps")],
        h.p[h.b[takeaway]],
        _list(steps, words),
    ]
    return Chart(
        key="story",
        markup=picture(body),
        alt=words("how.alt", all=total, takeaway=takeaway),
        table=Table(
            (words("how.which"), words("how.all_steps")),
            tuple(
                (words(f"mechanisms.steps.{step.id}.title"), words(f"shown_in.{step.shown_in}.name")) for step in steps
            ),
        ),
        source_note=words("how.source"),
        choices=tuple(dict.fromkeys(_studies(steps, dataset))),
        switch=Switch(
            choices=names,
            shown=here,
            arrangements={name: (name,) for name in names},
            said={name: _title(name, number, len(steps), words) for number, name in enumerate(names, 1)},
        ),
    )


def step_card(step: MechanismStep, number: int, dataset: Dataset, words: Words, *, live: bool) -> h.Element:
    """One step as a reader meets it: its picture, what is said, how far it was shown, what speaks for and against it.

    `live` adds what needs script: playing the picture again and taking it away as a file.
    """
    base = f"mechanisms.steps.{step.id}"
    total = len(dataset.mechanisms.steps)
    count = words("how.step", n=write_number(number, words.language), all=write_number(total, words.language))
    return h.section(".step", data_part=step.id, data_figure="", aria_label=_title(step.id, number, total, words))[
        h.div(".scene")[
            h.header[h.p(".quiet")[count], h.h2[words(f"{base}.title")]],
            h.div(".figure")[
                step_picture(step, dataset, words),
                h.p(".replay")[h.button(type="button", data_replay="")[words("art.replay")]] if live else None,
            ],
            h.div(".told")[
                badge(step.shown_in, words), h.p(".plain")[with_figures(words, f"{base}.plain", step.figures)]
            ],
        ],
        h.div(".sides")[(_side(step, side, dataset, words) for side in Side)],
        h.p(".limits")[
            h.b[words("how.not_shown")], ": ", with_figures(words, f"{base}.not_shown", step.figures)
        ],
        file_buttons(words) if live else None,
    ]  # fmt: skip


def _side(step: MechanismStep, side: Side, dataset: Dataset, words: Words) -> h.Element:
    found = [item for item in step.evidence if item.side is side]
    told = h.ul[(_evidence(step, item, dataset, words) for item in found)] if found else h.p[words("how.nothing")]
    return h.div[h.h3[words(f"how.{side}")], told]


def _evidence(step: MechanismStep, item: Evidence, dataset: Dataset, words: Words) -> h.Element:
    sentence = with_figures(words, f"mechanisms.steps.{step.id}.evidence.{item.id}", item.figures)
    links = [[h.br, reference(name, dataset, words)] for name in item.studies]
    return h.li[sentence, " ", h.em[f"({words(f'shown_in.{item.shown_in}.name')})"], links]


def _list(steps: Sequence[MechanismStep], words: Words) -> h.Element:
    items = [
        h.li[
            h.a(href=f"how?step={step.id}", data_turn=step.id)[
                h.b(".no")[write_number(number, words.language)],
                h.span(".t")[words(f"mechanisms.steps.{step.id}.title")],
                badge(step.shown_in, words),
            ]
        ]
        for number, step in enumerate(steps, 1)
    ]
    return h.ol(".story")[items]


def _title(step: str, number: int, total: int, words: Words) -> str:
    count = words("how.step", n=write_number(number, words.language), all=write_number(total, words.language))
    return f"{count}: {words(f'mechanisms.steps.{step}.title')}"


def _studies(steps: Sequence[MechanismStep], dataset: Dataset) -> list[str]:
    named = [name for step in steps for item in step.evidence for name in item.studies]
    return [name for name in named if name in dataset.study_by_id]
