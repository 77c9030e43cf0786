"""A condition's page: the short answer, why, what would change it, and every study behind it."""

from functools import partial

import streamlit as st

from components.charts.claim_list import claim_links
from components.charts.kept import kept
from components.charts.outcome_labels import judged_outcomes, outcome_labels
from components.charts.study_list import study_list
from components.ui.condition_card import show_answer, show_registered, show_unknown
from components.ui.condition_pictures import (
    show_effects,
    show_guidelines,
    show_history,
    show_leaving_out,
    show_people,
    show_ratings,
)
from components.ui.frame import name_page
from components.ui.go import go_to, link_to
from components.ui.prose import heading, write
from components.ui.show_chart import show_chart
from content.text import Words
from data.dataset import Dataset
from data.evidence import Evidence, counts_as_evidence, has_other_dose, has_unclear_dose, models_of
from data.labels import Label, label_of
from data.models.study import Kind, Study

Section = tuple[str, str, list[Study]]


def show_gist(dataset: Dataset, condition: str, words: Words) -> None:
    """The condition and the short answer: what everybody comes for, above everything else."""
    name = words(f"conditions.{condition}.name")
    name_page(name, words)
    st.title(name, anchor=False)
    if words.has(f"conditions.{condition}.warning"):
        st.error(words(f"conditions.{condition}.warning"), icon=":material/warning:")
    st.markdown(words(f"conditions.{condition}.about"))
    show_answer(label_of(dataset, condition), words)
    link_to("visit", words("visit.take"), condition=condition)


def show_condition(dataset: Dataset, condition: str, words: Words) -> None:
    """Everything behind the short answer; a study tapped in a picture opens its own page."""
    label = label_of(dataset, condition)
    tapped = [
        show_ratings(dataset, condition, words),
        show_people(dataset, condition, words),
        show_history(label, words),
        show_effects(dataset, condition, words),
        show_leaving_out(dataset, condition, words),
    ]
    _show_outcomes(dataset, condition, words)
    tapped.append(_show_studies(dataset, label, words))
    tapped.append(show_guidelines(dataset, condition, words))
    tapped.append(_show_models(dataset, condition, words))
    show_registered(dataset, condition, words)
    claim = _show_claims(dataset, condition, words)
    show_unknown(label, words)
    if claim:
        go_to("claims", claim=claim)
    opened = next((study for study in tapped if study), None)
    if opened:
        go_to("study", study=opened)


def _show_outcomes(dataset: Dataset, condition: str, words: Words) -> None:
    if judged_outcomes(dataset, condition):
        write(heading(words("condition.outcomes")), words("condition.outcomes_note"))
        by_outcome = kept("outcomes", words, condition, lambda: outcome_labels(dataset, condition, words))
        show_chart(by_outcome, words, twin=False)


def _show_claims(dataset: Dataset, condition: str, words: Words) -> str | None:
    """Ways to the cards of what is said about the condition; the id of the one just tapped."""
    heard = [claim for claim in dataset.claims if condition in claim.conditions]
    if not heard:
        return None
    write(heading(words("claims_page.about_condition")))
    return show_chart(kept("heard", words, condition, lambda: claim_links(heard, dataset, words)), words, twin=False)


def _show_studies(dataset: Dataset, label: Label, words: Words) -> str | None:
    """The studies in groups, newest first; the id of the one just tapped."""
    opened = None
    sections = _sections(dataset, label)
    for key, title, studies in sections:
        write(heading(words(title)), *([words("condition.reviews_note")] if key == "reviews" else []))
        ordered = sorted(studies, key=lambda study: -(study.citation.year or 0))
        draw = partial(study_list, f"condition-{key}", ordered, words, condition=label.condition)
        listed = kept(f"condition-{key}", words, label.condition, draw)
        opened = show_chart(listed, words, title=words(title)) or opened
    if not sections:
        searched = dataset.condition_by_id[label.condition].searched
        write(
            heading(words("condition.other_studies")),
            words("condition.no_studies"),
            *([words("condition.searched", searched=searched)] if searched else []),
        )
    return opened


def _show_models(dataset: Dataset, condition: str, words: Words) -> str | None:
    """Animal and cell studies, apart from everything found in people; that there are none is said."""
    found = models_of(dataset.studies, condition)
    write(heading(words("condition.models")), words("condition.models_note" if found else "condition.models_none"))
    if not found:
        return None
    draw = partial(study_list, "condition-models", found, words)
    return show_chart(kept("condition-models", words, condition, draw), words, title=words("condition.models"))


def _sections(dataset: Dataset, label: Label) -> list[Section]:
    about = [study for study in dataset.studies if label.condition in study.conditions]
    main = [study for study in about if study.secondary_to is None]
    not_counted = [study for study in main if study.kind is Kind.PRIMARY and not counts_as_evidence(study)]
    # Naltrexone far below or above the low dose stands under its dose, also where it was given beside an opioid:
    # "LDN together with" would say that the two were taken together.
    combined = [study for study in not_counted if study.combined_with and not has_other_dose(study)]
    rest = [study for study in not_counted if study not in combined]
    others = [s for kind in Evidence if kind is not Evidence.PLACEBO_TRIAL for s in label.cells[kind].studies]
    sections: list[Section] = [
        ("placebo", "condition.placebo_trials", list(label.cells[Evidence.PLACEBO_TRIAL].studies)),
        ("others", "condition.other_studies", others),
        ("same", "condition.same_people", [study for study in about if study.secondary_to is not None]),
        ("combined", "condition.combined", combined),
        ("unclear", "condition.dose_unclear", [study for study in rest if has_unclear_dose(study)]),
        ("higher", "condition.higher", [study for study in rest if not has_unclear_dose(study)]),
        ("reviews", "condition.reviews", [study for study in main if study.kind not in (Kind.PRIMARY, Kind.GUIDELINE)]),
    ]
    return [section for section in sections if section[2]]
