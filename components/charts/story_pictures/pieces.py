"""The shapes all story pictures are made of: receptor, naltrexone, the body's own opioid, mouse, person, dish, words.

A solid line was measured; a dashed one is an idea or was not shown in people on a low dose; a hatched field was not
measured at all. Each of the three also has its word in the picture, so nothing rests on a line or a colour alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import htpy as h

from components.charts.picture_file import GROUND, INK, LETTER, SIZE, say
from content.numbers import write_number
from data.models.base import Figure
from data.models.mechanism import MechanismStep

WIDTH, HEIGHT = 400, 290
NALTREXONE = "var(--st-primary-color)"
WARNING = "var(--st-red-color)"
SIDE = 10
DASHES = "6 5"


@dataclass(frozen=True)
class Drawn:
    """A picture's shapes, and the figures it shows under the names its description uses."""

    shapes: tuple[h.Node, ...]
    figures: Mapping[str, Figure]


def figure_of(step: MechanismStep, evidence: str, name: str) -> Figure:
    """A figure of one piece of the step's evidence. Raises KeyError when the record has no such figure."""
    return {item.id: item for item in step.evidence}[evidence].figures[name]


def ends(figure: Figure) -> tuple[float, float]:
    """Lowest and highest, which are the value itself where there is no range."""
    low, high = (figure.value if end is None else end for end in (figure.low, figure.high))
    return low, high


def span(figure: Figure, language: str) -> str:
    """Lowest to highest, or the one value, in the page's language."""
    low, high = (write_number(end, language) for end in ends(figure))
    return low if low == high else f"{low}\N{EN DASH}{high}"


def at(x: float, y: float, *shapes: h.Node, appear: int | None = None, size: float = 1) -> h.Element:
    """Shapes moved to a place; with `appear` they come in as the so-and-so-many-th when the picture plays."""
    inner = h.g(".in", style=f"--n:{appear}")[shapes] if appear is not None else shapes
    grown = f" scale({size:g})" if size != 1 else ""
    return h.g(transform=f"translate({x:g} {y:g}){grown}")[inner]


def receptor(*, dashed: bool = False) -> h.Element:
    """A docking point: a cup in the cell's skin, 36 wide, its rim at 0."""
    return h.path(
        d="M-18 0V12A18 18 0 0 0 18 12V0", fill="none", stroke=INK, stroke_width="5", stroke_linecap="round",
        stroke_dasharray=DASHES if dashed else None,
    )  # fmt: skip


def naltrexone(size: float = 1) -> h.Element:
    """Naltrexone: a rounded block that fills a docking point."""
    half = 12 * size
    return h.rect(
        x=f"{-half:g}", y=f"{-half:g}", width=f"{2 * half:g}", height=f"{2 * half:g}", rx=f"{5 * size:g}",
        fill=NALTREXONE, data_piece="naltrexone",
    )  # fmt: skip


def own_opioid() -> h.Element:
    """One of the body's own opioids: a short chain of five beads, as many as an enkephalin has links."""
    beads = [(-20, 4), (-10, -4), (0, 3), (10, -4), (20, 4)]
    return h.g(data_piece="own-opioid")[
        (h.circle(cx=str(x), cy=str(y), r="6.5", fill=GROUND, stroke=INK, stroke_width="3") for x, y in beads)
    ]


def skin(y: float, left: float = 0, right: float = WIDTH) -> h.Element:
    """The skin of a cell, from left to right."""
    return h.path(d=f"M{left:g} {y:g}H{right:g}", stroke=INK, stroke_width="4", opacity="0.45")


def mouse() -> h.Element:
    """A mouse, 56 wide, seen from the side."""
    return h.g(fill="none", stroke=INK, stroke_width="3.5", stroke_linecap="round")[
        h.path(d="M-14 8C-14-12 14-14 26 6C20 10-4 10-14 8Z"), h.circle(cx="12", cy="-7", r="5.5"),
        h.path(d="M-14 7C-24 10-22-4-30-2"), h.circle(cx="18", cy="0", r="1", fill=INK),
    ]  # fmt: skip


def person() -> h.Element:
    """A person, 30 wide and 44 high, head to shoulders."""
    return h.g(fill=INK)[h.circle(cx="0", cy="-12", r="9"), h.path(d="M-15 20C-15-4 15-4 15 20Z")]


def dish() -> h.Element:
    """A laboratory dish with cells, 60 wide."""
    cells = ((-12, 0), (2, -3), (13, 1))
    return h.g(fill="none", stroke=INK, stroke_width="3")[
        h.path(d="M-28-8V4C-28 14 28 14 28 4V-8"), h.ellipse(cx="0", cy="-8", rx="28", ry="8"),
        (h.circle(cx=str(x), cy=str(y + 3), r="3", fill=INK) for x, y in cells),
    ]  # fmt: skip


