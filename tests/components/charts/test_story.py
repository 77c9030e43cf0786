"""The mechanism story: every step in order, its badge filled as far as it was shown, retracted struck through."""

import pytest

from components.charts.story import RANK, badge, story
from content.text import Words
from data.dataset import Dataset
from data.models.mechanism import ShownIn
from tests.components.charts.markup import only, parse, style_of, text_of, with_attribute, with_class

FILLED = {
    "sits-in-mu-receptors": 5, "low-or-full-dose": 5, "hours-of-block": 2, "kappa-and-delta": 4,
    "endorphins-in-blood": 4, "more-receptors": 2, "growth-factor": 2, "tlr4-microglia": 2, "cytokines": 4,
    "trpm3-channel": 3, "filamin-a": 0, "tested-in-people": 5,
}  # fmt: skip


def test_steps_stand_in_the_order_of_the_dataset_and_are_numbered(dataset: Dataset, words: Words) -> None:
    links = with_attribute(parse(story(dataset.mechanisms.steps, None, words).markup), "data-choice")
    assert [link.get("data-choice") for link in links] == list(FILLED)
    assert [text_of(only(with_class(link, "no"))) for link in links] == [str(n) for n in range(1, 13)]


def test_badges_fill_as_far_as_the_step_was_shown(dataset: Dataset, words: Words) -> None:
    found = {}
    for link in with_attribute(parse(story(dataset.mechanisms.steps, None, words).markup), "data-choice"):
        blocks = list(link.iter("rect"))
        assert len(blocks) == 5
        fills = [block.get("fill") != "none" for block in blocks]
        assert fills == sorted(fills, reverse=True), "blocks fill from the left"
        found[link.attrib["data-choice"]] = sum(fills)
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
    root = parse(story(dataset.mechanisms.steps, None, words).markup)
    [struck] = with_class(root, "struck")
    assert text_of(struck) == "Retracted"
    [filamin] = [a for a in with_attribute(root, "data-choice") if a.get("data-choice") == "filamin-a"]
    assert struck in list(filamin.iter())


def test_exactly_the_current_step_is_marked(dataset: Dataset, words: Words) -> None:
    root = parse(story(dataset.mechanisms.steps, "growth-factor", words).markup)
    assert [a.get("data-choice") for a in with_attribute(root, "aria-current")] == ["growth-factor"]
    assert len(with_class(root, "here")) == 1
    nowhere = parse(story(dataset.mechanisms.steps, None, words).markup)
    assert with_attribute(nowhere, "aria-current") == []


def test_steps_are_real_links(dataset: Dataset, words: Words) -> None:
    for link in with_attribute(parse(story(dataset.mechanisms.steps, None, words).markup), "data-choice"):
        assert link.tag == "a"
        assert link.get("href") == f"how?step={link.get('data-choice')}"


def test_the_takeaway_and_alt_count_steps_shown_at_low_dose(dataset: Dataset, words: Words) -> None:
    chart = story(dataset.mechanisms.steps, None, words)
    assert chart.takeaway == "3 of 12 steps were shown in people on a low dose."
    assert chart.takeaway in chart.alt
    assert chart.choices == tuple(FILLED)


def test_the_table_twin_gives_each_step_its_badge_word(dataset: Dataset, words: Words) -> None:
    chart = story(dataset.mechanisms.steps, None, words)
    drawn = with_attribute(parse(chart.markup), "data-choice")
    for (title, shown), link in zip(chart.table.rows, drawn, strict=True):
        assert text_of(only(with_class(link, "t"))) == title
        assert text_of(only(with_class(link, "badge"))) == shown
