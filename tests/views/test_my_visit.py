"""My visit: questions follow the choices, the page is made on request, and nothing personal is left behind."""

import logging
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

import components.ui.visit_page
from components.prints.paper import Ink, Paper
from components.prints.questions import Priority, Worry, suggestions
from components.ui.visit_page import PageNotMadeError, Personal, personal_page
from content.text import Words
from data.dataset import Dataset
from data.labels import State, label_of, labels
from tests.components.prints.read_pdf import text_of
from tests.views.visit import address, choose_in, said, turn_to, visit

SECRET = "Zebra Quagga 4711 #read(x)"


def pressed(at: AppTest, key: str) -> AppTest:
    return at.button(key=key).click().run()


def ticks(at: AppTest) -> dict[str, bool]:
    return {box.label: box.value for box in at.checkbox}


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The pages that were made."""
    pages: list[bytes] = []
    real = components.ui.visit_page.personal_page

    def keeping(*given: Any) -> bytes:
        pages.append(real(*given))
        return pages[-1]

    monkeypatch.setattr(components.ui.visit_page, "personal_page", keeping)
    return pages


def test_without_a_condition_it_asks_for_one_and_still_offers_diary_and_card() -> None:
    at = visit("visit")
    assert "Choose a condition above" in said(at)
    assert list(at.checkbox) == []
    offered = [button.proto.label for button in at.get("download_button")]
    assert offered == [
        "Diary for twelve weeks (PDF), A4", "Diary for twelve weeks (PDF), Letter", "Diary as a table (CSV)",
        "Card for the wallet (PDF), A4", "Card for the wallet (PDF), Letter",
    ]  # fmt: skip


def test_it_says_that_nothing_is_kept() -> None:
    text = said(visit("visit"))
    assert "It is not saved and not logged." in text
    assert "removes it all" in text


def test_choices_bring_their_questions_worries_first(words: Words) -> None:
    at = visit("visit", condition="crohns-disease")
    assert words("visit.ask.worry.liver") not in ticks(at)
    at.session_state["visit_0_worries"] = [Worry.LIVER]
    at.session_state["visit_0_matters"] = [Priority.SLEEP]
    at.run()
    asked = [*ticks(at)]
    assert asked[0] == words("visit.ask.worry.liver")
    assert words("visit.ask.priority.sleep") in asked
    assert "Serious liver disease: doctor first." in "".join(error.value for error in at.error)


def test_the_page_holds_what_is_ticked_and_typed_and_not_more(made: list[bytes], words: Words) -> None:
    at = visit("visit", condition="crohns-disease")
    at.checkbox(key="visit_0_ask_always-1").uncheck().run()
    at.text_input(key="visit_0_own").set_value(SECRET).run()
    at.text_input(key="visit_0_say_always-2").set_value("How will we know?").run()
    pressed(at, "visit_make")
    assert not at.exception
    text = text_of(made[0])
    assert SECRET in text
    assert "How will we know?" in text
    assert words("condition.ask_1") not in text
    assert words("condition.ask_2") not in text
    assert words("condition.ask_3") in text
    assert "Save or open my page" in [button.proto.label for button in at.get("download_button")]


def test_a_question_of_ones_own_always_has_room(made: list[bytes]) -> None:
    at = visit("visit", condition="lupus")
    at.session_state["visit_0_worries"] = [*Worry]
    at.session_state["visit_0_matters"] = [*Priority]
    at.run()
    at.text_input(key="visit_0_own").set_value(SECRET).run()
    pressed(at, "visit_make")
    assert f"1. {SECRET}" in text_of(made[0])


def test_no_page_is_made_before_it_is_asked_for_or_after_a_change(made: list[bytes]) -> None:
    at = visit("visit", condition="lupus")
    assert made == []
    pressed(at, "visit_make")
    at.text_input(key="visit_0_own").set_value("One more?").run()
    assert len(made) == 1
    assert "Save or open my page" not in [button.proto.label for button in at.get("download_button")]


def test_nothing_personal_reaches_the_address_or_the_log(
    made: list[bytes], caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    with caplog.at_level(logging.DEBUG):
        at = visit("visit", condition="lupus")
        at.session_state["visit_0_worries"] = [Worry.OPIOIDS]
        at.text_input(key="visit_0_own").set_value(SECRET).run()
        pressed(at, "visit_make")
    assert len(made) == 1
    assert address(at) == {"condition": "lupus"}
    written = capfd.readouterr()
    for told in (caplog.text, written.out, written.err):
        assert "Zebra" not in told and "opioids" not in told


def test_leaving_the_page_forgets_everything() -> None:
    at = visit("visit", condition="lupus")
    at.text_input(key="visit_0_own").set_value(SECRET).run()
    assert SECRET in remembered(at)
    turn_to(at, "about")
    assert SECRET not in remembered(at)
    turn_to(at, "visit", condition="lupus")
    assert at.text_input(key="visit_0_own").value == ""


def test_clearing_forgets_everything_and_the_condition() -> None:
    at = visit("visit", condition="lupus")
    at.text_input(key="visit_0_own").set_value(SECRET).run()
    at.checkbox(key="visit_0_ask_always-1").uncheck().run()
    pressed(at, "visit_clear")
    assert address(at) == {}
    assert "Choose a condition above" in said(at)
    choose_in(at, "visit_condition", "lupus")
    assert SECRET not in remembered(at)
    assert all(ticks(at).values())
    assert at.text_input(key="visit_1_own").value == ""


def remembered(at: AppTest) -> str:
    """Everything the session holds, widgets included."""
    return str(vars(at.session_state))


def test_more_than_fits_is_said_and_limits_too(words: Words) -> None:
    at = visit("visit", condition="lupus")
    assert "4 chosen. The page has room for 5." in said(at)
    at.session_state["visit_0_worries"] = [*Worry]
    at.run()
    at.text_input(key="visit_0_own").set_value("هل هذا آمن؟").run()
    assert "9 chosen. The page has room for the first 5: untick what can wait." in said(at)
    assert "uses an alphabet our print font does not have" in said(at)


def test_the_opioid_page_warns_and_asks_nothing_that_leads_to_trying(words: Words) -> None:
    at = visit("visit", condition="opioid-withdrawal")
    assert words("conditions.opioid-withdrawal.warning") in "".join(error.value for error in at.error)
    assert [*ticks(at)] == [words("visit.ask.help")]


def test_a_failure_is_told_without_a_word_of_the_visitor(
    monkeypatch: pytest.MonkeyPatch, dataset: Dataset, words: Words
) -> None:
    def broken(*_: object, **__: object) -> bytes:
        raise ValueError(SECRET)

    monkeypatch.setattr(components.ui.visit_page, "take_away", broken)
    with pytest.raises(PageNotMadeError) as caught:
        personal_page(dataset, "lupus", Personal((), (SECRET,)), words, Paper.A4, Ink.MONO)
    assert SECRET not in str(caught.value)
    assert caught.value.__suppress_context__
    at = visit("visit", condition="lupus")
    pressed(at, "visit_make")
    assert not at.exception
    assert words("visit.sorry") in "".join(error.value for error in at.error)


def test_a_condition_we_do_not_have_falls_back_kindly() -> None:
    at = visit("visit", condition="<b>nope</b>")
    assert not at.exception
    assert "which is not here" in said(at)
    assert "Choose a condition above" in said(at)


def test_every_state_and_choice_has_its_question_in_the_first_person(dataset: Dataset, words: Words) -> None:
    found = {label.state: label for label in labels(dataset)}
    assert set(State) - {State.SUPPORTED} <= set(found)
    for label in found.values():
        asked = suggestions(label, words, priorities=[*Priority], worries=[*Worry])
        assert all(text.endswith("?") for text in asked.values())
        assert len(asked) == len(set(asked.values()))
    lupus = suggestions(label_of(dataset, "lupus"), words)
    assert [*lupus] == ["state", "always-1", "always-2", "always-3"]


def test_condition_and_safety_pages_lead_here(words: Words) -> None:
    assert words("visit.take") in said(visit("condition", condition="lupus"))
    assert words("visit.take_card") in said(visit("safety"))
