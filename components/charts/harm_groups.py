"""Harms beside a control group: totals first, then symptom by symptom, then stopping, then serious ones.

A compact row per trial: two blocks of 100 dots, the counts, the difference in words. What reviews pooled stands below
the trials of its effect, in words, and is never drawn among them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import htpy as h

from components.charts.chart import Chart, Table
from components.charts.icon_array import Pair, alt_of, both_arms, difference, harm_pair, header_of, row_of
from components.charts.look import picture
from components.charts.study_list import flags
from content.numbers import write_number
from content.text import Words
from data.dataset import Dataset
from data.harms import GRAVE, Twin, all_twins, groups, pooled_reports, share
from data.models.base import Quantity
from data.models.study import RATIOS, Counted, Effect, EventArm, SideEffectReport, Study
from data.models.subject import SideEffectGroup
from data.naming import short_name

# An effect with more trials than this opens on a tap, so that one symptom does not bury the others.
OPEN_AT_ONCE = 2
SYMPTOMS = tuple(group for group in SideEffectGroup if group not in (SideEffectGroup.TOTAL, *GRAVE))
PooledReport = tuple[Study, SideEffectReport]


@dataclass(frozen=True)
class Harm:
    """One effect with its controlled counts, each with its number among all, and what was pooled of it."""

    effect: str
    place: int
    twins: tuple[tuple[int, Twin], ...]
    pooled: tuple[PooledReport, ...]


def harms(dataset: Dataset) -> tuple[Harm, ...]:
    """Every effect that was counted beside a control group or pooled by a review, group by group."""
    numbered = enumerate(all_twins(dataset))
    by_effect = {effect: tuple(found) for effect, found in groupby(numbered, lambda pair: pair[1].report.effect)}
    found = [
        Harm(effect.id, place, by_effect.get(effect.id, ()), pooled_reports(dataset, effect.id))
        for place, effect in enumerate(dataset.side_effects)
        if effect.id in by_effect or pooled_reports(dataset, effect.id)
    ]
    order, group = list(SideEffectGroup), groups(dataset)
    return tuple(sorted(found, key=lambda harm: order.index(group[harm.effect])))


def harm_groups(key: str, dataset: Dataset, found: Sequence[Twin], words: Words) -> Chart:
    """The pairs of `found` as one chart, all effects of the dataset in its markup; for pages without choices."""
    pairs = [harm_pair(twin, words) for twin in found]
    return Chart(
        key=key,
        markup=picture(h.div(".harms")[groups_drawn(dataset, words, choosable=False)]),
        alt=" ".join(alt_of(pair, words) for pair in pairs) or words("harms.none"),
        table=Table(header_of(words("harms.effect"), words), tuple(row_of(pair, words) for pair in pairs)),
        source_note="; ".join(sorted({f"{short_name(pair.study)}, {pair.where}" for pair in pairs}))
        or words("harms.none"),
        choices=_studies(dataset),
    )


def groups_drawn(dataset: Dataset, words: Words, *, choosable: bool) -> Iterator[h.Element]:
    """One section per group of effects; every section, effect and trial is a part that a choice can hide.

    `choosable` writes out each number of trials a choice could leave; without it only the number there is.
    """
    group = groups(dataset)
    for name, members in groupby(harms(dataset), lambda harm: group[harm.effect]):
        drawn = [_effect(harm, words, always_open=name not in SYMPTOMS, choosable=choosable) for harm in members]
        yield h.section(data_part=f"g-{name}")[h.h3(".topic")[words(f"harms.group.{name}")], h.div[drawn]]


def _studies(dataset: Dataset) -> tuple[str, ...]:
    drawn = [study for harm in harms(dataset) for study in _studies_of(harm)]
    return tuple(dict.fromkeys(study.id for study in drawn))


def _studies_of(harm: Harm) -> Iterator[Study]:
    yield from (twin.study for _, twin in harm.twins)
    yield from (study for study, _ in harm.pooled)


def _effect(harm: Harm, words: Words, *, always_open: bool, choosable: bool) -> h.Element:
    count = len(harm.twins)
    counts = [
        h.span(".quiet", data_part=f"e{harm.place}n{n}")[
            words("harms.trial") if n == 1 else words("harms.trials", n=write_number(n, words.language))
        ]
        for n in range(1 if choosable else max(count, 1), count + 1)
    ]
    name = h.summary[h.span[h.h4[words(f"side_effects.{harm.effect}.name")], " ", counts]]
    rows = [h.li(data_part=f"t{number}")[_row(harm_pair(twin, words), words)] for number, twin in harm.twins]
    pooled = [h.li(data_part=f"p{harm.place}")[_pooled(*report, words)] for report in harm.pooled]
    return h.details(".harm", open="" if always_open or count <= OPEN_AT_ONCE else None, data_part=f"e{harm.place}")[
        name,
        h.ul(".rows")[rows] if rows else None,
        h.ul(".pooled")[pooled] if pooled else None,
    ]


def _row(pair: Pair, words: Words) -> list[h.Node]:
    link = h.a(href=f"study?study={pair.study.id}", data_choice=pair.study.id)[short_name(pair.study)]
    return [
        h.p(".from.quiet")[link, "".join(f" · {part}" for part in _about(pair, words))],
        both_arms(pair, words),
        h.p(".diff")[difference(pair, words)],
    ]


def _about(pair: Pair, words: Words) -> Iterator[str]:
    study = pair.study
    yield ", ".join(words(f"conditions.{condition}.name") for condition in study.conditions)
    highest = getattr(study.dose, "highest_mg", None)
    if highest is not None:
        per_kg = getattr(study.dose, "per_kg", False)
        yield words("harms.up_to_per_kg" if per_kg else "harms.up_to", mg=write_number(highest, words.language))
    if isinstance(study.weeks_on_drug, Quantity):
        yield words("harms.weeks", n=write_number(study.weeks_on_drug.value, words.language))
    yield words(f"depth.{next(source.depth for source in study.sources if source.id == pair.source)}")
    if pair.note:
        yield pair.note
    yield from flags(study, words)


def _pooled(study: Study, report: SideEffectReport, words: Words) -> list[h.Node]:
    link = h.a(href=f"study?study={study.id}", data_choice=study.id)[short_name(study)]
    depth = words(f"depth.{next(source.depth for source in study.sources if source.id == report.source)}")
    about = "; ".join([depth, *flags(study, words)])
    told = h.p[h.b[words("harms.pooled")], " ", link, f" ({about}): ", pooled_sentence(report, words)]
    ldn, control = report.ldn, report.control
    if isinstance(ldn, EventArm) and isinstance(control, EventArm) and None not in (share(ldn), share(control)):
        name = words(f"side_effects.{report.effect}.name")
        return [both_arms(Pair(study, name, report.source, report.where, ldn, control), words), told]
    return [told]


def pooled_sentence(report: SideEffectReport, words: Words) -> str:
    """What a review pooled, with its range; without a figure, that none was found."""
    effect = report.comparison
    if not isinstance(effect, Effect) or effect.value is None or effect.ci is None or effect.measure not in RATIOS:
        return report.note or words("harms.pooled_no_figure")
    low, high = effect.ci
    counted = words("harms.events_not_people") if report.counted is Counted.EVENTS else words("harms.in_100_not_found")
    measure = words(
        f"harms.ratio.{effect.measure}",
        ratio=write_number(effect.value, words.language),
        low=write_number(low, words.language),
        high=write_number(high, words.language),
    )
    verdict = words("harms.pooled_clear" if low > 1 or high < 1 else "harms.pooled_unclear")
    return words("harms.pooled_ratio", verdict=verdict, measure=measure, counted=counted)
