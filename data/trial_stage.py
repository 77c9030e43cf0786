"""How far a registered trial has come, as a reader asks it, and what a good trial would still have to ask."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from data.dataset import Dataset
from data.labels import FINISHED, RUNNING, Label
from data.models.register import RegisteredTrial, ResultsStatus, TrialStatus

_DAY = re.compile(r"\b(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?\b")
_PLANNED = "planned"


class Stage(StrEnum):
    """What became of a registered trial, as far as the registers and our searches say."""

    UNDER_WAY = "under-way"
    PUBLISHED = "published"
    REGISTER_ONLY = "register-only"
    SILENT = "silent"
    WITHDRAWN = "withdrawn"
    UNCLEAR = "unclear"


def stage_of(trial: RegisteredTrial) -> Stage:
    """The stage of a trial on the day its entry was read."""
    if trial.results is ResultsStatus.PUBLISHED:
        return Stage.PUBLISHED
    if trial.results is ResultsStatus.REGISTER_ONLY:
        return Stage.REGISTER_ONLY
    if trial.status is TrialStatus.WITHDRAWN:
        return Stage.WITHDRAWN
    if trial.status in RUNNING:
        return Stage.UNDER_WAY
    return Stage.SILENT if trial.status in FINISHED else Stage.UNCLEAR


@dataclass(frozen=True)
class Moment:
    """A date as a register gives it: `day` is its first day; `exact` is false where copies of the register differ."""

    day: date
    planned: bool
    exact: bool


def moment(text: str | None, *, latest: bool = False) -> Moment | None:
    """The date in a register's words, the latest of several on request; None where the register gives none."""
    found = [date(int(y), int(m or 1), int(d or 1)) for y, m, d in _DAY.findall(text or "")]
    if not found or text is None:
        return None
    return Moment(max(found) if latest else min(found), _PLANNED in text, len(found) == 1)


def trials_by_condition(dataset: Dataset) -> dict[str, tuple[RegisteredTrial, ...]]:
    """Registered trials of each condition, in the dataset's order; conditions without one are there too."""
    return {
        condition.id: tuple(trial for trial in dataset.trials if condition.id in trial.conditions)
        for condition in dataset.conditions
    }


def awaited(dataset: Dataset, condition: str) -> tuple[RegisteredTrial, ...]:
    """Registered trials of a condition whose results we found nowhere, without those withdrawn before they began."""
    known = (Stage.PUBLISHED, Stage.REGISTER_ONLY, Stage.WITHDRAWN)
    return tuple(trial for trial in dataset.trials if condition in trial.conditions and stage_of(trial) not in known)


def outcomes_to_ask(label: Label) -> tuple[str, ...]:
    """What a good trial would measure: what people care about most and nobody compared, else what trials measured."""
    return label.unmeasured or label.measured
