"""Pictures of naltrexone, docking points, and how many of them a dose fills."""

import htpy as h

from components.charts.picture_file import say
from components.charts.story_pictures.pieces import (
    WIDTH,
    Drawn,
    arrow,
    at,
    bar,
    ends,
    figure_of,
    hundred,
    naltrexone,
    outline,
    own_opioid,
    receptor,
    skin,
    span,
    unknown,
)
from content.numbers import write_number
from content.text import Words
from data.dataset import Dataset
from data.models.base import Figure
from data.models.mechanism import MechanismStep

FULL = 392.0


def what_it_is(step: MechanismStep, dataset: Dataset, words: Words) -> Drawn:
    """A usual tablet and a usual low dose as two bars on one scale, and what naltrexone looks like from here on."""
    full, low = step.figures["full_dose"], step.figures["usual_dose"]
    rows = []
    for number, (key, figure) in enumerate((("art.tablet", full), ("art.low_dose", low))):
        y = 45 + 100 * number
        rows += [
            say(words(key, mg=write_number(figure.value, words.language)), 4, y, bold=True, size=20),
            bar(4, y + 14, FULL * figure.value / full.value, 40, appear=number),
        ]
    legend = [at(16, 258, naltrexone()), say(words("art.drawn_so"), 40, 264, room=350)]
    return Drawn((*rows, *legend), step.figures)


def own_opioids(step: MechanismStep, dataset: Dataset, words: Words) -> Drawn:
    """One of the body's own opioids in a docking point; naltrexone in the next, so that there is no room."""
    shapes = (
        skin(196),
        at(100, 178, receptor()),
        at(300, 178, receptor()),
        say(words("art.own_opioid"), 100, 34, room=190, anchor="middle", bold=True),
        at(100, 164, own_opioid(), appear=1),
        arrow(100, 92, 100, 138),
        say(words("art.blocks"), 300, 34, room=190, anchor="middle", bold=True),
        at(300, 188, naltrexone(), appear=2),
        at(300, 112, own_opioid(), appear=4),
        say(words("art.docking"), WIDTH / 2, 248, anchor="middle"),
        say(words("art.not_to_scale"), WIDTH / 2, 276, anchor="middle"),
    )
    return Drawn(shapes, {})


def full_dose(step: MechanismStep, dataset: Dataset, words: Words) -> Drawn:
    """One hundred docking points after a full dose."""
    dose, filled = step.figures["dose"], step.figures["filled"]
    low, high = (write_number(end, words.language) for end in ends(filled))
    shapes = (
        hundred(20, 32, *ends(filled), side=236),
        say(_mg(dose, words), 270, 64, size=30, bold=True),
        say(words("art.two_scans", low=low, high=high), 270, 108, room=130),
        say(words("art.of_hundred"), 270, 190, room=130),
    )
    return Drawn(shapes, step.figures)


def low_dose(step: MechanismStep, dataset: Dataset, words: Words) -> Drawn:
    """One hundred docking points for each of the two low doses that were scanned."""
    found = {
        name: figure_of(step, "scans-at-low-doses", name)
        for name in ("low_dose", "low_filled", "next_dose", "next_filled")
    }
    shapes: list[h.Node] = []
    for left, dose, filled, key in (
        (10, "low_dose", "low_filled", "art.one_scan"),
        (212, "next_dose", "next_filled", "art.three_scans"),
    ):
        shapes += [
            say(_mg(found[dose], words), left, 32, size=24, bold=True),
            hundred(left, 46, *ends(found[filled]), side=180),
            say(words(key, filled=span(found[filled], words.language)), left, 252, room=186),
        ]
    figures = {"dose": found["low_dose"], "filled": found["low_filled"], **found}
    return Drawn((*shapes, say(words("art.of_hundred"), 10, 280)), figures)


