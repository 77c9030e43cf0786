"""A cell of the matrix opens a window over the page; closing it leads back to where the visitor stood."""

from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, Visit, drawn, window

HELD = """() => {
  let held = document.activeElement;
  while (held?.shadowRoot?.activeElement) held = held.shadowRoot.activeElement;
  return held?.dataset?.choice ?? held?.tagName;
}"""
CELLS = [("/evidence?lens=outcomes", "fibromyalgia/pain"), ("/evidence", "multiple-sclerosis/animals-cells")]


def open_cell(page: Page, cell: str) -> None:
    """Reach the cell with the keyboard and press Enter."""
    control = page.locator(f'[data-choice="{cell}"]:visible')
    control.focus()
    control.press("Enter")
    window(page)


@pytest.mark.parametrize(("address", "cell"), CELLS)
@pytest.mark.parametrize("way", ["escape", "button"])
def test_the_keyboard_comes_back_to_the_cell_that_was_opened(
    visit: Callable[..., Visit], address: str, cell: str, way: Literal["escape", "button"]
) -> None:
    page = drawn(visit(address).page)
    open_cell(page, cell)
    if way == "escape":
        page.keyboard.press("Escape")
    else:
        page.get_by_role("dialog").get_by_role("button", name="Close", exact=True).click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.wait_for_function(f"() => ({HELD})() === {cell!r}")
    # And once more: it works each time, not only the first.
    open_cell(page, cell)
    page.keyboard.press("Escape")
    page.wait_for_function(f"() => ({HELD})() === {cell!r}")


def test_an_open_cell_stands_in_the_address_and_a_closed_one_does_not(visit: Callable[..., Visit]) -> None:
    seen = visit("/evidence?lens=outcomes", viewport=PHONE)
    open_cell(seen.page, "fibromyalgia/pain")
    expect(seen.page).to_have_url(f"{seen.origin}/evidence?lens=outcomes&cell=fibromyalgia%2Fpain")
    seen.page.keyboard.press("Escape")
    expect(seen.page).to_have_url(f"{seen.origin}/evidence?lens=outcomes")
    again = visit("/evidence?cell=long-covid/animals-cells", viewport=PHONE)
    expect(again.page.get_by_role("dialog").get_by_text("Animals and cells here: 2 in cells.")).to_be_visible()


def test_links_in_the_window_lead_on(visit: Callable[..., Visit]) -> None:
    seen = visit("/evidence")
    open_cell(seen.page, "multiple-sclerosis/animals-cells")
    seen.page.get_by_role("dialog").get_by_role("link", name="Zagon 2009").click()
    expect(seen.page.get_by_role("heading", level=1, name="Zagon 2009")).to_be_visible()
    expect(seen.page).to_have_url(f"{seen.origin}/study?study=zagon-2009-eae-mice")


def test_what_a_study_found_is_never_cut_off_in_a_window(visit: Callable[..., Visit]) -> None:
    page = drawn(visit("/evidence?cell=fibromyalgia/placebo-trial", viewport=PHONE).page)
    links = window(page).locator(".stPageLink a p")
    expect(links.filter(has_text="Rodríguez-Freire 2026: No clear difference")).to_be_visible()
    cut = links.evaluate_all("all => all.filter((p) => p.scrollWidth > p.clientWidth + 1).map((p) => p.textContent)")
    assert cut == []
