"""The short answer: which way, how sure, how much, always together; the verb follows the certainty."""

import re
from dataclasses import replace
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from components.charts.answer import answer
from components.charts.look import state_mark
from components.charts.phrases import verdict
from content.text import Words
from data.dataset import Dataset
from data.evidence import Evidence
from data.labels import ENOUGH_PEOPLE, Certainty, Label, State, label_of, labels
from data.models.study import Study
from tests.components.charts.markup import only, outline, parse, text_of, with_class
from tests.data.make_study import make_dataset, make_study

FM = "fibromyalgia"
VL, L, M, H = Certainty.VERY_LOW, Certainty.LOW, Certainty.MODERATE, Certainty.HIGH
VERBS = [
    (State.SUPPORTED, H, r"^LDN helps"),
    (State.SUPPORTED, M, r"^LDN probably helps"),
    (State.SUPPORTED, L, r"^LDN may help"),
    (State.SUPPORTED, VL, r"^LDN may help.* very unsure"),
    (State.NO_DIFFERENCE, H, r"^LDN makes little or no difference"),
    (State.NO_DIFFERENCE, M, r"^LDN probably makes little or no difference"),
    (State.NO_DIFFERENCE, L, r"^LDN may (be no better than placebo|make little or no difference)"),
    (State.NO_DIFFERENCE, VL, r"no clear difference.* very unsure"),
    (State.MIXED, H, r"^Placebo trials.* disagree"),
    (State.MIXED, M, r"^Placebo trials.* disagree"),
    (State.MIXED, L, r"^Placebo trials.* disagree.*(not clear whether LDN helps|may or may not help)"),
    (State.MIXED, VL, r"^It is very unsure whether LDN helps"),
]


def made(state: State, certainty: Certainty | None, **cells: list[Study]) -> Label:
    """A label of this state resting on two trials unless told otherwise."""
    empty = label_of(make_dataset(), FM)
    trials = cells.get("trials", [make_study("first-2020-trial"), make_study("second-2021-trial")])
    found = dict(empty.cells)
    for kind, studies in (
        (Evidence.PLACEBO_TRIAL, trials),
        (Evidence.OTHER_COMPARISON, cells.get("others", [])),
        (Evidence.BEFORE_AFTER, cells.get("open", [])),
    ):
        found[kind] = replace(empty.cells[kind], studies=tuple(studies))
    compared = () if state in (State.UNCONTROLLED, State.UNTESTED) else tuple(trials)
    return replace(
        empty, state=state, certainty=certainty, cells=found, compared=compared, measured=("pain",) if compared else ()
    )


def said(label: Label, words: Words) -> str:
    """The generated sentence as read on the card."""
    return text_of(only(with_class(parse(answer(label, words).markup), "say")))


def parts(label: Label, words: Words) -> dict[str, str]:
    """Terms and answers of the card, and the placebo trials under its sentence."""
    root = parse(answer(label, words).markup)
    pairs: list[Element] = list(next(root.iter("dl")))
    who = text_of(only(with_class(root, "who"))).removeprefix("Placebo trials: ")
    return {text_of(next(pair.iter("dt"))): text_of(next(pair.iter("dd"))) for pair in pairs} | {"Placebo trials": who}


@pytest.mark.parametrize(("state", "certainty", "verb"), VERBS)
def test_the_verb_follows_the_certainty(words: Words, state: State, certainty: Certainty, verb: str) -> None:
    sentence = said(made(state, certainty), words)
    assert re.search(verb, sentence), sentence
    assert "fibromyalgia" in sentence
    if certainty <= L:
        assert not re.search(r"LDN (probably|helps|makes|does)", sentence.replace("whether LDN helps", ""))


def test_what_was_measured_is_named(dataset: Dataset, words: Words) -> None:
    for label in labels(dataset):
        told = text_of(parse(answer(label, words).markup))
        for outcome in label.measured if label.state in (State.SUPPORTED, State.NO_DIFFERENCE, State.MIXED) else ():
            assert words(f"outcomes.{outcome}.name").lower() in told, label.condition


def test_outcomes_that_differ_are_told_one_by_one_what_people_care_about_most_first(
    dataset: Dataset, words: Words
) -> None:
    label = label_of(dataset, FM)
    assert label.measured == ("disease-activity", "pain")
    assert [(part.outcome, part.certainty) for part in label.parts] == [("pain", L), ("disease-activity", VL)]
    told = [text_of(p) for p in with_class(parse(answer(label, words).markup), "say")]
    assert told == [
        "LDN may be no better than placebo for pain in fibromyalgia; a small benefit or harm is not ruled out."
    ]
    further = [text_of(p) for p in with_class(parse(answer(label, words).markup), "measured")]
    assert further == [
        "The few people tested showed no clear difference from placebo for disease activity in fibromyalgia, "
        "and we are very unsure."
    ]
    assert further[0] in answer(label, words).alt


