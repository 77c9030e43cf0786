"""The mechanism story as a list of steps, each badged by the best place where it was shown."""

from collections.abc import Sequence

import htpy as h

from components.charts.chart import Chart, Table
from components.charts.look import picture
from content.numbers import write_number
from content.text import Words
from data.models.mechanism import MechanismStep, ShownIn

# From the farthest from people to the nearest: the bar under a badge fills by this rank.
RANK = {
    ShownIn.RETRACTED: 0,
    ShownIn.NOWHERE: 0,
    ShownIn.CELL_LINES: 1,
    ShownIn.ANIMALS: 2,
    ShownIn.HUMAN_CELLS: 3,
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


def story(steps: Sequence[MechanismStep], here: str | None, words: Words) -> Chart:
    """All steps in order with their badges; the step `here` is marked as the current one."""
    items = [
        h.li(class_={"here": step.id == here})[_link(number, step, here, words)] for number, step in enumerate(steps, 1)
    ]
    low = sum(step.shown_in is ShownIn.PEOPLE_LOW_DOSE for step in steps)
    takeaway = words(
        "how.takeaway", low=write_number(low, words.language), all=write_number(len(steps), words.language)
    )
    return Chart(
        key="story",
        markup=picture(h.ol(".story")[items]),
        alt=words("how.alt", all=write_number(len(steps), words.language), takeaway=takeaway),
        takeaway=takeaway,
        table=Table(
            (words("how.which"), words("how.all_steps")),
            tuple(
                (words(f"mechanisms.steps.{step.id}.title"), words(f"shown_in.{step.shown_in}.name")) for step in steps
            ),
        ),
        source_note=words("how.source"),
        choices=tuple(step.id for step in steps),
    )


def _link(number: int, step: MechanismStep, here: str | None, words: Words) -> h.Element:
    return h.a(href=f"how?step={step.id}", data_choice=step.id, aria_current="step" if step.id == here else None)[
        h.b(".no")[str(number)],
        h.span(".t")[words(f"mechanisms.steps.{step.id}.title")],
        badge(step.shown_in, words),
    ]
