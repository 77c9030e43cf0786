"""Every record has its words in every field, and they quote the record's figures: all of them, no others."""

import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

import pytest

from components.charts.figures import figure_texts
from content.text import read_entries
from data.dataset import Dataset
from data.evidence import Evidence
from data.harms import DoseReach, Length
from data.labels import Certainty, Reason, State
from data.load import ROOT, check_dataset
from data.models.base import Basis, Depth, DoseContext, Figure, Missing
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
from data.models.told import PassagePart, Question, QuestionTopic
from data.placebo_arms import Gauge
from data.quoted import quoted_figures
from data.trial_stage import Stage
from tests.content.test_text import ENGLISH, placeholders

# Names that carry a digit. Each was looked at; a figure never belongs here.
NAMES_WITH_DIGITS = ("TLR4", "TRPM3", "6-beta-naltrexol")
DIGIT_FREE = ("safety", "claims", "mechanisms", "dosing", "responses", "questions", "passages")
OPTIONAL = re.compile(r"^(safety\.[^.]+\.unknown|conditions\.[^.]+\.warning|claims\.[^.]+\.more)$")
# The ways a glossary term is written where it is explained in place; a term too common to be marked has none.
FORM = re.compile(r"^glossary\.[^.]+\.forms\.\d+$")
# Numbers of people in the label rule, which what would change a claim may name.
OF_THE_RULE = re.compile(r"\{(few|enough)\}")
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


class Named(Protocol):
    """A record words can be written for."""

    @property
    def id(self) -> str: ...


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


def _wanted() -> Iterator[str]:
    """The key of every text some record needs, as data/FORMAT.md lists them."""
    data = dataset()
    fields: dict[str, tuple[Sequence[Named], tuple[str, ...]]] = {
        "conditions": (data.conditions, ("name", "inline", "about", "warning")),
        "outcomes": (data.outcomes, ("name", "about")),
        "side_effects": (data.side_effects, ("name",)),
        "safety": (data.safety, ("title", "short", "plain", "unknown")),
        "dosing": (data.dosing, ("plain",)),
        "responses": (data.responses, ("plain",)),
        "claims": (data.claims, ("claim", "why", "more", "say", "differs", "changes")),
        "questions": (data.questions, ("question", "short", "long")),
        "passages": (data.passages, ("title", "plain")),
        "glossary": (data.glossary, ("term", "plain")),
        "printed_references": (data.printed_references, ("plain",)),
        "ratings": (data.ratings, ("plain",)),
        "diary": (data.diary, ("title", "plain")),
        "mechanisms.steps": (data.mechanisms.steps, ("title", "plain", "not_shown", "picture")),
        "mechanisms.parameters": (data.mechanisms.parameters, ("name", "note")),
    }
    for block, (records, names) in fields.items():
        yield from (f"{block}.{record.id}.{name}" for record in records for name in names)
    for step in data.mechanisms.steps:
        yield from (f"mechanisms.steps.{step.id}.evidence.{item.id}" for item in step.evidence)
    yield from {f"mechanisms.nodes.{node}.name" for chain in data.mechanisms.chains for node in chain.nodes}


def _quoting() -> Iterator[tuple[str, Mapping[str, Figure], str]]:
    """Each record that holds figures: its name, its figures, and all its words joined."""
    data, words = dataset(), entries()
    for block, records in (("safety", data.safety), ("claims", data.claims), ("responses", data.responses)):
        for record in records:
            prefix = f"{block}.{record.id}."
            yield (
                prefix,
                record.figures,
                " ".join(
                    OF_THE_RULE.sub("", text) if key.endswith(".changes") else text
                    for key, text in words.items()
                    if key.startswith(prefix)
                ),
            )
    for told in (*data.questions, *data.passages):
        prefix = f"{'questions' if isinstance(told, Question) else 'passages'}.{told.id}."
        own = " ".join(text for key, text in words.items() if key.startswith(prefix))
        yield prefix, quoted_figures(data, told), own
    for step in data.mechanisms.steps:
        prefix = f"mechanisms.steps.{step.id}."
        own = " ".join(words.get(prefix + name, "") for name in ("title", "plain", "not_shown"))
        yield prefix, step.figures, own
        for item in step.evidence:
            yield f"{prefix}evidence.{item.id}", item.figures, words.get(f"{prefix}evidence.{item.id}", "")


def _names(figures: Mapping[str, Figure]) -> Iterator[str]:
    for name, figure in figures.items():
        yield name
        yield from (f"{name}_{end}" for end in ("low", "high") if getattr(figure, end) is not None)


def test_every_record_has_its_words() -> None:
    assert [key for key in _wanted() if key not in entries() and not OPTIONAL.match(key)] == []


def test_no_words_stand_without_a_record() -> None:
    files = tuple(f"{path.stem}." for path in ENGLISH.glob("*.yaml") if (ROOT / path.name).exists())
    own = [key for key in entries() if key.startswith(files) and key not in shared_keys()]
    assert own
    unasked = set(own) - set(_wanted())
    assert sorted(key for key in unasked if not FORM.match(key)) == []


def test_a_term_is_written_in_one_way_only_for_one_meaning() -> None:
    forms = [(key.split(".")[1], text.lower()) for key, text in entries().items() if FORM.match(key)]
    assert {"placebo", "opioid", "receptor", "randomised-trial"} <= {term for term, _ in forms}
    assert {term for term, _ in forms} <= {entry.id for entry in dataset().glossary}
    written = [text for _, text in forms]
    assert sorted(written) == sorted(set(written))


def test_no_word_of_a_record_stands_in_two_files() -> None:
    assert sorted(shared_keys() & set(_wanted())) == []


def test_every_placeholder_is_a_figure_of_its_record() -> None:
    wrong = [
        f"{where}: {{{name}}}"
        for where, figures, text in _quoting()
        for name in sorted(placeholders(text) - set(_names(figures)))
    ]
    assert wrong == []


def test_every_figure_is_quoted_by_its_record() -> None:
    unused = [
        f"{where}: {name}"
        for where, figures, text in _quoting()
        for name in figures
        if not {name, f"{name}_low", f"{name}_high"} & placeholders(text)
    ]
    assert unused == []


def test_both_ends_of_a_range_are_quoted_together() -> None:
    halves = [
        f"{where}: {name}"
        for where, figures, text in _quoting()
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
    for where, figures, _ in _quoting():
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
        for where, figures, _ in _quoting()
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
