"""The prints that are the same for everybody: a page per condition, the diary and the card, on each paper and ink."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from components.prints.diary import diary
from components.prints.paper import Ink, Paper
from components.prints.take_away import take_away
from components.prints.wallet_card import wallet_card
from content.text import Words
from data.dataset import Dataset

DIARY = "diary"
CARD = "wallet-card"
_SHEETS: dict[str, Callable[..., bytes]] = {DIARY: diary, CARD: wallet_card}


@dataclass(frozen=True)
class ReadyMade:
    """One print: a condition's id, `diary` or `wallet-card`, and how it is printed."""

    subject: str
    paper: Paper
    ink: Ink

    @property
    def name(self) -> str:
        """Its file name: lupus-a4.pdf, diary-letter-mono.pdf."""
        return f"{self.subject}-{self.paper}{'-mono' if self.ink is Ink.MONO else ''}.pdf"


@cache
def ready_made(dataset: Dataset) -> dict[str, ReadyMade]:
    """Every print by its file name."""
    subjects = (*dataset.condition_by_id, *_SHEETS)
    found = (ReadyMade(subject, paper, ink) for subject in subjects for paper in Paper for ink in Ink)
    return {one.name: one for one in found}


def make(one: ReadyMade, dataset: Dataset, words: Words, *, address: str | None) -> bytes:
    """The print as PDF. `address` is the public address of the condition's page, where one is known."""
    if one.subject in _SHEETS:
        return _SHEETS[one.subject](dataset, words, paper=one.paper, ink=one.ink)
    return take_away(dataset, one.subject, words, paper=one.paper, ink=one.ink, address=address)
