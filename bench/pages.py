"""How long a visitor waits: page loads cold and warm, first paint, bytes, and one choice's effect. `make bench`.

Timings are measurements, never tests: machines are noisy. Each figure is a median with its range over one run.
"""

import json
import statistics
import time
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from components.ui.registry import PAGES
from tests.browser.conftest import QUIET, SETTLED
from tests.browser.ensure_browser import find_browser
from tests.browser.screenshots import serving

RUNS = 7
RESULTS = Path(__file__).parent / "results" / "pages.json"
DESKTOP: ViewportSize = {"width": 1280, "height": 720}
CHOICES = {"condition": "?condition=fibromyalgia", "study": "?study=duebruun-2024-fibromyalgia"}
FIRST_PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null"
# Counted by the browser itself, compressed where the server compressed.
BYTES = "performance.getEntries().reduce((sum, entry) => sum + (entry.transferSize || 0), 0)"


def open_page(page: Page, address: str) -> None:
    """Open a page and wait until its script has run and its heading stands."""
    page.goto(address)
    page.wait_for_selector(SETTLED)
    page.wait_for_selector("h1:visible")


def loads(browser: Browser, address: str) -> dict[str, list[float]]:
    """Cold loads: a new visitor with an empty cache each time."""
    found: dict[str, list[float]] = {"ready_ms": [], "first_paint_ms": [], "bytes": []}
    for _ in range(RUNS):
        context = browser.new_context(viewport=DESKTOP)
        page = context.new_page()
        start = time.perf_counter()
        open_page(page, address)
        found["ready_ms"].append(1000 * (time.perf_counter() - start))
        paint = page.evaluate(FIRST_PAINT)
        if paint is not None:
            found["first_paint_ms"].append(float(paint))
        found["bytes"].append(float(page.evaluate(BYTES)))
        context.close()
    return found


def choice(browser: Browser, address: str) -> list[float]:
    """From pressing Next on the mechanism page until the new step's words stand."""
    page = browser.new_context(viewport=DESKTOP).new_page()
    open_page(page, f"{address}/how")
    times = []
    for step in range(2, 2 + RUNS):
        start = time.perf_counter()
        page.get_by_role("button", name="Next").click()
        page.get_by_text(f"Step {step} of").wait_for()
        times.append(1000 * (time.perf_counter() - start))
    return times


def summary(values: list[float]) -> dict[str, float]:
    """Median and range."""
    return {"median": round(statistics.median(values), 1), "low": round(min(values), 1), "high": round(max(values), 1)}


def main() -> None:
    """Measure every page and write the table."""
    results: dict[str, dict[str, dict[str, float]]] = {}
    with serving() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=QUIET)
        for page in PAGES:
            found = loads(browser, f"{address}/{page.slug}{CHOICES.get(page.name, '')}")
            results[page.name] = {name: summary(values) for name, values in found.items() if values}
        results["choice"] = {"next_step_ms": summary(choice(browser, address))}
        browser.close()
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    for name, figures in results.items():
        print(name, *(f"{key} {f['median']} ({f['low']}-{f['high']})" for key, f in figures.items()), sep="  ")


if __name__ == "__main__":
    main()
