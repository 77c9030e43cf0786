"""The look of every picture: colours by meaning, marks by shape, one style sheet, one Plotly template.

Colours are the theme's named colours, so light and dark follow the page; `.streamlit/config.toml` sets their
values and a test keeps both in step. No meaning rests on colour alone: each state has its own shape and word.
"""

import re
import tomllib
from collections.abc import Sequence
from enum import StrEnum
from functools import cache
from pathlib import Path

import htpy as h
import plotly.graph_objects as go
from markupsafe import Markup

from data.labels import Certainty, State
from data.models.study import Direction


class Meaning(StrEnum):
    """What a colour stands for, and the theme variable that carries it."""

    TOWARDS_LDN = "--st-blue-color"
    NO_DIFFERENCE = "--st-gray-color"
    MIXED = "--st-violet-color"
    UNCONTROLLED = "--st-orange-color"
    WARNING = "--st-red-color"
    TEXT = "--st-text-color"

    @property
    def css(self) -> str:
        """As a CSS value."""
        return f"var({self.value})"


# Plotly cannot read theme variables. These are the light theme's values; both read well on white and near-black.
PLOTLY_COLOURS = {
    Meaning.TOWARDS_LDN: "#2A8796",
    Meaning.NO_DIFFERENCE: "#6F8791",
    Meaning.MIXED: "#8472BD",
    Meaning.UNCONTROLLED: "#BF7229",
    Meaning.WARNING: "#C4587A",
}

# An arrow to both sides: no clear difference is not "equal", a small one may be there either way.
EITHER_WAY = "M5 10 H15 M7.8 6.4 L4.2 10 L7.8 13.6 M12.2 6.4 L15.8 10 L12.2 13.6"
STATE_MEANING = {
    State.SUPPORTED: Meaning.TOWARDS_LDN,
    State.MIXED: Meaning.MIXED,
    State.NO_DIFFERENCE: Meaning.NO_DIFFERENCE,
    State.UNCONTROLLED: Meaning.UNCONTROLLED,
    State.UNTESTED: Meaning.TEXT,
}


def spoken_name(of: str) -> h.Element:
    """What a folded part belongs to, for a screen reader that leafs through controls; its heading stands above it."""
    return h.span(".vh")[f": {of}"]


@cache
def state_mark(state: State, size: int = 20) -> Markup:
    """The shape of a state, hidden from screen readers because its word always stands beside it."""
    colour = STATE_MEANING[state].css
    shapes = {
        State.SUPPORTED: [h.path(d="M10 2 L18.5 17.5 L1.5 17.5 Z", fill=colour)],
        State.NO_DIFFERENCE: [
            h.rect(x="1.5", y="1.5", width="17", height="17", rx="3", fill=colour),
            h.path(d=EITHER_WAY, fill="none", stroke="var(--st-background-color)", stroke_width="2.2"),
        ],
        State.MIXED: [
            h.path(d="M10 1.2 L18.8 10 L10 18.8 L1.2 10 Z", fill="none", stroke=colour, stroke_width="2"),
            h.path(d="M10 1.2 L10 18.8 L1.2 10 Z", fill=colour),
        ],
        State.UNCONTROLLED: [h.circle(cx="10", cy="10", r="7.4", fill="none", stroke=colour, stroke_width="2.6")],
        State.UNTESTED: [
            h.rect(
                x="2",
                y="2",
                width="16",
                height="16",
                fill="none",
                stroke=colour,
                stroke_width="1.4",
                stroke_dasharray="3 2.4",
            ),
            h.path(d="M2 18 L18 2 M2 10 L10 2 M10 18 L18 10", stroke=colour, stroke_width="1", opacity="0.55"),
        ],
    }
    frame = h.svg(
        ".mark", viewBox="0 0 20 20", width=str(size), height=str(size), aria_hidden="true", focusable="false"
    )
    return drawn(frame[shapes[state]])


@cache
def without_lot_mark(direction: Direction, size: int = 20) -> Markup:
    """A comparison of groups nobody was assigned to by lot: the shape of its direction as a broken outline only."""
    outlines = {
        Direction.FAVOURS_LDN: "M10 2.6 L17.8 16.8 L2.2 16.8 Z",
        Direction.FAVOURS_CONTROL: "M10 17.4 L17.8 3.2 L2.2 3.2 Z",
        Direction.NO_CLEAR_DIFFERENCE: f"M2.5 2.5 H17.5 V17.5 H2.5 Z {EITHER_WAY}",
    }
    frame = h.svg(
        ".mark", viewBox="0 0 20 20", width=str(size), height=str(size), aria_hidden="true", focusable="false"
    )
    pen = {"stroke": Meaning.UNCONTROLLED.css, "stroke_width": "1.9", "stroke_dasharray": "3.2 2"}
    return drawn(frame[h.path(d=outlines[direction], fill="none", **pen)])


