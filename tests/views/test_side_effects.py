"""Side effects over time: counted beside placebo, serious ones alone when asked, unknown said as unknown."""

from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from content.text import Words
from data.dataset import Dataset
from data.harms import lone_counts, reported_effects, twins
from data.models.subject import SideEffectGroup
from tests.components.charts.markup import parse, text_of, with_attribute, with_class
from tests.views.visit import address, pictures, said, visit

GRAVE = (SideEffectGroup.STOPPED, SideEffectGroup.SERIOUS)


def headings(at: AppTest) -> list[str]:
    return [
        text_of(element) for element in parse(pictures(at)["twins"]).iter() if element.tag in {"h2", "h3", "h4", "h5"}
    ]


def lone_rows(at: AppTest) -> list[str]:
    body = next(parse(pictures(at)["lone-counts"]).iter("tbody"))
    return [text_of(next(row.iter("th"))) for row in body.iter("tr")]


def names(dataset: Dataset, words: Words, *, grave: bool) -> set[str]:
    return {words(f"side_effects.{e.id}.name") for e in dataset.side_effects if (e.group in GRAVE) is grave}


def test_the_three_counted_things_are_those_of_the_trials() -> None:
    text = said(visit("effects"))
    assert "69 in 100 people had some unwanted effect on LDN and 72 in 100 on placebo" in text
    assert "(Due Bruun 2024), 4 of 49 people stopped LDN" in text
    assert "3 of 50 stopped placebo" in text
    assert "ivid dreams came up" in text
    assert "How many people in 100 that is was not found." in text


def test_every_twin_and_every_lone_count_is_shown_at_first(dataset: Dataset, words: Words) -> None:
    at = visit("effects")
    effects = [effect.id for effect in dataset.side_effects]
    assert len(headings(at)) == sum(len(twins(dataset, effect)) for effect in effects) >= 4
    assert len(lone_rows(at)) == sum(len(lone_counts(dataset, effect)) for effect in effects) >= 20
    assert headings(at).count("Any unwanted effect") == 3


def test_serious_effects_and_stopping_only(dataset: Dataset, words: Words) -> None:
    everything = set(headings(visit("effects"))) | set(lone_rows(visit("effects")))
    at = visit("effects", show="serious")
    assert at.selectbox(key="effects_show").value == "serious"
    left = set(headings(at)) | set(lone_rows(at))
    assert left == everything & names(dataset, words, grave=True)
    assert left & names(dataset, words, grave=False) == set()
    assert "Any unwanted effect" not in left
    assert "Stopped because of an unwanted effect" in left


def test_the_filter_writes_the_address() -> None:
    at = visit("effects")
    at.selectbox(key="effects_show").select("serious").run()
    assert address(at) == {"show": "serious"}
    at.selectbox(key="effects_show").select("all").run()
    assert address(at) == {}


def test_the_timeline_has_a_lane_per_symptom_and_none_for_stopping(dataset: Dataset, words: Words) -> None:
    lanes = with_attribute(parse(pictures(visit("effects"))["effect-timeline"]), "data-effect")
    groups = {effect.id: effect.group for effect in dataset.side_effects}
    expected = [e for e in reported_effects(dataset) if groups[e] not in (*GRAVE, SideEffectGroup.TOTAL)]
    assert [lane.attrib["data-effect"] for lane in lanes] == expected
    assert [lane.attrib["data-effect"] for lane in lanes if list(lane)] == ["vivid-dreams"]


def test_the_dose_steps_are_of_the_schedule_chosen() -> None:
    at = visit("effects", steps="naldep-steps")
    steps = with_class(parse(pictures(at)["effect-timeline"]), "step")
    assert [text_of(step) for step in steps] == ["1.5 mg", "3 mg", "4.5 mg"]
    at.selectbox(key="effects_steps").select("innova-fixed").run()
    steps = with_class(parse(pictures(at)["effect-timeline"]), "step")
    assert [text_of(step) for step in steps] == ["4.5 mg"]


def test_only_schedules_with_steps_can_be_chosen(dataset: Dataset) -> None:
    offered = visit("effects").selectbox(key="effects_steps").options
    assert len(offered) == sum(bool(schedule.steps) for schedule in dataset.dosing) >= 5


def test_counts_without_placebo_come_with_a_warning() -> None:
    at = visit("effects")
    assert "Counted without a placebo group" in [header.value for header in at.header]
    assert "Nobody knows how many of these would have happened anyway." in said(at)


def test_a_study_chosen_beside_a_count_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    def choose(*, key: str, **_: object) -> SimpleNamespace:
        return SimpleNamespace(chosen="duebruun-2024-fibromyalgia" if key == "picture_twins" else None)

    monkeypatch.setattr("components.ui.picture._mount", choose)
    at = visit("effects")
    assert [title.value for title in at.title] == ["Due Bruun 2024"]
    assert address(at) == {"study": "duebruun-2024-fibromyalgia"}
