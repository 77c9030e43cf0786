"""Side effects: counted beside placebo first, filters that say what they leave, unknown said as unknown."""

from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from content.text import Words
from data.dataset import Dataset
from data.harms import Choice, all_lone_counts, all_twins, reported_effects, twins, wanted
from data.models.subject import SideEffectGroup
from tests.components.charts.markup import parse, text_of, with_attribute, with_class
from tests.views.visit import address, headings, parts_shown, picture_data, pictures, said, visit

GRAVE = (SideEffectGroup.STOPPED, SideEffectGroup.SERIOUS)


def shown(at: AppTest, key: str = "twins") -> list[str]:
    """The parts of a picture that the visitor sees."""
    return parts_shown(picture_data(at)[key])


def trials(at: AppTest) -> list[str]:
    return [part for part in shown(at) if part.startswith("t")]


def lone_rows(at: AppTest) -> list[str]:
    drawn = pictures(at).get("lone-counts")
    body = next(parse(drawn).iter("tbody")) if drawn else ()
    return [text_of(next(row.iter("th"))) for row in body]


def test_the_three_counted_things_are_those_of_the_trials() -> None:
    text = said(visit("effects"))
    assert "69 in 100 people had some unwanted effect on LDN and 72 in 100 on placebo" in text
    assert "(Due Bruun 2024), 4 of 49 people stopped LDN" in text
    assert "3 of 50 stopped placebo" in text
    assert "ivid dreams came up" in text
    assert "How many people in 100 that is was not found." in text
    assert "In one small trial (Younger 2013) it was 37 in 100 on LDN and 13 in 100 on placebo." in text


def test_what_is_known_stands_before_what_is_not() -> None:
    assert headings(visit("effects")) == [
        "Three things that were counted", "How many people had an effect", "Counted without a placebo group",
        "When does it start, when does it stop?",
    ]  # fmt: skip


def test_every_twin_and_every_lone_count_is_there_at_first(dataset: Dataset) -> None:
    at = visit("effects")
    assert len(trials(at)) == len(all_twins(dataset)) >= 6
    assert f"left-{len(all_twins(dataset))}" in shown(at)
    assert len(lone_rows(at)) == len(all_lone_counts(dataset, Choice())) >= 20


def test_stopping_and_serious_effects_only(dataset: Dataset, words: Words) -> None:
    at = visit("effects", show="serious")
    groups = {effect.id: effect.group for effect in dataset.side_effects}
    grave = [t for t in all_twins(dataset) if groups[t.report.effect] in GRAVE]
    assert len(trials(at)) == len(grave) == len(wanted(dataset, Choice(serious=True))) > 0
    assert [part for part in shown(at) if part.startswith("g-")] == ["g-stopped", "g-serious"]
    names = {words(f"side_effects.{effect}.name") for effect, group in groups.items() if group in GRAVE}
    assert set(lone_rows(at)) <= names


def test_a_filter_applies_to_counts_without_placebo_as_well(dataset: Dataset) -> None:
    at = visit("effects", length="over-26-weeks")
    assert len(trials(at)) == 1
    ids = {lone.study.id for lone in all_lone_counts(dataset, Choice())}
    assert len(lone_rows(at)) < len(ids)


def test_an_empty_choice_says_so_and_names_the_nearest_to_drop() -> None:
    at = visit("effects", dose="over-4-5-mg", length="over-26-weeks")
    assert trials(at) == []
    assert "left-0" in shown(at)
    [drop] = [part for part in shown(at) if part.startswith("drop-")]
    root = parse(pictures(at)["twins"])
    [empty] = [e for e in with_attribute(root, "data-part") if e.attrib["data-part"] == drop]
    assert "No trial that we read counted this beside a comparison group." in text_of(empty)
    assert "The nearest choice to drop is “Time on LDN”" in text_of(empty)
    [button] = with_attribute(empty, "data-turn")
    assert button.attrib["data-turn"] == "all any any any"


def test_every_picture_stays_small_enough_to_be_switched_in_the_browser() -> None:
    for key, element in picture_data(visit("effects")).items():
        assert len(str(element)) < 200_000, key


