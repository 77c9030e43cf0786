"""A real server and a real browser, shared by all browser tests."""

import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Literal
from urllib.error import URLError
from urllib.request import ProxyHandler, build_opener

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Locator,
    Page,
    ViewportSize,
    expect,
    sync_playwright,
)

from tests.browser.ensure_browser import find_browser

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
# How long anything may take before it counts as not happening. A machine that builds other things at the same time
# needs several times what ours needs; a test says what happens, never how fast.
START_SECONDS = 300
PATIENCE_MS = 60_000
DESKTOP: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}
# Streamlit writes this on its outermost element once the page script has run to its end.
SETTLED = '[data-testid="stApp"][data-test-script-state="notRunning"]'
# The last words of every page: once they stand, everything above them has been sent and set up.
LAST_WORDS = ".st-key-frame_footer"
UNDRAWN = "[class*='st-key-picture_']:not(:has([data-drawn]))"
# What was chosen in pictures has reached the server, and its answer the pictures.
ALL_HEARD = """() => [...document.querySelectorAll('*')].map((e) => e.shadowRoot?.querySelector('[data-picture]'))
  .filter((picture) => picture?.data?.choices).every(({data, told}) => (data.heard ?? 0) === told)"""
WINDOW_HAS_KEYBOARD = """() => document.querySelector('[role=dialog]')?.contains(document.activeElement) === true"""
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-proxy-server",
]


@dataclass
class Visit:
    """One page in the browser and everything that went wrong or left the house while it was open."""

    page: Page
    origin: str
    console_errors: list[str] = field(default_factory=list)
    page_errors: list[str] = field(default_factory=list)
    foreign_requests: list[str] = field(default_factory=list)

    def watch(self) -> None:
        """Start recording; call before the first goto."""
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.page_errors.append(str(error)))
        self.page.on("request", lambda request: self._note(request.url))
        self.page.on("websocket", lambda socket: self._note(socket.url))

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.console_errors.append(f"{message.text} ({message.location.get('url', '')})")

    def _note(self, url: str) -> None:
        own = (self.origin + "/", self.origin.replace("http", "ws", 1) + "/", "data:", "blob:", "about:")
        if not url.startswith(own):
            self.foreign_requests.append(url)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Iterator[None]:
    """Mark what lies in this folder before `-m` looks, keep it on one worker (one server, one browser), run it last.

    Last, because Playwright keeps an event loop running that asyncio.run in other tests would trip over.
    """
    here = [item for item in items if HERE in item.path.parents]
    for item in here:
        item.add_marker(pytest.mark.browser)
        item.add_marker(pytest.mark.xdist_group("browser"))
    yield
    items.sort(key=lambda item: item in here)


def drawn(page: Page) -> Page:
    """The page once all of it stands: its script has ended, and every picture and letter is drawn."""
    page.wait_for_selector(SETTLED)
    page.locator(LAST_WORDS).wait_for()
    expect(page.locator(UNDRAWN)).to_have_count(0)
    page.wait_for_selector("h1:visible")
    page.evaluate("document.fonts.ready.then(() => true)")
    return page


def settled(page: Page) -> Page:
    """The page once the server has heard every choice made in a picture and has answered it to the end."""
    page.wait_for_function(ALL_HEARD)
    page.wait_for_selector(SETTLED)
    return page


def type_into(box: Locator, text: str) -> None:
    """Type once the page that brought the box has come to rest, as a visitor does: a box that has only just been drawn
    may still take up the text the server holds."""
    box.wait_for()
    drawn(box.page)
    box.fill(text)
    expect(box).to_have_value(text)


def choose_and_read(control: Locator, value: str, script: str) -> Any:
    """Choose in a list and read the page in one go: what this finds was there before the server could hear of it."""
    return control.evaluate(
        f"""(list, value) => {{
          list.value = value;
          list.dispatchEvent(new Event('change', {{bubbles: true}}));
          return ({script})();
        }}""",
        value,
    )


def window(page: Page) -> Locator:
    """The window that has opened over the page, once it holds the keyboard: before that it does not hear Escape."""
    opened = page.get_by_role("dialog")
    expect(opened).to_be_visible()
    page.wait_for_function(WINDOW_HAS_KEYBOARD)
    return opened


def patient(context: BrowserContext) -> BrowserContext:
    """A context that waits as long as a slow machine needs."""
    context.set_default_timeout(PATIENCE_MS)
    return context


@contextmanager
def started(command: Sequence[str]) -> Iterator[str]:
    """The address of a server started with this command, to which a free port is added."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryFile("w+") as output:
        server = subprocess.Popen(
            [sys.executable, *command, str(port)], cwd=ROOT, stdout=output, stderr=subprocess.STDOUT
        )
        try:
            _wait_until_ready(server, f"http://127.0.0.1:{port}/ready", output)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            try:
                server.wait(timeout=10)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


@pytest.fixture(scope="session")
def server_url() -> Iterator[str]:
    """The address of a freshly started server."""
    with started(["serve.py", "--port"]) as address:
        yield address


def _wait_until_ready(server: subprocess.Popen[bytes], url: str, output: IO[str]) -> None:
    ask = build_opener(ProxyHandler({})).open
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and server.poll() is None:
        try:
            with ask(url, timeout=10):
                return
        except (URLError, OSError):
            time.sleep(0.1)
    state = "did not answer" if server.poll() is None else f"ended with code {server.returncode}"
    output.seek(0)
    pytest.fail(f"The server {state}. Its output:\n{output.read()}", pytrace=False)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all browser tests."""
    expect.set_options(timeout=PATIENCE_MS)
    path = find_browser()
    if path is None:
        pytest.fail("No Chromium found: run python tests/browser/ensure_browser.py", pytrace=False)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser: Browser, server_url: str) -> Iterator[Callable[..., Visit]]:
    """Open a path as a new visitor: `seen = visit("/evidence", viewport=PHONE, colour_scheme="dark")`."""
    contexts = []

    def open_path(
        path: str = "/",
        *,
        viewport: ViewportSize = DESKTOP,
        colour_scheme: Literal["light", "dark"] = "light",
        locale: str = "en-GB",
        motion: Literal["reduce", "no-preference"] = "reduce",
        forced_colors: Literal["active", "none"] = "none",
        ready: str = SETTLED,
    ) -> Visit:
        context = patient(
            browser.new_context(
                viewport=viewport, color_scheme=colour_scheme, locale=locale, reduced_motion=motion,
                forced_colors=forced_colors,
            )
        )  # fmt: skip
        contexts.append(context)
        seen = Visit(page=context.new_page(), origin=server_url)
        seen.watch()
        seen.page.goto(server_url + path)
        seen.page.wait_for_selector(ready)
        return seen

    yield open_path
    for context in contexts:
        context.close()
