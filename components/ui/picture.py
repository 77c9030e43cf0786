"""The one generic component: shows prepared markup and reports which of its parts was chosen.

It knows nothing about LDN. Links with `data-choice` work as real links (new tab, no script) and, on a plain
tap, click or Enter, stay in the running session and tell Python what was chosen.
"""

import streamlit as st

from components.charts.look import STYLE_SHEET

_SCRIPT = """
export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector("[data-picture]");
  if (root.markup !== data.markup) {
    root.markup = data.markup;
    root.innerHTML = data.markup;
  }
  root.onclick = (event) => {
    const chosen = event.target.closest("[data-choice]");
    if (!chosen || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    setTriggerValue("chosen", chosen.dataset.choice);
  };
}
"""
_mount = st.components.v2.component(
    "picture", html="<div data-picture></div>", css=STYLE_SHEET.read_text(encoding="utf-8"), js=_SCRIPT
)


def show_picture(markup: str, *, key: str) -> str | None:
    """Show markup made by `components.charts`; the answer is what was just chosen in it, once."""
    result = _mount(key=key, data={"markup": markup}, on_chosen_change=lambda: None)
    chosen = result.chosen
    return chosen if isinstance(chosen, str) else None
