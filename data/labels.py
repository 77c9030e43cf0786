"""The evidence label of a condition, computed from the records by the rule in docs/evidence-labels.md.

Three separate answers that always travel together: which way (state), how sure (certainty), how much (the
published effect of the largest placebo trial). It is a transparent rule, not a panel's judgement.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from functools import cache

from data.dataset import Dataset
from data.models.base import known_count
from data.models.study import (
    BETWEEN_GROUPS,
    RANDOMISED,
    Arm,
    Blinding,
    Comparator,
    ComparatorKind,
    Design,
    Direction,
    Dose,
    DoseBand,
    IntegrityStatus,
    Kind,
    Result,
    Study,
)

FEW_PEOPLE = 100
ENOUGH_PEOPLE = 400
KEPT_SHARE = 0.8
CLEAR_MAJORITY = 2 / 3


class State(StrEnum):
    """Five honest states."""

    SUPPORTED = "supported"
    MIXED = "mixed"
    NO_DIFFERENCE = "no-difference"
    UNCONTROLLED = "only-uncontrolled"
    UNTESTED = "untested"


class Certainty(IntEnum):
    """GRADE's four levels."""

    VERY_LOW = 1
    LOW = 2
    MODERATE = 3
    HIGH = 4

    @property
    def slug(self) -> str:
        """The language-free id: very-low, low, moderate, high."""
        return self.name.lower().replace("_", "-")


class Evidence(StrEnum):
    """Kinds of evidence, from the strongest test down."""

    PLACEBO_TRIAL = "placebo-trial"
    OTHER_COMPARISON = "other-comparison"
    BEFORE_AFTER = "before-after"
    CASES = "cases"


class Reason(StrEnum):
    """Why the certainty is not higher."""

    NO_PLACEBO_TRIAL = "no-placebo-trial"
    PLACEBO_RESULT_NOT_FOUND = "placebo-result-not-found"
    FEW_PEOPLE = "few-people"
    NOT_ENOUGH_PEOPLE = "not-enough-people"
    ONE_TRIAL = "one-trial"
    TRIALS_DISAGREE = "trials-disagree"
    PEOPLE_LOST = "people-lost"
    NOT_DOUBLE_BLIND = "not-double-blind"


@dataclass(frozen=True)
class Cell:
    """The studies of one kind about one condition. `people` is None when no study gives a number for it."""

    studies: tuple[Study, ...]
    people: int | None


@dataclass(frozen=True)
class Label:
    """Which way, how sure, how much, and why, for one condition. `compared` are the trials the state rests on."""

    condition: str
    state: State
    certainty: Certainty | None
    reasons: tuple[Reason, ...]
    cells: dict[Evidence, Cell]
    compared: tuple[Study, ...]
    size: tuple[Study, Result] | None

    @property
    def people(self) -> int:
        """People in all studies that give a number for this condition."""
        return sum(cell.people or 0 for cell in self.cells.values())

    @property
    def studies(self) -> tuple[Study, ...]:
        """Every counted study, strongest kind first."""
        return tuple(study for cell in self.cells.values() for study in cell.studies)


def counts_as_evidence(study: Study) -> bool:
    """A published study of people on a low dose that still stands."""
    return (
        study.kind is Kind.PRIMARY
        and isinstance(study.dose, Dose)
        and study.dose.band is DoseBand.LOW
        and study.integrity.status is not IntegrityStatus.RETRACTED
        and study.secondary_to is None
    )


def kind_of_evidence(study: Study) -> Evidence:
    """Which column a study stands in."""
    comparator = study.comparator.kind if isinstance(study.comparator, Comparator) else ComparatorKind.NONE
    if study.design in RANDOMISED and comparator is ComparatorKind.PLACEBO:
        return Evidence.PLACEBO_TRIAL
    if study.design in RANDOMISED or study.design is Design.FIXED_ORDER_CROSSOVER:
        return Evidence.OTHER_COMPARISON
    if comparator in (ComparatorKind.ACTIVE, ComparatorKind.USUAL_CARE, ComparatorKind.OTHER_GROUP):
        return Evidence.OTHER_COMPARISON
    if study.design in (Design.CASE_SERIES, Design.CASE_REPORT):
        return Evidence.CASES
    return Evidence.BEFORE_AFTER


@cache
def label_of(dataset: Dataset, condition: str) -> Label:
    """The label of one condition, computed once per dataset."""
    studies = [s for s in dataset.studies if condition in s.conditions and counts_as_evidence(s)]
    cells = {kind: _cell([s for s in studies if kind_of_evidence(s) is kind], condition) for kind in Evidence}
    trials = cells[Evidence.PLACEBO_TRIAL].studies
    results = [
        (trial, result)
        for trial in trials
        if (result := main_result(trial, condition)) is not None and result.direction in BETWEEN_GROUPS
    ]
    state = _state(studies, results, condition)
    certainty, reasons = _certainty(state, results, condition)
    if state is State.UNCONTROLLED and trials:
        reasons = (Reason.PLACEBO_RESULT_NOT_FOUND,)
    size = max(results, key=lambda pair: _weight(pair[0], condition), default=None)
    return Label(condition, state, certainty, reasons, cells, tuple(trial for trial, _ in results), size)


