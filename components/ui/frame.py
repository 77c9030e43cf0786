"""What surrounds every page: language, safety link, footer."""

import json
from functools import cache
from pathlib import Path
from threading import Event

import streamlit as st

from components.charts.page_list import page_list
from components.charts.qr import qr_code
from components.ui.go import go_to, link_to
from components.ui.picture import show_picture
from components.ui.public import absolute, light_path, public_url
from components.ui.registry import PAGES
from components.ui.show_chart import show_chart
from components.ui.url import SLUG, full_address
from content.numbers import write_date, write_number
from content.text import DEFAULT, Words, languages, load_words
from data.dataset import Dataset

# Pages whose light twin has the same address; start and matrix have the overview of all conditions.
LIGHT_TWINS = frozenset(
    ("side-effects", "safety", "practical", "how", "claims", "questions", "background", "stories", "research")
)
# What follows a picture waits for it (4 seconds at most), so that no word jumps away under the reader's eyes. Streamlit
# holds a place of its own height for whatever it has yet to load: here it gets the height of what will come.
STYLE = f"<style>{Path(__file__).with_name('page_style.css').read_text(encoding='utf-8')}</style>"
# In the start page's address when the one that was opened is not ours.
LOST = "lost"
# Set by the server that puts the style into every page's head; a second copy in the page would restyle it all again.
STYLE_IN_HEAD = Event()
# Streamlit keeps the scroll position of the page before; a new page starts at its top, with the keyboard in it. So does
# another record on the same page, but there the keyboard may stand in the list it was chosen from. Back leads down to
# where the page was left.
ARRIVE = """<script>
{history}
document.documentElement.lang = {language};
if (window.ldnPlace === undefined) {{
  // One listener for the whole visit: the link itself may arrive after this script.
  addEventListener('click', (event) => {{
    if (!event.target.closest?.('.st-key-frame_up a')) return;
    const main = document.querySelector('.stMain');
    event.preventDefault();
    main.scrollTop = 0;
    main.focus({{preventScroll: true}});
  }}, true);
}} else {{
  const main = document.querySelector('.stMain');
  if (window.ldnPlace !== {place} || window.ldnRecord !== {record}) main.scrollTop = 0;
  if (window.ldnPlace !== {place}) main.focus({{preventScroll: true}});
  if (window.ldnReturn) ldnDownTo(main, window.ldnReturn);
  window.ldnReturn = undefined;
}}
if (window.ldnPlace !== {place} && innerWidth < 768) {{
  // On a phone the menu lies over the page, and Streamlit leaves it there, for later visits too.
  document.querySelector('.stSidebar[data-collapsed="false"] [data-testid="stSidebarCollapseButton"] button')?.click();
}}
window.ldnPlace = {place};
window.ldnRecord = {record};
</script>"""
ONE_STEP_BACK = Path(__file__).with_name("one_step_back.js").read_text(encoding="utf-8")


def page_words() -> Words:
    """Words in the language the address asks for; English when it asks for none we have."""
    asked = st.query_params.get("lang", DEFAULT)
    return load_words(asked if asked in languages() else DEFAULT)


def open_frame(slug: str, title: str, words: Words) -> None:
    """The page's name, and the safety card and the search one tap away."""
    st.session_state[SLUG] = slug
    name_page(title, words)
    if not slug and LOST in st.query_params:
        st.info(words("frame.lost"))
    if "lang" in st.query_params and st.query_params["lang"] not in languages():
        st.info(words("frame.language_unknown"))
    with st.container(key="frame_top", horizontal=True):
        if slug != "safety":
            with st.container(key="frame_safety", width="content"):
                link_to("safety", words("frame.safety_link"))
        if slug != "search":
            with st.container(key="frame_search", width="content"):
                link_to("search", words("frame.search_link"))


