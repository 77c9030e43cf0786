"""How well pasted sentences find their claims, on sentences written for it: `python -m bench.nearest`.

Half of the sentences were written before the matching was tuned and are not looked at while tuning.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from components.charts.claim_words import sentence_index
from content.text import DEFAULT
from data.load import load_dataset
from data.nearest_claims import nearest_claims

SENTENCES = Path(__file__).parents[1] / "tests" / "data" / "leaflet_sentences.yaml"
GROUPS = ("tune", "held-out", "fresh")


@dataclass(frozen=True)
class Leaflet:
    """One sentence, the claims that count as right (none when it is about no claim), and its half of the set."""

    group: str
    right: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class Tally:
    """How many sentences there were and how many came out right."""

    right: int
    of: int

    @property
    def share(self) -> float:
        """0 to 1."""
        return self.right / self.of


@cache
def leaflets() -> tuple[Leaflet, ...]:
    """All sentences of the set."""
    written = yaml.safe_load(SENTENCES.read_text(encoding="utf-8"))
    return tuple(Leaflet(one["group"], tuple(one["right"]), one["text"]) for one in written)


def comes_out_right(one: Leaflet) -> bool:
    """A right claim among the first three; nothing close where no claim is meant."""
    found = [near.claim for near in nearest_claims(one.text, sentence_index(load_dataset(), DEFAULT))]
    return bool({*found} & {*one.right}) if one.right else not found


def tally(sentences: Sequence[Leaflet]) -> Tally:
    """How many of these come out right."""
    return Tally(sum(map(comes_out_right, sentences)), len(sentences))


@cache
def halves() -> dict[tuple[str, bool], Tally]:
    """By half of the set, and by whether a claim is meant."""
    return {
        (group, meant): tally([one for one in leaflets() if one.group == group and bool(one.right) is meant])
        for group in GROUPS
        for meant in (True, False)
    }


def main() -> None:
    """Print every figure."""
    for (group, meant), found in halves().items():
        what = "right claim among the first three" if meant else "nothing close to an unrelated sentence"
        print(f"{group}: {what}: {found.right} of {found.of} ({found.share:.0%})")


if __name__ == "__main__":
    main()
