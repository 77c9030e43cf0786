"""Draws the pictures most visits begin with before the first visitor comes."""

from components.charts.kept import kept
from components.charts.matrix_switch import matrix_switch
from components.charts.story import story
from components.simulation.day import draw_together, ranges_of
from content.text import load_words
from data.load import load_dataset

MATRIX_START = "kinds all listed low"


def draw_ahead(language: str) -> None:
    """Keep the start of the matrix and of the story in a language, and the draws of the model of a day."""
    words, dataset = load_words(language), load_dataset()
    first = dataset.mechanisms.steps[0].id
    kept("matrix", words, f"{MATRIX_START} ", lambda: matrix_switch(dataset, words, choice=MATRIX_START))
    kept("story", words, first, lambda: story(dataset, words, here=first))
    draw_together(ranges_of(dataset))
