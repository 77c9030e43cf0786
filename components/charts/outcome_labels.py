"""One condition, outcome by outcome: which way, how sure and how much, always together."""

import htpy as h

from components.charts.chart import Chart, Table
from components.charts.look import certainty_bars, picture, state_mark
from components.charts.phrases import how_much, how_sure, of_one_trial, state_word, trials_text
from components.charts.stacking import stacking_table
from content.text import Words
from data.dataset import Dataset
from data.labels import Label, label_of, outcomes_of
from data.naming import short_name

# Safety has its own page, where counts stand beside placebo; "other" is no outcome to judge.
NOT_JUDGED = frozenset({"safety", "other"})


def judged_outcomes(dataset: Dataset, condition: str) -> list[str]:
    """Outcome groups that any counted study of the condition reports and the rule judges."""
    return [outcome for outcome in outcomes_of(dataset, condition) if outcome not in NOT_JUDGED]


def outcome_labels(dataset: Dataset, condition: str, words: Words) -> Chart:
    """A row per judged outcome group. Raises ValueError when there is none."""
    found = [label_of(dataset, condition, outcome) for outcome in judged_outcomes(dataset, condition)]
    if not found:
        raise ValueError(f"no counted study of {condition} reports an outcome to judge")
    keys = ("study.outcome", "direction.label", "certainty.label", "size.label", "evidence.placebo-trial.name")
    header = tuple(words(key) for key in keys)
    rows = [_row(label, words) for label in found]
    data = [{"outcome": label.outcome or "", "state": label.state} for label in found]
    texts = tuple(_texts(label, words) for label in found)
    return Chart(
        key="outcome-labels",
        markup=picture(stacking_table(words("condition.outcomes"), header, rows, row_data=data)),
        alt="; ".join(f"{row[0]}: {row[1]}, {row[2]}" for row in texts),
        table=Table(header, texts),
        source_note=", ".join(dict.fromkeys(short_name(study) for label in found for study in label.studies)),
    )


def state_name(label: Label, words: Words) -> str:
    """The state's short name; a single trial does not disagree with itself."""
    return of_one_trial(label, words) or state_word(label, words)


def _texts(label: Label, words: Words) -> tuple[str, ...]:
    size = f"{how_much(label, words)} ({short_name(label.size[0])})" if label.size else how_much(label, words)
    return (
        words(f"outcomes.{label.outcome}.name"),
        state_name(label, words),
        how_sure(label, words),
        size,
        trials_text(label, words),
    )


def _row(label: Label, words: Words) -> list[h.Node]:
    name, state, sure, size, tested = _texts(label, words)
    return [name, [state_mark(label.state), " ", state], [certainty_bars(label.certainty), " ", sure], size, tested]
