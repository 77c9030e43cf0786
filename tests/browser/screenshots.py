"""Takes the pictures in docs/screenshots, and the one a shared link shows: `make screenshots`."""

from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

from bench.serving import free_port, ours, serving
from components.charts.look import FONT, state_mark
from content.text import load_words
from data.labels import State
from tests.browser.conftest import QUIET, ROOT, SETTLED
from tests.browser.ensure_browser import find_browser

FOLDER = ROOT / "docs" / "screenshots"
Scheme = Literal["light", "dark"]
# name -> address, width, height, colour scheme
PICTURES: dict[str, tuple[str, int, int, Scheme]] = {
    "start": ("/", 1280, 720, "light"),
    "how-it-works": ("/how", 1280, 900, "light"),
    "evidence": ("/evidence", 1280, 900, "light"),
    "side-effects": ("/side-effects", 1280, 900, "light"),
    "studies": ("/studies", 1280, 900, "light"),
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


def main() -> None:
    """Take every picture."""
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
    main()
