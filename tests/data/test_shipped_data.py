"""The dataset we ship: sound, complete for what people ask about, true to the papers that matter most."""

import json
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from data.dataset import Dataset
from data.evidence import Evidence, counts_as_evidence, kind_of_evidence
from data.labels import label_of
from data.load import ROOT, check_dataset
from data.models.base import Count, Figure
from data.models.mechanism import Mechanisms
from data.models.study import (
    Arm,
    Dose,
    DoseBand,
    Effect,
    EventArm,
    IntegrityStatus,
    Moment,
    Registration,
    Result,
    Study,
)
from data.problem import Problem
from data.rules.provenance import walk
from data.schema_files import schemas
from data.strict_yaml import parse_yaml
from tests.data.minimal_dataset import LISTS

ASKED_ABOUT = [
    "multiple-sclerosis",
    "rheumatoid-arthritis",
    "hashimoto-hypothyroidism",
    "fibromyalgia",
    "complex-regional-pain-syndrome",
    "crohns-disease",
    "ulcerative-colitis",
    "me-cfs",
    "long-covid",
    "cancer",
    "autism",
    "lupus",
    "painful-diabetic-neuropathy",
    "osteoarthritis",
    "depression",
    "hailey-hailey-disease",
]
BESIDE_OPIOIDS = [
    "ajem-2012-trauma-morphine",
    "anesthesiology-1990-epidural-morphine",
    "chindalore-2005-osteoarthritis-oxytrex",
    "hamann-2007-spinal-morphine",
    "psychopharmacology-2010-oxycodone",
    "wittels-1993-epidural-morphine",
]
AUTISM_TRIALS = [
    "bouvard-1995-autism",
    "campbell-1993-autism",
    "eurneuropsych-1999-autism",
    "kolmen-1995-autism",
    "kolmen-1997-autism",
    "psychiatryres-1995-autism-single-dose",
    "willemsen-swinkels-1996-autism",
]
STUDIES = sorted(file.stem for file in (ROOT / "studies").glob("*.yaml"))


@cache
def checked() -> tuple[Dataset, list[Problem]]:
    return check_dataset(ROOT)


@pytest.fixture
def dataset() -> Dataset:
    """Everything that could be loaded, even while a reference is still open."""
    return checked()[0]


@pytest.fixture
def studies(dataset: Dataset) -> dict[str, Study]:
    """Studies by id."""
    return dataset.study_by_id


def result_of(study: Study, name: str) -> Result:
    return next(result for result in study.results if result.id == name)


def _figures(dataset: Dataset) -> Iterator[tuple[str, Figure]]:
    holders: list[tuple[str, dict[str, Figure]]] = [(fact.id, fact.figures) for fact in dataset.safety]
    holders += [(claim.id, claim.figures) for claim in dataset.claims]
    for step in dataset.mechanisms.steps:
        holders += [(step.id, step.figures), *((item.id, item.figures) for item in step.evidence)]
    for owner, figures in holders:
        yield from ((f"{owner}.{name}", figure) for name, figure in figures.items())


def test_dataset_has_no_mistake() -> None:
    assert [str(problem) for problem in checked()[1]] == []


def test_every_study_file_was_loaded(dataset: Dataset) -> None:
    assert sorted(study.id for study in dataset.studies) == STUDIES
    assert len(STUDIES) >= 45


@pytest.mark.parametrize("stem", sorted(LISTS))
def test_list_file_names_its_schema_first(stem: str) -> None:
    first = (ROOT / f"{stem}.yaml").read_text(encoding="utf-8").splitlines()[0]
    schema = "../schema/checks" if stem.startswith("checks/") else f"schema/{stem}"
    assert first == f"# yaml-language-server: $schema={schema}.schema.json"
    assert (ROOT / "schema" / f"{schema.split('/')[-1]}.schema.json").is_file()


def test_study_files_and_template_name_their_schema_first() -> None:
    files = [*(ROOT / "studies").glob("*.yaml"), ROOT / "study-template.yaml"]
    firsts = {file.name: file.read_text(encoding="utf-8").splitlines()[0] for file in files}
    expected = "# yaml-language-server: $schema=../schema/study.schema.json"
    assert {name: first for name, first in firsts.items() if first != expected} == {}


def test_every_file_in_the_folder_belongs_to_the_dataset() -> None:
    known = {f"{stem}.yaml" for stem in LISTS} | {"study-template.yaml"} | {f"studies/{name}.yaml" for name in STUDIES}
    assert {file.relative_to(ROOT).as_posix() for file in ROOT.rglob("*.y*ml")} == known


