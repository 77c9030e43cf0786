"""Whatever is chosen in a picture stays chosen, in the picture and in the address, on every page that has choices."""

from collections.abc import Callable

import pytest

from tests.browser.conftest import Visit, drawn, settled

SWITCHED = """(key) => {
  const root = document.querySelector(`.st-key-${key} [data-testid=stBidiComponentIsolated]`).shadowRoot
    .querySelector('[data-picture]');
  const turn = [...root.querySelectorAll('[data-turn]:not([aria-current])')].find((one) => one.offsetParent);
  const list = root.querySelector('select[data-choose]');
  if (turn) turn.click();
  else if (list) {
    list.selectedIndex = list.selectedIndex ? 0 : 1;
    list.dispatchEvent(new Event('change', {bubbles: true}));
  } else root.querySelector('[data-step="1"]').click();
  return root.here;
}"""
SEEN = """(key) => document.querySelector(`.st-key-${key} [data-testid=stBidiComponentIsolated]`).shadowRoot
  .querySelector('[data-picture]').here"""
WITH_CHOICES = """() => [...document.querySelectorAll('[class*="st-key-picture_"]')].filter((place) => {
  const root = place.querySelector('[data-testid=stBidiComponentIsolated]')?.shadowRoot.querySelector('[data-picture]');
  return (root?.data?.arrangements ?? []).filter(Boolean).length > 1;
}).map((place) => [...place.classList].find((name) => name.startsWith('st-key-picture_')).slice(7))"""


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/evidence", 1), ("/how", 2), ("/side-effects", 2), ("/claims", 1), ("/research", 1),
        ("/condition?condition=fibromyalgia", 1),
    ],
)  # fmt: skip
def test_every_picture_keeps_the_choice_made_in_it_and_so_does_its_address(
    visit: Callable[..., Visit], address: str, expected: int
) -> None:
    seen = visit(address)
    page = drawn(seen.page)
    keys: list[str] = page.evaluate(WITH_CHOICES)
    assert len(keys) == expected
    for key in keys:
        before = page.url
        chosen = page.evaluate(SWITCHED, key)
        page.wait_for_function("(was) => location.href !== was", arg=before)
        settled(page)
        assert page.evaluate(SEEN, key) == chosen
    kept = {key: page.evaluate(SEEN, key) for key in keys}
    page.reload()
    drawn(page)
    assert {key: page.evaluate(SEEN, key) for key in keys} == kept
    assert (seen.console_errors, seen.page_errors) == ([], [])
