"""The pictures of the story show what the records say, exactly, and mark what was not measured."""

import re
from xml.etree.ElementTree import Element

import pytest

from components.charts.look import STYLE_SHEET
from components.charts.picture_file import LETTER, SIZE
from components.charts.shipped import SHIPPED_AT_ONCE
from components.charts.story import story
from components.charts.story_pictures.gallery import PICTURES, step_picture
from components.charts.story_pictures.pieces import WIDTH
from content.text import Words
from data.dataset import Dataset
from data.models.base import Figure
from data.models.mechanism import MechanismStep, ShownIn
from tests.components.charts.markup import one_spaced, only, parse, text_of, with_attribute, with_class

# Smallest letters on a phone of 390 px, where a picture is 308 px wide.
PHONE_PX, LEAST_PX = 308, 12


@pytest.fixture(scope="module")
def steps(dataset: Dataset) -> dict[str, MechanismStep]:
    return {step.id: step for step in dataset.mechanisms.steps}


@pytest.fixture(scope="module")
def drawn(dataset: Dataset, words: Words) -> dict[str, Element]:
    return {step.id: parse(str(step_picture(step, dataset, words))) for step in dataset.mechanisms.steps}


def figure(step: MechanismStep, evidence: str, name: str) -> Figure:
    return {item.id: item for item in step.evidence}[evidence].figures[name]


def squares(path: Element) -> int:
    return path.attrib["d"].count("M")


def trays(root: Element) -> list[tuple[int, int, int]]:
    """Filled, filled at most, and all points of each field of one hundred, counted square by square."""
    found = []
    for field in root.iter("g"):
        filled = [path for path in field.findall("path") if "data-filled" in path.attrib]
        if filled:
            maybe = sum(squares(path) for path in field.findall("path") if "data-up-to" in path.attrib)
            empty = sum(squares(path) for path in field.findall("path") if "data-empty" in path.attrib)
            full = squares(filled[0])
            found.append((full, full + maybe, full + maybe + empty))
    return found


def test_every_step_has_a_picture_with_its_name_and_its_words(
    dataset: Dataset, words: Words, drawn: dict[str, Element]
) -> None:
    assert set(PICTURES) == set(drawn) == {step.id for step in dataset.mechanisms.steps}
    for name, root in drawn.items():
        assert root.get("role") == "img"
        title, about = (only(list(root.iter(tag))) for tag in ("title", "desc"))
        assert title.attrib["id"] == root.get("aria-labelledby")
        assert about.attrib["id"] == root.get("aria-describedby")
        assert text_of(title) == words(f"mechanisms.steps.{name}.title")
        assert len(text_of(about)) > 60
        assert "{" not in text_of(about)


def test_every_card_holds_its_own_picture(dataset: Dataset, words: Words) -> None:
    for card in with_attribute(parse(story(dataset, words, here="full-dose").markup), "data-part"):
        art = only(with_class(card, "art"))
        assert art.attrib["data-file"] == f"ldn-{card.attrib['data-part']}"


def test_a_full_dose_fills_as_many_of_a_hundred_as_the_scans_found(drawn: dict[str, Element]) -> None:
    assert trays(drawn["full-dose"]) == [(92, 98, 100)]


def test_two_milligrams_fill_27_of_a_hundred(drawn: dict[str, Element]) -> None:
    assert trays(drawn["sits-in-mu-receptors"]) == [(27, 27, 100), (43, 58, 100)]


def test_our_own_sum_stands_between_two_scans_and_looks_different(drawn: dict[str, Element]) -> None:
    root = drawn["low-or-full-dose"]
    assert trays(root) == [(27, 27, 100), (32, 82, 100), (92, 98, 100)]
    dashed = [path.get("stroke-dasharray") is not None for path in with_attribute(root, "data-filled")]
    assert dashed == [False, True, False]
    assert "Our own sum, not measured: 45 (32–82)" in one_spaced(text_of(root))


