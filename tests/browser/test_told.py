"""Long pages in a real browser: contents that work by touch, answers that open, links that stay in the session."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PHONE, Visit, choose_and_read, drawn, patient

STAGES = """() => [...document.querySelectorAll('*')].map((e) => e.shadowRoot).filter(Boolean)
  .flatMap((root) => [...root.querySelectorAll('li[data-stage]')])
  .filter((row) => row.offsetParent).map((row) => row.dataset.stage)"""


@pytest.fixture
def touched(browser: Browser, server_url: str) -> Iterator[Callable[[str], Page]]:
    """Open a path on a phone that is touched, not clicked."""
    context = patient(browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True, reduced_motion="reduce"))

    def open_path(path: str) -> Page:
        page = context.new_page()
        page.goto(server_url + path)
        return drawn(page)

    yield open_path
    context.close()


@pytest.mark.parametrize(
    ("path", "entry", "heading"),
    [
        ("/questions", "With my doctor", "With my doctor"),
        ("/background", "Who might feel drawn to LDN", "Who might feel drawn to LDN"),
        ("/stories", "Norway", "Norway"),
        ("/research", "Condition by condition", "Condition by condition"),
    ],
)
def test_contents_bring_a_part_into_view_by_touch(
    touched: Callable[[str], Page], path: str, entry: str, heading: str
) -> None:
    page = touched(path)
    part = page.get_by_role("heading", name=heading, exact=True, level=2)
    expect(part).not_to_be_in_viewport()
    page.get_by_role("link", name=entry, exact=True).tap()
    expect(part).to_be_in_viewport()
    expect(part).to_be_focused()
    # The heading is not hidden under the bar at the top.
    box = part.bounding_box()
    assert box is not None and box["y"] >= 50
    expect(page).to_have_url(re.compile(re.escape(path) + "$"))


def test_an_answer_opens_by_touch_and_its_link_puts_it_on_top(touched: Callable[[str], Page]) -> None:
    page = touched("/questions")
    card = page.locator("details[data-question=alcohol]")
    long = card.get_by_text("is a medicine against alcohol dependence")
    expect(long).to_be_hidden()
    card.locator("summary").first.tap()
    expect(long).to_be_visible()
    card.get_by_role("link", name="Link to this answer").tap()
    expect(page).to_have_url(re.compile(r"/questions\?question=alcohol$"))
    expect(page.get_by_role("heading", name="You asked for")).to_be_visible()
    expect(page.locator("details[data-question]").first).to_have_attribute("data-question", "alcohol")


def test_a_link_of_an_answer_opens_its_page_in_the_same_session(visit: Callable[..., Visit]) -> None:
    seen = visit("/questions?question=does-it-work-fibromyalgia")
    card = seen.page.locator("details[data-question=does-it-work-fibromyalgia]")
    seen.page.evaluate("window.stillHere = true")
    card.locator(".onward").get_by_role("link", name="Fibromyalgia", exact=True).click()
    expect(seen.page).to_have_url(f"{seen.origin}/condition?condition=fibromyalgia")
    expect(seen.page.get_by_role("heading", name="Fibromyalgia", level=1)).to_be_visible()
    assert seen.page.evaluate("window.stillHere")
    assert seen.page_errors == []


def test_research_filters_at_once_and_the_address_follows(visit: Callable[..., Visit]) -> None:
    seen = visit("/research")
    shown = seen.page.locator("li[data-stage]:visible")
    shown.first.wait_for()
    everything = shown.count()
    withdrawn: list[str] = choose_and_read(seen.page.get_by_label("What became of it"), "withdrawn", STAGES)
    assert 0 < len(withdrawn) < everything
    assert set(withdrawn) == {"withdrawn"}
    expect(seen.page).to_have_url(f"{seen.origin}/research?stage=withdrawn")
    seen.page.get_by_label("Group", exact=True).select_option("cancer")
    expect(seen.page.get_by_text("No registered trial fits this choice.")).to_be_visible()


def test_on_a_phone_trials_are_a_list_and_no_shrunken_chart(visit: Callable[..., Visit]) -> None:
    seen = visit("/research", viewport=PHONE)
    seen.page.locator("li[data-stage]:visible").first.wait_for()
    expect(seen.page.locator("li[data-stage] .track").first).to_be_hidden()
    expect(seen.page.locator("li[data-stage]").first).to_contain_text(re.compile(r"\d{4} to \d{4}"))


def test_a_light_page_leads_to_a_part_without_script(visit: Callable[..., Visit]) -> None:
    seen = visit("/l/en/stories", viewport=PHONE, ready="footer")
    seen.page.get_by_role("link", name="Norway", exact=True).click()
    expect(seen.page).to_have_url(f"{seen.origin}/l/en/stories#part-norway")
    expect(seen.page.get_by_role("heading", name="Norway", exact=True, level=2)).to_be_in_viewport()
