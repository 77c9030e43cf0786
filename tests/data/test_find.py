"""Finding studies by words and facets, and the way out of an empty result."""

from typing import Any

import pytest

from data.find import FACETS, ORDERS, Question, facet_counts, find_studies, nearest_way_out
from data.models.study import Study
from data.search import build_index, fold, search
from tests.data.make_study import make_study


def study(name: str, **changes: Any) -> Study:
    """A study with a few values changed. `a__b=1` changes a.b."""
    return make_study(name, {path.replace("__", "."): value for path, value in changes.items()})


SJOGREN = study(
    "zashin-2019-sjogren",
    citation__authors=["Zashin S"],
    citation__year=2019,
    citation__title="Sjögren's syndrome",
)
CROHN = study(
    "smith-2011-crohns",
    citation__authors=["Smith JP"],
    citation__year=2011,
    citation__title="Therapy with naltrexone",
    conditions=["crohns-disease"],
    design="open-label",
    comparator__kind="own-baseline",
    results__0__direction="improved-from-start",
)
OLD = study(
    "campbell-1993-autism",
    citation__authors=["Bye-Møller L"],
    citation__year=1993,
    citation__journal=None,
    conditions=["autism"],
    dose__band="higher",
    sources__0__depth="full-text",
)
UNDATED = study("unknown-trial", citation__year=None, main_result=None)
ALL = (OLD, CROHN, UNDATED, SJOGREN)


def names(which: Study) -> str:
    """Words of a study in the page's language."""
    return {"autism": "Autismus"}.get(which.conditions[0], "")


INDEX = build_index(ALL, names)


def found(**asked: str) -> list[str]:
    return [which.id for which in find_studies(ALL, Question(**asked), INDEX)]


def test_everything_is_found_newest_first_and_undated_last() -> None:
    assert found() == ["zashin-2019-sjogren", "smith-2011-crohns", "campbell-1993-autism", "unknown-trial"]


def test_studies_of_one_year_stand_by_id() -> None:
    twins = [study("b-2020-x"), study("a-2020-x")]
    assert [which.id for which in find_studies(twins, Question(), build_index(twins, names))] == [
        "a-2020-x",
        "b-2020-x",
    ]


@pytest.mark.parametrize("text", ["sjogren", "SJÖGREN", "Sjo\u0308gren", "  sjögren  "])
def test_words_are_found_whatever_accents_and_capitals(text: str) -> None:
    assert found(text=text) == ["zashin-2019-sjogren"]


@pytest.mark.parametrize("text", ["Bye-Møller", "bye-moller"])
def test_letter_with_a_stroke_is_found_by_its_plain_letter(text: str) -> None:
    assert found(text=text) == ["campbell-1993-autism"]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("smith naltrexone", ["smith-2011-crohns"]),
        ("naltrexone smith", ["smith-2011-crohns"]),
        ("smith sjogren", []),
        ("2011", ["smith-2011-crohns"]),
        ("autismus", ["campbell-1993-autism"]),
        ("campbell-1993", ["campbell-1993-autism"]),
        ("journal", ["zashin-2019-sjogren", "smith-2011-crohns", "unknown-trial"]),
        (".*", []),
        ("", ["zashin-2019-sjogren", "smith-2011-crohns", "campbell-1993-autism", "unknown-trial"]),
    ],
)
def test_every_word_must_be_found_somewhere(text: str, ids: list[str]) -> None:
    assert found(text=text) == ids


@pytest.mark.parametrize(
    ("facet", "value", "ids"),
    [
        ("condition", "crohns-disease", ["smith-2011-crohns"]),
        ("design", "open-label", ["smith-2011-crohns"]),
        ("placebo", "yes", ["zashin-2019-sjogren", "campbell-1993-autism", "unknown-trial"]),
        ("placebo", "no", ["smith-2011-crohns"]),
        ("dose", "low", ["zashin-2019-sjogren", "smith-2011-crohns", "unknown-trial"]),
        ("dose", "other", ["campbell-1993-autism"]),
        ("direction", "improved-from-start", ["smith-2011-crohns"]),
        ("direction", "no-clear-difference", ["zashin-2019-sjogren", "campbell-1993-autism"]),
        ("depth", "full-text", ["campbell-1993-autism"]),
        ("depth", "abstract", ["zashin-2019-sjogren", "smith-2011-crohns", "unknown-trial"]),
        ("condition", "lupus", []),
    ],
)
def test_facet_keeps_only_its_value(facet: str, value: str, ids: list[str]) -> None:
    assert found(**{facet: value}) == ids


