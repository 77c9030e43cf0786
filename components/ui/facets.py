"""The study explorer's search box, filters and order; every choice is in the address."""

from collections import Counter
from functools import cache, lru_cache

import streamlit as st

from components.ui.choose import choose
from components.ui.url import follow_address, remember
from content.numbers import write_country, write_number
from content.text import Words, load_words
from data.dataset import Dataset
from data.find import ANY, FACETS, ORDERS, SIZES, UNKNOWN, YEARS, Question, facet_counts, nearest_way_out
from data.models.study import Study
from data.search import SearchIndex, build_index

WORDS_OF = {
    "condition": "conditions.{}.name", "design": "design.{}", "direction": "direction.{}", "depth": "depth.{}",
    "placebo": "studies.placebo_{}", "dose": "studies.dose_{}", "funding": "studies.funding_{}",
    "registered": "studies.registered_{}",
}  # fmt: skip
LONGEST_SEARCH = 200


@cache
def index_of(dataset: Dataset, language: str) -> SearchIndex:
    """The dataset's search index in a language; built once per process."""
    words = load_words(language)
    return build_index(dataset.studies, lambda study: _study_words(study, words))


def _study_words(study: Study, words: Words) -> str:
    """What a study is about or stands for, and its design, in the page's language, for the search."""
    names = [words(f"conditions.{c}.name") for c in (*study.conditions, *study.model_of)]
    return " ".join([*names, words(f"design.{study.design}")])


def choose_question(dataset: Dataset, words: Words) -> tuple[Question, str]:
    """Search box, filters and order. The number behind each value is what it leaves with all else in force."""
    follow_search()
    text = st.text_input(
        words("studies.search"), key="studies_search", placeholder=words("studies.search_placeholder"),
        on_change=_search_changed,
    )  # fmt: skip
    if st.session_state.pop("studies_search_cut", False):
        st.info(words("search.long", longest=write_number(LONGEST_SEARCH, words.language)))
    held = {name: str(st.session_state.get(f"studies_{name}", st.query_params.get(name, ANY))) for name in FACETS}
    asked = Question(
        text=text, **{name: value if value in _values(dataset, name) else ANY for name, value in held.items()}
    )
    in_force = any(name in st.query_params for name in FACETS)
    with st.expander(words("studies.filters"), expanded=in_force, key="studies_filters", on_change="rerun") as folded:
        # Twelve lists with their counts are drawn for whoever opens them.
        if not folded.open:
            facets = {name: _hold_facet(name, dataset, words) for name in FACETS}
            return Question(text=text, **facets), follow_address("sort", "studies_sort", [*ORDERS], "newest", words)
        chosen: dict[str, str] = {}
        columns = st.columns(3)
        for index, facet in enumerate(FACETS):
            with columns[index % 3]:
                chosen[facet] = _choose_facet(facet, dataset, asked, words)
        with columns[len(FACETS) % 3]:
            order = choose(
                "sort", words("studies.sort"), list(ORDERS), "newest", words,
                shown=lambda value: words(f"studies.sort_{value}"), key="studies_sort",
            )  # fmt: skip
    return Question(text=text, **chosen), order


@cache
def _values(dataset: Dataset, facet: str) -> frozenset[str]:
    """Every value a facet has in the whole set, and every condition, also one without any study."""
    if facet == "condition":
        return frozenset(dataset.condition_by_id)
    return frozenset(value for study in dataset.studies for value in FACETS[facet](study))


def _counts(dataset: Dataset, language: str, facet: str, asked: Question) -> Counter[str]:
    """Counts behind a facet's values. What a visitor typed is never kept for the next one."""
    if asked.text:
        return facet_counts(dataset.studies, facet, asked, index_of(dataset, language))
    return _counts_without_text(dataset, language, facet, asked)


@lru_cache(maxsize=2048)
def _counts_without_text(dataset: Dataset, language: str, facet: str, asked: Question) -> Counter[str]:
    return facet_counts(dataset.studies, facet, asked, index_of(dataset, language))


def follow_search() -> None:
    """Take the search text from the address whenever that has changed."""
    in_address = st.query_params.get("search", "")[:LONGEST_SEARCH]
    if "studies_search" not in st.session_state or st.session_state.get("studies_search_in_address") != in_address:
        st.session_state["studies_search"] = in_address
        st.session_state["studies_search_in_address"] = in_address


