"""How long a visitor waits for a page, ours and the peers' in one alternating run, on a desktop and on a phone.

*Phone* is Chromium with its processor 4 times slower, behind a slow line (`bench/slow_line.py`: 1.6 Mbit/s down,
0.75 Mbit/s up, 150 ms round trip). WebSocket messages, which carry part of Streamlit's, Dash's and NiceGUI's pages,
pass the line too; they are counted apart, before compression (a binary message as the base64 text the tools report,
a third longer).
"""

import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial

from playwright.sync_api import Browser, BrowserContext, Error, Page, ViewportSize, sync_playwright

from bench.figures import Spread, spread
from bench.serving import free_port, ours, peer, serving, streamlit_peer
from bench.slow_line import slow_line
from components.ui.registry import PAGES
from tests.browser.conftest import QUIET
from tests.browser.ensure_browser import find_browser

DESKTOP: ViewportSize = {"width": 1280, "height": 720}
PHONE: ViewportSize = {"width": 390, "height": 844}
SLOW_CPU = 4
RECORDS = {"condition": "?condition=fibromyalgia", "study": "?study=duebruun-2024-fibromyalgia"}
# Collected from the first moment: largest paint and layout shifts of the page.
WATCH = """
window.seen = {largest: 0, shift: 0};
new PerformanceObserver((list) => { for (const e of list.getEntries()) window.seen.largest = e.startTime; })
  .observe({type: 'largest-contentful-paint', buffered: true});
new PerformanceObserver((list) => {
  for (const e of list.getEntries()) if (!e.hadRecentInput) window.seen.shift += e.value;
}).observe({type: 'layout-shift', buffered: true});
window.deep = (selector, root = document) => {
  const found = [...root.querySelectorAll(selector)];
  for (const element of root.querySelectorAll('*')) {
    if (element.shadowRoot) found.push(...window.deep(selector, element.shadowRoot));
  }
  return found;
};
"""
# From the choice to the changed picture, watched between tasks of the page itself.
CHOICE = """() => {
  const changed = () => %s, was = changed(), begun = performance.now(), beat = new MessageChannel();
  beat.port1.onmessage = () => {
    if (changed() === was) beat.port2.postMessage(0);
    else window.took = performance.now() - begun;
  };
  %s;
  beat.port2.postMessage(0);
}"""
CHOICE_MS = 15_000
# The last thing a page writes is its footer; then every picture must be in its place. The start page has none.
READY_OURS = """() => {
  const places = [...document.querySelectorAll('[data-testid=stBidiComponentIsolated]')];
  return document.querySelector('[data-test-script-state=notRunning]')
    && document.querySelector('.st-key-frame_footer')
    && (places.length || location.pathname === '/')
    && places.every((place) => place.shadowRoot?.querySelector('[data-picture]')?.childElementCount);
}"""
READY_PLOTLY = "() => window.deep('.heatmaplayer image, .heatmaplayer path').length"
READY_STATIC = "() => document.readyState === 'complete'"
READY_TITLE = "() => [...document.querySelectorAll('h1')].some((h) => h.innerText.includes('Same view'))"


@dataclass(frozen=True)
class Target:
    """A page to load: its name, its address, and when it counts as ready."""

    name: str
    address: str
    ready: str
    choose: str = ""
    changed: str = ""


def measure(runs: int, browser: Browser, targets: Sequence[Target], *, phone: bool) -> dict[str, dict[str, Spread]]:
    """Cold loads, warm loads and choices of every target, one after the other in each round."""
    found: dict[str, dict[str, list[float]]] = {target.name: {} for target in targets}
    for number in range(runs):
        for target in targets:
            print(f"{'phone' if phone else 'desktop'} {number + 1}/{runs}: {target.name}", file=sys.stderr, flush=True)
            for name, value in _one(browser, target, phone=phone).items():
                found[target.name].setdefault(name, []).append(value)
    return {
        target: {name: spread(values, 3 if name == "shift" else 1) for name, values in figures.items()}
        for target, figures in found.items()
    }


def _one(browser: Browser, target: Target, *, phone: bool) -> dict[str, float]:
    context = browser.new_context(viewport=PHONE if phone else DESKTOP)
    context.add_init_script(WATCH)
    figures = {f"cold_{name}": value for name, value in _load(context, target, phone=phone).items()}
    warm = _load(context, target, phone=phone)
    figures |= {"warm_ready_ms": warm["ready_ms"], "warm_bytes": warm["bytes"]}
    if "choice_ms" in warm:
        figures["choice_ms"] = warm["choice_ms"]
    figures.pop("cold_choice_ms", None)
    context.close()
    return figures


