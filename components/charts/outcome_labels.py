"""One condition, outcome by outcome: which way, how sure and how much, always together."""

from collections.abc import Sequence

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
    """A row per answer; outcomes of which all the same is known share one. Raises ValueError when there is none."""
    found = [label_of(dataset, condition, outcome) for outcome in judged_outcomes(dataset, condition)]
    if not found:
        raise ValueError(f"no counted study of {condition} reports an outcome to judge")
    keys = ("study.outcome", "direction.label", "certainty.label", "size.label", "evidence.placebo-trial.name")
    header = tuple(words(key) for key in keys)
    together = _together(found, words)
    rows = [_row(alike, words) for alike in together]
    data = [
        {"outcome": " ".join(label.outcome or "" for label in alike), "state": alike[0].state} for alike in together
    ]
    texts = tuple(_texts(alike, words) for alike in together)
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


def _together(found: Sequence[Label], words: Words) -> list[list[Label]]:
    """Outcomes with the same direction, certainty, reasons, size and trials: a card for each would only repeat it."""
    groups: dict[object, list[Label]] = {}
    for label in found:
        groups.setdefault((label.state, label.reasons, _texts([label], words)[1:]), []).append(label)
    return list(groups.values())


def _texts(alike: Sequence[Label], words: Words) -> tuple[str, ...]:
    label = alike[0]
    size = f"{how_much(label, words)} ({short_name(label.size[0])})" if label.size else how_much(label, words)
    return (
        ", ".join(words(f"outcomes.{one.outcome}.name") for one in alike),
        state_name(label, words),
        how_sure(label, words),
        size,
        trials_text(label, words),
    )


def _row(alike: Sequence[Label], words: Words) -> list[h.Node]:
    label = alike[0]
    name, state, sure, size, tested = _texts(alike, words)
    return [name, [state_mark(label.state), " ", state], [certainty_bars(label.certainty), " ", sure], size, tested]
