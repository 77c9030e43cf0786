"""A portrait kiosk that is only touched: what is tapped is as large as a finger, and every page is a tap away."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from tests.browser.conftest import drawn, patient, window

KIOSK: ViewportSize = {"width": 1080, "height": 1920}
FINGER = 44
SECTIONS = ("Does it work?", "Side effects and safety", "Heard and asked")


@pytest.fixture
def kiosk(browser: Browser, server_url: str) -> Iterator[Page]:
    """The start page on a kiosk without mouse and keyboard."""
    context = patient(browser.new_context(viewport=KIOSK, has_touch=True, reduced_motion="reduce", base_url=server_url))
    page = context.new_page()
    page.goto("/")
    yield drawn(page)
    context.close()


def too_small(controls: Locator) -> list[str]:
    """Those of the visible controls that a finger may miss."""
    found = []
    expect(controls.first).to_be_visible()
    for control in controls.all():
        box = control.bounding_box()
        if box and min(box["width"], box["height"]) < FINGER - 0.5:
            found.append(f"{control.inner_text()!r} {box['width']:.0f} x {box['height']:.0f}")
    return found


def test_the_menu_and_what_it_opens_is_large_enough_and_leads_on(kiosk: Page) -> None:
    assert too_small(kiosk.locator("header").locator("a:visible, button:visible")) == []
    for section in SECTIONS:
        kiosk.locator("header").get_by_role("button", name=section).tap()
        links = kiosk.locator("[role=menu] a:visible")
        assert too_small(links) == []
        left = kiosk.url
        links.last.tap()
        expect(kiosk).not_to_have_url(left)
        drawn(kiosk)


@pytest.mark.parametrize("address", ["/studies", "/claims", "/search", "/visit?condition=lupus"])
def test_parts_fields_and_switches_are_large_enough(kiosk: Page, address: str) -> None:
    kiosk.goto(address)
    drawn(kiosk)
    assert too_small(kiosk.locator("summary:visible, .stTextInput input:visible, .stCheckbox label:visible")) == []


def test_a_window_is_closed_by_touch(kiosk: Page) -> None:
    kiosk.goto("/evidence?cell=fibromyalgia/pain")
    opened = window(kiosk)
    close = opened.get_by_role("button", name="Close", exact=True)
    assert too_small(close) == []
    close.tap()
    expect(opened).to_have_count(0)
    expect(kiosk).to_have_url("/evidence")


def test_nothing_of_a_visit_is_left_behind(kiosk: Page) -> None:
    kiosk.goto("/visit?condition=lupus")
    drawn(kiosk).get_by_role("button", name="Liver", exact=True).tap()
    flag = kiosk.get_by_text("Serious liver disease: doctor first.")
    expect(flag).to_be_visible()
    kiosk.get_by_role("link", name="Safety card: read this first").tap()
    expect(kiosk.get_by_role("heading", level=1, name="Safety card")).to_be_visible()
    kiosk.go_back()
    expect(kiosk.get_by_role("heading", level=1, name="My visit")).to_be_visible()
    expect(drawn(kiosk).get_by_role("button", name="Liver", exact=True)).to_be_visible()
    expect(flag).to_have_count(0)


@pytest.mark.parametrize("address", ["/background", "/condition?condition=fibromyalgia"])
def test_double_letters_on_a_small_phone_never_push_the_page_sideways(
    browser: Browser, server_url: str, address: str
) -> None:
    small: ViewportSize = {"width": 320, "height": 800}
    context = patient(browser.new_context(viewport=small, reduced_motion="reduce", base_url=server_url))
    page = context.new_page()
    page.goto(address)
    drawn(page)
    page.add_style_tag(content="html { font-size: 200% !important }")
    beyond = page.locator(".stMain").evaluate("main => main.scrollWidth - main.clientWidth")
    context.close()
    assert beyond == 0


@pytest.mark.parametrize("address", ["/evidence", "/condition?condition=fibromyalgia", "/studies"])
def test_names_that_are_tapped_in_pictures_are_as_high_as_a_finger(kiosk: Page, address: str) -> None:
    kiosk.goto(address)
    drawn(kiosk)
    assert too_small(kiosk.locator(".mx tbody th a:visible, .studies .head a:visible")) == []
