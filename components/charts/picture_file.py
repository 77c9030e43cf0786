"""A drawing that can be taken away as a file: its title, its warnings and its source stand in it and go with it."""

from collections.abc import Sequence

import htpy as h

from components.charts.story_pictures.pieces import GROUND, INK, LETTER, SIZE, say
from content.text import Words

MARGIN = 16
SMALL = 12


def as_file(
    shapes: Sequence[h.Node], *, name: str, title: str, description: str, notes: Sequence[str], size: tuple[int, int]
) -> h.Element:
    """A described SVG. Ground, title and notes are hidden on the page, which says them itself, and shown in the file.

    The picture component takes away `data-saved` parts as they are and widens the view to `data-saved-view`.
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
        ".art", viewBox=f"0 0 {width} {height}", role="img", focusable="false", data_file=name,
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


def file_buttons(words: Words) -> h.Element:
    """Take the drawing away, as SVG or PNG."""
    return h.p(".files")[(h.button(type="button", data_save=kind)[words(f"file.{kind}")] for kind in ("svg", "png"))]


def _lines(text: str, width: float, size: float) -> int:
    return 1 + int(len(text) * size * LETTER / width)
