"""Studies as a list: direction in a word and a shape, size with its range, people, and warnings beside the name."""

from xml.etree.ElementTree import Element

import pytest

from components.charts.look import Meaning, state_mark
from components.charts.phrases import describe_direction
from components.charts.study_list import direction_mark, flags, study_list
from content.text import Words
from data.dataset import Dataset
from data.evidence import Evidence
from data.labels import State, label_of
from data.models.base import Missing
from data.models.study import ANIMALS, BETWEEN_GROUPS, CELLS, Direction, Dose, DoseBand, Study
from tests.components.charts.markup import only, outline, parse, text_of, with_attribute, with_class

YOUNGER = "younger-2013-fibromyalgia"
DIRECTION_WORDS = {
    "younger-2013-fibromyalgia": "Better with LDN",
    "duebruun-2024-fibromyalgia": "No clear difference",
    "hamel-2023-lichen-planopilaris": "Better than at the start (no comparison)",
    "mannelli-2009-opioid-detox": "Better with naltrexone",
    "smith-2011-crohns-rct": "Better with LDN",
    "younger-2009-fibromyalgia": "Better with LDN (not assigned by lot)",
    "ludwig-2016-ms": "No clear difference (not assigned by lot)",
    "anesthesiology-1990-epidural-morphine": "Better with naltrexone (whether by lot is not clear)",
}


def items(studies: list[Study], words: Words, condition: str | None = None) -> dict[str, Element]:
    """List entries by study, in the order shown."""
    root = parse(study_list("k", studies, words, condition=condition).markup)
    return {only(with_attribute(entry, "data-choice")).attrib["data-choice"]: entry for entry in root.iter("li")}


def entry(dataset: Dataset, words: Words, name: str, condition: str | None = None) -> Element:
    return items([dataset.study_by_id[name]], words, condition)[name]


def test_studies_stand_in_the_order_given(dataset: Dataset, words: Words) -> None:
    backwards = list(reversed(dataset.studies))
    chart = study_list("k", backwards, words)
    assert list(items(backwards, words)) == [study.id for study in backwards]
    assert chart.choices == tuple(study.id for study in backwards)
    assert len(chart.table.rows) == len(dataset.studies) > 130


def test_every_study_is_a_real_link(dataset: Dataset, words: Words) -> None:
    for name, item in items(list(dataset.studies), words).items():
        link = only(list(item.iter("a")))
        assert link.get("href") == f"study?study={name}"
        assert text_of(link)


@pytest.mark.parametrize("name", DIRECTION_WORDS)
def test_the_direction_stands_in_plain_words(dataset: Dataset, words: Words, name: str) -> None:
    assert text_of(only(with_class(entry(dataset, words, name), "way"))) == DIRECTION_WORDS[name]


def test_every_entry_says_a_direction_and_shows_its_shape(dataset: Dataset, words: Words) -> None:
    for study in dataset.studies:
        item = entry(dataset, words, study.id)
        main = next((result for result in study.results if result.id == study.main_result), None)
        if study.design in ANIMALS | CELLS:
            # No people, so no direction for people and no number of them.
            assert (
                with_class(item, "way") == [] and "people ·" not in text_of(item) and "number not" not in text_of(item)
            )
            continue
        way = only(with_class(item, "way"))
        assert text_of(way) == describe_direction(study, main, words)
        mark = only(with_class(way, "mark"))
        assert outline(mark) == outline(parse(str(direction_mark(study, main))))


def test_directions_between_groups_have_shapes_of_their_own(dataset: Dataset) -> None:
    trial = dataset.study_by_id["younger-2013-fibromyalgia"]
    shapes = [outline(mark_of(trial, direction)) for direction in (*BETWEEN_GROUPS, None)]
    before_after = [outline(mark_of(trial, direction)) for direction in set(Direction) - set(BETWEEN_GROUPS)]
    assert len(set(shapes)) == 4
    assert not set(shapes) & set(before_after)


def test_a_comparison_without_a_lot_never_looks_like_a_trials_result(dataset: Dataset, words: Words) -> None:
    trial, cohort = dataset.study_by_id["younger-2013-fibromyalgia"], dataset.study_by_id["tamariz-2024-long-covid"]
    weak = [mark_of(cohort, direction) for direction in BETWEEN_GROUPS]
    assert {outline(mark) for mark in weak}.isdisjoint({outline(mark_of(trial, d)) for d in Direction})
    assert len({outline(mark) for mark in weak}) == 3
    for mark in weak:
        assert {(shape.get("fill"), shape.get("stroke")) for shape in mark.iter("path")} == {
            ("none", Meaning.UNCONTROLLED.css)
        }
    way = text_of(only(with_class(entry(dataset, words, cohort.id), "way")))
    assert way == "Better with LDN (not assigned by lot)"


def mark_of(study: Study, direction: Direction | None) -> Element:
    """The shape of a study's first result, had it pointed this way."""
    result = study.results[0].model_copy(update={"direction": direction}) if direction else None
    return parse(str(direction_mark(study, result)))


