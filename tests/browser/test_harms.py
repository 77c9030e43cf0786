"""Side effects in a real browser: filters at once, by keyboard, on a phone; links and Back keep their choice."""

from collections.abc import Callable
from itertools import pairwise, product

from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, PHONE, Visit, choose_and_read, drawn, settled

TRIALS = """() => {
  const root = [...document.querySelectorAll('*')].map((e) => e.shadowRoot).find((r) => r?.querySelector('.harms'));
  return [...root.querySelectorAll('.rows > li')].filter((row) => row.offsetParent).length;
}"""


def trials(page: Page) -> int:
    """Counts beside a comparison group that the visitor sees."""
    found: int = page.evaluate(TRIALS)
    return found


def opened(visit: Callable[..., Visit], address: str = "/side-effects", **how: object) -> Visit:
    seen = visit(address, **how)
    drawn(seen.page)
    seen.page.locator(".harms .rows > li:visible").first.wait_for()
    return seen


def test_a_filter_shows_at_once_and_the_address_follows(visit: Callable[..., Visit]) -> None:
    seen = opened(visit, viewport=PHONE)
    everything = trials(seen.page)
    long: int = choose_and_read(seen.page.get_by_label("Time on LDN", exact=True), "over-26-weeks", TRIALS)
    assert 0 < long < everything
    expect(seen.page).to_have_url(f"{seen.origin}/side-effects?length=over-26-weeks")
    seen.page.go_back()
    expect(seen.page.get_by_label("Time on LDN", exact=True)).to_have_value("any")
    assert trials(settled(seen.page)) == everything


def test_filters_are_chosen_by_keyboard(visit: Callable[..., Visit]) -> None:
    seen = opened(visit)
    everything = trials(seen.page)
    seen.page.get_by_label("Show", exact=True).focus()
    seen.page.keyboard.press("ArrowDown")
    expect(seen.page.get_by_label("Show", exact=True)).to_have_value("serious")
    assert 0 < trials(seen.page) < everything
    expect(seen.page).to_have_url(f"{seen.origin}/side-effects?show=serious")


def test_an_empty_choice_has_a_way_out(visit: Callable[..., Visit]) -> None:
    seen = visit("/side-effects?dose=over-4-5-mg&length=over-26-weeks", viewport=PHONE)
    empty = seen.page.locator(".empty:visible")
    expect(empty).to_contain_text("No trial that we read counted this beside a comparison group.")
    expect(empty).to_contain_text("The nearest choice to drop is “Time on LDN”: without it, this many are left: ")
    assert trials(seen.page) == 0
    seen.page.get_by_role("button", name="Show all counts").click()
    expect(seen.page).to_have_url(f"{seen.origin}/side-effects")
    assert trials(settled(seen.page)) > 3


def test_the_second_lens_opens_and_keeps_the_dose_steps(visit: Callable[..., Visit]) -> None:
    seen = opened(visit, "/side-effects?steps=naldep-steps", viewport=PHONE)
    expect(seen.page.get_by_label("Dose steps from a published study")).to_have_value("naldep-steps")
    seen.page.get_by_label("Look at", exact=True).select_option("did")
    expect(seen.page.get_by_role("heading", name="Went down in dose")).to_be_visible()
    expect(seen.page.get_by_text("We found no test of it.").first).to_be_visible()
    expect(seen.page).to_have_url(f"{seen.origin}/side-effects?steps=naldep-steps&lens=did")


def test_labels_of_dose_steps_do_not_touch(visit: Callable[..., Visit]) -> None:
    for address, viewport in product(("/side-effects", "/practical"), (PHONE, DESKTOP)):
        seen = visit(address, viewport=viewport)
        drawn(seen.page).locator(".stair:visible").first.wait_for()
        for ladder in seen.page.locator(".ladder:visible").all():
            boxes = [span.bounding_box() for span in ladder.locator(".stair > span").all()]
            for one, other in pairwise(boxes):
                assert one and other
                apart = one["x"] + one["width"] <= other["x"] or one["y"] >= other["y"] + other["height"]
                assert apart, f"{address}: {one} and {other}"


def test_counts_without_placebo_open_by_keyboard(visit: Callable[..., Visit]) -> None:
    seen = opened(visit)
    summary = seen.page.locator("summary", has_text="counts without a comparison group")
    expect(seen.page.get_by_role("cell", name="Dieckmann").first).not_to_be_visible()
    summary.focus()
    seen.page.keyboard.press("Enter")
    expect(seen.page.locator("table.stack tbody tr:visible").first).to_be_visible()
