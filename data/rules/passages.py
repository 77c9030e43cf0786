"""Passages stand in a part of their own page."""

from collections.abc import Iterator
from typing import Any

from data.dataset import Dataset
from data.models.told import PARTS


def passages_stand_on_their_page(dataset: Dataset) -> Iterator[Any]:
    """The part a passage names is one of its page's."""
    for passage in dataset.passages:
        parts = PARTS[passage.page]
        if passage.part not in parts:
            wrong = f"the page {passage.page} has no part {passage.part}"
            yield passage, ("part",), wrong, f"Parts of {passage.page}: {', '.join(parts)}"
