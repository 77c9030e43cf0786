"""Both arms of LDN trials: exact published values, one axis per gauge and scale, ranges where published."""

from dataclasses import replace

import pytest

from components.charts.placebo_arms import placebo_arms
from content.text import Words
from data.dataset import Dataset
from data.models.study import Arm
from data.placebo_arms import Gauge, Side, placebo_panels
from tests.components.charts.markup import one_spaced, parse, percent, text_of, with_attribute, with_class

FINAL, INNOVA = "duebruun-2024-fibromyalgia/pain-12w", "rodriguezfreire-2026-fibromyalgia-innova/pain-3m"


def sides(dataset: Dataset) -> dict[str, tuple[Side, Side]]:
    return {
        f"{row.study.id}/{row.result.id}": (row.placebo, row.ldn)
        for panel in placebo_panels(dataset)
        for row in panel.rows
    }


def test_values_are_those_of_the_records(dataset: Dataset) -> None:
    found = sides(dataset)
    assert found[FINAL] == (Side(0.9, 0.5, 1.4), Side(1.3, 0.8, 1.7))
    assert found[INNOVA] == (Side(0.64, None, None), Side(0.33, None, None))
    assert found["smith-2011-crohns-rct/response-12w"] == (Side(40, None, None), Side(88, None, None))
    assert found["younger-2013-fibromyalgia/pain-12w"] == (Side(18, None, None), Side(28.8, None, None))


def test_every_figure_drawn_stands_in_a_record(dataset: Dataset, words: Words) -> None:
    published = set()
    for study in dataset.studies:
        for result in study.results:
            for arm in (result.ldn, result.control):
                if isinstance(arm, Arm):
                    published |= {abs(x) for x in (arm.change, arm.change_percent, arm.percent) if x is not None}
    drawn = [
        float(bar.attrib["data-value"])
        for bar in with_attribute(parse(placebo_arms(dataset, words).markup), "data-value")
    ]
    assert len(drawn) == 2 * len(sides(dataset))
    assert {abs(value) for value in drawn} <= published


def test_different_gauges_and_scales_never_share_an_axis(dataset: Dataset) -> None:
    panels = placebo_panels(dataset)
    assert [panel.gauge for panel in panels] == sorted((panel.gauge for panel in panels), key=list(Gauge).index)
    for panel in panels:
        if panel.gauge is Gauge.POINTS and panel.scale is None:
            assert len({row.study.id for row in panel.rows}) == 1
        for row in panel.rows:
            scale = row.result.scale
            own = (scale.min, scale.max) if scale else None
            assert panel.gauge is not Gauge.POINTS or panel.scale == own


def test_bars_of_a_result_share_their_scale_and_ranges_are_drawn_only_where_published(
    dataset: Dataset, words: Words
) -> None:
    root = parse(placebo_arms(dataset, words).markup)
    results = {part.attrib["data-result"]: part for part in with_attribute(root, "data-result")}
    widths = [percent(bar, "width") for bar in results[FINAL].iter("i")]
    assert widths == pytest.approx([100 * 0.9 / 2, 100 * 1.3 / 2])
    ranges = [(percent(mark, "left"), percent(mark, "width")) for mark in results[FINAL].iter("b")]
    assert ranges == [pytest.approx((25, 45)), pytest.approx((40, 45))]
    assert list(results[INNOVA].iter("b")) == []


def test_placebo_comes_first_and_both_are_named_in_words(dataset: Dataset, words: Words) -> None:
    root = parse(placebo_arms(dataset, words).markup)
    for result in with_attribute(root, "data-result"):
        assert [one_spaced(text_of(name)) for name in with_class(result, "who")] == ["Placebo", "LDN"]
    [final] = [part for part in with_attribute(root, "data-result") if part.attrib["data-result"] == FINAL]
    text = one_spaced(text_of(final))
    assert "0.9 points better (range 0.5 – 1.4)" in text
    assert "Which way: No clear difference" in text
    assert "only the abstract read" in text


def test_a_trial_of_a_fixed_order_says_so(dataset: Dataset, words: Words) -> None:
    root = parse(placebo_arms(dataset, words).markup)
    [first] = [p for p in with_attribute(root, "data-result") if p.attrib["data-result"].startswith("younger-2009")]
    assert "crossover with placebo first" in one_spaced(text_of(first))


def test_people_who_got_worse_on_placebo_are_not_counted_as_better(dataset: Dataset, words: Words) -> None:
    [study] = [study for study in dataset.studies if study.id == "moloney-2026-depression-naldep"]
    results = tuple(
        r.model_copy(update={"control": r.control.model_copy(update={"change": 2.0})})
        if isinstance(r.control, Arm)
        else r
        for r in study.results
    )
    changed = replace(
        dataset,
        studies=tuple(study.model_copy(update={"results": results}) if s is study else s for s in dataset.studies),
    )
    chart = placebo_arms(changed, words)
    assert chart.takeaway.startswith("In 6 of 8 trials")
    assert "2 points worse" in one_spaced(text_of(parse(chart.markup)))
