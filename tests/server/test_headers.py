"""Every answer carries the security headers, and the policy lets nothing in from elsewhere."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from components.ui.public import VARIABLE
from server.assets import CompressedAssets
from server.headers import HEADERS, SecurityHeaders
from tests.server.ask import ask


@pytest.fixture(autouse=True)
def no_public_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)


def policy(path: str, headers: Sequence[tuple[str, str]] = ()) -> dict[str, list[str]]:
    """What the policy of the answer at this address says, by directive."""
    told = ask(SecurityHeaders, path, headers=headers).headers["content-security-policy"]
    said = [directive.split() for directive in told.split(";")]
    assert len({name for name, *_ in said}) == len(said), "a browser goes by the first of two"
    return {name: values for name, *values in said}


def test_every_answer_carries_every_header() -> None:
    answer = ask(SecurityHeaders, "/anything")
    assert answer.passed_on
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert "content-security-policy" in answer.headers
    assert answer.headers["x-behind"] == "yes"


@pytest.mark.parametrize(("name", "whole"), [("a.js", False), ("a.css", False), ("a.woff2", False), ("a.svg", True)])
def test_only_what_is_never_a_page_of_its_own_goes_without_the_policy(tmp_path: Path, name: str, whole: bool) -> None:
    (tmp_path / name).write_bytes(b"words")
    answer = ask(lambda app: SecurityHeaders(CompressedAssets(app, folder=tmp_path)), f"/static/{name}")
    assert answer.status == 200
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert ("content-security-policy" in answer.headers) is whole


def test_streams_are_left_alone() -> None:
    assert ask(SecurityHeaders, "/_stcore/stream", kind="websocket").passed_on


def test_the_dashboards_policy_allows_our_own_files_and_these_exceptions() -> None:
    """Word for word: whoever widens it says here what for, and in server/headers.py why."""
    assert policy("/condition", [("host", "Kiosk.local:8501")]) == {
        "default-src": ["'self'"],
        "script-src": ["'self'", "'unsafe-inline'", "blob:"],
        "style-src": ["'self'", "'unsafe-inline'"],
        "img-src": ["'self'", "data:", "blob:"],
        "font-src": ["'self'", "data:"],
        "connect-src": ["'self'", "ws://kiosk.local:8501", "wss://kiosk.local:8501"],
        "frame-src": ["'none'"],
        "worker-src": ["'none'"],
        "object-src": ["'none'"],
        "base-uri": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'self'"],
    }


@pytest.mark.parametrize(
    "path",
    ["/l", "/l/en", "/l/en/condition/fibromyalgia", "/print", "/print/en/diary.csv", "/health", "/ready", "/robots.txt",
     "/sitemap.xml"],
)  # fmt: skip
def test_what_needs_no_script_runs_none_and_asks_for_nothing_but_pictures(path: str) -> None:
    assert policy(path, [("host", "kiosk.local:8501")]) == {
        "default-src": ["'none'"],
        "script-src": ["'none'"],
        "connect-src": ["'none'"],
        "style-src": ["'unsafe-inline'"],
        "img-src": ["'self'"],
        "base-uri": ["'self'"],
        "form-action": ["'none'"],
        "frame-ancestors": ["'self'"],
    }


@pytest.mark.parametrize("path", ["/", "/lx", "/printed", "/learn/l/en", "/app/static/icon.svg", "/_stcore/health"])
def test_everything_else_has_the_dashboards_policy(path: str) -> None:
    assert policy(path)["script-src"] == ["'self'", "'unsafe-inline'", "blob:"]


@pytest.mark.parametrize(
    "headers",
    [
        [], [("host", "")], [("host", "a.example"), ("host", "b.example")], [("host", "a.example; script-src *")],
        [("host", "a.example wss://b.example")], [("host", "*")], [("host", "*.example")], [("host", "a@b.example")],
        [("host", "a.example:port")], [("host", "a.example/")], [("host", "'unsafe-eval'")],
        [("host", "\u00e9.example")],
        [("host", "a" * 5000)], [("host", "a.example\n")], [("host", "[::1]:8501")],
    ],
)  # fmt: skip
def test_a_host_that_is_no_plain_name_is_not_repeated(headers: list[tuple[str, str]]) -> None:
    assert policy("/", headers)["connect-src"] == ["'self'"]


def test_behind_a_proxy_the_public_host_is_named_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "https://ldn.example.org/here")
    assert policy("/", [("host", "127.0.0.1:8501")])["connect-src"] == [
        "'self'", "ws://127.0.0.1:8501", "wss://127.0.0.1:8501", "ws://ldn.example.org", "wss://ldn.example.org",
    ]  # fmt: skip
