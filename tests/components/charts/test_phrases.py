"""Sentences about results: figures as published, units, ranges, and no comparison that was not made."""

from typing import Any

import pytest

from components.charts.figures import with_figures
from components.charts.phrases import (
    describe_arm,
    describe_direction,
    describe_effect,
    describe_size,
    how_much,
    people_text,
    studies_text,
)
from components.charts.study_list import study_list
from content.text import Words
from data.dataset import Dataset
from data.labels import label_of, labels
from data.models.base import Depth, Figure, Missing
from data.models.study import (
    Arm,
    Better,
    Comparator,
    ComparatorKind,
    Dose,
    DoseBand,
    Effect,
    Measure,
    Result,
    Study,
)
from data.naming import short_name
from tests.components.charts.markup import parse, text_of

NO_RANGE = "; how far off it could be was not found"


@pytest.fixture
def final(dataset: Dataset) -> Study:
    """A placebo trial whose main result is pain from 0 to 10."""
    return dataset.study_by_id["duebruun-2024-fibromyalgia"]


def effect(measure: Measure, value: float | None, low: float | None = None, high: float | None = None) -> Effect:
    return Effect(measure=measure, value=value, ci=None if low is None or high is None else (low, high))


def size(study: Study, words: Words, **changes: Any) -> str:
    """The main result's size in words, with a few of its values changed."""
    return describe_size(study, main(study).model_copy(update=changes), words)


def main(study: Study) -> Result:
    return next(result for result in study.results if result.id == study.main_result)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("younger-2013-fibromyalgia", "Younger 2013"),
        ("duebruun-2024-fibromyalgia", "Due Bruun 2024"),
        ("okelly-2022-long-covid", "O'Kelly 2022"),
        ("willemsen-swinkels-1996-autism", "Willemsen-Swinkels 1996"),
        ("clpt-2005-blockade-duration", "Clinical Pharmacology & Therapeutics 2005"),
    ],
)
def test_a_short_name_is_the_first_family_name_and_the_year(dataset: Dataset, name: str, expected: str) -> None:
    assert short_name(dataset.study_by_id[name]) == expected


def test_no_short_name_is_a_curators_note_or_a_whole_title(dataset: Dataset) -> None:
    names = [short_name(study) for study in dataset.studies]
    assert [name for name in names if "not shown" in name or len(name) > 60] == []


def test_a_difference_carries_way_unit_scale_and_range(final: Study, words: Words) -> None:
    assert size(final, words) == (
        "0.34 points lower with LDN on a scale from 0 to 10; "
        "it could be from 0.95 points lower to 0.27 points higher (lower is better)"
    )


def test_the_way_follows_the_sign(final: Study, words: Words) -> None:
    made = effect(Measure.MEAN_DIFFERENCE, 0.34, -0.27, 0.95)
    assert size(final, words, effect=made, better=Better.HIGHER) == (
        "0.34 points higher with LDN on a scale from 0 to 10; "
        "it could be from 0.27 points lower to 0.95 points higher (higher is better)"
    )
    assert size(final, words, effect=effect(Measure.MEAN_DIFFERENCE, 0.0)).startswith("no higher and no lower with LDN")


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (effect(Measure.RISK_RATIO, 1.5, 0.9, 2.4), "1.5 times as many people with LDN; it could be from 0.9 to 2.4"),
        (effect(Measure.ODDS_RATIO, 3.0), f"odds ratio 3 (one would be no difference){NO_RANGE}"),
        (effect(Measure.HAZARD_RATIO, 0.8), f"hazard ratio 0.8 (one would be no difference){NO_RANGE}"),
        (effect(Measure.STANDARDISED_MEAN_DIFFERENCE, 0.4, 0.1, 0.7), "0.4 higher with LDN, in standard "
         "deviations (the spread between people); it could be from 0.1 higher to 0.7 higher (lower is better)"),
        (effect(Measure.RISK_DIFFERENCE_PERCENT, -5.0), f"5 lower in 100 people with LDN{NO_RANGE} (lower is better)"),
    ],
)  # fmt: skip
def test_each_measure_is_said_in_its_own_way(final: Study, words: Words, made: Effect, expected: str) -> None:
    assert size(final, words, effect=made) == expected