@cache
def labels(dataset: Dataset) -> tuple[Label, ...]:
    """Labels of all conditions, in the dataset's order."""
    return tuple(label_of(dataset, condition.id) for condition in dataset.conditions)


def main_result(study: Study, condition: str) -> Result | None:
    """The study's first-shown result that is about this condition."""
    about = [r for r in study.results if not r.conditions or condition in r.conditions]
    by_id = {result.id: result for result in about}
    return by_id.get(study.main_result or "") or next((r for r in about if r.primary), None)


def people_in(study: Study, condition: str) -> int | None:
    """People of this condition in the study's main analysis; None when no number is given for it."""
    if len(study.conditions) > 1:
        own = [r for r in study.results if r.conditions == (condition,)]
        counts = [sum(a.n or 0 for a in (r.ldn, r.control) if isinstance(a, Arm)) for r in own]
        return max(counts, default=0) or None
    for count in (study.people.analysed, study.people.randomised, study.people.entered):
        if (number := known_count(count)) is not None:
            return number
    return None


def _cell(studies: list[Study], condition: str) -> Cell:
    known = [n for study in studies if (n := people_in(study, condition)) is not None]
    return Cell(tuple(studies), sum(known) if known else None)


def _weight(trial: Study, condition: str) -> int:
    # A trial that gives no number for this condition still speaks, with the smallest possible voice.
    return people_in(trial, condition) or 1


def _share(results: Iterable[tuple[Study, Result]], direction: Direction, condition: str) -> float:
    pairs = list(results)
    total = sum(_weight(trial, condition) for trial, _ in pairs)
    matching = sum(_weight(trial, condition) for trial, result in pairs if result.direction is direction)
    return matching / total if total else 0.0


def _state(studies: list[Study], results: list[tuple[Study, Result]], condition: str) -> State:
    if not studies:
        return State.UNTESTED
    if not results:
        return State.UNCONTROLLED
    people = sum(_weight(trial, condition) for trial, _ in results)
    if _share(results, Direction.FAVOURS_LDN, condition) > CLEAR_MAJORITY and len(results) > 1 and people >= FEW_PEOPLE:
        return State.SUPPORTED
    against = (Direction.NO_CLEAR_DIFFERENCE, Direction.FAVOURS_CONTROL)
    if sum(_share(results, direction, condition) for direction in against) > CLEAR_MAJORITY:
        return State.NO_DIFFERENCE
    return State.MIXED


def _certainty(
    state: State, results: list[tuple[Study, Result]], condition: str
) -> tuple[Certainty | None, tuple[Reason, ...]]:
    if state is State.UNTESTED:
        return None, ()
    if state is State.UNCONTROLLED:
        return Certainty.VERY_LOW, (Reason.NO_PLACEBO_TRIAL,)
    reasons: list[Reason] = []
    steps = 0
    people = sum(_weight(trial, condition) for trial, _ in results)
    if people < FEW_PEOPLE:
        reasons.append(Reason.FEW_PEOPLE)
        steps += 2
    elif people < ENOUGH_PEOPLE:
        reasons.append(Reason.NOT_ENOUGH_PEOPLE)
        steps += 1
    if len(results) == 1:
        reasons.append(Reason.ONE_TRIAL)
        steps += 1
    if len({result.direction for _, result in results}) > 1:
        reasons.append(Reason.TRIALS_DISAGREE)
        steps += 1
    bias = _bias(results, condition, people)
    steps += bool(bias)
    level = max(Certainty.VERY_LOW, Certainty(max(1, Certainty.HIGH - steps)))
    return level, (*reasons, *bias)


def _bias(results: list[tuple[Study, Result]], condition: str, people: int) -> tuple[Reason, ...]:
    def share(trials: list[Study]) -> float:
        return sum(_weight(trial, condition) for trial in trials) / people if people else 0.0

    lost = [trial for trial, _ in results if _kept(trial) < KEPT_SHARE]
    unblinded = [trial for trial, _ in results if trial.blinding is not Blinding.DOUBLE]
    found = []
    if share(lost) >= 0.5:
        found.append(Reason.PEOPLE_LOST)
    if share(unblinded) >= 0.5:
        found.append(Reason.NOT_DOUBLE_BLIND)
    return tuple(found)


def _kept(trial: Study) -> float:
    started = known_count(trial.people.randomised) or known_count(trial.people.entered)
    analysed = known_count(trial.people.analysed)
    return analysed / started if started and analysed is not None else 1.0
