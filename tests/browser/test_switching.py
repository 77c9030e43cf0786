"""Switching a picture in the browser: at once, in the address a moment later, heard, and never anybody else's."""

import re
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from components.ui.picture import FOLDER, FRAME, LOADER, PREFIX, SCRIPTS, picture_address
from tests.browser.conftest import PHONE, Visit, choose_and_read, settled, window

FOCUSED = """() => {
  let held = document.activeElement;
  while (held?.shadowRoot?.activeElement) held = held.shadowRoot.activeElement;
  return held?.tagName;
}"""
VISIBLE_ROWS = """() => {
  const root = [...document.querySelectorAll('*')].map((e) => e.shadowRoot).find((r) => r?.querySelector('.mx'));
  return [...root.querySelectorAll('tr[data-record]')].filter((row) => row.offsetParent).map((r) => r.dataset.record);
}"""


def rows(page: Page) -> list[str]:
    """Conditions the visitor sees, in order."""
    found: list[str] = page.evaluate(VISIBLE_ROWS)
    return found


def open_matrix(visit: Callable[..., Visit], address: str = "/evidence", **how: Any) -> Visit:
    """The page with its picture drawn."""
    seen = visit(address, **how)
    seen.page.locator("tr[data-record]:visible").first.wait_for()
    return seen


def test_a_choice_shows_at_once_and_the_address_follows(visit: Callable[..., Visit]) -> None:
    seen = open_matrix(visit, "/evidence")
    everything = rows(seen.page)
    skin: list[str] = choose_and_read(seen.page.get_by_label("Group", exact=True), "skin", VISIBLE_ROWS)
    assert 0 < len(skin) < len(everything)
    assert "psoriasis" in skin and "lupus" not in skin
    expect(seen.page).to_have_url(f"{seen.origin}/evidence?group=skin")
    expect(seen.page.get_by_text(f"of {len(skin)} conditions, placebo trials mostly favour LDN").first).to_be_visible()
    assert rows(settled(seen.page)) == skin


def test_a_list_that_draws_the_page_anew_keeps_the_keyboard_and_goes_back(visit: Callable[..., Visit]) -> None:
    seen = visit("/condition?condition=lupus", viewport=PHONE)
    page = settled(seen.page)
    listed = page.get_by_label("Condition", exact=True)
    expect(listed).to_have_value("lupus")
    listed.focus()
    listed.select_option("migraine")
    expect(page.get_by_role("heading", name="Migraine", level=1)).to_be_visible()
    expect(page).to_have_url(f"{seen.origin}/condition?condition=migraine")
    settled(page)
    assert page.evaluate(FOCUSED) == "SELECT"
    page.go_back()
    expect(page.get_by_role("heading", name="Lupus", level=1)).to_be_visible()
    expect(listed).to_have_value("lupus")


def test_quick_choices_end_on_the_last_one(visit: Callable[..., Visit]) -> None:
    seen = open_matrix(visit, "/evidence", viewport=PHONE)
    seen.page.get_by_text("More choices").click()
    for group in ("skin", "gut", "pain", "all", "skin"):
        seen.page.get_by_label("Group", exact=True).select_option(group)
    settled(seen.page)
    expect(seen.page).to_have_url(f"{seen.origin}/evidence?group=skin")
    skin = rows(seen.page)
    assert "psoriasis" in skin and "lupus" not in skin
    assert seen.page.get_by_label("Group", exact=True).input_value() == "skin"


def test_on_a_phone_the_first_condition_stands_well_above_the_fold(visit: Callable[..., Visit]) -> None:
    page = open_matrix(visit, "/evidence", viewport=PHONE).page
    expect(page.get_by_text("placebo trials mostly favour LDN").first).to_be_visible()
    expect(page.get_by_label("Group", exact=True)).to_be_hidden()
    first = page.locator("tr[data-record]:visible").first.bounding_box()
    assert first and first["y"] < PHONE["height"] * 0.8, first


def test_what_is_set_in_the_folded_lists_stands_beside_them(visit: Callable[..., Visit]) -> None:
    page = open_matrix(visit, "/evidence?group=skin&sort=people", viewport=PHONE).page
    expect(page.locator("details.fold > summary")).to_have_text("More choices Skin, Most people first")
    page.locator("details.fold > summary").press("Enter")
    page.get_by_label("Group", exact=True).select_option("all")
    expect(page.locator("details.fold > summary")).to_have_text("More choices Most people first")


def test_back_brings_back_the_choice_before(visit: Callable[..., Visit]) -> None:
    seen = open_matrix(visit, "/evidence")
    everything = rows(seen.page)
    seen.page.get_by_label("Show by", exact=True).select_option("outcomes")
    expect(seen.page).to_have_url(f"{seen.origin}/evidence?lens=outcomes")
    seen.page.go_back()
    expect(seen.page.get_by_label("Show by", exact=True)).to_have_value("kinds")
    assert rows(settled(seen.page)) == everything


