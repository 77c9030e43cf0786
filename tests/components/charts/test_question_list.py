"""Questions as cards: every part of an answer, the asked one first and open, nothing known drawn as unknown."""

from components.charts.question_list import question_list
from components.charts.told import label_strip
from content.text import Words
from data.dataset import Dataset
from data.models.told import QuestionTopic
from tests.components.charts.markup import one_spaced, only, parse, text_of, with_attribute, with_class

ASKED = "pregnancy"


def test_every_question_stands_once_under_its_topic(dataset: Dataset, words: Words) -> None:
    root = parse(question_list(dataset, words).markup)
    cards = [card.attrib["data-question"] for card in with_attribute(root, "data-question")]
    assert cards == [question.id for question in dataset.questions]
    headings = [heading.attrib["id"] for heading in root.iter("h2")]
    assert headings == [f"topic-{topic}" for topic in QuestionTopic]


def test_contents_lead_to_every_topic(dataset: Dataset, words: Words) -> None:
    root = parse(question_list(dataset, words).markup)
    anchors = [link.attrib["href"] for link in only(with_class(root, "contents")).iter("a")]
    assert anchors == [f"#topic-{topic}" for topic in QuestionTopic]
    ids = {element.attrib["id"] for element in with_attribute(root, "id")}
    assert {anchor.removeprefix("#") for anchor in anchors} <= ids


def test_the_question_asked_for_stands_on_top_and_open_and_only_once(dataset: Dataset, words: Words) -> None:
    root = parse(question_list(dataset, words, first=ASKED).markup)
    cards = with_attribute(root, "data-question")
    assert cards[0].attrib["data-question"] == ASKED
    assert [card.attrib["data-question"] for card in cards if "open" in card.attrib] == [ASKED]
    assert len(cards) == len(dataset.questions)
    assert next(text_of(heading).strip() for heading in root.iter("h2")) == "You asked for"


def test_a_card_holds_both_answers_basis_sources_pages_and_its_own_link(dataset: Dataset, words: Words) -> None:
    root = parse(question_list(dataset, words).markup)
    [card] = [card for card in with_attribute(root, "data-question") if card.attrib["data-question"] == "side-effects"]
    text = one_spaced(text_of(card))
    for said in (
        "What side effects does it have?",
        "In a year-long trial, 68.8% of the women on LDN and 72% on placebo had some side effect.",
        "vivid dreams 2.41 times as often as on placebo. That could be from 1.77 to 3.28 times.",
        "Rests on: Trial, about low dose",
        "Rodríguez-Freire 2026",
        "Side effects over time",
        "Link to this answer",
    ):
        assert said in text, said
    links = {link.attrib["href"] for link in card.iter("a")}
    assert {"questions?question=side-effects", "side-effects"} <= links


def test_what_nobody_studied_says_so_and_carries_no_other_basis(dataset: Dataset, words: Words) -> None:
    root = parse(question_list(dataset, words).markup)
    unknown = {question.id for question in dataset.questions if question.basis == "unknown"}
    said = {
        card.attrib["data-question"]
        for card in with_attribute(root, "data-question")
        if words("questions_page.not_studied") in one_spaced(text_of(card))
    }
    assert unknown
    assert said == unknown


def test_labels_beside_an_answer_never_come_apart(dataset: Dataset, words: Words) -> None:
    root = parse(str(label_strip(["fibromyalgia", "lupus"], dataset, words)))
    for item in with_attribute(root, "data-condition"):
        text = one_spaced(text_of(item))
        assert "How sure:" in text
        assert "How much:" in text
    first, second = (one_spaced(text_of(item)) for item in with_attribute(root, "data-condition"))
    assert "Tested against placebo; no clear difference How sure: Unsure" in first
    assert "We found no study of people at low dose How sure: Nothing to rate" in second