def test_fields_follow_the_records(steps: dict[str, MechanismStep], drawn: dict[str, Element]) -> None:
    low = steps["sits-in-mu-receptors"]
    ours = steps["low-or-full-dose"].figures["usual_filled"]
    full = figure(steps["low-or-full-dose"], "full-dose-scans", "filled")
    assert [tray[:2] for tray in trays(drawn["low-or-full-dose"])] == [
        (low.figures["filled"].value, low.figures["filled"].value), (ours.low, ours.high), (full.low, full.high),
    ]  # fmt: skip


def test_tablet_and_low_dose_are_drawn_to_one_scale(steps: dict[str, MechanismStep], drawn: dict[str, Element]) -> None:
    tablet, low = (
        float(bar.attrib["data-length"]) for bar in with_attribute(drawn["what-naltrexone-is"], "data-length")
    )
    told = steps["what-naltrexone-is"].figures
    assert low / tablet == pytest.approx(told["usual_dose"].value / told["full_dose"].value, rel=0.01)


def test_hours_of_mice_stand_on_one_axis_and_people_on_a_low_dose_were_not_measured(drawn: dict[str, Element]) -> None:
    root = drawn["hours-of-block"]
    at_most, low, high = (float(bar.attrib["data-length"]) for bar in with_attribute(root, "data-length"))
    assert (low / high, at_most / high) == pytest.approx((4 / 24, 6 / 24))
    assert [mark.attrib["data-hour"] for mark in with_attribute(root, "data-hour")] == ["24"]
    assert text_of(only(with_attribute(root, "data-unknown"))) == "not measured"


def test_shares_of_receptors_are_as_long_as_measured_and_kappa_is_marked_as_a_model(drawn: dict[str, Element]) -> None:
    root = drawn["kappa-and-delta"]
    bars = [
        (float(b.attrib["data-length"]) / 252, b.get("stroke-dasharray")) for b in with_attribute(root, "data-length")
    ]
    assert [length for length, _ in bars] == pytest.approx([0.949, 0.211, 1.0, 0.78], abs=0.001)
    assert [dashes is not None for _, dashes in bars] == [False, False, True, True]
    assert len(with_attribute(root, "data-unknown")) == 2


def test_mice_with_a_tumour_are_counted_and_people_are_not(drawn: dict[str, Element]) -> None:
    root = drawn["growth-factor"]
    lengths = [float(bar.attrib["data-length"]) / 225 for bar in with_attribute(root, "data-length")]
    assert lengths == pytest.approx([0.33, 1.0, 1.0], abs=0.001)
    assert text_of(only(with_attribute(root, "data-unknown"))) == "not shown"


def test_one_arrow_for_each_protein_and_no_change_where_none_was_clear(drawn: dict[str, Element]) -> None:
    assert len(with_attribute(drawn["cytokines"], "data-protein")) == 17
    assert len(with_attribute(drawn["cytokines"], "data-unchanged")) == 2


def test_endorphins_stand_beside_the_comparison_that_is_missing(drawn: dict[str, Element]) -> None:
    assert text_of(only(with_attribute(drawn["endorphins-in-blood"], "data-missing"))) == "No comparison group"


def test_the_rebound_is_solid_only_as_far_as_it_was_shown_in_people(
    dataset: Dataset, words: Words, drawn: dict[str, Element]
) -> None:
    boxes = [box.attrib["data-box"] for box in with_attribute(drawn["rebound-idea"], "data-box")]
    assert boxes == ["measured", "measured", "idea", "idea", "idea"]
    [chain] = [chain for chain in dataset.mechanisms.chains if chain.id == "rebound"]
    said = one_spaced(text_of(drawn["rebound-idea"]))
    assert all(words(f"mechanisms.nodes.{node}.name") in said for node in chain.nodes)


