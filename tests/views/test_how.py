"""How it works: the address says which step stands open; a study in a card leads to its page."""

import re
from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from components.charts.shipped import SHIPPED_AT_ONCE
from components.ui.quiz import ASKED, OFFERED
from data.dataset import Dataset
from tests.views.visit import APP, address, picture_data, turn_to, visit


def test_the_story_starts_at_its_first_step() -> None:
    at = visit("how")
    assert picture_data(at)["story"]["shown"] == "what-naltrexone-is"
    assert address(at) == {}


def test_a_step_in_the_address_is_opened() -> None:
    at = visit("how", step="filamin-a")
    assert picture_data(at)["story"]["shown"] == "filamin-a"


def test_all_steps_are_shipped_at_once_and_are_not_too_much() -> None:
    data = picture_data(visit("how"))["story"]
    assert len(data["arrangements"]) == len(data["choices"]) == 16
    assert None not in data["arrangements"]
    assert len(data["markup"]) < SHIPPED_AT_ONCE


def test_address_and_step_agree_after_coming_back() -> None:
    at = visit("how", step="filamin-a")
    turn_to(turn_to(at, "safety"), "how")
    shown = {"what-naltrexone-is": {}, "filamin-a": {"step": "filamin-a"}}
    assert shown[picture_data(at)["story"]["shown"]] == address(at)


def test_the_browsers_back_turns_back_the_step() -> None:
    at = visit("how", step="filamin-a")
    at.query_params["step"] = "low-or-full-dose"  # what Streamlit does when the visitor presses Back
    at.run()
    assert picture_data(at)["story"]["shown"] == "low-or-full-dose"


def test_a_study_in_a_card_leads_to_its_page(monkeypatch: pytest.MonkeyPatch) -> None:
    def mounted(*, key: str, **_: object) -> SimpleNamespace:
        return SimpleNamespace(chosen="zagon-1983-neuroblastoma" if key == "picture_story" else None)

    monkeypatch.setattr("components.ui.picture._mount", mounted)
    at = visit("how")
    assert not at.exception
    assert address(at) == {"study": "zagon-1983-neuroblastoma"}


def test_an_arrow_of_the_map_opens_its_step(monkeypatch: pytest.MonkeyPatch) -> None:
    tapped = ["cytokines"]

    def mounted(*, key: str, **_: object) -> SimpleNamespace:
        # As in the browser, a tap is told once.
        return SimpleNamespace(chosen=tapped.pop() if key == "picture_idea-map" and tapped else None)

    monkeypatch.setattr("components.ui.picture._mount", mounted)
    at = visit("how")
    assert not at.exception
    assert address(at) == {"step": "cytokines"}


def test_two_doses_are_chosen_in_the_address() -> None:
    at = visit("how", a="3", b="6", span="week", hour="8")
    data = picture_data(at)["day"]
    assert "3\u00a0mg" in data["markup"] and "6\u00a0mg" in data["markup"]
    assert "day 7" in data["markup"]
    assert "after 168 hours" in data["markup"]


def test_a_dose_that_is_none_falls_back_with_a_note() -> None:
    at = visit("how", a="4500")
    assert not at.exception
    assert "4.5\u00a0mg" in picture_data(at)["day"]["markup"]
    assert any("which is not here" in info.value for info in at.info)


def questions() -> None:
    from components.ui.quiz import show_questions
    from content.text import load_words
    from data.load import load_dataset

    show_questions(load_dataset(), load_words())


def test_the_quiz_is_one_tap_away_and_starts_without_an_answer() -> None:
    at = visit("how")
    assert "Which of these was shown, and where?" in [expander.label for expander in at.expander]
    assert list(at.radio) == []
    quiz = AppTest.from_function(questions).run()
    assert [radio.value for radio in quiz.radio] == [None, None, None]
    assert list(quiz.info) == []


def test_the_quiz_answers_kindly_whatever_is_chosen() -> None:
    quiz = AppTest.from_function(questions).run()
    quiz.radio(key="how_quiz_hours-of-block").set_value("people-low-dose").run()
    [told] = [info.value for info in quiz.info]
    assert told.startswith("**Not quite.** Animals. Those hours were measured in mice.")
    quiz.radio(key="how_quiz_hours-of-block").set_value("animals").run()
    [told] = [info.value for info in quiz.info]
    assert told.startswith("**Yes.** Animals.")


def test_every_quiz_answer_is_the_steps_own_badge(dataset: Dataset) -> None:
    places = {step.id: step.shown_in for step in dataset.mechanisms.steps}
    assert {step: places[step] for step in ASKED} == {
        "hours-of-block": "animals", "sits-in-mu-receptors": "people-low-dose", "filamin-a": "retracted",
    }  # fmt: skip
    assert set(places[step] for step in ASKED) <= set(OFFERED)


def files() -> None:
    from components.ui.how_files import list_files
    from content.text import load_words

    list_files(load_words())


def test_the_page_names_its_data_its_sources_and_the_code_of_the_model() -> None:
    at = AppTest.from_function(files).run()
    named = [name for element in at.markdown for name in re.findall(r": `([^`]+)`", element.value)]
    assert named == [
        "data/mechanisms.yaml", "data/sources.yaml", "content/en/mechanisms.yaml", "components/simulation/day.py",
    ]  # fmt: skip
    assert all((APP.parent / name).is_file() for name in named)
    assert len(at.get("download_button")) == len(named)
    assert "CC BY 4.0" in at.markdown[0].value


def test_what_the_map_shows_stands_in_the_address() -> None:
    at = visit("how", map="people")
    assert picture_data(at)["idea-map"]["shown"] == "people"
    assert address(at) == {"map": "people"}
    assert picture_data(visit("how"))["idea-map"]["shown"] == "everything"
