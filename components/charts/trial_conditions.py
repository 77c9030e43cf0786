"""Registered trials by condition: what runs, what ended in silence, what was published, what is still to be asked."""

import htpy as h

from components.charts.phrases import verdict
from content.numbers import write_list, write_number
from content.text import Words
from data.dataset import Dataset
from data.labels import ENOUGH_PEOPLE, FEW_PEOPLE, Label, State, label_of
from data.models.register import RegisteredTrial
from data.naming import short_name
from data.trial_stage import Stage, outcomes_to_ask, stage_of, trials_by_condition

# Answers that a first placebo trial would already move; the others need a large one.
_FIRST_TRIAL = frozenset({State.UNTESTED, State.UNCONTROLLED})


def condition_cards(dataset: Dataset, words: Words) -> list[tuple[str, h.Element]]:
    """A card for every condition; those without a registered trial say so."""
    return [
        (condition, _card(condition, trials, dataset, words))
        for condition, trials in trials_by_condition(dataset).items()
    ]


def _card(condition: str, trials: tuple[RegisteredTrial, ...], dataset: Dataset, words: Words) -> h.Element:
    label = label_of(dataset, condition)
    address, inline = f"condition?condition={condition}", words(f"conditions.{condition}.inline")
    stages = [(stage, [trial for trial in trials if stage_of(trial) is stage]) for stage in Stage]
    lines = [
        h.li[h.b[words(f"stage.{stage}.name")], ": ", _numbers(found, dataset)] for stage, found in stages if found
    ]
    counts = [f"{words(f'stage.{stage}.name')}: {len(found)}" for stage, found in stages if found]
    return h.details(data_part=f"about-{condition}", data_condition=condition)[
        h.summary[
            h.h3[words(f"conditions.{condition}.name")],
            h.small(".quiet")[" · ".join(counts) or words("condition.none_running")],
        ],
        h.div(".more")[
            h.p[verdict(label, inline, words)],
            h.ul[lines] if lines else None,
            h.p(".ask")[h.b[words("research.question")], " ", question_to_ask(label, words)],
            h.p[h.a(href=address, data_choice=address)[words("evidence.cell_more", condition=inline)]],
        ],
    ]


def _numbers(trials: list[RegisteredTrial], dataset: Dataset) -> list[h.Node]:
    shown: list[h.Node] = []
    for place, trial in enumerate(trials):
        shown.append(", " if place else "")
        if trial.published_as:
            name = short_name(dataset.study_by_id[trial.published_as])
            shown.append(h.a(href=f"study?study={trial.published_as}", data_choice=trial.published_as)[name])
        else:
            shown.append(h.a(href=trial.url, target="_blank", rel="noopener")[trial.number])
    return shown


def question_to_ask(label: Label, words: Words) -> str:
    """What a good trial would answer, from what would change the label and what nobody has compared yet."""
    outcomes = [words(f"outcomes.{outcome}.name").lower() for outcome in outcomes_to_ask(label)]
    people = FEW_PEOPLE if label.state in _FIRST_TRIAL else ENOUGH_PEOPLE
    number = write_number(people, words.language)
    condition = words(f"conditions.{label.condition}.inline")
    if not outcomes:
        return words("research.ask_any", condition=condition, n=number)
    return words("research.ask", outcomes=write_list(outcomes, words.language), condition=condition, n=number)
