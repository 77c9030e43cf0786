"""The start page: exact figures from the dataset, and the way to a condition."""

import re

from components.charts.study_timeline import study_timeline
from content.text import Words
from data.dataset import Dataset
from data.labels import State, labels
from tests.views.visit import address, links, said, visit


def test_the_cards_give_the_exact_figures_of_the_dataset(dataset: Dataset) -> None:
    tested = sum(bool(label.compared) for label in labels(dataset))
    text = said(visit())
    assert "about 0.5 to 6\u00a0mg, of a medicine whose usual tablet is 50\u00a0mg" in text  # on one line each
    asked = f"Of {len(dataset.conditions)} conditions people ask about, {tested} have a placebo result we could read"
    assert f"{asked}. In none of them do several trials favour LDN." in text
    assert "LDN may be no better than placebo for" in text
    assert "The largest placebo trial printed in a journal has 110 people." in text
    assert "1\u00a0mg has caused severe withdrawal" in text
    assert "69 in 100 people had unwanted effects on LDN and 72 in 100 on placebo" in text
    dreams = "In one small trial, vivid dreams came up in 37 in 100 people on LDN and 13 in 100 on placebo."
    assert f"{dreams} Over several trials, they came about 2.4 times as often." in text


def test_start_page_and_studies_page_agree_on_the_largest_placebo_trial(dataset: Dataset, words: Words) -> None:
    texts = (said(visit()), study_timeline(dataset.studies, words).alt)
    sizes = [re.findall(r"largest placebo trial[^.]*? has (\d+) people", text) for text in texts]
    assert sizes[0] == sizes[1] != []


def test_the_states_on_the_card_are_those_of_the_matrix(dataset: Dataset) -> None:
    counted = {state: sum(label.state is state for label in labels(dataset)) for state in State}
    text = said(visit())
    uncontrolled, untested = counted[State.UNCONTROLLED], counted[State.UNTESTED]
    assert f"For {uncontrolled} more conditions people were studied, but there is no placebo comparison" in text
    assert f"For another {untested} we found no study of people at low dose." in text


def test_not_taking_it_is_named_as_an_option() -> None:
    assert "Not taking LDN is always one of your options. So are usual treatment and waiting." in said(visit())


def test_choosing_a_condition_leads_to_its_page() -> None:
    at = visit()
    assert at.selectbox(key="home_condition").value is None
    at.selectbox(key="home_condition").select("lupus").run()
    assert not at.exception
    assert [title.value for title in at.title] == ["Lupus"]
    assert address(at) == {"condition": "lupus"}


def test_every_condition_can_be_looked_up(dataset: Dataset, words: Words) -> None:
    options = visit().selectbox(key="home_condition").options
    assert options == [words(f"conditions.{condition.id}.name") for condition in dataset.conditions]


def test_each_card_leads_on() -> None:
    shown = links(visit())
    for label in (
        "Condition by condition",
        "Every study, with its source",
        "Unwanted effects, beside placebo",
        "How it might work, as far as shown",
        "My questions, and a page to take along",
        "Check a claim or a sentence",
    ):
        assert label in shown


def test_every_subject_is_one_tap_from_the_start_page_without_menu_or_footer(words: Words) -> None:
    shown = links(visit())
    pages = ("visit", "practical", "claims", "questions", "stories", "how", "background", "research")
    for label in (*(words(f"home.go_{page}") for page in (*pages, "evidence", "effects", "studies")), "Search"):
        assert label in shown


def test_unknown_parameters_are_ignored() -> None:
    at = visit("home", study="<script>", anything="x" * 3000)
    assert not at.exception
    assert list(at.info) == []
