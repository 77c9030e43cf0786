"""A condition's page: its answer, every study in its right place, and what nobody found."""

import re
from types import SimpleNamespace

import pytest

from data.dataset import Dataset
from tests.components.charts.markup import parse, text_of, with_attribute
from tests.views.visit import address, choose_in, chosen_in, headings, picture_data, pictures, said, visit


def headers(condition: str) -> list[str]:
    return headings(visit("condition", condition=condition))


def listed(condition: str) -> dict[str, list[str]]:
    """Studies by the key of the list they stand in."""
    drawn = pictures(visit("condition", condition=condition))
    return {
        key.removeprefix("condition-"): [a.attrib["data-choice"] for a in with_attribute(parse(markup), "data-choice")]
        for key, markup in drawn.items()
        if key.startswith("condition-")
    }


def test_a_condition_in_the_address_is_opened() -> None:
    at = visit("condition", condition="crohns-disease")
    assert chosen_in(at, "condition_condition") == "crohns-disease"
    assert [title.value for title in at.title] == ["Crohn's disease"]
    assert list(at.info) == []


def test_choosing_another_condition_changes_page_and_address() -> None:
    at = visit("condition", condition="lupus")
    choose_in(at, "condition_condition", "migraine")
    assert [title.value for title in at.title] == ["Migraine"]
    assert address(at) == {"condition": "migraine"}
    assert "migraine" in text_of(parse(pictures(at)["answer"]))


def test_the_browsers_back_brings_back_the_condition() -> None:
    at = visit("condition", condition="lupus")
    choose_in(at, "condition_condition", "migraine")
    at.query_params["condition"] = "lupus"  # what Streamlit does when the visitor presses Back
    at.run()
    assert [title.value for title in at.title] == ["Lupus"]


def test_choosing_none_leaves_no_trace_in_the_address() -> None:
    at = visit("condition", condition="lupus")
    choose_in(at, "condition_condition", "")
    assert [title.value for title in at.title] == ["Choose a condition"]
    assert address(at) == {}
    assert "answer" not in pictures(at)


@pytest.mark.parametrize(
    ("condition", "study"),
    [
        ("osteoarthritis", "chindalore-2005-osteoarthritis-oxytrex"),
        ("chronic-pain", "hamann-2007-spinal-morphine"),
    ],
)
def test_naltrexone_beside_an_opioid_is_never_listed_as_ldn_with_another_treatment(condition: str, study: str) -> None:
    found = listed(condition)
    assert study in found["higher"]
    assert "combined" not in found


def test_a_low_dose_with_another_treatment_has_a_list_of_its_own() -> None:
    assert "toledano-2021-migraine-prevention" in listed("migraine")["combined"]


def test_placebo_trials_come_first_newest_first(dataset: Dataset) -> None:
    found = listed("fibromyalgia")
    assert next(iter(found)) == "placebo"
    assert sorted(found["placebo"]) == [
        "bested-2023-fibromyalgia", "depaula-2023-fibromyalgia-tdcs", "duebruun-2024-fibromyalgia",
        "rodriguezfreire-2026-fibromyalgia-innova", "younger-2013-fibromyalgia",
    ]  # fmt: skip
    years = [dataset.study_by_id[name].citation.year or 0 for name in found["placebo"]]
    assert years == sorted(years, reverse=True)


def test_no_study_stands_in_two_lists() -> None:
    for condition in ("fibromyalgia", "crohns-disease", "autism", "multiple-sclerosis"):
        names = [name for names in listed(condition).values() for name in names]
        assert len(names) == len(set(names)) > 3


def test_higher_dose_trials_stand_apart_and_are_called_so() -> None:
    shown = headers("autism")
    assert "Not low dose: never counted here" in shown
    assert "Trials against placebo" not in shown
    assert "Other studies at low dose" not in shown
    assert "campbell-1993-autism" in listed("autism")["higher"]
    text = text_of(parse(pictures(visit("condition", condition="autism"))["answer"]))
    assert "We found no published study of low-dose naltrexone alone in people with autism" in text
    assert "other doses and mixtures are not counted" in text


