"""The matrix: every condition once, its state by shape and word, its cells exactly as counted."""

from dataclasses import replace
from xml.etree.ElementTree import Element

import pytest

from components.charts.look import state_mark
from components.charts.matrix import column_text, matrix
from content.text import Words
from data.dataset import Dataset
from data.evidence import counts_as_evidence
from data.labels import Certainty, State, label_of, labels
from data.models.study import Dose, DoseBand
from data.trial_stage import Stage, awaited, stage_of, trials_by_condition
from tests.components.charts.markup import (
    only,
    outline,
    parse,
    style_of,
    text_of,
    with_attribute,
    with_class,
)

NOTHING = ["none"] * 6
CELLS = {
    "fibromyalgia": [
        "5 studies, 367 people", "1 study, 10 people", "4 studies, 55 people counted in 3 of them",
        "2 studies, 22 people", "none", "1",
    ],
    "crohns-disease": [
        "2 studies, 52 people", "none", "4 studies, 17 people counted in 1 of them", "2 studies, 23 people",
        "2 in animals", "1",
    ],
    "gulf-war-illness": ["1 study, 37 people", "none", "none", "none", "none", "none"],
    "dermatomyositis": ["none", "none", "none", "1 study, 1 person", "none", "none"],
    "osteoarthritis": ["1 study, number not found", "none", "none", "none", "none", "none"],
    "autism": NOTHING,
    "lupus": NOTHING,
}  # fmt: skip
STATE_WORDS = {
    State.SUPPORTED: "LDN did better",
    State.MIXED: "Unsettled",
    State.NO_DIFFERENCE: "No clear difference",
    State.UNCONTROLLED: "No placebo result",
    State.UNTESTED: "Not studied",
}
CERTAINTY_WORDS = {1: "Very unsure", 2: "Unsure", 3: "Fairly sure", 4: "Sure"}


@pytest.fixture(scope="module")
def rows(dataset: Dataset, words: Words) -> dict[str, Element]:
    """The picture's rows by condition, in the order shown."""
    root = parse(matrix(dataset, labels(dataset), words, version="1").markup)
    found = with_attribute(root, "data-state")
    return {only(with_attribute(row, "data-choice")).attrib["data-choice"]: row for row in found}


def cells(row: Element) -> list[Element]:
    """The cells behind the short answer: four kinds of evidence in people, animals and cells, registered trials."""
    return row.findall("td")[1:]


def test_every_condition_has_one_row_in_the_order_of_the_dataset(
    dataset: Dataset, words: Words, rows: dict[str, Element]
) -> None:
    root = parse(matrix(dataset, labels(dataset), words, version="1").markup)
    assert len(with_attribute(root, "data-state")) == len(dataset.conditions) >= 44
    assert list(rows) == [condition.id for condition in dataset.conditions]


@pytest.mark.parametrize("condition", CELLS)
def test_cells_show_exactly_what_was_counted(rows: dict[str, Element], condition: str) -> None:
    assert [text_of(cell) for cell in cells(rows[condition])] == CELLS[condition]


def test_cells_stand_under_their_own_heading(dataset: Dataset, words: Words, rows: dict[str, Element]) -> None:
    root = parse(matrix(dataset, labels(dataset), words, version="1").markup)
    head = [text_of(cell) for cell in root.iter("th") if cell.get("scope") == "col"]
    assert head == [
        "Condition", "Short answer", "Placebo trials", "Other comparisons", "Before and after",
        "Case reports", "Animals and cells", "Registered, no results yet",
    ]  # fmt: skip
    for row in rows.values():
        assert [cell.get("data-label") for cell in cells(row)] == head[2:]


def test_every_row_says_its_state_in_a_word_and_a_shape(dataset: Dataset, rows: dict[str, Element]) -> None:
    for condition, row in rows.items():
        state = label_of(dataset, condition).state
        answer = row.findall("td")[0]
        mark = only(with_class(answer, "mark"))
        assert row.get("data-state") == state
        assert outline(mark) == outline(parse(str(state_mark(state)))), condition
        assert text_of(answer).startswith(STATE_WORDS[state]), condition
        assert mark.get("aria-hidden") == "true"


def test_certainty_stands_as_word_and_bars_wherever_something_was_studied(
    dataset: Dataset, rows: dict[str, Element]
) -> None:
    for condition, row in rows.items():
        certainty = label_of(dataset, condition).certainty
        answer = row.findall("td")[0]
        if certainty is None:
            assert with_class(answer, "bars") == []
            assert text_of(answer) == "Not studied"
            continue
        bars = list(only(with_class(answer, "bars")))
        assert text_of(answer).endswith(" " + CERTAINTY_WORDS[certainty])
        assert [bar.get("fill") != "none" for bar in bars] == [level < certainty for level in range(4)]


