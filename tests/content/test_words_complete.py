"""Every record has its words in every field, and they quote the record's figures: all of them, no others."""

import re
import shutil
from enum import Enum
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from components.charts.figures import figure_texts
from content.text import read_entries
from data.dataset import Dataset
from data.evidence import Evidence
from data.harms import DoseReach, Length
from data.labels import Certainty, Reason, State
from data.load import ROOT, check_dataset
from data.models.base import Basis, Depth, DoseContext, Missing
from data.models.mechanism import ShownIn, Side
from data.models.practice import Action, HourOfDay, SafetyTopic, ScheduleKind, WasTested
from data.models.register import ResultsStatus, TrialStatus
from data.models.study import (
    Blinding,
    ComparatorKind,
    Design,
    Direction,
    DoseBand,
    IntegrityStatus,
    Measure,
)
from data.models.subject import ConditionGroup, SideEffectGroup
from data.models.told import PassagePart, QuestionTopic
from data.placebo_arms import Gauge
from data.trial_stage import Stage
from server.words_check import DIGIT_FREE, NAMES_WITH_DIGITS, OPTIONAL, names_of, quoting, wanted
from tests.content.test_text import ENGLISH, placeholders

# The ways a glossary term is written where it is explained in place; a term too common to be marked has none.
FORM = re.compile(r"^glossary\.[^.]+\.forms\.\d+$")
BLOCKS: list[tuple[str, type[Enum], tuple[str, ...]]] = [
    ("state.{}.name", State, ()),
    ("state.{}.long", State, ()),
    ("change.{}", State, ()),
    ("evidence.{}.name", Evidence, ()),
    ("evidence.{}.about", Evidence, ()),
    ("reason.{}", Reason, ()),
    ("design.{}", Design, ()),
    ("depth.{}", Depth, ()),
    ("missing.{}", Missing, ()),
    ("blinding.{}", Blinding, ()),
    ("comparator.{}", ComparatorKind, ()),
    ("direction.{}", Direction, ("none",)),
    ("shown_in.{}.name", ShownIn, ()),
    ("how.{}", Side, ()),
    ("basis.{}", Basis, ()),
    ("safety.about_dose.{}", DoseContext, ()),
    ("topic.{}", SafetyTopic, ()),
    ("group.{}", ConditionGroup, ()),
    ("status.{}", TrialStatus, ()),
    ("trial_results.{}", ResultsStatus, ()),
    ("integrity.{}", IntegrityStatus, ()),
    ("band.{}", DoseBand, ()),
    ("harms.group.{}", SideEffectGroup, ()),
    ("harms.action.{}", Action, ()),
    ("harms.tested.{}", WasTested, ()),
    ("harms.dose.{}", DoseReach, ()),
    ("harms.length.{}", Length, ()),
    ("practical.hour.{}", HourOfDay, ()),
    ("practical.kinds.{}", ScheduleKind, ()),
    ("question_topic.{}", QuestionTopic, ()),
    ("passage_part.{}", PassagePart, ()),
    ("stage.{}.name", Stage, ()),
    ("stage.{}.about", Stage, ()),
    ("arms.{}", Gauge, ()),
]


@cache
def entries() -> dict[str, str]:
    return read_entries(ENGLISH)


@cache
def dataset() -> Dataset:
    return check_dataset(ROOT)[0]


@cache
def shared_keys() -> frozenset[str]:
    """Keys of files that hold no records' words; a block there may bear the name of a data file, as `safety` does."""
    with TemporaryDirectory() as folder:
        for file in ENGLISH.glob("*.yaml"):
            if not (ROOT / file.name).exists():
                shutil.copy(file, folder)
        return frozenset(read_entries(Path(folder)))


def test_every_record_has_its_words() -> None:
    assert [key for key in wanted(dataset()) if key not in entries() and not OPTIONAL.match(key)] == []


def test_no_words_stand_without_a_record() -> None:
    files = tuple(f"{path.stem}." for path in ENGLISH.glob("*.yaml") if (ROOT / path.name).exists())
    own = [key for key in entries() if key.startswith(files) and key not in shared_keys()]
    assert own
    unasked = set(own) - set(wanted(dataset()))
    assert sorted(key for key in unasked if not FORM.match(key)) == []


def test_a_term_is_written_in_one_way_only_for_one_meaning() -> None:
    forms = [(key.split(".")[1], text.lower()) for key, text in entries().items() if FORM.match(key)]
    assert {"placebo", "opioid", "receptor", "randomised-trial"} <= {term for term, _ in forms}
    assert {term for term, _ in forms} <= {entry.id for entry in dataset().glossary}
    written = [text for _, text in forms]
    assert sorted(written) == sorted(set(written))


def test_no_word_of_a_record_stands_in_two_files() -> None:
    assert sorted(shared_keys() & set(wanted(dataset()))) == []


def test_every_placeholder_is_a_figure_of_its_record() -> None:
    wrong = [
        f"{where}: {{{name}}}"
        for where, figures, text in quoting(dataset(), entries())
        for name in sorted(placeholders(text) - set(names_of(figures)))
    ]
    assert wrong == []


def test_every_figure_is_quoted_by_its_record() -> None:
    unused = [
        f"{where}: {name}"
        for where, figures, text in quoting(dataset(), entries())
        for name in figures
        if not {name, f"{name}_low", f"{name}_high"} & placeholders(text)
    ]
    assert unused == []