def test_facets_and_words_must_all_match() -> None:
    assert found(placebo="yes", dose="low", text="sjogren") == ["zashin-2019-sjogren"]
    assert found(placebo="no", text="sjogren") == []


@pytest.mark.parametrize("facet", FACETS)
def test_count_beside_a_value_is_what_choosing_it_shows(facet: str) -> None:
    counts = facet_counts(ALL, facet, Question(), INDEX)
    assert counts
    assert {value: len(found(**{facet: value})) for value in counts} == dict(counts)


def test_way_out_drops_the_filter_that_brings_back_most() -> None:
    question = Question(text="sjogren", placebo="no")
    assert find_studies(ALL, question, INDEX) == []
    assert nearest_way_out(ALL, question, INDEX) == ("text", 1)
    assert nearest_way_out(ALL, Question(text="nothing has this", dose="low"), INDEX) == ("text", 3)
    assert nearest_way_out(ALL, Question(condition="lupus", dose="low"), INDEX) == ("condition", 3)


def test_no_way_out_when_two_filters_find_nothing_each() -> None:
    assert nearest_way_out(ALL, Question(text="nothing has this", condition="lupus"), INDEX) is None
    assert nearest_way_out((), Question(text="sjogren"), build_index((), names)) is None
    assert nearest_way_out(ALL, Question(), INDEX) is None


def test_active_filters_are_named_in_order() -> None:
    assert Question().active() == []
    assert Question(depth="abstract", text="x", condition="lupus").active() == ["text", "condition", "depth"]


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Sjögren", "sjogren"), ("ÉTUDE", "etude"), ("Straße", "strasse"), ("ﬁbro", "fibro"), ("α", "α")],
)
def test_folded_text_has_small_plain_letters(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("typed", "ids", "meant"),
    [
        ("sjorgen", ["zashin-2019-sjogren"], "sjogren"),
        ("naltrexne", ["smith-2011-crohns"], "naltrexone"),
        ("naltrexone", ["smith-2011-crohns"], None),
        ("smit", ["smith-2011-crohns"], None),  # a part of a word is no slip
        ("xyzzyx", [], None),
        ("ldnn", [], None),  # too short to guess at
    ],
)
def test_a_slip_of_the_finger_is_forgiven_and_said(typed: str, ids: list[str], meant: str | None) -> None:
    assert found(text=typed) == ids
    assert search(INDEX, typed).corrected == ({typed: meant} if meant else {})


def test_the_count_beside_a_value_follows_the_other_filters() -> None:
    question = Question(placebo="no")
    assert dict(facet_counts(ALL, "condition", question, INDEX)) == {"crohns-disease": 1}
    assert facet_counts(ALL, "placebo", question, INDEX)["yes"] == 3, "its own choice does not empty its list"


def test_orders_are_what_they_say() -> None:
    oldest = [s.id for s in find_studies(ALL, Question(), INDEX, "oldest")]
    assert (oldest[0], oldest[-1]) == ("campbell-1993-autism", "unknown-trial")
    assert [s.id for s in find_studies(ALL, Question(), INDEX, "name")] == sorted(s.id for s in ALL)
    assert set(ORDERS) == {"newest", "oldest", "people", "name"}


def test_bands_hold_every_study_once() -> None:
    for facet in ("year", "size"):
        counts = facet_counts(ALL, facet, Question(), INDEX)
        assert sum(counts.values()) == len(ALL)
    assert dict(facet_counts(ALL, "year", Question(), INDEX)) == {"2015": 1, "2010": 1, "1980": 1, "unknown": 1}
