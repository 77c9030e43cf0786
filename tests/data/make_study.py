"""Studies and datasets for tests: the template with a few values changed, each named by its dotted path."""

import json
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import fields
from datetime import date
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from data.dataset import Dataset
from data.load import ROOT
from data.models.mechanism import Mechanisms
from data.models.register import Release
from data.models.study import Study
from data.models.subject import Condition, SideEffect
from data.strict_yaml import parse_yaml

TEMPLATE = ROOT / "study-template.yaml"
_STUDY: TypeAdapter[Study] = TypeAdapter(Study)


@cache
def _template() -> dict[str, Any]:
    parsed = parse_yaml(TEMPLATE, "study-template.yaml")
    assert parsed.problems == []
    assert isinstance(parsed.content, dict)
    return parsed.content


def make_study(name: str = "author-2020-topic", changes: Mapping[str, Any] | None = None) -> Study:
    """The template under another id. `changes` maps a path such as `results.0.direction` to its value."""
    content = deepcopy(_template())
    content["id"] = name
    for path, value in (changes or {}).items():
        *parents, last = path.split(".")
        place: Any = content
        for step in parents:
            place = place[int(step)] if isinstance(place, list) else place[step]
        place[int(last) if isinstance(place, list) else last] = value
    return _STUDY.validate_json(json.dumps(content))


def make_dataset(*studies: Study, conditions: tuple[str, ...] = ("fibromyalgia",)) -> Dataset:
    """A dataset of these studies about these conditions; every other list is empty."""
    records: dict[str, Any] = {field.name: () for field in fields(Dataset)}
    records["studies"] = studies
    records["conditions"] = tuple(
        Condition.model_validate_json(f'{{"id": "{name}", "group": "pain"}}') for name in conditions
    )
    records["side_effects"] = tuple(
        SideEffect.model_validate_json(f'{{"id": "{name}", "group": "other"}}') for name in ("headache", "vivid-dreams")
    )
    records["mechanisms"] = Mechanisms(steps=(), parameters=())
    records["release"] = Release(version="test", checked=date(2026, 11, 22), reviews=())
    return Dataset(**records)
