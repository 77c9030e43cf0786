"""The short answer for one condition: which way, how sure, how much, always together."""

import htpy as h

from components.charts.chart import Chart, Table
from components.charts.look import certainty_bars, picture, state_mark
from components.charts.phrases import (
    further_verdicts,
    how_much_and_where,
    how_sure,
    trials_text,
    verdict,
    what_was_not_measured,
    which_way,
)
from content.numbers import write_number
from content.text import Words
from data.labels import ENOUGH_PEOPLE, FEW_PEOPLE, KEPT_SHARE, Label
from data.naming import short_name

# Out of 100 people who started, how many may be missing before the rule counts them as lost.
LOST = round(100 * (1 - KEPT_SHARE))


def answer(label: Label, words: Words) -> Chart:
    """One generated sentence, the three separate answers, the reasons and what would change them."""
    name = words(f"conditions.{label.condition}.inline")
    sentence = verdict(label, name, words)
    unmeasured = what_was_not_measured(label, words)
    further = further_verdicts(label, name, words)
    size = how_much_and_where(label, words)
    facts = [
        (words("direction.label"), state_mark(label.state, 26), which_way(label, words)),
        (words("certainty.label"), certainty_bars(label.certainty), how_sure(label, words)),
        (words("size.label"), None, size),
    ]
    # In how many people stands right under the sentence: it is the second thing everybody asks.
    trials = (words("evidence.placebo-trial.name"), trials_text(label, words))
    reasons = [
        words(f"reason.{reason}", few=_n(FEW_PEOPLE, words), enough=_n(ENOUGH_PEOPLE, words), lost=_n(LOST, words))
        for reason in label.reasons
    ]
    change = words(f"change.{label.state}", few=_n(FEW_PEOPLE, words), enough=_n(ENOUGH_PEOPLE, words))
    body = h.section(".answer3", aria_label=sentence)[
        h.p(".say")[sentence],
        h.p(".who")[f"{trials[0]}: ", h.b[trials[1]]],
        (h.p(".measured")[other] for other in (*further, unmeasured) if other),
        h.dl[(h.div[h.dt(".quiet")[term], h.dd[mark, h.span[text]]] for term, mark, text in facts)],
        [
            h.p(".why-title")[words("reason.title")],
            h.ul(".why")[(h.li[reason] for reason in (*reasons, words("reason.rule")))],
        ]
        if reasons
        else None,
        h.p(".why-title")[words("change.title")],
        h.ul(".why")[h.li[change]],
    ]
    return Chart(
        key="answer",
        markup=picture(body),
        alt=" ".join(part for part in (sentence, *further, unmeasured, f"{how_sure(label, words)}.", size) if part),
        table=Table((*(term for term, _, _ in facts), trials[0]), ((*(text for _, _, text in facts), trials[1]),)),
        source_note=", ".join(short_name(study) for study in label.studies) or words("evidence.none"),
    )  # fmt: skip


def _n(value: int, words: Words) -> str:
    return write_number(value, words.language)
