"""Words by key: every language is complete, nothing is blank, and a gap falls back to English."""

import logging
import shutil
from pathlib import Path
from string import Formatter

import pytest

from content.text import ROOT, Words, languages, load_words, read_entries

ENGLISH = ROOT / "en"


def placeholders(text: str) -> set[str]:
    """Names in {braces}."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def gaps(folder: Path) -> list[str]:
    """What a language's folder lacks or has too much of, measured against English."""
    ours, english = read_entries(folder), read_entries(ENGLISH)
    found = [f"{key}: missing" for key in english if key not in ours]
    found += [f"{key}: not in English" for key in ours if key not in english]
    found += [
        f"{key}: has {sorted(placeholders(text))}, English has {sorted(placeholders(english[key]))}"
        for key, text in ours.items()
        if key in english and placeholders(text) != placeholders(english[key])
    ]
    found += [
        f"{path.name}: {'missing' if path.parent == ENGLISH else 'not in English'}"
        for path in (*ENGLISH.glob("*.md"), *folder.glob("*.md"))
        if not ((folder if path.parent == ENGLISH else ENGLISH) / path.name).exists()
    ]
    return found


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A second language's folder, so far a copy of the English one."""
    return Path(shutil.copytree(ENGLISH, tmp_path / "xx"))


@pytest.mark.parametrize("language", languages())
def test_language_has_the_keys_and_placeholders_of_english(language: str) -> None:
    assert gaps(ROOT / language) == []


def test_every_folder_is_a_language() -> None:
    folders = {path.name for path in ROOT.iterdir() if path.is_dir() and not path.name.startswith("_")}
    assert folders == set(languages())
    assert languages()[0] == "en"


def test_missing_key_in_a_new_language_is_found(copy: Path) -> None:
    file = copy / "side_effects.yaml"
    kept = [line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("nausea:")]
    file.write_text("\n".join(kept), encoding="utf-8")
    assert gaps(copy) == ["side_effects.nausea.name: missing"]


def test_missing_file_in_a_new_language_is_found(copy: Path) -> None:
    (copy / "outcomes.yaml").unlink()
    assert gaps(copy)[0] == "outcomes.pain.name: missing"
    assert all(gap.startswith("outcomes.") for gap in gaps(copy))


def test_key_that_english_lacks_is_found(copy: Path) -> None:
    file = copy / "outcomes.yaml"
    file.write_text(file.read_text(encoding="utf-8") + '\njoy: {name: "Freude"}\n', encoding="utf-8")
    assert gaps(copy) == ["outcomes.joy.name: not in English"]


def test_lost_or_renamed_placeholder_is_found(copy: Path) -> None:
    file = copy / "strings.yaml"
    text = file.read_text(encoding="utf-8")
    assert text.count('"Week {n}"') == 1
    file.write_text(text.replace('"Week {n}"', '"Woche {nummer}"'), encoding="utf-8")
    assert gaps(copy) == ["effects.week: has ['nummer'], English has ['n']"]


def test_markdown_file_of_one_language_only_is_found(copy: Path) -> None:
    (copy / "extra.md").write_text("# Extra\n", encoding="utf-8")
    assert gaps(copy) == ["extra.md: not in English"]


def test_complete_copy_has_no_gap(copy: Path) -> None:
    assert gaps(copy) == []


@pytest.mark.parametrize("language", languages())
def test_no_text_is_blank(language: str) -> None:
    assert [key for key, text in read_entries(ROOT / language).items() if not text.strip()] == []


@pytest.mark.parametrize("language", languages())
def test_every_placeholder_is_a_plain_name(language: str) -> None:
    texts = read_entries(ROOT / language).items()
    assert [key for key, text in texts if not all(name.isidentifier() for name in placeholders(text))] == []


def test_key_that_stands_twice_is_refused_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "strings.yaml").write_text("a:\n  b: one\n  b: two\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"strings\.yaml:3: b stands twice in the same block"):
        read_entries(tmp_path)


def test_texts_stay_texts_whatever_they_look_like(tmp_path: Path) -> None:
    (tmp_path / "strings.yaml").write_text("no: yes\na: {b: 012, c: 10:30}\nd: [x, null]\n", encoding="utf-8")
    assert read_entries(tmp_path) == {"no": "yes", "a.b": "012", "a.c": "10:30", "d.0": "x", "d.1": "null"}


def test_other_files_stand_under_their_name(tmp_path: Path) -> None:
    (tmp_path / "strings.yaml").write_text("a: one\n", encoding="utf-8")
    (tmp_path / "safety.yaml").write_text("a: two\n", encoding="utf-8")
    assert read_entries(tmp_path) == {"safety.a": "two", "a": "one"}


def test_words_are_filled_in() -> None:
    words = Words("en", {"count": "{shown} of {all} studies", "plain": "100 %"}, {})
    assert words("count", shown="3", all="48") == "3 of 48 studies"
    assert words("plain") == "100 %"


@pytest.mark.parametrize("values", [{}, {"shown": "3"}])
def test_forgotten_value_is_an_error_not_a_brace_on_screen(values: dict[str, str]) -> None:
    with pytest.raises(KeyError):
        Words("en", {"count": "{shown} of {all} studies"}, {})("count", **values)


def test_missing_word_falls_back_to_english_and_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    words = Words("de", {"a": "eins"}, {"a": "one", "b": "two"})
    with caplog.at_level(logging.WARNING):
        assert (words("a"), words("b")) == ("eins", "two")
    assert [record.getMessage() for record in caplog.records] == ["no de words for b; showing English"]


def test_word_no_language_has_is_an_error() -> None:
    words = Words("de", {}, {"a": "one"})
    assert (words.has("a"), words.has("b"), words.is_translated("a")) == (True, False, False)
    with pytest.raises(KeyError):
        words("b")


def test_keys_below_a_prefix_stop_at_its_dot() -> None:
    words = Words("en", {}, {"how.a": "1", "how.a.b": "2", "howl.c": "3"})
    assert words.below("how") == ["how.a", "how.a.b"]


def test_unknown_language_is_refused_with_what_there_is() -> None:
    with pytest.raises(KeyError, match="no language 'xx'; there are: en"):
        load_words("xx")


def test_a_dose_never_breaks_between_number_and_unit(tmp_path: Path) -> None:
    (tmp_path / "strings.yaml").write_text("a: From 1 mg to {high} mg for 3 months, 2 mgx.\n", encoding="utf-8")
    assert read_entries(tmp_path) == {"a": "From 1\u00a0mg to {high}\u00a0mg for 3 months, 2 mgx."}
