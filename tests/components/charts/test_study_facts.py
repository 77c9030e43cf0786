"""A study's facts and results as rows: every figure with its place; what is unknown is said, never left out."""

import pytest

from components.charts.phrases import describe_direction
from components.charts.study_facts import effect_table, fact_rows, place, result_table
from components.charts.study_tables import study_effects, study_facts, study_results
from content.text import Words
from data.dataset import Dataset
from data.models.base import Missing
from data.models.study import EventArm, Study
from tests.components.charts.markup import parse, text_of

YOUNGER = "younger-2013-fibromyalgia"
ABSTRACT = "only the abstract read"


@pytest.fixture
def younger(dataset: Dataset) -> Study:
    """A crossover trial of 31 women."""
    return dataset.study_by_id[YOUNGER]


def facts(study: Study, words: Words) -> dict[str, tuple[str, str]]:
    return {name: (text, where) for name, text, where in fact_rows(study, words)}


def test_facts_are_those_of_the_record(younger: Study, words: Words) -> None:
    found = facts(younger, words)
    assert found["People randomised"][0] == "31"
    assert found["People in the main analysis"][0] == "28"
    assert found["Dose"][0] == "4.5 mg once a day (low dose)"
    assert found["Compared with"][0].startswith("Placebo: ")
    assert found["Where"][0] == "United States"
    assert found["How long"][0] == "12 weeks"


def test_every_fact_says_where_it_stands_and_how_deep_that_was_read(dataset: Dataset, words: Words) -> None:
    for study in dataset.studies:
        for name, text, where in fact_rows(study, words):
            assert name and text, f"{study.id}: an empty row {name!r}"
            missing = text in (words("missing.not-found"), words("missing.not-reported"))
            assert bool(where) != missing, f"{study.id}: {name}"
            if where:
                assert where.endswith(("read)", "report)"))


def test_what_is_unknown_is_said_in_two_different_ways(younger: Study, words: Words) -> None:
    for missing, said in (
        (Missing.NOT_FOUND, "not found by us"),
        (Missing.NOT_REPORTED, "not reported in the study"),
    ):
        people = younger.people.model_copy(update={"countries": missing, "randomised": missing})
        found = facts(younger.model_copy(update={"people": people, "funding": missing}), words)
        assert found["Where"] == found["People randomised"] == found["Who paid"] == (said, "")


def test_what_does_not_apply_is_left_out(younger: Study, words: Words) -> None:
    found = facts(younger.model_copy(update={"comparator": Missing.NOT_APPLICABLE}), words)
    assert "Compared with" not in found
    assert "Compared with" in facts(younger, words)


def test_a_place_names_the_depth_of_its_own_source(younger: Study, words: Words) -> None:
    for value in younger.results:
        source = next(source for source in younger.sources if source.id == value.source)
        assert place(value, younger, words) == f"{value.where} ({words(f'depth.{source.depth}')})"


def test_every_result_has_one_row_with_its_direction_and_place(dataset: Dataset, words: Words) -> None:
    for study in dataset.studies:
        table = result_table(study, words)
        assert len(table.rows) == len(study.results)
        for row, result in zip(table.rows, study.results, strict=True):
            assert all(row), f"{study.id}: {result.id} has an empty cell"
            assert row[0].startswith(words(f"outcomes.{result.outcome}.name"))
            assert ("main outcome" in row[0]) == result.primary
            assert f"· {describe_direction(study, result, words)}" in row[4]
            assert result.where in row[5]


def test_the_main_result_of_final_stands_as_published(dataset: Dataset, words: Words) -> None:
    study = dataset.study_by_id["duebruun-2024-fibromyalgia"]
    rows = [row for row in result_table(study, words).rows if "−0.34 (−0.95 – +0.27) p 0.27" in row[4]]
    assert len(rows) == 1
    assert rows[0][4] == "−0.34 (−0.95 – +0.27) p 0.27 · No clear difference"


@pytest.mark.parametrize(
    ("study", "drug"),
    [
        ("duebruun-2024-fibromyalgia", "LDN"),
        ("anesthesiology-1990-epidural-morphine", "Naltrexone"),
        ("wittels-1993-epidural-morphine", "Naltrexone"),
    ],
)
def test_only_a_low_dose_alone_is_called_ldn(study: str, drug: str, dataset: Dataset, words: Words) -> None:
    assert result_table(dataset.study_by_id[study], words).header[2] == drug
    assert effect_table(dataset.study_by_id[study], words).header[1] == drug


def test_side_effects_show_both_arms_as_counted(dataset: Dataset, words: Words) -> None:
    study = dataset.study_by_id["rodriguezfreire-2026-fibromyalgia-innova"]
    row = next(row for row in effect_table(study, words).rows if row[0] == "Any unwanted effect")
    assert row[1:3] == ("33 of 48 people", "36 of 50 people")


@pytest.mark.parametrize(("study", "once"), [("gironi-2008-ppms", 4), ("mischoulon-2017-depression", 5)])
def test_what_nobody_saw_again_says_so_in_its_row(study: str, once: int, dataset: Dataset, words: Words) -> None:
    record = dataset.study_by_id[study]
    rows = (*result_table(record, words).rows, *effect_table(record, words).rows)
    assert sum("read once" in row[-1] for row in rows) == once


def test_counts_of_events_are_not_passed_off_as_people(dataset: Dataset, words: Words) -> None:
    seen = 0
    for study in dataset.studies:
        for report, row in zip(study.side_effects, effect_table(study, words).rows, strict=True):
            assert ("(events, not people)" in row[0]) == (report.counted == "events"), study.id
            if report.counted == "events" and isinstance(report.ldn, EventArm) and report.ldn.events is not None:
                seen += 1
                assert "people" not in row[1], f"{study.id}: {row[1]} counts events"
    assert seen or not any(r.counted == "events" for s in dataset.studies for r in s.side_effects)


def test_an_unread_arm_says_so(dataset: Dataset, words: Words) -> None:
    study = dataset.study_by_id["rodriguezfreire-2026-fibromyalgia-innova"]
    for missing, said in ((Missing.NOT_FOUND, "not found by us"), (Missing.NOT_REPORTED, "not reported in the study")):
        unread = tuple(report.model_copy(update={"control": missing}) for report in study.side_effects)
        rows = effect_table(study.model_copy(update={"side_effects": unread}), words).rows
        row = next(row for row in rows if row[0] == "Any unwanted effect")
        assert row[1:3] == ("33 of 48 people", said)


def test_pictures_of_a_study_hold_the_same_words_as_their_tables(dataset: Dataset, words: Words) -> None:
    for study in dataset.studies:
        for make in (study_facts, study_results, study_effects):
            chart = make(study, words)
            text = text_of(parse(chart.markup))
            for row in chart.table.rows:
                for cell in row:
                    assert " ".join(cell.split()) in text, f"{study.id}: {chart.key}"
            assert study.sources[0].url in chart.source_note


def test_result_cells_carry_their_column_name_for_narrow_screens(younger: Study, words: Words) -> None:
    chart = study_results(younger, words)
    for row in list(parse(chart.markup).iter("tr"))[1:]:
        assert [cell.get("data-label") for cell in row.iter("td")] == list(chart.table.header[1:])
        assert next(row.iter("th")).get("scope") == "row"
