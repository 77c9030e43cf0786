"""What the evidence says: the address says what is shown; a switch in the picture is written back into it."""

from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from data.dataset import Dataset
from data.models.subject import ConditionGroup
from tests.components.charts.markup import parse, with_attribute
from tests.views.visit import address, links, parts_shown, picture_data, pictures, said, visit


def rows(at: AppTest) -> list[str]:
    """Conditions that the picture shows, in order."""
    data = picture_data(at)["matrix"]
    records = {
        row.attrib["data-part"]: row.attrib["data-record"]
        for row in with_attribute(parse(data["markup"]), "data-record")
    }
    return [records[part] for part in parts_shown(data) if part in records]


def choose(monkeypatch: pytest.MonkeyPatch, **what: str) -> None:
    """The visitor taps something in the matrix."""

    def mounted(*, key: str, **_: object) -> SimpleNamespace:
        return SimpleNamespace(chosen=what.get("chosen") if key == "picture_matrix" else None)

    monkeypatch.setattr("components.ui.picture._mount", mounted)


def test_all_conditions_are_shown_by_group_at_first(dataset: Dataset) -> None:
    at = visit("evidence")
    assert rows(at) == [condition.id for condition in dataset.conditions]
    assert picture_data(at)["matrix"]["shown"] == "kinds all listed low"
    assert address(at) == {}


def test_the_address_says_lens_group_order_and_who_comes_first(dataset: Dataset) -> None:
    at = visit("evidence", lens="outcomes", group="skin", sort="people", first="lupus")
    data = picture_data(at)["matrix"]
    assert (data["shown"], data["first"]) == ("outcomes skin people low", "lupus")
    skin = {condition.id for condition in dataset.conditions if condition.group is ConditionGroup.SKIN}
    assert set(rows(at)) == skin
    assert f"In 0 of {len(skin)} conditions, placebo trials mostly favour LDN." in said(at)


def test_all_choices_are_shipped_at_once_in_the_same_picture() -> None:
    one, other = (picture_data(visit("evidence", **a))["matrix"] for a in ({}, {"lens": "outcomes", "sort": "name"}))
    assert one["markup"] == other["markup"]
    assert one["arrangements"] == other["arrangements"]
    assert len(one["arrangements"]) == len(one["choices"]) and None not in one["arrangements"]
    assert len(one["markup"]) < 200_000


def test_a_nonsense_choice_in_the_address_shows_everything_and_says_so(dataset: Dataset) -> None:
    at = visit("evidence", group="teeth", first="../etc")
    assert len(rows(at)) == len(dataset.conditions)
    assert picture_data(at)["matrix"]["first"] == ""
    assert "which is not here" in said(at)


def test_higher_doses_are_said_to_be_left_out() -> None:
    assert "Only studies at low dose are counted." in said(visit("evidence"))


def test_a_row_leads_to_its_condition(monkeypatch: pytest.MonkeyPatch) -> None:
    choose(monkeypatch, chosen="lupus")
    at = visit("evidence")
    assert not at.exception
    assert [title.value for title in at.title] == ["Lupus"]
    assert address(at) == {"condition": "lupus"}


def test_a_cell_opens_its_answer_with_its_studies(dataset: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: dict[str, str] = {}

    def mounted(*, key: str, data: dict[str, str], **_: object) -> SimpleNamespace:
        drawn[key] = data["markup"]
        return SimpleNamespace(chosen="fibromyalgia/pain" if key == "picture_matrix" else None)

    monkeypatch.setattr("components.ui.picture._mount", mounted)
    at = visit("evidence", lens="outcomes")
    assert not at.exception
    assert "LDN may be no better than placebo for pain in fibromyalgia;" in drawn["picture_answer"]
    # Links of the page itself, because the keyboard cannot reach those inside a picture while a window is open.
    assert "Due Bruun 2024: No clear difference" in links(at)
    assert "Younger 2013: Better with LDN" in links(at)
    assert [label for label in links(at) if label.startswith("Patten")] == []


@pytest.mark.parametrize(
    ("cell", "said_there", "link"),
    [
        (
            "fibromyalgia/placebo-trial",
            "Placebo trials here: 5 studies, 367 people.",
            "Due Bruun 2024: No clear difference",
        ),
        ("multiple-sclerosis/animals-cells", "Animals and cells here: 3 in animals.", "Zagon 2009"),
        ("fibromyalgia/registered", "Registered, no results yet here: 1.", "All about Fibromyalgia"),
    ],
)
def test_a_cell_has_an_address_that_opens_it(cell: str, said_there: str, link: str) -> None:
    at = visit("evidence", cell=cell)
    assert not at.exception
    assert said_there in said(at)
    assert link in links(at)
    assert address(at) == {"cell": cell}


def test_a_window_of_animals_says_that_they_cannot_count(dataset: Dataset) -> None:
    at = visit("evidence", cell="multiple-sclerosis/animals-cells")
    assert "it is never counted" in said(at)
    assert dataset.study_by_id["zagon-2009-eae-mice"].plain in said(at)
    assert not any(label.startswith("Cree 2010") for label in links(at))
    assert "Placebo trials disagree" in pictures(at)["answer"]


@pytest.mark.parametrize(
    "cell", ["lupus/placebo-trial", "lupus/animals-cells", "teeth/pain", "fibromyalgia", "/", "x/y/z"]
)
def test_an_address_of_a_cell_we_do_not_have_opens_nothing(cell: str) -> None:
    at = visit("evidence", cell=cell)
    assert not at.exception
    assert "answer" not in pictures(at)
    assert [title.value for title in at.title] == ["What the evidence says"]


def test_a_cell_nobody_reports_opens_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    choose(monkeypatch, chosen="lupus/pain")
    at = visit("evidence")
    assert not at.exception
    assert [title.value for title in at.title] == ["What the evidence says"]


def test_the_picture_of_a_page_with_a_switch_is_the_same_for_all_visitors() -> None:
    assert pictures(visit("evidence"))["matrix"] == pictures(visit("evidence", first="lupus"))["matrix"]