def low_beside_full(step: MechanismStep, dataset: Dataset, words: Words) -> Drawn:
    """Three doses beside each other; the one in the middle is our sum and drawn as such."""
    first = {item.id: item for item in dataset.mechanisms.steps}["sits-in-mu-receptors"]
    usual, summed = step.figures["usual_dose"], step.figures["usual_filled"]
    full = figure_of(step, "full-dose-scans", "dose"), figure_of(step, "full-dose-scans", "filled")
    low = first.figures["dose"], first.figures["filled"]
    shapes: list[h.Node] = []
    for left, (dose, filled), key in (
        (8, low, "art.scan"),
        (142, (usual, summed), "art.our_sum"),
        (276, full, "art.scans"),
    ):
        shapes += [
            say(_mg(dose, words), left, 30, size=22, bold=True),
            hundred(left, 44, *ends(filled), side=120, dashed=bool(filled.derived)),
            say(_told(words, key, filled), left, 190, room=126),
        ]
    figures = {
        "low_dose": low[0], "low_filled": low[1], "usual_dose": usual, "usual_filled": summed, "full_dose": full[0],
        "full_filled": full[1],
    }  # fmt: skip
    return Drawn((*shapes, say(words("art.of_hundred"), 8, 278)), figures)


def kappa_and_delta(step: MechanismStep, dataset: Dataset, words: Words) -> Drawn:
    """Bars of what a full dose blocks, and hatched fields for a low dose."""
    dose = figure_of(step, "delta-measured", "dose")
    mu, delta = (figure_of(step, "delta-measured", name) for name in ("mu", "delta"))
    kappa = figure_of(step, "kappa-simulated", "kappa")
    left, length = 138.0, 252.0
    shapes: list[h.Node] = [say(words("art.full_dose", mg=write_number(dose.value, words.language)), 8, 22, bold=True)]
    for number, (key, figure) in enumerate((("art.mu", mu), ("art.delta", delta), ("art.kappa", kappa))):
        y = 34 + 36 * number
        low, high = ends(figure)
        shapes += [
            say(words(key, share=span(figure, words.language)), 8, y + 19, room=9999),
            outline(left, y, length, 26),
            bar(left, y, length * high / 100, 26, appear=number, dashed=True) if high > low else None,
            bar(left, y, length * low / 100, 26, appear=number, dashed=figure is kappa),
        ]
    shapes += [
        say(words("art.model"), 8, 164),
        say(words("art.low"), 8, 198, bold=True),
        say(words("art.delta_only"), 8, 226),
        unknown(words("art.not_measured"), left, 208, length, 30),
        say(words("art.kappa_only"), 8, 264),
        unknown(words("art.not_measured"), left, 246, length, 30),
    ]
    return Drawn(tuple(shapes), {"full_dose": dose, "mu": mu, "delta": delta, "kappa": kappa})


def more_receptors(step: MechanismStep, dataset: Dataset, words: Words) -> Drawn:
    """Docking points of animals before, after a long block and after one dose; people were not measured."""
    shapes: list[h.Node] = []
    for number, (key, count, before) in enumerate(
        (("art.before", 3, 3), ("art.long_block", 5, 3), ("art.one_dose", 3, 3))
    ):
        y = 34 + 68 * number
        shapes += [say(words(key), 8, y + 4, room=145, bold=number == 0), skin(y + 11, 160, 396)]
        shapes += [
            at(184 + 47 * place, y, receptor(), size=0.8, appear=number + place if place >= before else None)
            for place in range(count)
        ]
    shapes += [
        say(words("art.people_on_ldn"), 8, 244, room=145),
        unknown(words("art.not_measured"), 160, 226, 234, 34),
        say(words("art.number_not_to_scale"), 8, 284),
    ]
    return Drawn(tuple(shapes), {})


def _mg(dose: Figure, words: Words) -> str:
    return f"{write_number(dose.value, words.language)}\N{NO-BREAK SPACE}mg"


def _told(words: Words, key: str, filled: Figure) -> str:
    return words(key, filled=span(filled, words.language), middle=write_number(filled.value, words.language))
