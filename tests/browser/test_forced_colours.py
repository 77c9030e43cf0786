"""With colours forced by the reader's system every state of a picture still looks like no other."""

import io
from collections.abc import Callable
from typing import Literal

import pytest
from PIL import Image
from playwright.sync_api import Locator

from tests.browser.conftest import Visit, drawn

SCHEMES = ("light", "dark")
Scheme = Literal["light", "dark"]


def inked(place: Locator) -> float:
    """The share of a place, without its border, that is not of the page's own ground."""
    image = Image.open(io.BytesIO(place.screenshot())).convert("L")
    width, height = image.size
    inside = image.crop((4, 4, width - 4, height - 4))
    light = place.evaluate("() => matchMedia('(prefers-color-scheme: light)').matches")
    shades = inside.histogram()
    alike = sum(shades[192:] if light else shades[:64])
    return 1 - alike / (inside.width * inside.height)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_cell_without_a_study_is_hatched(visit: Callable[..., Visit], scheme: Scheme) -> None:
    page = drawn(visit("/evidence", colour_scheme=scheme, forced_colors="active").page)
    assert 0.05 < inked(page.locator("td.gap:visible").first) < 0.5
    assert inked(page.locator("tr.group:visible th").first) < 0.05


@pytest.mark.parametrize("scheme", SCHEMES)
def test_measured_described_and_unknown_look_unlike(visit: Callable[..., Visit], scheme: Scheme) -> None:
    page = drawn(visit("/side-effects", colour_scheme=scheme, forced_colors="active").page)
    measured, described, unknown = page.locator("[class*=st-key-picture_effect-timeline] .key i").all()[:3]
    assert inked(measured) > 0.9
    assert inked(described) < 0.02
    assert 0.05 < inked(unknown) < 0.6
    assert 0.05 < inked(page.locator(".tl .lane:visible").last) < 0.6


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_plan_is_no_finished_trial(visit: Callable[..., Visit], scheme: Scheme) -> None:
    page = drawn(visit("/research", colour_scheme=scheme, forced_colors="active").page)
    # A line for the day of the register entry may cross a bar.
    page.locator(".trials .looked").evaluate_all("(lines) => lines.forEach((line) => { line.hidden = true; })")
    widest = "(bars) => bars.map((bar) => bar.offsetWidth)"

    def wide(bars: Locator) -> Locator:
        widths: list[int] = bars.evaluate_all(widest)
        return bars.nth(widths.index(max(widths)))

    planned = wide(page.locator(".trials .bar.planned:not(.no-end):not(.no-start)"))
    finished = wide(page.locator(".trials .bar:not(.planned):not(.unknown):not(.no-end):not(.no-start)"))
    open_end = wide(page.locator(".trials .bar.no-end"))
    assert inked(planned) < 0.02
    assert inked(finished) > 0.9
    assert 0.05 < inked(open_end) < 0.7


def test_a_forest_plot_keeps_its_points(visit: Callable[..., Visit]) -> None:
    page = drawn(visit("/condition?condition=fibromyalgia", forced_colors="active").page)
    point = page.locator(".forest .point:not(.unsure)").first
    assert inked(point) > 0.9


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_next_step_can_be_read(visit: Callable[..., Visit], scheme: Scheme) -> None:
    page = drawn(visit("/how", colour_scheme=scheme, forced_colors="active").page)
    assert 0.02 < inked(page.get_by_role("button", name="Next")) < 0.4
