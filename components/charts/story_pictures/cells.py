"""Pictures of cells, mice and papers: growth factor, microglia, the calcium gate, and the retracted filamin work."""

import htpy as h

from components.charts.picture_file import GROUND, INK, say
from components.charts.story_pictures.pieces import (
    WARNING,
    WIDTH,
    Drawn,
    arrow,
    at,
    bar,
    dish,
    figure_of,
    mouse,
    naltrexone,
    outline,
    person,
    receptor,
    span,
    unknown,
)
from content.numbers import write_number
from content.text import Words
from data.dataset import Dataset
from data.models.base import Figure
from data.models.mechanism import MechanismStep


def growth_factor(step: MechanismStep, dataset: Dataset, words: Words) -> Drawn:
    """How many of the mice got a tumour on three treatments; people: not shown."""
    names = ("low_dose", "low_tumours", "high_dose", "high_tumours", "untreated")
    found = {name: figure_of(step, "mice-tumours", name) for name in names}
    left, length = 165.0, 225.0
    rows = (
        (words("art.mg_per_kg", dose=_number(found["low_dose"], words)), found["low_tumours"]),
        (words("art.mg_per_kg", dose=_number(found["high_dose"], words)), found["high_tumours"]),
        (words("art.untreated"), found["untreated"]),
    )
    shapes: list[h.Node] = [say(words("art.mice_with_tumour"), 8, 24, bold=True)]
    for number, (text, share) in enumerate(rows):
        y = 40 + 56 * number
        shapes += [
            at(28, y + 20, mouse(), size=0.75),
            say(text, 58, y + 14, room=110),
            say(f"{_number(share, words)}%", 58, y + 34, bold=True),
            outline(left, y, length, 36),
            bar(left, y, length * share.value / 100, 36, appear=number),
        ]
    shapes += [
        at(26, 238, person(), size=0.9),
        say(words("art.people"), 58, 238, room=110),
        unknown(words("art.not_shown"), left, 214, length, 40),
        say(words("art.one_laboratory"), 8, 282),
    ]
    return Drawn(tuple(shapes), found)


def microglia(step: MechanismStep, dataset: Dataset, words: Words) -> Drawn:
    """The idea on the left, dashed; on the right where it was and was not seen."""
    dish_amount, blood = step.figures["dish"], step.figures["blood"]
    arms = "M116 92L148 72M122 118L154 132M102 144L110 168M72 142L48 166M52 116L20 118M56 92L24 72"
    idea = (
        h.path(d=arms, fill="none", stroke=INK, stroke_width="6", stroke_linecap="round"),
        h.circle(cx="86", cy="112", r="36", fill=GROUND, stroke=INK, stroke_width="4"),
        h.circle(cx="86", cy="116", r="12", fill="none", stroke=INK, stroke_width="3", opacity="0.6"),
        at(86, 48, receptor(dashed=True)),
        at(86, 40, naltrexone(0.9), appear=2),
        say("TLR4", 114, 48, bold=True),
        say(words("art.the_idea"), 86, 196, room=170, anchor="middle"),
    )
    rows: list[h.Node] = []
    for number, (key, bold) in enumerate((("art.mouse_cells", False), ("art.human_cells", True))):
        y = 40 + 84 * number
        rows += [at(208, y, dish(), size=0.9), say(words(key), 246, y - 12, room=152, bold=bold)]
    rows += [at(206, 208, person(), size=0.9), unknown(words("art.not_shown"), 246, 186, 146, 40)]
    amounts = words("art.dish_and_blood", dish=_number(dish_amount, words), blood=span(blood, words.language))
    return Drawn((*idea, *rows, say(amounts, 8, 262)), {"dish": dish_amount, "blood": blood})


def calcium_gate(step: MechanismStep, dataset: Dataset, words: Words) -> Drawn:
    """A gate that is nearly shut, and open after naltrexone in the dish; how people feel was not tested."""
    shapes = (
        _cell(100, opened=False),
        _cell(300, opened=True),
        say(words("art.calcium"), WIDTH / 2, 30, anchor="middle"),
        at(376, 116, naltrexone(0.9), appear=1),
        say(words("art.ill_cells"), 100, 190, room=190, anchor="middle"),
        say(words("art.treated_cells"), 300, 190, room=190, anchor="middle"),
        unknown(words("art.feeling_not_tested"), 8, 238, WIDTH - 16, 40),
    )
    return Drawn(shapes, {})


def retracted_papers(step: MechanismStep, dataset: Dataset, words: Words) -> Drawn:
    """The two papers, struck out."""
    years = [figure_of(step, name, "year") for name in ("first-paper-retracted", "second-paper-retracted")]
    shapes: list[h.Node] = []
    for number, year in enumerate(years):
        left = 40 + 180 * number
        lines = "".join(f"M{left + 20} {y}H{left + 120}" for y in range(60, 186, 21))
        cross = f"M{left - 14} 214L{left + 154} 8M{left - 14} 8L{left + 154} 214"
        shapes.append(
            h.g(data_paper="")[
                h.path(
                    d=f"M{left} 20H{left + 110}L{left + 140} 50V210H{left}Z", fill="none", stroke=INK, stroke_width="4"
                ),
                say(str(int(year.value)), left + 70, 242, size=22, bold=True, anchor="middle"),
                h.path(d=lines, stroke=INK, stroke_width="3", opacity="0.5"),
                h.path(
                    ".in", style=f"--n:{2 + 2 * number}", d=cross,
                    stroke=WARNING, stroke_width="9", stroke_linecap="round", data_strike="",
                ),
            ]
        )  # fmt: skip
    shapes.append(say(words("shown_in.retracted.name"), WIDTH / 2, 278, size=28, bold=True, anchor="middle"))
    return Drawn(tuple(shapes), {"first_year": years[0], "second_year": years[1]})


def _cell(x: float, *, opened: bool) -> h.Element:
    """A cell with its gate at the top and calcium outside; inside, too, when the gate is open."""
    gap = 16 if opened else 4
    outside = [(-44, 2), (-20, -8), (20, -8), (46, 2)]
    inside = [(-20, 80), (6, 72), (24, 92), (-2, 102)] if opened else [(2, 90)]
    dots = [
        h.circle(cx=str(a), cy=str(b), r="6", class_="in" if opened and b > 30 else None, style="--n:3")
        for a, b in outside + inside
    ]
    gate = [
        h.rect(x=str(side * (gap + 9) - 9), y="22", width="18", height="28", rx="4", fill=GROUND, stroke=INK,
               stroke_width="4")
        for side in (-1, 1)
    ]  # fmt: skip
    ring = h.path(d=f"M{gap + 20} 38A52 52 0 1 1 {-gap - 20} 38", fill="none", stroke=INK, stroke_width="4")
    way = arrow(0, 4, 0, 58) if opened else arrow(0, -4, 0, 18)
    return at(x, 24, h.g(data_gate="open" if opened else "shut")[ring, gate], dots, way)


def _number(figure: Figure, words: Words) -> str:
    return write_number(figure.value, words.language)