def name_page(title: str, words: Words) -> None:
    """Give the browser's tab, and whoever cites the page, its own name."""
    st.session_state["frame_title"] = title
    st.set_page_config(page_title=f"{title} · {words('app.name')}")


def close_frame(slug: str, dataset: Dataset, words: Words) -> None:
    """The footer: not advice, version and date, who reviewed it, funding, licence; then style and arrival."""
    release = dataset.release
    _show_citation(dataset, words)
    _show_qr(slug, dataset, words)
    with st.container(key="frame_footer"):
        reviews = [
            words(
                "frame.footer_reviewed",
                who=f"{review.name}, {review.role}",
                when=write_date(review.dated, words.language),
            )
            for review in release.reviews
        ]
        lines = (
            f"**{words('frame.not_advice')}**",
            words(
                "frame.footer_version",
                version=release.version,
                checked=write_date(release.checked, words.language),
                studies=write_number(len(dataset.studies), words.language),
            ),
            " ".join(reviews) or words("frame.footer_review"),
            f"{words('frame.footer_funding')} {words('frame.footer_licence')}",
        )
        # One piece of text and one list: each piece more costs every visit, on the server and on the phone.
        st.markdown("\n\n".join(lines))
        chosen = show_picture(_all_pages(words.language), key="picture_pages")
        # What a browser sends may be anything.
        if chosen is not None and chosen in {page.name for page in PAGES if page.in_footer}:
            go_to(chosen)
    with st.container(key="frame_up"):
        st.markdown(f"[{words('frame.to_top')}](#stMain)")
    # At the end: they take a line's room for a moment, and at the top everything would jump when they give it back.
    if not STYLE_IN_HEAD.is_set():
        st.html(STYLE)
    # Language, place and the record's name come from our own lists, never from the address as typed.
    record = json.dumps(str(st.session_state.get("frame_title", "")))
    script = ARRIVE.format(
        history=ONE_STEP_BACK, language=json.dumps(words.language), place=json.dumps(slug), record=record
    )
    st.html(script, unsafe_allow_javascript=True)


@cache
def _all_pages(language: str) -> str:
    words = load_words(language)
    pages = [(page.name, page.slug, words(page.title_key)) for page in PAGES if page.in_footer]
    return page_list(pages, words("frame.all_pages"))


def _show_citation(dataset: Dataset, words: Words) -> None:
    """How to cite what is on screen, drawn up only when asked for."""
    with st.expander(words("frame.cite"), key="frame_cite", on_change="rerun") as part:
        if part.open:
            release = dataset.release
            cited = words(
                "frame.cite_text",
                app=words("app.name"),
                title=str(st.session_state.get("frame_title", "")),
                version=release.version,
                checked=write_date(release.checked, words.language),
                address=full_address(),
            )
            st.code(cited, language=None, wrap_lines=True)


def _show_qr(slug: str, dataset: Dataset, words: Words) -> None:
    """The same page on the visitor's own phone, where it has a light twin and the public address is known."""
    twin = light_twin(slug, dataset, words)
    if twin is None or public_url() is None:
        return
    with st.expander(words("frame.qr"), key="frame_qr", on_change="rerun") as part:
        if part.open:
            show_chart(qr_code(absolute(twin), words), words, twin=False)


def light_twin(slug: str, dataset: Dataset, words: Words) -> str | None:
    """The light page with what the page at `slug` shows now, down to the claim; None where none says the same."""
    asked = st.query_params.get(slug, "").lower()
    known = {"condition": {*dataset.condition_by_id}, "study": {*dataset.study_by_id}}
    if slug in known:
        return light_path(slug, words.language, asked) if asked in known[slug] else None
    claim = st.query_params.get("claim", "")
    spot = f"#{claim}" if slug == "claims" and claim in {one.id for one in dataset.claims} else ""
    if slug in ("", "evidence"):
        return light_path("evidence", words.language)
    return light_path(slug, words.language) + spot if slug in LIGHT_TWINS else None
