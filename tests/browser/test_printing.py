"""Printing from the browser: every view is readable on paper, in light and in dark, and nothing is left out."""

import re
from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import Page

from components.ui.registry import PAGES
from tests.browser.conftest import LAST_WORDS, Visit, drawn

CHOICES = {"condition": "?condition=fibromyalgia", "study": "?study=duebruun-2024-fibromyalgia"}
ADDRESSES = [f"/{page.slug}{CHOICES.get(page.name, '')}" for page in PAGES]
# How bright the words and the ground under the page are, 0 black to 255 white, in the page and in every picture.
SHADES = """() => {
  const grey = (colour) => {
    const canvas = document.createElement('canvas').getContext('2d');
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = canvas.getImageData(0, 0, 1, 1).data;
    return (r + g + b) / 3;
  };
  const pictures = [...document.querySelectorAll('*')].map((e) => e.shadowRoot?.querySelector('.pic')).filter(Boolean);
  const words = [document.querySelector('.stMain h1'), document.querySelector('.stMain p'), ...pictures];
  return {
    pictures: pictures.length,
    words: words.map((e) => grey(getComputedStyle(e).color)),
    ground: grey(getComputedStyle(document.body).backgroundColor),
  };
}"""
# Pixels of the page below the end of its box; a few come from margins.
CUT_OFF = """() => {
  const main = document.querySelector('.stMain');
  return getComputedStyle(main).overflowY === 'visible' ? main.scrollHeight - main.clientHeight : Infinity;
}"""
SHUT = """() => {
  const roots = [...document.querySelectorAll('*')].map((e) => e.shadowRoot).filter(Boolean);
  const folded = roots.flatMap((root) => [...root.querySelectorAll('.pic details:not([open]) > :not(summary)')]);
  return folded.filter((e) => !e.closest('[hidden]')).map((e) => e.checkVisibility({contentVisibilityAuto: true}));
}"""


def on_paper(page: Page, scheme: Literal["light", "dark"] = "light") -> None:
    """Show the page as it is printed, once no colour is on its way from the screen's to the paper's."""
    page.emulate_media(media="print", color_scheme=scheme)
    page.wait_for_function("() => document.getAnimations().every((one) => one.playState !== 'running')")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_prints_dark_on_white_and_whole(
    visit: Callable[..., Visit], address: str, scheme: Literal["light", "dark"]
) -> None:
    page = drawn(visit(address, colour_scheme=scheme).page)
    on_paper(page, scheme)
    shades = page.evaluate(SHADES)
    assert max(shades["words"]) < 60
    assert shades["ground"] > 250
    # The page scrolls in a box of its own on screen; on paper the box must be as long as what it holds.
    assert page.evaluate(CUT_OFF) < 40
    for hidden in (".stAppHeader", ".stPageLink", ".stDownloadButton", ".stSelectbox", ".st-key-frame_safety"):
        assert page.locator(f"{hidden}:visible").count() == 0, hidden
    assert page.locator(LAST_WORDS).get_by_text("Dataset 2026").is_visible()


def test_nothing_folded_stays_shut_on_paper(visit: Callable[..., Visit]) -> None:
    for address in ("/side-effects", "/safety", "/practical"):
        page = drawn(visit(address).page)
        page.locator(".pic details").first.wait_for()
        assert False in page.evaluate(SHUT), address
        on_paper(page)
        shown = page.evaluate(SHUT)
        assert shown, address
        assert all(shown), address


def test_paper_has_as_many_sheets_as_the_page_is_long(visit: Callable[..., Visit]) -> None:
    page = drawn(visit("/safety").page)
    sheets = re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))
    assert 6 <= len(sheets) <= 20


def test_chosen_filters_are_read_on_paper(visit: Callable[..., Visit]) -> None:
    page = drawn(visit("/side-effects?show=serious").page)
    chosen = page.get_by_label("Show", exact=True)
    chosen.wait_for()
    on_paper(page)
    assert chosen.is_visible()
    assert chosen.evaluate("(e) => getComputedStyle(e).borderTopWidth") == "0px"
    assert page.get_by_role("button", name="Show all counts").count() == 0
