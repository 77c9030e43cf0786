"""Harm twins: 100 dots for LDN beside 100 for the comparison, so that everyday symptoms show in both."""

from collections.abc import Sequence
from functools import cache

import htpy as h
from markupsafe import Markup

from components.charts.chart import Chart, Table
from components.charts.look import Meaning, drawn, picture
from content.numbers import write_number
from content.text import Words
from data.harms import Twin, share
from data.intervals import risk_difference
from data.models.study import ComparatorKind, Design, EventArm
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


def harm_twins(key: str, found: Sequence[Twin], words: Words, *, heading_level: int = 4) -> Chart:
    """One card per twin, in the order given. Raises ValueError when there is none to draw."""
    cards = [h.li(".twin")[_card(twin, words)] for twin in found]
    rows = tuple(_row(twin, words) for twin in found)
    header = (
        words("studies.title"),
        words("effects.title"),
        words("effects.arm_ldn"),
        words("effects.arm_control"),
        words("study.difference"),
    )
    return Chart(
        key=key,
        markup=picture(h.ul(".twins")[cards]),
        alt=" ".join(_alt(twin, words) for twin in found),
        table=Table(header, rows),
        source_note="; ".join(sorted({f"{short_name(twin.study)}, {twin.report.where}" for twin in found})),
        choices=tuple(twin.study.id for twin in found),
    )


def _card(twin: Twin, words: Words) -> list[h.Node]:
    link = h.a(href=f"study?study={twin.study.id}", data_choice=twin.study.id)[short_name(twin.study)]
    conditions = ", ".join(words(f"conditions.{c}.name") for c in twin.study.conditions)
    depth = next(source.depth for source in twin.study.sources if source.id == twin.report.source)
    return [
        h.h3[words(f"side_effects.{twin.report.effect}.name")],
        h.p(".from.quiet")[link, f" · {conditions} · {words(f'depth.{depth}')}"],
        h.div(".pair")[
            _arm(twin.ldn, words("effects.arm_ldn"), Meaning.TOWARDS_LDN, words),
            _arm(twin.control, _control_name(twin, words), Meaning.NO_DIFFERENCE, words),
        ],
        h.p(".diff")[difference(twin, words)],
    ]


def difference(twin: Twin, words: Words) -> str:
    """How many more or fewer in 100, its range, and whether that is a clear difference."""
    counts = (twin.ldn.events, twin.ldn.n, twin.control.events, twin.control.n)
    if twin.study.design is not Design.RANDOMISED_PARALLEL:
        return words("effects.difference_paired")
    if twin.ldn.events == twin.control.events == 0 and twin.ldn.n and twin.control.n:
        return words("effects.difference_zero", n=write_number(twin.ldn.n + twin.control.n, words.language))
    if any(count is None for count in counts) or not twin.ldn.n or not twin.control.n:
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


def _control_name(twin: Twin, words: Words) -> str:
    return words("effects.arm_control" if twin.against is ComparatorKind.PLACEBO else "effects.arm_active")


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


def _alt(twin: Twin, words: Words) -> str:
    return words(
        "effects.totals_alt",
        study=short_name(twin.study),
        effect=words(f"side_effects.{twin.report.effect}.name"),
        ldn=write_number(share(twin.ldn) or 0, words.language, digits=0),
        control=write_number(share(twin.control) or 0, words.language, digits=0),
        difference=difference(twin, words),
    )


def _row(twin: Twin, words: Words) -> tuple[str, ...]:
    return (
        short_name(twin.study),
        words(f"side_effects.{twin.report.effect}.name"),
        f"{_in_100(twin.ldn, words)} {_counts(twin.ldn, words)}".strip(),
        f"{_in_100(twin.control, words)} {_counts(twin.control, words)}".strip(),
        difference(twin, words),
    )