def test_committed_schemas_are_the_generated_ones() -> None:
    committed = {file.name: file.read_text(encoding="utf-8") for file in (ROOT / "schema").iterdir()}
    assert committed == schemas(), "run: make schema"


def test_schema_completes_enum_values_and_refuses_unknown_fields() -> None:
    schema = json.loads((ROOT / "schema" / "study.schema.json").read_text(encoding="utf-8"))
    assert schema["additionalProperties"] is False
    assert "randomised-parallel" in schema["$defs"]["Design"]["enum"]


@pytest.mark.parametrize("condition", ASKED_ABOUT)
def test_condition_people_ask_about_has_a_study_or_says_what_was_searched(condition: str, dataset: Dataset) -> None:
    record = dataset.condition_by_id[condition]
    about = [study for study in dataset.studies if condition in study.conditions]
    assert about or (record.none_found and record.searched), f"{condition}: no study and no search described"


def test_condition_without_human_evidence_is_not_called_searched_in_vain(dataset: Dataset) -> None:
    found = [c.id for c in dataset.conditions if c.none_found and label_of(dataset, c.id).studies]
    assert found == []


def test_condition_said_to_be_searched_says_where(dataset: Dataset) -> None:
    assert [c.id for c in dataset.conditions if c.none_found and not c.searched] == []


def test_final_trial_stands_as_published(studies: dict[str, Study]) -> None:
    final = studies["duebruun-2024-fibromyalgia"]
    result = result_of(final, "pain-12w")
    assert final.main_result == "pain-12w"
    assert result.effect == Effect.model_validate_json(
        '{"measure": "mean-difference", "value": -0.34, "ci": [-0.95, 0.27], "p": "0.27"}'
    )
    assert result.direction == "no-clear-difference"
    assert isinstance(final.people.randomised, Count)
    assert final.people.randomised.value == 99


def test_innova_side_effects_stand_as_published(studies: dict[str, Study]) -> None:
    reports = studies["rodriguezfreire-2026-fibromyalgia-innova"].side_effects
    (report,) = [report for report in reports if report.effect == "any-side-effect"]
    assert report.counted == "people"
    assert report.ldn == EventArm(events=33, n=48, percent=68.8)
    assert report.control == EventArm(events=36, n=50, percent=72)


def test_younger_2013_changes_stand_as_published(studies: dict[str, Study]) -> None:
    result = result_of(studies["younger-2013-fibromyalgia"], "pain-12w")
    assert isinstance(result.ldn, Arm)
    assert isinstance(result.control, Arm)
    assert (result.ldn.change_percent, result.control.change_percent) == (-28.8, -18.0)
    assert isinstance(result.effect, Effect)
    assert result.effect.p == "0.016"
    assert result.direction == "favours-ldn"


@pytest.mark.parametrize("name", ["wang-2008-filamin-a", "wang-2009-filamin-a"])
def test_retracted_filamin_paper_is_marked_and_not_counted(name: str, studies: dict[str, Study]) -> None:
    integrity = studies[name].integrity
    assert integrity.status is IntegrityStatus.RETRACTED
    assert integrity.notice is not None
    assert integrity.notice.startswith("https://doi.org/10.1371/journal.pone.")
    assert not counts_as_evidence(studies[name])


def test_mechanism_that_rests_on_retracted_papers_only_is_badged_retracted(dataset: Dataset) -> None:
    retracted = {s.id for s in dataset.studies if s.integrity.status is IntegrityStatus.RETRACTED}
    mechanisms: Mechanisms = dataset.mechanisms
    wrong = [
        item.id
        for step in mechanisms.steps
        for item in step.evidence
        if set(item.studies) <= retracted and item.side == "for" and item.shown_in != "retracted"
    ]
    assert wrong == []


@pytest.mark.parametrize("name", AUTISM_TRIALS)
def test_autism_trial_is_not_low_dose_and_not_counted(name: str, studies: dict[str, Study]) -> None:
    dose = studies[name].dose
    assert "autism" in studies[name].conditions
    assert isinstance(dose, Dose)
    assert dose.band is DoseBand.HIGHER
    assert not counts_as_evidence(studies[name])


@pytest.mark.parametrize("name", BESIDE_OPIOIDS)
def test_naltrexone_beside_an_opioid_never_counts_and_warns_first(name: str, studies: dict[str, Study]) -> None:
    study = studies[name]
    assert study.combined_with in ("morphine, an opioid", "oxycodone, an opioid")
    assert not counts_as_evidence(study)
    assert study.plain.startswith("Not LDN")
    assert "LDN with opioid medicines can set off severe withdrawal" in " ".join([study.plain, *study.weaknesses[:2]])