def test_fibromyalgia_is_tested_without_benefit_and_we_are_unsure(rows: dict[str, Element]) -> None:
    assert text_of(rows["fibromyalgia"].findall("td")[0]) == "No clear difference Unsure"
    assert text_of(rows["crohns-disease"].findall("td")[0]) == "Unsettled Very unsure"


def test_higher_dose_trials_never_make_autism_studied(dataset: Dataset, rows: dict[str, Element]) -> None:
    about = [study for study in dataset.studies if "autism" in study.conditions]
    higher = [s for s in about if isinstance(s.dose, Dose) and s.dose.band is DoseBand.HIGHER]
    assert len(higher) >= 5
    assert not any(counts_as_evidence(study) for study in about)
    assert rows["autism"].get("data-state") == "untested"
    assert text_of(rows["autism"].findall("td")[0]) == "Not studied"
    assert not any(character.isdigit() for character in text_of(rows["autism"]))


def test_untested_and_tested_without_benefit_differ_in_shape_and_word(rows: dict[str, Element]) -> None:
    untested, tested = (rows[name].findall("td")[0] for name in ("lupus", "fibromyalgia"))
    assert outline(only(with_class(untested, "mark"))) != outline(only(with_class(tested, "mark")))
    assert "Not studied" in text_of(untested)
    assert "Not studied" not in text_of(tested)
    assert "No clear difference" in text_of(tested)
    assert "No clear difference" not in text_of(untested)


def test_empty_cells_are_hatched_and_say_none_to_screen_readers(rows: dict[str, Element]) -> None:
    seen = {True: 0, False: 0}
    for row in rows.values():
        for cell in cells(row):
            hatched = "gap" in cell.get("class", "").split()
            assert hatched == (text_of(cell) == "none")
            seen[hatched] += 1
            if hatched:
                assert text_of(only(with_class(cell, "vh"))) == "none"
    assert min(seen.values()) > 40
    assert style_of(".mx td.gap")["background-image"] == "var(--hatch)"
    assert style_of(".pic .vh").get("display") != "none"


def test_every_condition_is_a_real_link_that_also_works_without_script(rows: dict[str, Element]) -> None:
    for condition, row in rows.items():
        link = only(list(row.iter("a")))
        assert link.get("href") == f"condition?condition={condition}"
        assert link.get("data-choice") == condition
        assert text_of(link)


def test_choices_are_exactly_the_conditions_drawn(dataset: Dataset, words: Words) -> None:
    chart = matrix(dataset, labels(dataset)[:3], words, version="1")
    assert chart.choices == ("fibromyalgia", "complex-regional-pain-syndrome", "chronic-pain")


def test_the_table_twin_has_the_same_numbers_as_the_picture(
    dataset: Dataset, words: Words, rows: dict[str, Element]
) -> None:
    table = matrix(dataset, labels(dataset), words, version="1").table
    assert len(table.rows) == len(dataset.conditions)
    for row, (condition, drawn) in zip(table.rows, rows.items(), strict=True):
        assert row[0] == text_of(only(list(drawn.iter("a"))))
        assert list(row[2:8]) == [text_of(cell) for cell in cells(drawn)], condition


def test_the_table_twin_says_how_sure(dataset: Dataset, words: Words) -> None:
    table = matrix(dataset, labels(dataset), words, version="1").table
    by_name = {row[0]: row for row in table.rows}
    assert table.header[-1] == "How sure"
    assert by_name["Fibromyalgia"][-1] == "Low certainty"
    assert by_name["Lupus"][-1] == "Nothing to rate"


def test_the_takeaway_counts_add_up_to_all_conditions(dataset: Dataset, words: Words) -> None:
    chart = matrix(dataset, labels(dataset), words, version="1")
    drawn = [row.get("data-state") for row in with_attribute(parse(chart.markup), "data-state")]
    counts = [drawn.count(state) for state in ("untested", "only-uncontrolled", "no-difference", "mixed", "supported")]
    assert chart.takeaway == (
        f"In {counts[4]} of {len(drawn)} conditions, placebo trials mostly favour LDN. "
        f"In {counts[2]} they show no clear difference, {counts[3]} are unsettled. "
        f"For {counts[1]} we found no placebo result, for {counts[0]} no study at low dose."
    )
    numbers = [int(word) for word in chart.takeaway.replace(",", "").split() if word.isdigit()]
    assert numbers[0] + sum(numbers[2:]) == numbers[1] == len(dataset.conditions)


