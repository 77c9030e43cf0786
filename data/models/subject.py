"""What studies are about: conditions, outcomes, side effects. Their words stand in content/<lang>/."""

from enum import StrEnum

from pydantic import Field

from data.models.base import Record, Slug
from data.models.study import Better


class ConditionGroup(StrEnum):
    """Groups a reader can filter by."""

    PAIN = "pain"
    AUTOIMMUNE = "autoimmune"
    GUT = "gut"
    SKIN = "skin"
    FATIGUE = "fatigue"
    NERVES_AND_MIND = "nerves-and-mind"
    CANCER = "cancer"
    OTHER = "other"


class Condition(Record):
    """A condition people ask about; listed even when no study was found."""

    id: Slug
    group: ConditionGroup
    key_outcomes: tuple[Slug, ...] = Field(
        default=(), description="outcomes people care about most; named when no placebo trial reports them"
    )
    none_found: bool = Field(default=False, description="true when we searched and found no human LDN study")
    searched: str | None = Field(default=None, description="what was searched, when none was found")


class Outcome(Record):
    """An outcome group, such as pain or fatigue."""

    id: Slug
    better: Better


class SideEffectGroup(StrEnum):
    """Totals come first; then symptoms; then stopping; then serious."""

    TOTAL = "total"
    SLEEP = "sleep"
    HEAD = "head"
    GUT = "gut"
    MOOD = "mood"
    OTHER = "other"
    STOPPED = "stopped"
    SERIOUS = "serious"


class SideEffect(Record):
    """A side effect that studies report."""

    id: Slug
    group: SideEffectGroup
