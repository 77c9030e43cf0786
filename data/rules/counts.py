"""Counts agree with one another: arms add up and percentages match their counts."""

from collections.abc import Iterator
from typing import Any

from data.dataset import Dataset
from data.models.base import known_count
from data.models.study import Arm, ArmCounts, Design, EventArm, Study

# Published percentages are rounded to a whole or a tenth; half a unit of the coarser kind, with a hair of slack.
ROUNDING = 0.51
RECHECK = "Check both against the source; leave out the one it does not give"


def arms_add_up(dataset: Dataset) -> Iterator[Any]:
    """Arms sum to those randomised; nobody is analysed who was not there; events never exceed people."""
    for study in dataset.studies:
        yield from _arms_of(study)
        for index, result in enumerate(study.results):
            for name in ("ldn", "control"):
                arm = getattr(result, name)
                if isinstance(arm, Arm):
                    yield from _events_fit(study, ("results", index, name), arm)
                    if result.pooled is None:
                        yield from _arm_fits(study, ("results", index, name, "n"), arm.n)
        for index, report in enumerate(study.side_effects):
            for name in ("ldn", "control"):
                arm = getattr(report, name)
                if isinstance(arm, EventArm) and report.counted == "people":
                    yield from _events_fit(study, ("side_effects", index, name), arm)


def _arms_of(study: Study) -> Iterator[Any]:
    people = study.people
    randomised = known_count(people.randomised)
    entered = known_count(people.entered)
    analysed = known_count(people.analysed)
    if isinstance(people.per_arm, ArmCounts) and randomised is not None and study.design is Design.RANDOMISED_PARALLEL:
        total = people.per_arm.ldn + people.per_arm.control + people.per_arm.others
        if total != randomised:
            wrong = f"the arms add up to {total}, but {randomised} people were randomised"
            yield study, ("people", "per_arm"), wrong, "Check the counts; put further arms into `others`"
    started = randomised if randomised is not None else entered
    if started is not None and analysed is not None and analysed > started:
        yield (
            study,
            ("people", "analysed"),
            f"{analysed} people analysed, but only {started} started",
            RECHECK,
        )


def _arm_fits(study: Study, path: tuple[str | int, ...], count: int | None) -> Iterator[Any]:
    totals = [known_count(study.people.randomised), known_count(study.people.entered)]
    known = [total for total in totals if total is not None]
    if count is not None and known and count > max(known):
        yield study, path, f"{count} people in one arm, but only {max(known)} in the study", RECHECK


def _events_fit(study: Study, path: tuple[str | int, ...], arm: Arm | EventArm) -> Iterator[Any]:
    if arm.events is not None and arm.n is not None and arm.events > arm.n:
        yield study, (*path, "events"), f"{arm.events} people with the event among {arm.n}", RECHECK


def percentages_match_counts(dataset: Dataset) -> Iterator[Any]:
    """A percentage beside its counts is the one the counts give, within rounding."""
    for study in dataset.studies:
        arms = [
            *(
                (("results", i, name), getattr(r, name))
                for i, r in enumerate(study.results)
                for name in ("ldn", "control")
            ),
            *(
                (("side_effects", i, name), getattr(r, name))
                for i, r in enumerate(study.side_effects)
                for name in ("ldn", "control")
                if r.counted == "people"
            ),
        ]
        for path, arm in arms:
            if not isinstance(arm, Arm | EventArm) or arm.events is None or not arm.n or arm.percent is None:
                continue
            share = 100 * arm.events / arm.n
            if abs(share - arm.percent) > ROUNDING:
                wrong = f"{arm.percent:g}% disagrees with its counts: {arm.events} of {arm.n} is {share:.1f}%"
                yield study, (*path, "percent"), wrong, RECHECK
