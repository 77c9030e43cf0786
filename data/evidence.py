"""What counts as evidence about a condition, of which kind it is, and what a placebo trial says."""

from collections.abc import Iterable
from enum import StrEnum

from data.models.base import known_count
from data.models.study import (
    BETWEEN_GROUPS,
    RANDOMISED,
    Arm,
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


class Evidence(StrEnum):
    """Kinds of evidence, from the strongest test down."""

    PLACEBO_TRIAL = "placebo-trial"
    OTHER_COMPARISON = "other-comparison"
    BEFORE_AFTER = "before-after"
    CASES = "cases"


class Voice(StrEnum):
    """What one placebo trial says."""

    LDN = "ldn"
    NO_DIFFERENCE = "no-difference"
    CONTROL = "control"
    DIVIDED = "divided"


_VOICES = {
    Direction.FAVOURS_LDN: Voice.LDN,
    Direction.NO_CLEAR_DIFFERENCE: Voice.NO_DIFFERENCE,
    Direction.FAVOURS_CONTROL: Voice.CONTROL,
}


def counts_as_evidence(study: Study) -> bool:
    """A published study of people on a low dose of naltrexone alone, that still stands, told once."""
    return (
        study.kind is Kind.PRIMARY
        and isinstance(study.dose, Dose)
        and study.dose.band is DoseBand.LOW
        and study.integrity.status is not IntegrityStatus.RETRACTED
        and study.secondary_to is None
        and study.combined_with is None
    )


def models_of(studies: Iterable[Study], condition: str) -> tuple[Study, ...]:
    """Animal and cell studies whose model stands for a condition, newest first. They say nothing about people."""
    found = [
        study
        for study in studies
        if condition in study.model_of and study.integrity.status is not IntegrityStatus.RETRACTED
    ]
    return tuple(sorted(found, key=lambda study: -(study.citation.year or 0)))


def has_unclear_dose(study: Study) -> bool:
    """A study whose dose no source we read gives, so that nobody can say whether it was low."""
    return not isinstance(study.dose, Dose) or study.dose.band is DoseBand.UNCLEAR


def has_other_dose(study: Study) -> bool:
    """A study whose dose is known not to be low: above it, or far below it."""
    return isinstance(study.dose, Dose) and study.dose.band in (DoseBand.HIGHER, DoseBand.ULTRA_LOW)


def kind_of_evidence(study: Study) -> Evidence:
    """Which column a study stands in."""
    comparator = study.comparator.kind if isinstance(study.comparator, Comparator) else ComparatorKind.NONE
    if study.design in RANDOMISED and comparator is ComparatorKind.PLACEBO:
        return Evidence.PLACEBO_TRIAL
    if study.design in RANDOMISED or study.design in (Design.FIXED_ORDER_CROSSOVER, Design.CONTROLLED_TRIAL):
        return Evidence.OTHER_COMPARISON
    if comparator in (ComparatorKind.ACTIVE, ComparatorKind.USUAL_CARE, ComparatorKind.OTHER_GROUP):
        return Evidence.OTHER_COMPARISON
    if study.design in (Design.CASE_SERIES, Design.CASE_REPORT):
        return Evidence.CASES
    return Evidence.BEFORE_AFTER


def main_result(study: Study, condition: str) -> Result | None:
    """The study's first-shown result, when it is about this condition."""
    return next((r for r in study.results if r.id == study.main_result and _is_about(r, condition)), None)


def spoken_by(trial: Study, condition: str, outcome: str | None = None) -> tuple[Voice, Result] | None:
    """What a trial says about a condition, or one outcome of it, and the result shown for it.

    It speaks through its first-shown result; when that is about something else or there is none, through its
    primary results, else through all its results; when these point different ways it is divided. None when it
    gives no comparison.
    """
    about = [r for r in trial.results if _is_about(r, condition) and r.direction in BETWEEN_GROUPS]
    about = [r for r in about if outcome is None or r.outcome == outcome]
    first = [r for r in about if r.id == trial.main_result]
    spoken = first or [r for r in about if r.primary] or about
    if not spoken:
        return None
    voices = {_VOICES[r.direction] for r in spoken}
    return (voices.pop() if len(voices) == 1 else Voice.DIVIDED), spoken[0]


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


def _is_about(result: Result, condition: str) -> bool:
    return not result.conditions or condition in result.conditions
