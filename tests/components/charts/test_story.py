"""The mechanism story: every step in order, its badge filled as far as it was shown, retracted struck through."""

import pytest

from components.charts.story import RANK, badge, story
from content.text import Words
from data.dataset import Dataset
from data.models.mechanism import ShownIn
from tests.components.charts.markup import only, parse, style_of, text_of, with_attribute, with_class

FIRST = "what-naltrexone-is"
FILLED = {
    "what-naltrexone-is": 4, "receptors-and-endorphins": 4, "full-dose": 4, "sits-in-mu-receptors": 5,
    "low-or-full-dose": 5, "hours-of-block": 2, "kappa-and-delta": 4, "rebound-idea": 0, "endorphins-in-blood": 4,
    "more-receptors": 2, "growth-factor": 2, "tlr4-microglia": 1, "cytokines": 4, "trpm3-channel": 3, "filamin-a": 0,
    "tested-in-people": 5,
}  # fmt: skip


def test_steps_stand_in_the_order_of_the_dataset_and_are_numbered(dataset: Dataset, words: Words) -> None:
    links = with_attribute(parse(story(dataset, words, here=FIRST).markup), "data-turn")
    assert [link.get("data-turn") for link in links] == list(FILLED)
    assert [text_of(only(with_class(link, "no"))) for link in links] == [str(n) for n in range(1, 17)]


def test_badges_fill_as_far_as_the_step_was_shown(dataset: Dataset, words: Words) -> None:
    found = {}
    for link in with_attribute(parse(story(dataset, words, here=FIRST).markup), "data-turn"):
        blocks = list(link.iter("rect"))
        assert len(blocks) == 5
        fills = [block.get("fill") != "none" for block in blocks]
        assert fills == sorted(fills, reverse=True), "blocks fill from the left"
        found[link.attrib["data-turn"]] = sum(fills)
    assert found == FILLED


def test_nearer_to_people_at_low_dose_never_ranks_lower() -> None:
    order = [ShownIn.NOWHERE, ShownIn.CELL_LINES, ShownIn.ANIMALS, ShownIn.HUMAN_CELLS, ShownIn.PEOPLE_FULL_DOSE,
             ShownIn.PEOPLE_LOW_DOSE]  # fmt: skip
    ranks = [RANK[place] for place in order]
    assert ranks == sorted(set(ranks))
    assert set(RANK) == set(ShownIn)
    assert RANK[ShownIn.PEOPLE_LOW_DOSE_UNCONTROLLED] < RANK[ShownIn.PEOPLE_LOW_DOSE]


@pytest.mark.parametrize("place", ShownIn)
def test_only_retracted_is_struck_through_and_each_badge_has_its_word(words: Words, place: ShownIn) -> None:
    drawn = parse(str(badge(place, words)))
    assert ("struck" in drawn.get("class", "").split()) is (place is ShownIn.RETRACTED)
    assert drawn.get("data-shown-in") == place
    assert text_of(drawn) == words(f"shown_in.{place}.name")
    assert len(text_of(drawn)) > 5


def test_a_struck_badge_looks_struck() -> None:
    assert style_of(".badge.struck span")["text-decoration"] == "line-through"


def test_filamin_a_is_called_retracted(dataset: Dataset, words: Words) -> None:
    root = parse(story(dataset, words, here=FIRST).markup)
    struck, again = with_class(root, "struck")
    assert text_of(struck) == text_of(again) == "Retracted"
    [filamin] = [a for a in with_attribute(root, "data-turn") if a.get("data-turn") == "filamin-a"]
    assert again in list(filamin.iter())


def test_every_step_is_a_choice_that_shows_its_card_alone(dataset: Dataset, words: Words) -> None:
    chart = story(dataset, words, here="growth-factor")
    assert chart.switch is not None
    assert chart.switch.shown == "growth-factor"
    assert chart.switch.choices == tuple(FILLED)
    assert chart.switch.arrangements == {name: (name,) for name in FILLED}
    drawn = [card.attrib["data-part"] for card in with_attribute(parse(chart.markup), "data-part")]
    assert drawn == list(FILLED)
    assert chart.switch.said["hours-of-block"] == "Step 6 of 16: How long does the block last?"


def test_every_card_shows_both_sides_its_badge_and_its_limits(dataset: Dataset, words: Words) -> None:
    cards = with_attribute(parse(story(dataset, words, here=FIRST).markup), "data-part")
    for step, card in zip(dataset.mechanisms.steps, cards, strict=True):
        text = text_of(card)
        assert [text_of(heading) for heading in card.iter("h3")] == ["What speaks for it", "What speaks against it"]
        assert only(with_class(card, "badge")).get("data-shown-in") == step.shown_in
        assert "What this does not show" in text_of(only(with_class(card, "limits")))
        assert len(list(card.iter("li"))) == len(step.evidence)
        assert ("Nothing found." in text) == (len({item.side for item in step.evidence}) < 2), step.id
        for item in step.evidence:
            for name in item.studies:
                assert name in dataset.document_by_id or f"study?study={name}" in {
                    link.get("href") for link in card.iter("a")
                }


def test_a_document_says_who_published_it_and_how_deep_it_was_read(dataset: Dataset, words: Words) -> None:
    cards = with_attribute(parse(story(dataset, words, here=FIRST).markup), "data-part")
    outside = [a for a in cards[5].iter("a") if a.get("target") == "_blank"]
    assert outside
    for link in outside:
        document = next(document for document in dataset.sources if document.url == link.attrib["href"])
        assert f"{document.title} ({document.publisher}; {words(f'depth.{document.depth}')})" in text_of(cards[5])


def test_steps_are_real_links(dataset: Dataset, words: Words) -> None:
    for link in with_attribute(parse(story(dataset, words, here=FIRST).markup), "data-turn"):
        assert link.tag == "a"
        assert link.get("href") == f"how?step={link.get('data-turn')}"


def test_the_takeaway_and_alt_count_steps_shown_at_low_dose(dataset: Dataset, words: Words) -> None:
    chart = story(dataset, words, here=FIRST)
    assert "3 of 16 steps were shown in people on a low dose." in text_of(parse(chart.markup))
    assert "3 of 16 steps were shown in people on a low dose." in chart.alt
    named = {name for step in dataset.mechanisms.steps for item in step.evidence for name in item.studies}
    assert set(chart.choices) == named & set(dataset.study_by_id)


def test_the_table_twin_gives_each_step_its_badge_word(dataset: Dataset, words: Words) -> None:
    chart = story(dataset, words, here=FIRST)
    drawn = with_attribute(parse(chart.markup), "data-turn")
    for (title, shown), link in zip(chart.table.rows, drawn, strict=True):
        assert text_of(only(with_class(link, "t"))) == title
        assert text_of(only(with_class(link, "badge"))) == shown
