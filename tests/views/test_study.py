"""One study's page: its warnings, its result in words, its sources, and the way back."""

import pytest

from data.dataset import Dataset
from data.naming import with_names
from tests.components.charts.markup import parse, text_of
from tests.views.visit import links, pictures, said, visit


def test_a_study_shows_what_was_found_in_whom_and_where_it_stands() -> None:
    at = visit("study", study="duebruun-2024-fibromyalgia")
    text = said(at)
    assert [title.value for title in at.title] == ["Due Bruun 2024"]
    assert "Which way: **No clear difference**" in text
    assert "it could be from 0.95 points lower to 0.27 points higher" in text
    assert "Randomised trial · Who knew what was given: nobody (double-blind)" in text
    facts = text_of(parse(pictures(at)["study-facts"]))
    assert "People in the main analysis 99" in facts
    assert "Fibromyalgia" in links(at)
    assert "All studies" in links(at)


@pytest.mark.parametrize(
    ("name", "flags"),
    [
        ("wang-2008-filamin-a", ["animals or cells, no people", "retracted"]),
        ("campbell-1993-autism", ["not low dose"]),
        ("mischoulon-2017-depression", ["corrected since"]),
    ],
)
def test_warnings_stand_at_the_top(name: str, flags: list[str]) -> None:
    assert [warning.value for warning in visit("study", study=name).warning] == flags


def test_a_sound_low_dose_study_has_no_warning() -> None:
    at = visit("study", study="younger-2013-fibromyalgia")
    assert list(at.warning) == []
    assert "No correction or retraction found" in said(at)


def test_sources_give_address_depth_and_date(dataset: Dataset) -> None:
    study = dataset.study_by_id["younger-2013-fibromyalgia"]
    text = said(visit("study", study=study.id))
    for source in study.sources:
        assert f"[{source.url}]({source.url})" in text
    assert "only the abstract read · read " in text
    assert f"[doi.org/{study.citation.doi}](https://doi.org/{study.citation.doi})" in text


def test_without_a_study_in_the_address_the_way_to_the_list_is_shown() -> None:
    at = visit("study")
    assert not at.exception
    assert [title.value for title in at.title] == ["Studies"]
    assert list(at.info) == []
    assert "All studies" in links(at)


def test_a_study_without_results_says_so(dataset: Dataset) -> None:
    bare = next(study for study in dataset.studies if not study.results)
    at = visit("study", study=bare.id)
    assert "No result with a number was found at the depth we read." in said(at)
    assert "study-results" not in pictures(at)


def test_a_study_of_mice_names_the_condition_it_stands_for_and_calls_no_dose_low(dataset: Dataset) -> None:
    at = visit("study", study="patel-2020-eae-imaging")
    assert "Stands for Multiple sclerosis (MS) in the laboratory" in said(at)
    assert [warning.value for warning in at.warning] == ["animals or cells, no people"]
    facts = pictures(at)["study-facts"]
    assert "0.1 mg/kg a day, injected" in facts
    assert "low dose" not in facts


def test_notes_name_other_studies_as_the_screen_does(dataset: Dataset) -> None:
    told = said(visit("study", study="duebruun-2024-fibromyalgia"))
    assert "Two later papers on the same women are listed separately (Due Bruun 2025 and Nielsen 2026)" in told
    for study in dataset.studies:
        for note in study.notes:
            shown = with_names(note, dataset.study_by_id)
            assert not {word.strip("().,;:") for word in shown.split()} & set(dataset.study_by_id), study.id
