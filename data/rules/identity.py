"""Ids are unique: in each list, and across studies and documents, which share one space of references."""

from collections.abc import Iterator
from typing import Any

from data.dataset import Dataset


def ids_are_unique(dataset: Dataset) -> Iterator[Any]:
    """No id stands twice where a reference could mean either."""
    groups = [
        (*dataset.studies, *dataset.sources),
        dataset.conditions,
        dataset.outcomes,
        dataset.side_effects,
        dataset.safety,
        dataset.dosing,
        dataset.responses,
        dataset.claims,
        dataset.questions,
        dataset.passages,
        dataset.trials,
        dataset.glossary,
        dataset.diary,
        dataset.hosts,
        dataset.printed_references,
        dataset.ratings,
    ]
    for group in groups:
        yield from _repeated(group, ())
    yield from _repeated(dataset.mechanisms.steps, ("steps",), dataset.mechanisms)
    yield from _repeated(dataset.mechanisms.parameters, ("parameters",), dataset.mechanisms)
    yield from _repeated(dataset.mechanisms.chains, ("chains",), dataset.mechanisms)
    for step_index, step in enumerate(dataset.mechanisms.steps):
        yield from _repeated(step.evidence, ("steps", step_index, "evidence"), dataset.mechanisms)
    for study in dataset.studies:
        yield from _repeated(study.results, ("results",), study)
        yield from _repeated(study.sources, ("sources",), study)


def _repeated(records: Any, path: tuple[str | int, ...], owner: Any = None) -> Iterator[Any]:
    seen: set[str] = set()
    for index, record in enumerate(records):
        if record.id in seen:
            place = (*path, index, "id") if owner is not None else ("id",)
            yield owner or record, place, f"the id {record.id} stands twice", "Give one of the two another id"
        seen.add(record.id)
