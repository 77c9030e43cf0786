"""From any page to the answer: search by keyboard, and by touch alone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, Visit, type_into


def test_search_is_one_tap_away_and_leads_to_a_condition(visit: Callable[..., Visit]) -> None:
    seen = visit("/studies", viewport=PHONE)
    seen.page.get_by_role("link", name="Search", exact=True).first.click()
    box = seen.page.get_by_label("Type a word or a question")
    type_into(box, "crohns")
    box.press("Enter")
    # The same name stands further down among all names, also before anything was typed.
    found = seen.page.get_by_role("region", name="Conditions")
    found.get_by_role("link", name="Crohn's disease", exact=True).click()
    expect(seen.page.get_by_role("heading", name="Crohn's disease", level=1)).to_be_visible()
    expect(seen.page).to_have_url(f"{seen.origin}/condition?condition=crohns-disease")
    assert seen.console_errors == []


@pytest.mark.parametrize(
    ("group", "link", "heading"),
    [
        ("Questions and answers", "Will I sleep better or feel brighter?", "Questions and answers"),
        ("Side effects", "Trouble sleeping", "Side effects over time"),
    ],
)
def test_what_was_found_opens_whatever_kind_it_is_of(
    visit: Callable[..., Visit], group: str, link: str, heading: str
) -> None:
    seen = visit("/search", viewport=PHONE)
    box = seen.page.get_by_label("Type a word or a question")
    type_into(box, "sleep")
    box.press("Enter")
    seen.page.get_by_role("region", name=group).get_by_role("link", name=link).click()
    expect(seen.page.get_by_role("heading", name=heading, level=1)).to_be_visible()
    assert seen.console_errors == []


def test_a_side_effect_that_was_touched_is_what_is_shown(visit: Callable[..., Visit]) -> None:
    seen = visit("/search", viewport=PHONE)
    seen.page.get_by_role("link", name="Vivid dreams", exact=True).click()
    name = seen.page.get_by_role("heading", name="Vivid dreams", level=2)
    expect(name).to_be_in_viewport()
    expect(seen.page).to_have_url(f"{seen.origin}/side-effects?effect=vivid-dreams")


def test_a_name_is_found_by_touch_alone(visit: Callable[..., Visit]) -> None:
    seen = visit("/search", viewport={"width": 1080, "height": 1920})
    seen.page.get_by_role("link", name="Lupus", exact=True).click()
    expect(seen.page.get_by_role("heading", name="Lupus", level=1)).to_be_visible()


def test_what_was_typed_is_gone_after_leaving(visit: Callable[..., Visit]) -> None:
    seen = visit("/search")
    box = seen.page.get_by_label("Type a word or a question")
    type_into(box, "my private worry")
    box.press("Enter")
    expect(seen.page.get_by_text("You can", exact=True)).to_have_count(0)
    seen.page.get_by_role("link", name="Start").first.click()
    expect(seen.page.get_by_role("heading", name="Does it work?")).to_be_visible()
    seen.page.get_by_role("link", name="Search", exact=True).first.click()
    expect(seen.page.get_by_label("Type a word or a question")).to_have_value("")
    assert "private" not in seen.page.url
