"""What surrounds every page: language, safety link, footer."""

import json
from pathlib import Path
from urllib.parse import quote, urlsplit

import streamlit as st

from components.charts.qr import qr_code
from components.ui.go import link_to
from components.ui.public import absolute, light_path, public_url
from components.ui.registry import PAGES
from components.ui.show_chart import show_chart
from components.ui.url import here
from content.numbers import write_date, write_number
from content.text import DEFAULT, Words, languages, load_words
from data.dataset import Dataset

# Pages whose light twin has the same address; the others lead to the light overview.
LIGHT_TWINS = frozenset(
    ("side-effects", "safety", "practical", "how", "claims", "questions", "background", "stories", "research")
)
# What follows a picture waits for it (4 seconds at most), so that no word jumps away under the reader's eyes. Streamlit
# holds a place of its own height for whatever it has yet to load: here it gets the height of what will come. The style
# stands in the head before Streamlit's own rules, so each rule that changes one of theirs must weigh more.
STYLE = """<style>
.stMainBlockContainer{padding-top:4.2rem;padding-bottom:2rem}
@keyframes ldn-appear{to{visibility:visible}}
[class*="st-key-picture_"]:not(:has([data-drawn])) ~ *,
*:has(>.st-key-condition_answer [class*="st-key-picture_"]):not(:has([data-drawn])) ~ *{
visibility:hidden;animation:ldn-appear 0s linear 4s forwards}
.stApp [class*="st-key-picture_"]:not(:has([data-drawn])){height:0;min-height:0;overflow:hidden}
.stApp .st-key-frame_top{margin-bottom:-.325rem}
.stApp .st-key-home_condition,.stApp .st-key-studies_search,.stApp .st-key-search_text{min-height:4.3rem}
.stApp .st-key-home_cards h2{font-size:1.2rem;padding:0 0 .2rem}
.stApp .st-key-home_cards p{font-size:.97rem;line-height:1.45}
.st-key-frame_safety a{border:2px solid #C4587A;border-radius:.5rem;padding:.2rem .8rem}
.st-key-frame_safety a p{font-weight:700}
.st-key-frame_search a{border:2px solid rgba(124,138,143,.8);border-radius:.5rem;padding:.2rem .8rem}
@media(max-width:640px){.stApp .st-key-frame_top{gap:.5rem}.st-key-frame_top a{padding:.2rem .45rem!important}
.st-key-frame_top a p{font-size:.9rem}}
.stMainBlockContainer{position:relative}
.st-key-frame_up{position:absolute!important;top:200vh;bottom:0;right:.75rem;width:auto!important;overflow:clip;
pointer-events:none;z-index:5}
.st-key-frame_up>div{position:sticky;top:calc(100vh - 4rem)}
.st-key-frame_up a{display:inline-flex;align-items:center;min-height:2.75rem;padding:0 .9rem;border-radius:1.4rem;
pointer-events:auto;text-decoration:none;font-weight:700;background:var(--st-background-color,Canvas);
border:2px solid rgba(124,138,143,.9)}
.st-key-frame_up a::before{content:"↑";content:"↑" / "";margin-right:.35rem}
.stApp .st-key-frame_up p{margin:0}
.stApp .st-key-frame_footer{margin-top:2.5rem;padding-top:1rem;border-top:1px solid rgba(124,138,143,.6)}
.stApp .st-key-frame_footer p{font-size:.9rem;line-height:1.5;margin-bottom:.3rem}
.stApp .st-key-claims_ready button{min-height:2.75rem}
.stApp .stElementContainer:has(>.stPageLink){margin:0;min-height:2.5rem}
.stApp .stPageLink a{min-height:2.5rem;margin:0;display:inline-flex;align-items:center}
.stApp .stPageLink a p{white-space:normal}
.stApp [class*="st-key-visit_"] button{min-height:2.75rem}
.stApp [class*="st-key-choose_"]{min-height:4.4rem}
.stApp .stCheckbox label{min-height:2.75rem;align-items:center}
.stApp summary{min-height:2.75rem}
.stApp .stTooltipIcon button{min-width:2.75rem;min-height:2.75rem}
.stSidebar[data-collapsed="true"]{visibility:hidden}
.stTopNavLink,.stApp header a,.stSidebar nav a,.stSidebarNavLink,[role=menu] a,.stTextInput [data-baseweb=base-input],
.stTextInput input{min-height:2.75rem}
.stApp header button{min-width:2.75rem;min-height:2.75rem}
[role=dialog] button[aria-label=Close]{width:2.75rem;height:2.75rem;display:grid;place-items:center}
[role=dialog] a:focus-visible,.stApp a:focus-visible,.stApp button:focus-visible,
.stApp summary:focus-visible{outline:3px solid #2A8796;outline-offset:2px}
@media print{
@page{margin:14mm 12mm}
html{font-size:12.5px!important}
html,body{height:auto!important;overflow:visible!important;background:#fff!important}
.stApp,.stApp>div,.stAppViewContainer,.stMain,.stMainBlockContainer,.stVerticalBlock{display:block!important;
position:static!important;height:auto!important;max-width:none!important;overflow:visible!important;inset:auto!important}
.stMainBlockContainer{padding:0!important}
.stApp,.stApp *{color:#000!important;background-color:transparent!important;-webkit-text-fill-color:currentColor}
.stAppHeader,.stSidebar,.stToolbar,.stDecoration,.stPageLink,.stButton,.stDownloadButton,.stSelectbox,.stTextInput,
[class*="st-key-choose_"],
.stMultiSelect,.stPills,.stSegmentedControl,.stSlider,.stCheckbox,.stRadio,.stTooltipIcon,.stStatusWidget,
.stExpander:not(:has(details[open])),.st-key-frame_safety,.st-key-frame_pages,.st-key-frame_up{display:none!important}
.stElementContainer,.stHorizontalBlock{break-inside:auto}
h1,h2,h3{break-after:avoid}
.stAlert,.stMarkdown li{break-inside:avoid}
}
</style>"""
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
    name_page(title, words)
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
    _show_qr(words)
    with st.container(key="frame_footer"):
        st.markdown(f"**{words('frame.not_advice')}**")
        st.markdown(
            words(
                "frame.footer_version",
                version=release.version,
                checked=write_date(release.checked, words.language),
                studies=write_number(len(dataset.studies), words.language),
            )
        )
        reviews = [
            words(
                "frame.footer_reviewed",
                who=f"{review.name}, {review.role}",
                when=write_date(review.dated, words.language),
            )
            for review in release.reviews
        ]
        st.markdown(" ".join(reviews) or words("frame.footer_review"))
        st.markdown(f"{words('frame.footer_funding')} {words('frame.footer_licence')}")
        with st.container(key="frame_pages"):
            st.markdown(f"**{words('frame.all_pages')}**")
            with st.container(horizontal=True):
                for page in PAGES:
                    if page.in_footer:
                        link_to(page.name, words(page.title_key))
    with st.container(key="frame_up"):
        st.markdown(f"[{words('frame.to_top')}](#stMain)")
    # At the end: they take a line's room for a moment, and at the top everything would jump when they give it back.
    st.html(STYLE)
    # Language, place and the record's name come from our own lists, never from the address as typed.
    record = json.dumps(str(st.session_state.get("frame_title", "")))
    script = ARRIVE.format(
        history=ONE_STEP_BACK, language=json.dumps(words.language), place=json.dumps(slug), record=record
    )
    st.html(script, unsafe_allow_javascript=True)


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
                address=here(),
            )
            st.code(cited, language=None, wrap_lines=True)


def _show_qr(words: Words) -> None:
    """The same page on the visitor's own phone; only where a public address is known."""
    if public_url() is None:
        return
    with st.expander(words("frame.qr"), key="frame_qr", on_change="rerun") as part:
        if part.open:
            page = urlsplit(st.context.url or "").path.strip("/")
            record = st.query_params.get(page, "") if page in ("condition", "study") else ""
            known = page if record or page in LIGHT_TWINS else "evidence"
            address = absolute(light_path(known, words.language, quote(record, safe="")))
            show_chart(qr_code(address, words), words, twin=False)
