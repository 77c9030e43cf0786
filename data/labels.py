"""The evidence label of a condition, or of one outcome in it, computed by the rule in docs/evidence-labels.md.

Three separate answers that always travel together: which way (state), how sure (certainty), how much (the
published effect of the largest placebo trial). It is a transparent rule, not a panel's judgement.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum, StrEnum
from functools import cache

from data.dataset import Dataset
from data.evidence import Evidence, Voice, counts_as_evidence, kind_of_evidence, people_in, spoken_by
from data.models.base import Depth, known_count
from data.models.register import RegisteredTrial, ResultsStatus, TrialStatus
from data.models.study import Blinding, Effect, Kind, Result, Study

FEW_PEOPLE = 100
ENOUGH_PEOPLE = 400
KEPT_SHARE = 0.8
CLEAR_MAJORITY = 2 / 3
HALF = 0.5
RUNNING = frozenset({TrialStatus.PLANNED, TrialStatus.RECRUITING, TrialStatus.ONGOING})
FINISHED = frozenset({TrialStatus.COMPLETED, TrialStatus.TERMINATED})


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
    NO_RANGE = "no-range"
    NOT_MAIN_OUTCOME = "not-main-outcome"
    INDIRECT = "indirect"
    UNPUBLISHED = "unpublished"
    SECOND_HAND = "second-hand"


@dataclass(frozen=True)
class Cell:
    """The studies of one kind about one condition, and the people in those `counted` that give a number."""

    studies: tuple[Study, ...]
    people: int | None
    counted: int


@dataclass(frozen=True)
class Label:
    """Which way, how sure, how much, and why. `compared` are the trials the state rests on, `measured` their outcomes,
    `unmeasured` the outcomes people care about most that no placebo trial compares,
    `unpublished` finished randomised trials without results, `not_counted` studies of people the rule leaves out.
    `parts` are the labels of the outcomes it rests on, what people care about most first, where there are several
    that differ in direction or certainty: such outcomes are never told in one breath.
    """

    condition: str
    outcome: str | None
    state: State
    certainty: Certainty | None
    reasons: tuple[Reason, ...]
    cells: dict[Evidence, Cell]
    compared: tuple[Study, ...]
    compared_people: int
    measured: tuple[str, ...]
    unmeasured: tuple[str, ...]
    size: tuple[Study, Result] | None
    being_tested: int
    unpublished: int
    # Not part of the answer: studies the rule leaves out must never make two labels differ.
    not_counted: int = field(compare=False)
    against_ldn: bool
    voices: tuple[Voice, ...]
    parts: tuple["Label", ...] = ()

    @property
    def people(self) -> int:
        """People in all studies that give a number for this condition."""
        return sum(cell.people or 0 for cell in self.cells.values())

    @property
    def studies(self) -> tuple[Study, ...]:
        """Every counted study, strongest kind first."""
        return tuple(study for cell in self.cells.values() for study in cell.studies)


@dataclass(frozen=True)
class _Heard:
    """One placebo trial's answer and how many people stand behind it."""

    trial: Study
    voice: Voice
    result: Result
    people: int


@cache
def labels(dataset: Dataset) -> tuple[Label, ...]:
    """Labels of all conditions, in the dataset's order."""
    return tuple(label_of(dataset, condition.id) for condition in dataset.conditions)


@cache
def label_of(dataset: Dataset, condition: str, outcome: str | None = None) -> Label:
    """The label of a condition, or of one outcome group in it; computed once per dataset."""
    key_outcomes = dataset.condition_by_id[condition].key_outcomes
    return label_from(dataset.studies, dataset.trials, condition, outcome, key_outcomes)


@cache
def outcomes_of(dataset: Dataset, condition: str) -> tuple[str, ...]:
    """Outcome groups that any counted study of the condition reports, in the dataset's order."""
    reported = {
        result.outcome
        for study in _about(dataset.studies, condition)
        for result in study.results
        if not result.conditions or condition in result.conditions
    }
    return tuple(outcome.id for outcome in dataset.outcomes if outcome.id in reported)


def leave_one_out(dataset: Dataset, condition: str, outcome: str | None = None) -> tuple[tuple[Study, Label], ...]:
    """For each counted study, the label there would be without it."""
    counted = label_of(dataset, condition, outcome).studies
    keys = dataset.condition_by_id[condition].key_outcomes
    return tuple(
        (
            left_out,
            label_from([s for s in dataset.studies if s is not left_out], dataset.trials, condition, outcome, keys),
        )
        for left_out in counted
    )


