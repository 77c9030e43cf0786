"""The few figures the start page quotes, each taken from the records."""

from collections.abc import Iterable
from dataclasses import dataclass

from data.dataset import Dataset
from data.evidence import people_in
from data.harms import Twin, twins
from data.labels import State, labels
from data.models.base import Figure, Quantity
from data.models.practice import Claim, SafetyFact
from data.models.study import Comparator, ComparatorKind, Effect, SideEffectReport, Study


@dataclass(frozen=True)
class Reach:
    """How far LDN was tested, over all conditions."""

    conditions: int
    placebo_tested: int
    by_state: dict[State, int]
    largest_printed_trial: int


def reach(dataset: Dataset) -> Reach:
    """Count conditions by what was tested, and find the largest placebo trial that a journal printed."""
    found = labels(dataset)
    by_state = {state: sum(label.state is state for label in found) for state in State}
    trials = [(trial, label.condition) for label in found for trial in label.compared]
    return Reach(
        conditions=len(found),
        placebo_tested=sum(bool(label.compared) for label in found),
        by_state=by_state,
        largest_printed_trial=max(
            (people_in(trial, condition) or 0 for trial, condition in trials if trial.citation.journal), default=0
        ),
    )


def longest_placebo_twin(dataset: Dataset, effect: str) -> Twin:
    """The placebo-controlled count of an effect from the trial with the longest time on the drug.

    Raises LookupError when no placebo trial at low dose counted the effect.
    """
    found = [twin for twin in twins(dataset, effect) if twin.against is ComparatorKind.PLACEBO]
    if not found:
        raise LookupError(f"no placebo trial at low dose counts {effect}")
    return max(found, key=lambda twin: _weeks(twin.study))


def largest_placebo_twin(dataset: Dataset, effect: str) -> Twin | None:
    """The placebo-controlled count of an effect with the most people."""
    return next((twin for twin in twins(dataset, effect) if twin.against is ComparatorKind.PLACEBO), None)


def pooled_ratio(dataset: Dataset, effect: str) -> tuple[Study, SideEffectReport, Effect] | None:
    """The newest published pooled comparison of an effect that carries an interval."""
    found = [
        (study, report, report.comparison)
        for study in dataset.studies
        for report in study.side_effects
        if report.effect == effect and report.pooled is not None and isinstance(report.comparison, Effect)
        and report.comparison.ci is not None and _against_placebo(study)
    ]  # fmt: skip
    return max(found, key=lambda item: item[0].citation.year or 0, default=None)


def safety_figure(dataset: Dataset, fact: str, name: str) -> Figure:
    """A figure a safety fact quotes. Raises LookupError when the fact or the figure is gone."""
    return _figure(dataset.safety, fact, name)


def claim_figure(dataset: Dataset, claim: str, name: str) -> Figure:
    """A figure a claim quotes. Raises LookupError when the claim or the figure is gone."""
    return _figure(dataset.claims, claim, name)


def _figure(records: Iterable[SafetyFact | Claim], record_id: str, name: str) -> Figure:
    for record in records:
        if record.id == record_id and name in record.figures:
            return record.figures[name]
    raise LookupError(f"no figure {name} in {record_id}")


def _against_placebo(study: Study) -> bool:
    return isinstance(study.comparator, Comparator) and study.comparator.kind is ComparatorKind.PLACEBO


def _weeks(study: Study) -> float:
    return study.weeks_on_drug.value if isinstance(study.weeks_on_drug, Quantity) else 0.0
