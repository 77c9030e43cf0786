"""The look: every state has its own shape, and every colour is strong enough on both themes."""

import re
from itertools import combinations

import pytest

from components.charts.look import (
    PLOTLY_COLOURS,
    STATE_MEANING,
    Meaning,
    certainty_bars,
    picture,
    plotly_template,
    state_mark,
)
from data.labels import Certainty, State
from tests.components.charts.contrast import THEMES, colour, contrast, mixed, theme
from tests.components.charts.markup import outline, parse

GROUNDS = ("--st-background-color", "--st-secondary-background-color")
INK = "--st-text-color"


def test_the_measure_of_contrast_is_wcags() -> None:
    assert contrast(colour("#000000"), colour("#FFFFFF")) == pytest.approx(21)
    assert contrast(colour("#777777"), colour("#FFFFFF")) == pytest.approx(4.48, abs=0.01)
    assert contrast(colour("#123456"), colour("#123456")) == 1


def test_every_state_has_its_own_shape() -> None:
    shapes = {state: outline(parse(str(state_mark(state)))) for state in State}
    for one, other in combinations(State, 2):
        assert shapes[one] != shapes[other], f"{one} and {other} differ by colour alone"
    assert all(shapes.values())


def test_every_state_has_a_meaning_of_its_own() -> None:
    assert set(STATE_MEANING) == set(State)
    assert len(set(STATE_MEANING.values())) == len(State)


def test_marks_are_hidden_because_a_word_always_stands_beside_them() -> None:
    for state in State:
        mark = parse(str(state_mark(state)))
        assert (mark.get("aria-hidden"), mark.get("focusable")) == ("true", "false")


@pytest.mark.parametrize("certainty", [None, *Certainty])
def test_bars_fill_up_to_the_certainty(certainty: Certainty | None) -> None:
    bars = list(parse(str(certainty_bars(certainty))))
    filled = [bar.get("fill") == "currentColor" for bar in bars]
    assert filled == [level < (certainty or 0) for level in range(4)]
    heights = [float(bar.attrib["height"]) for bar in bars]
    assert heights == sorted(set(heights))


def test_marks_use_only_theme_colours() -> None:
    for state in State:
        used = re.findall(r'(?:fill|stroke)="([^"]+)"', str(state_mark(state)))
        assert used
        assert all(value == "none" or re.fullmatch(r"var\(--st-[a-z-]+\)", value) for value in used), used


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("meaning", Meaning)
def test_every_meaning_stands_out_as_a_shape(name: str, meaning: Meaning) -> None:
    for ground in GROUNDS:
        assert contrast(theme(name)[meaning.value], theme(name)[ground]) >= 3, ground


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("variable", [INK, "--st-red-color", "--st-link-color", "--st-primary-color"])
def test_colours_used_for_words_can_be_read(name: str, variable: str) -> None:
    for ground in GROUNDS:
        assert contrast(theme(name)[variable], theme(name)[ground]) >= 4.5, ground


@pytest.mark.parametrize("name", THEMES)
def test_quiet_words_and_words_on_dose_steps_can_be_read(name: str) -> None:
    colours = theme(name)
    paper, ink = colours["--st-background-color"], colours[INK]
    assert contrast(mixed(ink, 0.78, paper), paper) >= 4.5
    assert contrast(ink, mixed(colours["--st-blue-color"], 0.22, paper)) >= 4.5


@pytest.mark.parametrize("name", THEMES)
def test_captions_that_streamlit_fades_can_still_be_read(name: str) -> None:
    for ground in GROUNDS:
        paper = theme(name)[ground]
        assert contrast(mixed(theme(name)[INK], 0.6, paper), paper) >= 4.5


@pytest.mark.parametrize("name", THEMES)
def test_control_borders_can_be_seen(name: str) -> None:
    for ground in GROUNDS:
        assert contrast(theme(name)["--st-border-color"], theme(name)[ground]) >= 3


@pytest.mark.parametrize("name", THEMES)
def test_each_meaning_has_a_colour_in_each_theme(name: str) -> None:
    values = [theme(name)[meaning.value] for meaning in Meaning]
    assert len(set(values)) == len(Meaning)


@pytest.mark.parametrize("name", THEMES)
def test_plotly_marks_stand_out_on_both_themes(name: str) -> None:
    for meaning, value in PLOTLY_COLOURS.items():
        assert contrast(colour(value), theme(name)["--st-background-color"]) >= 3, meaning


def test_plotly_has_a_colour_for_every_meaning_but_text() -> None:
    assert set(PLOTLY_COLOURS) == set(Meaning) - {Meaning.TEXT}
    assert len(set(PLOTLY_COLOURS.values())) == len(PLOTLY_COLOURS)


def test_a_figure_has_our_font_and_no_ground_of_its_own() -> None:
    layout = plotly_template().layout
    assert layout.font.family.startswith("'Atkinson Hyperlegible Next'")
    assert layout.paper_bgcolor == layout.plot_bgcolor == "rgba(0,0,0,0)"


def test_a_picture_escapes_text() -> None:
    assert str(picture('<b onclick="x">&')) == (
        '<div class="pic">&lt;b onclick=&#34;x&#34;&gt;&amp;</div>'
    )  # fmt: skip