def test_without_a_published_difference_the_arms_are_given(final: Study, words: Words) -> None:
    arms = {"ldn": Arm(change_percent=-28.8), "control": Arm(change_percent=-18.0), "effect": Missing.NOT_FOUND}
    assert (
        size(final, words, **arms) == f"Change from the start, in %: LDN −28.8, Placebo −18{NO_RANGE} (lower is better)"
    )


def test_ldn_and_control_are_never_swapped_in_words(final: Study, words: Words) -> None:
    arms = {"ldn": Arm(percent=88.0), "control": Arm(percent=40.0), "effect": Missing.NOT_FOUND}
    assert size(final, words, **arms) == (
        f"People in 100: LDN 88, Placebo 40; counted: pain intensity, 0-10, week 12{NO_RANGE} (lower is better)"
    )


def test_every_share_of_people_says_what_was_counted_and_when(dataset: Dataset, words: Words) -> None:
    told = {
        (study.id, result.id): describe_size(study, result, words)
        for study in dataset.studies
        for result in study.results
    }
    shares = {place: text for place, text in told.items() if "People in 100" in text}
    assert len(shares) > 30
    for (study, name), text in shares.items():
        result = next(result for result in dataset.study_by_id[study].results if result.id == name)
        assert result.measured_by in text, (study, name)
        if not isinstance(result.weeks, Missing):
            assert f"week {result.weeks:g}" in text, (study, name)
    for label in labels(dataset):
        text = how_much(label, words)
        assert "People in 100" not in text or text.count("week") == 1, label.condition
    assert how_much(label_of(dataset, "crohns-disease"), words).startswith(
        "Disease activity: People in 100: LDN 88, Placebo 40; counted: people whose Crohn's symptom score (CDAI) fell"
    )


def test_the_range_of_two_counts_is_said_to_be_ours(dataset: Dataset, words: Words) -> None:
    final = dataset.study_by_id["duebruun-2024-fibromyalgia"]
    result = next(result for result in final.results if result.id == "pain-30-percent-12w")
    text = describe_size(final, result, words)
    assert "by our own sum 15 more in 100 with LDN, from 4 fewer to 32 more" in text
    assert "was not found" not in text


def test_figures_of_one_arm_alone_are_no_comparison(final: Study, words: Words) -> None:
    for control in (Missing.NOT_FOUND, Arm(n=50)):
        text = size(final, words, ldn=Arm(mean=3.0), control=control, effect=Missing.NOT_FOUND)
        assert text == "Figure not found by us"


def test_an_effect_without_a_named_measure_is_not_given_one(final: Study, words: Words) -> None:
    made = effect(Measure.NOT_STATED, 2.0)
    text = size(final, words, effect=made, ldn=Missing.NOT_FOUND, control=Missing.NOT_FOUND)
    assert text == "Figure not found by us"


def test_placebo_is_only_spoken_of_where_there_was_placebo(dataset: Dataset, words: Words) -> None:
    wrong = []
    for study in dataset.studies:
        if isinstance(study.comparator, Comparator) and study.comparator.kind is ComparatorKind.PLACEBO:
            continue
        wrong += [
            f"{study.id} ({result.id}): {text}"
            for result in study.results
            if "placebo" in (text := describe_size(study, result, words)).lower()
        ]
    assert wrong == []


def test_the_chronic_pain_list_gives_the_comparison_group_its_right_name(dataset: Dataset, words: Words) -> None:
    study = dataset.study_by_id["martin-2022-chronic-pain"]
    assert isinstance(study.comparator, Comparator)
    assert study.comparator.kind is ComparatorKind.OTHER_GROUP
    text = text_of(parse(study_list("k", [study], words, condition="chronic-pain").markup))
    assert "LDN −37.8, Comparison −4.3" in text
    assert "Placebo" not in text


