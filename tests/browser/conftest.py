"""A real server and a real browser, shared by all browser tests."""

import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Literal
from urllib.error import URLError
from urllib.request import ProxyHandler, build_opener

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, ViewportSize, sync_playwright

from tests.browser.ensure_browser import find_browser

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
START_SECONDS = 60
DESKTOP: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}
# Streamlit writes this on its outermost element once the page script has run to its end.
SETTLED = '[data-testid="stApp"][data-test-script-state="notRunning"]'
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


@pytest.fixture(scope="session")
def server_url() -> Iterator[str]:
    """The address of a freshly started server."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "serve.py", "--port", str(port)]
    with tempfile.TemporaryFile("w+") as output:
        server = subprocess.Popen(command, cwd=ROOT, stdout=output, stderr=subprocess.STDOUT)
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


def _wait_until_ready(server: subprocess.Popen[bytes], url: str, output: IO[str]) -> None:
    ask = build_opener(ProxyHandler({})).open
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and server.poll() is None:
        try:
            with ask(url, timeout=2):
                return
        except (URLError, OSError):
            time.sleep(0.1)
    state = "did not answer" if server.poll() is None else f"ended with code {server.returncode}"
    output.seek(0)
    pytest.fail(f"The server {state}. Its output:\n{output.read()}", pytrace=False)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all browser tests."""
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
        ready: str = SETTLED,
    ) -> Visit:
        context = browser.new_context(
            viewport=viewport, color_scheme=colour_scheme, locale=locale, reduced_motion=motion
        )
        contexts.append(context)
        seen = Visit(page=context.new_page(), origin=server_url)
        seen.watch()
        seen.page.goto(server_url + path)
        seen.page.wait_for_selector(ready)
        return seen

    yield open_path
    for context in contexts:
        context.close()
