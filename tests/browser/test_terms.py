"""A glossary term opens its meaning where it stands, by touch and by keyboard, and gives the place back."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, Visit


@pytest.mark.parametrize("address", ["/safety", "/l/en/safety"])
def test_a_term_opens_by_touch_and_closes_again(visit: Callable[..., Visit], address: str) -> None:
    seen = visit(address, viewport=PHONE, **({"ready": "footer"} if "/l/" in address else {}))
    term = seen.page.locator("button.term", has_text="opioid").first
    meaning = seen.page.get_by_role("note").filter(has_text="acts like morphine")
    expect(meaning).to_have_count(0)
    term.click()
    expect(meaning).to_be_visible()
    box = meaning.bounding_box()
    assert box is not None
    assert box["x"] >= 0 and box["x"] + box["width"] <= PHONE["width"]
    assert box["y"] >= 0 and box["y"] + box["height"] <= PHONE["height"]
    term.click()
    expect(meaning).to_have_count(0)
    assert seen.console_errors == []


def test_a_term_opens_by_keyboard_and_escape_gives_the_keyboard_back(visit: Callable[..., Visit]) -> None:
    seen = visit("/safety")
    term = seen.page.locator("button.term", has_text="opioid").first
    term.focus()
    seen.page.keyboard.press("Enter")
    meaning = seen.page.get_by_role("note").filter(has_text="acts like morphine")
    expect(meaning).to_be_visible()
    seen.page.keyboard.press("Escape")
    expect(meaning).to_have_count(0)
    expect(term).to_be_focused()
