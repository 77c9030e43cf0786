"""A newcomer finds, without help and in at most three taps from home, what most people come for."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, PHONE, Visit, drawn

SIZES = pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])


def look_up(page: Page, condition: str) -> None:
    """Two taps: open the list on the start page, choose in it; the first letters shorten the list."""
    page.get_by_role("combobox", name="Look up a condition").click()
    page.keyboard.type(condition[:6])
    page.get_by_role("option", name=condition, exact=True).click()
    expect(page.get_by_role("heading", level=1, name=condition)).to_be_visible()


@SIZES
def test_whether_ldn_beat_placebo_for_fibromyalgia_and_in_how_many(
    visit: Callable[..., Visit], viewport: object
) -> None:
    page = visit("/", viewport=viewport).page
    look_up(page, "Fibromyalgia")
    expect(page.get_by_text("LDN may be no better than placebo for").first).to_be_visible()
    expect(page.get_by_text("4 of 5 trials give a comparison, 281 people").first).to_be_visible()


@SIZES
def test_what_is_known_for_long_covid(visit: Callable[..., Visit], viewport: object) -> None:
    page = visit("/", viewport=viewport).page
    look_up(page, "Long COVID")
    expect(page.get_by_text("We cannot tell what LDN itself does in long COVID").first).to_be_visible()
    expect(
        page.get_by_text("A Canadian guideline panel found no trial of LDN in people with long COVID.")
    ).to_be_visible()


@SIZES
def test_the_largest_ms_trial_and_its_result(visit: Callable[..., Visit], viewport: object) -> None:
    page = visit("/", viewport=viewport).page
    look_up(page, "Multiple sclerosis (MS)")
    trial = page.locator(".studies li").filter(has_text="Sharafaddinzadeh 2010").first
    expect(trial).to_contain_text("96 people")
    expect(trial).to_contain_text("No clear difference")


@SIZES
def test_which_conditions_have_no_placebo_trial(visit: Callable[..., Visit], viewport: object) -> None:
    page = visit("/", viewport=viewport).page
    page.get_by_role("link", name="Conditions without a placebo trial").click()
    expect(
        page.get_by_text("For 33 of 48 conditions we found no published report of a placebo trial").first
    ).to_be_visible()
    expect(page.locator("tr[data-record]:visible")).to_have_count(33)
    expect(page.locator("tr[data-record='long-covid']:visible")).to_contain_text("No placebo result")
    expect(page.locator("tr[data-record='fibromyalgia']:visible")).to_have_count(0)


PAYLOADS = (
    "<script>window.hacked=1</script>",
    "<img src=x onerror=window.hacked=1>",
    "<svg/onload=window.hacked=1>",
    "javascript:window.hacked=1",
    "[x](javascript:window.hacked=1)",
    "{{constructor.constructor('window.hacked=1')()}}",
)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_pasted_or_typed_text_ever_runs(visit: Callable[..., Visit], payload: str) -> None:
    seen = visit("/studies")
    search = seen.page.get_by_label("Search")
    search.fill(payload)
    search.press("Enter")
    expect(seen.page.get_by_text("No study matches all of this.")).to_be_visible()
    for address in ("/evidence?group=", "/condition?condition=", "/study?study=", "/how?step=", "/studies?compare="):
        page = seen.page
        page.goto(seen.origin + address + payload.replace("#", "%23"))
        drawn(page)
        assert page.evaluate("window.hacked === undefined"), address
    assert seen.page_errors == []
    assert seen.foreign_requests == []