def test_the_alt_text_states_the_finding_and_the_source_its_version(dataset: Dataset, words: Words) -> None:
    chart = matrix(dataset, labels(dataset), words, version="2026.11")
    assert chart.takeaway in chart.alt
    assert "2026.11" in chart.source_note
    counted = sum(counts_as_evidence(study) and bool(study.conditions) for study in dataset.studies)
    assert chart.source_note.startswith(f"{counted} low-dose studies in people")


def test_groups_have_a_heading_only_when_grouped(dataset: Dataset, words: Words) -> None:
    grouped, flat = (
        parse(matrix(dataset, labels(dataset), words, version="1", grouped=on).markup) for on in (True, False)
    )
    assert [text_of(row) for row in with_class(grouped, "group")] == [
        "Pain", "Autoimmune", "Gut", "Skin", "Long-lasting fatigue", "Nerves and mind", "Cancer", "Other",
    ]  # fmt: skip
    assert with_class(flat, "group") == []


def test_the_legend_explains_every_state_with_its_mark(dataset: Dataset, words: Words) -> None:
    root = parse(matrix(dataset, labels(dataset), words, version="1").markup)
    entries = list(only(with_class(root, "legend")))
    for state, entry in zip(State, entries, strict=True):
        assert outline(only(with_class(entry, "mark"))) == outline(parse(str(state_mark(state))))
        assert text_of(entry).startswith(STATE_WORDS[state])


def test_trials_with_results_anywhere_or_withdrawn_are_no_longer_awaited(dataset: Dataset, words: Words) -> None:
    entries = {trial.id: trial for trial in dataset.trials if "fibromyalgia" in trial.conditions}
    left = {trial.id for trial in awaited(dataset, "fibromyalgia")}
    gone = {name: stage_of(entries[name]) for name in set(entries) - left}
    assert gone["jefferson-migraine-fibromyalgia"] is Stage.PUBLISHED, "its register entry still says recruiting"
    assert gone["juvenile-fibromyalgia-withdrawn"] is Stage.WITHDRAWN
    assert set(gone.values()) == {Stage.PUBLISHED, Stage.WITHDRAWN}
    assert {stage_of(entries[name]) for name in left} <= {Stage.UNDER_WAY, Stage.SILENT, Stage.UNCLEAR}
    assert awaited(dataset, "headache") == (), "its only trial has results in the register"
    assert column_text(dataset, label_of(dataset, "headache"), "registered", words) == ""
    assert column_text(dataset, label_of(dataset, "fibromyalgia"), "registered", words) == str(len(left)) == "1"


@pytest.mark.parametrize("name", ["fibromyalgia", "migraine", "long-covid", "interstitial-cystitis"])
def test_a_condition_and_the_research_page_count_the_same_running_trials(dataset: Dataset, name: str) -> None:
    running = [trial for trial in trials_by_condition(dataset)[name] if stage_of(trial) is Stage.UNDER_WAY]
    assert label_of(dataset, name).being_tested == len(running)


def test_a_condition_of_certainty_high_fills_all_four_bars(dataset: Dataset, words: Words) -> None:
    label = replace(label_of(dataset, "fibromyalgia"), certainty=Certainty.HIGH)
    root = parse(matrix(dataset, [label], words, version="1").markup)
    bars = list(only(with_class(root, "bars")))
    assert [bar.get("fill") for bar in bars] == ["currentColor"] * 4


MODELS = {
    "multiple-sclerosis": "3 in animals",
    "cancer": "5 in animals, 2 in cells",
    "crohns-disease": "2 in animals",
    "ulcerative-colitis": "1 in animals",
    "me-cfs": "3 in cells",
    "long-covid": "2 in cells",
    "neuropathic-pain": "1 in animals",
}


def test_animals_and_cells_stand_in_a_column_of_their_own_and_all_others_show_a_gap(rows: dict[str, Element]) -> None:
    shown = {name: text_of(cells(row)[4]) for name, row in rows.items()}
    assert {name: text for name, text in shown.items() if text != "none"} == MODELS
    for name, row in rows.items():
        assert ("gap" in cells(row)[4].attrib["class"].split()) == (name not in MODELS), name


def test_animals_and_cells_look_like_nothing_done_in_people(rows: dict[str, Element]) -> None:
    for row in rows.values():
        *people, models, _ = cells(row)
        assert not any("lab" in cell.attrib["class"].split() for cell in people)
        if text_of(models) != "none":
            assert "lab" in models.attrib["class"].split()
            assert len(with_class(models, "mark")) == 1
            assert "people" not in text_of(models)
    assert "dashed" in style_of(".mx td.lab .in")["border"]