def label_from(
    studies: Sequence[Study],
    trials: Sequence[RegisteredTrial],
    condition: str,
    outcome: str | None = None,
    key_outcomes: Sequence[str] = (),
) -> Label:
    """The rule itself, over any set of studies and register entries."""
    counted = [study for study in _about(studies, condition) if _reports(study, condition, outcome)]
    cells = {kind: _cell([s for s in counted if kind_of_evidence(s) is kind], condition) for kind in Evidence}
    placebo = cells[Evidence.PLACEBO_TRIAL].studies
    heard = [
        # A trial that gives no number for this condition still speaks, with the smallest possible voice.
        _Heard(trial, spoken[0], spoken[1], people_in(trial, condition) or 1)
        for trial in placebo
        if (spoken := spoken_by(trial, condition, outcome)) is not None
    ]
    registered = [trial for trial in trials if condition in trial.conditions]
    state = _state(counted, heard)
    certainty, reasons = _certainty(state, heard, registered if outcome is None else [], bool(placebo))
    largest = max(heard, key=lambda one: one.people, default=None)
    measured = tuple(dict.fromkeys(one.result.outcome for one in heard))
    apart = measured if outcome is None and len(measured) > 1 else ()
    parts = [label_from(studies, trials, condition, name) for name in apart]
    return Label(
        condition=condition,
        outcome=outcome,
        state=state,
        certainty=certainty,
        reasons=reasons,
        cells=cells,
        compared=tuple(one.trial for one in heard),
        compared_people=sum(people_in(one.trial, condition) or 0 for one in heard),
        measured=measured,
        unmeasured=tuple(key for key in key_outcomes if not any(spoken_by(trial, condition, key) for trial in placebo)),
        size=(largest.trial, largest.result) if largest else None,
        voices=tuple(one.voice for one in heard),
        parts=_told_apart(parts, certainty, key_outcomes),
        against_ldn=_share(heard, [one for one in heard if one.voice is Voice.CONTROL]) > HALF,
        being_tested=sum(_is_under_way(trial) for trial in registered),
        unpublished=sum(_is_silent(trial) for trial in registered),
        not_counted=sum(
            condition in study.conditions and study.kind is Kind.PRIMARY and study.secondary_to is None
            for study in studies
        )
        - len(counted if outcome is None else _about(studies, condition)),
    )


def _told_apart(parts: Sequence[Label], most: Certainty | None, key_outcomes: Sequence[str]) -> tuple[Label, ...]:
    """Labels of outcomes that differ, never surer than the whole; none where all say the same equally surely."""
    held = [replace(part, certainty=min(part.certainty, most)) if part.certainty and most else part for part in parts]
    if len({(part.state, part.certainty) for part in held}) < 2:
        return ()
    return tuple(sorted(held, key=lambda part: (part.outcome not in key_outcomes, -part.compared_people)))


def _about(studies: Sequence[Study], condition: str) -> list[Study]:
    return [study for study in studies if condition in study.conditions and counts_as_evidence(study)]


def _reports(study: Study, condition: str, outcome: str | None) -> bool:
    if outcome is None:
        return True
    return any(r.outcome == outcome and (not r.conditions or condition in r.conditions) for r in study.results)


def _cell(studies: list[Study], condition: str) -> Cell:
    known = [n for study in studies if (n := people_in(study, condition)) is not None]
    return Cell(tuple(studies), sum(known) if known else None, len(known))


def _share(heard: Sequence[_Heard], part: Sequence[_Heard]) -> float:
    total = sum(one.people for one in heard)
    return sum(one.people for one in part) / total if total else 0.0


def _state(counted: Sequence[Study], heard: Sequence[_Heard]) -> State:
    if not counted:
        return State.UNTESTED
    if not heard:
        return State.UNCONTROLLED
    people = sum(one.people for one in heard)
    favour = [one for one in heard if one.voice is Voice.LDN]
    against = [one for one in heard if one.voice in (Voice.NO_DIFFERENCE, Voice.CONTROL)]
    if _share(heard, favour) > CLEAR_MAJORITY and len(heard) > 1 and people >= FEW_PEOPLE:
        return State.SUPPORTED
    return State.NO_DIFFERENCE if _share(heard, against) > CLEAR_MAJORITY else State.MIXED


