"""Fills a sentence's {placeholders} with the figures of its record, written in the page's language."""

from collections.abc import Mapping

from content.numbers import write_number
from content.text import Words
from data.models.base import Figure


def with_figures(words: Words, key: str, figures: Mapping[str, Figure]) -> str:
    """The text under `key` with {name}, {name_low} and {name_high} filled from `figures`."""
    return words(key, **figure_texts(figures, words.language))


def figure_texts(figures: Mapping[str, Figure], language: str) -> dict[str, str]:
    """Placeholder -> number as text."""
    texts: dict[str, str] = {}
    for name, figure in figures.items():
        texts[name] = _written(figure, language)
        for end in ("low", "high"):
            value = getattr(figure, end)
            if value is not None:
                texts[f"{name}_{end}"] = write_number(value, language)
    return texts


def _written(figure: Figure, language: str) -> str:
    # A year is a name, not an amount: it takes no thousands mark.
    return str(int(figure.value)) if figure.unit == "year" else write_number(figure.value, language)
