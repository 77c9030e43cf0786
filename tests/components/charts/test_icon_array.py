"""Harm twins: 100 dots per arm, filled as counted, LDN never swapped with the comparison."""

from xml.etree.ElementTree import Element

import pytest

from components.charts.harm_groups import harm_groups
from components.charts.icon_array import difference, dots, harm_pair, harm_twins
from components.charts.look import Meaning
from content.text import Words
from data.dataset import Dataset
from data.harms import Twin, twins
from data.models.study import Comparator, ComparatorKind, Design, EventArm
from tests.components.charts.markup import dots_in, one_spaced, only, parse, text_of, with_class

INNOVA = "rodriguezfreire-2026-fibromyalgia-innova"
FINAL = "duebruun-2024-fibromyalgia"
STOPPED = "stopped-because-of-side-effect"
PAIRED = "The same people took both in turn, so no range can be worked out from these counts."
SHIPPED = [
    (INNOVA, "any-side-effect", (69, "33 of 48 people"), (72, "36 of 50 people"),
     "No clear difference. Counted: 3 fewer in 100 with LDN; by our own sum it could be from 21 fewer to 14 more."),
    (FINAL, STOPPED, (8, "4 of 49 people"), (6, "3 of 50 people"),
     "No clear difference. Counted: 2 more in 100 with LDN; by our own sum it could be from 9 fewer to 14 more."),
    (FINAL, "any-side-effect", (84, "41 of 49 people"), (86, "43 of 50 people"),
     "No clear difference. Counted: 2 fewer in 100 with LDN; by our own sum it could be from 17 fewer to 12 more."),
    (FINAL, "death", (0, "0 of 49 people"), (0, "0 of 50 people"),
     "No clear difference. Counted: no more and no fewer in 100 with LDN; by our own sum it could be "
     "from 7 fewer to 7 more. "
     "LDN: nobody of 49 people. It could still be up to 7 in 100. "
     "Placebo: nobody of 50 people. It could still be up to 7 in 100."),
]  # fmt: skip


@pytest.fixture
def final_stops(dataset: Dataset) -> Twin:
    """Stopping because of a side effect in the FINAL trial."""
    return next(twin for twin in twins(dataset, STOPPED) if twin.study.id == FINAL)


def counted(twin: Twin, ldn: tuple[int, int], control: tuple[int, int]) -> Twin:
    """The same study with other counts."""
    arms = [EventArm(events=events, n=n) for events, n in (ldn, control)]
    return Twin(twin.study, twin.report, *arms)


def against(twin: Twin, kind: ComparatorKind) -> Twin:
    """The same counts beside another comparator."""
    assert isinstance(twin.study.comparator, Comparator)
    comparator = twin.study.comparator.model_copy(update={"kind": kind})
    return Twin(twin.study.model_copy(update={"comparator": comparator}), twin.report, twin.ldn, twin.control)


def arms_of(twin: Twin, words: Words) -> list[Element]:
    """The two figures of a card, in the order read."""
    return list(parse(harm_twins("k", [twin], words).markup).iter("figure"))


def headings(root: Element) -> list[Element]:
    return [element for element in root.iter() if element.tag in {"h2", "h3", "h4", "h5"}]


def filled(figure: Element) -> int:
    return dots_in(figure, "on")


@pytest.mark.parametrize(("study", "effect", "ldn", "control", "sentence"), SHIPPED)
def test_dots_words_and_range_are_those_of_the_trial(
    dataset: Dataset,
    words: Words,
    study: str,
    effect: str,
    ldn: tuple[int, str],
    control: tuple[int, str],
    sentence: str,
) -> None:
    twin = next(twin for twin in twins(dataset, effect) if twin.study.id == study)
    root = parse(harm_twins("k", [twin], words).markup)
    figures = list(root.iter("figure"))
    for figure, name, (per_100, people) in zip(figures, ("LDN", "Placebo"), (ldn, control), strict=True):
        assert text_of(only(list(figure.iter("figcaption")))) == f"{name}: {per_100} in 100 {people}"
        assert dots_in(figure, "on") + dots_in(figure, "off") == 100
        assert filled(figure) == per_100
    assert text_of(only(with_class(root, "diff"))) == sentence


def test_ldn_and_control_are_never_swapped(words: Words, final_stops: Twin) -> None:
    many, few = (40, 50), (5, 50)
    for ldn, control in ((many, few), (few, many)):
        figures = arms_of(counted(final_stops, ldn, control), words)
        assert [filled(figure) for figure in figures] == [2 * ldn[0], 2 * control[0]]
        assert [text_of(figure).split(":")[0] for figure in figures] == ["LDN", "Placebo"]


def test_each_arm_has_its_own_colour(words: Words, final_stops: Twin) -> None:
    colours = [{dots.get("stroke") for dots in with_class(figure, "on")} for figure in arms_of(final_stops, words)]
    assert colours == [{Meaning.TOWARDS_LDN.css}, {Meaning.NO_DIFFERENCE.css}]


def test_dots_and_figure_never_disagree(words: Words, final_stops: Twin) -> None:
    for events in range(81):
        figure = arms_of(counted(final_stops, (events, 80), (1, 80)), words)[0]
        assert text_of(figure).startswith(f"LDN: {filled(figure)} in 100 ")
        assert abs(filled(figure) - 100 * events / 80) <= 0.5


