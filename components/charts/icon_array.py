"""Twins of 100 dots: people on LDN beside people on the comparison, for harms and for benefits alike."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import htpy as h
from markupsafe import Markup

from components.charts.chart import Chart, Table
from components.charts.look import Meaning, drawn, picture
from content.numbers import write_number
from content.text import Words
from data.gains import Gain
from data.harms import Twin, share
from data.intervals import risk_difference
from data.models.study import Comparator, ComparatorKind, Design, EventArm, Study
from data.naming import short_name

DOTS = 100


def dots(people: float, meaning: Meaning) -> Markup:
    """A block of 100 dots, ten by ten, filled from the bottom left; `people` is per 100."""
    return _block(round(people), meaning)


@cache
def _block(filled: int, meaning: Meaning) -> Markup:
    marks = []
    for index in range(DOTS):
        row, column = divmod(index, 10)
        on = index < filled
        marks.append(
            h.circle(
                cx=str(6 + column * 12), cy=str(114 - row * 12), r="4.6",
                fill=meaning.css if on else "none", stroke=meaning.css, stroke_width="1",
                stroke_opacity="1" if on else "0.55", data_on="1" if on else None,
            )
        )  # fmt: skip
    return drawn(h.svg(viewBox="0 0 120 120", aria_hidden="true", focusable="false")[marks])


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


def harm_pair(twin: Twin, words: Words) -> Pair:
    """A side effect as a pair."""
    name = words(f"side_effects.{twin.report.effect}.name")
    return Pair(twin.study, name, twin.report.source, twin.report.where, twin.ldn, twin.control)


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
        note=words("condition.gain_week", week=write_number(gain.weeks, words.language)) if gain.weeks else "",
    )


def harm_twins(key: str, found: Sequence[Twin], words: Words) -> Chart:
    """One card per side effect and study, in the order given."""
    return _twins(key, [harm_pair(twin, words) for twin in found], words("effects.title"), words)


def gain_twins(key: str, found: Sequence[Gain], words: Words) -> Chart:
    """One card per benefit and study, in the order given."""
    return _twins(key, [gain_pair(gain, words) for gain in found], words("study.outcome"), words)


def _twins(key: str, pairs: Sequence[Pair], what: str, words: Words) -> Chart:
    header = (
        words("studies.title"),
        what,
        words("effects.arm_ldn"),
        words("effects.arm_control"),
        words("study.difference"),
    )
    return Chart(
        key=key,
        markup=picture(h.ul(".twins")[(h.li(".twin")[_card(pair, words)] for pair in pairs)]),
        alt=" ".join(_alt(pair, words) for pair in pairs),
        table=Table(header, tuple(_row(pair, words) for pair in pairs)),
        source_note="; ".join(sorted({f"{short_name(pair.study)}, {pair.where}" for pair in pairs})),
        choices=tuple(dict.fromkeys(pair.study.id for pair in pairs)),
    )


def _card(pair: Pair, words: Words) -> list[h.Node]:
    link = h.a(href=f"study?study={pair.study.id}", data_choice=pair.study.id)[short_name(pair.study)]
    conditions = ", ".join(words(f"conditions.{c}.name") for c in pair.study.conditions)
    depth = next(source.depth for source in pair.study.sources if source.id == pair.source)
    told = [part for part in (conditions, pair.note, words(f"depth.{depth}")) if part]
    return [
        h.h3[pair.name],
        h.p(".from.quiet")[link, "".join(f" · {part}" for part in told)],
        h.div(".pair")[
            _arm(pair.ldn, words("effects.arm_ldn"), Meaning.TOWARDS_LDN, words),
            _arm(pair.control, _control_name(pair, words), Meaning.NO_DIFFERENCE, words),
        ],
        h.p(".diff")[difference(pair, words)],
    ]


def difference(pair: Pair, words: Words) -> str:
    """How many more or fewer in 100, its range, and whether that is a clear difference."""
    counts = (pair.ldn.events, pair.ldn.n, pair.control.events, pair.control.n)
    if pair.study.design is not Design.RANDOMISED_PARALLEL:
        return words("effects.difference_paired")
    if pair.ldn.events == pair.control.events == 0 and pair.ldn.n and pair.control.n:
        return words("effects.difference_zero", n=write_number(pair.ldn.n + pair.control.n, words.language))
    if any(count is None for count in counts) or not pair.ldn.n or not pair.control.n:
        return words("effects.difference_unknown")
    found, low, high = (100 * value for value in risk_difference(*(count or 0 for count in counts)))
    verdict = (
        "effects.difference_none"
        if low <= 0 <= high
        else "effects.difference_more"
        if found > 0
        else "effects.difference_fewer"
    )
    return words(
        "effects.difference",
        verdict=words(verdict),
        size=_more_or_fewer(found, words),
        low=_more_or_fewer(low, words),
        high=_more_or_fewer(high, words),
    )


def _more_or_fewer(per_100: float, words: Words) -> str:
    rounded = round(per_100)
    if rounded == 0:
        return words("effects.same")
    return words(
        "effects.more" if rounded > 0 else "effects.fewer",
        n=write_number(abs(rounded), words.language, digits=0),
    )


def _control_name(pair: Pair, words: Words) -> str:
    comparator = pair.study.comparator
    placebo = isinstance(comparator, Comparator) and comparator.kind is ComparatorKind.PLACEBO
    return words("effects.arm_control" if placebo else "effects.arm_active")


def _arm(arm: EventArm, name: str, meaning: Meaning, words: Words) -> h.Element:
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


def _alt(pair: Pair, words: Words) -> str:
    return words(
        "effects.totals_alt",
        study=short_name(pair.study),
        effect=pair.name,
        ldn=write_number(share(pair.ldn) or 0, words.language, digits=0),
        control=write_number(share(pair.control) or 0, words.language, digits=0),
        difference=difference(pair, words),
    )


def _row(pair: Pair, words: Words) -> tuple[str, ...]:
    return (
        short_name(pair.study),
        pair.name,
        f"{_in_100(pair.ldn, words)} {_counts(pair.ldn, words)}".strip(),
        f"{_in_100(pair.control, words)} {_counts(pair.control, words)}".strip(),
        difference(pair, words),
    )