def test_ms_names_the_two_outcomes_apart_and_what_no_trial_compared(dataset: Dataset, words: Words) -> None:
    root = parse(answer(label_of(dataset, "multiple-sclerosis"), words).markup)
    assert "quality of life" not in text_of(only(with_class(root, "say")))
    quality, unmeasured = [text_of(p) for p in with_class(root, "measured")]
    assert "no clear difference from placebo for quality of life" in quality
    assert unmeasured == "No placebo trial we read compared disease activity."


@pytest.mark.parametrize(
    ("condition", "told"),
    [
        ("hiv", "No placebo trial we read compared survival."),
        ("cancer", "No placebo trial we read compared survival or tumour size."),
    ],
)
def test_what_no_trial_compared_is_what_matters_in_that_disease(
    condition: str, told: str, dataset: Dataset, words: Words
) -> None:
    chart = answer(label_of(dataset, condition), words)
    assert text_of(with_class(parse(chart.markup), "measured")[-1]) == told
    assert ("tumour" in chart.alt) == (condition == "cancer")


def test_no_headline_names_two_outcomes_that_differ_or_is_surer_than_the_whole(dataset: Dataset, words: Words) -> None:
    for label in labels(dataset):
        kinds = {
            (found.state, found.certainty) for o in label.measured for found in [label_of(dataset, label.condition, o)]
        }
        assert bool(label.parts) == (len(kinds) > 1), label.condition
        assert all((part.certainty or 0) <= (label.certainty or 0) for part in label.parts)


def test_every_headline_is_one_sentence(dataset: Dataset, words: Words) -> None:
    for label in labels(dataset):
        sentence = said(label, words)
        assert sentence.endswith(".") and ". " not in sentence, sentence
        assert len(sentence.split()) <= 30, sentence


def test_trials_that_favour_placebo_are_not_called_no_difference(words: Words) -> None:
    label = replace(made(State.NO_DIFFERENCE, L), against_ldn=True)
    assert "favour placebo over LDN" in said(label, words)


def test_without_a_placebo_result_the_sentence_says_what_was_done_instead(words: Words) -> None:
    study = make_study()
    assert said(made(State.UNCONTROLLED, VL, trials=[], open=[study]), words) == (
        "We cannot tell what LDN itself does in fibromyalgia: people were only followed, "
        "and we found no placebo trial with results."
    )
    assert said(made(State.UNCONTROLLED, VL, trials=[], others=[study]), words) == (
        "We cannot tell what LDN itself does in fibromyalgia: it was set beside other treatments or groups, "
        "and we found no placebo trial with results."
    )
    assert said(made(State.UNCONTROLLED, VL, trials=[study]), words) == (
        "A placebo trial in fibromyalgia was done, but we could not find how LDN and placebo compared."
    )


def test_an_untested_condition_is_never_said_to_lack_benefit(words: Words) -> None:
    sentence = said(made(State.UNTESTED, None, trials=[]), words)
    assert sentence == "We found no published study of low-dose naltrexone in people with fibromyalgia."
    assert "difference" not in sentence


def test_untested_and_tested_without_benefit_are_told_apart(dataset: Dataset, words: Words) -> None:
    untested, tested = (parts(label_of(dataset, name), words) for name in ("lupus", FM))
    assert untested == {
        "Which way": "We found no study of people at low dose",
        "How sure": "Nothing to rate",
        "How much": "Not measured against placebo",
        "Placebo trials": "none",
    }
    assert tested["Which way"] == "Tested against placebo; no clear difference"


def test_fibromyalgia_is_answered_with_its_published_size(dataset: Dataset, words: Words) -> None:
    assert said(label_of(dataset, FM), words).startswith("LDN may be no better than placebo for ")
    assert parts(label_of(dataset, FM), words) == {
        "Which way": "Tested against placebo; no clear difference",
        "How sure": "Unsure",
        "How much": (
            "Pain, week 12: 0.34 points lower with LDN on a scale from 0 to 10; it could be from 0.95 points lower to "
            "0.27 points higher (lower is better) (Due Bruun 2024)"
        ),
        "Placebo trials": "4 of 5 trials give a comparison, 281 people",
    }


