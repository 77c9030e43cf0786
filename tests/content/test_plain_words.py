"""A lint over all words: no verb of benefit outside the table of verdicts, no risk word without its number."""

import re

import pytest

from content.text import languages, load_words

BENEFIT = re.compile(
    r"\b(LDN|naltrexone|it)\s+(clearly\s+|really\s+|probably\s+)?"
    r"(helps|works|improves|reduces|relieves|eases|lowers|cures|heals|treats|restores|boosts|protects|is effective)\b",
    re.IGNORECASE,
)
# Where a verb of benefit may stand: the table that ties it to its certainty, what other people claim, and questions.
MAY_CLAIM = re.compile(r"^(verdict\.|claims\.[\w-]+\.claim$)")
NOT_CLAIMED = re.compile(r"\b(whether|how|if|that|no study|nobody|not|never|idea|said|claim\w*|asks?)\b", re.IGNORECASE)
RISK = re.compile(
    r"\b(common|commonly|uncommon|rare|rarely|frequent|frequently|infrequent|often|seldom)\b", re.IGNORECASE
)
# What an illness is like, and the sentence that says what numbers cannot find.
OF_ILLNESS = re.compile(r"^(conditions\.[\w-]+\.about|effects\.difference_zero|glossary\.)")
# Lists of words that pasted sentences are compared with.
NEVER_SHOWN = "leaflet_words."
SENTENCE = re.compile(r"(?<=[.!?])\s+")


def sentences(language: str) -> list[tuple[str, str]]:
    """Every sentence on screen with its key."""
    entries = load_words(language).entries
    shown = {key: text for key, text in entries.items() if not key.startswith(NEVER_SHOWN)}
    return [(key, sentence) for key, text in shown.items() for sentence in SENTENCE.split(text)]


@pytest.mark.parametrize("language", languages())
def test_benefit_is_only_said_through_the_table_of_verdicts(language: str) -> None:
    found = [
        (key, sentence)
        for key, sentence in sentences(language)
        if BENEFIT.search(sentence) and not MAY_CLAIM.match(key) and not NOT_CLAIMED.search(sentence)
    ]
    assert found == []


@pytest.mark.parametrize("language", languages())
def test_a_risk_word_never_stands_without_its_number(language: str) -> None:
    found = [
        (key, sentence)
        for key, sentence in sentences(language)
        if RISK.search(sentence) and "{" not in sentence and not OF_ILLNESS.match(key)
    ]
    assert found == []


@pytest.mark.parametrize("sentence", ["LDN helps with pain.", "Vivid dreams are common."])
def test_what_is_forbidden_would_be_found(sentence: str) -> None:
    assert BENEFIT.search(sentence) or RISK.search(sentence)
    assert not NOT_CLAIMED.search(sentence)
