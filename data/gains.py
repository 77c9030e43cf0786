"""Benefits counted in people: how many got better on LDN and on the comparison, in one placebo trial each."""

from dataclasses import dataclass
from functools import cache

from data.dataset import Dataset
from data.evidence import Evidence
from data.harms import share
from data.labels import label_of
from data.models.base import Missing
from data.models.study import Arm, Better, EventArm, Result, Study


@dataclass(frozen=True)
class Gain:
    """One benefit in one placebo trial: people with it in both arms, as counted."""

    study: Study
    result: Result
    ldn: EventArm
    control: EventArm

    @property
    def weeks(self) -> float | None:
        """Weeks on the drug when it was counted, if the source says so."""
        return None if isinstance(self.result.weeks, Missing) else self.result.weeks


@cache
def gains(dataset: Dataset, condition: str) -> tuple[Gain, ...]:
    """Benefits counted as people in the placebo trials of a condition, most people first."""
    found = []
    for study in label_of(dataset, condition).cells[Evidence.PLACEBO_TRIAL].studies:
        for result in study.results:
            ldn, control = _events(result.ldn), _events(result.control)
            about = not result.conditions or condition in result.conditions
            if ldn and control and about and result.better is not Better.NEITHER and result.pooled is None:
                found.append(Gain(study, result, ldn, control))
    return tuple(sorted(found, key=lambda gain: -((gain.ldn.n or 0) + (gain.control.n or 0))))


def _events(arm: Arm | Missing) -> EventArm | None:
    if isinstance(arm, Missing) or (arm.events is None and arm.percent is None):
        return None
    people = EventArm(events=arm.events, n=arm.n, percent=arm.percent)
    return people if share(people) is not None else None