def test_benefits_and_harms_have_their_place_on_every_page(dataset: Dataset) -> None:
    for condition in ("lupus", "long-covid", "fibromyalgia"):
        shown = headers(condition)
        assert "How many people got better" in shown
        assert "Unwanted effects in these trials" in shown
    assert "We found no count of this here, because we found no result of a placebo trial at low dose." in said(
        visit("condition", condition="lupus")
    )


def test_what_people_on_placebo_had_stands_beside_what_people_on_ldn_had() -> None:
    told = said(visit("condition", condition="fibromyalgia"))
    assert "In Due Bruun 2024 this was 26 in 100 on placebo and 41 in 100 on LDN: people whose pain fell" in told
    told = said(visit("condition", condition="crohns-disease"))
    assert "In Smith 2011 this was 40 in 100 on placebo and 88 in 100 on LDN: people whose Crohn's" in told


def test_nothing_found_is_said() -> None:
    at = visit("condition", condition="lupus")
    assert "No study found." in said(at)
    assert listed("lupus") == {}
    assert "We found no registered trial." in said(at)


def test_going_without_and_asking_are_on_every_page() -> None:
    for condition in ("lupus", "fibromyalgia"):
        shown = headers(condition)
        assert "Without LDN" in shown
        assert "To ask your clinician" in shown


def test_registered_trials_give_status_and_the_day_it_was_read(dataset: Dataset) -> None:
    text = said(visit("condition", condition="me-cfs"))
    trials = [trial for trial in dataset.trials if "me-cfs" in trial.conditions]
    assert len(trials) >= 4
    for trial in trials:
        assert f"[{trial.number}]({trial.url})" in text
    assert re.search(r"register as of \d{1,2} \w+ 20\d\d", text)
    assert "We found no registered trial." not in text


def test_a_study_chosen_in_the_picture_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    def choose(*, key: str, **_: object) -> SimpleNamespace:
        return SimpleNamespace(chosen="younger-2013-fibromyalgia" if key == "picture_condition-placebo" else None)

    monkeypatch.setattr("components.ui.picture._mount", choose)
    at = visit("condition", condition="fibromyalgia")
    assert not at.exception
    assert [title.value for title in at.title] == ["Younger 2013"]
    assert address(at) == {"study": "younger-2013-fibromyalgia"}


def test_a_choice_the_picture_does_not_offer_is_ignored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("components.ui.picture._mount", lambda **_: SimpleNamespace(chosen="../../etc/passwd"))
    at = visit("condition", condition="fibromyalgia")
    assert not at.exception
    assert [title.value for title in at.title] == ["Fibromyalgia"]


def test_animal_studies_stand_apart_and_that_there_are_none_is_said() -> None:
    at = visit("condition", condition="multiple-sclerosis")
    models = pictures(at)["condition-models"]
    for name in ("zagon-2009-eae-mice", "patel-2020-eae-imaging", "hammer-eae-t-cells"):
        assert f'data-choice="{name}"' in models
    others = "".join(drawn for key, drawn in pictures(at).items() if key != "condition-models")
    assert "zagon-2009-eae-mice" not in others
    assert "None of them moves the answer above." in said(at)
    assert "We have found no study in animals or cells" in said(visit("condition", condition="lupus"))


@pytest.mark.parametrize("condition", ["fibromyalgia", "long-covid", "crohns-disease"])
def test_each_table_is_named_after_its_picture(condition: str) -> None:
    tables = [one.label for one in visit("condition", condition=condition).expander if "able" in one.label]
    assert len(tables) > 2
    assert len(set(tables)) == len(tables)
    assert "Show this as a table" not in tables


def test_the_study_left_out_stands_in_the_address_and_goes_with_its_condition() -> None:
    at = visit("condition", condition="fibromyalgia", without="duebruun-2024-fibromyalgia")
    assert picture_data(at)["leave-one-out"]["shown"] == "duebruun-2024-fibromyalgia"
    assert list(at.info) == []
    choose_in(at, "condition_condition", "multiple-sclerosis")
    assert picture_data(at)["leave-one-out"]["shown"] == "all"
    assert address(at) == {"condition": "multiple-sclerosis"}
    assert list(at.info) == []


def test_a_study_nobody_knows_cannot_be_left_out() -> None:
    at = visit("condition", condition="fibromyalgia", without="nobody-1999")
    assert picture_data(at)["leave-one-out"]["shown"] == "all"
    assert ["nobody-1999" in note.value for note in at.info] == [True]