def _search_changed() -> None:
    # Not left to the box: Streamlit drops a pasted text that is too long without a word.
    typed = st.session_state["studies_search"]
    if len(typed) > LONGEST_SEARCH:
        st.session_state["studies_search"] = typed[:LONGEST_SEARCH]
        st.session_state["studies_search_cut"] = True
    remember("search", "studies_search", "")
    st.session_state.pop("studies_shown", None)


def _hold_facet(facet: str, dataset: Dataset, words: Words) -> str:
    """A filter whose list is folded away: what the address says."""
    return follow_address(facet, f"studies_{facet}", [ANY, *_values(dataset, facet)], ANY, words)


def _choose_facet(facet: str, dataset: Dataset, asked: Question, words: Words) -> str:
    counts = _counts(dataset, words.language, facet, asked)

    def shown(value: str) -> str:
        if value == ANY:
            return words("studies.any")
        return f"{value_name(facet, value, words)} ({write_number(counts[value], words.language)})"

    # Every value of the whole set stays in the list, so that a choice never vanishes under the visitor's finger.
    options = [ANY, *sorted(_values(dataset, facet), key=lambda value: _rank(facet, value, counts[value]))]
    return choose(facet, words(f"studies.{facet}"), options, ANY, words, shown=shown, key=f"studies_{facet}")


def _rank(facet: str, value: str, count: int) -> tuple[int, str]:
    if facet in ("year", "size"):
        return (10_000 if value == UNKNOWN else -int(value), value)
    return (-count, value)


def value_name(facet: str, value: str, words: Words) -> str:
    """A facet's value in words."""
    if facet == "country":
        return words("missing.not-found") if value == UNKNOWN else write_country(value, words.language)
    if facet in ("year", "size"):
        return _band_name(facet, value, words)
    return words(WORDS_OF[facet].format(value))


def _band_name(facet: str, value: str, words: Words) -> str:
    if value == UNKNOWN:
        return words("missing.not-found")
    ends = YEARS if facet == "year" else SIZES
    following = next((end for end in ends if end > int(value)), None)
    # A year is a name, not an amount: it takes no thousands mark.
    write = str if facet == "year" else lambda number: write_number(number, words.language)
    if following is None:
        return words(f"studies.{facet}_from", low=write(int(value)))
    return words(f"studies.{facet}_band", low=write(int(value)), high=write(following - 1))


def show_corrections(corrected: dict[str, str], words: Words) -> None:
    """Say which typed words were read as others."""
    for typed, meant in corrected.items():
        plain = "".join(character for character in typed if character.isalnum())
        st.info(words("studies.read_as", typed=plain, meant=meant))


def show_nothing_found(dataset: Dataset, question: Question, words: Words) -> None:
    """Why the result is empty and the nearest way out of it."""
    st.warning(words("studies.empty"))
    asked = [
        words("studies.search")
        if name == "text"
        else f"{words(f'studies.{name}')}: {value_name(name, getattr(question, name), words)}"
        for name in question.active()
    ]
    st.markdown(words("studies.asked_for", asked="; ".join(asked)))
    way_out = nearest_way_out(dataset.studies, question, index_of(dataset, words.language))
    if way_out is not None:
        name, count = way_out
        label = words("studies.search") if name == "text" else words(f"studies.{name}")
        st.markdown(words("studies.empty_hint", filter=label, n=write_number(count, words.language)))
        st.button(words("studies.drop", filter=label), key="studies_drop", type="primary", on_click=_drop, args=(name,))
    st.button(words("studies.clear"), key="studies_clear", on_click=_clear)


def _drop(name: str) -> None:
    """Take one filter, or the searched text, out of the question and out of the address."""
    key = "search" if name == "text" else name
    default = "" if name == "text" else ANY
    st.session_state[f"studies_{key}"] = default
    remember(key, f"studies_{key}", default)


def _clear() -> None:
    for name in FACETS:
        st.session_state[f"studies_{name}"] = ANY
        remember(name, f"studies_{name}", ANY)
    st.session_state["studies_search"] = ""
    remember("search", "studies_search", "")
