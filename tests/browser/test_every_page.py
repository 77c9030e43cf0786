"""Every page in a real browser: no error, nothing fetched from elsewhere, nothing cut off, accessible."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe

from components.ui.registry import PAGES
from tests.browser.conftest import Visit, drawn

SIZES = {
    "phone": {"width": 390, "height": 844},
    "projector": {"width": 1280, "height": 720},
    "portrait-kiosk": {"width": 1080, "height": 1920},
}
CHOICES = {
    "condition": "?condition=crohns-disease",
    "study": "?study=duebruun-2024-fibromyalgia",
    "how": "?step=tested-in-people",
}
ADDRESSES = [f"/{page.slug}{CHOICES.get(page.name, '')}" for page in PAGES]
# Elements Streamlit itself draws and gives no way to change; each is explained in docs/accessibility.md.
PLATFORM = {
    "scrollable-region-focusable": ("stHeader", "stToolbar", "rc-overflow"),
}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("address", ADDRESSES)
def test_page_opens_cleanly(visit: Callable[..., Visit], address: str, size: str) -> None:
    seen = visit(address, viewport=SIZES[size])
    page = drawn(seen.page)

    assert page.locator("h1:visible").count() == 1
    assert page.get_by_text("Not yet reviewed by a clinician.").count() == 1
    assert seen.console_errors == []
    assert seen.page_errors == []
    assert seen.foreign_requests == []
    assert page.get_by_role("dialog").count() == 0
    assert page.get_by_text("Traceback").count() == 0
    assert _sideways_overflow(seen) <= 1
    assert page.evaluate("document.documentElement.lang") == "en"


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_script_and_font_of_a_page_is_named_in_its_first_html(visit: Callable[..., Visit], address: str) -> None:
    seen = visit(address)
    drawn(seen.page)
    loaded = set(
        seen.page.evaluate(
            "performance.getEntriesByType('resource').map((e) => new URL(e.name)).map((u) => u.pathname + u.search)"
        )
    )
    html = seen.page.request.get(seen.origin + address).text()
    needed = {name for name in loaded if name.partition("?")[0].endswith((".js", ".woff2", "/pictures.css"))}
    late = {name for name in needed if f'"{name}"' not in html}
    # An italic word somewhere fetches its letters when it is drawn; that holds nothing up.
    late -= {name for name in late if "italic" in name or "/latin-ext" in name}
    assert not late, "name their elements in server/chunks.py"
    assert not {name for name in loaded if "MaterialSymbols" in name or "SourceSans" in name}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_page_has_no_serious_accessibility_finding(visit: Callable[..., Visit], address: str, scheme: str) -> None:
    seen = visit(address, viewport=SIZES["phone"], colour_scheme=scheme)
    drawn(seen.page)

    violations = Axe().run(seen.page).response["violations"]

    assert [line for finding in violations for line in _ours(finding)] == []


def test_main_message_is_seen_without_scrolling(visit: Callable[..., Visit]) -> None:
    for size in ("phone", "projector"):
        seen = visit("/", viewport=SIZES[size])
        heading = drawn(seen.page).get_by_role("heading", name="Does it work?")
        box = heading.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= SIZES[size]["height"]


def test_text_enlarged_to_double_still_fits_a_phone(visit: Callable[..., Visit]) -> None:
    seen = visit("/evidence", viewport={"width": 320, "height": 640})
    drawn(seen.page)
    assert _sideways_overflow(seen) <= 1


def _sideways_overflow(seen: Visit) -> int:
    """Pixels by which the main column is wider than its window."""
    script = """() => {
      const main = document.querySelector('[data-testid=stMain]');
      return main.scrollWidth - main.clientWidth;
    }"""
    return int(seen.page.evaluate(script))


def _ours(finding: dict[str, object]) -> list[str]:
    if finding["impact"] not in ("serious", "critical"):
        return []
    excused = PLATFORM.get(str(finding["id"]), ())
    nodes = finding["nodes"]
    assert isinstance(nodes, list)
    return [
        f"{finding['id']}: {node['html'][:160]} {node['failureSummary'][:200]}"
        for node in nodes
        if not any(word in node["html"] for word in excused)
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "address",
    [
        "/l/en",
        "/l/en/side-effects",
        "/l/en/safety",
        "/l/en/practical",
        "/l/en/claims",
        "/l/en/condition/fibromyalgia",
        "/l/en/questions",
        "/l/en/background",
        "/l/en/stories",
        "/l/en/research",
    ],
)
def test_light_page_opens_cleanly_and_accessibly(visit: Callable[..., Visit], address: str, scheme: str) -> None:
    seen = visit(address, viewport=SIZES["phone"], colour_scheme=scheme, ready="footer")

    assert seen.console_errors == []
    assert seen.foreign_requests == []
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= 391
    violations = Axe().run(seen.page).response["violations"]
    assert [line for finding in violations for line in _ours(finding)] == []
