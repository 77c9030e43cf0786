"""A walk through every answer, passage and claim: no number of their own, and each shown leads into the dataset."""

import re
from collections.abc import Iterator, Mapping

import pytest

from components.charts.claim_words import said
from components.charts.figures import figure_texts
from components.charts.told import told_text
from components.ui.registry import PAGES
from content.text import Words, languages, load_words
from data.dataset import Dataset
from data.labels import ENOUGH_PEOPLE, FEW_PEOPLE
from data.models.base import Figure
from data.models.told import PassagePage, QuestionTopic, Quoted, QuotedFrom, Told, View
from data.quoted import COUNTS, quoted, quoted_figures
from tests.components.charts.markup import one_spaced
from tests.content.test_text import placeholders

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
SENTENCE = re.compile(r"(?<=[.!?:])\s+|\n")
# Names that carry a digit and are no figures.
NAMES = re.compile(r"COVID-19|TLR4|TRPM3")
LONGEST, HARDEST = 20, 8.5


CLAIM_PARTS = ("claim", "why", "more", "say", "differs", "changes")


def told_keys(dataset: Dataset) -> Iterator[tuple[Told, str]]:
    """Every text of an answer or passage with its key."""
    for question in dataset.questions:
        yield from ((question, f"questions.{question.id}.{part}") for part in ("question", "short", "long"))
    for passage in dataset.passages:
        yield from ((passage, f"passages.{passage.id}.{part}") for part in ("title", "plain"))


def numbers(text: str) -> list[str]:
    return NUMBER.findall(NAMES.sub("", text))


def written(figures: Mapping[str, Figure]) -> set[str]:
    """Every number these figures can put on screen."""
    return {number for text in figure_texts(figures, "en").values() for number in numbers(text)}


def test_there_are_enough_questions_and_every_topic_has_some(dataset: Dataset) -> None:
    assert len(dataset.questions) >= 30
    topics = [question.topic for question in dataset.questions]
    assert set(topics) == set(QuestionTopic)
    assert topics == sorted(topics, key=list(QuestionTopic).index), "topics stand together and in order"
    assert {passage.page for passage in dataset.passages} == set(PassagePage)


@pytest.mark.parametrize("language", languages())
def test_no_word_of_an_answer_passage_or_claim_holds_a_digit(dataset: Dataset, language: str) -> None:
    words = load_words(language)
    keys = [key for _, key in told_keys(dataset)]
    keys += [
        f"claims.{claim.id}.{part}"
        for claim in dataset.claims
        for part in CLAIM_PARTS
        if words.has(f"claims.{claim.id}.{part}")
    ]
    bare = {key: re.sub(r"\{[^}]*\}", "", words.raw(key)) for key in keys}
    assert [key for key, text in bare.items() if numbers(text)] == []


@pytest.mark.parametrize("language", languages())
def test_every_placeholder_of_an_answer_resolves_to_a_record(dataset: Dataset, language: str) -> None:
    words = load_words(language)
    for told, key in told_keys(dataset):
        known = set(figure_texts(quoted_figures(dataset, told), language))
        assert placeholders(words.raw(key)) <= known, key


def test_every_number_shown_in_an_answer_is_the_figure_of_a_record(dataset: Dataset, words: Words) -> None:
    shown = 0
    for told, key in told_keys(dataset):
        found = numbers(told_text(told, key, dataset, words))
        shown += len(found)
        assert set(found) <= written(quoted_figures(dataset, told)), key
    assert shown > 100


def test_every_number_shown_in_a_claim_is_a_figure_of_its_record_or_of_the_rule(dataset: Dataset, words: Words) -> None:
    rule = {str(FEW_PEOPLE), str(ENOUGH_PEOPLE)}
    for claim in dataset.claims:
        parts = [part for part in CLAIM_PARTS if words.has(f"claims.{claim.id}.{part}")]
        assert len(parts) >= len(CLAIM_PARTS) - 1
        shown = " ".join(said(claim, part, words) for part in parts)
        assert set(numbers(shown)) <= written(claim.figures) | rule, claim.id


def test_every_quoted_figure_names_a_source_the_reader_is_shown(dataset: Dataset) -> None:
    for told in (*dataset.questions, *dataset.passages):
        for name, reference in told.figures.items():
            figure = quoted_figures(dataset, told)[name]
            if reference.kind is QuotedFrom.COUNT:
                assert figure.value == COUNTS[reference.of](dataset)
            else:
                assert figure.source in told.rests_on
                assert figure.where and figure.depth


def test_every_page_an_answer_leads_to_exists(dataset: Dataset) -> None:
    slugs = {page.slug for page in PAGES}
    assert {str(view) for view in View} <= slugs
    assert {page.view for question in dataset.questions for page in question.related} == set(View)
    for question in dataset.questions:
        assert question.id not in {page.record for page in question.related if page.view is View.QUESTIONS}


def syllables(word: str) -> int:
    letters = re.sub(r"[^a-z]", "", word.lower())
    count = len(re.findall(r"[aeiouy]+", letters))
    return max(1, count - (letters.endswith("e") and not letters.endswith("le") and count > 1))


def grade(texts: list[str]) -> float:
    """Flesch-Kincaid: roughly the school year that reads this with ease."""
    sentences = [sentence for text in texts for sentence in SENTENCE.split(text)]
    words = [word for sentence in sentences for word in sentence.split() if re.search("[a-zA-Z]", word)]
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def test_sentences_are_short_and_words_plain(dataset: Dataset, words: Words) -> None:
    hard, long = {}, []
    for told in (*dataset.questions, *dataset.passages):
        texts = [told_text(told, key, dataset, words) for one, key in told_keys(dataset) if one is told]
        if (found := grade(texts)) > HARDEST:
            hard[told.id] = round(found, 1)
        sentences = [sentence for text in texts for sentence in SENTENCE.split(text)]
        long += [one_spaced(sentence) for sentence in sentences if len(sentence.split()) > LONGEST]
    # The names of the bowel medicines are what makes that passage hard.
    assert set(hard) <= {"autoimmune-bowel", "autoimmune-ms"}, hard
    assert long == []


def test_a_hard_text_would_be_found() -> None:
    assert grade(["Immunomodulatory pharmacotherapeutic interventions necessitate interdisciplinary monitoring."]) > 20
    assert grade(["You can ask. It is fine to wait."]) < 3


def test_a_figure_of_one_arm_never_stands_without_the_other(dataset: Dataset) -> None:
    alone = []
    for told in (*dataset.questions, *dataset.passages):
        quoted_fields = {(one.of, one.field) for one in told.figures.values() if one.kind is QuotedFrom.STUDY}
        for study, field in quoted_fields:
            other = field.replace(".ldn.", ".?.").replace(".control.", ".ldn.").replace(".?.", ".control.")
            if other != field and (study, other) not in quoted_fields and _is_known(dataset, study, other):
                alone.append((told.id, field))
    assert alone == []


def _is_known(dataset: Dataset, study: str, field: str) -> bool:
    try:
        quoted(dataset, Quoted(kind=QuotedFrom.STUDY, of=study, field=field))
    except LookupError:
        return False
    return True