def test_dots_fill_from_the_bottom_left() -> None:
    block = parse(str(dots(12, Meaning.WARNING)))
    assert (dots_in(block, "on"), dots_in(block, "off")) == (12, 88)
    [on] = with_class(block, "on")
    # A full row at the bottom, then two dots at the left of the row above.
    assert on.attrib["d"] == "M6 114h109M6 102h13"
    [off] = with_class(block, "off")
    assert off.attrib["d"].startswith("M30 102h85M6 90h109")
    assert (
        dots_in(parse(str(dots(0, Meaning.WARNING))), "on"),
        dots_in(parse(str(dots(100, Meaning.WARNING))), "on"),
    ) == (
        0,
        100,
    )


def test_the_range_is_newcombes(words: Words, final_stops: Twin) -> None:
    # Newcombe 1998, example (a): 56/70 against 48/80 gives 0.0524 to 0.3339.
    assert difference(harm_pair(counted(final_stops, (56, 70), (48, 80)), words), words) == (
        "Clearly more with LDN. Counted: 20 more in 100 with LDN; by our own sum it could be from 5 more to 33 more."
    )
    assert difference(harm_pair(counted(final_stops, (48, 80), (56, 70)), words), words) == (
        "Clearly fewer with LDN. Counted: 20 fewer in 100 with LDN; by our own sum it could be "
        "from 33 fewer to 5 fewer."
    )


def test_people_who_took_both_in_turn_get_no_range(words: Words, final_stops: Twin) -> None:
    for design in (Design.RANDOMISED_CROSSOVER, Design.FIXED_ORDER_CROSSOVER):
        study = final_stops.study.model_copy(update={"design": design})
        twin = Twin(study, final_stops.report, final_stops.ldn, final_stops.control)
        chart = harm_twins("k", [twin], words)
        assert difference(harm_pair(twin, words), words) == PAIRED
        assert "could be from" not in text_of(parse(chart.markup))
        assert "could be from" not in chart.alt
        assert chart.table.rows[0][-1] == PAIRED


def test_a_percentage_without_people_gets_no_range_and_no_invented_count(words: Words, final_stops: Twin) -> None:
    twin = Twin(final_stops.study, final_stops.report, EventArm(percent=12.0), EventArm(percent=10.0))
    assert difference(harm_pair(twin, words), words) == "The number of people was not found, so no range can be given."
    figures = arms_of(twin, words)
    assert [text_of(figure) for figure in figures] == ["LDN: 12 in 100", "Placebo: 10 in 100"]
    assert [filled(figure) for figure in figures] == [12, 10]


def test_another_drug_is_never_called_placebo(words: Words, final_stops: Twin) -> None:
    root = parse(harm_twins("k", [against(final_stops, ComparatorKind.ACTIVE)], words).markup)
    assert "Comparison drug" in text_of(root)
    assert "lacebo" not in text_of(root)


def test_the_card_names_effect_study_condition_and_depth(dataset: Dataset, words: Words) -> None:
    twin = next(twin for twin in twins(dataset, "any-side-effect") if twin.study.id == INNOVA)
    root = parse(harm_twins("k", [twin], words).markup)
    assert text_of(only(headings(root))) == "Any unwanted effect"
    link = only(list(root.iter("a")))
    assert link.attrib == {"href": f"study?study={INNOVA}", "data-choice": INNOVA}
    assert text_of(only(with_class(root, "from"))).startswith(f"{text_of(link)} · Fibromyalgia · ")


def test_a_count_nobody_saw_again_says_so_on_its_card_in_its_table_and_to_screen_readers(
    dataset: Dataset, words: Words
) -> None:
    found = twins(dataset, "any-side-effect")
    chart = harm_twins("k", found, words)
    cards = {only(list(card.iter("a"))).attrib["data-choice"]: card for card in with_class(parse(chart.markup), "twin")}
    rows = dict(zip((twin.study.id for twin in found), chart.table.rows, strict=True))
    for twin in found:
        once = twin.study.id == "mischoulon-2017-depression"
        assert ("read once" in text_of(cards[twin.study.id])) is once
        assert ("read once" in rows[twin.study.id][1]) is once
    assert chart.alt.count("read once") == 1
    grouped = text_of(parse(harm_groups("g", dataset, found, words).markup))
    assert grouped.count("read once") == 2


def test_alt_and_table_say_the_same_as_the_dots(dataset: Dataset, words: Words) -> None:
    found = twins(dataset, "any-side-effect")
    chart = harm_twins("k", found, words)
    assert "LDN 69 in 100, comparison 72 in 100" in chart.alt
    assert "LDN 84 in 100, comparison 86 in 100" in chart.alt
    assert [tuple(map(one_spaced, row[2:4])) for row in chart.table.rows] == [
        (
            "84 in 100 41 of 49 people (could be 71 to 91 in 100)",
            "86 in 100 43 of 50 people (could be 74 to 93 in 100)",
        ),
        (
            "69 in 100 33 of 48 people (could be 55 to 80 in 100)",
            "72 in 100 36 of 50 people (could be 58 to 83 in 100)",
        ),
        (
            "100 in 100 6 of 6 people (could be 61 to 100 in 100)",
            "100 in 100 6 of 6 people (could be 61 to 100 in 100)",
        ),
    ]
    assert chart.choices == (FINAL, INNOVA, "mischoulon-2017-depression")
    for twin in found:
        assert twin.report.where in chart.source_note
