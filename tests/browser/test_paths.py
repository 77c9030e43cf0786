"""What people do: tap a condition, open a study, use the keyboard, follow a link on a fresh server."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, expect

from data.load import load_dataset
from tests.browser.conftest import PHONE, SETTLED, Visit, drawn, patient, started


def test_tapping_a_condition_opens_it_in_the_same_session(visit: Callable[..., Visit]) -> None:
    seen = visit("/evidence", viewport=PHONE)
    page = seen.page
    page.evaluate("window.sameDocument = true")
    page.get_by_role("link", name="Crohn's disease").click()

    expect(page.get_by_role("heading", level=1, name="Crohn's disease")).to_be_visible()
    expect(page).to_have_url(f"{seen.origin}/condition?condition=crohns-disease")
    expect(page.get_by_text("Only one small placebo trial gives a comparison")).to_be_visible()
    assert page.evaluate("window.sameDocument === true")


def test_matrix_link_works_by_keyboard(visit: Callable[..., Visit]) -> None:
    seen = visit("/evidence")
    link = seen.page.get_by_role("link", name="Lupus")
    link.focus()
    outline = link.evaluate("element => getComputedStyle(element).outlineStyle")
    assert outline != "none"
    seen.page.keyboard.press("Enter")

    expect(seen.page.get_by_role("heading", level=1, name="Lupus")).to_be_visible()
    expect(seen.page.get_by_text("We found no published study of low-dose naltrexone")).to_be_visible()


def test_study_is_reached_from_its_condition(visit: Callable[..., Visit]) -> None:
    seen = visit("/condition?condition=fibromyalgia")
    seen.page.get_by_role("link", name="Due Bruun 2024").first.click()

    expect(seen.page).to_have_url(f"{seen.origin}/study?study=duebruun-2024-fibromyalgia")
    expect(seen.page.get_by_role("heading", level=1, name="Due Bruun 2024")).to_be_visible()


def test_every_picture_has_its_table_one_tap_away(visit: Callable[..., Visit]) -> None:
    seen = visit("/evidence")
    expect(seen.page.get_by_role("table")).to_have_count(1)
    seen.page.get_by_text("Show this as a table").click()

    expect(seen.page.get_by_role("table")).to_have_count(2)
    twin = seen.page.locator("[data-testid=stTable] table")
    expect(twin.get_by_role("row")).to_have_count(len(load_dataset().conditions) + 1)


def test_next_step_changes_words_and_address(visit: Callable[..., Visit]) -> None:
    seen = visit("/how")
    steps = len(load_dataset().mechanisms.steps)
    first = seen.page.locator(".step:visible h2").inner_text()
    seen.page.get_by_role("button", name="Next").click()

    expect(seen.page.get_by_text(f"Step 2 of {steps}", exact=True)).to_be_visible()
    assert seen.page.locator(".step:visible h2").inner_text() != first
    seen.page.wait_for_url("**/how?step=*")


def test_safety_card_is_one_tap_away_from_every_view(visit: Callable[..., Visit]) -> None:
    for address in (
        "/",
        "/how",
        "/evidence",
        "/side-effects",
        "/studies",
        "/practical",
        "/claims",
        "/condition",
        "/study",
        "/about",
    ):
        seen = visit(address, viewport=PHONE)
        seen.page.get_by_role("link", name="Safety card: read this first").click()
        expect(seen.page.get_by_role("heading", level=1, name="Safety card")).to_be_visible()


def test_plotly_is_fetched_only_when_asked_for(visit: Callable[..., Visit]) -> None:
    seen = visit("/studies")
    drawn(seen.page)
    fetched: list[str] = []
    seen.page.on("request", lambda request: fetched.append(request.url))
    assert seen.page.locator(".js-plotly-plot").count() == 0
    seen.page.get_by_text("Explore on a timeline").click()

    expect(seen.page.locator(".js-plotly-plot")).to_be_visible()
    assert any("lotly" in url for url in fetched)


def test_typed_script_in_the_address_is_shown_as_plain_words(visit: Callable[..., Visit]) -> None:
    seen = visit("/condition?condition=<img src=x onerror=alert(1)>&lang=xx")
    expect(seen.page.get_by_text("which is not here")).to_be_visible()
    assert seen.page.locator("[data-testid=stAlert] img[src=x]").count() == 0
    assert seen.page_errors == []
    assert seen.page.evaluate("document.documentElement.lang") == "en"


@pytest.fixture
def fresh_server() -> Iterator[str]:
    """A server nobody has asked for anything yet, started with Streamlit's own command."""
    with started(["-m", "streamlit", "run", "app.py", "--server.headless=true", "--server.port"]) as address:
        yield address


