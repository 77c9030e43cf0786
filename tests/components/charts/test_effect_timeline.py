"""Side effects over weeks: a bar only where somebody said something, and only as far as it was said."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element

import pytest

from components.charts.effect_timeline import effect_timeline
from content.text import Words
from data.dataset import Dataset
from data.harms import Timing, reported_effects, timing
from data.models.practice import DoseStep, Schedule
from data.models.study import Moment, Study, TimingBasis
from tests.components.charts.markup import parse, percent, style_of, text_of, with_attribute, with_class

UNKNOWN = "we found no measurement"
DAYS = 84


@pytest.fixture
def study(dataset: Dataset) -> Study:
    """Any study to say something."""
    return dataset.study_by_id["cree-2010-ms-crossover"]


def moment(first: float, last: float, basis: TimingBasis = TimingBasis.DESCRIBED) -> Moment:
    return Moment(first_day=first, last_day=last, basis=basis, said=f"said of day {first:g}")


def drawn(found: Sequence[Timing], words: Words, schedule: Schedule | None = None) -> Element:
    return parse(effect_timeline(found, schedule, words, source="a trial").markup)


def lanes(root: Element) -> dict[str, Element]:
    return {lane.attrib["data-effect"]: lane for lane in with_attribute(root, "data-effect")}


def schedule(dataset: Dataset, name: str) -> Schedule:
    return next(entry for entry in dataset.dosing if entry.id == name)


def test_effects_nobody_timed_share_one_hatched_lane_and_are_all_named(dataset: Dataset, words: Words) -> None:
    found = [timing(dataset, effect) for effect in reported_effects(dataset)]
    silent = [known.effect for known in found if not known.begins and not known.ends and not known.ongoing]
    assert len(silent) >= 10
    root = drawn(found, words)
    assert set(lanes(root)) == {known.effect for known in found} - set(silent)
    [lane] = with_attribute(root, "data-silent")
    assert lane.attrib["data-silent"].split() == silent
    assert list(lane) == []
    assert UNKNOWN in lane.attrib["aria-label"]
    for effect in silent:
        assert words(f"side_effects.{effect}.name") in text_of(root)


def test_a_lane_is_hatched_until_somebody_knows_better() -> None:
    assert style_of(".tl .lane")["background-image"] == "var(--hatch)"


def test_vivid_dreams_are_drawn_for_the_first_week_and_no_longer(dataset: Dataset, words: Words) -> None:
    root = drawn([timing(dataset, "vivid-dreams")], words)
    lane = lanes(root)["vivid-dreams"]
    [bar] = lane
    assert (percent(bar, "left"), percent(bar, "width")) == (0.0, 8.33)
    assert bar.get("data-basis") == "described"
    told = "Start: came in the first week of treatment (Cree 2010, described in words). End: we found no measurement."
    assert lane.get("aria-label") == f"Vivid dreams: {told}"
    assert told in text_of(root)


def test_described_is_not_drawn_as_measured(study: Study, words: Words) -> None:
    for basis in TimingBasis:
        known = Timing("nausea", ((study, moment(7, 14, basis)),), (), ())
        [bar] = lanes(drawn([known], words))["nausea"]
        measured = basis is TimingBasis.MEASURED
        assert ("measured" in bar.get("class", "").split()) is measured
        assert bar.get("data-basis") == basis
    assert style_of(".tl .known")["background"] == "var(--st-background-color)"
    assert style_of(".tl .known.measured")["background"] == "var(--c)"


def test_the_key_shows_three_different_looks(dataset: Dataset, words: Words) -> None:
    [key] = with_class(drawn([timing(dataset, "nausea")], words), "key")
    assert [text_of(entry) for entry in key] == [
        "measured in a study", "described in words by a study", UNKNOWN,
    ]  # fmt: skip
    assert len({entry[0].get("class") for entry in key}) == 3


def test_an_end_nobody_measured_is_never_drawn(dataset: Dataset, study: Study, words: Words) -> None:
    begins_only = Timing("nausea", ((study, moment(3, 3)),), (), ())
    [bar] = lanes(drawn([begins_only], words))["nausea"]
    assert percent(bar, "left") == pytest.approx(100 * 3 / DAYS, abs=0.01)
    assert percent(bar, "width") == 0.0
    timed = [known for known in (timing(dataset, e) for e in reported_effects(dataset)) if known.begins or known.ends]
    assert timed
    for known in timed:
        said = [m for _, m in (*known.begins, *known.ends)]
        bars = list(lanes(drawn([known], words))[known.effect])
        assert len(bars) == len(said)
        for bar, stated in zip(bars, said, strict=True):
            end = percent(bar, "left") + percent(bar, "width")
            assert end == pytest.approx(100 * stated.last_day / DAYS, abs=0.02)


def test_still_there_at_the_end_is_an_arrow_at_the_last_week(study: Study, words: Words) -> None:
    root = drawn([Timing("nausea", (), (), (study,))], words)
    lane = lanes(root)["nausea"]
    [arrow] = lane
    assert (text_of(arrow), percent(arrow, "left")) == ("→", 66.67)  # eight of twelve weeks
    assert with_class(lane, "known") == []
    assert lane.attrib["aria-label"] == (
        "Feeling sick: Start: we found no measurement. End: Cree 2010: still there when the study ended."
    )
    [key] = with_class(root, "key")
    assert text_of(key).endswith("still there when the study ended")


def test_dose_steps_stand_at_their_weeks_and_rise_with_the_dose(dataset: Dataset, words: Words) -> None:
    root = drawn([timing(dataset, "nausea")], words, schedule(dataset, "naldep-steps"))
    steps = with_class(root, "stair")
    assert [text_of(step) for step in steps] == ["1.5 mg", "3 mg", "4.5 mg"]
    assert [percent(step, "left") for step in steps] == [0.0, 8.33, 16.67]
    assert [percent(step, "width") for step in steps] == [8.33, 8.33, 83.33]
    heights = [percent(step, "height") for step in steps]
    assert heights == sorted(set(heights))
    assert heights[-1] == 100


def test_one_fixed_dose_is_one_step_over_all_weeks(dataset: Dataset, words: Words) -> None:
    [step] = with_class(drawn([timing(dataset, "nausea")], words, schedule(dataset, "innova-fixed")), "stair")
    assert text_of(step) == "4.5 mg"
    assert (percent(step, "left"), percent(step, "width"), percent(step, "height")) == (0.0, 100.0, 100.0)


def test_steps_after_the_last_week_drawn_are_left_out(dataset: Dataset, words: Words) -> None:
    late = schedule(dataset, "innova-fixed").model_copy(
        update={"steps": (DoseStep(from_week=0, mg_per_day=1.5), DoseStep(from_week=20, mg_per_day=4.5))}
    )
    [step] = with_class(drawn([timing(dataset, "nausea")], words, late), "stair")
    assert text_of(step) == "1.5 mg"
    assert percent(step, "width") == 100.0


def test_without_steps_no_ladder_is_drawn(dataset: Dataset, words: Words) -> None:
    for none in (None, schedule(dataset, "final-build-up")):
        assert with_class(drawn([timing(dataset, "nausea")], words, none), "stair") == []


def test_week_labels_stand_at_their_place_on_the_lane(dataset: Dataset, words: Words) -> None:
    [axis] = with_class(drawn([timing(dataset, "nausea")], words), "axis")
    assert [(text_of(tick), percent(tick, "left")) for tick in axis] == [
        ("Start", 0.0), ("Week 4", 33.33), ("Week 8", 66.67), ("Week 12", 100.0),
    ]  # fmt: skip


def test_the_takeaway_counts_what_is_known(dataset: Dataset, words: Words) -> None:
    silent, told = timing(dataset, "nausea"), timing(dataset, "vivid-dreams")
    chart = effect_timeline([silent, told], None, words, source="a trial")
    assert chart.takeaway == (
        "Effects with a start that somebody described or measured: 1 of 2. With an end that somebody measured: 0."
    )
    assert chart.takeaway in chart.alt
    nothing = effect_timeline([silent], None, words, source="a trial")
    assert nothing.takeaway == "No study we read measured when any of these 1 effects starts or ends."


def test_an_effect_without_a_start_is_not_counted_as_having_one(study: Study, words: Words) -> None:
    only_ongoing = Timing("nausea", (), (), (study,))
    chart = effect_timeline([only_ongoing], None, words, source="a trial")
    assert "measured: 1 of" not in chart.takeaway


def test_a_measured_end_is_not_denied(study: Study, words: Words) -> None:
    known = Timing("nausea", (), ((study, moment(20, 28, TimingBasis.MEASURED)),), ())
    chart = effect_timeline([known], None, words, source="a trial")
    assert "For none is the end measured" not in chart.takeaway


def test_the_table_twin_keeps_measured_and_described_apart(study: Study, words: Words) -> None:
    found = [
        Timing("nausea", ((study, moment(1, 2, TimingBasis.MEASURED)),), (), ()),
        Timing("headache", ((study, moment(5, 6)),), (), ()),
        Timing("insomnia", (), (), (study,)),
    ]
    assert effect_timeline(found, None, words, source="a trial").table.rows == (
        ("Feeling sick", "Cree 2010: said of day 1", UNKNOWN, UNKNOWN),
        ("Headache", UNKNOWN, "Cree 2010: said of day 5", UNKNOWN),
        ("Trouble sleeping", UNKNOWN, UNKNOWN, "Cree 2010"),
    )