def test_doses_compared_after_heroin_are_no_placebo_trial_and_speak_for_no_condition(studies: dict[str, Study]) -> None:
    study = studies["rea-2004-heroin-relapse"]
    assert counts_as_evidence(study)
    assert kind_of_evidence(study) is Evidence.OTHER_COMPARISON
    assert study.conditions == ()
    assert "severe withdrawal" in study.weaknesses[0]


def test_every_autism_study_of_people_is_in_that_list(dataset: Dataset) -> None:
    assert [s.id for s in dataset.studies if "autism" in s.conditions and s.kind == "primary"] == AUTISM_TRIALS
    assert label_of(dataset, "autism").state == "untested"


def test_people_of_one_registered_trial_are_counted_once(dataset: Dataset) -> None:
    by_number: defaultdict[str, list[str]] = defaultdict(list)
    for study in dataset.studies:
        if counts_as_evidence(study) and isinstance(study.registration, Registration):
            by_number[study.registration.number].append(study.id)
    assert {number: ids for number, ids in by_number.items() if len(ids) > 1} == {}


def test_women_of_the_final_trial_are_counted_once(dataset: Dataset) -> None:
    trials = label_of(dataset, "fibromyalgia").cells[Evidence.PLACEBO_TRIAL].studies
    assert "duebruun-2024-fibromyalgia" in {trial.id for trial in trials}
    further = {"nielsen-2026-fibromyalgia-final-responders", "duebruun-2025-fibromyalgia-mechanisms"}
    assert further & {study.id for study in label_of(dataset, "fibromyalgia").studies} == set()


@pytest.mark.parametrize("field", ["doi", "pmid", "pmcid"])
def test_no_publication_stands_twice(field: str, dataset: Dataset) -> None:
    by_number: defaultdict[str, list[str]] = defaultdict(list)
    for study in dataset.studies:
        number = getattr(study.citation, field)
        if number is not None:
            by_number[number.lower()].append(study.id)
    assert {number: ids for number, ids in by_number.items() if len(ids) > 1} == {}


def test_year_in_the_id_is_the_year_of_publication(dataset: Dataset) -> None:
    wrong = [
        study.id
        for study in dataset.studies
        if study.citation.year is not None
        and any(part.isdigit() and len(part) == 4 for part in study.id.split("-"))
        and str(study.citation.year) not in study.id.split("-")
    ]
    assert wrong == []


def test_nothing_was_read_or_checked_after_the_release(dataset: Dataset) -> None:
    day = dataset.release.checked
    late = [
        study.id
        for study in dataset.studies
        if any(s.read > day for s in study.sources) or study.integrity.checked > day
    ]
    assert late == []


def test_ranges_run_from_low_to_high(dataset: Dataset) -> None:
    wrong = []
    for name, figure in _figures(dataset):
        ends = [end for end in (figure.low, figure.value, figure.high) if end is not None]
        wrong += [name] if ends != sorted(ends) else []
    for parameter in dataset.mechanisms.parameters:
        ends = [end for end in (parameter.low, parameter.central, parameter.high) if end is not None]
        wrong += [parameter.id] if ends != sorted(ends) else []
    for study in dataset.studies:
        for path, value in walk(study):
            place = ".".join(map(str, (study.id, *path)))
            if isinstance(value, Moment) and value.first_day > value.last_day:
                wrong.append(place)
            if isinstance(value, Arm) and value.change_ci is not None and value.change_ci[0] > value.change_ci[1]:
                wrong.append(place)
            if isinstance(value, Dose) and (value.lowest_mg or 0) > (value.highest_mg or 1e9):
                wrong.append(place)
    assert wrong == []


def test_dose_steps_follow_one_another_and_reach_the_highest_dose(dataset: Dataset) -> None:
    wrong = [
        schedule.id
        for schedule in dataset.dosing
        if schedule.steps
        and (
            sorted({step.from_week for step in schedule.steps}) != [step.from_week for step in schedule.steps]
            or max(step.mg_per_day for step in schedule.steps) != schedule.highest_mg
        )
    ]
    assert wrong == []


def test_figure_says_no_deeper_reading_than_its_study(dataset: Dataset) -> None:
    depths = {study.id: {source.depth for source in study.sources} for study in dataset.studies}
    depths |= {document.id: {document.depth} for document in dataset.sources}
    wrong = [name for name, figure in _figures(dataset) if figure.depth not in depths[figure.source]]
    assert wrong == []


def test_template_is_the_only_place_with_invented_figures() -> None:
    parsed = parse_yaml(Path(ROOT / "study-template.yaml"), "template")
    assert parsed.content["id"] == "author-2020-topic"
    assert "author-2020-topic" not in STUDIES
