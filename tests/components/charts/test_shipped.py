"""What travels of a picture with choices: all of them while they are small, else the one it shows and nothing else."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from components.charts import shipped as shipping
from components.charts.chart import Chart, Switch
from components.charts.claim_switch import claim_switch
from components.charts.effect_lenses import effect_lenses, lens_choices
from components.charts.harm_switch import harm_switch, options
from components.charts.kept import kept
from components.charts.matrix_switch import matrix_switch
from components.charts.shipped import SHIPPED_AT_ONCE, only_parts, shipped, weight
from components.charts.story import story
from components.charts.trial_timeline import trial_timeline
from content.text import Words
from data.dataset import Dataset
from tests.components.charts.markup import parse, with_attribute

Make = Callable[[Dataset, Words], Chart]
MARKUP = (
    '<div class="pic"><p>Lists<br></p><ul><li data-part="1">One<img></li><li data-part="2"><b>Two</b></li></ul>'
    '<p data-part="2">Second</p><svg><path d="M1 1"></path></svg></div>'
)
SWITCH = Switch(
    choices=("a", "b"), shown="b", arrangements={"a": ("1", "2"), "b": ("2",)},
    said={"a": "Two shown. By name.", "b": "One shown. By name."},
)  # fmt: skip
SWITCHED: dict[str, Make] = {
    "matrix": lambda dataset, words: matrix_switch(dataset, words, choice="outcomes skin people low"),
    "claims": lambda dataset, words: claim_switch(dataset, words, choice="all all"),
    "twins": lambda dataset, words: harm_switch(
        dataset, words, choice=" ".join(offered[0] for offered in options(dataset).values())
    ),
    "timeline": lambda dataset, words: effect_lenses(dataset, words, choice=lens_choices(dataset, words)[0]),
    "trials": lambda dataset, words: trial_timeline(dataset, words),
    "story": lambda dataset, words: story(dataset, words, here="full-dose"),
}


def unpacked(sent: Mapping[str, Any], switch: Switch) -> tuple[dict[str, tuple[str, ...]], dict[str, str]]:
    """The parts and the words of every choice, read as the browser reads them."""
    lists = zip(switch.choices, sent["arrangements"], sent["said"], strict=True)
    parts, said = {}, {}
    for choice, arrangement, sentences in lists:
        if arrangement is not None:
            parts[choice] = tuple(arrangement.split(" "))
            said[choice] = " ".join(sent["sentences"][number] for number in sentences)
    return parts, said


def test_a_small_picture_is_shipped_with_all_its_choices() -> None:
    sent: Mapping[str, Any] = shipped(MARKUP, SWITCH)
    assert sent["markup"] == MARKUP
    assert unpacked(sent, SWITCH) == (SWITCH.arrangements, SWITCH.said)
    assert sent["sentences"] == ["Two shown.", "By name.", "One shown."]


def test_of_a_large_picture_only_the_shown_choice_travels(monkeypatch: pytest.MonkeyPatch) -> None:
    whole: Mapping[str, Any] = shipped(MARKUP, SWITCH)
    lists = {name: value for name, value in whole.items() if name != "markup"}
    monkeypatch.setattr(shipping, "SHIPPED_AT_ONCE", weight(MARKUP, lists))
    shipping._shipped.cache_clear()
    assert shipped(MARKUP, SWITCH) == whole
    monkeypatch.setattr(shipping, "SHIPPED_AT_ONCE", weight(MARKUP, lists) - 1)
    shipping._shipped.cache_clear()
    sent: Mapping[str, Any] = shipped(MARKUP, SWITCH)
    assert sent["markup"] == (
        '<div class="pic"><p>Lists<br></p><ul><li data-part="2"><b>Two</b></li></ul>'
        '<p data-part="2">Second</p><svg><path d="M1 1"></path></svg></div>'
    )
    shipping._shipped.cache_clear()
    assert unpacked(sent, SWITCH) == ({"b": ("2",)}, {"b": "One shown. By name."})


def test_a_list_for_which_the_page_is_drawn_anew_ships_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shipping, "SHIPPED_AT_ONCE", 1)
    sent: Mapping[str, Any] = shipped(MARKUP, Switch(choices=("a", "b"), shown="a", arrangements={}))
    assert (sent["markup"], sent["arrangements"]) == (MARKUP, [])


@pytest.mark.parametrize("name", SWITCHED)
def test_every_picture_of_today_is_small_enough_to_be_switched_in_the_browser(
    name: str, dataset: Dataset, words: Words
) -> None:
    chart = kept(name, words, "shipped", lambda: SWITCHED[name](dataset, words))
    assert chart.markup is not None and chart.switch is not None
    sent: Mapping[str, Any] = shipped(chart.markup, chart.switch)
    assert unpacked(sent, chart.switch) == (chart.switch.arrangements, chart.switch.said)
    lists = {key: value for key, value in sent.items() if key != "markup"}
    assert len(chart.markup.encode()) < weight(chart.markup, lists) <= SHIPPED_AT_ONCE


@pytest.mark.parametrize("name", SWITCHED)
def test_one_choice_alone_stands_as_it_does_among_all(name: str, dataset: Dataset, words: Words) -> None:
    chart = kept(name, words, "shipped", lambda: SWITCHED[name](dataset, words))
    assert chart.markup is not None and chart.switch is not None
    wanted = chart.switch.arrangements[chart.switch.shown]
    alone = only_parts(chart.markup, frozenset(wanted))
    assert len(alone) < len(chart.markup)
    left = [part.attrib["data-part"] for part in with_attribute(parse(alone), "data-part")]
    assert set(left) <= set(wanted)
    inner = {part for part in wanted if part in left}
    assert inner, "something of the choice stands"
    assert len(with_attribute(parse(alone), "data-choose")) == len(with_attribute(parse(chart.markup), "data-choose"))
