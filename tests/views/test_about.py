"""About: how deep the studies were read adds up, the diary and the glossary are whole."""

from collections import Counter

from content.text import Words
from data.dataset import Dataset
from tests.components.charts.markup import parse, text_of
from tests.views.visit import pictures, said, visit


def test_reading_depths_add_up_to_all_studies(dataset: Dataset, words: Words) -> None:
    body = next(parse(pictures(visit("about"))["reading-depths"]).iter("tbody"))
    rows = [[text_of(cell) for cell in row] for row in body.iter("tr")]
    shown = {depth: int(count.replace(",", "")) for depth, count in rows}
    counted = Counter(words(f"depth.{study.sources[0].depth}") for study in dataset.studies)
    assert shown == dict(counted)
    assert sum(shown.values()) == len(dataset.studies)


def test_the_rule_is_not_passed_off_as_a_panel() -> None:
    text = said(visit("about"))
    assert "not the judgement of an expert panel" in text
    assert "No clinician has reviewed the text yet" in text
    assert "No funding." in text
    assert "No accounts, no tracking, nothing stored about you" in text


def test_every_diary_entry_and_every_term_is_there(dataset: Dataset, words: Words) -> None:
    text = said(visit("about"))
    assert len(dataset.diary) >= 1
    assert len(dataset.glossary) >= 10
    for entry in dataset.diary:
        assert words(f"diary.{entry.id}.title") in text
    terms = [words(f"glossary.{term.id}.term") for term in dataset.glossary]
    places = [text.index(f"- **{term}**: ") for term in sorted(terms)]
    assert places == sorted(places)
