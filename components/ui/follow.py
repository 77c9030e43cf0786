"""Follows what was tapped in a told text: a study by its id, another page by its address."""

from urllib.parse import parse_qsl, urlsplit

from components.ui.go import go_to
from data.dataset import Dataset


def follow_choice(choice: str | None, dataset: Dataset) -> None:
    """Open the page a tapped link leads to; nothing happens where nothing was tapped."""
    if not choice:
        return
    if choice in dataset.study_by_id:
        go_to("study", study=choice)
    parts = urlsplit(choice)
    # The choices of a picture are our own lists, so the address is one of ours.
    go_to(parts.path.replace("side-effects", "effects"), **dict(parse_qsl(parts.query)))
