"""A light page looks the same in the part of the style it carries as in all of it, on the screen and on paper."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, ViewportSize

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
