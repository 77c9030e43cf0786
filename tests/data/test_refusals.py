"""Every rule refuses what it is for, with file, line, field, what is wrong and how to fix it."""

import re
from pathlib import Path

import pytest

from data.load import check_dataset
from data.models.told import PARTS, PassagePart
from data.problem import DatasetError
from tests.data.make_study import TEMPLATE
from tests.data.minimal_dataset import STUDY, write_minimal

FIXTURES = Path(__file__).parent / "fixtures"
FIGURE = "{value: 1, unit: mg, source: SOURCE, where: abstract, depth: abstract}"
SAFETY = """\
- id: never-mix
  topic: opioids
  basis: case
  dose: low
  rests_on: [RESTS_ON]
"""
CLAIM = f"""\
- id: usual-dose
  topic: practical
  verdict: supported
  leans: for
  rests_on: [author-2020-topic]
  figures:
    full: {FIGURE}
"""
SCHEDULE = """\
- id: build-up
  kind: trial
  condition: fibromyalgia
  study: STUDY
  steps: [{from_week: 0, mg_per_day: 4.5}]
  highest_mg: 4.5
  weeks: 12
  hour: night
  where: methods
  depth: abstract
"""
MECHANISMS = """\
steps:
  - id: sits-in-receptors
    shown_in: people-low-dose
    evidence:
      - id: scans
        side: for
        shown_in: people-low-dose
        studies: [STUDY]
parameters: []
"""
QUESTION = """\
- id: what-is-it
  topic: what-it-is
  basis: label
  dose: any
  rests_on: [author-2020-topic]
"""
PASSAGE = """\
- id: what-is-it
  page: background
  part: fatigue
  rests_on: [author-2020-topic]
"""


def _expected() -> dict[str, list[str]]:
    sections: dict[str, list[str]] = {}
    for line in (FIXTURES / "refusals.txt").read_text(encoding="utf-8").splitlines()[1:]:
        if heading := re.fullmatch(r"\[([a-z-]+)\]", line):
            sections[heading[1]] = []
        elif line:
            sections[list(sections)[-1]].append(line)
    return sections


EXPECTED = _expected()


def complaints(folder: Path) -> list[str]:
    """What the check says about the dataset in `folder`."""
    return [str(problem) for problem in check_dataset(folder)[1]]


def template() -> str:
    """The text of the study everybody copies."""
    return TEMPLATE.read_text(encoding="utf-8")


def test_every_fixture_has_its_expected_answer() -> None:
    fixtures = {file.stem.removeprefix("invalid-") for file in FIXTURES.glob("invalid-*.yaml")}
    assert fixtures == set(EXPECTED)
    assert all(EXPECTED.values())


def test_study_template_is_accepted(tmp_path: Path) -> None:
    dataset, problems = check_dataset(write_minimal(tmp_path, study=template()))
    assert problems == []
    assert [study.id for study in dataset.studies] == ["author-2020-topic"]


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_mistake_is_refused_with_line_field_and_fix(name: str, tmp_path: Path) -> None:
    text = (FIXTURES / f"invalid-{name}.yaml").read_text(encoding="utf-8")
    assert complaints(write_minimal(tmp_path, study=text)) == EXPECTED[name]


@pytest.mark.parametrize("name", ["five-wrong-types", "five-contradictions"])
def test_all_mistakes_of_a_file_are_reported_at_once(name: str, tmp_path: Path) -> None:
    text = (FIXTURES / f"invalid-{name}.yaml").read_text(encoding="utf-8")
    assert len(complaints(write_minimal(tmp_path, study=text))) == 5


def test_mistakes_of_two_files_are_reported_together(tmp_path: Path) -> None:
    folder = write_minimal(tmp_path, study=template().replace("kind: primary", "kind: primry"), safety="5\n")
    assert [line.split(":")[0] for line in complaints(folder)] == [
        "data/safety.yaml",
        "data/studies/author-2020-topic.yaml",
    ]


def test_dataset_error_counts_its_mistakes_and_names_the_manual() -> None:
    folder_problems = check_dataset(Path("/nowhere"))[1]
    lines = str(DatasetError(folder_problems[:2])).splitlines()
    assert lines[0] == "The dataset has 2 mistakes; nothing was loaded."
    assert lines[-1] == "Fields are explained in data/FORMAT.md."
    assert str(DatasetError(folder_problems[:1])).startswith("The dataset has 1 mistake; nothing was loaded.\n")


def test_missing_list_file_is_refused(tmp_path: Path) -> None:
    folder = write_minimal(tmp_path, study=template())
    (folder / "glossary.yaml").unlink()
    assert complaints(folder) == [
        "data/glossary.yaml:1: the file is missing. Restore it; an empty list is written as []"
    ]


def test_list_file_that_is_no_list_is_refused(tmp_path: Path) -> None:
    assert complaints(write_minimal(tmp_path, study=template(), claims="id: usual-dose\n")) == [
        "data/claims.yaml:1: expected a list of records. Start each record with '- id: ...'"
    ]


