"""Claims: every one shown with its figures, its verdict by shape and word, and filters that count honestly."""

import re
from collections import Counter

import pytest

from components.charts.chart import Chart
from components.charts.claim_list import claim_card, claim_list, verdict_mark
from components.charts.claim_matches import MOST_SENTENCES, claim_matches
from components.charts.claim_switch import CHOICES, TOPICS, VERDICTS, all_told, chosen_claims, claim_switch
from components.charts.claim_words import said
from components.charts.phrases import how_much, how_sure, which_way
from components.charts.printed_references import printed_references
from components.charts.shipped import SHIPPED_AT_ONCE
from content.text import Words
from data.dataset import Dataset
from data.labels import ENOUGH_PEOPLE, FEW_PEOPLE, label_of
from data.models.practice import PrintedVerdict, Verdict
from tests.components.charts.markup import one_spaced, only, outline, parse, text_of, with_attribute, with_class

ATTACK = """<script>alert("1")</script>'"><img src=x onerror=alert(1)> LDN has few side effects"""


def card(name: str, dataset: Dataset, words: Words) -> str:
    [claim] = [claim for claim in dataset.claims if claim.id == name]
    return text_of(parse(str(claim_card(claim, dataset, words))))


@pytest.fixture(scope="module")
def switch(dataset: Dataset, words: Words) -> Chart:
    """All claims with their filters."""
    return claim_switch(dataset, words, choice="all all")


def shown(chart: Chart, choice: str) -> list[str]:
    """Ids of the cards a choice shows, in order."""
    assert chart.switch is not None
    cards = {li.attrib["data-part"]: li.attrib["id"] for li in with_attribute(parse(chart.markup), "data-verdict")}
    return [cards[part] for part in chart.switch.arrangements[choice] if part in cards]


def parts(chart: Chart, choice: str) -> str:
    """Everything a choice shows besides the cards, as text."""
    assert chart.switch is not None
    wanted = set(chart.switch.arrangements[choice])
    found = with_attribute(parse(chart.markup), "data-part")
    return " | ".join(text_of(e) for e in found if e.get("data-part") in wanted and "data-verdict" not in e.attrib)


def test_every_claim_has_one_card_with_every_text(dataset: Dataset, words: Words) -> None:
    root = parse(claim_list("claims", dataset.claims, dataset, words).markup)
    cards = {li.attrib["id"]: li for li in with_attribute(root, "data-verdict")}
    assert list(cards) == [claim.id for claim in dataset.claims]
    for claim in dataset.claims:
        text = text_of(cards[claim.id])
        for part in ("claim", "why", "more", "say", "differs", "changes"):
            assert one_spaced(said(claim, part, words)) in text, (claim.id, part)
        assert words(f"verdicts.{claim.verdict}") in text
        assert cards[claim.id].attrib["data-verdict"] == claim.verdict


def test_figures_on_a_card_are_those_of_the_dataset(dataset: Dataset, words: Words) -> None:
    text = card("fibromyalgia-pain-and-sleep", dataset, words)
    assert "two largest placebo trials (99 and 98 women)" in text
    assert "a fall of 28.8% with LDN, against 18% on a shorter placebo phase" in text
    assert "0.34 points lower with LDN on a scale from 0 to 10" in text
    assert "1.4 times as often (1.12 to 1.75)" in card("minimal-side-effects", dataset, words)
    assert "41 fewer daily doses of opioids a year (46% less)" in card("opioid-alternative", dataset, words)
    assert "25 mg a day" in card("weight-loss", dataset, words)
    assert "67 people took LDN and another medicine in turn" in card("chronic-pain", dataset, words)


def test_what_would_change_a_verdict_names_the_numbers_of_the_label_rule(dataset: Dataset, words: Words) -> None:
    assert f"with {ENOUGH_PEOPLE} people or more that shows" in card("fibromyalgia-pain-and-sleep", dataset, words)
    assert f"with {FEW_PEOPLE} people or more whose main question is sleep" in card("improves-sleep", dataset, words)


def test_the_reasons_are_told_in_two_sentences_at_most(dataset: Dataset, words: Words) -> None:
    for claim in dataset.claims:
        assert 1 <= said(claim, "why", words).count(". ") + 1 <= 2, claim.id


def test_each_condition_a_claim_names_has_its_three_answers_and_a_link(dataset: Dataset, words: Words) -> None:
    for claim in dataset.claims:
        root = parse(str(claim_card(claim, dataset, words)))
        rows = [row for block in with_class(root, "named") for row in block]
        assert len(rows) == len(claim.conditions)
        for name, row in zip(claim.conditions, rows, strict=True):
            label = label_of(dataset, name)
            text = text_of(row)
            for answer in (which_way(label, words), how_sure(label, words), how_much(label, words)):
                assert one_spaced(answer) in text, (claim.id, name)
            assert only(with_attribute(row, "data-choice")).attrib["href"] == f"condition?condition={name}"


def test_what_a_claim_rests_on_is_linked(dataset: Dataset, words: Words) -> None:
    for claim in dataset.claims:
        links = {a.attrib["href"] for a in with_attribute(parse(str(claim_card(claim, dataset, words))), "href")}
        for name in claim.rests_on:
            study = name in dataset.study_by_id
            assert (f"study?study={name}" if study else dataset.document_by_id[name].url) in links, claim.id
        assert f"claims?claim={claim.id}" in links


