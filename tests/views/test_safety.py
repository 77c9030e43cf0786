"""Safety: the emergency sentence, the card, then every fact with what it rests on one tap away."""

from types import SimpleNamespace
from xml.etree.ElementTree import Element

import pytest

from content.text import Words
from data.dataset import Dataset
from tests.components.charts.markup import only, parse, text_of, with_attribute, with_class
from tests.views.visit import address, pictures, visit


def facts() -> dict[str, Element]:
    """Every fact on the page."""
    root = parse(pictures(visit("safety"))["safety-facts"])
    return {fact.attrib["data-fact"]: fact for fact in with_attribute(root, "data-fact")}


def test_the_emergency_sentence_comes_before_the_card() -> None:
    at = visit("safety")
    [call] = [error.value for error in at.error]
    assert call.startswith("Get emergency help for trouble breathing")
    assert "I take naltrexone. It blocks opioid medicines." in call


def test_the_card_names_opioids_first() -> None:
    card = parse(pictures(visit("safety"))["safety-card"])
    assert text_of(next(card.iter("li"))).startswith("Opioid medicines")


def test_every_safety_fact_is_on_the_page_with_its_basis(dataset: Dataset, words: Words) -> None:
    drawn = facts()
    assert set(drawn) == {fact.id for fact in dataset.safety}
    for fact in dataset.safety:
        assert text_of(only(list(drawn[fact.id].iter("h4")))) == words(f"safety.{fact.id}.title"), fact.id
        rests = f"Rests on: {words(f'basis.{fact.basis}')}, {words(f'safety.about_dose.{fact.dose}')}"
        assert text_of(only(list(drawn[fact.id].iter("summary")))) == rests, fact.id
        assert len(list(drawn[fact.id].iter("li"))) == len(fact.rests_on)


def test_what_is_not_known_is_said(dataset: Dataset, words: Words) -> None:
    unknown = [fact.id for fact in dataset.safety if words.has(f"safety.{fact.id}.unknown")]
    assert len(unknown) >= 3
    said = [name for name, fact in facts().items() if with_class(fact, "not-known")]
    assert sorted(said) == sorted(unknown)


def test_topics_without_facts_have_no_heading(dataset: Dataset, words: Words) -> None:
    root = parse(pictures(visit("safety"))["safety-facts"])
    shown = [text_of(heading) for heading in with_class(root, "topic")]
    assert sorted(shown) == sorted({words(f"topic.{fact.topic}") for fact in dataset.safety})


def test_a_study_a_fact_rests_on_opens_its_page(monkeypatch: pytest.MonkeyPatch) -> None:
    def mounted(*, key: str, **_: object) -> SimpleNamespace:
        return SimpleNamespace(chosen="naumann-2023-precipitated-withdrawal" if key == "picture_safety-facts" else None)

    monkeypatch.setattr("components.ui.picture._mount", mounted)
    at = visit("safety")
    assert not at.exception
    assert address(at) == {"study": "naumann-2023-precipitated-withdrawal"}