def test_my_condition_stands_on_top(visit: Callable[..., Visit]) -> None:
    seen = open_matrix(visit, "/evidence", viewport=PHONE)
    chosen: list[str] = choose_and_read(
        seen.page.get_by_label("My condition on top", exact=True), "lupus", VISIBLE_ROWS
    )
    assert chosen[0] == "lupus"
    expect(seen.page).to_have_url(f"{seen.origin}/evidence?first=lupus")
    again = open_matrix(visit, "/evidence?first=lupus&sort=people")
    expect(again.page.get_by_label("My condition on top", exact=True)).to_have_value("lupus")
    assert rows(again.page)[0] == "lupus"


def test_two_visitors_at_once_never_see_each_others_choice(visit: Callable[..., Visit]) -> None:
    one, other = open_matrix(visit), open_matrix(visit)
    one.page.get_by_label("Group", exact=True).select_option("skin")
    other.page.get_by_label("Group", exact=True).select_option("gut")
    one.page.get_by_label("Order", exact=True).select_option("people")
    expect(one.page).to_have_url(f"{one.origin}/evidence?group=skin&sort=people")
    expect(other.page).to_have_url(f"{other.origin}/evidence?group=gut")
    assert "psoriasis" in rows(settled(one.page)) and "crohns-disease" not in rows(one.page)
    assert "crohns-disease" in rows(settled(other.page)) and "psoriasis" not in rows(other.page)
    third = open_matrix(visit)
    assert len(rows(third.page)) > 40


def test_a_switch_is_said_to_screen_readers(visit: Callable[..., Visit]) -> None:
    seen = open_matrix(visit, "/evidence")
    said = seen.page.get_by_role("status").filter(has_text="conditions.")
    expect(said).to_have_count(0)
    seen.page.get_by_label("Group", exact=True).select_option("gut")
    expect(
        seen.page.get_by_role("status").filter(has_text="3 conditions. Kind of evidence. Gut. By group. Low dose only.")
    ).to_have_count(1)


def test_the_condition_put_on_top_is_said_and_where_it_is_when_the_group_leaves_it_out(
    visit: Callable[..., Visit],
) -> None:
    page = open_matrix(visit, "/evidence").page
    said = page.locator("[class*=st-key-picture_matrix]").get_by_role("status")
    page.get_by_label("My condition on top", exact=True).select_option("lupus")
    expect(said).to_have_text("Lupus is now on top.")
    page.get_by_label("Group", exact=True).select_option("skin")
    where = re.compile("Lupus is not in the list shown. To see it, choose the group: .+[.]$")
    expect(said).to_have_text(where)
    expect(page.locator("p[data-absent]")).to_have_text(where)
    page.get_by_label("Group", exact=True).select_option("all")
    expect(page.locator("p[data-absent]")).to_be_hidden()
    linked = open_matrix(visit, "/evidence?first=lupus&group=skin").page
    expect(linked.locator("p[data-absent]")).to_have_text(where)


def test_the_day_model_says_what_a_new_dose_shows(visit: Callable[..., Visit]) -> None:
    page = settled(visit("/how").page)
    said = page.locator("[class*=st-key-picture_day]").get_by_role("status")
    expect(said).to_have_text("")
    place = said.element_handle()
    page.get_by_label("First dose", exact=True).select_option("2")
    expect(said).to_have_text(re.compile("2\N{NO-BREAK SPACE}mg"))
    assert place.evaluate("(place) => place.isConnected")


def test_a_cell_opens_its_answer_and_closes_again(visit: Callable[..., Visit]) -> None:
    seen = visit("/evidence?lens=outcomes", viewport=PHONE)
    seen.page.locator("[data-choice='fibromyalgia/pain']").click()
    cell = window(seen.page)
    expect(cell.get_by_text("LDN may be no better than placebo for pain in fibromyalgia;").first).to_be_visible()
    expect(cell.get_by_text("What would change this?")).to_be_visible()
    seen.page.keyboard.press("Escape")
    expect(cell).to_have_count(0)


def test_the_story_is_turned_by_keyboard_and_the_keyboard_stays(visit: Callable[..., Visit]) -> None:
    seen = visit("/how")
    following = seen.page.get_by_role("button", name="Next")
    following.focus()
    seen.page.keyboard.press("Enter")
    expect(seen.page.get_by_text("Step 2 of 16", exact=True)).to_be_visible()
    seen.page.keyboard.press("Enter")
    expect(seen.page.get_by_text("Step 3 of 16", exact=True)).to_be_visible()
    expect(following).to_be_focused()
    expect(seen.page).to_have_url(f"{seen.origin}/how?step=full-dose")
    back = seen.page.get_by_role("button", name="Back")
    back.click()
    back.click()
    expect(seen.page.get_by_text("Step 1 of 16", exact=True)).to_be_visible()
    expect(back).to_have_attribute("aria-disabled", "true")
    back.dispatch_event("click")
    expect(seen.page.get_by_text("Step 1 of 16", exact=True)).to_be_visible()


