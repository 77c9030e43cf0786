"""Harms beside a control group with all their choices: shipped once, switched in the browser."""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from itertools import product

import htpy as h

from components.charts.chart import Chart, Switch
from components.charts.choosers import chooser, row_of_choosers
from components.charts.harm_groups import Harm, groups_drawn, harm_groups, harms
from components.charts.look import picture
from content.numbers import write_number
from content.text import Words, load_words
from data.dataset import Dataset
from data.harms import (
    GRAVE,
    Choice,
    DoseReach,
    Length,
    all_twins,
    conditions_of,
    dose_reach,
    groups,
    length,
    nearest_to_drop,
    wanted,
)
from data.search import fold

ANY = "any"
SHOWN = ("all", "serious")


def options(dataset: Dataset) -> dict[str, tuple[str, ...]]:
    """What each list offers: only what some controlled count has."""
    found = all_twins(dataset)
    doses, lengths = ({step(twin.study) for twin in found} for step in (dose_reach, length))
    return {
        "serious": SHOWN,
        "condition": (ANY, *conditions_of(found)),
        "dose": (ANY, *(dose for dose in DoseReach if dose in doses)),
        "length": (ANY, *(weeks for weeks in Length if weeks in lengths)),
    }


def choice_of(text: str) -> Choice:
    """The choice written as "show condition dose length"."""
    show, condition, dose, weeks = text.split()
    return Choice(
        serious=show == "serious",
        condition=None if condition == ANY else condition,
        dose=None if dose == ANY else DoseReach(dose),
        length=None if weeks == ANY else Length(weeks),
    )


def harm_switch(dataset: Dataset, words: Words, *, choice: str) -> Chart:
    """The controlled counts as `choice` leaves them, with all other choices."""
    chart = harm_groups("twins", dataset, wanted(dataset, choice_of(choice)), words)
    markup, switch = _all_choices(dataset, words.language)
    return replace(chart, markup=markup, switch=replace(switch, shown=choice))


@lru_cache(maxsize=8)
def _all_choices(dataset: Dataset, language: str) -> tuple[str, Switch]:
    words = load_words(language)
    choices = tuple(" ".join(values) for values in product(*options(dataset).values()))
    arrangements = {choice: _parts(dataset, choice_of(choice)) for choice in choices}
    said = {choice: _said(dataset, choice_of(choice), words) for choice in choices}
    lines = sorted({part for parts in arrangements.values() for part in parts if part.startswith(("left-", "drop-"))})
    markup = picture(
        row_of_choosers(*_choosers(dataset, words)),
        h.div[(_line(line, dataset, words) for line in lines)],
        h.div(".harms")[groups_drawn(dataset, words, choosable=True)],
    )
    return markup, Switch(choices=choices, shown=choices[0], arrangements=arrangements, said=said)


def _parts(dataset: Dataset, choice: Choice) -> tuple[str, ...]:
    left = {id(twin) for twin in wanted(dataset, choice)}
    nearest = nearest_to_drop(dataset, choice)
    lines = [f"left-{len(left)}"]
    if not left:
        lines.append(f"drop-{nearest[0]}-{nearest[1]}" if nearest else "drop-all-0")
    group = groups(dataset)
    shown: dict[str, None] = {}
    for harm in harms(dataset):
        trials = [number for number, twin in harm.twins if id(twin) in left]
        pooled = _pooled_wanted(harm, choice, grave=group[harm.effect] in GRAVE)
        if trials or pooled:
            shown |= dict.fromkeys([f"g-{group[harm.effect]}", f"e{harm.place}"])
        if trials:
            shown[f"e{harm.place}n{len(trials)}"] = None
        shown |= dict.fromkeys(f"t{number}" for number in trials)
        if pooled:
            shown[f"p{harm.place}"] = None
    return (*lines, *shown)


def _pooled_wanted(harm: Harm, choice: Choice, *, grave: bool) -> bool:
    """Reviews pool trials of several doses and lengths, so that they drop out once one of these is chosen."""
    if choice.dose or choice.length or (choice.serious and not grave):
        return False
    return any(choice.condition in (None, *study.conditions) for study, _ in harm.pooled)


def _said(dataset: Dataset, choice: Choice, words: Words) -> str:
    return _left(len(wanted(dataset, choice)), dataset, words)


def _left(count: int, dataset: Dataset, words: Words) -> str:
    everything = write_number(len(all_twins(dataset)), words.language)
    return words("harms.left", n=write_number(count, words.language), all=everything)


def _line(part: str, dataset: Dataset, words: Words) -> h.Element:
    kind, *about = part.split("-")
    if kind == "left":
        return h.p(".tally", data_part=part)[h.b[_left(int(about[0]), dataset, words)]]
    name, count = about
    number = write_number(int(count), words.language)
    one = name != "all"
    text = words("harms.drop_one", part=words(f"harms.part.{name}"), n=number) if one else words("harms.drop_all")
    everything = " ".join(offered[0] for offered in options(dataset).values())
    return h.div(".empty", data_part=part)[
        h.p[words("harms.nothing"), " ", text],
        h.button(".turn", type="button", data_turn=everything)[words("harms.show_all")],
    ]


def _choosers(dataset: Dataset, words: Words) -> list[h.Element]:
    offered = options(dataset)
    by_name = sorted(offered["condition"][1:], key=lambda name: fold(words(f"conditions.{name}.name")))
    names: dict[str, tuple[tuple[str, ...], Callable[[str], str]]] = {
        "serious": (SHOWN, lambda value: words(f"harms.show.{value}")),
        "condition": ((ANY, *by_name), lambda value: words(f"conditions.{value}.name")),
        "dose": (offered["dose"], lambda value: words(f"harms.dose.{value}")),
        "length": (offered["length"], lambda value: words(f"harms.length.{value}")),
    }
    return [
        chooser(
            words(f"harms.part.{part}"),
            [(value, _with_count(part, value, name, dataset, words)) for value in values],
        )
        for part, (values, name) in names.items()
    ]


def _with_count(part: str, value: str, name: Callable[[str], str], dataset: Dataset, words: Words) -> str:
    """An entry of a list and how many counts it leaves when it alone is chosen."""
    parts = {"serious": SHOWN[0], "condition": ANY, "dose": ANY, "length": ANY} | {part: value}
    count = len(wanted(dataset, choice_of(" ".join(parts.values()))))
    text = words("harms.any") if value == ANY else name(value)
    return words("harms.option", name=text, n=write_number(count, words.language))