def test_both_papers_of_filamin_are_struck(drawn: dict[str, Element]) -> None:
    papers = with_attribute(drawn["filamin-a"], "data-paper")
    assert [text_of(paper) for paper in papers] == ["2008", "2009"]
    assert [len(with_attribute(paper, "data-strike")) for paper in papers] == [1, 1]
    assert "Retracted" in text_of(drawn["filamin-a"])


def test_trials_say_what_was_found_and_for_how_many(drawn: dict[str, Element]) -> None:
    root = drawn["tested-in-people"]
    found = [mark.attrib["data-found"] for mark in with_attribute(root, "data-found")]
    assert found == ["supported", "no-difference", "no-difference", "no-difference", "no-difference"]
    said = one_spaced(text_of(root))
    assert re.findall(r"(\d+) (?:women|people), (?:fibromyalgia|depression)", said) == ["31", "99", "98", "58", "37"]


@pytest.mark.parametrize(
    ("step", "word"),
    [
        ("more-receptors", "not measured"),
        ("tlr4-microglia", "not shown"),
        ("trpm3-channel", "how people feel: not tested"),
    ],
)
def test_what_people_were_not_tested_for_is_hatched_and_says_so(
    drawn: dict[str, Element], step: str, word: str
) -> None:
    assert word in [text_of(field) for field in with_attribute(drawn[step], "data-unknown")]


def test_steps_not_shown_in_people_on_a_low_dose_have_something_hatched_dashed_or_struck(
    steps: dict[str, MechanismStep], drawn: dict[str, Element]
) -> None:
    for name, step in steps.items():
        if step.shown_in in (ShownIn.ANIMALS, ShownIn.CELL_LINES, ShownIn.HUMAN_CELLS, ShownIn.NOWHERE):
            marked = with_attribute(drawn[name], "data-unknown") + with_attribute(drawn[name], "stroke-dasharray")
            assert marked, name


def test_a_saved_picture_carries_its_title_its_place_and_its_sources(drawn: dict[str, Element]) -> None:
    kept = one_spaced(text_of(only(with_attribute(drawn["hours-of-block"], "data-saved"))))
    for said in ("How long does the block last?", "Shown in: Animals.", "Zagon 1983", "Zagon 1984", "dataset 20"):
        assert said in kept
    assert re.search(r"\.art \.saved,[^{]*\{\s*display: none", STYLE_SHEET.read_text(encoding="utf-8"))


def test_letters_are_large_enough_on_a_phone_and_lines_fit(drawn: dict[str, Element]) -> None:
    for name, root in drawn.items():
        kept = set(only(with_attribute(root, "data-saved")).iter("text"))
        for text in [text for text in root.iter("text") if text not in kept]:
            size = float(text.get("font-size", str(SIZE)))
            assert size * PHONE_PX / WIDTH >= LEAST_PX, (name, text_of(text))
            for line in "".join((text.text or "", *("\n" + (span.text or "") for span in text))).splitlines():
                assert len(line) * size * LETTER <= WIDTH + size, (name, line)


def test_motion_is_only_for_those_who_want_it_and_ends_as_the_picture_stands() -> None:
    sheet = re.sub(r"/\*.*?\*/", "", STYLE_SHEET.read_text(encoding="utf-8"), flags=re.DOTALL)
    moving = re.search(r"@media \(prefers-reduced-motion: no-preference\) \{(.*?)\n\}", sheet, re.DOTALL)
    assert moving is not None
    assert sheet.count("animation:") == moving[1].count("animation:") == 1
    for frames in re.findall(r"@keyframes [\w-]+ \{(.*?)\n\}", sheet, re.DOTALL):
        assert "from {" in frames and "to {" not in frames
    assert "infinite" not in sheet


def test_all_pictures_are_shipped_at_once(dataset: Dataset, words: Words) -> None:
    assert len(story(dataset, words, here="full-dose").markup or "") in range(100_000, SHIPPED_AT_ONCE)