def test_deep_link_first_on_a_fresh_server_opens_its_page(browser: Browser, fresh_server: str) -> None:
    context = patient(browser.new_context())
    page = context.new_page()
    page.goto(f"{fresh_server}/study?study=cree-2010-ms-crossover")
    page.wait_for_selector(SETTLED)

    expect(page.get_by_role("heading", level=1, name="Cree 2010")).to_be_visible()
    assert page.get_by_role("dialog").count() == 0
    context.close()


def test_an_unknown_light_address_says_so_and_leads_on(visit: Callable[..., Visit]) -> None:
    seen = visit("/l/en/condition/nope/x", ready="h1")
    expect(seen.page.get_by_role("heading", level=1, name="This page is not here")).to_be_visible()
    seen.page.get_by_role("link", name="Fibromyalgia", exact=True).click()
    expect(seen.page).to_have_url(f"{seen.origin}/l/en/condition/fibromyalgia")


def test_a_link_within_a_light_page_loads_nothing(visit: Callable[..., Visit]) -> None:
    seen = visit("/l/en/claims", ready="footer")
    seen.page.evaluate("window.stillThere = true")
    seen.page.get_by_role("link", name="All pages").click()
    expect(seen.page).to_have_url(f"{seen.origin}/l/en/claims#pages")
    expect(seen.page.locator("#pages")).to_be_in_viewport()
    assert seen.page.evaluate("window.stillThere"), "the page was loaded again"


def test_unknown_address_leads_to_the_start_page(visit: Callable[..., Visit]) -> None:
    for address in ("/nope", "/study/foo/bar", "/evidence/foo", "/nope.html"):
        seen = visit(address)
        expect(seen.page.get_by_text("There is no page at the address you opened.")).to_be_visible()
        expect(seen.page.get_by_role("heading", level=1, name="Low-dose naltrexone (LDN)")).to_be_visible()
        assert seen.page.get_by_role("dialog").count() == 0
        assert seen.console_errors == []


def test_condition_asked_for_by_a_wrong_name_gets_no_verdict(visit: Callable[..., Visit]) -> None:
    seen = visit("/condition?condition=nonsense")
    expect(seen.page.get_by_role("heading", level=1, name="Choose a condition")).to_be_visible()
    drawn(seen.page)
    assert seen.page.get_by_text("How sure").count() == 0


def test_each_page_has_its_own_name_in_the_tab(visit: Callable[..., Visit]) -> None:
    titles = set()
    for address in ("/", "/how", "/evidence", "/condition?condition=lupus", "/study?study=cree-2010-ms-crossover"):
        seen = visit(address)
        titles.add(drawn(seen.page).title())
    assert len(titles) == 5
    assert "Lupus · LDN Evidence Explorer" in titles


def test_back_from_a_study_leads_to_the_condition_it_was_opened_from(visit: Callable[..., Visit]) -> None:
    seen = visit("/condition?condition=fibromyalgia", viewport=PHONE)
    page = seen.page
    page.get_by_role("link", name="Due Bruun 2024").first.click()
    expect(page.get_by_role("heading", level=1, name="Due Bruun 2024")).to_be_visible()
    expect(page).to_have_url(re.compile(r"/study\?study=duebruun-2024-fibromyalgia$"))
    page.go_back()
    expect(page.get_by_role("heading", level=1, name="Fibromyalgia")).to_be_visible()
    expect(page).to_have_url(re.compile(r"/condition\?condition=fibromyalgia$"))


def test_back_leads_down_to_where_the_page_was_left(visit: Callable[..., Visit]) -> None:
    seen = visit("/condition?condition=fibromyalgia", viewport=PHONE)
    link = drawn(seen.page).get_by_role("link", name="Bested 2023").first
    link.scroll_into_view_if_needed()
    link.click()
    expect(seen.page.get_by_role("heading", level=1, name="Bested 2023")).to_be_visible()
    seen.page.wait_for_function("() => document.querySelector('.stMain').scrollTop === 0")
    seen.page.go_back()
    expect(seen.page.get_by_role("heading", level=1, name="Fibromyalgia")).to_be_attached()
    expect(link).to_be_in_viewport()