def test_uncontrolled_counts_never_stand_among_the_twins(dataset: Dataset) -> None:
    root = parse(pictures(visit("effects"))["twins"])
    linked = {element.attrib["data-choice"] for element in with_attribute(root, "data-choice")}
    lone = {lone.study.id for lone in all_lone_counts(dataset, Choice())} - {t.study.id for t in all_twins(dataset)}
    assert linked & lone == set()
    assert "irwin-2024-chronic-pain" not in linked  # not at low dose


def test_the_timeline_has_a_lane_for_what_somebody_timed_and_one_for_the_rest(dataset: Dataset) -> None:
    root = parse(pictures(visit("effects"))["effect-timeline"])
    groups = {effect.id: effect.group for effect in dataset.side_effects}
    symptoms = [e for e in reported_effects(dataset) if groups[e] not in (*GRAVE, SideEffectGroup.TOTAL)]
    lanes = [lane.attrib["data-effect"] for lane in with_attribute(root, "data-effect")]
    [silent] = with_attribute(root, "data-silent")
    assert sorted([*lanes, *silent.attrib["data-silent"].split()]) == sorted(symptoms)
    assert "vivid-dreams" in lanes


def test_the_dose_steps_are_of_the_schedule_chosen() -> None:
    for asked, steps in (("naldep-steps", ["1.5 mg", "3 mg", "4.5 mg"]), ("innova-fixed", ["4.5 mg"])):
        at = visit("effects", steps=asked)
        [part] = [part for part in shown(at, "effect-timeline") if part.startswith("l")]
        root = parse(pictures(at)["effect-timeline"])
        [ladder] = [e for e in with_attribute(root, "data-part") if e.attrib["data-part"] == part]
        assert [text_of(step) for step in with_class(ladder, "stair")] == steps


def test_only_schedules_with_steps_can_be_chosen(dataset: Dataset) -> None:
    choices = picture_data(visit("effects"))["effect-timeline"]["choices"]
    assert len(choices) == 2 * sum(bool(schedule.steps) for schedule in dataset.dosing) >= 10


def test_what_people_did_says_each_time_whether_anybody_tested_it(dataset: Dataset, words: Words) -> None:
    at = visit("effects", lens="did")
    assert "did" in shown(at, "effect-timeline")
    assert "when" not in shown(at, "effect-timeline")
    statements = with_attribute(parse(pictures(at)["effect-timeline"]), "data-response")
    assert {s.attrib["data-response"] for s in statements} == {response.id for response in dataset.responses}
    tested = {response.id: response.tested for response in dataset.responses}
    for statement in statements:
        assert words(f"harms.tested.{tested[statement.attrib['data-response']]}") in text_of(statement)


def test_counts_without_placebo_come_with_a_warning() -> None:
    at = visit("effects")
    assert "Nobody knows how many of these would have happened anyway." in said(at)


def test_a_study_chosen_beside_a_count_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    def choose(*, key: str, **_: object) -> SimpleNamespace:
        return SimpleNamespace(chosen="duebruun-2024-fibromyalgia" if key == "picture_twins" else None)

    monkeypatch.setattr("components.ui.picture._mount", choose)
    at = visit("effects")
    assert [title.value for title in at.title] == ["Due Bruun 2024"]
    assert address(at) == {"study": "duebruun-2024-fibromyalgia"}


def test_an_effect_that_was_asked_for_stands_first_with_both_groups() -> None:
    at = visit("effects", effect="vivid-dreams")
    assert not at.exception
    assert headings(at)[0] == "Vivid dreams"
    drawn = pictures(at)
    assert next(iter(drawn)) == "one-effect"
    first = text_of(parse(drawn["one-effect"]))
    assert "Younger 2013" in first
    assert "37" in first and "13" in first


def test_an_effect_no_trial_compared_says_so(dataset: Dataset) -> None:
    silent = [effect.id for effect in dataset.side_effects if not twins(dataset, effect.id)]
    assert silent
    for name in silent[:3]:
        at = visit("effects", effect=name)
        assert not at.exception
        assert "No trial that we could read counted it beside a comparison group." in said(at)


def test_an_effect_we_do_not_have_is_said_and_nothing_else_changes() -> None:
    at = visit("effects", effect="<b>x")
    assert not at.exception
    assert "which is not here" in " ".join(note.value for note in at.info)
    assert "one-effect" not in pictures(at)
