"""The command a curator runs, and the server, which does not start on a bad dataset."""

import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest

import data.__main__ as command
from data.load import ROOT, read_dataset
from tests.data.make_study import TEMPLATE
from tests.data.minimal_dataset import write_minimal

ANSWER = """\
The dataset has 1 mistake; nothing was loaded.
data/studies/author-2020-topic.yaml:11: citation.year: out of range: input should be greater than or \
equal to 1960, got 1920. Check the figure against its source
Fields are explained in data/FORMAT.md.
"""


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """A dataset without a mistake."""
    return write_minimal(tmp_path, study=TEMPLATE.read_text(encoding="utf-8"))


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    """A dataset with one mistake."""
    text = TEMPLATE.read_text(encoding="utf-8").replace("year: 2020", "year: 1920")
    return write_minimal(tmp_path, study=text)


def test_check_says_what_a_sound_dataset_holds(sound: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["check", str(sound)]) == 0
    assert capsys.readouterr() == ("The dataset is sound: 1 studies, 2 conditions, 0 claims.\n", "")


def test_check_prints_mistakes_on_stderr_only(bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["check", str(bad)]) == 1
    assert capsys.readouterr() == ("", ANSWER)


def test_unknown_command_shows_its_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["chekc"]) == 2
    assert capsys.readouterr() == ("", "usage: python -m data check [FOLDER] | report | schema\n")


def test_bad_dataset_ends_the_process_with_one_and_no_traceback(bad: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "data", "check", str(bad)], cwd=ROOT.parent, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout, done.stderr) == (1, "", ANSWER)
    assert "Traceback" not in done.stderr


def test_server_does_not_start_with_a_bad_dataset(
    bad: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import serve

    def started(*_: object, **__: object) -> NoReturn:
        raise AssertionError("the server was started")

    monkeypatch.setattr(serve, "load_dataset", lambda: read_dataset(bad))
    monkeypatch.setattr(serve.app, "run", started)
    monkeypatch.setattr(sys, "argv", ["serve.py"])
    assert serve.main() == 1
    assert capsys.readouterr() == ("", ANSWER)
