"""Quoted figures: found with range and source, refused when they lead nowhere, changed when their study changes."""

from dataclasses import replace

import pytest

from data.dataset import Dataset
from data.models.base import Basis, DoseContext
from data.models.study import Arm, Result
from data.models.told import Question, QuestionTopic, Quoted, QuotedFrom, SaidAs
from data.quoted import COUNTS, quoted, quoted_figures
from data.rules.quotations import quotations_resolve

FINAL = "duebruun-2024-fibromyalgia"
PAIN = "results.pain-12w.control.change"


def study(field: str, of: str = FINAL, said: SaidAs = SaidAs.VALUE) -> Quoted:
    return Quoted(kind=QuotedFrom.STUDY, of=of, field=field, said=said)


def asked(dataset: Dataset, figure: Quoted, *, rests_on: tuple[str, ...] = (FINAL,)) -> list[str]:
    """What the rule says about a question that quotes this figure."""
    question = Question(
        id="a-question", topic=QuestionTopic.DOES_IT_WORK, basis=Basis.TRIAL, dose=DoseContext.LOW, rests_on=rests_on,
        figures={"figure": figure},
    )  # fmt: skip
    changed = replace(dataset, questions=(question,), passages=())
    return [wrong for _, _, wrong, _ in quotations_resolve(changed)]


def with_placebo_change(result: Result, change: float) -> Result:
    assert isinstance(result.control, Arm)
    return result.model_copy(update={"control": result.control.model_copy(update={"change": change})})


@pytest.mark.parametrize(
    ("reference", "value", "low", "high"),
    [
        (study(PAIN), -0.9, -1.4, -0.5),
        (study(PAIN, said=SaidAs.FALL), 0.9, 0.5, 1.4),
        (study("results.pain-12w.effect.value"), -0.34, -0.95, 0.27),
        (study("results.pain-30-percent-12w.control.percent"), 26, None, None),
        (study("people.randomised"), 99, None, None),
        (study("weeks_on_drug", of="cree-2010-ms-crossover"), 8, None, None),
        (Quoted(kind=QuotedFrom.CLAIM, of="usual-dose", field="full"), 50, None, None),
        (Quoted(kind=QuotedFrom.SAFETY, of="liver-disease", field="times"), 5, 5, 10),
        (Quoted(kind=QuotedFrom.SCHEDULE, of="naldep-steps", field="steps.0.mg_per_day"), 1.5, None, None),
    ],
)
def test_figure_is_found_with_its_range(
    dataset: Dataset, reference: Quoted, value: float, low: float | None, high: float | None
) -> None:
    figure = quoted(dataset, reference)
    assert (figure.value, figure.low, figure.high) == (value, low, high)


def test_figure_says_where_it_stands_and_how_deep_that_was_read(dataset: Dataset) -> None:
    figure = quoted(dataset, study(PAIN))
    assert (figure.source, figure.where, figure.depth) == (FINAL, "findings", "abstract")


def test_counts_are_those_of_the_dataset(dataset: Dataset) -> None:
    assert COUNTS["studies"](dataset) == len(dataset.studies)
    assert COUNTS["registered-trials"](dataset) == len(dataset.trials)
    parts = ("conditions-with-placebo-result", "conditions-without-placebo-result", "conditions-not-studied")
    assert sum(COUNTS[part](dataset) for part in parts) == COUNTS["conditions"](dataset) == len(dataset.conditions)


def test_a_changed_study_changes_the_figure_an_answer_quotes(dataset: Dataset) -> None:
    [question] = [question for question in dataset.questions if question.id == "does-it-work-fibromyalgia"]
    before = quoted_figures(dataset, question)["final_placebo"]
    final = dataset.study_by_id[FINAL]
    results = tuple(with_placebo_change(r, -0.7) if r.id == "pain-12w" else r for r in final.results)
    studies = tuple(s if s.id != FINAL else final.model_copy(update={"results": results}) for s in dataset.studies)
    after = quoted_figures(replace(dataset, studies=studies), question)["final_placebo"]
    assert (before.value, after.value) == (0.9, 0.7)


@pytest.mark.parametrize(
    ("reference", "said"),
    [
        (study("results.pain-99w.ldn.change"), "0 items are named pain-99w; there are: pain-12w, "),
        (study("results.pain-12w.ldn.mean"), "holds no number"),
        (
            study("results.pain-12w.ldn.colour"),
            "has no results.pain-12w.ldn.colour: there is no colour among n, mean, sd",
        ),
        (study("people.randomised.value.more"), "there is no more among nothing"),
        (study("people.randomised", said=SaidAs.FALL), "is no fall"),
        (study("people.randomised", of="no-such-study"), "there is no study with the id no-such-study"),
        (study("people.randomised", of="duebruun-2024-fibromyalgi"), "the closest is duebruun-2024-fibromyalgia"),
        (
            Quoted(kind=QuotedFrom.CLAIM, of="no-such-claim", field="full"),
            "there is no claim with the id no-such-claim",
        ),
        (
            Quoted(kind=QuotedFrom.CLAIM, of="usual-dose", field="none"),
            "usual-dose has no figure none; its figures are: full, median, top",
        ),
        (Quoted(kind=QuotedFrom.COUNT, of="stars"), "nothing is counted as stars"),
    ],
)
def test_a_reference_that_leads_nowhere_is_refused(dataset: Dataset, reference: Quoted, said: str) -> None:
    [wrong] = asked(dataset, reference)
    assert said in wrong


def test_a_figure_whose_source_the_answer_does_not_name_is_refused(dataset: Dataset) -> None:
    [wrong] = asked(dataset, study(PAIN), rests_on=("cree-2010-ms-crossover",))
    assert FINAL in wrong
    assert asked(dataset, study(PAIN)) == []
