"""What every chart function returns: a picture, its words, and its table twin."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import plotly.graph_objects as go


@dataclass(frozen=True)
class Table:
    """The chart's facts as a table: a header and rows of text, each row as long as the header."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class OnTop:
    """What is said of the record a visitor puts on top: `{name}` and `{where}` stand for its name and its group."""

    shown: str
    absent: str
    none: str


# Compared as an object, not by its content: thousands of choices would be read for it.
@dataclass(frozen=True, eq=False)
class Switch:
    """The choices of one picture. What `arrangements` names is switched in the browser while all of it is small.

    `arrangements`: choice -> ids of the parts it shows, in order; `said`: choice -> what a screen reader hears;
    `first`: the record whose part is put on top, or ""; `on_top`: what is said of it.
    """

    choices: tuple[str, ...]
    shown: str
    arrangements: Mapping[str, tuple[str, ...]]
    said: Mapping[str, str] = field(default_factory=dict)
    first: str = ""
    on_top: OnTop | None = None

    def __post_init__(self) -> None:
        """Refuse a choice that does not exist."""
        unknown = {self.shown, *self.arrangements, *self.said} - {*self.choices}
        if unknown:
            raise ValueError(f"no such choice: {', '.join(sorted(unknown))}; there are: {', '.join(self.choices)}")


@dataclass(frozen=True)
class Chart:
    """A picture of facts: either `markup` (semantic HTML or SVG) or `figure` (a Plotly figure to explore).

    `spoken`: what a screen reader hears when the server draws it anew; `answers`: at its first drawing too, because it
    comes of what a visitor has just asked.
    """

    key: str
    alt: str
    table: Table
    source_note: str
    markup: str | None = None
    figure: go.Figure | None = None
    takeaway: str = ""
    choices: tuple[str, ...] = field(default=())
    switch: Switch | None = None
    spoken: str = ""
    answers: bool = False

    def __post_init__(self) -> None:
        """Refuse a chart without a picture, words, source or table."""
        if (self.markup is None) == (self.figure is None):
            raise ValueError(f"chart {self.key}: give either markup or figure")
        if not (self.alt.strip() and self.source_note.strip() and self.table.header):
            raise ValueError(f"chart {self.key}: alt text, source note and table are required")
        if any(len(row) != len(self.table.header) for row in self.table.rows):
            raise ValueError(f"chart {self.key}: every table row needs {len(self.table.header)} cells")
