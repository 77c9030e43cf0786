"""One search over everything: whole questions, slips and accents; words that say nothing find nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.lookup import Entry, Kind, index_entries, look_up

ENTRIES = (
    Entry(Kind.CONDITION, "fibromyalgia", "Fibromyalgia", "pain all over the body"),
    Entry(Kind.CONDITION, "sjogrens", "Sjögren's syndrome", "dry eyes and mouth"),
    Entry(Kind.CLAIM, "sleep", "LDN improves sleep", "trials in fibromyalgia saw no clear change in sleep"),
    Entry(Kind.SIDE_EFFECT, "vivid-dreams", "Vivid dreams", ""),
    Entry(Kind.TERM, "placebo", "Placebo", "a dummy that looks like the drug"),
    *(Entry(Kind.STUDY, f"s{number}", f"Study {number}", "beside placebo") for number in range(30)),
)
INDEX = index_entries(ENTRIES, ignored="does it help with a what is the")


def ids(text: str) -> list[str]:
    return [entry.id for group in look_up(INDEX, text).entries.values() for entry in group]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("fibromyalgia", "fibromyalgia"), ("FIBRO", "fibromyalgia"),
        ("does it help with fibromyalgia?", "fibromyalgia"),
        ("sjogren", "sjogrens"), ("Sjögren", "sjogrens"), ("vivid dream", "vivid-dreams"),
        ("what is a placebo", "placebo"),
        ("sleep", "sleep"),
    ],
)  # fmt: skip
def test_a_word_or_a_question_leads_to_its_entry_first(text: str, first: str) -> None:
    assert ids(text)[0] == first


def test_a_slip_of_the_finger_is_read_as_the_word_meant_and_told() -> None:
    found = look_up(INDEX, "fybromyalgia")
    assert found.corrected == {"fybromyalgia": "fibromyalgia"}
    assert found.entries[Kind.CONDITION][0].id == "fibromyalgia"


def test_a_name_that_has_the_word_comes_before_a_text_that_mentions_it() -> None:
    assert "sleep" not in ids("fibromyalgia")[:1]
    assert ids("placebo") == ["placebo"], "thirty studies mention it; one entry is it"


@pytest.mark.parametrize("text", ["", "   ", "does it help with", "zzzz qqqq", "%$&", "a"])
def test_words_that_say_nothing_find_nothing(text: str) -> None:
    assert look_up(INDEX, text).entries == {}


def test_no_kind_shows_more_than_it_should() -> None:
    assert len(look_up(INDEX, "study", most=5).entries[Kind.STUDY]) == 5


@given(st.text(max_size=400))
def test_no_text_breaks_it_and_only_known_entries_come_back(text: str) -> None:
    found = look_up(INDEX, text)
    assert all(entry in ENTRIES for group in found.entries.values() for entry in group)
    assert all(meant in INDEX.known for meant in found.corrected.values())
