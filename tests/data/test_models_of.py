"""Animals and cells: a model of a condition, and never evidence about people who have it."""

from dataclasses import replace

import pytest

from data.dataset import Dataset
from data.evidence import counts_as_evidence, models_of
from data.find import FACETS
from data.labels import label_of, outcomes_of
from data.models.study import ANIMALS, CELLS, Kind, Study
from data.rules.models_of import models_are_not_people
from data.summary import reach
from tests.data.make_study import make_dataset, make_study

LAB = {"kind": "laboratory", "design": "animal", "conditions": [], "results.0.direction": "favours-ldn"}
FM = "fibromyalgia"


def lab(name: str = "mice-2020-eae", **changes: object) -> Study:
    """A study of mice that stands for fibromyalgia, in which the drug did better."""
    return make_study(name, {**LAB, "model_of": [FM], **changes})


def test_a_model_is_found_by_the_condition_it_stands_for_newest_first() -> None:
    old, new = lab("old"), lab("new", **{"citation.year": 2024})
    assert models_of((old, new, make_study()), FM) == (new, old)
    assert models_of((old, new), "migraine") == ()


def test_a_retracted_model_is_not_shown() -> None:
    gone = lab(**{"integrity.status": "retracted", "integrity.notice": "https://doi.org/10.1000/notice"})
    assert models_of((gone,), FM) == ()


def test_animals_and_cells_never_move_a_label() -> None:
    for name in ("animal", "human-cells", "cell-line"):
        study = lab(design=name)
        assert not counts_as_evidence(study)
        with_it, without = make_dataset(make_study(), study), make_dataset(make_study())
        assert label_of(with_it, FM) == label_of(without, FM)
        assert outcomes_of(with_it, FM) == outcomes_of(without, FM)
        alone = label_of(make_dataset(study), FM)
        assert (alone.state, alone.certainty, alone.people, alone.not_counted) == ("untested", None, 0, 0)


def test_the_shipped_labels_are_the_same_without_any_animal_or_cell_study(dataset: Dataset) -> None:
    people = tuple(study for study in dataset.studies if not study.model_of)
    assert len(dataset.studies) - len(people) == 18
    without = replace(dataset, studies=people)
    for condition in dataset.conditions:
        assert label_of(dataset, condition.id) == label_of(without, condition.id), condition.id
        assert label_of(dataset, condition.id).not_counted == label_of(without, condition.id).not_counted
    assert reach(dataset) == reach(without)


def test_every_shipped_model_is_a_laboratory_study_about_no_person(dataset: Dataset) -> None:
    for study in dataset.studies:
        if study.model_of:
            assert study.kind is Kind.LABORATORY and study.design in ANIMALS | CELLS
            assert study.conditions == () and study.results == () and study.side_effects == ()


@pytest.mark.parametrize("changes", [{"kind": "primary"}, {"design": "human-laboratory"}, {"design": "open-label"}])
def test_a_study_in_people_cannot_be_a_model(changes: dict[str, str]) -> None:
    [(_, path, wrong, _)] = models_are_not_people(make_dataset(lab(**changes)))
    assert path == ("model_of",)
    assert "no model of a condition" in wrong


def test_a_model_is_not_about_people_with_the_condition() -> None:
    [(_, path, _, fix)] = models_are_not_people(make_dataset(lab(conditions=[FM])))
    assert path == ("conditions",)
    assert "`model_of`" in fix


def test_a_sound_model_is_accepted() -> None:
    assert list(models_are_not_people(make_dataset(lab(), make_study()))) == []


def test_salt_water_given_to_mice_is_no_placebo_trial(dataset: Dataset) -> None:
    mice = dataset.study_by_id["zagon-2009-eae-mice"]
    assert FACETS["placebo"](mice) == ("no",)
    assert FACETS["placebo"](dataset.study_by_id["younger-2013-fibromyalgia"]) == ("yes",)
    assert FACETS["dose"](mice) == ("other",)
    assert FACETS["condition"](mice) == ()
