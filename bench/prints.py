"""How long a visitor waits for a page: from the words to the finished PDF, cold and warm."""

import subprocess
import sys
import time
from typing import Any

from bench.figures import spread
from components.prints.diary import diary
from components.prints.paper import Ink, Paper, forget
from components.prints.take_away import take_away
from components.prints.wallet_card import wallet_card
from content.text import load_words
from data.load import load_dataset

ADDRESS = "https://ldn.example.org/l/en/condition/"
# The first page of a new process, without the time to load the dataset.
COLD = """
import time
from components.prints.paper import Ink, Paper
from components.prints.take_away import take_away
from content.text import load_words
from data.load import load_dataset
dataset, words = load_dataset(), load_words()
start = time.perf_counter()
take_away(dataset, "fibromyalgia", words, paper=Paper.A4, ink=Ink.COLOUR, address=None)
print(1000 * (time.perf_counter() - start))
"""


def main(runs: int) -> dict[str, Any]:
    """Milliseconds per PDF: every condition with words of its own, as after another visitor's page; diary and card."""
    dataset, words = load_dataset(), load_words()
    waits: list[float] = []
    for run in range(runs):
        for number, condition in enumerate(dataset.conditions):
            asked = [f"Question {run} {number} {place}, and a few words more to fill the line?" for place in range(5)]
            start = time.perf_counter()
            take_away(
                dataset, condition.id, words, paper=Paper.A4, ink=Ink.COLOUR, address=ADDRESS + condition.id,
                questions=asked,
            )  # fmt: skip
            waits.append(1000 * (time.perf_counter() - start))
            forget()
    others = {"diary": diary, "card": wallet_card}
    found: dict[str, list[float]] = {f"{name}_ms": [] for name in others}
    for _ in range(runs):
        for name, make in others.items():
            forget()
            start = time.perf_counter()
            make(dataset, words, paper=Paper.A4, ink=Ink.COLOUR)
            found[f"{name}_ms"].append(1000 * (time.perf_counter() - start))
    cold = [
        float(subprocess.run([sys.executable, "-c", COLD], capture_output=True, check=True, text=True).stdout)
        for _ in range(runs)
    ]
    measured = {"page_ms": waits, "first_page_of_a_process_ms": cold, **found}
    return {name: spread(times) for name, times in measured.items()}
