"""Starting the server: a bad dataset is refused in words, a busy port is stepped over."""

import contextlib
import socket
import sys
from collections.abc import Iterator
from typing import Any

import pytest
import streamlit as st

import serve
from components.ui.calm_error import show_calm_error
from data.problem import DatasetError, Problem
from server.assets import CompressedAssets
from server.early_run import EarlyRun
from server.headers import SecurityHeaders
from server.index_page import IndexPage

HOME = "127.0.0.1"


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """Settings the server was started with; nothing is really started."""
    calls: list[dict[str, Any]] = []
    monkeypatch.setattr(serve, "load_dataset", lambda: None)
    monkeypatch.setattr(serve, "check_words", lambda dataset: [])
    monkeypatch.setattr(serve.app, "run", lambda *, config: calls.append(config))
    return calls


@contextlib.contextmanager
def busy() -> Iterator[int]:
    """A port somebody else listens on."""
    with socket.socket() as taken:
        taken.bind((HOME, 0))
        taken.listen()
        yield taken.getsockname()[1]


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["serve.py", *arguments])
    return serve.main()


def test_a_busy_port_is_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    with busy() as port:
        monkeypatch.setattr(serve, "FIRST_PORT", port)
        found = serve.free_port(HOME)
        assert port < found < port + serve.PORTS_TRIED
        with socket.socket() as mine:
            mine.bind((HOME, found))


def test_a_free_first_port_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    with busy() as port:
        pass
    monkeypatch.setattr(serve, "FIRST_PORT", port)
    assert serve.free_port(HOME) == port


def test_no_free_port_is_said_in_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], started: list[dict[str, Any]]
) -> None:
    with busy() as port:
        monkeypatch.setattr(serve, "FIRST_PORT", port)
        monkeypatch.setattr(serve, "PORTS_TRIED", 1)
        assert run(monkeypatch) == 1
    assert f"no free port from {port} to {port}: give one with --port" in capsys.readouterr().err
    assert started == []


def test_a_bad_dataset_is_refused_before_anything_is_served(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], started: list[dict[str, Any]]
) -> None:
    def broken() -> None:
        mistake = Problem("data/studies/x.yaml", 41, "results[2].ldn.n", "expected a whole number", "Write 30.")
        raise DatasetError([mistake])

    monkeypatch.setattr(serve, "load_dataset", broken)
    assert run(monkeypatch) == 1
    shown = capsys.readouterr()
    assert "data/studies/x.yaml:41" in shown.err
    assert "expected a whole number" in shown.err
    assert shown.out == ""
    assert started == []


def test_the_address_is_printed_and_only_this_machine_is_served(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], started: list[dict[str, Any]]
) -> None:
    assert run(monkeypatch, "--port", "8642") == 0
    assert capsys.readouterr().out == "LDN Evidence Explorer: http://localhost:8642\n"
    assert [(c["server.port"], c["server.address"], c["server.headless"]) for c in started] == [(8642, HOME, True)]


def test_the_whole_network_is_served_only_when_asked(
    monkeypatch: pytest.MonkeyPatch, started: list[dict[str, Any]]
) -> None:
    run(monkeypatch, "--port", "8642", "--address", "0.0.0.0")
    assert started[0]["server.address"] == "0.0.0.0"


def test_the_server_answers_pages_itself_and_stays_calm_on_errors() -> None:
    assert isinstance(serve.app, st.App)
    assert serve.app._on_script_error is show_calm_error
    asked: list[object] = [entry.cls for entry in serve.app._user_middleware]
    assert asked == [SecurityHeaders, CompressedAssets, CompressedAssets, IndexPage, EarlyRun]


def test_a_nonsense_port_is_refused(monkeypatch: pytest.MonkeyPatch, started: list[dict[str, Any]]) -> None:
    with pytest.raises(SystemExit) as refused:
        run(monkeypatch, "--port", "many")
    assert refused.value.code == 2
    assert started == []
