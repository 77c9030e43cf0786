"""The model of a dose over a day: what one change of its choices costs the server, and how long a visitor waits.

Every choice is one that nobody has made before on that server, so no kept picture helps. Run it alone with
`python -m bench --runs 20 day`.
"""

import asyncio
import time
from collections.abc import Iterator
from itertools import product

from playwright.sync_api import Page, sync_playwright

from bench.figures import Spread, spread
from bench.loads import CHOICE, DESKTOP, PHONE, READY_OURS, SLOW_CPU, WATCH
from bench.serving import free_port, ours, serving
from bench.visitors import Visit, open_visit
from components.charts.day_bands import Setting
from components.charts.day_course import day_course
from components.simulation.day import course, draw_together, ranges_of
from components.ui.day_page import DOSES, SPANS, STEPS
from content.text import load_words
from data.load import load_dataset
from tests.browser.conftest import QUIET, SETTLED
from tests.browser.ensure_browser import find_browser

CHANGED = "deep('.day .axis')[0]?.textContent"
# The list of the hour of the dose, one hour on.
NEXT_HOUR = (
    "const list = document.querySelector('.st-key-choose_how_hour [data-testid=stBidiComponentIsolated]')"
    ".shadowRoot.querySelector('select');"
    " list.selectedIndex += 1; list.dispatchEvent(new Event('change', {bubbles: true}))"
)
HOURS = 20


def settings() -> Iterator[tuple[str, str, str]]:
    """Two doses and a span, none twice; day and week in turn."""
    for first, second in product(DOSES, DOSES):
        if first != second:
            yield from ((first, second, span) for span in SPANS)


def drawing(runs: int) -> dict[str, Spread]:
    """Milliseconds to work out and draw two doses, for each span."""
    dataset, words = load_dataset(), load_words()
    ranges = ranges_of(dataset)
    draw_together(ranges)
    found: dict[str, list[float]] = {span: [] for span in SPANS}
    for (first, second, span), _ in zip(settings(), range(2 * runs), strict=False):
        begun = time.perf_counter()
        one, other = (course(ranges, float(d), days=SPANS[span], step=STEPS[span]) for d in (first, second))
        day_course((one, other), Setting(21, (4, 6), (1.5, 18)), dataset, words)
        found[span].append(1000 * (time.perf_counter() - begun))
    return {f"draw_{span}_ms": spread(values) for span, values in found.items()}


async def round_trips(address: str, runs: int) -> dict[str, Spread]:
    """Milliseconds from a choice sent to the last answer of the whole page, without a browser."""
    visit: Visit = await open_visit(address, "how")
    found: dict[str, list[float]] = {span: [] for span in SPANS}
    for (first, second, span), _ in zip(settings(), range(2 * runs), strict=False):
        visit.page = f"how?a={first}&b={second}&span={span}"
        begun = time.perf_counter()
        await visit.run()
        found[span].append(1000 * (time.perf_counter() - begun))
    await visit.socket.close()
    return {f"round_trip_{span}_ms": spread(values) for span, values in found.items()}


def redraws(page: Page, runs: int) -> Spread:
    """Milliseconds from the choice of the next hour of the dose to the new picture."""
    waited = []
    for _ in range(runs):
        page.wait_for_selector(SETTLED)
        page.evaluate(CHOICE % (CHANGED, NEXT_HOUR))
        page.wait_for_function("() => window.took", timeout=15_000)
        waited.append(float(page.evaluate("window.took")))
        page.evaluate("window.took = 0")
    return spread(waited)


def main(runs: int) -> dict[str, Spread]:
    """Drawing alone, the server's whole answer, and the browser on a desktop and on a slowed-down phone."""
    found = drawing(runs)
    with serving(ours(port := free_port()), port) as server:
        found |= asyncio.run(round_trips(server.address, runs))
    for name, viewport, slower in (("desktop", DESKTOP, 1), ("phone", PHONE, SLOW_CPU)):
        with serving(ours(port := free_port()), port) as server, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_browser(), args=QUIET)
            context = browser.new_context(viewport=viewport)
            context.add_init_script(WATCH)
            page = context.new_page()
            context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
            page.goto(f"{server.address}/how?hour=0")
            page.wait_for_function(READY_OURS, polling="raf", timeout=90_000)
            found[f"redraw_{name}_ms"] = redraws(page, min(runs, HOURS))
            browser.close()
    return found
