"""Unwanted effects counted in people in the trials of one condition: totals, stopping and serious ones."""

from data.dataset import Dataset
from data.harms import Twin, reported_effects, twins
from data.models.subject import SideEffectGroup

GROUPS = frozenset({SideEffectGroup.TOTAL, SideEffectGroup.STOPPED, SideEffectGroup.SERIOUS})


def condition_harms(dataset: Dataset, condition: str) -> tuple[Twin, ...]:
    """Counts beside a comparison, in the dataset's order of effects."""
    groups = {effect.id: effect.group for effect in dataset.side_effects}
    wanted = [effect for effect in reported_effects(dataset) if groups[effect] in GROUPS]
    return tuple(twin for effect in wanted for twin in twins(dataset, effect) if condition in twin.study.conditions)
