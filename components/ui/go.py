"""Moving between pages inside the running session, with the choice in the address."""

from typing import NoReturn

import streamlit as st

from components.ui.registry import PAGES, PageSpec, page_of
from content.text import Words

HELD = "frame_pages"


def held_pages(words: Words) -> dict[str, st.Page]:
    """The menu's pages, name -> page: made once per visit and language, since each asks the disk for its script."""
    kept: tuple[str, dict[str, st.Page]] | None = st.session_state.get(HELD)
    if kept is None or kept[0] != words.language:
        kept = words.language, {spec.name: _page(spec, words) for spec in PAGES}
        st.session_state[HELD] = kept
    return kept[1]


def _page(spec: PageSpec, words: Words) -> st.Page:
    return st.Page(
        spec.path,
        title=words(spec.title_key),
        icon=spec.icon,
        url_path=spec.slug or None,
        default=not spec.slug,
        visibility="visible" if spec.listed else "hidden",
    )


def go_to(page: str, **choices: str) -> NoReturn:
    """Open a page with its choices in the address; what that page held before is forgotten."""
    for name in choices:
        st.session_state.pop(f"{page}_{name}", None)
    st.switch_page(page_of(page).path, query_params=choices)


def link_to(page: str, label: str, **choices: str) -> None:
    """A link to a page, in the running session."""
    spec = page_of(page)
    # By its path, Streamlit would look through the folders of the disk for every single link.
    _, held = st.session_state.get(HELD, ("", {}))
    st.page_link(held.get(page, spec.path), label=label, icon=spec.icon, query_params=choices or None)
