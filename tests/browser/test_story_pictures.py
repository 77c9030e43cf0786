"""The pictures of the story in a real browser: seen on arrival, played once, again on request, taken away as files."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.conftest import PHONE, Visit, drawn, settled

PROJECTOR: ViewportSize = {"width": 1280, "height": 720}


@pytest.mark.parametrize("viewport", [PHONE, PROJECTOR], ids=["phone", "projector"])
def test_title_and_picture_are_seen_on_arrival(visit: Callable[..., Visit], viewport: ViewportSize) -> None:
    page = visit("/how", viewport=viewport).page
    expect(page.get_by_role("heading", name="What naltrexone is")).to_be_in_viewport(ratio=1)
    expect(page.get_by_role("img", name="What naltrexone is")).to_be_in_viewport(ratio=0.95)


def test_the_picture_has_its_words_and_changes_with_the_step(visit: Callable[..., Visit]) -> None:
    page = visit("/how?step=full-dose").page
    expect(page.get_by_role("img", name="What a full dose does")).to_have_accessible_description(
        "One hundred docking points, as scans found them after 50 mg: 92 are filled in the lower reading and 98 in the"
        " higher one."
    )
    page.get_by_role("button", name="Next").click()
    expect(page.get_by_role("img", name="What a low dose does in the brain")).to_be_visible()
    expect(page.get_by_role("img", name="What a full dose does")).to_have_count(0)


def running(page: Page) -> int:
    """How many animations have been put on the picture that is seen, finished ones included."""
    found = page.get_by_role("img", name="What a full dose does").evaluate(
        "(art) => art.getAnimations({subtree: true}).length"
    )
    return int(found)


def test_replay_plays_the_picture_again_by_keyboard_and_keeps_the_keyboard(visit: Callable[..., Visit]) -> None:
    page = drawn(visit("/how?step=full-dose", motion="no-preference").page)
    art = page.get_by_role("img", name="What a full dose does")
    assert running(page) == 2
    art.evaluate("(art) => art.getAnimations({subtree: true}).forEach((one) => one.finish())")
    replay = page.get_by_role("button", name="Replay")
    replay.focus()
    before = page.evaluate("document.timeline.currentTime")
    page.keyboard.press("Enter")
    # A drawing put in anew plays from its start: all of it begins after the key was pressed.
    expect(art).to_be_visible()
    assert running(page) == 2
    begun = "(art) => Promise.all(art.getAnimations({subtree: true}).map((one) => one.ready.then(() => one.startTime)))"
    assert min(art.evaluate(begun)) >= before
    expect(replay).to_be_focused()


def test_who_asks_for_less_motion_gets_none_and_sees_the_whole_picture(visit: Callable[..., Visit]) -> None:
    still = drawn(visit("/how?step=full-dose").page)
    assert running(still) == 0
    expect(still.get_by_role("button", name="Replay")).to_have_count(0)
    filled = still.get_by_role("img", name="What a full dose does").locator("[data-filled]")
    assert filled.evaluate("(part) => getComputedStyle(part).opacity") == "1"


def test_a_picture_is_taken_away_with_its_title_source_and_colours(visit: Callable[..., Visit]) -> None:
    page = visit("/how?step=hours-of-block").page
    with page.expect_download() as saved:
        page.locator(".step:visible").get_by_role("button", name="Save as SVG").click()
    text = Path(saved.value.path()).read_text(encoding="utf-8")
    assert saved.value.suggested_filename == "ldn-hours-of-block.svg"
    for said in ("How long does the block last?", "Shown in: Animals.", "LDN Evidence Explorer", "not measured"):
        assert said in text
    assert "var(" not in text
    with page.expect_download() as saved:
        page.locator(".step:visible").get_by_role("button", name="Save as PNG").click()
    content = Path(saved.value.path()).read_bytes()
    assert content.startswith(b"\x89PNG")
    assert len(content) > 20_000


def test_the_whole_story_can_be_walked_by_keyboard(visit: Callable[..., Visit]) -> None:
    page = visit("/how", motion="no-preference").page
    page.get_by_role("button", name="Next").focus()
    for number in range(2, 17):
        page.keyboard.press("Enter")
        expect(page.get_by_text(f"Step {number} of 16", exact=True)).to_be_visible()
        expect(page.locator(".step:visible").get_by_role("img")).to_have_count(1)
    # The answer to the last step may draw the picture anew and move the keyboard to where it stood before.
    settled(page)
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Replay")).to_be_focused()
    page.locator(".step:visible a").last.focus()
    for name in ("Save as SVG", "Save as PNG"):
        page.keyboard.press("Tab")
        expect(page.locator(".step:visible").get_by_role("button", name=name)).to_be_focused()


def test_the_day_is_taken_away_with_its_warning(visit: Callable[..., Visit]) -> None:
    page = visit("/how?a=3&b=6").page
    with page.expect_download() as saved:
        page.locator("[data-figure]", has=page.locator("[data-file=ldn-day-model]")).get_by_role(
            "button", name="Save as SVG"
        ).click()
    text = " ".join(Path(saved.value.path()).read_text(encoding="utf-8").split())
    for said in ("A model scaled mostly from full doses.", "3 mg", "6 mg", "measured in mice", "CC BY"):
        assert said in text
    assert "var(" not in text


def test_a_dose_chosen_for_the_model_is_drawn_stands_in_the_address_and_goes_back(visit: Callable[..., Visit]) -> None:
    seen = visit("/how?a=3")
    page = drawn(seen.page)
    told = page.locator(".reading")
    expect(told).to_contain_text("With 3\N{NO-BREAK SPACE}mg the model")
    page.get_by_label("First dose", exact=True).select_option("1.5")
    expect(told).not_to_contain_text("With 3\N{NO-BREAK SPACE}mg the model")
    expect(page).not_to_have_url(f"{seen.origin}/how?a=3")
    page.go_back()
    expect(told).to_contain_text("With 3\N{NO-BREAK SPACE}mg the model")
