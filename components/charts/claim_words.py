"""The words of claims: with their figures filled in, and as an index that pasted sentences are compared with."""

from functools import lru_cache

from components.charts.figures import figure_texts
from content.numbers import write_number
from content.text import Words, load_words
from data.dataset import Dataset
from data.labels import ENOUGH_PEOPLE, FEW_PEOPLE
from data.models.practice import Claim
from data.nearest_claims import ClaimIndex, claim_index, vocabulary


def said(claim: Claim, part: str, words: Words) -> str:
    """One text of a claim with its figures; empty when the claim has no such text."""
    key = f"claims.{claim.id}.{part}"
    if not words.has(key):
        return ""
    rule = {name: write_number(n, words.language) for name, n in (("few", FEW_PEOPLE), ("enough", ENOUGH_PEOPLE))}
    return words(key, **rule | figure_texts(claim.figures, words.language))


@lru_cache(maxsize=8)
def sentence_index(dataset: Dataset, language: str) -> ClaimIndex:
    """All claims in one language, ready to be compared with."""
    words = load_words(language)
    known = vocabulary(
        words("leaflet_words.drug"),
        words("leaflet_words.idle"),
        [words(key) for key in words.below("leaflet_words.same")],
    )
    wording = {claim.id: said(claim, "claim", words) for claim in dataset.claims}
    said_of = {claim: words(f"leaflet_words.said_of.{claim}") for claim in wording}
    return claim_index(known, wording, said_of)
