"""How it works: one step at a time, the address says which, the badges say how far it was shown."""

from streamlit.testing.v1 import AppTest

from data.dataset import Dataset
from tests.components.charts.markup import parse, text_of, with_attribute
from tests.views.visit import address, pictures, said, turn_to, visit


def step_number(at: AppTest) -> str:
    [caption] = [caption.value for caption in at.caption if caption.value.startswith("Step ")]
    return str(caption)


def test_the_story_starts_at_its_first_step() -> None:
    at = visit("how")
    assert step_number(at) == "Step 1 of 12"
    assert at.button(key="how_previous").disabled
    assert not at.button(key="how_next").disabled
    assert address(at) == {}


def test_next_and_back_turn_one_step_and_write_the_address() -> None:
    at = visit("how")
    at.button(key="how_next").click().run()
    assert step_number(at) == "Step 2 of 12"
    assert address(at) == {"step": "low-or-full-dose"}
    at.button(key="how_next").click().run()
    assert address(at) == {"step": "hours-of-block"}
    at.button(key="how_previous").click().run()
    at.button(key="how_previous").click().run()
    assert step_number(at) == "Step 1 of 12"
    assert address(at) == {}
    assert at.button(key="how_previous").disabled


def test_the_last_step_has_no_next() -> None:
    at = visit("how", step="tested-in-people")
    assert step_number(at) == "Step 12 of 12"
    assert at.button(key="how_next").disabled
    assert not at.button(key="how_previous").disabled


def test_a_step_in_the_address_is_opened_and_marked() -> None:
    at = visit("how", step="filamin-a")
    assert step_number(at) == "Step 11 of 12"
    assert text_of(parse(pictures(at)["badge"])) == "Retracted"
    [current] = with_attribute(parse(pictures(at)["story"]), "aria-current")
    assert current.get("data-choice") == "filamin-a"


def test_every_step_shows_both_sides_and_its_limits(dataset: Dataset) -> None:
    at = visit("how")
    for index, step in enumerate(dataset.mechanisms.steps):
        text = said(at)
        assert step_number(at) == f"Step {index + 1} of 12"
        assert "What speaks for it" in text
        assert "What speaks against it" in text
        assert "What this does not show" in text
        sides = {item.side for item in step.evidence}
        assert ("Nothing found." in text) == (len(sides) < 2), step.id
        if index < 11:
            at.button(key="how_next").click().run()
            assert not at.exception


def test_address_and_step_agree_after_coming_back() -> None:
    at = visit("how")
    at.button(key="how_next").click().run()
    turn_to(turn_to(at, "safety"), "how")
    shown = {"Step 1 of 12": {}, "Step 2 of 12": {"step": "low-or-full-dose"}}
    assert shown[step_number(at)] == address(at)


def test_the_browsers_back_turns_back_the_step() -> None:
    at = visit("how")
    at.button(key="how_next").click().run()
    at.button(key="how_next").click().run()
    at.query_params["step"] = "low-or-full-dose"  # what Streamlit does when the visitor presses Back
    at.run()
    assert step_number(at) == "Step 2 of 12"
