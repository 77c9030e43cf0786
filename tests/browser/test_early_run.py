"""The socket that opens before Streamlit's scripts: one run a visit, no word lost, and nothing depends on it."""

import re
from collections.abc import Callable
from threading import Event

import pytest
from playwright.sync_api import Page, Route, WebSocket, WebSocketRoute, expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.browser.conftest import Visit, drawn

EARLY = re.compile(r"/_stcore/stream\?at=")
ANY = re.compile(r"/_stcore/stream")


def kinds_heard(page: Page) -> tuple[list[str], list[str]]:
    """Addresses of the sockets the page opens from now on, and the kinds of message that arrive in them."""
    sockets: list[str] = []
    kinds: list[str] = []

    def hear(payload: str | bytes) -> None:
        message = ForwardMsg()
        message.ParseFromString(payload if isinstance(payload, bytes) else payload.encode())
        kinds.append(str(message.WhichOneof("type")))

    def opened(socket: WebSocket) -> None:
        sockets.append(socket.url)
        socket.on("framereceived", hear)

    page.on("websocket", opened)
    return sockets, kinds


@pytest.mark.parametrize("path", ["/", "/how?a=1.5", "/condition?condition=fibromyalgia&lang=en"])
def test_page_opens_one_socket_and_its_script_runs_once(visit: Callable[..., Visit], path: str) -> None:
    seen = visit("/safety")
    sockets, kinds = kinds_heard(seen.page)
    held: list[Route] = []
    opened = Event()

    def hold(route: Route) -> None:
        if opened.is_set():
            route.continue_()
        else:
            held.append(route)

    # A slow network: Streamlit's first script comes after the socket. (When it is quicker, it opens its own.)
    seen.page.route("**/static/js/index.*.js", hold)
    with seen.page.expect_websocket(lambda socket: bool(EARLY.search(socket.url))):
        seen.page.goto(seen.origin + path, wait_until="commit")
    opened.set()
    for route in held:
        route.continue_()
    drawn(seen.page)
    assert len(sockets) == 1
    assert kinds.count("new_session") == 1
    assert kinds.count("script_finished") == 1
    assert (seen.console_errors, seen.page_errors) == ([], [])


def test_page_stands_without_the_early_socket(visit: Callable[..., Visit]) -> None:
    seen = visit("/safety")
    refused: list[str] = []

    def refuse(socket: WebSocketRoute) -> None:
        refused.append(socket.url)
        socket.close()

    seen.page.route_web_socket(EARLY, refuse)
    seen.page.goto(seen.origin + "/condition?condition=fibromyalgia")
    expect(drawn(seen.page).get_by_role("heading", level=1)).to_have_text("Fibromyalgia")
    assert len(refused) == 1
    assert seen.page_errors == []


def test_page_that_lost_its_connection_gets_a_new_one_and_goes_on(visit: Callable[..., Visit]) -> None:
    seen = visit("/safety")
    opened: list[WebSocketRoute] = []

    def carry(socket: WebSocketRoute) -> None:
        socket.connect_to_server()
        opened.append(socket)

    seen.page.route_web_socket(ANY, carry)
    seen.page.goto(seen.origin + "/claims")
    drawn(seen.page)
    assert len(opened) == 1
    with seen.page.expect_websocket(lambda socket: not EARLY.search(socket.url)):
        opened[0].close()
    drawn(seen.page).get_by_role("link", name="Safety").first.click()
    expect(drawn(seen.page).get_by_role("heading", level=1)).to_have_text("Safety card")
    assert seen.page_errors == []


def test_address_too_long_for_a_socket_still_opens_its_page(visit: Callable[..., Visit]) -> None:
    seen = visit("/safety")
    sockets, _ = kinds_heard(seen.page)
    seen.page.goto(f"{seen.origin}/search?q={'naltrexone ' * 400}")
    drawn(seen.page)
    assert not any(EARLY.search(address) for address in sockets)
    assert (seen.console_errors, seen.page_errors) == ([], [])