def test_a_step_tapped_in_the_list_is_opened_and_brought_into_view(visit: Callable[..., Visit]) -> None:
    seen = visit("/how", viewport=PHONE)
    seen.page.get_by_role("link", name="Filamin A").click()
    heading = seen.page.get_by_role("heading", name="Filamin A")
    expect(heading).to_be_in_viewport()
    expect(seen.page).to_have_url(f"{seen.origin}/how?step=filamin-a")


@pytest.fixture
def bare(browser: Browser) -> Iterator[Page]:
    """The component alone in an empty page, with a server that is only remembered."""
    page = browser.new_page()
    page.route(f"{ALONE}/**", serve_files)
    page.goto(f"{ALONE}/")
    page.evaluate(MOUNT, LOADER)
    yield page
    page.close()


def serve_files(route: Route) -> None:
    """The files of the component from the folder, and an empty page for every other address."""
    path = FOLDER / urlsplit(route.request.url).path.removeprefix(PREFIX)
    if path.is_file():
        route.fulfill(path=path)
    else:
        route.fulfill(body=f"<div id='here'>{FRAME}</div>", content_type="text/html")


ALONE = "http://picture.test"
MOUNT = """(script) => import(URL.createObjectURL(new Blob([script], {type: 'text/javascript'}))).then((module) => {
  window.told = [];
  window.render = (data) => module.default({
    data, parentElement: document.querySelector('#here'),
    setTriggerValue: (name, value) => window.told.push([name, value]),
  });
})"""
MARKUP = (
    "<select data-choose><option>a</option><option>b</option></select>"
    "<select data-first><option value=''>none</option><option value='one'>One</option>"
    "<option value='three' data-where='other group'>Three</option></select><p data-absent></p>"
    "<ul><li data-part='1' data-record='one'>1</li><li data-part='2' data-record='two'>2</li></ul>"
)


ON_TOP = {"shown": "{name} on top.", "absent": "{name} is in {where}.", "none": "Nothing on top."}


def data(shown: str, **more: Any) -> dict[str, Any]:
    told = {"said": [[0, 1], [0, 2]], "sentences": ["Two shown.", "In order.", "Turned round."], "on_top": ON_TOP}
    lists = {"choices": ["a", "b"], "arrangements": ["1 2", "2 1"], **told}
    return {"markup": MARKUP, "shown": shown, **lists, **more}


def order(page: Page) -> str:
    return "".join(page.locator("li:visible").all_inner_texts())


def test_parts_stand_in_the_order_of_the_choice(bare: Page) -> None:
    bare.evaluate("render", data("b"))
    assert order(bare) == "21"
    bare.evaluate("render", data("a", first="two"))
    assert order(bare) == "21"
    bare.evaluate("render", data("a", first="nobody"))
    assert order(bare) == "12"


def test_what_stands_on_top_is_said_or_where_it_is_when_it_is_not_shown(bare: Page) -> None:
    bare.evaluate("render", data("a"))
    said, first = bare.get_by_role("status"), bare.locator("[data-first]")
    expect(said).to_have_text("")
    expect(bare.locator("[data-absent]")).to_be_hidden()
    first.select_option("one")
    expect(said).to_have_text("One on top.")
    first.select_option("three")
    expect(said).to_have_text("Three is in other group.")
    expect(bare.locator("[data-absent]")).to_have_text("Three is in other group.")
    bare.locator("[data-choose]").select_option("b")
    expect(said).to_have_text("Two shown. Turned round. Three is in other group.")
    first.select_option("")
    expect(said).to_have_text("Nothing on top.")
    expect(bare.locator("[data-absent]")).to_be_hidden()


def test_what_the_server_draws_anew_is_said_in_a_place_that_stays(bare: Page) -> None:
    bare.evaluate("render", {"markup": "<p>one</p>", "spoken": "At first."})
    said = bare.get_by_role("status")
    said.evaluate(
        "(place) => { window.place = place; window.heard = [];"
        " new MutationObserver(() => window.heard.push(place.textContent)).observe(place, {childList: true}); }"
    )
    bare.evaluate("render", {"markup": "<p>two</p>", "spoken": "Then this."})
    expect(said).to_have_text("Then this.")
    assert bare.evaluate("place.isConnected")
    bare.evaluate("render", {"markup": "<p>three</p>", "spoken": "Then that."})
    expect(said).to_have_text("Then that.")
    assert "At first." not in bare.evaluate("heard")


