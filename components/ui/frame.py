"""What surrounds every page: language, safety link, footer."""

import streamlit as st

from components.ui.go import link_to
from components.ui.registry import PAGES
from content.numbers import write_date, write_number
from content.text import DEFAULT, Words, languages, load_words
from data.dataset import Dataset

STYLE = """<style>
.stMainBlockContainer{padding-top:4.6rem;padding-bottom:2rem}
.st-key-frame_safety a{border:2px solid #C4587A;border-radius:.5rem;padding:.35rem .8rem;min-height:2.75rem}
.st-key-frame_safety a p{font-weight:700}
.st-key-frame_footer{margin-top:2.5rem;padding-top:1rem;border-top:1px solid rgba(124,138,143,.6)}
.st-key-frame_footer p{font-size:.9rem;line-height:1.5;margin-bottom:.3rem}
</style>"""


def page_words() -> Words:
    """Words in the language the address asks for; English when it asks for none we have."""
    asked = st.query_params.get("lang", DEFAULT)
    return load_words(asked if asked in languages() else DEFAULT)


def open_frame(slug: str, words: Words) -> None:
    """The style sheet, the page's language for screen readers, and the safety card one tap away."""
    st.html(STYLE)
    st.html(f'<script>document.documentElement.lang="{words.language}"</script>', unsafe_allow_javascript=True)
    if slug != "safety":
        with st.container(key="frame_safety"):
            link_to("safety", words("frame.safety_link"))


def close_frame(dataset: Dataset, words: Words) -> None:
    """The footer: not advice, version and date, who reviewed it, funding, licence."""
    release = dataset.release
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
        st.markdown(f"**{words('frame.all_pages')}**")
        with st.container(horizontal=True):
            for page in PAGES:
                if page.in_footer:
                    link_to(page.name, words(page.title_key))
