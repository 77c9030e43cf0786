"""Pictures of time and order: the hours of the block, and the rebound idea as a chain."""

import htpy as h

from components.charts.picture_file import INK, say
from components.charts.story_pictures.pieces import (
    DASHES,
    NALTREXONE,
    WIDTH,
    Drawn,
    arrow,
    at,
    bar,
    ends,
    figure_of,
    mouse,
    person,
    unknown,
)
from content.numbers import write_number
from content.text import Words
from data.dataset import Dataset
from data.models.mechanism import MechanismStep, ShownIn

HOURS = 24
LEFT, AN_HOUR = 150.0, 10.0
IN_PEOPLE_ON_LOW_DOSE = frozenset({ShownIn.PEOPLE_LOW_DOSE, ShownIn.PEOPLE_LOW_DOSE_UNCONTROLLED})


def hours_of_block(step: MechanismStep, dataset: Dataset, words: Words) -> Drawn:
    """How long a block was seen, on one axis of a day; people on a low dose were not measured."""
    found = {name: figure_of(step, "mice-few-hours", name) for name in ("dose", "hours", "high_dose", "high_hours")}
    quarter, seen = (figure_of(step, "scans-after-a-quarter-dose", name) for name in ("dose", "seen"))
    low, high = ends(found["hours"])
    end = LEFT + AN_HOUR * seen.value
    shapes: list[h.Node] = [
        say(words("art.blocked_for"), 8, 22, bold=True),
        *_row(words("art.mice_dose", dose=write_number(found["dose"].value, words.language)), 64, mouse(), 0.75),
        bar(LEFT, 46, AN_HOUR * high, 28, appear=0, dashed=True),
        bar(LEFT, 46, AN_HOUR * low, 28, appear=0),
        *_row(words("art.mice_dose", dose=write_number(found["high_dose"].value, words.language)), 114, mouse(), 0.75),
        bar(LEFT, 96, AN_HOUR * found["high_hours"].value, 28, appear=1),
        *_row(words("art.people_dose", dose=write_number(quarter.value, words.language)), 164, person(), 0.8),
        h.path(d=f"M{LEFT:g} 160H{end:g}", stroke=INK, stroke_width="3", stroke_dasharray=DASHES, opacity="0.6"),
        at(end, 160, h.circle(r="9", fill=NALTREXONE, data_hour=f"{seen.value:g}"), appear=3),
        say(words("art.still_seen"), end - 16, 152, anchor="end"),
        *_row(words("art.people_low"), 214, person(), 0.8),
        unknown(words("art.not_measured"), LEFT, 196, AN_HOUR * HOURS, 34),
        h.path(d=f"M{LEFT:g} 244H{LEFT + AN_HOUR * HOURS:g}", stroke=INK, stroke_width="2"),
    ]
    for hour in range(0, HOURS + 1, 6):
        place, anchor = LEFT + AN_HOUR * hour, "end" if hour == HOURS else "middle"
        shapes.append(say(write_number(hour, words.language), place, 264, anchor=anchor))
    shapes.append(say(words("art.hours_after"), LEFT, 284, room=9999))
    figures = {
        "hours": found["hours"], "mice_dose": found["dose"], "mice_high_dose": found["high_dose"],
        "mice_high_hours": found["high_hours"], "quarter_dose": quarter, "quarter_seen": seen,
    }  # fmt: skip
    return Drawn(tuple(shapes), figures)


def rebound(step: MechanismStep, dataset: Dataset, words: Words) -> Drawn:
    """The chain of the rebound idea, top to bottom, each arrow with the place it was shown."""
    [chain] = [chain for chain in dataset.mechanisms.chains if chain.id == "rebound"]
    places = {one.id: one.shown_in for one in dataset.mechanisms.steps}
    shapes: list[h.Node] = [_box(words(f"mechanisms.nodes.{chain.begins}.name"), 2, dashed=False)]
    reached = True
    for number, link in enumerate(chain.arrows, 1):
        place = places[link.step] if link.step else ShownIn.NOWHERE
        reached = reached and place in IN_PEOPLE_ON_LOW_DOSE
        top = 2 + 63.0 * number
        shapes.append(
            h.g(".in", style=f"--n:{number}")[
                arrow(24, top - 28, 24, top - 4, dashed=not reached),
                say(words(f"shown_in.{place}.name"), 44, top - 10),
                _box(words(f"mechanisms.nodes.{link.to}.name"), top, dashed=not reached),
            ]
        )
    return Drawn(tuple(shapes), {})


def _box(text: str, top: float, *, dashed: bool) -> h.Element:
    frame = h.rect(
        x="2", y=f"{top:g}", width=f"{WIDTH - 4}", height="32", rx="8", fill="none", stroke=INK, stroke_width="2.5",
        stroke_dasharray=DASHES if dashed else None,
    )  # fmt: skip
    return h.g(data_box="idea" if dashed else "measured")[
        frame, say(text, 12, top + 22, room=WIDTH, size=16, bold=not dashed)
    ]


def _row(text: str, y: float, figure: h.Element, size: float) -> list[h.Node]:
    return [at(28, y - 4, figure, size=size), say(text, 58, y - 6, room=92)]
