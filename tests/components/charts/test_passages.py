"""Passages and the drawing beside them: each passage in its part, contents that lead there, no data in the drawing."""

import re

import pytest

from components.charts.passages import page_contents, parts_of, passage_part, studies_behind
from components.charts.regression import AGAIN, SOUGHT, regression_drawing
from content.text import Words
from data.dataset import Dataset
from data.models.told import PassagePage, PassagePart
from tests.components.charts.markup import one_spaced, parse, text_of, with_attribute


@pytest.mark.parametrize("page", PassagePage)
def test_every_passage_stands_in_its_part_and_contents_lead_there(
    dataset: Dataset, words: Words, page: PassagePage
) -> None:
    anchors = [link.attrib["href"] for link in parse(page_contents(dataset, page, words).markup).iter("a")]
    parts = [parse(passage_part(dataset, page, part, words).markup) for part in parts_of(dataset, page)]
    assert anchors == [f"#part-{part}" for part in parts_of(dataset, page)]
    assert [f"#{heading.attrib['id']}" for root in parts for heading in root.iter("h2")] == anchors
    shown = [passage.attrib["data-passage"] for root in parts for passage in with_attribute(root, "data-passage")]
    assert shown == [passage.id for passage in dataset.passages if passage.page is page]


def test_fibromyalgia_is_not_called_autoimmune(dataset: Dataset, words: Words) -> None:
    root = parse(passage_part(dataset, PassagePage.BACKGROUND, PassagePart.CHRONIC_PAIN, words).markup)
    assert "Is fibromyalgia an autoimmune disease? It is not generally counted as one." in one_spaced(text_of(root))


def test_norway_gives_the_register_figures(dataset: Dataset, words: Words) -> None:
    root = parse(passage_part(dataset, PassagePage.STORIES, PassagePart.NORWAY, words).markup)
    text = one_spaced(text_of(root))
    for said in (
        "15,297 people collected LDN at least once within two years. That is 0.3% of the population.",
        "71% of the country's general practitioners",
        "users of bowel medicines fell by 11.6% in those who kept collecting LDN. They fell by 10.1% in those who",
        "used 13% less of the medicines counted. Painkillers were among them.",
    ):
        assert said in text, said
    behind = [study.id for study in studies_behind(dataset, PassagePage.STORIES, PassagePart.NORWAY)]
    assert len(behind) == 7
    assert all(name.startswith("raknes-") for name in behind)


def test_the_drawing_says_that_it_is_no_data_and_holds_no_figure(words: Words) -> None:
    chart = regression_drawing(words)
    text = one_spaced(text_of(parse(chart.markup)))
    assert text.startswith("A drawing to explain an idea. It shows nobody's data.")
    assert set(re.findall(r"\d+", text)) == {"1", "2"}


def test_the_drawing_shows_a_worst_moment_followed_by_a_better_one(words: Words) -> None:
    root = parse(regression_drawing(words).markup)
    line = next(path.attrib["d"] for path in root.iter("path") if "L" in path.attrib["d"])
    points = [(float(x), float(y)) for x, y in re.findall(r"([\d.]+) ([\d.]+)", line)]
    sought, again = (next(y for x, y in points if x >= 640 * at - 2.1) for at in (SOUGHT, AGAIN))
    near = [y for x, y in points if abs(x - 640 * SOUGHT) < 60]
    # Up on the screen is worse, and smaller in SVG.
    assert sought == pytest.approx(min(near), abs=2)
    assert again > sought + 60
