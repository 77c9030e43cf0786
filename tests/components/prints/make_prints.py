"""Every page of the take-aways, made once per test run."""

from collections.abc import Iterator
from functools import cache

from components.prints.diary import diary
from components.prints.paper import Ink, Paper
from components.prints.take_away import take_away
from components.prints.wallet_card import wallet_card
from content.text import load_words
from data.load import load_dataset

ADDRESS = "https://ldn.a-long-name-of-a-clinic.example.org/l/en/condition/"
PAPERS = tuple((paper, ink) for paper in Paper for ink in Ink)


@cache
def page(condition: str, paper: Paper = Paper.A4, ink: Ink = Ink.COLOUR) -> bytes:
    """The ready-made page of a condition."""
    return take_away(load_dataset(), condition, load_words(), paper=paper, ink=ink, address=ADDRESS + condition)


def kinds() -> Iterator[tuple[str, bytes]]:
    """One of each kind of print, and one page for each state of the evidence."""
    dataset, words = load_dataset(), load_words()
    for paper, ink in PAPERS:
        yield f"diary {paper} {ink}", diary(dataset, words, paper=paper, ink=ink)
        yield f"card {paper} {ink}", wallet_card(dataset, words, paper=paper, ink=ink)
        for condition in ("fibromyalgia", "crohns-disease", "lupus", "opioid-withdrawal", "cancer"):
            yield f"{condition} {paper} {ink}", page(condition, paper, ink)
