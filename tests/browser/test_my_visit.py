"""My visit in a real browser: a page is made and saved, by touch alone or with words of one's own."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, Visit, drawn
from tests.components.prints.read_pdf import pages_of, size_of, text_of

SECRET = "Zebra Quagga 4711"


def saved(page: Page) -> bytes:
    """The page, made and saved as a visitor does it."""
    page.get_by_role("button", name="Make my page (PDF)").click()
    button = page.get_by_role("button", name="Save or open my page")
    expect(button).to_be_visible()
    with page.expect_download() as download:
        button.click()
    assert download.value.suggested_filename == "ldn-lupus.pdf"
    return Path(download.value.path()).read_bytes()


def test_words_of_ones_own_are_printed_and_reach_no_address(visit: Callable[..., Visit]) -> None:
    seen = visit("/visit?condition=lupus")
    asked: list[str] = []
    seen.page.on("request", lambda request: asked.append(request.url))
    seen.page.get_by_label("A question of my own").fill(SECRET)
    seen.page.get_by_label("A question of my own").press("Tab")
    pdf = saved(seen.page)

    assert pages_of(pdf) == 1
    assert f"1. {SECRET}" in text_of(pdf)
    assert seen.page.url == f"{seen.origin}/visit?condition=lupus"
    assert [url for url in asked if "Zebra" in url or "Quagga" in url] == []
    assert seen.foreign_requests == []
    assert seen.page_errors == []
    assert seen.console_errors == []


def test_the_word_typed_last_is_printed_without_leaving_its_field(visit: Callable[..., Visit]) -> None:
    seen = visit("/visit?condition=lupus")
    seen.page.get_by_label("A question of my own").press_sequentially(SECRET)
    assert f"1. {SECRET}" in text_of(saved(seen.page))


def test_touch_alone_is_enough(visit: Callable[..., Visit]) -> None:
    seen = visit("/visit?condition=lupus", viewport=PHONE)
    page = seen.page
    page.get_by_role("button", name="Sleep", exact=True).click()
    page.get_by_role("button", name="Liver", exact=True).click()
    expect(page.get_by_text("Serious liver disease: doctor first.")).to_be_visible()
    page.get_by_text("What is already known to help in my condition").first.click()
    page.get_by_role("radio", name="Letter", exact=True).or_(
        page.get_by_role("button", name="Letter", exact=True)
    ).first.click()
    pdf = saved(page)
    text = text_of(pdf)
    assert size_of(pdf) == (216, 279)
    assert "1. I have, or had, a liver problem." in text
    assert "What is already known to help in my condition" not in text
    for button in drawn(page).locator("[class*='st-key-visit_'] button").all():
        box = button.bounding_box()
        assert box is None or box["height"] >= 44


def test_the_words_of_a_suggestion_can_be_changed(visit: Callable[..., Visit]) -> None:
    page = visit("/visit?condition=lupus").page
    page.get_by_text("Change the words of the questions above").click()
    page.get_by_label("Question 2").fill("Has my mother's treatment been tried?")
    page.get_by_text("Change the words of the questions above").click()
    assert "2. Has my mother's treatment been tried?" in text_of(saved(page))


def test_clearing_empties_the_page(visit: Callable[..., Visit]) -> None:
    seen = visit("/visit?condition=lupus")
    seen.page.get_by_label("A question of my own").fill(SECRET)
    seen.page.get_by_label("A question of my own").press("Tab")
    seen.page.get_by_role("button", name="Clear everything").click()
    expect(seen.page.get_by_text("Choose a condition above")).to_be_visible()
    expect(seen.page).to_have_url(f"{seen.origin}/visit")
    expect(seen.page.get_by_label("A question of my own")).to_have_count(0)
    assert SECRET not in seen.page.content()
    told = seen.page.get_by_role("status").filter(has_text="All you chose and typed here is cleared.")
    expect(told).to_be_visible()
    expect(told).to_be_focused()


def test_the_diary_is_saved_as_pdf_and_table(visit: Callable[..., Visit]) -> None:
    page = visit("/visit").page
    for name, file in (
        ("Diary for twelve weeks (PDF), A4", "ldn-diary-a4.pdf"),
        ("Diary as a table (CSV)", "ldn-diary.csv"),
    ):
        with page.expect_download() as download:
            page.get_by_role("button", name=name).click()
        assert download.value.suggested_filename == file
        assert Path(download.value.path()).stat().st_size > 1000