def arrow(x1: float, y1: float, x2: float, y2: float, *, dashed: bool = False) -> h.Element:
    """An arrow; dashed where what it says is an idea."""
    length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
    along, across = (x2 - x1) / length, (y2 - y1) / length
    tips = [(x2 - 11 * along + 7 * turn * across, y2 - 11 * across - 7 * turn * along) for turn in (1, -1)]
    head = f"M{tips[0][0]:.1f} {tips[0][1]:.1f}L{x2:g} {y2:g}L{tips[1][0]:.1f} {tips[1][1]:.1f}"
    line = h.path(d=f"M{x1:g} {y1:g}L{x2:g} {y2:g}", stroke_dasharray=DASHES if dashed else None)
    return h.g(".arrow", fill="none", stroke=INK, stroke_width="3.5", stroke_linecap="round")[line, h.path(d=head)]


def hundred(x: float, y: float, filled: float, most: float, *, side: float, dashed: bool = False) -> h.Element:
    """One hundred docking points: as many filled as the lower end, marked up to the higher end, the rest empty."""
    low, high = round(filled), round(most)
    gap = side / 10
    full, maybe, empty = ("".join(_place(n, gap) for n in places) for places in _parts(low, high))
    edge = {"stroke": INK, "stroke_width": "1.5"}
    return at(
        x, y,
        h.path(d=empty, fill="none", opacity="0.55", data_empty=str(100 - high), **edge),
        h.path(
            ".in", style="--n:1", d=full, fill=NALTREXONE, data_filled=str(low),
            stroke=NALTREXONE, stroke_width="1.5", fill_opacity="0.6" if dashed else "1",
            stroke_dasharray="2 2" if dashed else None,
        ),
        h.path(
            ".in", style="--n:3", d=maybe, fill=NALTREXONE, fill_opacity="0.15" if dashed else "0.25",
            stroke=NALTREXONE, stroke_width="2", stroke_dasharray="3 2", data_up_to=str(high),
        ) if high > low else None,
    )  # fmt: skip


def _parts(low: int, high: int) -> tuple[range, range, range]:
    return range(low), range(low, high), range(high, 100)


def _place(number: int, gap: float) -> str:
    """The square of the so-and-so-many-th point, row by row from the bottom left."""
    row, column = divmod(number, SIDE)
    edge = gap * 0.72
    return f"M{column * gap:.3g} {(SIDE - 1 - row) * gap:.4g}h{edge:.3g}v{edge:.3g}h-{edge:.3g}z"


def bar(x: float, y: float, length: float, height: float, *, appear: int = 0, dashed: bool = False) -> h.Element:
    """A bar that grows from its left end; pale and dashed where it was not measured."""
    return h.rect(
        ".grow", style=f"--n:{appear}", x=f"{x:g}", y=f"{y:g}", width=f"{length:.4g}", height=f"{height:g}", rx="3",
        fill=NALTREXONE, fill_opacity="0.2" if dashed else "1", stroke=NALTREXONE, stroke_width="2",
        stroke_dasharray=DASHES if dashed else None, data_length=f"{length:.4g}",
    )  # fmt: skip


def outline(x: float, y: float, length: float, height: float) -> h.Element:
    """The full length a bar could have."""
    return h.rect(
        x=f"{x:g}", y=f"{y:g}", width=f"{length:g}", height=f"{height:g}", rx="3", fill="none", stroke=INK,
        stroke_width="1.5", opacity="0.5",
    )  # fmt: skip


def unknown(text: str, x: float, y: float, length: float, height: float) -> h.Element:
    """A hatched field with its word: nobody has measured this."""
    edge = {"x": f"{x:g}", "y": f"{y:g}", "width": f"{length:g}", "height": f"{height:g}", "rx": "3"}
    lines = [
        f"M{max(x, start):.4g} {y + min(height, height - (max(x, start) - start)):.4g}"
        f"L{min(x + length, start + height):.4g} {y + height - (min(x + length, start + height) - start):.4g}"
        for start in _hatches(x, length, height)
    ]
    room = len(text) * SIZE * LETTER + 10
    return h.g(".unknown", data_unknown="")[
        h.path(d="".join(lines), stroke=INK, stroke_width="1.5", opacity="0.5"),
        h.rect(fill="none", stroke=INK, stroke_width="2", stroke_dasharray=DASHES, **edge),
        h.rect(
            x=f"{x + (length - room) / 2:g}", y=f"{y + height / 2 - 12:g}", width=f"{room:g}", height="24", rx="4",
            fill=GROUND,
        ),
        say(text, x + length / 2, y + height / 2 + 6, room=9999, anchor="middle", bold=True),
    ]  # fmt: skip


def _hatches(x: float, length: float, height: float) -> list[float]:
    first = int((x - height) // 10) * 10
    return [start for start in range(first, int(x + length), 10) if x - height < start < x + length]