def test_verdicts_differ_in_shape_not_only_in_colour() -> None:
    assert len({outline(parse(verdict_mark(verdict))) for verdict in Verdict}) == len(Verdict)


def test_every_choice_shows_the_claims_of_its_topic_and_verdict(dataset: Dataset, switch: Chart) -> None:
    assert len(CHOICES) == len(TOPICS) * len(VERDICTS)
    assert shown(switch, "all all") == [claim.id for claim in dataset.claims]
    safety = [claim.id for claim in dataset.claims if claim.topic == "safety" and claim.verdict == "oversimplified"]
    assert safety and shown(switch, "safety oversimplified") == safety
    against = shown(switch, "against all")
    assert against == [claim.id for claim in dataset.claims if claim.against_ldn]
    assert {"only-placebo", "dangerous-at-any-dose", "is-an-opioid", "makes-people-depressed"} <= set(against)
    assert "cheap" not in against


def test_every_filter_says_how_many_claims_it_would_leave(dataset: Dataset, switch: Chart) -> None:
    assert switch.switch is not None
    root = parse(switch.markup)
    for choice in CHOICES:
        wanted = switch.switch.arrangements[choice]
        rows = [e for e in with_class(root, "chips") if e.get("data-part") in wanted]
        turns = [a for row in rows for a in with_attribute(row, "data-turn")]
        assert len(turns) == len(TOPICS) + len(VERDICTS), choice
        for turn in turns:
            left = len(chosen_claims(dataset, turn.attrib["data-turn"]))
            assert text_of(turn).endswith(f" {left}"), (choice, text_of(turn))
        assert [turn.attrib["data-turn"] for turn in turns].count(choice) == 2
        count = len(chosen_claims(dataset, choice))
        assert (f"{count} of {len(dataset.claims)} claims" in parts(switch, choice)) == (count > 0)


def test_an_empty_choice_names_the_filter_to_drop_and_what_that_gives(dataset: Dataset, switch: Chart) -> None:
    empty = [choice for choice in CHOICES if not chosen_claims(dataset, choice)]
    assert "mechanism contradicted" in empty
    for choice in empty:
        topic, verdict = choice.split()
        text = parts(switch, choice)
        assert "is in our list." in text
        for other in (f"{topic} all", f"all {verdict}"):
            assert f"{len(chosen_claims(dataset, other))} claims" in text
    text = parts(switch, "mechanism contradicted")
    assert "No claim about “How it works” with the verdict “Studies say otherwise”" in text
    assert "Drop “Studies say otherwise”: 4 claims" in text


def test_all_choices_fit_in_one_picture(dataset: Dataset, words: Words, switch: Chart) -> None:
    assert len(str(switch.markup)) < SHIPPED_AT_ONCE
    assert claim_switch(dataset, words, choice="safety all").markup == switch.markup


def test_a_card_without_script_leads_to_its_own_address(switch: Chart) -> None:
    links = {a.attrib["data-turn"]: a.attrib["href"] for a in with_attribute(parse(switch.markup), "data-turn")}
    assert links["safety oversimplified"] == "claims?topic=safety&verdict=oversimplified"
    assert links["all all"] == "claims"


def test_matches_show_the_sentence_as_plain_text_and_its_claims(dataset: Dataset, words: Words) -> None:
    chart = claim_matches([ATTACK, "Eat plenty of vegetables."], dataset, words)
    root = parse(chart.markup)
    assert {element.tag for element in root.iter()} & {"script", "img"} == set()
    assert "<script" not in str(chart.markup)
    quoted = [text_of(q) for q in root.iter("q")]
    assert quoted == [one_spaced(ATTACK), "Eat plenty of vegetables."]
    assert "claim/minimal-side-effects" in chart.choices
    assert text_of(only(with_class(root, "empty"))) == one_spaced(words("claim_check.nothing"))


def test_no_more_sentences_are_compared_than_said(dataset: Dataset, words: Words) -> None:
    chart = claim_matches(["LDN is cheap."] * 40, dataset, words)
    assert len(list(parse(chart.markup).iter("q"))) == MOST_SENTENCES


def test_printed_references_are_corrected(dataset: Dataset, words: Words) -> None:
    root = parse(printed_references(dataset, words).markup)
    cards = with_attribute(root, "data-verdict")
    assert len(cards) == len(dataset.printed_references)
    for printed, item in zip(dataset.printed_references, cards, strict=True):
        doi = dataset.study_by_id[printed.study].citation.doi
        wrong = printed.verdict is PrintedVerdict.DOI_WRONG
        assert [text_of(s) for s in item.iter("s")] == ([f"doi {printed.printed_doi}"] if wrong else [])
        assert (doi == printed.printed_doi) == (not wrong)
        assert f"https://doi.org/{doi}" in text_of(item)
        assert printed.printed in text_of(item)


def test_one_sentence_counts_every_claim_by_how_it_stands(dataset: Dataset, words: Words) -> None:
    told = all_told(dataset, words)
    found = Counter(str(claim.verdict) for claim in dataset.claims)
    order = ("unproven", "oversimplified", "contradicted", "partly-supported", "supported")
    numbers = [int(number) for number in re.findall(r"\d+", told)]
    assert numbers == [len(dataset.claims), *(found[verdict] for verdict in order)]
    assert sum(numbers[1:]) == numbers[0]