def test_an_answer_is_said_at_its_first_drawing(bare: Page) -> None:
    bare.evaluate("render", {"markup": "<p>one</p>", "spoken": "3 found.", "answers": True})
    expect(bare.get_by_role("status")).to_have_text("3 found.")


def test_an_older_choice_on_its_way_round_does_not_move_the_picture(bare: Page) -> None:
    bare.evaluate("render", data("a"))
    bare.locator("[data-choose]").select_option("b")
    bare.evaluate("render", data("a"))
    assert order(bare) == "21"
    bare.wait_for_function("told.length")
    assert bare.evaluate("told") == [["shown", {"choice": "b", "number": 1}]]
    bare.evaluate("render", data("b", heard=1))
    bare.evaluate("render", data("a", heard=1))
    assert order(bare) == "12", "once the server has heard of it, it leads again"


def test_back_right_after_a_choice_is_not_taken_for_an_older_answer(bare: Page) -> None:
    bare.evaluate("render", data("a"))
    bare.locator("[data-choose]").select_option("b")
    bare.wait_for_function("told.length")
    # Its answer to "b" was cut short by Back: the next it sends has heard of "b" and shows "a" all the same.
    bare.evaluate("render", data("a", heard=1))
    assert order(bare) == "12"


def test_a_choice_the_server_never_hears_of_is_given_up(bare: Page) -> None:
    bare.clock.install()
    bare.evaluate("render", data("a"))
    bare.locator("[data-choose]").select_option("b")
    bare.evaluate("render", data("a"))
    assert order(bare) == "21"
    bare.clock.run_for(4000)
    assert order(bare) == "12"
    assert bare.locator("[data-choose]").input_value() == "a"


def test_a_choice_that_was_not_shipped_is_asked_of_the_server_and_keeps_the_keyboard(bare: Page) -> None:
    bare.evaluate("render", data("a", arrangements=["1 2", None], said=[[0, 1], []]))
    bare.locator("[data-choose]").focus()
    bare.locator("[data-choose]").select_option("b")
    bare.wait_for_function("told.length")
    assert bare.evaluate("told") == [["shown", {"choice": "b", "number": 1}]]
    assert order(bare) == "12", "unchanged until the server has drawn it"
    drawn = MARKUP.replace("<li data-part='1' data-record='one'>1</li>", "<li data-part='3'>3</li>")
    bare.evaluate("render", data("b", arrangements=[None, "2 3"], said=[[], [0, 2]], markup=drawn, heard=1))
    assert order(bare) == "23"
    expect(bare.get_by_role("status")).to_have_text("Two shown. Turned round.")
    assert bare.evaluate("document.activeElement.tagName") == "SELECT"
    assert bare.locator("[data-choose]").input_value() == "b"


def test_the_server_hears_only_of_the_last_of_many_choices(bare: Page) -> None:
    bare.clock.install()
    bare.evaluate("render", data("a"))
    # All in one go: a slow machine must not make the pause between two of them long enough to tell of the first.
    bare.locator("[data-choose]").evaluate(
        """(list) => ["b", "a", "b", "a", "b"].forEach((value) => {
          list.value = value;
          list.dispatchEvent(new Event('change', {bubbles: true}));
        })"""
    )
    bare.clock.run_for(5000)
    assert bare.evaluate("told") == [["shown", {"choice": "b", "number": 5}]]


def test_a_request_that_fails_is_made_again(browser: Browser) -> None:
    page = browser.new_page()
    page.route(f"{ALONE}/**", serve_files)
    refused: list[str] = []

    def refuse_first(route: Route) -> None:
        if "again" in route.request.url:
            serve_files(route)
        else:
            refused.append(route.request.url)
            route.abort()

    page.route(f"{ALONE}{PREFIX}pictures.css*", refuse_first)
    page.goto(f"{ALONE}/")
    page.evaluate(MOUNT, LOADER)
    page.evaluate("render", data("b"))
    assert order(page) == "21"
    assert len(refused) == 1
    assert page.evaluate("document.adoptedStyleSheets.length") == 1
    page.close()


def test_a_picture_travels_without_the_style_sheet_and_the_script_of_all_pictures() -> None:
    assert len(LOADER) < 800
    assert re.fullmatch(r"/app/static/picture/picture\.js\?v=[0-9a-f]{12}", picture_address(SCRIPTS[0]))


def test_the_script_knows_nothing_of_the_subject() -> None:
    script = "\n".join(path.read_text(encoding="utf-8") for path in SCRIPTS)
    assert script.lower().count("ldn") == 1  # "It knows nothing about LDN"
    assert "XMLHttpRequest" not in script and "eval" not in script
    asked = [line.strip() for line in script.splitlines() if "fetch(" in line]
    assert asked == ["const answer = await fetch(address);"], "the style sheet and nothing else"
    assert all(path.stat().st_size < 8_000 for path in SCRIPTS)
