"""Pictures of what was measured in blood: endorphins, and messengers of inflammation."""

import htpy as h

from components.charts.picture_file import INK, say
from components.charts.story_pictures.pieces import (
    DASHES,
    WIDTH,
    Drawn,
    arrow,
    at,
    figure_of,
    own_opioid,
    person,
)
from content.numbers import write_number
from content.text import Words
from data.dataset import Dataset
from data.models.mechanism import MechanismStep

IN_A_ROW = 9


def endorphins(step: MechanismStep, dataset: Dataset, words: Words) -> Drawn:
    """Two tubes, before and after; where a comparison group should stand there is an empty frame."""
    people, months = (figure_of(step, "ms-endorphin-rise", name) for name in ("people", "months"))
    later = words("art.months_later", n=write_number(months.value, words.language))
    shapes = (
        say(words("art.people_with_ms", n=write_number(people.value, words.language)), 8, 24, bold=True),
        _tube(20, 3),
        _tube(140, 6),
        say(words("art.before_ldn"), 56, 222, anchor="middle", room=110),
        say(later, 176, 222, anchor="middle", room=120),
        _missing(256, 42, 138, 158, words("art.no_comparison")),
        say(words("art.how_much_not_drawn"), 8, 278),
    )  # fmt: skip
    return Drawn(shapes, {"people": people, "months": months})


def cytokines(step: MechanismStep, dataset: Dataset, words: Words) -> Drawn:
    """One arrow down for each protein that was lower in a few women, and two studies without a clear change."""
    women, weeks, proteins = (
        figure_of(step, "fibromyalgia-blood-proteins", name) for name in ("women", "weeks", "proteins")
    )
    bowel, mood = (figure_of(step, name, "people") for name in ("bowel-blood-unchanged", "depression-crp-unchanged"))
    count = {name: write_number(f.value, words.language) for name, f in (("n", women), ("weeks", weeks))}
    falls = [
        at(28 + 42 * (number % IN_A_ROW), 58 + 44 * (number // IN_A_ROW), h.g(data_protein="")[arrow(0, -8, 0, 24)])
        for number in range(round(proteins.value))
    ]
    shapes: list[h.Node] = [
        say(words("art.women_weeks", **count), 8, 24, bold=True),
        h.g(".in", style="--n:1")[falls],
        say(words("art.proteins_lower", n=write_number(proteins.value, words.language)), 8, 152),
        h.rect(x="2", y="36", width=f"{WIDTH - 4}", height="128", rx="8", fill="none", stroke=INK, stroke_width="2",
               stroke_dasharray=DASHES),
    ]  # fmt: skip
    for number, (key, figure) in enumerate((("art.bowel_unchanged", bowel), ("art.crp_unchanged", mood))):
        y = 204 + 56 * number
        shapes += [
            at(24, y, person(), size=0.8),
            say(words(key, n=write_number(figure.value, words.language)), 52, y - 4, room=230),
            h.path(d=f"M296 {y - 2}H386M296 {y + 8}H386", stroke=INK, stroke_width="5", data_unchanged=""),
        ]
    figures = {"women": women, "weeks": weeks, "proteins": proteins, "bowel_people": bowel, "crp_people": mood}
    return Drawn(tuple(shapes), figures)


def _tube(left: float, pieces: int) -> h.Element:
    """A blood tube; its pieces say less or more, not how much."""
    inside = [
        at(36, 138 - 20 * number, own_opioid(), size=0.75, appear=number if number >= 3 else None)
        for number in range(pieces)
    ]
    return at(
        left, 42,
        h.path(d="M0 0H72M6 0V128A30 30 0 0 0 66 128V0", fill="none", stroke=INK, stroke_width="4"),
        inside,
    )  # fmt: skip


def _missing(x: float, y: float, width: float, height: float, text: str) -> h.Element:
    return h.g(data_missing="")[
        h.rect(
            x=f"{x:g}", y=f"{y:g}", width=f"{width:g}", height=f"{height:g}", rx="8", fill="none", stroke=INK,
            stroke_width="2.5", stroke_dasharray=DASHES,
        ),
        say(text, x + width / 2, y + height / 2 - 12, room=width - 16, anchor="middle", bold=True),
    ]  # fmt: skip
