"""What the dataset holds and how well it was checked: `python -m data report`."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from data.dataset import Dataset
from data.evidence import counts_as_evidence, kind_of_evidence
from data.labels import labels
from data.models.base import Figure, Missing, Provenance
from data.models.register import CheckRole
from data.models.study import Study
from data.rules.provenance import walk


def report(dataset: Dataset) -> Iterator[str]:
    """Lines of plain text."""
    yield from _studies(dataset)
    yield from _figures(dataset)
    yield from _checks(dataset)
    yield from _per_condition(dataset)
    yield from _open_questions(dataset)


def figures_in(study: Study) -> int:
    """How many figures a study record holds: every number that stands somewhere in one of its sources."""
    return figures_by_depth(study).total()


def figures_by_depth(study: Study) -> Counter[str]:
    """Figures of a study record per depth their source was read at. The level of an interval (95 %) is no finding."""
    depth_of = {source.id: source.depth for source in study.sources}
    return Counter(
        depth_of[value.source]
        for _, value in walk(study)
        if isinstance(value, Provenance)
        for number in _stated(value)
        if isinstance(number, int | float) and not isinstance(number, bool)
    )


def _stated(value: object) -> Iterator[object]:
    """What the file itself says: a default nobody wrote is no figure."""
    if isinstance(value, BaseModel):
        for name in value.model_fields_set - {"ci_level"}:
            yield from _stated(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _stated(item)
    else:
        yield value


def _studies(dataset: Dataset) -> Iterator[str]:
    counted = [study for study in dataset.studies if counts_as_evidence(study)]
    kinds = Counter(study.kind for study in dataset.studies)
    evidence = Counter(kind_of_evidence(study) for study in counted)
    yield f"Studies: {len(dataset.studies)} ({_list(kinds)})"
    yield f"Counted as low-dose evidence in people: {len(counted)} ({_list(evidence)})"
    yield f"Designs: {_list(Counter(study.design for study in dataset.studies))}"
    yield (
        f"Other records: {len(dataset.trials)} registered trials, {len(dataset.safety)} safety facts, "
        f"{len(dataset.claims)} claims, {len(dataset.dosing)} dosing schedules, {len(dataset.mechanisms.steps)} "
        f"mechanism steps, {len(dataset.mechanisms.parameters)} parameters, {len(dataset.sources)} documents"
    )


def _figures(dataset: Dataset) -> Iterator[str]:
    depths: Counter[str] = sum((figures_by_depth(study) for study in dataset.studies), Counter())
    quoted = [figure for figures in _quoted(dataset) for figure in figures.values()]
    yield f"Figures in studies: {depths.total()}, by the depth they were read at: {_list(depths)}"
    yield f"Figures quoted in sentences: {len(quoted)} ({_list(Counter(figure.depth for figure in quoted))})"
    missing = Counter(value for study in dataset.studies for _, value in walk(study) if isinstance(value, Missing))
    yield f"Said to be missing: {_list(missing)}"
    sources = sum(len(study.sources) for study in dataset.studies)
    yield f"Sources: {sources} in studies, {len(dataset.sources)} documents"


def _quoted(dataset: Dataset) -> Iterator[dict[str, Figure]]:
    for step in dataset.mechanisms.steps:
        yield step.figures
        yield from (evidence.figures for evidence in step.evidence)
    yield from (fact.figures for fact in dataset.safety)
    yield from (claim.figures for claim in dataset.claims)


def _checks(dataset: Dataset) -> Iterator[str]:
    second = [check for check in dataset.checks if check.role is CheckRole.SECOND_READER]
    figures, agreed = sum(check.figures for check in second), sum(check.agree for check in second)
    held = {study.id: figures_in(study) for study in dataset.studies}
    read_twice = {check.record for check in second}
    covered = sum(held.get(record, 0) for record in read_twice)
    share = 100 * covered / max(1, sum(held.values()))
    oldest = min((check.checked for check in dataset.checks), default=None)
    yield (
        f"Second reading: {len(second)} records, {figures} figures, {agreed} agreed; "
        f"{share:.0f} % of the figures in studies stand in a record that was read twice"
    )
    kinds = (f"{len(read_twice.intersection(ids))} of {len(ids)} {kind}" for kind, ids in dataset.checkable.items())
    yield f"Read twice: {', '.join(kinds)}"
    yield f"Oldest check: {oldest or 'none'}; dataset last checked {dataset.release.checked}"


def _per_condition(dataset: Dataset) -> Iterator[str]:
    yield "Conditions (studies by kind of evidence, label):"
    for label in labels(dataset):
        cells = ", ".join(f"{len(cell.studies)} {kind}" for kind, cell in label.cells.items() if cell.studies)
        sure = label.certainty.slug if label.certainty else "nothing to rate"
        yield f"  {label.condition}: {cells or 'none'}; {label.state}, {sure}"


def _open_questions(dataset: Dataset) -> Iterator[str]:
    second_hand = [s.id for s in dataset.studies if s.sources[0].depth == "secondary"]
    unread = [c.record for c in dataset.checks if c.not_confirmable]
    yield f"Open: {len(second_hand)} studies known second-hand only: {', '.join(second_hand) or 'none'}"
    yield f"Open: {len(unread)} records with figures the second reader could not see"
    once = [
        study.id
        for study in dataset.studies
        if any(result.read_once for result in study.results) or any(effect.read_once for effect in study.side_effects)
    ]
    yield f"Open: {len(once)} studies with figures shown as read once: {', '.join(once) or 'none'}"


def _list(counter: Counter[Any]) -> str:
    return ", ".join(f"{count} {name}" for name, count in counter.most_common())
