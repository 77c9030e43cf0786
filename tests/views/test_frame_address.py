"""What a page says its own address is: on the screen to cite, and in the code to scan."""

import pytest

from components.ui.registry import PAGES, PageSpec
from tests.components.charts.markup import parse, text_of
from tests.views.visit import pictures, visit


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_is_cited_with_the_address_it_has(page: PageSpec, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LDN_PUBLIC_URL", "https://ldn.example")
    at = visit(page.name)
    at.session_state["frame_cite"] = True
    at.run()
    [cited] = [code.value for code in at.code if "https://ldn.example" in code.value]
    assert cited.rstrip(".").endswith(f"https://ldn.example/{page.slug}")


@pytest.mark.parametrize(
    ("page", "choices", "twin"),
    [
        ("home", {}, "/l/en"),
        ("evidence", {"group": "pain"}, "/l/en"),
        ("research", {}, "/l/en/research"),
        ("condition", {"condition": "FIBROMYALGIA"}, "/l/en/condition/fibromyalgia"),
        ("study", {"study": "younger-2013-fibromyalgia"}, "/l/en/study/younger-2013-fibromyalgia"),
        ("claims", {"claim": "bowel-disease"}, "/l/en/claims#bowel-disease"),
        ("claims", {"claim": "nonsense"}, "/l/en/claims"),
    ],
)
def test_the_code_opens_the_light_page_that_says_the_same(
    page: str, choices: dict[str, str], twin: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LDN_PUBLIC_URL", "https://ldn.example")
    at = visit(page, **choices)
    at.session_state["frame_qr"] = True
    at.run()
    assert f"https://ldn.example{twin}" in text_of(parse(pictures(at)["qr"])).split()


@pytest.mark.parametrize(
    ("page", "choices"),
    [("studies", {}), ("visit", {}), ("search", {}), ("about", {}), ("condition", {"condition": "nonsense"})],
)
def test_a_page_without_a_light_twin_offers_no_code(
    page: str, choices: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LDN_PUBLIC_URL", "https://ldn.example")
    assert "Open this page on your phone" not in [part.label for part in visit(page, **choices).expander]
