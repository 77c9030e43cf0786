"""Harms beside a comparison group: every choice leaves exactly what the dataset has, every range is the oracle's."""

import json
import re

import pytest
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from components.charts.harm_groups import harms, pooled_sentence
from components.charts.harm_switch import choice_of, harm_switch, options
from components.charts.icon_array import harm_pair, row_of
from components.charts.shipped import SHIPPED_AT_ONCE
from content.text import Words
from data.dataset import Dataset
from data.harms import Choice, all_twins, dose_reach, length, nearest_to_drop, pooled_reports, wanted
from data.models.study import Design, Effect, IntegrityStatus
from data.models.subject import SideEffectGroup
from tests.components.charts.markup import one_spaced, parse, text_of, with_attribute, with_class
from tests.data.make_study import make_dataset, make_study

EVERYTHING = "all any any any"
GRAVE = (SideEffectGroup.STOPPED, SideEffectGroup.SERIOUS)
DOUBTED = frozenset(IntegrityStatus) - {IntegrityStatus.NOTHING_FOUND}


def _more_or_fewer(share: float) -> str:
    per_100 = round(100 * share)
    if per_100 == 0:
        return "no more and no fewer"
    return f"{abs(per_100)} {'more' if per_100 > 0 else 'fewer'}"


def test_every_difference_on_screen_is_the_oracles(dataset: Dataset, words: Words) -> None:
    root = parse(harm_switch(dataset, words, choice=EVERYTHING).markup)
    rows = {row.attrib["data-part"]: row for row in with_attribute(root, "data-part")}
    checked = 0
    for number, twin in enumerate(all_twins(dataset)):
        said = text_of(with_class(rows[f"t{number}"], "diff")[0])
        a, n, b, m = (count or 0 for count in (twin.ldn.events, twin.ldn.n, twin.control.events, twin.control.n))
        known = None not in (twin.ldn.events, twin.control.events) and n and m
        if twin.study.design is not Design.RANDOMISED_PARALLEL or not known:
            assert "could be from" not in said
            continue
        low, high = confint_proportions_2indep(a, n, b, m, method="newcomb", compare="diff")
        found = a / n - b / m
        told = f"Counted: {_more_or_fewer(found)} in 100 with LDN; by our own sum it could be from "
        assert told + f"{_more_or_fewer(low)} to {_more_or_fewer(high)}." in said
        assert said.startswith("No clear difference.") == (low <= 0 <= high)
        checked += 1
    assert checked >= 4


def test_every_range_of_one_group_is_the_oracles(dataset: Dataset, words: Words) -> None:
    checked = 0
    for twin in all_twins(dataset):
        row = row_of(harm_pair(twin, words), words)
        for arm, said in ((twin.ldn, row[2]), (twin.control, row[3])):
            if arm.events is None or not arm.n:
                assert "could be" not in said
                continue
            low, high = (100 * end for end in proportion_confint(arm.events, arm.n, method="wilson"))
            written = [f"{end:.0f}" if end >= 1 or end < 1e-9 else f"{end:.1f}" for end in (low, high)]
            assert f"(could be {written[0]} to {written[1]} in 100)" in one_spaced(said)
            checked += 1
    assert checked >= 8


@pytest.mark.parametrize(("people", "most"), [(49, "7"), (50, "7"), (20, "16"), (1000, "0.4")])
def test_nobody_could_still_be_up_to(words: Words, people: int, most: str) -> None:
    arms = {"side_effects.0.ldn": {"events": 0, "n": people}, "side_effects.0.control": {"events": 2, "n": people}}
    [twin] = all_twins(make_dataset(make_study("a", arms)))
    said = row_of(harm_pair(twin, words), words)[-1]
    oracle = 100 * proportion_confint(0, people, method="wilson")[1]
    assert float(most) == round(oracle, 0 if oracle >= 1 else 1)
    assert f"LDN: nobody of {people:,} people. It could still be up to {most} in 100." in said
    assert "Placebo: nobody" not in said


def test_the_totals_of_the_two_largest_trials_come_first(dataset: Dataset, words: Words) -> None:
    rows = harm_switch(dataset, words, choice=EVERYTHING).table.rows
    assert [(row[0], row[1], one_spaced(row[2])[:26], one_spaced(row[3])[:26]) for row in rows[:2]] == [
        ("Due Bruun 2024", "Any unwanted effect", "84 in 100 41 of 49 people ", "86 in 100 43 of 50 people "),
        ("Rodríguez-Freire 2026", "Any unwanted effect", "69 in 100 33 of 48 people ", "72 in 100 36 of 50 people "),
    ]


def test_groups_stand_in_order_totals_symptoms_stopped_serious(dataset: Dataset) -> None:
    groups = {effect.id: effect.group for effect in dataset.side_effects}
    order = [groups[harm.effect] for harm in harms(dataset)]
    assert order == sorted(order, key=list(SideEffectGroup).index)
    assert order[0] is SideEffectGroup.TOTAL
    assert order[-1] is SideEffectGroup.SERIOUS


