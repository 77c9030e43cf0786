"""Loads the dataset once per process: every file becomes typed records, or one error lists every mistake."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from data.dataset import Dataset
from data.explain import explain
from data.models.mechanism import Mechanisms
from data.models.practice import Claim, Document, PrintedReference, Rating, Response, SafetyFact, Schedule
from data.models.register import Check, DiaryEntry, GlossaryEntry, Host, RegisteredTrial, Release
from data.models.study import Study
from data.models.subject import Condition, Outcome, SideEffect
from data.models.told import Passage, Question
from data.problem import DatasetError, Problem
from data.rules import ACROSS, RULES
from data.strict_yaml import Parsed, parse_yaml, show_path

ROOT = Path(__file__).parent
AnyRecord = TypeVar("AnyRecord", bound=BaseModel)


@dataclass
class Reading:
    """What was read so far: values, where each record stands, the mistakes found, and whether all records are there."""

    values: dict[str, Any] = field(default_factory=dict)
    places: dict[int, tuple[str, Parsed, tuple[str | int, ...]]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    complete: bool = True


@cache
def load_dataset() -> Dataset:
    """The dataset shipped with the application. Raises DatasetError listing every mistake."""
    return read_dataset(ROOT)


def read_dataset(root: Path) -> Dataset:
    """Load the dataset in `root`. Raises DatasetError listing every mistake."""
    dataset, problems = check_dataset(root)
    if problems:
        raise DatasetError(problems)
    return dataset


def check_dataset(root: Path) -> tuple[Dataset, list[Problem]]:
    """Load what can be loaded from `root`, with every mistake found on the way."""
    reading = Reading()
    studies = tuple(_read_studies(root, reading))
    mechanisms = _read_one(root / "mechanisms.yaml", "data/mechanisms.yaml", Mechanisms, reading)
    release = _read_one(root / "release.yaml", "data/release.yaml", Release, reading)

    def listed(stem: str, model: type[AnyRecord]) -> tuple[AnyRecord, ...]:
        return tuple(_read_list(root, stem, model, reading))

    dataset = Dataset(
        studies=studies,
        conditions=listed("conditions", Condition),
        outcomes=listed("outcomes", Outcome),
        side_effects=listed("side_effects", SideEffect),
        sources=listed("sources", Document),
        safety=listed("safety", SafetyFact),
        dosing=listed("dosing", Schedule),
        responses=listed("responses", Response),
        claims=listed("claims", Claim),
        questions=listed("questions", Question),
        passages=listed("passages", Passage),
        trials=listed("trials", RegisteredTrial),
        glossary=listed("glossary", GlossaryEntry),
        printed_references=listed("printed_references", PrintedReference),
        ratings=listed("ratings", Rating),
        hosts=listed("hosts", Host),
        diary=listed("diary", DiaryEntry),
        checks=listed("checks/second-reading", Check),
        mechanisms=mechanisms or Mechanisms(steps=(), parameters=()),
        release=release or Release(version="unknown", checked=date.min, reviews=()),
    )
    for rule in (*RULES, *(ACROSS if reading.complete else ())):
        for record, path, wrong, fix in rule(dataset):
            reading.problems.append(_located(reading, record, path, wrong, fix))
    return dataset, sorted(set(reading.problems))


def _located(reading: Reading, record: BaseModel, path: tuple[str | int, ...], wrong: str, fix: str) -> Problem:
    name, parsed, prefix = reading.places[id(record)]
    full = (*prefix, *path)
    return Problem(name, parsed.line_of(full), show_path(full), wrong, fix)


def _read_studies(root: Path, reading: Reading) -> Iterator[Study]:
    for file in sorted((root / "studies").glob("*.yaml")):
        name = f"data/studies/{file.name}"
        study = _read_one(file, name, Study, reading)
        if study is None:
            continue
        if study.id != file.stem:
            line = reading.places[id(study)][1].line_of(("id",))
            reading.problems.append(
                Problem(
                    name,
                    line,
                    "id",
                    f"the id {study.id} is not the file's name",
                    f"Rename the file to {study.id}.yaml or the id to {file.stem}",
                )
            )
        yield study


def _parse(file: Path, name: str, reading: Reading) -> Parsed | None:
    if not file.exists():
        reading.problems.append(
            Problem(name, 1, "", "the file is missing", "Restore it; an empty list is written as []")
        )
        reading.complete = False
        return None
    parsed = parse_yaml(file, name)
    reading.problems.extend(parsed.problems)
    if parsed.content is None:
        reading.complete = False
        return None
    return parsed


def _read_one(file: Path, name: str, model: type[AnyRecord], reading: Reading) -> AnyRecord | None:
    parsed = _parse(file, name, reading)
    return None if parsed is None else _validated(parsed.content, model, name, parsed, (), reading)


def _read_list(root: Path, stem: str, model: type[AnyRecord], reading: Reading) -> Iterator[AnyRecord]:
    name = f"data/{stem}.yaml"
    parsed = _parse(root / f"{stem}.yaml", name, reading)
    if parsed is None:
        return
    if not isinstance(parsed.content, list):
        reading.problems.append(
            Problem(name, 1, "", "expected a list of records", "Start each record with '- id: ...'")
        )
        reading.complete = False
        return
    for index, item in enumerate(parsed.content):
        record = _validated(item, model, name, parsed, (index,), reading)
        if record is not None:
            yield record


def _validated(
    content: Any,
    model: type[AnyRecord],
    name: str,
    parsed: Parsed,
    prefix: tuple[str | int, ...],
    reading: Reading,
) -> AnyRecord | None:
    # JSON mode: text becomes enum, date and tuple under strict rules, and nothing else is coerced.
    try:
        record = TypeAdapter(model).validate_json(json.dumps(content))
    except ValidationError as error:
        reading.problems.extend(explain(error, parsed, name, prefix))
        reading.complete = False
        return None
    reading.places[id(record)] = (name, parsed, prefix)
    return record
