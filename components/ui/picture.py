"""The one generic component: shows prepared markup, switches between its choices in the browser, reports the choice.

It knows nothing about LDN. Links with `data-choice` work as real links (new tab, no script) and, on a plain
tap, click or Enter, stay in the running session and tell Python what was chosen. What the markup may carry for
switching stands at the top of static/picture/picture.js.

Streamlit sends a component's script and style sheet along with every single picture, 57 kB each time. What travels
with ours is a few lines that load both from `static/`, once for all pictures and visits.
"""

from collections.abc import Callable, Collection
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path

import streamlit as st

from components.charts.chart import Switch
from components.charts.look import STYLE_SHEET, print_style
from components.charts.shipped import shipped

PREFIX = "/app/static/picture/"
FOLDER = Path(__file__).parents[2] / "static" / "picture"
# One module for the browser, in five files: switching, the keyboard after a window, saving a drawing, the style sheet
# and the order of parts, what is said.
SCRIPTS = tuple(FOLDER / name for name in ("picture.js", "focus.js", "save.js", "look.js", "tell.js"))
_VERSION = sha256(b"".join(path.read_bytes() for path in (*SCRIPTS, STYLE_SHEET))).hexdigest()[:12]


def picture_address(path: Path) -> str:
    """Where a browser gets a file of the component; a new version has a new address, so it may be kept for ever."""
    return f"{PREFIX}{path.name}?v={_VERSION}"


LOADER = (
    Path(__file__)
    .with_name("picture_load.js")
    .read_text(encoding="utf-8")
    .replace("ADDRESS", picture_address(SCRIPTS[0]))
)
# What is said to screen readers stands outside the picture: a place that is new and already full is not read out.
FRAME = '<div data-picture></div><div data-said role="status"></div>'
_mount = st.components.v2.component("picture", html=FRAME, css=print_style(), js=LOADER)


def show_picture(
    markup: str,
    *,
    key: str,
    switch: Switch | None = None,
    spoken: str = "",
    answers: bool = False,
    on_shown: Callable[[str], None] | None = None,
    on_first: Callable[[str], None] | None = None,
) -> str | None:
    """Show markup made by `components.charts`; the answer is what was just chosen in it, once.

    With a `switch` the visitor changes between its choices in the browser; `on_shown` then hears of the new one,
    and `on_first` of the record put on top, before the page runs again, so that address and words follow. A screen
    reader hears `spoken` when the page has drawn the picture anew, with `answers` at its first drawing too.
    """
    if switch is not None and on_shown is None:
        raise ValueError(f"{key} has choices and nobody hears of them: the server would put the old one back")
    data: dict[str, object] = {"markup": markup, "spoken": spoken, "answers": answers}
    heard = f"{key}_heard"
    if switch is not None:
        data |= {**shipped(markup, switch), **_held(switch), "heard": st.session_state.get(heard, 0)}

    def hear(name: str, told: Callable[[str], None] | None, allowed: Collection[str] | None) -> None:
        value = getattr(st.session_state[key], name)
        if not isinstance(value, dict):
            return
        choice, number = value.get("choice"), value.get("number")
        if isinstance(number, int):
            st.session_state[heard] = number
        if told is not None and isinstance(choice, str) and (allowed is None or choice in allowed):
            told(choice)

    def hear_shown() -> None:
        hear("shown", on_shown, () if switch is None else switch.choices)

    def hear_first() -> None:
        hear("first", on_first, None)

    result = _mount(
        key=key, data=data, on_chosen_change=lambda: None, on_shown_change=hear_shown, on_first_change=hear_first
    )
    chosen = result.chosen
    return chosen if isinstance(chosen, str) else None


def _held(switch: Switch) -> dict[str, object]:
    """What the server holds of a picture's choices."""
    on_top = None if switch.on_top is None else asdict(switch.on_top)
    return {"shown": switch.shown, "choices": list(switch.choices), "first": switch.first, "on_top": on_top}
