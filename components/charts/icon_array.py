"""Twins of 100 dots: people on LDN beside people on the comparison, for harms and for benefits alike."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import htpy as h
from markupsafe import Markup

from components.charts.chart import Chart, Table
from components.charts.look import Meaning, drawn, picture
from components.charts.phrases import describe_direction, more_or_fewer
from content.numbers import write_number
from content.text import Words
from data.compared import difference_per_100
from data.gains import Gain
from data.harms import Twin, share
from data.intervals import wilson
from data.models.study import Comparator, ComparatorKind, Design, EventArm, Study
from data.naming import short_name

DOTS = 100


def dots(people: float, meaning: Meaning) -> Markup:
    """A block of 100 dots, ten by ten, filled from the bottom left; `people` is per 100."""
    return _block(round(people), meaning)


@cache
def _block(filled: int, meaning: Meaning) -> Markup:
    return drawn(
        h.svg(".dots", viewBox="0 0 120 120", aria_hidden="true", focusable="false")[
            _dots(range(filled, DOTS), meaning, "off"), _dots(range(filled), meaning, "on")
        ]
    )


def _dots(places: range, meaning: Meaning, kind: str) -> h.Element | None:
    """Dots as the dashes of one line per row: a hundred circles would be forty times the markup."""
    rows: dict[int, list[int]] = {}
    for place in places:
        rows.setdefault(place // 10, []).append(place % 10)
    lines = [f"M{6 + 12 * row[0]} {114 - 12 * number}h{12 * (len(row) - 1) + 1}" for number, row in rows.items()]
    # All of its look is in the drawing itself: it is printed too, where no style sheet reaches.
    width, opacity = ("9.6", "1") if kind == "on" else ("3.2", "0.75")
    pen = {"stroke_width": width, "stroke_opacity": opacity, "stroke_linecap": "round", "stroke_dasharray": "0 12"}
    return h.path(class_=kind, d="".join(lines), stroke=meaning.css, **pen) if lines else None


@dataclass(frozen=True)
class Pair:
    """Two blocks of 100 people: what is counted in them, in which study and where it stands."""

    study: Study
    name: str
    source: str
    where: str
    ldn: EventArm
    control: EventArm
    note: str = ""
    # What the record says of the comparison; without it, what the counts themselves say.
    verdict: str = ""


def harm_pair(twin: Twin, words: Words) -> Pair:
    """A side effect as a pair."""
    name = words(f"side_effects.{twin.report.effect}.name")
    note = words("effects.read_once") if twin.report.read_once else ""
    return Pair(twin.study, name, twin.report.source, twin.report.where, twin.ldn, twin.control, note)


def gain_pair(gain: Gain, words: Words) -> Pair:
    """A benefit as a pair."""
    result = gain.result
    return Pair(
        study=gain.study,
        name=words("condition.gain", what=result.measured_by, outcome=words(f"outcomes.{result.outcome}.name")),
        source=result.source,
        where=result.where,
        ldn=gain.ldn,
        control=gain.control,
        note=", ".join(
            (
                *([words("condition.gain_week", week=write_number(gain.weeks, words.language))] if gain.weeks else []),
                *([words("effects.read_once")] if result.read_once else []),
            )
        ),
        verdict=f"{describe_direction(gain.study, result, words)}.",
    )


def harm_twins(key: str, found: Sequence[Twin], words: Words) -> Chart:
    """One card per side effect and study, in the order given."""
    return _twins(key, [harm_pair(twin, words) for twin in found], words("effects.title"), words)


def gain_twins(key: str, found: Sequence[Gain], words: Words) -> Chart:
    """One card per benefit and study, in the order given."""
    return _twins(key, [gain_pair(gain, words) for gain in found], words("study.outcome"), words)


def _twins(key: str, pairs: Sequence[Pair], what: str, words: Words) -> Chart:
    return Chart(
        key=key,
        markup=picture(h.ul(".twins")[(h.li(".twin")[_card(pair, words)] for pair in pairs)]),
        alt=" ".join(alt_of(pair, words) for pair in pairs),
        table=Table(header_of(what, words), tuple(row_of(pair, words) for pair in pairs)),
        source_note="; ".join(sorted({f"{short_name(pair.study)}, {pair.where}" for pair in pairs})),
        choices=tuple(dict.fromkeys(pair.study.id for pair in pairs)),
    )


def header_of(what: str, words: Words) -> tuple[str, ...]:
    """The head of a table of pairs; `what` names what is counted."""
    names = (words("effects.arm_ldn"), words("effects.arm_control"), words("study.difference"))
    return (words("studies.title"), what, *names)


def _card(pair: Pair, words: Words) -> list[h.Node]:
    link = h.a(href=f"study?study={pair.study.id}", data_choice=pair.study.id)[short_name(pair.study)]
    conditions = ", ".join(words(f"conditions.{c}.name") for c in pair.study.conditions)
    depth = next(source.depth for source in pair.study.sources if source.id == pair.source)
    told = [part for part in (conditions, pair.note, words(f"depth.{depth}")) if part]
    return [
        h.h3[pair.name],
        h.p(".from.quiet")[link, "".join(f" · {part}" for part in told)],
        both_arms(pair, words),
        h.p(".diff")[difference(pair, words)],
    ]


def both_arms(pair: Pair, words: Words) -> h.Element:
    """LDN first, then the comparison."""
    return h.div(".pair")[
        arm_figure(pair.ldn, words("effects.arm_ldn"), Meaning.TOWARDS_LDN, words),
        arm_figure(pair.control, control_name(pair, words), Meaning.NO_DIFFERENCE, words),
    ]


def difference(pair: Pair, words: Words) -> str:
    """How many more or fewer in 100, its range, whether that is clear, and how many nobody in a group leaves open."""
    return " ".join((_compared(pair, words), *_nobody(pair, words)))


def _compared(pair: Pair, words: Words) -> str:
    if pair.study.design is not Design.RANDOMISED_PARALLEL:
        return f"{pair.verdict} {words('effects.difference_paired')}".strip()
    ldn, control = pair.ldn, pair.control
    if ldn.events is None or control.events is None or not ldn.n or not control.n:
        return f"{pair.verdict} {words('effects.difference_unknown')}".strip()
    found = difference_per_100((ldn.events, ldn.n), (control.events, control.n))
    verdict = "none" if not found.is_clear else "more" if found.per_100 > 0 else "fewer"
    return words(
        "effects.difference",
        verdict=pair.verdict or words(f"effects.difference_{verdict}"),
        size=more_or_fewer(found.per_100, words),
        low=more_or_fewer(found.low, words),
        high=more_or_fewer(found.high, words),
    )


def _nobody(pair: Pair, words: Words) -> list[str]:
    """For each group in which nobody had it: up to how many in 100 it could still be (Wilson)."""
    arms = ((words("effects.arm_ldn"), pair.ldn), (control_name(pair, words), pair.control))
    return [
        words(
            "effects.zero", arm=name, n=write_number(arm.n, words.language), most=_per_100(wilson(0, arm.n)[1], words)
        )
        for name, arm in arms
        if arm.events == 0 and arm.n
    ]


def _per_100(share_of_one: float, words: Words) -> str:
    # Below one in 100 a whole number would read as "nobody" or as one.
    per_100 = 100 * share_of_one
    return write_number(round(per_100, 0 if per_100 >= 1 else 1), words.language)


def control_name(pair: Pair, words: Words) -> str:
    """What the other group took, in a word or two."""
    comparator = pair.study.comparator
    placebo = isinstance(comparator, Comparator) and comparator.kind is ComparatorKind.PLACEBO
    return words("effects.arm_control" if placebo else "effects.arm_active")


def arm_figure(arm: EventArm, name: str, meaning: Meaning, words: Words) -> h.Element:
    """One block of dots with its name, people in 100 and the counts behind them."""
    return h.figure[
        dots(share(arm) or 0, meaning),
        h.figcaption[name, ": ", h.b[_in_100(arm, words)], h.br, h.span(".quiet")[_counts(arm, words)]],
    ]


def _in_100(arm: EventArm, words: Words) -> str:
    return words("effects.in_100", n=write_number(share(arm) or 0, words.language, digits=0))


def _counts(arm: EventArm, words: Words) -> str:
    if arm.events is None or arm.n is None:
        return ""
    return words(
        "effects.counted_in",
        events=write_number(arm.events, words.language),
        n=write_number(arm.n, words.language),
    )


def _in_words(arm: EventArm, words: Words) -> str:
    """People in 100, the counts behind them, and the range (Wilson) where the counts are known."""
    parts = [_in_100(arm, words), _counts(arm, words)]
    if arm.events is not None and arm.n:
        low, high = (_per_100(end, words) for end in wilson(arm.events, arm.n))
        parts.append(words("effects.arm_range", low=low, high=high))
    return " ".join(part for part in parts if part)


def alt_of(pair: Pair, words: Words) -> str:
    """A pair in one sentence."""
    return words(
        "effects.totals_alt",
        study=short_name(pair.study),
        effect=_named_and_noted(pair),
        ldn=write_number(share(pair.ldn) or 0, words.language, digits=0),
        control=write_number(share(pair.control) or 0, words.language, digits=0),
        difference=difference(pair, words),
    )


def row_of(pair: Pair, words: Words) -> tuple[str, ...]:
    """A pair as a row of a table."""
    return (
        short_name(pair.study),
        _named_and_noted(pair),
        _in_words(pair.ldn, words),
        _in_words(pair.control, words),
        difference(pair, words),
    )


def _named_and_noted(pair: Pair) -> str:
    return f"{pair.name} ({pair.note})" if pair.note else pair.name
