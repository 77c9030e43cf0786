"""What the one search finds in the real dataset, and the plain line each is shown with."""

import pytest

from components.charts.found_list import found_list
from components.charts.lookup_entries import PLACES, lookup_entries, lookup_index, plain_line
from components.charts.topic_list import topic_list
from components.ui.registry import page_at
from content.text import Words
from data.dataset import Dataset
from data.lookup import Entry, Kind, look_up


@pytest.mark.parametrize(
    ("text", "kind", "wanted"),
    [
        ("fibromyalgia", Kind.CONDITION, "fibromyalgia"),
        ("does it work for fybromyalgia", Kind.CONDITION, "fibromyalgia"),
        ("long covid", Kind.CONDITION, "long-covid"),
        ("chronic fatigue", Kind.CONDITION, "me-cfs"),
        ("MS", Kind.CONDITION, "multiple-sclerosis"),
        ("hashimotos", Kind.CONDITION, "hashimoto-hypothyroidism"),
        ("crohn", Kind.CONDITION, "crohns-disease"),
        ("vivid dreams", Kind.SIDE_EFFECT, "vivid-dreams"),
        ("thyroid tablets", Kind.SAFETY, "thyroid-medicine"),
        ("alcohol", Kind.SAFETY, "alcohol"),
        ("can I drive?", Kind.QUESTION, "driving"),
        ("what is a placebo?", Kind.TERM, "placebo"),
        ("younger 2013", Kind.STUDY, "younger-2013-fibromyalgia"),
        ("is it safe in pregnancy", Kind.CLAIM, "safe-in-pregnancy-and-for-fertility"),
    ],
)
def test_patients_words_find_what_they_mean(dataset: Dataset, text: str, kind: Kind, wanted: str) -> None:
    found = look_up(lookup_index(dataset, "en"), text).entries
    assert wanted in [entry.id for entry in found.get(kind, ())][:3]


@pytest.mark.parametrize(
    "typed",
    [
        "10.1016/S2665-9913(23)00278-3", "https://doi.org/10.1016/S2665-9913(23)00278-3",
        "DOI: 10.1016/s2665-9913(23)00278-3.",
    ],
)  # fmt: skip
def test_a_doi_finds_its_study_and_no_other(dataset: Dataset, typed: str) -> None:
    found = look_up(lookup_index(dataset, "en"), typed)
    assert {kind: [entry.id for entry in entries] for kind, entries in found.entries.items()} == {
        Kind.STUDY: ["duebruun-2024-fibromyalgia"]
    }


def test_a_register_number_finds_its_studies_and_one_with_a_slip_finds_none(dataset: Dataset) -> None:
    index = lookup_index(dataset, "en")
    found = look_up(index, "NCT04270877").entries
    assert "duebruun-2024-fibromyalgia" in [entry.id for entry in found[Kind.STUDY]]
    slip = look_up(index, "NCT04270878")
    assert (slip.entries, slip.corrected) == ({}, {})


def test_the_largest_placebo_trial_of_a_condition_stands_first_among_its_studies(dataset: Dataset) -> None:
    found = look_up(lookup_index(dataset, "en"), "fibromyalgia").entries[Kind.STUDY]
    sizes = [dataset.study_by_id[entry.id].people.randomised for entry in found[:2]]
    assert found[0].id in ("duebruun-2024-fibromyalgia", "rodriguezfreire-2026-fibromyalgia-innova"), sizes


def test_everything_with_a_name_can_be_found_and_has_a_place(dataset: Dataset, words: Words) -> None:
    entries = list(lookup_entries(dataset, words))
    of_kind = {kind: [entry.id for entry in entries if entry.kind is kind] for kind in Kind}
    assert sorted(of_kind[Kind.CONDITION]) == sorted(dataset.condition_by_id)
    assert sorted(of_kind[Kind.STUDY]) == sorted(dataset.study_by_id)
    assert of_kind[Kind.CLAIM] == [claim.id for claim in dataset.claims]
    assert of_kind[Kind.TERM] == [term.id for term in dataset.glossary]
    assert of_kind[Kind.QUESTION] == [question.id for question in dataset.questions]
    for kind in {entry.kind for entry in entries}:
        page_at(PLACES[kind][0])
    assert all(plain_line(entry, dataset, words).strip() for entry in entries)


def test_a_conditions_line_says_which_way_and_how_sure(dataset: Dataset, words: Words) -> None:
    line = plain_line(Entry(Kind.CONDITION, "fibromyalgia", "", ""), dataset, words)
    assert line.startswith("LDN may be no better than placebo")
    assert line.endswith("How sure: Unsure.")


def test_a_side_effects_line_gives_both_groups(dataset: Dataset, words: Words) -> None:
    line = plain_line(Entry(Kind.SIDE_EFFECT, "vivid-dreams", "", ""), dataset, words)
    assert line == "In one trial (Younger 2013): 37 in 100 people on LDN. In the other group (Placebo): 13 in 100."
    assert "No trial" in plain_line(Entry(Kind.SIDE_EFFECT, "itching", "", ""), dataset, words)


def test_typed_markup_comes_out_as_text(dataset: Dataset, words: Words) -> None:
    found = look_up(lookup_index(dataset, "en"), "<script>alert(1)</script> fibromyalgja<b>")
    chart = found_list(found, lambda entry: plain_line(entry, dataset, words), words)
    assert chart.markup is not None
    assert "<script" not in chart.markup and "<b>" not in chart.markup


def test_an_empty_search_says_so_and_offers_names(dataset: Dataset, words: Words) -> None:
    chart = found_list(look_up(lookup_index(dataset, "en"), "zzzzqqqq"), lambda entry: "", words)
    assert "Nothing here fits these words." in chart.alt
    topics = topic_list(dataset, words)
    assert {f"condition.{condition.id}" for condition in dataset.conditions} <= set(topics.choices)
