"""Only animal and cell studies stand for a condition as its model, and they are never about people."""

from collections.abc import Iterator
from typing import Any

from data.dataset import Dataset
from data.models.study import ANIMALS, CELLS, Kind


def models_are_not_people(dataset: Dataset) -> Iterator[Any]:
    """`model_of` belongs to laboratory studies in animals or cells, whose `conditions` are empty."""
    for study in dataset.studies:
        if not study.model_of:
            continue
        if study.kind is not Kind.LABORATORY or study.design not in ANIMALS | CELLS:
            wrong = f"a study of kind {study.kind} and design {study.design} is no model of a condition"
            fix = f"Leave `model_of` out; it is for laboratory studies of design {', '.join(sorted(ANIMALS | CELLS))}"
            yield study, ("model_of",), wrong, fix
        if study.conditions:
            yield (
                study,
                ("conditions",),
                "an animal or cell study is about no person with a condition",
                "Write `conditions: []` and keep the condition under `model_of`",
            )
