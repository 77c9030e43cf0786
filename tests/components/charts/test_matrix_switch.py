"""The matrix with all its choices: what each shows and in which order, and the lens by outcome."""

from xml.etree.ElementTree import Element

import pytest

from components.charts.matrix_outcomes import COLUMNS
from components.charts.matrix_switch import CHOICES, chosen_labels, matrix_switch, newest
from content.text import Words
from data.dataset import Dataset
from data.labels import State, label_of, outcomes_of
from data.models.subject import ConditionGroup
from tests.components.charts.markup import only, parse, text_of, with_attribute, with_class

START = "kinds all listed low"


@pytest.fixture(scope="module")
def picture(dataset: Dataset, words: Words) -> Element:
    return parse(matrix_switch(dataset, words, choice=START).markup)


def shown(dataset: Dataset, words: Words, choice: str) -> list[str]:
    """Conditions a choice shows, in order, read back from its parts through the picture."""
    chart = matrix_switch(dataset, words, choice=choice)
    assert chart.switch is not None
    rows = {row.attrib["data-part"]: row for row in with_attribute(parse(chart.markup), "data-record")}
    return [rows[part].attrib["data-record"] for part in chart.switch.arrangements[choice] if part in rows]


def part(root: Element, name: str) -> Element:
    return only([element for element in with_attribute(root, "data-part") if element.attrib["data-part"] == name])


def outcome_row(root: Element, condition: str) -> Element:
    rows = [row for row in with_attribute(root, "data-record") if row.attrib["data-record"] == condition]
    return only([row for row in rows if row.attrib["data-part"].startswith("o")])


def test_every_choice_shows_its_conditions_in_its_order(dataset: Dataset, words: Words) -> None:
    for choice in CHOICES:
        _, group, order, _ = choice.split()
        expected = [label.condition for label in chosen_labels(dataset, group, order, words)]
        assert shown(dataset, words, choice) == expected, choice
        assert expected


def test_a_group_holds_exactly_its_conditions(dataset: Dataset, words: Words) -> None:
    skin = [condition.id for condition in dataset.conditions if condition.group is ConditionGroup.SKIN]
    assert shown(dataset, words, "kinds skin listed low") == shown(dataset, words, "outcomes skin listed low") == skin


def test_orders_are_what_they_say(dataset: Dataset, words: Words) -> None:
    people = [label_of(dataset, name).people for name in shown(dataset, words, "kinds all people low")]
    assert people == sorted(people, reverse=True)
    years = [newest(label_of(dataset, name)) for name in shown(dataset, words, "kinds all newest low")]
    assert years == sorted(years, reverse=True)
    assert years[0] == 2026 and years[-1] == 0
    sure = [
        ((found := label_of(dataset, name)).certainty or 0, found.people)
        for name in shown(dataset, words, "outcomes all certainty low")
    ]
    assert sure == sorted(sure, reverse=True)


def test_every_part_a_choice_names_stands_in_the_picture(dataset: Dataset, words: Words, picture: Element) -> None:
    switch = matrix_switch(dataset, words, choice=START).switch
    assert switch is not None
    drawn = {element.attrib["data-part"] for element in with_attribute(picture, "data-part")}
    assert {name for parts in switch.arrangements.values() for name in parts} == drawn
    assert set(switch.arrangements) == set(switch.choices) == set(switch.said) == set(CHOICES)


def test_headings_of_groups_stand_only_when_ordered_by_group(dataset: Dataset, words: Words) -> None:
    switch = matrix_switch(dataset, words, choice=START).switch
    assert switch is not None
    groups = set(map(str, ConditionGroup))
    assert len(groups & set(switch.arrangements[START])) == 8
    assert groups & set(switch.arrangements["kinds all people low"]) == set()


def test_a_screen_reader_hears_what_a_choice_shows(dataset: Dataset, words: Words) -> None:
    switch = matrix_switch(dataset, words, choice=START).switch
    assert switch is not None
    skin = sum(condition.group is ConditionGroup.SKIN for condition in dataset.conditions)
    assert (
        switch.said["outcomes skin people low"]
        == f"{skin} conditions. Outcomes. Skin. Most people first. Low dose only."
    )


