"""A light page looks the same in the part of the style it carries as in all of it, on the screen and on paper."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from server.light_document import full_style
from server.light_pages import light_page
from tests.browser.conftest import DESKTOP, PHONE

PAGES = ("evidence", "how", "side-effects", "safety", "practical", "claims", "questions", "background", "stories")
RECORDS = [("condition", "fibromyalgia"), ("condition", "lupus"), ("study", "duebruun-2024-fibromyalgia")]
SEEN: Sequence[tuple[ViewportSize, Literal["screen", "print"]]] = (
    (PHONE, "screen"), (DESKTOP, "screen"), (DESKTOP, "print"),
)  # fmt: skip
# Elements for which the browser computes something else with the whole style, and what. Our own variables are text
# that is written shorter; what they lead to is compared.
DIFFERENCES = """(style) => {
  const looks = () => [...document.body.querySelectorAll('*')].flatMap((element) =>
    ['', '::before', '::after'].map((part) => {
      const computed = getComputedStyle(element, part);
      if (part && computed.content === 'none') return [];
      return [...computed].filter((name) => !name.startsWith('--'))
        .map((name) => `${element.tagName}${part} ${name}: ${computed.getPropertyValue(name)}`);
    }));
  const sheet = document.querySelector('style'), own = sheet.textContent, worn = looks();
  sheet.textContent = style;
  const whole = looks();
  sheet.textContent = own;
  return [worn.length, worn.flatMap((look, i) => look.filter((value, j) => value !== whole[i][j]))];
}"""


@pytest.mark.parametrize(("name", "record"), [*((name, "") for name in PAGES), *RECORDS])
def test_the_style_a_page_wears_is_all_it_needs(browser: Browser, name: str, record: str, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(light_page(name, "en", record), encoding="utf-8")
    page = browser.new_page()
    page.goto(file.as_uri())
    # Parts far down are laid out only when they are near: all of them, to be compared.
    page.add_style_tag(content="main>section{content-visibility:visible!important}")
    for viewport, media in SEEN:
        page.set_viewport_size(viewport)
        page.emulate_media(media=media)
        elements, different = page.evaluate(DIFFERENCES, full_style())
        assert elements > 50
        assert different == [], f"{viewport['width']} for {media}"
    page.close()


def at(browser: Browser, tmp_path: Path, name: str, record: str = "") -> Page:
    file = tmp_path / "page.html"
    file.write_text(light_page(name, "en", record), encoding="utf-8")
    page = browser.new_page(viewport=DESKTOP)
    page.goto(file.as_uri())
    return page


def test_links_at_the_top_stand_on_one_line_and_not_on_paper(browser: Browser, tmp_path: Path) -> None:
    # Side effects also shows a picture of what was done about them, which belongs on paper.
    page = at(browser, tmp_path, "side-effects")
    links = page.locator("header a:not(.skip a)")
    expect(links).to_have_count(2)
    tops = [link.evaluate("link => link.getBoundingClientRect().top") for link in links.all()]
    assert tops[0] == tops[1]
    page.emulate_media(media="print")
    expect(links.first).to_be_hidden()
    expect(page.locator("main .ways h3").first).to_be_visible()
    page.close()


AFTER = "link => getComputedStyle(link, '::after').content"


def test_on_paper_a_source_gives_its_address_once_and_no_heading_stands_alone(browser: Browser, tmp_path: Path) -> None:
    page = at(browser, tmp_path, "safety")
    source = page.locator('main li a[href^="https://mstrust.org.uk"]').first
    assert source.evaluate(AFTER) == "none"
    page.emulate_media(media="print")
    assert str(source.get_attribute("href")) in source.evaluate(AFTER)
    own = page.locator("nav a, main a[href^='/l/en/study/']")
    assert {link.evaluate(AFTER) for link in own.all()} == {"none"}
    headings = page.locator("main :is(h2, h3, h4)")
    breaks = {one.evaluate("one => getComputedStyle(one).breakAfter") for one in headings.all()}
    assert breaks == {"avoid"}
    page.close()


def test_on_paper_the_name_of_a_group_stands_with_its_first_condition(browser: Browser, tmp_path: Path) -> None:
    page = at(browser, tmp_path, "evidence")
    page.emulate_media(media="print")
    groups = page.locator(".mx .group")
    assert {one.evaluate("one => getComputedStyle(one).breakAfter") for one in groups.all()} == {"avoid"}
    page.close()


def test_an_address_that_is_its_own_link_text_is_not_printed_twice(browser: Browser, tmp_path: Path) -> None:
    page = at(browser, tmp_path, "study", "duebruun-2024-fibromyalgia")
    page.emulate_media(media="print")
    sources = page.locator('main a[href^="http"]')
    assert sources.count() > 0
    for link in sources.all():
        assert link.inner_text() == link.get_attribute("href")
        assert link.evaluate(AFTER) == "none"
    page.close()
