"""The study explorer's search box and filters; every choice is in the address."""

from collections.abc import Sequence

import streamlit as st

from components.ui.url import choose, remember
from content.numbers import write_number
from content.text import Words
from data.find import ANY, FACETS, Question, facet_counts, nearest_way_out
from data.models.study import Study

WORDS_OF = {"condition": "conditions.{}.name", "design": "design.{}", "direction": "direction.{}", "depth": "depth.{}",
            "placebo": "studies.placebo_{}", "dose": "studies.dose_{}"}  # fmt: skip
LONGEST_SEARCH = 200


def study_words(study: Study, words: Words) -> str:
    """A study's conditions and design in the page's language, for the search."""
    return " ".join([*(words(f"conditions.{c}.name") for c in study.conditions), words(f"design.{study.design}")])


def choose_question(studies: Sequence[Study], words: Words) -> Question:
    """Search box and filters. The number behind each value counts the studies in the whole set."""
    follow_search()
    text = st.text_input(
        words("studies.search"), key="studies_search", placeholder=words("studies.search_placeholder"),
        max_chars=LONGEST_SEARCH, on_change=_search_changed,
    )  # fmt: skip
    chosen: dict[str, str] = {}
    in_force = any(name in st.query_params for name in FACETS)
    with st.expander(words("studies.filters"), expanded=in_force, key="studies_filters"):
        columns = st.columns(3)
        for index, facet in enumerate(FACETS):
            with columns[index % 3]:
                chosen[facet] = _choose_facet(facet, studies, words)
    return Question(text=text, **chosen)


def follow_search() -> None:
    """Take the search text from the address whenever that has changed."""
    in_address = st.query_params.get("search", "")[:LONGEST_SEARCH]
    if "studies_search" not in st.session_state or st.session_state.get("studies_search_in_address") != in_address:
        st.session_state["studies_search"] = in_address
        st.session_state["studies_search_in_address"] = in_address


def _search_changed() -> None:
    remember("search", "studies_search", "")
    st.session_state.pop("studies_shown", None)


def _choose_facet(facet: str, studies: Sequence[Study], words: Words) -> str:
    counts = facet_counts(studies, facet)

    def shown(value: str) -> str:
        if value == ANY:
            return words("studies.any")
        return f"{words(WORDS_OF[facet].format(value))} ({write_number(counts[value], words.language)})"

    options = [ANY, *sorted(counts, key=lambda value: (-counts[value], value))]
    return choose(facet, words(f"studies.{facet}"), options, ANY, words, shown=shown, key=f"studies_{facet}")


def show_nothing_found(studies: Sequence[Study], question: Question, words: Words) -> None:
    """Why the result is empty and the nearest way out of it."""
    st.warning(words("studies.empty"))
    way_out = nearest_way_out(studies, question, lambda study: study_words(study, words))
    if way_out is not None:
        name, count = way_out
        label = words("studies.search") if name == "text" else words(f"studies.{name}")
        st.markdown(words("studies.empty_hint", filter=label, n=write_number(count, words.language)))
    st.button(words("studies.clear"), key="studies_clear", on_click=_clear)


def _clear() -> None:
    for name in FACETS:
        st.session_state[f"studies_{name}"] = ANY
        remember(name, f"studies_{name}", ANY)
    st.session_state["studies_search"] = ""
    remember("search", "studies_search", "")
