"""The safety card: every fact meant for it, opioids first, each with what it rests on."""

from components.charts.safety_card import safety_card
from content.text import Words
from data.dataset import Dataset
from data.models.practice import SafetyTopic
from tests.components.charts.markup import one_spaced, only, parse, text_of, with_class

ON_CARD = (
    "no-opioids", "withdrawal-after-one-milligram", "hidden-opioids", "planned-surgery", "emergency-care",
    "liver-disease", "pregnancy-not-studied", "not-on-your-own", "keep-other-treatment", "breastfeeding-one-mother",
)  # fmt: skip


def points(dataset: Dataset, words: Words) -> list[tuple[str, str, str]]:
    """Topic, sentence and basis of every point, in the order shown."""
    root = parse(safety_card(dataset, words).markup)
    return [
        (
            text_of(only(with_class(item, "topic"))),
            text_of(only(with_class(item, "short"))),
            text_of(only(with_class(item, "basis"))),
        )
        for item in root.iter("li")
    ]


def test_every_fact_meant_for_the_card_is_there_and_no_other(dataset: Dataset, words: Words) -> None:
    assert tuple(fact.id for fact in dataset.safety if fact.on_card) == ON_CARD
    topics = {fact.id: words(f"topic.{fact.topic}") for fact in dataset.safety}
    assert [topic for topic, _, _ in points(dataset, words)] == [topics[fact] for fact in ON_CARD]


def test_opioids_come_first(dataset: Dataset, words: Words) -> None:
    topics = [topic for topic, _, _ in points(dataset, words)]
    assert topics[0] == "Opioid medicines"
    order = [words(f"topic.{topic}") for topic in SafetyTopic]
    assert [order.index(topic) for topic in topics] == sorted(order.index(topic) for topic in topics)


def test_no_placeholder_is_left_open_and_the_dose_is_the_cases(dataset: Dataset, words: Words) -> None:
    shown = points(dataset, words)
    assert not any("{" in text or "}" in text for point in shown for text in point)
    assert "1 mg" in shown[1][1]


def test_every_point_says_what_it_rests_on_and_which_dose_that_was(dataset: Dataset, words: Words) -> None:
    shown = points(dataset, words)
    facts = [fact for fact in dataset.safety if fact.on_card]
    for fact, (_, _, basis) in zip(facts, shown, strict=True):
        assert basis == f"{words(f'basis.{fact.basis}')}, {words(f'safety.about_dose.{fact.dose}')}"
    assert shown[0][2] == "Product label, about the full dose"
    assert shown[1][2] == "Single case, about low dose"


def test_full_dose_labels_are_never_passed_off_as_low_dose(dataset: Dataset, words: Words) -> None:
    facts = [fact for fact in dataset.safety if fact.on_card]
    for fact, (_, _, basis) in zip(facts, points(dataset, words), strict=True):
        assert ("about the full dose" in basis) == (fact.dose == "full")
        assert ("about low dose" in basis) == (fact.dose == "low")


def test_alt_and_table_carry_every_sentence(dataset: Dataset, words: Words) -> None:
    chart = safety_card(dataset, words)
    for (topic, short, basis), row in zip(points(dataset, words), chart.table.rows, strict=True):
        assert [topic, short, basis] == [one_spaced(cell) for cell in row]
        assert short in one_spaced(chart.alt)
        assert basis in chart.source_note