def test_every_choice_shows_what_fits_it_and_says_how_much(dataset: Dataset, words: Words) -> None:
    switch = harm_switch(dataset, words, choice=EVERYTHING).switch
    assert switch is not None
    groups = {effect.id: effect.group for effect in dataset.side_effects}
    for choice in switch.choices:
        show, condition, dose, weeks = choice.split()
        expected = [
            f"t{number}"
            for number, twin in enumerate(all_twins(dataset))
            if (show == "all" or groups[twin.report.effect] in GRAVE)
            and condition in ("any", *twin.study.conditions)
            and dose in ("any", dose_reach(twin.study))
            and weeks in ("any", length(twin.study))
        ]
        parts = switch.arrangements[choice]
        assert [part for part in parts if part.startswith("t")] == expected, choice
        assert f"left-{len(expected)}" in parts
        assert any(part.startswith("drop-") for part in parts) == (not expected)
        assert switch.said[choice].startswith(f"Shown: {len(expected)} of {len(all_twins(dataset))} ")


def test_each_entry_of_a_list_says_how_many_counts_it_leaves(dataset: Dataset, words: Words) -> None:
    root = parse(harm_switch(dataset, words, choice=EVERYTHING).markup)
    lists = [[text_of(option) for option in chooser.iter("option")] for chooser in root.iter("select")]
    assert lists[0][0] == f"All effects ({len(all_twins(dataset))})"
    offered = options(dataset)
    for chooser, part in zip(root.iter("select"), offered, strict=True):
        for option in chooser.iter("option"):
            default = dict.fromkeys(offered, "any") | {"serious": "all"}
            alone = choice_of(" ".join((default | {part: option.attrib["value"]}).values()))
            assert text_of(option).endswith(f"({len(wanted(dataset, alone))})")


def test_pooled_figures_are_low_dose_against_placebo_with_their_range(dataset: Dataset, words: Words) -> None:
    reports = [report for effect in dataset.side_effects for report in pooled_reports(dataset, effect.id)]
    assert {study.id for study, _ in reports} & {
        "bolton-2019-safety-meta-analysis",
        "saif-2026-fibromyalgia-meta",
    } == set()
    dreams = next(
        report for study, report in reports if study.id.startswith("annmed") and report.effect == "vivid-dreams"
    )
    assert pooled_sentence(dreams, words) == (
        "Clear difference. 2.41 times as many people with LDN as with placebo; it could be from 1.77 to 3.28 times. "
        "How many people in 100 that is was not found."
    )
    totals = [report for study, report in reports if study.id == "hegde-2025-chronic-pain-meta"]
    assert [report.comparison.value for report in totals if isinstance(report.comparison, Effect)] == [1.4]
    assert "Events were counted, not people" in pooled_sentence(totals[0], words)


def test_pooled_figures_leave_once_a_dose_or_length_is_chosen(dataset: Dataset, words: Words) -> None:
    switch = harm_switch(dataset, words, choice=EVERYTHING).switch
    assert switch is not None
    pooled = {choice: [p for p in parts if re.fullmatch(r"p\d+", p)] for choice, parts in switch.arrangements.items()}
    assert pooled[EVERYTHING]
    for choice, parts in pooled.items():
        if choice.split()[2:] != ["any", "any"]:
            assert parts == [], choice


def test_sixty_counts_are_still_switched_in_the_browser(words: Words) -> None:
    studies = [
        make_study(
            f"study-{number}-x",
            {
                "side_effects.0.effect": ("headache", "vivid-dreams")[number % 2],
                "conditions": [
                    ("fibromyalgia", "migraine", "lupus", "psoriasis", "depression", "long-covid")[number % 6]
                ],
                "dose.highest_mg": (3, 4.5, 6)[number % 3],
                "weeks_on_drug": {"value": (6, 12, 52)[number % 3], "source": "abstract", "where": "methods"},
                "citation.authors": [f"Author{number} A"],
            },
        )
        for number in range(60)
    ]
    dataset = make_dataset(*studies)
    chart = harm_switch(dataset, words, choice=EVERYTHING)
    assert chart.switch is not None
    assert len(all_twins(dataset)) == 60
    shipped = json.dumps([chart.markup, chart.switch.arrangements, chart.switch.said])
    assert len(shipped) < SHIPPED_AT_ONCE
    folded = [harm for harm in with_class(parse(chart.markup), "harm") if harm.get("open") is None]
    assert len(folded) == 2
    assert "30 trials" in text_of(folded[0])


def test_dropping_names_the_part_that_leaves_most() -> None:
    arms = {"side_effects.0.ldn": {"events": 1, "n": 9}, "side_effects.0.control": {"events": 1, "n": 9}}
    dataset = make_dataset(*(make_study(name, arms) for name in ("a", "b")), conditions=("fibromyalgia", "migraine"))
    study = dataset.studies[0]
    missing = Choice(condition="migraine", dose=dose_reach(study))
    assert wanted(dataset, missing) == []
    assert nearest_to_drop(dataset, missing) == ("condition", 2)
    assert nearest_to_drop(dataset, Choice(serious=True, condition="migraine")) is None


def test_a_corrected_review_says_so_wherever_its_figures_stand(dataset: Dataset, words: Words) -> None:
    root = parse(harm_switch(dataset, words, choice=EVERYTHING).markup)
    told = [(link.attrib["data-choice"], text_of(item)) for item in root.iter("li") for link in item.iter("a")]
    doubted = {s.id: s.integrity.status for s in dataset.studies if s.integrity.status in DOUBTED}
    assert "vatvani-2024-fibromyalgia-meta" in {study for study, _ in told} & set(doubted)
    for study, text in told:
        if study in doubted:
            assert words(f"studies.{doubted[study]}") in text