@pytest.mark.parametrize("nothing", ["null\n", "---\n", ""])
def test_list_file_without_content_is_refused(nothing: str, tmp_path: Path) -> None:
    assert complaints(write_minimal(tmp_path, study=template(), claims=nothing)) == [
        "data/claims.yaml:1: the file is empty. Copy data/study-template.yaml or see data/FORMAT.md"
    ]


@pytest.mark.parametrize("nothing", ["null\n", "---\n", "# only a comment\n"])
def test_study_file_without_content_is_refused(nothing: str, tmp_path: Path) -> None:
    assert complaints(write_minimal(tmp_path, study=nothing)) == [
        f"data/studies/{STUDY}.yaml:1: the file is empty. Copy data/study-template.yaml or see data/FORMAT.md"
    ]


def test_field_of_a_listed_record_is_refused_at_its_own_line(tmp_path: Path) -> None:
    text = "- {id: pain, better: lower}\n- id: sleep\n  better: higher\n  colour: blue\n"
    assert complaints(write_minimal(tmp_path, study=template(), outcomes=text)) == [
        "data/outcomes.yaml:4: [1].colour: this field does not exist. "
        "Check the spelling, or move it where data/FORMAT.md lists it"
    ]


def test_id_used_twice_in_a_list_is_refused(tmp_path: Path) -> None:
    text = "- {id: pain, better: lower}\n- {id: sleep, better: higher}\n- {id: pain, better: lower}\n"
    assert complaints(write_minimal(tmp_path, study=template(), outcomes=text)) == [
        "data/outcomes.yaml:3: [2].id: the id pain stands twice. Give one of the two another id"
    ]


@pytest.mark.parametrize(("stem", "text"), [("questions", QUESTION), ("passages", PASSAGE)])
def test_told_text_whose_id_stands_twice_is_refused(stem: str, text: str, tmp_path: Path) -> None:
    assert complaints(write_minimal(tmp_path / "once", study=template(), **{stem: text})) == []
    [answer] = complaints(write_minimal(tmp_path / "twice", study=template(), **{stem: text + text}))
    line = text.count("\n") + 1
    assert answer == f"data/{stem}.yaml:{line}: [1].id: the id what-is-it stands twice. Give one of the two another id"


def test_passage_in_a_part_of_the_other_page_is_refused(tmp_path: Path) -> None:
    text = PASSAGE.replace("page: background", "page: stories")
    assert complaints(write_minimal(tmp_path, study=template(), passages=text)) == [
        "data/passages.yaml:3: [0].part: the page stories has no part fatigue. "
        "Parts of stories: convincing, placebo, regression, norway, worth"
    ]


def test_every_part_belongs_to_one_page() -> None:
    assert sorted(part for parts in PARTS.values() for part in parts) == sorted(PassagePart)


def test_one_mistake_is_told_once_and_not_wherever_its_record_is_named(tmp_path: Path) -> None:
    quoting = QUESTION + "  figures:\n    full: {kind: claim, of: usual-dose, field: full}\n"
    claim = CLAIM.replace("SOURCE", STUDY)
    assert complaints(write_minimal(tmp_path / "sound", study=template(), claims=claim, questions=quoting)) == []
    bad = claim.replace("verdict: supported", "verdict: suported")
    [answer] = complaints(write_minimal(tmp_path / "bad", study=template(), claims=bad, questions=quoting))
    assert answer.startswith("data/claims.yaml:3: [0].verdict: not one of the allowed words")


def test_figure_outside_its_own_range_is_refused_wherever_it_stands(tmp_path: Path) -> None:
    figure = f"{{value: 1, low: 2, high: 3, source: {STUDY}, where: abstract, depth: abstract}}"
    response = (
        "- id: waited\n  action: waited\n  effects: []\n  basis: trial\n  tested: nobody\n"
        f"  rests_on: [{STUDY}]\n  figures:\n    weeks: {figure}\n"
    )
    steps = MECHANISMS.replace("STUDY", STUDY).replace(
        "        studies:", f"        figures:\n          filled: {figure}\n        studies:"
    )
    assert complaints(write_minimal(tmp_path, study=template(), responses=response, mechanisms=steps)) == [
        "data/mechanisms.yaml:9: steps[0].evidence[0].figures.filled.value: 1 lies outside its own range. "
        "Write the lower end first, or correct the figure",
        "data/responses.yaml:8: [0].figures.weeks.value: 1 lies outside its own range. "
        "Write the lower end first, or correct the figure",
    ]


def test_document_with_the_id_of_a_study_is_refused(tmp_path: Path) -> None:
    text = (
        "- {id: author-2020-topic, title: Label, publisher: Agency, dated: null,\n"
        '   url: "https://www.fda.gov/label", depth: label, read: 2026-11-22}\n'
    )
    assert complaints(write_minimal(tmp_path, study=template(), sources=text)) == [
        "data/sources.yaml:1: [0].id: the id author-2020-topic stands twice. Give one of the two another id"
    ]


