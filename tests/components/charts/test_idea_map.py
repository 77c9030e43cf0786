"""The map of the whole idea: every arrow badged as its step, and nothing kept that was not measured in people."""

from xml.etree.ElementTree import Element

import pytest

from components.charts.idea_map import EVERYTHING, IN_PEOPLE, PEOPLE, idea_map
from content.text import Words
from data.dataset import Dataset
from data.models.mechanism import ShownIn
from tests.components.charts.markup import only, parse, text_of, with_attribute, with_class


@pytest.fixture(scope="module")
def maps(dataset: Dataset, words: Words) -> dict[str, Element]:
    root = parse(idea_map(dataset, words).markup)
    return {part.attrib["data-part"]: part for part in with_attribute(root, "data-part")}


def test_every_arrow_carries_the_badge_of_its_step(dataset: Dataset, maps: dict[str, Element]) -> None:
    places = {step.id: step.shown_in for step in dataset.mechanisms.steps}
    arrows = [arrow for chain in dataset.mechanisms.chains for arrow in chain.arrows]
    drawn = with_class(maps[EVERYTHING], "arrow")
    assert len(drawn) == len(arrows)
    for arrow, element in zip(arrows, drawn, strict=True):
        if arrow.step is None:
            assert "Not shown anywhere" in text_of(element)
            continue
        assert only(with_class(element, "badge")).attrib["data-shown-in"] == places[arrow.step]
        assert only(list(element.iter("a"))).attrib["href"] == f"how?step={arrow.step}"


def test_the_whole_idea_fades_nothing(maps: dict[str, Element]) -> None:
    assert with_class(maps[EVERYTHING], "faded") == []


def test_only_what_was_measured_in_people_stays_and_that_is_little(dataset: Dataset, maps: dict[str, Element]) -> None:
    places = {step.id: step.shown_in for step in dataset.mechanisms.steps}
    lines = {line.attrib["data-chain"]: line for line in with_attribute(maps[PEOPLE], "data-chain")}
    kept = 0
    for chain in dataset.mechanisms.chains:
        reached = True
        for arrow, element in zip(chain.arrows, with_class(lines[chain.id], "arrow"), strict=True):
            reached = reached and arrow.step is not None and places[arrow.step] in IN_PEOPLE
            assert ("faded" in element.attrib["class"].split()) is not reached
            kept += reached
    assert 0 < kept < len(with_class(maps[PEOPLE], "arrow")) / 2


def test_feeling_better_because_of_it_is_never_shown(maps: dict[str, Element]) -> None:
    better = [node for node in with_class(maps[PEOPLE], "node") if text_of(node) == "People feel better because of it"]
    assert better
    assert all("faded" in node.attrib["class"].split() for node in better)


def test_faded_is_said_and_not_only_drawn(maps: dict[str, Element]) -> None:
    for arrow in with_class(maps[PEOPLE], "arrow"):
        assert ("not measured in people on a low dose" in text_of(arrow)) is ("faded" in arrow.attrib["class"].split())


def test_filamin_a_stands_there_as_retracted(maps: dict[str, Element]) -> None:
    [badge] = [b for b in with_class(maps[EVERYTHING], "badge") if b.get("data-shown-in") == ShownIn.RETRACTED]
    assert "struck" in badge.attrib["class"].split()


def test_the_counts_are_the_maps(dataset: Dataset, words: Words) -> None:
    places = {step.id: step.shown_in for step in dataset.mechanisms.steps}
    arrows = {(a.step, a.to) for chain in dataset.mechanisms.chains for a in chain.arrows}
    people = [places[step] for step, _ in arrows if step and places[step] in IN_PEOPLE]
    alone = people.count(ShownIn.PEOPLE_LOW_DOSE_UNCONTROLLED)
    assert idea_map(dataset, words).alt.endswith(
        f"Of {len(arrows)} arrows, {len(people)} were measured in people on a low dose, {alone} of these without a "
        "comparison group."
    )


def test_the_file_dashes_what_was_not_measured_in_people(dataset: Dataset, words: Words) -> None:
    root = parse(idea_map(dataset, words).markup)
    file = only(with_attribute(root, "data-file"))
    people = only([part for part in with_attribute(root, "data-part") if part.attrib["data-part"] == PEOPLE])
    frames = [rect for rect in file.iter("rect") if rect.get("rx") == "8"]
    nodes = with_class(people, "node")
    assert len(frames) == len(nodes)
    dashed = [frame.get("stroke-dasharray") is not None for frame in frames]
    assert dashed == ["faded" in node.attrib["class"].split() for node in nodes]


def test_the_buttons_stay_below_the_map_whichever_choice_is_shown(dataset: Dataset, words: Words) -> None:
    root = parse(idea_map(dataset, words).markup)
    parent = only([element for element in root.iter() if any("data-part" in child.attrib for child in element)])
    assert all("data-part" in child.attrib for child in parent)
