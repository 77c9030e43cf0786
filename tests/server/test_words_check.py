"""Words that are missing, mistyped or hold a figure are told with file, line, field and remedy."""

import shutil
from pathlib import Path

import pytest

import serve
from content.text import ROOT
from data.dataset import Dataset
from data.problem import Problem
from server.words_check import check_words

CLAIM = "usual-dose"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """English words, to be spoilt."""
    return Path(shutil.copytree(ROOT / "en", tmp_path / "en"))


def spoil(folder: Path, old: str, new: str, file: str = "claims.yaml") -> int:
    """Change the first place where `old` stands; the answer is its line."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def test_shipped_words_are_without_a_mistake(dataset: Dataset, folder: Path) -> None:
    assert check_words(dataset) == []
    assert check_words(dataset, folder) == []


def test_words_that_are_missing_are_told_at_their_record(dataset: Dataset, folder: Path) -> None:
    record = spoil(folder, f"{CLAIM}:", f"{CLAIM}:")
    spoil(folder, "  why:", "  whi:")
    [problem] = check_words(dataset, folder)
    assert str(problem) == (
        f"content/en/claims.yaml:{record}: {CLAIM}.why: these words are missing. "
        "Write `why:` where data/FORMAT.md lists it"
    )


def test_a_figure_typed_into_the_words_is_refused(dataset: Dataset, folder: Path) -> None:
    line = spoil(folder, "  why: ", "  why: Of 4,711 people. ")
    [problem] = check_words(dataset, folder)
    assert (problem.line, problem.field, problem.wrong) == (
        line, f"{CLAIM}.why", "the figure 4,711 is typed into the words",
    )  # fmt: skip
    assert "`figures:`" in problem.fix


def test_a_placeholder_nobody_fills_is_refused_and_the_known_ones_are_named(dataset: Dataset, folder: Path) -> None:
    spoil(folder, "{median}", "{medain}")
    [problem] = check_words(dataset, folder)
    assert problem.wrong == "the record has no figure {medain}"
    assert problem.fix == "Figures of this record: full, median, top"


def test_a_file_that_is_no_yaml_is_told_with_its_line(dataset: Dataset, folder: Path) -> None:
    line = spoil(folder, "  why: ", "  why: [")
    with pytest.raises(ValueError, match=r"content/en/claims\.yaml:\d+: this is not YAML: ") as told:
        check_words(dataset, folder)
    assert int(str(told.value).split(":")[1]) >= line


def test_the_server_does_not_start_on_missing_words(
    dataset: Dataset, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    problem = Problem("content/en/claims.yaml", 1, "x.why", "these words are missing", "Write them")
    monkeypatch.setattr(serve, "check_words", lambda _: [problem])
    monkeypatch.setattr("sys.argv", ["serve.py"])
    assert serve.main() == 1
    assert "content/en/claims.yaml:1: x.why: these words are missing. Write them" in capsys.readouterr().err
