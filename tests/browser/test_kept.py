"""What a browser has once it does not load again, and what the security policy allows is enough."""

import os
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, expect

from server.assets import OUR_FOLDER
from tests.browser.conftest import Visit, drawn, patient

FONTS = OUR_FOLDER / "fonts"
LOADED = "() => [...document.fonts].filter((face) => face.status === 'loaded').map((face) => face.family)"
# What each font and picture cost on the line; nothing when the browser had it.
TRAVELLED = """() => performance.getEntriesByType('resource').filter((part) => part.name.includes('/app/static/'))
  .map((part) => [part.name, part.transferSize])"""


def test_each_font_is_loaded_once_and_on_the_next_visit_not_at_all(browser: Browser, server_url: str) -> None:
    context = patient(browser.new_context())
    try:
        page = context.new_page()
        # The server's own folder, touched as a fresh copy of it would be.
        for font in FONTS.glob("*.woff2"):
            os.utime(font)
        page.goto(server_url + "/condition?condition=fibromyalgia")
        drawn(page)
        first = [name for name, _ in page.evaluate(TRAVELLED) if "/fonts/" in name]
        assert len(first) >= 3
        assert len(set(first)) == len({name.split("?")[0] for name in first}), "one font under two addresses"
        assert all("?v=" in name for name in first)
        assert any("Atkinson" in family for family in page.evaluate(LOADED))
        again = context.new_page()
        again.goto(server_url + "/condition?condition=fibromyalgia")
        drawn(again)
        travelled = {name: size for name, size in again.evaluate(TRAVELLED) if "?v=" in name}
        assert {name for name in travelled if "/fonts/" in name} == set(first)
        assert not {name: size for name, size in travelled.items() if size}
    finally:
        context.close()


@pytest.mark.parametrize("path", ["/l/en", "/l/en/condition/fibromyalgia", "/l/en/side-effects", "/l/en/how"])
def test_light_page_looks_right_under_its_policy(visit: Callable[..., Visit], path: str) -> None:
    seen = visit(path, ready="footer")
    expect(seen.page.locator("main")).to_have_css("font-size", "18px")
    # A bar or mark whose own style the policy refused would stand unstyled, and the console would say so.
    assert seen.console_errors == []
    assert seen.foreign_requests == []


def test_light_page_runs_no_script(visit: Callable[..., Visit]) -> None:
    seen = visit("/l/en", ready="footer")
    seen.page.evaluate("""() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "ran"';
      document.body.append(script);
    }""")
    assert seen.page.title() != "ran"


def test_foreign_page_does_not_open_the_stream(browser: Browser, server_url: str) -> None:
    context = patient(browser.new_context())
    try:
        page = context.new_page()
        page.route(
            "http://elsewhere.example/", lambda route: route.fulfill(body="<p>elsewhere", content_type="text/html")
        )
        page.goto("http://elsewhere.example/")
        stream = server_url.replace("http", "ws", 1) + "/_stcore/stream"
        opened = page.evaluate(
            """(stream) => new Promise((tell) => {
              const socket = new WebSocket(stream, ['streamlit']);
              socket.onopen = () => tell(true);
              socket.onerror = () => tell(false);
            })""",
            stream,
        )
        assert opened is False
    finally:
        context.close()
