"""A bad value in the address falls back with a plain note and never breaks the page."""

import pytest

from components.ui.url import SHOWN_LENGTH
from tests.views.hostile import BAD, is_plain
from tests.views.visit import said, visit

CHOICES = {
    ("condition", "condition"): "Choose a condition",
    ("study", "study"): "Studies",
    ("evidence", "group"): "What the evidence says",
    ("evidence", "sort"): "What the evidence says",
    ("evidence", "cell"): "What the evidence says",
    ("evidence", "lens"): "What the evidence says",
    ("research", "group"): "Research still needed",
    ("research", "stage"): "Research still needed",
    ("questions", "question"): "Questions and answers",
    ("visit", "condition"): "My visit",
    ("studies", "condition"): "Studies",
    ("studies", "design"): "Studies",
    ("studies", "compare"): "Studies",
    ("claims", "topic"): "What you may have heard",
    ("claims", "verdict"): "What you may have heard",
    ("claims", "claim"): "What you may have heard",
    ("effects", "show"): "Side effects over time",
    ("effects", "steps"): "Side effects over time",
    ("effects", "length"): "Side effects over time",
    ("effects", "lens"): "Side effects over time",
    ("how", "step"): "How it works, as far as anyone has shown",
    ("how", "map"): "How it works, as far as anyone has shown",
}


@pytest.mark.parametrize(("page", "name"), CHOICES, ids=lambda value: value)
@pytest.mark.parametrize("bad", ["nonsense", "script"])
def test_a_bad_value_falls_back_with_a_plain_note(page: str, name: str, bad: str) -> None:
    at = visit(page, **{name: BAD[bad]})
    assert not at.exception
    assert at.title[0].value == CHOICES[page, name]
    [note] = [info.value for info in at.info if "The address asked for" in info.value]
    assert is_plain(note), note
    assert "which is not here. Showing " in note


@pytest.mark.parametrize("bad", BAD)
def test_a_note_never_contains_anything_markdown_would_act_on(bad: str) -> None:
    at = visit("condition", condition=BAD[bad])
    assert not at.exception
    assert at.title[0].value == "Choose a condition"
    [note] = [info.value for info in at.info]
    assert is_plain(note), note


def test_an_empty_value_is_no_choice() -> None:
    at = visit("condition", condition="")
    assert not at.exception
    assert [title.value for title in at.title] == ["Choose a condition"]


def test_a_long_value_is_cut_short() -> None:
    [note] = [info.value for info in visit("condition", condition=BAD["long"]).info]
    assert "x" * SHOWN_LENGTH + "…" in note
    assert "x" * (SHOWN_LENGTH + 1) not in note


def test_the_note_says_what_is_shown_instead() -> None:
    [note] = [info.value for info in visit("effects", show="nonsense").info if "address" in info.value]
    assert note == "The address asked for “nonsense”, which is not here. Showing All effects instead."
    [note] = [info.value for info in visit("study", study="none").info]
    assert note == "The address asked for “none”, which is not here. Showing the list instead."


def test_a_note_does_not_say_that_an_instruction_is_shown() -> None:
    [note] = [info.value for info in visit("condition", condition="nonsense").info]
    assert "Showing Choose a condition instead" not in note


def test_letter_case_is_forgiven() -> None:
    at = visit("condition", condition="Lupus")
    assert [title.value for title in at.title] == ["Lupus"]
    assert list(at.info) == []


def test_a_hostile_search_is_searched_for_and_nothing_else() -> None:
    at = visit("studies", search=BAD["script"] + "y" * 1000)
    assert not at.exception
    assert at.text_input(key="studies_search").value == (BAD["script"] + "y" * 1000)[:200]
    assert "<script>" not in said(at)
    assert [warning.value for warning in at.warning] == ["No study matches all of this."]


def test_good_values_leave_no_note() -> None:
    for page, choices in (
        ("condition", {"condition": "lupus"}),
        ("evidence", {"group": "skin", "sort": "people"}),
        ("effects", {"show": "serious"}),
        ("how", {"step": "filamin-a"}),
    ):
        assert [info.value for info in visit(page, **choices).info if "The address" in info.value] == []
