"""Safety: the emergency sentence, the card, then every fact with what it rests on one tap away."""

from types import SimpleNamespace
from xml.etree.ElementTree import Element

import pytest

from content.text import Words
from data.dataset import Dataset
from data.models.base import DoseContext
from data.models.practice import NOT_ON_SAFETY, SafetyTopic
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
    here = [fact for fact in dataset.safety if fact.topic not in NOT_ON_SAFETY]
    assert set(drawn) == {fact.id for fact in here}
    for fact in here:
        assert text_of(only(list(drawn[fact.id].iter("h4")))) == words(f"safety.{fact.id}.title"), fact.id
        rests = f"Rests on: {words(f'basis.{fact.basis}')}, {words(f'safety.about_dose.{fact.dose}')}"
        named = f"{rests} : {words(f'safety.{fact.id}.title')}"  # the title is there for screen readers only
        assert text_of(only(list(drawn[fact.id].iter("summary")))) == named, fact.id
        assert len(list(drawn[fact.id].iter("li"))) == len(fact.rests_on)


def test_what_is_not_known_is_said(dataset: Dataset, words: Words) -> None:
    unknown = [
        fact.id for fact in dataset.safety if words.has(f"safety.{fact.id}.unknown") and fact.topic not in NOT_ON_SAFETY
    ]
    assert len(unknown) >= 3
    said = [name for name, fact in facts().items() if with_class(fact, "not-known")]
    assert sorted(said) == sorted(unknown)


def test_topics_without_facts_have_no_heading(dataset: Dataset, words: Words) -> None:
    root = parse(pictures(visit("safety"))["safety-facts"])
    shown = [text_of(heading) for heading in with_class(root, "topic")]
    assert sorted(shown) == sorted(
        {words(f"topic.{fact.topic}") for fact in dataset.safety if fact.topic not in NOT_ON_SAFETY}
    )


def test_a_study_a_fact_rests_on_opens_its_page(monkeypatch: pytest.MonkeyPatch) -> None:
    def mounted(*, key: str, **_: object) -> SimpleNamespace:
        return SimpleNamespace(chosen="naumann-2023-precipitated-withdrawal" if key == "picture_safety-facts" else None)

    monkeypatch.setattr("components.ui.picture._mount", mounted)
    at = visit("safety")
    assert not at.exception
    assert address(at) == {"study": "naumann-2023-precipitated-withdrawal"}


SUBJECTS = set(SafetyTopic) - set(NOT_ON_SAFETY)


@pytest.mark.parametrize("topic", sorted(SUBJECTS))
def test_every_subject_has_a_fact(dataset: Dataset, topic: SafetyTopic) -> None:
    assert [fact.id for fact in dataset.safety if fact.topic is topic]


def test_every_fact_wears_its_basis_and_full_dose_facts_stand_out(dataset: Dataset, words: Words) -> None:
    drawn = facts()
    by_id = {fact.id: fact for fact in dataset.safety}
    for name, element in drawn.items():
        fact = by_id[name]
        [basis] = with_attribute(element, "data-basis")
        assert text_of(basis) == words(f"basis.{fact.basis}")
        [dose] = with_attribute(element, "data-dose")
        assert text_of(dose) == words(f"safety.about_dose.{fact.dose}")
        assert ("full-dose" in dose.attrib["class"].split()) == (fact.dose is DoseContext.FULL), name


def test_whom_to_call_is_said_without_a_number_of_one_country(words: Words) -> None:
    text = words("safety.call-at-once.plain")
    assert text in text_of(facts()["call-at-once"])
    assert "your local emergency number" in text
    assert not any(character.isdigit() for character in text)


def test_no_fact_about_other_medicines_reads_as_safe(dataset: Dataset, words: Words) -> None:
    others = [fact for fact in dataset.safety if fact.topic is SafetyTopic.OTHER_MEDICINES]
    assert {"thyroid-medicine", "immune-medicines", "other-medicines-not-studied"} <= {fact.id for fact in others}
    assert "No study is not the same as safe." in words("safety.other-medicines-not-studied.unknown")