def _load(context: BrowserContext, target: Target, *, phone: bool) -> dict[str, float]:
    page = context.new_page()
    tools = context.new_cdp_session(page)
    tools.send("Network.enable")
    received: list[float] = []
    tools.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    tools.on("Network.webSocketFrameReceived", lambda event: frames.append(len(event["response"]["payloadData"])))
    frames: list[int] = []
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    if phone:
        tools.send("Emulation.setCPUThrottlingRate", {"rate": SLOW_CPU})
    begun = time.perf_counter()
    page.goto(target.address, wait_until="commit")
    page.wait_for_function(target.ready, polling="raf", timeout=90_000)
    figures = {"ready_ms": 1000 * (time.perf_counter() - begun)}
    page.wait_for_timeout(300)
    figures |= _paints(page)
    figures |= {"bytes": sum(received), "socket_bytes": float(sum(frames)), "requests": float(len(requests))}
    if target.choose:
        page.wait_for_function(f"() => {target.changed} !== undefined")
        if "radio" in target.choose:
            page.wait_for_function("() => window.deep('input[type=radio], .q-radio').length > 1")
        try:
            page.evaluate(CHOICE % (target.changed, target.choose))
            page.wait_for_function("() => window.took", timeout=CHOICE_MS)
            figures["choice_ms"] = float(page.evaluate("window.took"))
        except Error as error:  # a page that reloads itself under load has no choice to time; its loads still count
            print(f"no choice timed for {target.name}: {str(error).splitlines()[0]}", file=sys.stderr)
    page.close()
    return figures


def _paints(page: Page) -> dict[str, float]:
    first = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null")
    seen = page.evaluate("window.seen")
    painted = {} if first is None else {"first_paint_ms": float(first)}
    return painted | {"largest_paint_ms": float(seen["largest"]), "shift": float(seen["shift"])}


PLOTLY_CHANGED = (
    "JSON.stringify(deep('.js-plotly-plot')[0]?.data?.[0]?.z?.[0] ?? deep('.js-plotly-plot')[0]?._fullData?.[0]?.z)"
)
SECOND_RADIO = "deep('input[type=radio]')[1].click()"
SECOND_QUASAR_RADIO = "deep('.q-radio')[1].click()"


# The first picture of a page that has choices; another one of them; and what is seen of it.
SWITCHING = "deep('[data-picture]').find((r) => (r.data?.arrangements ?? []).filter(Boolean).length > 1)"
OTHER_CHOICE = (
    f"{{const r = {SWITCHING}, turn = r.querySelector('[data-turn]:not([aria-current]), [data-step=\"1\"]');"
    " const list = r.querySelector('select[data-choose]'); if (turn) turn.click(); else {list.selectedIndex = 1;"
    " list.dispatchEvent(new Event('change', {bubbles: true}))}}"
)
PARTS_SEEN = (
    f"[...({SWITCHING})?.querySelectorAll('[data-part]') ?? []].filter((p) => p.offsetParent)"
    ".map((p) => p.dataset.part).join() || undefined"
)
SWITCHED = ("how", "evidence", "effects", "research", "claims", "condition")


def our_targets(address: str) -> list[Target]:
    """Every view of the dashboard, and a light page."""
    choices = {name: (OTHER_CHOICE, PARTS_SEEN) for name in SWITCHED}
    views = [
        Target(page.name, f"{address}/{page.slug}{RECORDS.get(page.name, '')}", READY_OURS, *choices.get(page.name, ()))
        for page in PAGES
    ]
    return [*views, Target("light page", f"{address}/l/en/condition/fibromyalgia", READY_STATIC)]


def all_targets(address: Mapping[str, str]) -> list[Target]:
    """Our views and the peers' one, with each server at its address."""
    switched = ("deep('input[type=radio]')[1].click()", "document.querySelector('[data-choice]').hidden")
    return [
        *our_targets(address["ours"]),
        Target("bare Streamlit", address["bare_app"], READY_TITLE),
        Target("Streamlit + Plotly", address["streamlit_app"], READY_PLOTLY, SECOND_RADIO, PLOTLY_CHANGED),
        Target("Dash", address["dash_app"], READY_PLOTLY, SECOND_RADIO, PLOTLY_CHANGED),
        Target("Panel", address["panel_app"], READY_PLOTLY, SECOND_RADIO, PLOTLY_CHANGED),
        Target("NiceGUI", address["nicegui_app"], READY_PLOTLY, SECOND_QUASAR_RADIO, PLOTLY_CHANGED),
        Target("static HTML", f"{address['static_app']}/", READY_STATIC, *switched),
        Target("empty static page", f"{address['static_app']}/empty", READY_STATIC),
    ]


def main(runs: int) -> dict[str, dict[str, dict[str, Spread]]]:
    """All loads: profile -> page -> figure."""
    commands: dict[str, Callable[[int], list[str]]] = {
        "ours": ours,
        **{name: partial(peer, name) for name in ("dash_app", "panel_app", "nicegui_app", "static_app")},
        **{name: partial(streamlit_peer, name) for name in ("streamlit_app", "bare_app")},
    }
    with ExitStack() as stack, sync_playwright() as playwright:
        near = {}
        for name, command in commands.items():
            port = free_port()
            near[name] = stack.enter_context(serving(command(port), port)).address
        far = {name: stack.enter_context(slow_line(address)).address for name, address in near.items()}
        browser = playwright.chromium.launch(executable_path=find_browser(), args=QUIET)
        found = {
            "desktop": measure(runs, browser, all_targets(near), phone=False),
            "phone": measure(max(2, runs // 2), browser, all_targets(far), phone=True),
        }
        browser.close()
    return found