@pytest.mark.parametrize(
    ("address", "name", "heading"),
    [
        ("/", "What is being tested, what is missing", "Research still needed"),
        ("/about", "What you may have heard", "What you may have heard"),
    ],
)
def test_back_from_a_link_of_the_page_itself_leads_down_too(
    visit: Callable[..., Visit], address: str, name: str, heading: str
) -> None:
    seen = visit(address, viewport=PHONE)
    link = drawn(seen.page).locator(".stPageLink").get_by_role("link", name=name)
    link.scroll_into_view_if_needed()
    link.click()
    expect(seen.page.get_by_role("heading", level=1, name=heading)).to_be_visible()
    seen.page.go_back()
    expect(link).to_be_in_viewport()


def test_on_a_phone_the_menu_closes_behind_the_page_it_opened(visit: Callable[..., Visit]) -> None:
    seen = visit("/", viewport=PHONE)
    drawn(seen.page).get_by_role("button", name="Expand sidebar").click()
    menu = seen.page.locator(".stSidebar")
    menu.get_by_role("link", name="My visit").click()
    expect(seen.page.get_by_role("heading", level=1, name="My visit")).to_be_visible()
    expect(menu).not_to_be_in_viewport()
    seen.page.reload()
    drawn(seen.page)
    expect(menu).not_to_be_in_viewport()


@pytest.mark.parametrize(("address", "name"), [("/", "Condition by condition"), ("/safety", "Search")])
def test_the_keyboard_arrives_with_the_visitor(visit: Callable[..., Visit], address: str, name: str) -> None:
    seen = visit(address, viewport=PHONE)
    seen.page.get_by_role("link", name=name).first.press("Enter")
    expect(seen.page).not_to_have_url(seen.origin + address)
    seen.page.wait_for_function("() => document.activeElement?.classList.contains('stMain')")
    assert seen.page_errors == []


def test_a_long_page_has_a_way_back_up(visit: Callable[..., Visit]) -> None:
    seen = visit("/evidence", viewport=PHONE)
    up = seen.page.get_by_role("link", name="Top", exact=True)
    expect(up).not_to_be_in_viewport()
    seen.page.get_by_role("link", name="HIV").scroll_into_view_if_needed()
    expect(up).to_be_in_viewport()
    up.click()
    seen.page.wait_for_function("() => document.querySelector('.stMain').scrollTop === 0")
    seen.page.wait_for_function("() => document.activeElement?.classList.contains('stMain')")


def test_new_page_starts_at_its_top(visit: Callable[..., Visit]) -> None:
    seen = visit("/evidence", viewport={"width": 1280, "height": 720})
    seen.page.get_by_role("link", name="HIV").scroll_into_view_if_needed()
    seen.page.get_by_role("link", name="HIV").click()
    expect(seen.page.get_by_role("heading", level=1, name="HIV")).to_be_visible()
    seen.page.wait_for_function("() => document.querySelector('.stMain').scrollTop === 0")


def test_opioid_page_warns_before_anything_else(visit: Callable[..., Visit]) -> None:
    seen = visit("/condition?condition=opioid-withdrawal", viewport=PHONE)
    warning = seen.page.get_by_text("Do not try this yourself.")
    expect(warning).to_be_visible()
    drawn(seen.page)
    verdict = seen.page.get_by_text("We found no published study of low-dose naltrexone alone").first
    warned, said = warning.bounding_box(), verdict.bounding_box()
    assert warned is not None and said is not None
    assert warned["y"] < said["y"]


def test_policy_blocks_nothing_we_use_and_assets_arrive_compressed(visit: Callable[..., Visit]) -> None:
    seen = visit("/studies")
    answers: dict[str, str] = {}
    seen.page.on("response", lambda answer: answers.update({answer.url: answer.headers.get("content-encoding", "")}))
    seen.page.reload()
    drawn(seen.page)
    seen.page.get_by_text("Explore on a timeline").click()
    expect(seen.page.locator(".js-plotly-plot")).to_be_visible()

    scripts = {url: how for url, how in answers.items() if "/static/js/" in url}
    assert len(scripts) > 5
    assert set(scripts.values()) == {"br"}
    assert [error for error in seen.console_errors if "Content Security Policy" in error] == []
