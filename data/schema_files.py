"""The JSON Schemas editors use to complete and check a file while it is typed."""

import json
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from data.models.mechanism import Mechanisms
from data.models.practice import Claim, Document, PrintedReference, Rating, Response, SafetyFact, Schedule
from data.models.register import Check, DiaryEntry, GlossaryEntry, Host, RegisteredTrial, Release
from data.models.study import Study
from data.models.subject import Condition, Outcome, SideEffect
from data.models.told import Passage, Question

KINDS: dict[str, TypeAdapter[Any]] = {
    "study": TypeAdapter(Study),
    "conditions": TypeAdapter(tuple[Condition, ...]),
    "outcomes": TypeAdapter(tuple[Outcome, ...]),
    "side_effects": TypeAdapter(tuple[SideEffect, ...]),
    "sources": TypeAdapter(tuple[Document, ...]),
    "safety": TypeAdapter(tuple[SafetyFact, ...]),
    "dosing": TypeAdapter(tuple[Schedule, ...]),
    "responses": TypeAdapter(tuple[Response, ...]),
    "claims": TypeAdapter(tuple[Claim, ...]),
    "questions": TypeAdapter(tuple[Question, ...]),
    "passages": TypeAdapter(tuple[Passage, ...]),
    "trials": TypeAdapter(tuple[RegisteredTrial, ...]),
    "glossary": TypeAdapter(tuple[GlossaryEntry, ...]),
    "printed_references": TypeAdapter(tuple[PrintedReference, ...]),
    "ratings": TypeAdapter(tuple[Rating, ...]),
    "hosts": TypeAdapter(tuple[Host, ...]),
    "diary": TypeAdapter(tuple[DiaryEntry, ...]),
    "checks": TypeAdapter(tuple[Check, ...]),
    "mechanisms": TypeAdapter(Mechanisms),
    "release": TypeAdapter(Release),
}


def schemas() -> dict[str, str]:
    """File name -> schema text, for every kind of data file."""
    return {f"{stem}.schema.json": _text(adapter.json_schema()) for stem, adapter in KINDS.items()}


def write_schemas(root: Path) -> list[str]:
    """Write all schemas below `root`/schema and return their names."""
    (root / "schema").mkdir(exist_ok=True)
    found = schemas()
    for name, text in found.items():
        (root / "schema" / name).write_text(text, encoding="utf-8")
    return sorted(found)


def _text(schema: dict[str, Any]) -> str:
    return json.dumps(schema, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
