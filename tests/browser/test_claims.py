"""Claims on a phone: filters, cards and their addresses, and a sentence from a leaflet that leaves nothing behind."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from data.load import load_dataset
from tests.browser.conftest import PHONE, Visit, drawn, settled, type_into

ATTACK = '<img src=x onerror="window.hit=1"><script>window.hit=1</script> LDN has hardly any side effects.'


def open_claims(visit: Callable[..., Visit], address: str = "/claims") -> Visit:
    """The page on a phone with its cards drawn."""
    seen = visit(address, viewport=PHONE)
    drawn(seen.page).locator(".claims > li:visible").first.wait_for()
    return seen


def compare(page: Page, text: str) -> None:
    """Open the box, write a sentence into it and send it off."""
    page.get_by_text("Check a sentence from a leaflet").click()
    type_into(page.get_by_role("textbox"), text)
    page.get_by_role("button", name="Find the nearest claims").click()
    page.locator(".matches").wait_for()


def test_filters_switch_in_the_browser_and_stand_in_the_address(visit: Callable[..., Visit]) -> None:
    seen = open_claims(visit)
    dataset = load_dataset()
    cards = seen.page.locator(".claims > li:visible")
    expect(cards).to_have_count(len(dataset.claims))
    safety = [claim for claim in dataset.claims if claim.topic == "safety"]
    # In one go with the tap: the cards change before the server has heard of it.
    shown = seen.page.get_by_role("link", name=f"Safety {len(safety)}", exact=True).evaluate(
        """(link) => {
          link.click();
          return [...link.getRootNode().querySelectorAll('.claims > li')].filter((card) => card.offsetParent).length;
        }"""
    )
    assert shown == len(safety)
    expect(seen.page).to_have_url(f"{seen.origin}/claims?topic=safety")
    simple = [claim for claim in safety if claim.verdict == "oversimplified"]
    seen.page.get_by_role("link", name=f"Too simple {len(simple)}", exact=True).click()
    expect(seen.page).to_have_url(f"{seen.origin}/claims?topic=safety&verdict=oversimplified")
    expect(cards).to_have_count(len(simple))
    seen.page.go_back()
    expect(cards).to_have_count(len(safety))
    assert seen.console_errors == []


def test_the_keyboard_stays_on_the_filter_it_has_chosen(visit: Callable[..., Visit]) -> None:
    seen = open_claims(visit)
    focused = """() => {
      let at = document.activeElement;
      while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return at.dataset.turn;
    }"""
    seen.page.locator('[data-turn="mechanism all"]:visible').first.focus()
    seen.page.keyboard.press("Enter")
    assert settled(seen.page).evaluate(focused) == "mechanism all"
    seen.page.locator('[data-turn="mechanism contradicted"]:visible').first.focus()
    seen.page.keyboard.press("Enter")
    expect(seen.page.get_by_text("is in our list.").locator("visible=true")).to_have_count(1)
    seen.page.get_by_role("link", name="Drop “Studies say otherwise”").focus()
    seen.page.keyboard.press("Enter")
    expect(seen.page.locator(".claims > li:visible")).to_have_count(4)
    assert settled(seen.page).evaluate(focused) == "mechanism all"


def test_a_card_unfolds_by_keyboard_and_its_address_opens_it(visit: Callable[..., Visit]) -> None:
    seen = open_claims(visit)
    card = seen.page.locator("#cheap")
    expect(card.get_by_text("What would change this")).to_be_hidden()
    card.locator("summary").focus()
    seen.page.keyboard.press("Enter")
    expect(card.get_by_text("What would change this")).to_be_visible()
    card.get_by_role("link", name="Address of this card").click()
    expect(seen.page).to_have_url(f"{seen.origin}/claims?claim=cheap")
    expect(seen.page.get_by_text("The claim you asked for")).to_be_in_viewport()
    expect(seen.page.get_by_text(f"{seen.origin}/claims?claim=cheap")).to_be_visible()
    seen.page.get_by_role("button", name="All claims").click()
    expect(seen.page).to_have_url(f"{seen.origin}/claims")


def test_a_link_in_a_card_leads_to_study_and_condition(visit: Callable[..., Visit]) -> None:
    seen = open_claims(visit, "/claims?claim=crps")
    seen.page.get_by_role("link", name="Complex regional pain syndrome").first.click()
    expect(seen.page).to_have_url(f"{seen.origin}/condition?condition=complex-regional-pain-syndrome")
    seen = open_claims(visit, "/claims?claim=crps")
    seen.page.get_by_role("link", name="Chopra 2013").first.click()
    expect(seen.page).to_have_url(f"{seen.origin}/study?study=chopra-2013-crps")


def test_a_hostile_sentence_is_plain_text_and_leaves_nothing_behind(visit: Callable[..., Visit]) -> None:
    seen = open_claims(visit)
    compare(seen.page, ATTACK)
    expect(seen.page.locator(".matches h3").first).to_have_text("LDN has minimal side effects.")
    assert seen.page.evaluate("window.hit") is None
    assert seen.page.locator("img[src=x]").count() == 0
    assert seen.page.url == f"{seen.origin}/claims"
    assert (
        seen.page.evaluate("[localStorage, sessionStorage].some((s) => JSON.stringify(s).includes('hardly'))") is False
    )
    seen.page.get_by_role("link", name="Safety card: read this first").click()
    expect(seen.page.get_by_role("heading", level=1, name="Safety card")).to_be_visible()
    seen.page.go_back()
    expect(seen.page.get_by_role("heading", level=1, name="What you may have heard")).to_be_visible()
    expect(seen.page.locator(".matches")).to_have_count(0)
    other = open_claims(visit)
    expect(other.page.locator(".matches")).to_have_count(0)
    assert seen.console_errors == []


def test_ten_thousand_characters_stay_in_the_box(visit: Callable[..., Visit]) -> None:
    seen = open_claims(visit)
    text = "LDN is cheap and anybody can afford it. " * 250
    compare(seen.page, text)
    expect(seen.page.get_by_text("The first 2,000 characters were compared.")).to_be_visible()
    assert seen.page.get_by_role("textbox").input_value() == text


def test_a_sentence_can_be_chosen_by_touch(visit: Callable[..., Visit]) -> None:
    seen = open_claims(visit)
    seen.page.get_by_text("Check a sentence from a leaflet").click()
    seen.page.get_by_text("LDN ruins your liver.").click()
    expect(seen.page.locator(".matches h3").first).to_have_text("LDN causes liver failure.")
    seen.page.get_by_text("Eat plenty of vegetables.").click()
    expect(seen.page.locator(".matches").get_by_text("Nothing close in our list.")).to_be_visible()


def test_nothing_is_lost_in_print(visit: Callable[..., Visit]) -> None:
    seen = visit("/l/en/claims", ready="footer")
    seen.page.emulate_media(media="print")
    expect(seen.page.locator("#cheap").get_by_text("What would change this")).to_be_visible()