def test_the_size_is_the_published_one_with_its_range(dataset: Dataset, words: Words) -> None:
    assert (
        "0.34 points lower with LDN on a scale from 0 to 10; "
        "it could be from 0.95 points lower to 0.27 points higher (lower is better)"
    ) in text_of(entry(dataset, words, "duebruun-2024-fibromyalgia"))
    assert (
        "People in 100: LDN 88, Placebo 40; counted: people whose Crohn's symptom score (CDAI) fell by at least "
        "70 points, week 12; how far off it could be was not found"
    ) in text_of(entry(dataset, words, "smith-2011-crohns-rct"))


def test_studies_without_a_comparison_show_no_size_of_effect(dataset: Dataset, words: Words) -> None:
    for study in dataset.studies:
        main = next((result for result in study.results if result.id == study.main_result), None)
        if main is None or main.direction not in BETWEEN_GROUPS:
            shown = text_of(entry(dataset, words, study.id)).replace(study.plain, "")
            assert "it could be from" not in shown, study.id
            assert "placebo" not in shown.lower().replace("crossover with placebo first", ""), study.id


@pytest.mark.parametrize(
    ("name", "condition", "people"),
    [
        (YOUNGER, None, "28 people"),
        ("peters-2022-glioma", None, "110 people"),
        ("cree-2010-ms-crossover", "multiple-sclerosis", "60 people"),
        ("beaudette-zlatanova-2023-arthritis", "osteoarthritis", "number not found"),
        ("zashin-2019-sjogren", "sjogrens-syndrome", "1 person"),
    ],
)
def test_people_are_those_of_the_main_analysis_in_this_condition(
    dataset: Dataset, words: Words, name: str, condition: str | None, people: str
) -> None:
    facts = text_of(with_class(entry(dataset, words, name, condition), "quiet")[-1]).split(" · ")
    assert people in facts
    row = study_list("k", [dataset.study_by_id[name]], words, condition=condition).table.rows[0]
    assert people in row


def test_people_of_the_list_add_up_to_the_number_in_the_matrix(dataset: Dataset, words: Words) -> None:
    trials = label_of(dataset, "fibromyalgia").cells[Evidence.PLACEBO_TRIAL]
    column = [row[2] for row in study_list("k", trials.studies, words, condition="fibromyalgia").table.rows]
    assert sum(int(text.split()[0]) for text in column) == trials.people == 367


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("wang-2008-filamin-a", ["animals or cells, no people", "retracted"]),
        ("zagon-1983-neuroblastoma", ["animals or cells, no people"]),
        ("campbell-1993-autism", ["not low dose"]),
        ("mischoulon-2017-depression", ["corrected since"]),
        ("afshari-2020-opioid-detox", ["not low dose"]),
        (YOUNGER, []),
    ],
)
def test_warnings_stand_beside_the_name(dataset: Dataset, words: Words, name: str, expected: list[str]) -> None:
    head = only(with_class(entry(dataset, words, name), "head"))
    assert [text_of(flag) for flag in with_class(head, "flag")] == expected


def test_low_dose_studies_are_never_called_not_low_dose(dataset: Dataset, words: Words) -> None:
    for study in dataset.studies:
        not_low = "not low dose" in flags(study, words)
        higher = isinstance(study.dose, Dose) and study.dose.band in (DoseBand.HIGHER, DoseBand.ULTRA_LOW)
        in_people = study.design not in ANIMALS | CELLS
        assert not_low == (higher and in_people), study.id
        assert ("animals or cells, no people" in flags(study, words)) != in_people, study.id
        if study.dose is Missing.NOT_FOUND:
            assert not not_low


def test_the_plain_sentence_and_the_depth_are_there(dataset: Dataset, words: Words) -> None:
    for study in dataset.studies:
        item = text_of(entry(dataset, words, study.id))
        assert " ".join(study.plain.split()) in item
        assert words(f"depth.{study.sources[0].depth}") in item


def test_two_studies_in_one_list_never_share_a_name(dataset: Dataset, words: Words) -> None:
    for condition in dataset.conditions:
        studies = [study for study in dataset.studies if condition.id in study.conditions]
        names = [text_of(only(list(item.iter("a")))) for item in items(studies, words).values()]
        assert sorted(names) == sorted(set(names)), condition.id


def test_the_alt_text_says_what_each_study_found(dataset: Dataset, words: Words) -> None:
    studies = [dataset.study_by_id[name] for name in (YOUNGER, "duebruun-2024-fibromyalgia")]
    assert study_list("k", studies, words).alt == "Younger 2013: Better with LDN; Due Bruun 2024: No clear difference"


def test_an_empty_list_still_says_so(words: Words) -> None:
    chart = study_list("k", [], words)
    assert chart.alt == "No study found."
    assert chart.table.rows == ()


def test_a_trial_whose_outcomes_differ_is_not_called_without_a_result(dataset: Dataset, words: Words) -> None:
    cree = dataset.study_by_id["cree-2010-ms-crossover"]
    root = parse(study_list("ms", [cree], words, condition="multiple-sclerosis").markup)
    way = only(with_class(root, "way"))
    assert text_of(way) == "Better in some outcomes, no clear difference in others"
    assert outline(only(with_class(way, "mark"))) == outline(parse(str(state_mark(State.MIXED))))
    assert "No result to show" not in text_of(root)