def test_both_ends_of_a_range_are_quoted_together() -> None:
    halves = [
        f"{where}: {name}"
        for where, figures, text in quoting(dataset(), entries())
        for name in figures
        if len({f"{name}_low", f"{name}_high"} & placeholders(text)) == 1
    ]
    assert halves == []


def test_dosing_words_hold_no_placeholder() -> None:
    assert [key for key, text in entries().items() if key.startswith("dosing.") and placeholders(text)] == []


@pytest.mark.parametrize("block", DIGIT_FREE)
def test_sentence_holds_no_figure_of_its_own(block: str) -> None:
    assert any(key.startswith(f"{block}.") for key in entries())
    bare = re.compile(r"\{[^}]*\}|" + "|".join(map(re.escape, NAMES_WITH_DIGITS)))
    texts = ((key, bare.sub("", text)) for key, text in entries().items() if key.startswith(f"{block}."))
    assert [f"{key}: {text}" for key, text in texts if re.search(r"\d", text)] == []


@pytest.mark.parametrize("name", NAMES_WITH_DIGITS)
def test_name_with_a_digit_is_still_in_use(name: str) -> None:
    assert any(name in text for key, text in entries().items() if key.split(".")[0] in DIGIT_FREE)


def test_figure_in_a_sentence_reads_as_published() -> None:
    wrong = []
    for where, figures, _ in quoting(dataset(), entries()):
        for name, figure in figures.items():
            texts = figure_texts({name: figure}, "en")
            for key, value in (
                (name, figure.value),
                (f"{name}_low", figure.low),
                (f"{name}_high", figure.high),
            ):
                if value is not None and float(texts[key].replace(",", "").replace("−", "-")) != value:
                    wrong.append(f"{where}: {key} is {value}, written {texts[key]}")
    assert wrong == []


def test_year_in_a_sentence_has_no_separator() -> None:
    years = {
        f"{where}: {name}": figure_texts({name: figure}, "en")[name]
        for where, figures, _ in quoting(dataset(), entries())
        for name, figure in figures.items()
        if figure.unit == "year" and figure.value > 1900
    }
    assert years
    assert {name: text for name, text in years.items() if "," in text} == {}


@pytest.mark.parametrize(("template", "values", "extra"), BLOCKS, ids=[template for template, _, _ in BLOCKS])
def test_every_value_shown_to_readers_has_words(template: str, values: type[Enum], extra: tuple[str, ...]) -> None:
    keys = [template.format(value) for value in (*(member.value for member in values), *extra)]
    assert [key for key in keys if key not in entries()] == []


@pytest.mark.parametrize("field", ["name", "short"])
def test_every_level_of_certainty_has_words(field: str) -> None:
    levels = ["none", *(level.slug for level in Certainty)]
    assert [level for level in levels if f"certainty.{level}.{field}" not in entries()] == []


@pytest.mark.parametrize("state", [State.SUPPORTED, State.MIXED, State.NO_DIFFERENCE])
def test_every_state_after_a_placebo_trial_has_a_verdict_at_each_certainty(state: State) -> None:
    texts = [entries()[f"verdict.{state}.{level.slug}"] for level in Certainty]
    assert [placeholders(text) for text in texts] == [{"subject"}] * 4


def test_states_without_a_placebo_comparison_have_a_verdict() -> None:
    followed = {key.split(".")[2]: text for key, text in entries().items() if key.startswith("verdict.only-unc")}
    outcomes = {key: followed.pop(key) for key in list(followed) if key.startswith("outcome_")}
    assert set(followed) == {"followed", "cases", "compared", "unread"}
    assert set(outcomes) == {"outcome_followed", "outcome_cases", "outcome_compared", "outcome_unread"}
    assert all(placeholders(text) == {"condition"} for text in followed.values())
    assert all(placeholders(text) == {"condition", "outcome"} for text in outcomes.values())
    assert placeholders(entries()["verdict.untested.none"]) == {"condition"}


def test_no_verdict_leaves_out_its_condition() -> None:
    texts = {key: text for key, text in entries().items() if key.count(".") == 2 and key.startswith("verdict.")}
    assert len(texts) > 15
    named = ({"condition"}, {"subject"}, {"condition", "outcome"})
    assert [key for key, text in texts.items() if placeholders(text) not in named] == []
    assert placeholders(entries()["verdict.subject"]) == {"outcomes", "condition"}


def test_verb_of_a_verdict_follows_its_certainty() -> None:
    said = {level.slug: entries()[f"verdict.supported.{level.slug}"] for level in Certainty}
    assert "LDN helps" in said["high"]
    assert "probably helps" in said["moderate"]
    assert "may help" in said["low"]
    assert "very unsure" in said["very-low"]
    assert "may" not in said["high"]


def test_every_measure_with_a_size_has_words() -> None:
    measures = [measure for measure in Measure if measure is not Measure.NOT_STATED]
    assert [measure.value for measure in measures if f"size.{measure}" not in entries()] == []


def test_every_doubt_about_a_paper_has_a_flag() -> None:
    doubts = [status for status in IntegrityStatus if status is not IntegrityStatus.NOTHING_FOUND]
    assert [status.value for status in doubts if f"studies.{status}" not in entries()] == []
