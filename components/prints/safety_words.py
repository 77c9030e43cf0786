"""How a safety fact is said on paper, and what it rests on."""

from components.charts.figures import with_figures
from content.text import Words
from data.dataset import Dataset
from data.models.practice import SafetyFact
from data.naming import short_name


def short_of(fact: SafetyFact, words: Words) -> str:
    """The fact in a few words."""
    return with_figures(words, f"safety.{fact.id}.short", fact.figures)


def basis_of(fact: SafetyFact, words: Words) -> str:
    """What kind of support it has and which dose that was about."""
    return f"{words(f'basis.{fact.basis}')}, {words(f'safety.about_dose.{fact.dose}')}"


def support_of(fact: SafetyFact, dataset: Dataset) -> str:
    """The studies and documents it rests on, by name."""
    named = [
        short_name(dataset.study_by_id[name])
        if name in dataset.study_by_id
        else f"{dataset.document_by_id[name].title} ({dataset.document_by_id[name].publisher})"
        for name in fact.rests_on
    ]
    return "; ".join(named)
