"""References resolve: every id mentioned names a record that exists."""

from collections.abc import Collection, Iterator
from difflib import get_close_matches
from typing import Any

from data.dataset import Dataset
from data.models.told import View

Path = tuple[str | int, ...]


def references_resolve(dataset: Dataset) -> Iterator[Any]:
    """Conditions, outcomes, side effects, studies and documents that are mentioned exist."""
    names = _Names(dataset)
    for study in dataset.studies:
        yield from _all(study, ("conditions",), study.conditions, names.conditions, "condition")
        yield from _all(study, ("model_of",), study.model_of, names.conditions, "condition")
        for index, result in enumerate(study.results):
            here: Path = ("results", index)
            yield from _all(
                study,
                (*here, "conditions"),
                result.conditions,
                frozenset(study.conditions),
                "condition of this study",
            )
            yield from _one(study, (*here, "outcome"), result.outcome, names.outcomes, "outcome")
        for index, report in enumerate(study.side_effects):
            yield from _one(study, ("side_effects", index, "effect"), report.effect, names.effects, "side effect")
        if study.secondary_to is not None:
            yield from _one(study, ("secondary_to",), study.secondary_to, names.studies - {study.id}, "other study")
        if study.main_result is not None:
            own = frozenset(result.id for result in study.results)
            yield from _one(study, ("main_result",), study.main_result, own, "result of this study")
    for condition in dataset.conditions:
        yield from _all(condition, ("key_outcomes",), condition.key_outcomes, names.outcomes, "outcome")
    yield from _mechanism_references(dataset, names)
    yield from _practice_references(dataset, names)


class _Names:
    def __init__(self, dataset: Dataset) -> None:
        self.conditions = frozenset(record.id for record in dataset.conditions)
        self.outcomes = frozenset(record.id for record in dataset.outcomes)
        self.effects = frozenset(record.id for record in dataset.side_effects)
        self.studies = frozenset(record.id for record in dataset.studies)
        self.readable = self.studies | frozenset(record.id for record in dataset.sources)
        self.glossary = frozenset(record.id for record in dataset.glossary)


def _mechanism_references(dataset: Dataset, names: _Names) -> Iterator[Any]:
    mechanisms = dataset.mechanisms
    for index, step in enumerate(mechanisms.steps):
        here: Path = ("steps", index)
        yield from _figures(mechanisms, here, step.figures, names)
        for number, evidence in enumerate(step.evidence):
            there = (*here, "evidence", number)
            yield from _all(mechanisms, (*there, "studies"), evidence.studies, names.readable, "study or document")
            yield from _figures(mechanisms, there, evidence.figures, names)
    steps = frozenset(step.id for step in mechanisms.steps)
    for index, chain in enumerate(mechanisms.chains):
        for number, arrow in enumerate(chain.arrows):
            if arrow.step is not None:
                yield from _one(mechanisms, ("chains", index, "arrows", number, "step"), arrow.step, steps, "step")
    for index, parameter in enumerate(mechanisms.parameters):
        for number, source in enumerate(parameter.sources):
            yield from _one(
                mechanisms,
                ("parameters", index, "sources", number, "source"),
                source.source,
                names.readable,
                "study or document",
            )


def _practice_references(dataset: Dataset, names: _Names) -> Iterator[Any]:
    for fact in dataset.safety:
        yield from _all(fact, ("rests_on",), fact.rests_on, names.readable, "study or document")
        yield from _figures(fact, (), fact.figures, names)
    for response in dataset.responses:
        yield from _all(response, ("effects",), response.effects, names.effects, "side effect")
        yield from _all(response, ("rests_on",), response.rests_on, names.readable, "study or document")
        yield from _figures(response, (), response.figures, names)
    for claim in dataset.claims:
        yield from _all(claim, ("rests_on",), claim.rests_on, names.readable, "study or document")
        yield from _all(claim, ("conditions",), claim.conditions, names.conditions, "condition")
        yield from _figures(claim, (), claim.figures, names)
    for told in (*dataset.questions, *dataset.passages):
        yield from _all(told, ("rests_on",), told.rests_on, names.readable, "study or document")
        yield from _all(told, ("conditions",), told.conditions, names.conditions, "condition")
    yield from _related_pages(dataset, names)
    for printed in dataset.printed_references:
        yield from _one(printed, ("study",), printed.study, names.studies, "study")
    for rating in dataset.ratings:
        yield from _one(rating, ("condition",), rating.condition, names.conditions, "condition")
        yield from _one(rating, ("by",), rating.by, names.studies, "study")
    for schedule in dataset.dosing:
        yield from _one(schedule, ("study",), schedule.study, names.readable, "study or document")
        if schedule.condition is not None:
            yield from _one(schedule, ("condition",), schedule.condition, names.conditions, "condition")
    for trial in dataset.trials:
        yield from _all(trial, ("conditions",), trial.conditions, names.conditions, "condition")
        if trial.published_as is not None:
            yield from _one(trial, ("published_as",), trial.published_as, names.studies, "study")
    for term in dataset.glossary:
        yield from _all(term, ("see_also",), term.see_also, names.glossary, "glossary entry")
    checkable = frozenset(name for names_of_kind in dataset.checkable.values() for name in names_of_kind)
    for check in dataset.checks:
        yield from _one(check, ("record",), check.record, checkable, "record to check")
    for entry in dataset.diary:
        yield from _all(entry, ("studies",), entry.studies, names.studies, "study")
        yield from _all(entry, ("conditions",), entry.conditions, names.conditions, "condition")


def _related_pages(dataset: Dataset, names: _Names) -> Iterator[Any]:
    opened_at = {
        View.CONDITION: (names.conditions, "condition"),
        View.QUESTIONS: (frozenset(question.id for question in dataset.questions), "question"),
    }
    for question in dataset.questions:
        for index, related in enumerate(question.related):
            here: Path = ("related", index, "record")
            if related.view not in opened_at:
                if related.record is not None:
                    yield question, here, f"{related.view} is not opened at a record", "Leave out `record`"
            else:
                known, what = opened_at[related.view]
                yield from _one(question, here, related.record or "", known, what)


def _figures(record: Any, path: Path, figures: Any, names: _Names) -> Iterator[Any]:
    for key, figure in figures.items():
        yield from _one(record, (*path, "figures", key, "source"), figure.source, names.readable, "study or document")


def _all(record: Any, path: Path, ids: Collection[str], known: Collection[str], what: str) -> Iterator[Any]:
    for index, name in enumerate(ids):
        yield from _one(record, (*path, index), name, known, what)


def _one(record: Any, path: Path, name: str, known: Collection[str], what: str) -> Iterator[Any]:
    if name not in known:
        near = get_close_matches(name, known, n=1)
        hint = f"Did you mean {near[0]}?" if near else f"Add the {what} first, or correct the id"
        yield record, path, f"there is no {what} with the id {name}", hint
