"""What is taken away reads back as what was shown, with its labels and sources."""

import csv
import io

import pytest
import rispy
from bibtexparser.entrypoint import parse_string

from data.dataset import Dataset
from data.export import COLUMNS, link_of, reference, to_bibtex, to_csv, to_references, to_ris
from data.labels import label_of
from tests.data.make_study import make_study

FINAL = "duebruun-2024-fibromyalgia"


def rows(dataset: Dataset) -> dict[str, dict[str, str]]:
    read = list(csv.DictReader(io.StringIO(to_csv(dataset.studies, dataset))))
    return {row["id"]: row for row in read}


def test_the_table_has_every_study_once_and_every_column(dataset: Dataset) -> None:
    found = rows(dataset)
    assert list(found) == [study.id for study in dataset.studies]
    assert tuple(found[FINAL]) == COLUMNS
    assert {row["dataset"] for row in found.values()} == {dataset.release.version}


def test_a_row_carries_its_figures_its_label_and_where_they_stand(dataset: Dataset) -> None:
    row = rows(dataset)[FINAL]
    label = label_of(dataset, "fibromyalgia")
    assert label.certainty is not None
    assert (row["effect"], row["effect_low"], row["effect_high"], row["p"]) == ("-0.34", "-0.95", "0.27", "0.27")
    assert (row["direction"], row["counted_as_low_dose_evidence"]) == ("no-clear-difference", "yes")
    assert row["labels"] == f"fibromyalgia: {label.state}, {label.certainty.slug}"
    assert row["result_stands_in"].startswith("abstract: ")
    assert row["link"] == "https://doi.org/10.1016/S2665-9913(23)00278-3"


def test_other_doses_are_marked_as_not_counted(dataset: Dataset) -> None:
    row = rows(dataset)["campbell-1993-autism"]
    assert (row["counted_as_low_dose_evidence"], row["kind_of_evidence"], row["dose_band"]) == ("no", "", "higher")


def test_unknown_stays_a_word_and_never_becomes_a_number(dataset: Dataset) -> None:
    for row in rows(dataset).values():
        assert row["effect"] not in ("nan", "None")
    assert "not-found" in {row["effect"] for row in rows(dataset).values()}


@pytest.mark.parametrize("title", ["=HYPERLINK(1)", "+1+1", "@SUM(A1)", "-2+3"])
def test_no_cell_is_run_by_a_spreadsheet(dataset: Dataset, title: str) -> None:
    study = make_study("x-2020-y", {"citation.title": title})
    [row] = csv.DictReader(io.StringIO(to_csv([study], dataset)))
    assert row["title"] == f"'{title}"


def test_reference_managers_read_every_record(dataset: Dataset) -> None:
    read = rispy.loads(to_ris(dataset.studies))
    assert len(read) == len(dataset.studies)
    for entry, study in zip(read, dataset.studies, strict=True):
        assert entry["title"] == " ".join(study.citation.title.split())
        assert entry.get("doi", "") == (study.citation.doi or "")
        assert entry.get("authors", []) == list(study.citation.authors)
        assert entry["urls"] == [link_of(study)]


def test_latex_reads_every_entry(dataset: Dataset) -> None:
    read = parse_string(to_bibtex(dataset.studies))
    assert read.failed_blocks == []
    assert [entry.key for entry in read.entries] == [study.id for study in dataset.studies]
    by_key = {entry.key: entry for entry in read.entries}
    assert by_key[FINAL].fields_dict["doi"].value == "10.1016/S2665-9913(23)00278-3"
    assert by_key[FINAL].fields_dict["year"].value == "2024"


def test_signs_that_latex_would_run_are_text(dataset: Dataset) -> None:
    study = make_study("x-2020-y", {"citation.title": "50% & more_of #1 {x} $2$"})
    assert r"title = {50\% \& more\_of \#1 \{x\} \$2\$}" in to_bibtex([study])


def test_the_list_has_one_line_per_study_ending_in_its_link(dataset: Dataset) -> None:
    lines = to_references(dataset.studies).splitlines()
    assert len(lines) == len(dataset.studies)
    assert all(line.endswith(link_of(study)) for line, study in zip(lines, dataset.studies, strict=True))
    assert reference(dataset.study_by_id["cree-2010-ms-crossover"]).startswith("Cree")
