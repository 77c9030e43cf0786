"""A page that fails shows a calm sentence; a traceback, a path or a secret never reaches the visitor."""

import logging
import tomllib
from functools import partialmethod

import pytest
from streamlit.runtime.scriptrunner import ScriptRunner

from components.ui.calm_error import show_calm_error
from data.problem import DatasetError, Problem
from tests.views.visit import APP, said, visit

SECRET = "/srv/someone/secret.yaml"
CALM = "**Something went wrong on our side.** Your choices are not lost. Please open the start page and try again."


@pytest.fixture
def as_served(monkeypatch: pytest.MonkeyPatch) -> None:
    """Scripts run with the error handler that serve.py gives them."""
    monkeypatch.setattr(ScriptRunner, "__init__", partialmethod(ScriptRunner.__init__, on_script_error=show_calm_error))


def fail(*_: object, **__: object) -> None:
    raise RuntimeError(SECRET)


def test_a_failing_page_shows_a_calm_sentence_and_no_traceback(
    monkeypatch: pytest.MonkeyPatch, as_served: None, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("components.ui.home_cards.reach", fail)
    with caplog.at_level(logging.ERROR):
        at = visit()
    assert [error.value for error in at.error] == [CALM]
    assert list(at.exception) == []
    assert SECRET not in said(at)
    assert "RuntimeError" not in said(at)
    assert "a page failed" in caplog.text
    assert SECRET in caplog.text, "the log keeps what the visitor does not see"


def test_the_calm_sentence_leaves_the_safety_link_in_reach(monkeypatch: pytest.MonkeyPatch, as_served: None) -> None:
    monkeypatch.setattr("components.ui.home_cards.reach", fail)
    assert "Safety card: read this first" in said(visit())


def test_a_sound_page_shows_no_error(as_served: None) -> None:
    assert list(visit().error) == []


def test_streamlits_own_error_box_gives_no_details() -> None:
    settings = tomllib.loads((APP.parent / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert settings["client"]["showErrorDetails"] == "none"
    assert settings["client"]["showErrorLinks"] is False


def test_a_bad_dataset_shows_a_calm_sentence_and_no_page(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> None:
        raise DatasetError([Problem(SECRET, 1, "n", "expected a whole number", "Write 30.")])

    monkeypatch.setattr("data.load.load_dataset", broken)
    at = visit()
    assert [error.value for error in at.error] == [CALM]
    assert list(at.exception) == []
    assert list(at.title) == []
    assert SECRET not in said(at)
    assert SECRET in capsys.readouterr().err
