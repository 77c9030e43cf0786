"""Only our own pages open the stream, and no answer waits for a service elsewhere."""

from collections.abc import Sequence

import pytest
from streamlit import net_util
from streamlit.web.server.starlette.starlette_websocket import _is_origin_allowed

from components.ui.public import VARIABLE
from server.gate import Gate
from tests.server.ask import Answer, ask

STREAM = "/_stcore/stream"
HOST = ("host", "kiosk.local:8501")


@pytest.fixture(autouse=True)
def nobody_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """No public address is set, and a question about this machine's own address is a mistake."""
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setattr(net_util, "get_external_ip", lambda: pytest.fail("an outside service was asked"))


def opened(*headers: tuple[str, str]) -> Answer:
    return ask(Gate, STREAM, kind="websocket", headers=headers)


def refused(answer: Answer) -> bool:
    """Closed before it was accepted: a browser sees status 403."""
    return not answer.passed_on and answer.sent == [{"type": "websocket.close", "code": 1008}]


def streamlit_lets_in(answer: Answer) -> bool:
    """What Streamlit's own check says to the question as it hears it."""
    assert answer.heard is not None
    headers: Sequence[tuple[bytes, bytes]] = answer.heard["headers"]
    host, origin = ([v.decode("latin-1") for k, v in headers if k == name] for name in (b"host", b"origin"))
    assert len(host) == 1
    return _is_origin_allowed(origin[0] if origin else None, host[0])


def test_streamlit_would_ask_an_outside_service_about_a_foreign_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """Why the gate is there. When this fails, Streamlit may have mended it."""
    asked: list[str] = []
    monkeypatch.setattr(net_util, "get_external_ip", lambda: asked.append("outside"))
    assert not _is_origin_allowed("https://elsewhere.example", "kiosk.local:8501")
    assert asked == ["outside"]


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_our_own_page_opens_the_stream_and_streamlit_asks_nobody(scheme: str) -> None:
    answer = opened(HOST, ("origin", f"{scheme}://kiosk.local:8501"))
    assert streamlit_lets_in(answer)


def test_a_program_that_names_no_origin_is_let_in_as_before() -> None:
    assert streamlit_lets_in(opened(HOST))


@pytest.mark.parametrize(
    "origin",
    [
        "https://elsewhere.example", "http://kiosk.local", "http://kiosk.local:8502", "http://kiosk.local:8501.evil.example",
        "http://user@kiosk.local:8501", "ftp://kiosk.local:8501", "null", "", "http://", "http://[", "http://localhost",
        "http://127.0.0.1:8501", "kiosk.local:8501", "//kiosk.local:8501",
    ],
)  # fmt: skip
def test_a_page_that_is_not_ours_is_refused_before_streamlit_hears_of_it(origin: str) -> None:
    assert refused(opened(HOST, ("origin", origin)))


def test_two_origins_or_no_host_open_nothing() -> None:
    ours = ("origin", "http://kiosk.local:8501")
    assert refused(opened(HOST, ours, ours))
    assert refused(opened(HOST, ours, ("origin", "https://elsewhere.example")))
    assert refused(opened(ours))


def test_behind_a_proxy_the_public_address_is_ours_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "https://LDN.example.org/ldn")
    inside = ("host", "127.0.0.1:8501")
    assert streamlit_lets_in(opened(inside, ("origin", "https://ldn.example.org")))
    assert streamlit_lets_in(opened(inside, ("origin", "http://127.0.0.1:8501")))
    assert refused(opened(inside, ("origin", "https://other.example.org")))


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/metrics/"])
@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
def test_the_servers_counts_are_closed(path: str, method: str) -> None:
    answer = ask(Gate, path, method=method)
    assert (answer.status, answer.passed_on) == (404, False)


@pytest.mark.parametrize("path", ["/", "/_stcore/health", "/_stcore/metricsx"])
def test_everything_else_is_passed_on(path: str) -> None:
    assert ask(Gate, path, headers=[HOST, ("origin", "https://elsewhere.example")]).passed_on
    assert ask(Gate, path, kind="lifespan").passed_on