def test_safety_fact_resting_on_an_unknown_study_is_refused(tmp_path: Path) -> None:
    text = SAFETY.replace("RESTS_ON", "author-2020-topic, author-2021-topic")
    assert complaints(write_minimal(tmp_path, study=template(), safety=text)) == [
        "data/safety.yaml:5: [0].rests_on[1]: there is no study or document with the id author-2021-topic. "
        "Did you mean author-2020-topic?"
    ]


def test_claim_figure_with_an_unknown_source_is_refused(tmp_path: Path) -> None:
    text = CLAIM.replace("SOURCE", "us-label")
    assert complaints(write_minimal(tmp_path, study=template(), claims=text)) == [
        "data/claims.yaml:7: [0].figures.full.source: there is no study or document with the id us-label. "
        "Add the study or document first, or correct the id"
    ]


def test_mechanism_step_with_a_dangling_study_is_refused(tmp_path: Path) -> None:
    text = MECHANISMS.replace("STUDY", "nobody-1999")
    assert complaints(write_minimal(tmp_path, study=template(), mechanisms=text)) == [
        "data/mechanisms.yaml:8: steps[0].evidence[0].studies[0]: there is no study or document with the id "
        "nobody-1999. Add the study or document first, or correct the id"
    ]


def test_dosing_schedule_of_an_unknown_study_is_refused(tmp_path: Path) -> None:
    text = SCHEDULE.replace("STUDY", "nobody-1999")
    assert complaints(write_minimal(tmp_path, study=template(), dosing=text)) == [
        "data/dosing.yaml:4: [0].study: there is no study or document with the id nobody-1999. "
        "Add the study or document first, or correct the id"
    ]


def test_second_reading_of_an_unknown_record_is_refused(tmp_path: Path) -> None:
    text = "- {record: nobody-1999, role: curator, checked: 2026-11-22, against: [abstract], figures: 3, agree: 3}\n"
    folder = write_minimal(tmp_path, study=template(), **{"checks/second-reading": text})
    assert complaints(folder) == [
        "data/checks/second-reading.yaml:1: [0].record: there is no record to check with the id "
        "nobody-1999. Add the record to check first, or correct the id"
    ]


def test_page_of_a_listed_agency_is_accepted(tmp_path: Path) -> None:
    text = template().replace("https://pubmed.ncbi.nlm.nih.gov/12345678/", "https://www.fda.gov/label")
    assert complaints(write_minimal(tmp_path / "listed", study=text)) == []
    unlisted = complaints(write_minimal(tmp_path / "unlisted", study=text, hosts="[]\n"))
    assert len(unlisted) == 1
    assert "sources[0].url: https://www.fda.gov/label is not a canonical link" in unlisted[0]


def test_lists_that_refer_to_the_study_are_accepted(tmp_path: Path) -> None:
    folder = write_minimal(
        tmp_path,
        study=template(),
        safety=SAFETY.replace("RESTS_ON", STUDY),
        claims=CLAIM.replace("SOURCE", STUDY),
        dosing=SCHEDULE.replace("STUDY", STUDY),
        mechanisms=MECHANISMS.replace("STUDY", STUDY),
    )
    assert complaints(folder) == []


def test_study_secondary_to_itself_is_refused(tmp_path: Path) -> None:
    # Such a study would never be counted anywhere, in silence.
    text = template().replace("main_result: pain-12w", f"secondary_to: {STUDY}\nmain_result: pain-12w")
    assert len(complaints(write_minimal(tmp_path, study=text))) == 1


@pytest.mark.parametrize("address", ["ftp://www.fda.gov/label", "HTTP://www.fda.gov/label", "//www.fda.gov/label"])
def test_agency_page_without_https_is_refused(address: str, tmp_path: Path) -> None:
    text = template().replace("https://pubmed.ncbi.nlm.nih.gov/12345678/", address)
    assert len(complaints(write_minimal(tmp_path, study=text))) == 1


def test_interval_with_one_end_is_explained_as_an_interval(tmp_path: Path) -> None:
    answer = complaints(write_minimal(tmp_path, study=template().replace("ci: [-1.0, 0.2]", "ci: [-1.0]")))
    assert len(answer) == 1
    assert "Add `1`" not in answer[0]


def test_interval_with_three_ends_is_explained_without_jargon(tmp_path: Path) -> None:
    answer = complaints(write_minimal(tmp_path, study=template().replace("ci: [-1.0, 0.2]", "ci: [-1, 0, 1]")))
    assert len(answer) == 1
    assert "results[0].effect.ci: " in answer[0]
    assert "Tuple" not in answer[0]
    assert "validation" not in answer[0]
