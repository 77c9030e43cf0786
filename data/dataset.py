"""The loaded dataset and how to look things up in it."""

from dataclasses import dataclass
from functools import cached_property

from data.models.mechanism import Mechanisms
from data.models.practice import Claim, Document, PrintedReference, Rating, Response, SafetyFact, Schedule
from data.models.register import Check, DiaryEntry, GlossaryEntry, Host, RegisteredTrial, Release
from data.models.study import Study
from data.models.subject import Condition, Outcome, SideEffect
from data.models.told import Passage, Question


@dataclass(frozen=True, eq=False)  # compared and hashed by identity, so that derived views can be cached
class Dataset:
    """Every record, in file order. Immutable and shared by all visitors."""

    studies: tuple[Study, ...]
    conditions: tuple[Condition, ...]
    outcomes: tuple[Outcome, ...]
    side_effects: tuple[SideEffect, ...]
    sources: tuple[Document, ...]
    safety: tuple[SafetyFact, ...]
    dosing: tuple[Schedule, ...]
    responses: tuple[Response, ...]
    claims: tuple[Claim, ...]
    questions: tuple[Question, ...]
    passages: tuple[Passage, ...]
    trials: tuple[RegisteredTrial, ...]
    glossary: tuple[GlossaryEntry, ...]
    printed_references: tuple[PrintedReference, ...]
    ratings: tuple[Rating, ...]
    hosts: tuple[Host, ...]
    diary: tuple[DiaryEntry, ...]
    checks: tuple[Check, ...]
    mechanisms: Mechanisms
    release: Release

    @cached_property
    def study_by_id(self) -> dict[str, Study]:
        """Studies by id."""
        return {study.id: study for study in self.studies}

    @cached_property
    def document_by_id(self) -> dict[str, Document]:
        """Documents that are not studies, by id."""
        return {document.id: document for document in self.sources}

    @cached_property
    def condition_by_id(self) -> dict[str, Condition]:
        """Conditions by id."""
        return {condition.id: condition for condition in self.conditions}

    @cached_property
    def checkable(self) -> dict[str, tuple[str, ...]]:
        """Ids of the records that are read twice, by kind."""
        return {
            "studies": tuple(self.study_by_id),
            "documents": tuple(self.document_by_id),
            "claims": tuple(claim.id for claim in self.claims),
            "questions": tuple(question.id for question in self.questions),
            "passages": tuple(passage.id for passage in self.passages),
            "safety facts": tuple(fact.id for fact in self.safety),
            "mechanism steps": tuple(step.id for step in self.mechanisms.steps),
            "parameters": tuple(parameter.id for parameter in self.mechanisms.parameters),
            "registered trials": tuple(trial.id for trial in self.trials),
            "dosing schedules": tuple(schedule.id for schedule in self.dosing),
            "responses": tuple(response.id for response in self.responses),
            "printed references": tuple(printed.id for printed in self.printed_references),
            "ratings by others": tuple(rating.id for rating in self.ratings),
        }
