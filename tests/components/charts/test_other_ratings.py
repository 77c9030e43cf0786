"""Ratings by others stand beside our label, with who, how sure and how deep we read it, and never move it."""

from components.charts.other_ratings import other_ratings
from content.text import Words
from data.dataset import Dataset
from data.labels import label_from, label_of
from data.models.practice import RatedAs
from tests.components.charts.markup import only, parse, text_of, with_attribute, with_class


def test_a_panels_rating_says_who_how_sure_and_that_it_is_indirect(dataset: Dataset, words: Words) -> None:
    found = [rating for rating in dataset.ratings if rating.condition == "long-covid"]
    entries = {
        e.attrib["data-rating"]: e
        for e in with_attribute(parse(other_ratings(found, dataset, words).markup), "data-rating")
    }
    panel = text_of(entries["canpcc-long-covid"])
    assert panel.startswith("CAN-PCC guideline (long COVID)")
    assert "little or no difference" in panel
    assert "Unsure (low)" in panel
    assert "rests on people with other conditions" in panel
    assert "rests on people with other conditions" not in text_of(entries["worksafebc-long-covid"])


def test_bars_are_drawn_for_grade_alone(dataset: Dataset, words: Words) -> None:
    levels = {RatedAs.VERY_LOW: 1, RatedAs.LOW: 2, RatedAs.MODERATE: 3, RatedAs.HIGH: 4, RatedAs.TOO_LITTLE: 0}
    entries = with_attribute(parse(other_ratings(dataset.ratings, dataset, words).markup), "data-rating")
    assert {rating.grade for rating in dataset.ratings} == {True, False}
    for rating, entry in zip(dataset.ratings, entries, strict=True):
        if not rating.grade:
            assert with_class(entry, "bars") == []
            continue
        bars = list(only(with_class(entry, "bars")))
        assert sum(bar.get("fill") != "none" for bar in bars) == levels[rating.rated]


def test_a_scale_of_their_own_is_said_to_be(dataset: Dataset, words: Words) -> None:
    [agency] = [rating for rating in dataset.ratings if rating.id == "worksafebc-long-covid"]
    assert "Rated “low” on a scale of their own" in text_of(parse(other_ratings([agency], dataset, words).markup))


def test_second_hand_ratings_are_said_to_be(dataset: Dataset, words: Words) -> None:
    entries = with_attribute(parse(other_ratings(dataset.ratings, dataset, words).markup), "data-rating")
    for rating, entry in zip(dataset.ratings, entries, strict=True):
        assert words(f"depth.{rating.depth}") in text_of(entry)


def test_no_rating_moves_our_label(dataset: Dataset) -> None:
    assert dataset.ratings
    for rating in dataset.ratings:
        condition = dataset.condition_by_id[rating.condition]
        computed = label_from(dataset.studies, dataset.trials, condition.id, None, condition.key_outcomes)
        assert computed == label_of(dataset, condition.id)
