"""Safety: the emergency sentence, the card, then every fact with what it rests on one tap away."""

from content.text import Words
from data.dataset import Dataset
from tests.components.charts.markup import parse, text_of
from tests.views.visit import pictures, said, visit


def test_the_emergency_sentence_comes_before_the_card() -> None:
    at = visit("safety")
    [call] = [error.value for error in at.error]
    assert call.startswith("Get emergency help for trouble breathing")
    assert "I take naltrexone. It blocks opioid medicines." in call


def test_the_card_names_opioids_first() -> None:
    card = parse(pictures(visit("safety"))["safety-card"])
    assert text_of(next(card.iter("li"))).startswith("Opioid medicines")


def test_every_safety_fact_is_on_the_page_with_its_basis(dataset: Dataset, words: Words) -> None:
    at = visit("safety")
    text = said(at)
    labels = [expander.label for expander in at.expander]
    for fact in dataset.safety:
        assert words(f"safety.{fact.id}.title") in text, fact.id
        rests = f"Rests on: {words(f'basis.{fact.basis}')}, {words(f'safety.about_dose.{fact.dose}')}"
        assert rests in labels, fact.id
    assert sum(label.startswith("Rests on: ") for label in labels) == len(dataset.safety)


def test_what_is_not_known_is_said(dataset: Dataset, words: Words) -> None:
    unknown = [fact.id for fact in dataset.safety if words.has(f"safety.{fact.id}.unknown")]
    assert len(unknown) >= 3
    assert said(visit("safety")).count("*Not known: ") == len(unknown)


def test_topics_without_facts_have_no_heading(dataset: Dataset, words: Words) -> None:
    shown = [heading.value for heading in visit("safety").subheader]
    assert sorted(shown) == sorted({words(f"topic.{fact.topic}") for fact in dataset.safety})