@cache
def certainty_bars(certainty: Certainty | None) -> Markup:
    """Four bars, as many filled as GRADE levels reached; its words always stand beside it."""
    level = int(certainty or 0)
    bars = [
        h.rect(
            x=str(1 + 7 * index), y=str(13 - 3 * index), width="5", height=str(5 + 3 * index), rx="1",
            fill="currentColor" if index < level else "none", stroke="currentColor", stroke_width="1",
        )
        for index in range(4)
    ]  # fmt: skip
    frame = h.svg(".bars", viewBox="0 0 30 20", width="24", height="16", aria_hidden="true", focusable="false")
    return drawn(frame[bars])


@cache
def flask_mark(size: int = 14) -> Markup:
    """A laboratory flask: done in animals or cells, not in people; the words always stand beside it."""
    frame = h.svg(
        ".mark", viewBox="0 0 20 20", width=str(size), height=str(size), aria_hidden="true", focusable="false"
    )
    outline = "M8 1.5 H12 M8.6 1.5 V8 L3 17 Q2.4 18.6 4.2 18.6 H15.8 Q17.6 18.6 17 17 L11.4 8 V1.5 M5.6 13 H14.4"
    return drawn(frame[h.path(d=outline, fill="none", stroke="currentColor", stroke_width="1.7")])


def drawn(element: h.Element) -> Markup:
    """An element as finished markup, so that a mark that stands a hundred times on a page is written out once."""
    return Markup(str(element))


VIEW_BOX = re.compile(' viewBox="([^"]*)"')


def drawn_once(parts: Sequence[h.Node], marks: Sequence[Markup]) -> Markup:
    """The same parts with each of `marks` written out once and pointed to: a mark may stand hundreds of times."""
    # Joined to plain text, because a Markup escapes whatever is put into it.
    text = "".join((str(h.fragment[parts]),))
    shapes = []
    for number, mark in enumerate(marks):
        frame, shape = str.split(mark, ">", 1)
        if text.count(mark) > 1:
            # The shape brings its own measure along, so that what stands hundreds of times is short;
            # `focusable` speaks to browsers that cannot switch pictures anyway.
            box = VIEW_BOX.search(frame)
            place = VIEW_BOX.sub("", frame).replace(' focusable="false"', "")
            text = text.replace(mark, f'{place}><use href="#mark-{number}"></use></svg>')
            symbol = h.symbol(id=f"mark-{number}", viewBox=box[1] if box else None)
            shapes.append(symbol[Markup(shape.removesuffix("</svg>"))])
    return Markup("".join((str(h.svg(".vh", aria_hidden="true", focusable="false")[h.defs[shapes]]), text)))


def plotly_template() -> go.layout.Template:
    """One template for every figure: our font, quiet grid, no modebar clutter, transparent ground."""
    axis = {"gridcolor": "rgba(128,140,146,0.28)", "zeroline": False, "automargin": True}
    return go.layout.Template(
        layout={
            "font": {"family": FONT, "size": 16},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "margin": {"l": 12, "r": 12, "t": 12, "b": 12},
            "xaxis": axis,
            "yaxis": axis,
            "legend": {"orientation": "h", "y": -0.2},
        }
    )


STYLE_SHEET = Path(__file__).parents[2] / "static" / "picture" / "pictures.css"
CONFIG = Path(__file__).parents[2] / ".streamlit" / "config.toml"
FONT = "'Atkinson Hyperlegible Next', system-ui, sans-serif"


@cache
def themes() -> tuple[dict[str, str], dict[str, str]]:
    """The light and the dark theme as CSS variables, for pages outside Streamlit; config.toml holds their values."""
    theme = tomllib.loads(CONFIG.read_text(encoding="utf-8"))["theme"]
    return _variables(theme["light"]), _variables(theme["dark"])


def _variables(theme: dict[str, object]) -> dict[str, str]:
    colours = {name: value for name, value in theme.items() if isinstance(value, str)}
    named = {"--st-" + re.sub("([A-Z])", r"-\1", name).lower(): value for name, value in colours.items()}
    return {**named, "--st-font": FONT}


@cache
def print_style() -> str:
    """On paper every picture is dark on white, whatever theme the visitor has chosen, and nothing folded stays shut."""
    light = "".join(f"{name}:{value};" for name, value in themes()[0].items() if name.endswith("-color"))
    return f"@media print{{.pic{{{light}--st-background-color:#fff;}}}}"


def picture(*children: h.Node) -> str:
    """Wrap children as one picture. Its look stands in static/picture/pictures.css."""
    return str(h.div(".pic")[children])