def _certainty(
    state: State, heard: Sequence[_Heard], registered: Sequence[RegisteredTrial], placebo_trial_exists: bool
) -> tuple[Certainty | None, tuple[Reason, ...]]:
    if state is State.UNTESTED:
        return None, ()
    if state is State.UNCONTROLLED:
        reason = Reason.PLACEBO_RESULT_NOT_FOUND if placebo_trial_exists else Reason.NO_PLACEBO_TRIAL
        return Certainty.VERY_LOW, (reason,)
    imprecise, steps = _imprecision(heard)
    bias = _bias(heard)
    others = [
        reason
        for reason, holds in (
            (Reason.ONE_TRIAL, len(heard) == 1),
            (Reason.TRIALS_DISAGREE, len({one.voice for one in heard}) > 1),
            (Reason.INDIRECT, _share(heard, [one for one in heard if len(one.trial.conditions) > 1]) >= HALF),
            (Reason.UNPUBLISHED, _unpublished(registered) >= sum(one.people for one in heard)),
        )
        if holds
    ]
    caps = _caps(heard)
    level = max(int(Certainty.VERY_LOW), Certainty.HIGH - steps - len(others) - bool(bias))
    return Certainty(min([level, *caps.values()])), (*imprecise, *others, *bias, *caps)


def _caps(heard: Sequence[_Heard]) -> dict[Reason, Certainty]:
    """Gaps that keep the certainty at low, or at very low, however many people took part."""
    caps: dict[Reason, Certainty] = {}
    if _share(heard, [one for one in heard if _is_second_hand(one)]) >= HALF:
        caps[Reason.SECOND_HAND] = Certainty.VERY_LOW
    ranged = [one for one in heard if isinstance(one.result.effect, Effect) and one.result.effect.ci is not None]
    if _share(heard, ranged) < HALF:
        caps[Reason.NO_RANGE] = Certainty.LOW
    if not any(one.result.primary for one in heard):
        caps[Reason.NOT_MAIN_OUTCOME] = Certainty.LOW
    return caps


def _is_second_hand(one: _Heard) -> bool:
    """Whether the trial's result is known only from what others wrote of it."""
    depths = {source.id: source.depth for source in one.trial.sources}
    return depths[one.result.source] is Depth.SECONDARY


def _imprecision(heard: Sequence[_Heard]) -> tuple[tuple[Reason, ...], int]:
    people = sum(one.people for one in heard)
    if people < FEW_PEOPLE:
        return (Reason.FEW_PEOPLE,), Certainty.HIGH - Certainty.VERY_LOW
    return ((Reason.NOT_ENOUGH_PEOPLE,), 1) if people < ENOUGH_PEOPLE else ((), 0)


def _bias(heard: Sequence[_Heard]) -> tuple[Reason, ...]:
    lost = [one for one in heard if _kept(one.trial) < KEPT_SHARE]
    unblinded = [one for one in heard if one.trial.blinding is not Blinding.DOUBLE]
    found = ((Reason.PEOPLE_LOST, lost), (Reason.NOT_DOUBLE_BLIND, unblinded))
    return tuple(reason for reason, part in found if _share(heard, part) >= HALF)


def _kept(trial: Study) -> float:
    started = known_count(trial.people.randomised) or known_count(trial.people.entered)
    analysed = known_count(trial.people.analysed)
    return analysed / started if started and analysed is not None else 1.0


def _is_under_way(trial: RegisteredTrial) -> bool:
    """Planned or running as the register last said; a trial with results is not, whatever its entry still says."""
    return trial.status in RUNNING and trial.results in (ResultsStatus.NONE_FOUND, ResultsStatus.NOT_DUE)


def _is_silent(trial: RegisteredTrial) -> bool:
    return trial.status in FINISHED and trial.results is ResultsStatus.NONE_FOUND and trial.randomised is True


def _unpublished(registered: Sequence[RegisteredTrial]) -> float:
    """People in finished randomised trials without results anywhere; a trial of unknown size counts as none."""
    silent = [trial for trial in registered if _is_silent(trial)]
    people = [t.actual_people if t.actual_people is not None else t.planned_people or 0 for t in silent]
    return sum(people) or float("-inf")