def test_a_higher_dose_is_never_called_ldn(dataset: Dataset, words: Words) -> None:
    study = dataset.study_by_id["towers-2020-pregnancy"]
    assert size(study, words) == (
        "People in 100: Naltrexone 8.4, Comparison 75.2; counted: babies born after 34 weeks with withdrawal after "
        f"birth{NO_RANGE} (lower is better)"
    )
    wrong = []
    for other in dataset.studies:
        if isinstance(other.dose, Dose) and other.dose.band in (DoseBand.HIGHER, DoseBand.ULTRA_LOW):
            for result in other.results:
                said = f"{describe_size(other, result, words)}; {describe_direction(other, result, words)}"
                wrong += [f"{other.id}: {said}"] if "LDN" in said else []
    assert wrong == []


def test_which_way_names_the_drug_as_it_was_given(dataset: Dataset, words: Words) -> None:
    for name, expected in (
        ("younger-2013-fibromyalgia", "Better with LDN"),
        ("mannelli-2009-opioid-detox", "Better with naltrexone"),
        ("duebruun-2024-fibromyalgia", "No clear difference"),
    ):
        study = dataset.study_by_id[name]
        assert describe_direction(study, main(study), words) == expected
    assert describe_direction(dataset.study_by_id["campbell-1993-autism"], None, words) == "No result to show"


def test_no_placebo_result_means_no_size(dataset: Dataset, words: Words) -> None:
    assert how_much(label_of(dataset, "lupus"), words) == "Not measured against placebo"
    assert how_much(label_of(dataset, "multiple-sclerosis"), words).endswith(": Figure not found by us")
    assert how_much(label_of(dataset, "gulf-war-illness"), words) == "Figure not found by us"


def test_people_and_studies_are_counted_in_words(words: Words) -> None:
    assert [people_text(n, words) for n in (None, 0, 1, 2, 15297)] == [
        "number not found", "0 people", "1 person", "2 people", "15,297 people",
    ]  # fmt: skip
    assert [studies_text(n, words) for n in (1, 2)] == ["1 study", "2 studies"]


def test_an_arm_in_a_table_cell(words: Words) -> None:
    assert describe_arm(Arm(n=49, mean=5.5, sd=1.25), words) == "n 49 · 5.5 · SD 1.25"
    assert describe_arm(Arm(n=49, change=-1.3), words) == "n 49 · −1.3"
    assert describe_arm(Arm(percent=0.0), words) == "0 %"
    assert describe_arm(Arm(), words) == "–"
    assert describe_arm(Missing.NOT_FOUND, words) == "not found by us"
    assert describe_arm(Missing.NOT_REPORTED, words) == "not reported in the study"


def test_an_effect_in_a_table_cell(words: Words) -> None:
    ratio = Effect(measure=Measure.RISK_RATIO, value=1.5, ci=(0.9, 2.4), p="0.12")
    assert describe_effect(ratio, words) == "1.5 (0.9 – 2.4) p 0.12"
    assert describe_effect(Effect(measure=Measure.MEAN_CHANGE, value=0.5, p="<0.001"), words) == "+0.5 p <0.001"
    assert describe_effect(Effect(measure=Measure.NOT_STATED, value=None), words) == "–"
    assert describe_effect(Missing.NOT_FOUND, words) == "not found by us"


def test_quoted_figures_fill_their_places_and_a_year_takes_no_comma() -> None:
    def figure(value: float, unit: str | None = None, low: float | None = None, high: float | None = None) -> Figure:
        return Figure(
            value=value, low=low, high=high, unit=unit, source="a", where="abstract", depth=Depth.ABSTRACT
        )  # fmt: skip

    words = Words("en", {"k": "In {y}, {n} people, {n_low} to {n_high}."}, {})
    figures = {"y": figure(2013, "year"), "n": figure(15297, None, 14000, 16000.5)}
    assert with_figures(words, "k", figures) == "In 2013, 15,297 people, 14,000 to 16,000.5."


def test_every_shipped_study_has_a_name_with_its_year(dataset: Dataset) -> None:
    def year(study: Study) -> str:
        return str(study.citation.year or "")

    # A name given in the record replaces author and year; the id still tells the year where one is known.
    named = [study for study in dataset.studies if study.called is None]
    assert len(named) > 150
    assert [study.id for study in named if year(study) not in short_name(study)] == []