def test_the_three_answers_are_always_together(dataset: Dataset, words: Words) -> None:
    for label in labels(dataset):
        found = parts(label, words)
        assert list(found)[:3] == ["Which way", "How sure", "How much"], label.condition
        assert all(found.values()), label.condition
        root = parse(answer(label, words).markup)
        assert outline(with_class(root, "mark")[0]) == outline(parse(str(state_mark(label.state))))
        filled = [bar.get("fill") != "none" for bar in only(with_class(root, "bars"))]
        assert sum(filled) == (label.certainty or 0)


def test_every_card_says_what_would_change_it(dataset: Dataset, words: Words) -> None:
    for label in labels(dataset):
        text = text_of(parse(answer(label, words).markup))
        assert "What would change this?" in text
        assert ("Why not more sure?" in text) == bool(label.reasons)
    lupus, fm = (text_of(parse(answer(label_of(dataset, name), words).markup)) for name in ("lupus", FM))
    assert lupus.endswith("Any careful study in people; best of all a placebo trial.")
    assert "Too few people took part for a firm answer (under 400)." in fm
    assert "The trials do not agree." in fm
    assert "not the judgement of an expert panel" in fm


def test_people_lost_come_with_their_share(dataset: Dataset, words: Words) -> None:
    text = text_of(parse(answer(label_of(dataset, "osteoarthritis"), words).markup))
    assert "more than 20 in 100 people who started are missing from the result" in text


def test_the_only_trial_that_compares_says_which_way_it_points(dataset: Dataset, words: Words) -> None:
    crohn = parts(label_of(dataset, "crohns-disease"), words)
    assert crohn["Which way"] == "Better with LDN in the only trial that gives a comparison"


def test_alt_and_table_give_all_three_answers(dataset: Dataset, words: Words) -> None:
    for label in labels(dataset):
        chart = answer(label, words)
        found = parts(label, words)
        assert said(label, words) in chart.alt
        assert found["How sure"] in chart.alt
        assert " ".join(found["How much"].split()) in chart.alt
        assert chart.table == type(chart.table)(tuple(found), (tuple(found.values()),))


def trial(name: str, people: int, direction: str, **changes: Any) -> Study:
    count = {"value": people, "source": "abstract", "where": "results"}
    return make_study(
        name,
        {
            "people.entered": count,
            "people.randomised": count,
            "people.analysed": count,
            "results.0.direction": direction,
            **changes,
        },
    )


def test_one_trial_of_many_people_is_not_called_small_or_very_unsure(words: Words) -> None:
    label = label_of(make_dataset(trial("big-2026-trial", 500, "favours-ldn")), FM)
    assert parts(label, words)["How sure"] == "Fairly sure"
    assert "small" not in said(label, words)
    assert "very unsure" not in said(label, words)


def test_the_card_never_counts_two_placebo_trials_and_speaks_of_one(dataset: Dataset, words: Words) -> None:
    wrong = []
    for label in labels(dataset):
        text = text_of(parse(answer(label, words).markup))
        if len(label.cells[Evidence.PLACEBO_TRIAL].studies) > 1:
            wrong += [
                (label.condition, claim)
                for claim in ("obody has repeated it", "One small placebo trial", "is all there is")
                if claim in text
            ]
    assert wrong == []


def test_a_trial_whose_result_we_could_not_read_is_not_called_unmeasured(dataset: Dataset, words: Words) -> None:
    found = parts(label_of(dataset, "gulf-war-illness"), words)
    assert found["Placebo trials"] == "1 study, comparison not found"
    assert found["How much"] == "Figure not found by us"
    assert "Not measured against placebo" not in found["How much"]


def test_the_size_names_the_trial_it_comes_from(dataset: Dataset, words: Words) -> None:
    sized = [label for label in labels(dataset) if label.size]
    assert len(sized) >= 8
    for label in sized:
        assert label.size is not None
        family = label.size[0].citation.authors[0].rsplit(" ", 1)[0] if label.size[0].citation.authors else ""
        assert family in parts(label, words)["How much"]


def test_nobody_is_called_few_who_are_many_and_second_hand_is_said(dataset: Dataset, words: Words) -> None:
    few = 0
    for label in labels(dataset):
        said = verdict(label, words(f"conditions.{label.condition}.inline"), words)
        if "few people" in said:
            few += 1
            assert label.compared_people < ENOUGH_PEOPLE, label.condition
    assert few
    bowel = label_of(dataset, "irritable-bowel-syndrome")
    told = verdict(bowel, "irritable bowel syndrome", words)
    assert told == (
        "Others report no clear difference from placebo for overall change in irritable bowel syndrome; "
        "the trial itself cannot be read, so we are very unsure."
    )
