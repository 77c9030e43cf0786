"""Starting, stopping, practical: what was published, each with its source; never an instruction."""

import re

from content.text import Words
from data.dataset import Dataset
from data.models.practice import HourOfDay, SafetyTopic
from data.practice import by_hour, judged
from tests.components.charts.markup import parse, percent, text_of, with_attribute, with_class
from tests.views.visit import pictures, said, visit


def test_every_published_schedule_is_there_with_its_source(dataset: Dataset, words: Words) -> None:
    drawn = {
        e.attrib["data-schedule"]: e
        for e in with_attribute(parse(pictures(visit("practical"))["schedules"]), "data-schedule")
    }
    assert set(drawn) == {schedule.id for schedule in dataset.dosing}
    for schedule in dataset.dosing:
        steps = with_class(drawn[schedule.id], "stair")
        assert len(steps) == len(schedule.steps)
        assert words(f"dosing.{schedule.id}.plain") in text_of(drawn[schedule.id])
        assert list(drawn[schedule.id].iter("a"))
        for step, stair in zip(schedule.steps, steps, strict=True):
            assert text_of(stair) == f"{step.mg_per_day:g} mg"


def test_stairs_stand_on_the_weeks_of_their_own_study(dataset: Dataset) -> None:
    root = parse(pictures(visit("practical"))["schedules"])
    [card] = [e for e in with_attribute(root, "data-schedule") if e.attrib["data-schedule"] == "british-columbia-steps"]
    lefts = [percent(stair, "left") for stair in with_class(card, "stair")]
    assert lefts == [0.0, 6.25, 12.5, 18.75]  # weeks 0 to 3 of 16
    assert "Week 16" in text_of(card)


def test_the_page_says_that_it_gives_no_instruction(words: Words) -> None:
    text = said(visit("practical"))
    assert words("practical.never") in text
    assert "not taking LDN is always an option" in text
    assert not re.search(r"\b(you should|take \d|start with \d|increase to)\b", text, re.IGNORECASE)


def test_hours_are_counted_and_nobody_compared_them(dataset: Dataset) -> None:
    found = by_hour(dataset)
    text = said(visit("practical"))
    assert (
        f"Of {len(dataset.dosing)} published schedules, {len(found[HourOfDay.NIGHT])} say the dose was taken at night "
        f"and {len(found[HourOfDay.MORNING])} in the morning. We found no study that compares the two."
    ) in text


def test_when_trials_judged_is_listed_for_each(dataset: Dataset) -> None:
    body = next(parse(pictures(visit("practical"))["judgements"]).iter("tbody"))
    assert len(list(body.iter("tr"))) == len(judged(dataset))


def test_cost_is_said_to_be_unknown_without_a_figure(dataset: Dataset, words: Words) -> None:
    at = visit("practical")
    assert "no dependable figure found" in text_of(parse(pictures(at)[f"practical-{SafetyTopic.COST}"]))
    facts = [fact for fact in dataset.safety if fact.topic is SafetyTopic.COST]
    assert [fact.figures for fact in facts] == [{}]


def test_questions_for_a_pharmacist_are_questions_or_requests() -> None:
    text = said(visit("practical"))
    start = text.index("- How do you check that each capsule")
    questions = text[start:].split("\n\n")[0].splitlines()[:8]
    assert len(questions) == 8
    assert sum(question.rstrip().endswith("?") for question in questions) >= 6
