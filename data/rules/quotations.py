"""Quoted figures resolve: each reference leads to a number, and its source is among those a reader is shown."""

from collections.abc import Iterator
from typing import Any

from data.dataset import Dataset
from data.models.told import QuotedFrom
from data.quoted import COUNTS, quoted


def quotations_resolve(dataset: Dataset) -> Iterator[Any]:
    """Answers and passages quote figures that exist, from sources they name."""
    for told in (*dataset.questions, *dataset.passages):
        for name, reference in told.figures.items():
            path = ("figures", name)
            if reference.kind is QuotedFrom.COUNT:
                if reference.of not in COUNTS:
                    yield told, (*path, "of"), f"nothing is counted as {reference.of}", f"Counts: {', '.join(COUNTS)}"
                continue
            try:
                figure = quoted(dataset, reference)
            except LookupError as problem:
                fix = "Name the record and its figure as they stand in the data file"
                yield told, path, f"the quoted figure was not found: {problem}", fix
                continue
            if figure.source not in told.rests_on:
                wrong = f"the figure stands in {figure.source}, which this text does not name"
                yield told, path, wrong, f"Add {figure.source} to rests_on"
