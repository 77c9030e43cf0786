"""A drawing that can be taken away as a file: its title, its warnings and its source stand in it and go with it."""

import textwrap
from collections.abc import Sequence

import htpy as h

from content.text import Words
from data.dataset import Dataset

INK = "var(--st-text-color)"
GROUND = "var(--st-background-color)"
# Smallest letters: 400 units are 290 px wide in a card on a phone, where letters below 12 px are too small.
SIZE = 17
# Mean width of a letter as a share of its height; a little more than Atkinson Hyperlegible needs.
LETTER = 0.54
MARGIN = 16
SMALL = 12


def say(
    text: str, x: float, y: float, *, room: float = 400, size: int = SIZE, bold: bool = False, anchor: str = "start"
) -> h.Element:
    """Words, broken into lines that fit into `room`; `y` is the foot of the first line."""
    lines = textwrap.wrap(text, max(1, int(room / (size * LETTER))), break_long_words=False)
    rest = [h.tspan(x=f"{x:g}", dy=f"{size * 1.18:g}")[line] for line in lines[1:]]
    look = {"font_size": str(size) if size != SIZE else None, "font_weight": "700" if bold else None}
    return h.text(x=f"{x:g}", y=f"{y:g}", text_anchor=anchor if anchor != "start" else None, **look)[lines[:1], rest]


def as_file(
    shapes: Sequence[h.Node],
    *,
    name: str,
    title: str,
    description: str,
    notes: Sequence[str],
    size: tuple[int, int],
    shown: bool = True,
) -> h.Element:
    """A described SVG, `shown` on the page itself or only there to be taken away.

    Ground, title and notes are hidden on the page, which says them itself. The picture component leaves its style
    sheet behind, so that they are seen in the file, and widens the view to `data-saved-view` to make room for them.
    """
    width, height = size
    top = 30 + SIZE * 1.2 * _lines(title, width, SIZE)
    foot, lines = float(height + 24), []
    for note in notes:
        lines.append(say(note, 0, foot, room=width, size=SMALL))
        foot += SMALL * 1.3 * _lines(note, width, SMALL) + 4
    view = f"{-MARGIN} {-top:g} {width + 2 * MARGIN} {top + foot:g}"
    left, up, wide, high = view.split()
    return h.svg(
        class_={"art": True, "only-file": not shown}, viewBox=f"0 0 {width} {height}", role="img", focusable="false",
        data_file=name,
        aria_labelledby=f"{name}-title", aria_describedby=f"{name}-about", data_saved_view=view,
        fill=INK, font_family="var(--st-font)", font_size=str(SIZE),
    )[
        h.title(id=f"{name}-title")[title],
        h.desc(id=f"{name}-about")[description],
        h.g(".saved", data_saved="")[
            h.rect(x=left, y=up, width=wide, height=high, fill=GROUND),
            say(title, 0, -top + 26, room=width, bold=True),
            lines,
        ],
        shapes,
    ]  # fmt: skip


def beside_page(drawing: h.Element, words: Words) -> h.Element:
    """A drawing that is only there to be taken away, with its buttons."""
    return h.div(data_figure="")[drawing, file_buttons(words)]


def file_buttons(words: Words) -> h.Element:
    """Take the drawing away, as SVG or PNG."""
    return h.p(".files")[(h.button(type="button", data_save=kind)[words(f"file.{kind}")] for kind in ("svg", "png"))]


def from_here(dataset: Dataset, words: Words) -> str:
    """The last line of a file: where it comes from, of which dataset, under which licence."""
    return words("file.from", version=dataset.release.version)


def _lines(text: str, width: float, size: float) -> int:
    return 1 + int(len(text) * size * LETTER / width)