def test_an_outcome_cell_says_which_way_how_sure_and_who(dataset: Dataset, picture: Element) -> None:
    row = outcome_row(picture, "fibromyalgia")
    cells = {cell.attrib["data-label"]: cell for cell in row.findall("td")}
    label = label_of(dataset, "fibromyalgia", "pain")
    assert label.state is State.NO_DIFFERENCE
    assert text_of(cells["Pain"]) == (
        f"No clear difference Unsure {len(label.compared)} against placebo, {label.compared_people} people"
    )
    link = only(list(cells["Pain"].iter("a")))
    assert link.attrib["data-choice"] == "fibromyalgia/pain"
    assert link.attrib["href"] == "evidence?lens=outcomes&cell=fibromyalgia/pain"


def test_an_outcome_nobody_reports_is_a_visible_gap(dataset: Dataset, picture: Element) -> None:
    for condition in dataset.conditions:
        cells = outcome_row(picture, condition.id).findall("td")
        reported = outcomes_of(dataset, condition.id)
        for outcome, cell in zip(COLUMNS, cells, strict=False):
            assert ("gap" in cell.attrib["class"].split()) == (outcome not in reported), (condition.id, outcome)


def test_blood_tests_and_safety_are_not_outcomes_to_choose(dataset: Dataset, words: Words) -> None:
    choices = matrix_switch(dataset, words, choice=START).choices
    assert "fibromyalgia/pain" in choices
    assert [choice for choice in choices if choice.endswith(("/blood-markers", "/safety", "/other"))] == []


def test_not_low_dose_trials_fill_no_outcome_cell(picture: Element) -> None:
    assert with_class(outcome_row(picture, "autism"), "judged") == []


def test_each_lens_has_its_own_table_and_notes(picture: Element) -> None:
    tables = [element for element in picture.iter("table")]
    assert [table.attrib["data-part"] for table in tables] == ["kinds", "outcomes"]
    assert [text_of(only(list(table.iter("caption")))) for table in tables] == [
        "Conditions and kinds of evidence", "Conditions and outcomes",
    ]  # fmt: skip


def test_marks_are_written_out_once_and_pointed_to(dataset: Dataset, words: Words) -> None:
    chart = matrix_switch(dataset, words, choice=START)
    root = parse(chart.markup)
    targets = {f"#{element.attrib['id']}" for element in root.iter("symbol") if "id" in element.attrib}
    assert {use.attrib["href"] for use in root.iter("use")} == targets
    boxes = {element.attrib["viewBox"] for element in root.iter("symbol")}
    assert boxes == {"0 0 20 20", "0 0 30 20"}


def test_the_condition_on_top_is_passed_on(dataset: Dataset, words: Words) -> None:
    switch = matrix_switch(dataset, words, choice=START, first="lupus").switch
    assert switch is not None
    assert (switch.shown, switch.first) == (START, "lupus")


def test_other_doses_are_shown_only_when_asked_for_and_never_counted(dataset: Dataset, words: Words) -> None:
    switch = matrix_switch(dataset, words, choice=START).switch
    assert switch is not None
    assert "other-doses" not in switch.arrangements["kinds all listed low"]
    assert "other-doses" in switch.arrangements["kinds all listed all"]
    root = parse(matrix_switch(dataset, words, choice="kinds all listed all").markup)
    rows = {
        row.attrib["data-record"]: row for row in with_attribute(root, "data-record") if "k" in row.attrib["data-part"]
    }
    cell = rows["autism"].findall("td")[-1]
    assert text_of(cell) == f"{label_of(dataset, 'autism').not_counted} studies, not counted"
    assert text_of(rows["autism"].findall("td")[0]) == "Not studied"


def test_no_row_by_outcome_is_a_bare_name(dataset: Dataset, words: Words, picture: Element) -> None:
    """On a phone gaps are left out: a condition without any outcome says what is known of it as a whole."""
    for condition in dataset.condition_by_id:
        row = outcome_row(picture, condition)
        assert with_class(row, "judged") or only(with_class(row, "whole")), condition
    assert text_of(only(with_class(outcome_row(picture, "lupus"), "whole"))) == "Not studied"
