"""Takes the pictures in docs/screenshots, and the one a shared link shows: `make screenshots`.

With `questions [FOLDER]`: what a newcomer sees on the way to the four answers most people come for, at the three
sizes, in light and dark, to be looked at. Without a folder they go to one that git ignores.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, sync_playwright

from bench.serving import free_port, ours, serving
from components.charts.look import FONT, state_mark
from content.text import load_words
from data.labels import State
from tests.browser.conftest import QUIET, ROOT, SETTLED
from tests.browser.ensure_browser import find_browser

FOLDER = ROOT / "docs" / "screenshots"
IGNORED = ROOT / "pictures"
Scheme = Literal["light", "dark"]
# name -> address, width, height, colour scheme
PICTURES: dict[str, tuple[str, int, int, Scheme]] = {
    "start": ("/", 1280, 720, "light"),
    "how-it-works": ("/how", 1280, 900, "light"),
    "evidence": ("/evidence", 1280, 900, "light"),
    "side-effects": ("/side-effects", 1280, 900, "light"),
    "studies": ("/studies", 1280, 900, "light"),
    "claims": ("/claims", 1280, 900, "light"),
    "visit": ("/visit?condition=fibromyalgia", 1280, 900, "light"),
    "evidence-outcomes": ("/evidence?lens=outcomes", 1280, 900, "light"),
    "dose-over-a-day-kiosk": ("/how", 1080, 1920, "light"),
    "condition-phone": ("/condition?condition=fibromyalgia", 390, 844, "light"),
    "safety-phone-dark": ("/safety", 390, 844, "dark"),
}


def share_picture(browser: Browser, address: str) -> None:
    """What messengers and networks show beside a link: name, tagline and the five states' marks."""
    words = load_words()
    marks = "".join(f"<span>{state_mark(state, 84)}</span>" for state in State)
    colours = "--st-blue-color:#0B5C6B;--st-gray-color:#4A6572;--st-violet-color:#5B4B8A;--st-orange-color:#8F4A0F;"
    context = browser.new_context(viewport={"width": 1200, "height": 630})
    page = context.new_page()
    page.goto(f"{address}/l/en")  # for its font
    page.evaluate(
        "html => { document.body.outerHTML = html; return document.fonts.ready; }",
        f"""<body style="{colours}--st-text-color:#0D191F;--st-background-color:#FBFAF7;margin:0;padding:70px 80px;
        max-width:none;background:#FBFAF7;color:#0D191F;font-family:{FONT};line-height:1.15">
        <div style="font-size:38px">{words("app.name")}</div>
        <div style="font-size:72px;font-weight:700;margin:34px 0 50px;text-wrap:balance">{words("app.tagline")}</div>
        <div style="display:flex;gap:44px">{marks}</div></body>""",
    )
    page.wait_for_timeout(300)
    page.screenshot(path=ROOT / "static" / "share.png")
    print("static/share.png")
    context.close()


def look_up(page: Page, condition: str) -> None:
    """Two taps from the start page: open the list, choose in it."""
    page.get_by_role("combobox", name="Look up a condition").click()
    page.keyboard.type(condition[:6])
    page.get_by_role("option", name=condition, exact=True).click()
    page.get_by_role("heading", level=1, name=condition).wait_for()


def find_largest_ms_trial(page: Page) -> None:
    """Two taps, and a look down the page to the list of placebo trials."""
    look_up(page, "Multiple sclerosis (MS)")
    page.wait_for_timeout(600)
    page.locator(".studies li").filter(has_text="Sharafaddinzadeh 2010").first.scroll_into_view_if_needed()


def find_conditions_without_a_trial(page: Page) -> None:
    """One tap."""
    page.get_by_role("link", name="Conditions without a placebo trial").click()
    page.locator("tr[data-record]:visible").first.wait_for()


QUESTIONS: dict[str, Callable[[Page], object]] = {
    "0-start": lambda page: page.get_by_role("heading", level=1).wait_for(),
    "1-fibromyalgia": lambda page: look_up(page, "Fibromyalgia"),
    "2-long-covid": lambda page: look_up(page, "Long COVID"),
    "3-ms": lambda page: look_up(page, "Multiple sclerosis (MS)"),
    "3-ms-largest-trial": find_largest_ms_trial,
    "4-no-placebo-trial": find_conditions_without_a_trial,
    "5-no-study": lambda page: look_up(page, "Lupus"),
}
SIZES = {"phone": (390, 844), "projector": (1280, 720), "kiosk": (1080, 1920)}
SCHEMES: tuple[Scheme, Scheme] = ("light", "dark")


def questions(browser: Browser, address: str, folder: Path) -> None:
    """Walk to each answer as a newcomer does and take its picture, at every size, in light and dark."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, walk in QUESTIONS.items():
        for size, (width, height) in SIZES.items():
            for scheme in SCHEMES:
                context = browser.new_context(
                    viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce"
                )
                page = context.new_page()
                page.goto(address)
                page.wait_for_selector(SETTLED)
                walk(page)
                page.wait_for_selector(SETTLED)
                page.wait_for_timeout(600)
                target = folder / f"{name}-{size}-{scheme}.png"
                page.screenshot(path=target)
                print(target)
                context.close()


def main(arguments: list[str]) -> None:
    """Take every picture for the documentation, or those of the newcomer's questions."""
    if arguments[:1] == ["questions"]:
        with serving(ours(port := free_port()), port) as served, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_browser(), args=QUIET)
            questions(browser, served.address, Path(arguments[1]) if len(arguments) > 1 else IGNORED)
            browser.close()
        return
    FOLDER.mkdir(parents=True, exist_ok=True)
    with serving(ours(port := free_port()), port) as served, sync_playwright() as playwright:
        address = served.address
        browser = playwright.chromium.launch(executable_path=find_browser(), args=QUIET)
        for name, (path, width, height, scheme) in PICTURES.items():
            context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
            page = context.new_page()
            page.goto(address + path)
            page.wait_for_selector(SETTLED)
            page.wait_for_selector("h1:visible")
            page.wait_for_timeout(500)
            target: Path = FOLDER / f"{name}.png"
            page.screenshot(path=target)
            print(target.relative_to(ROOT))
            context.close()
        share_picture(browser, address)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
