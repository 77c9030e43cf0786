"""Starting the server: a bad dataset is refused in words, a busy port is stepped over."""

import contextlib
import os
import re
import socket
import sys
from collections.abc import Iterator
from typing import Any

import pytest
import streamlit as st
from streamlit import config, net_util
from streamlit.web import bootstrap

import serve
from components.ui.calm_error import show_calm_error
from data.problem import DatasetError, Problem
from server.assets import CompressedAssets
from server.early_run import EarlyRun
from server.gate import Gate
from server.headers import SecurityHeaders
from server.index_page import IndexPage
from server.unchanged import Unchanged

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


@pytest.mark.parametrize("address", ["0.0.0.0", "::"])
def test_the_whole_network_is_served_only_when_asked_under_addresses_one_can_open(
    address: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], started: list[dict[str, Any]]
) -> None:
    run(monkeypatch, "--port", "8642", "--address", address)
    assert started[0]["server.address"] == address
    said = capsys.readouterr().out
    assert re.fullmatch(r"LDN Evidence Explorer: http://localhost:8642(?: or http://\d+\.\d+\.\d+\.\d+:8642)?\n", said)
    assert "0.0.0.0" not in said


def test_a_machine_without_a_network_is_reached_from_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    class Unconnected(socket.socket):
        def connect(self, _: object) -> None:
            raise OSError("Network is unreachable")

    monkeypatch.setattr(socket, "socket", Unconnected)
    assert serve.names_to_open("0.0.0.0") == ["localhost"]


def test_other_addresses_are_named_as_they_are() -> None:
    assert serve.names_to_open("192.0.2.7") == ["192.0.2.7"]
    assert serve.names_to_open("::1") == ["[::1]"]


def test_no_outside_service_is_asked_where_this_machine_stands(
    monkeypatch: pytest.MonkeyPatch, started: list[dict[str, Any]]
) -> None:
    """Streamlit asks one for the address in its greeting, and greets just before it listens."""
    run(monkeypatch, "--port", "8642", "--address", "0.0.0.0")
    monkeypatch.setattr(net_util, "get_external_ip", lambda: pytest.fail("an outside service was asked"))
    monkeypatch.setattr(net_util, "get_internal_ip", lambda: None)
    monkeypatch.setattr(config, "get_option", started[0].get)
    monkeypatch.setattr(config, "is_manually_set", lambda name: name in started[0])
    bootstrap._print_url(is_running_hello=False)


@pytest.mark.parametrize(("system", "taken_over"), [("posix", True), ("nt", False)])
def test_on_windows_a_busy_port_is_never_taken_over(
    system: str, taken_over: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There SO_REUSEADDR binds a port that somebody listens on."""
    options: list[object] = []

    class Probe(socket.socket):
        def setsockopt(self, _: int, option: int, *__: object) -> None:
            options.append(option)

    with monkeypatch.context() as there:
        there.setattr(socket, "socket", Probe)
        there.setattr(os, "name", system)
        serve.free_port(HOME)
    assert (socket.SO_REUSEADDR in options) is taken_over


def test_the_server_answers_pages_itself_and_stays_calm_on_errors() -> None:
    assert isinstance(serve.app, st.App)
    assert serve.app._on_script_error is show_calm_error
    asked: list[object] = [entry.cls for entry in serve.app._user_middleware]
    assert asked == [SecurityHeaders, Gate, Unchanged, CompressedAssets, CompressedAssets, IndexPage, EarlyRun]


def test_a_nonsense_port_is_refused(monkeypatch: pytest.MonkeyPatch, started: list[dict[str, Any]]) -> None:
    with pytest.raises(SystemExit) as refused:
        run(monkeypatch, "--port", "many")
    assert refused.value.code == 2
    assert started == []
