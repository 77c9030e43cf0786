"""How it works: the address says which step stands open; a study in a card leads to its page."""

from types import SimpleNamespace

import pytest

from tests.views.visit import address, picture_data, turn_to, visit


def test_the_story_starts_at_its_first_step() -> None:
    at = visit("how")
    assert picture_data(at)["story"]["shown"] == "sits-in-mu-receptors"
    assert address(at) == {}


def test_a_step_in_the_address_is_opened() -> None:
    at = visit("how", step="filamin-a")
    assert picture_data(at)["story"]["shown"] == "filamin-a"


def test_all_steps_are_shipped_at_once_and_are_not_too_much() -> None:
    data = picture_data(visit("how"))["story"]
    assert set(data["arrangements"]) == set(data["choices"])
    assert len(data["choices"]) == 12
    assert len(data["markup"]) < 100_000


def test_address_and_step_agree_after_coming_back() -> None:
    at = visit("how", step="filamin-a")
    turn_to(turn_to(at, "safety"), "how")
    shown = {"sits-in-mu-receptors": {}, "filamin-a": {"step": "filamin-a"}}
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
