"""The parts of a condition's page: the short answer and the registered trials."""

from components.charts.answer import answer
from components.charts.kept import kept
from components.charts.phrases import people_text, what_was_not_measured
from components.ui.prose import bullets, heading, write
from components.ui.show_chart import show_chart
from content.numbers import write_date, write_number
from content.text import Words
from data.dataset import Dataset
from data.evidence import Evidence
from data.labels import Label
from data.models.base import Missing
from data.models.register import RegisteredTrial


def show_answer(label: Label, words: Words) -> None:
    """Which way, how sure, how much, why, and what would change it."""
    show_chart(
        kept("answer", words, label.condition, lambda: answer(label, words)), words, title=words("evidence.answer")
    )
    counted = (("being_tested", label.being_tested), ("silent", label.unpublished))
    told = [
        words(f"condition.{key}_one") if n == 1 else words(f"condition.{key}", n=write_number(n, words.language))
        for key, n in counted
        if n
    ]
    if told:
        write(*told)


def show_registered(dataset: Dataset, condition: str, words: Words) -> None:
    """Register entries about the condition with their status and the day it was read."""
    trials = [trial for trial in dataset.trials if condition in trial.conditions]
    lines = [registered_line(trial, words) for trial in trials] or [words("condition.none_running")]
    write(heading(words("condition.running")), *lines)


def registered_line(trial: RegisteredTrial, words: Words) -> str:
    """One register entry: number, title, status, size and the day it was read."""
    people = trial.actual_people if trial.actual_people is not None else trial.planned_people
    facts = [
        words(f"status.{trial.status}"),
        words(f"trial_results.{trial.results}"),
        people_text(people, words),
        words("study.as_of", date=write_date(trial.status_read, words.language)),
    ]
    return f"[{trial.number}]({trial.url}) {_plain(trial.title)}  \n{' · '.join(facts)}"


def show_unknown(label: Label, words: Words) -> None:
    """What nobody has measured here, that not taking LDN is an option, and what to ask, where there is a choice."""
    trials = label.cells[Evidence.PLACEBO_TRIAL].studies
    weeks = [study.weeks_on_drug.value for study in trials if not isinstance(study.weeks_on_drug, Missing)]
    told = [what_was_not_measured(label, words)] if label.unmeasured else []
    if not label.compared:
        told.append(words("condition.unknown_untested"))
    elif weeks:
        told.append(words("condition.unknown_long", weeks=write_number(max(weeks), words.language)))
    told.append(words("condition.unknown_days"))
    ask = not words.has(f"conditions.{label.condition}.warning")
    questions = [words(f"condition.ask_{index}") for index in (1, 2, 3)]
    write(
        heading(words("condition.unknown")),
        bullets(*told),
        heading(words("condition.no_ldn")),
        words("condition.no_ldn_compared" if label.compared else "condition.no_ldn_unknown"),
        *([heading(words("condition.ask")), bullets(*questions)] if ask else []),
    )


def _plain(text: str) -> str:
    return text.replace("[", "(").replace("]", ")").replace("$", "\\$")
