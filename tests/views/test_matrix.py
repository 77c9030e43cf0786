"""What the evidence says: groups and orders change the rows exactly; a row leads to its condition."""

from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from content.text import Words
from data.dataset import Dataset
from data.labels import label_of
from data.models.subject import ConditionGroup
from tests.components.charts.markup import parse, with_attribute, with_class
from tests.views.visit import address, pictures, said, visit


@pytest.fixture
def skin(dataset: Dataset) -> list[str]:
    """Conditions of the skin, in the dataset's order."""
    found = [condition.id for condition in dataset.conditions if condition.group is ConditionGroup.SKIN]
    assert {"hailey-hailey-disease", "psoriasis", "itch"} < set(found)
    assert len(found) < len(dataset.conditions) / 2
    return found


def rows(at: AppTest) -> list[str]:
    root = parse(pictures(at)["matrix"])
    return [link.attrib["data-choice"] for link in with_attribute(root, "data-choice")]


def test_all_conditions_are_shown_by_group_at_first(dataset: Dataset) -> None:
    at = visit("evidence")
    assert rows(at) == [condition.id for condition in dataset.conditions]
    assert len(with_class(parse(pictures(at)["matrix"]), "group")) == 8


def test_a_group_in_the_address_shows_exactly_its_conditions(skin: list[str]) -> None:
    at = visit("evidence", group="skin")
    assert at.selectbox(key="evidence_group").value == "skin"
    assert rows(at) == skin
    assert f" of {len(skin)} conditions have no study at low dose" in said(at)


def test_choosing_a_group_writes_the_address_and_all_leaves_none(dataset: Dataset, skin: list[str]) -> None:
    at = visit("evidence")
    at.selectbox(key="evidence_group").select("skin").run()
    assert (rows(at), address(at)) == (skin, {"group": "skin"})
    at.selectbox(key="evidence_group").select("all").run()
    assert (rows(at), address(at)) == ([condition.id for condition in dataset.conditions], {})


def test_orders_are_what_they_say(dataset: Dataset) -> None:
    at = visit("evidence", sort="people")
    people = [label_of(dataset, condition).people for condition in rows(at)]
    assert people == sorted(people, reverse=True)
    assert rows(at)[0] == "hashimoto-hypothyroidism"
    at.selectbox(key="evidence_sort").select("certainty").run()
    ranks = [((found := label_of(dataset, name)).certainty or 0, found.people) for name in rows(at)]
    assert ranks == sorted(ranks, reverse=True), "the surest first, then most people"
    assert ranks[0][0] > ranks[-1][0] == 0


def test_names_stand_in_the_order_of_the_alphabet(dataset: Dataset, words: Words) -> None:
    at = visit("evidence", sort="name")
    names = [words(f"conditions.{condition}.name") for condition in rows(at)]
    assert names == sorted(names, key=str.casefold)
    assert len(rows(at)) == len(dataset.conditions)


def test_an_order_of_its_own_shows_no_group_headings() -> None:
    root = parse(pictures(visit("evidence", sort="people"))["matrix"])
    assert with_class(root, "group") == []


def test_higher_doses_are_said_to_be_left_out() -> None:
    assert "Only studies at low dose are counted." in said(visit("evidence"))


def test_a_row_leads_to_its_condition(monkeypatch: pytest.MonkeyPatch) -> None:
    def choose(*, key: str, **_: object) -> SimpleNamespace:
        return SimpleNamespace(chosen="lupus" if key == "picture_matrix" else None)

    monkeypatch.setattr("components.ui.picture._mount", choose)
    at = visit("evidence")
    assert not at.exception
    assert [title.value for title in at.title] == ["Lupus"]
    assert address(at) == {"condition": "lupus"}
