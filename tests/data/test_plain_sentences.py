"""A study's own words are read by worried people: no sentence of them is longer than the limit."""

import re

from data.load import load_dataset

SENTENCE = re.compile(r"(?<=[.!?])\s+")
MOST_WORDS = 20


def too_long(text: str) -> list[str]:
    """The sentences that are longer than the limit, each with its count of words."""
    counted = [(sentence, len(sentence.split())) for sentence in SENTENCE.split(text)]
    return [f"{count} words: {sentence}" for sentence, count in counted if count > MOST_WORDS]


def test_no_sentence_of_a_study_is_longer_than_the_limit() -> None:
    found = [
        f"{study.id}.yaml: {problem}"
        for study in load_dataset().studies
        for text in (study.plain, *study.weaknesses)
        for problem in too_long(text)
    ]
    assert found == []


def test_a_sentence_over_the_limit_is_named_with_its_count() -> None:
    sentence = " ".join(["word"] * MOST_WORDS)
    assert too_long(f"Short one. {sentence}.") == []
    assert too_long(f"Short one. {sentence} more.") == [f"21 words: {sentence} more."]
