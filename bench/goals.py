"""What was measured, beside the peers of the same run and beside the goals we set ourselves."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bench.figures import Spread
from components.ui.registry import PAGES

OURS = tuple(page.name for page in PAGES)
DASH, BARE, LIGHT, EMPTY = "Dash", "bare Streamlit", "light page", "empty static page"
Pages = Mapping[str, Mapping[str, Spread]]
# Column -> (figure, the peer it is divided by).
RATIOS = {
    "ready ÷ Dash": ("cold_ready_ms", DASH),
    "ready ÷ bare Streamlit": ("cold_ready_ms", BARE),
    "first paint ÷ bare Streamlit": ("cold_first_paint_ms", BARE),
    "choice ÷ Dash": ("choice_ms", DASH),
}


@dataclass(frozen=True)
class Goal:
    """One goal: what it is about, the most (or, `at_least`, the least) it allows, and what was found, by name."""

    about: str
    limit: float
    found: Mapping[str, float]
    at_least: bool = False

    def line(self) -> str:
        """The goal as a row: how many met it, the range, and what did not."""
        missed = {
            name: value
            for name, value in self.found.items()
            if (value < self.limit if self.at_least else value > self.limit)
        }
        values = sorted(self.found.values())
        span = f"{values[0]:.3g}" if len(values) == 1 else f"{values[0]:.3g}–{values[-1]:.3g}"
        told = ", ".join(f"{name} {value:.3g}" for name, value in sorted(missed.items(), key=lambda one: one[1]))
        met = f"{len(values) - len(missed)} of {len(values)}"
        return f"| {self.about} | {'≥' if self.at_least else '≤'} {self.limit:g} | {span} | {met} | {told or '–'} |"


def ratio(pages: Pages, name: str, figure: str, peer: str) -> float | None:
    """A median of a page divided by the peer's of the same run; None where one of them was not measured."""
    one, other = pages.get(name, {}).get(figure), pages.get(peer, {}).get(figure)
    return one["median"] / other["median"] if one and other and other["median"] else None


def ratios(title: str, pages: Pages) -> list[str]:
    """One profile as a Markdown table of ratios: below 1 is quicker than the peer."""
    lines = [f"## {title}", "", f"| page | {' | '.join(RATIOS)} |", f"|---|{'---|' * len(RATIOS)}"]
    for name in pages:
        if name not in (DASH, BARE):
            found = [ratio(pages, name, *pair) for pair in RATIOS.values()]
            lines.append(f"| {name} | {' | '.join('–' if one is None else f'{one:.2f}' for one in found)} |")
    return [*lines, ""]


def against_goals(found: Mapping[str, Any]) -> list[str]:
    """Every goal that the measured parts speak of, as a Markdown table."""
    goals: list[Goal] = []
    for profile, pages in found.get("loads", {}).items():
        goals += _load_goals(profile, pages)
    if "visitors" in found:
        goals += _server_goals(found["visitors"])
    if "growth" in found:
        few, many = found["growth"].values()
        grown = {name: many[name]["cold_ready_ms"]["median"] / few[name]["cold_ready_ms"]["median"] for name in few}
        goals.append(Goal("ready with 1,000 studies ÷ with those we have", 1.5, grown))
    lines = ["## Goals", "", "| goal | limit | found | met | missed by |", "|---|---|---|---|---|"]
    return [*lines, *(goal.line() for goal in goals if goal.found), ""]


def _load_goals(profile: str, pages: Pages) -> list[Goal]:
    def ours(figure: str, change: Callable[[float], float] = float) -> dict[str, float]:
        return {name: change(pages[name][figure]["median"]) for name in OURS if figure in pages.get(name, {})}

    def beside(figure: str, peer: str, names: tuple[str, ...] = OURS) -> dict[str, float]:
        found = {name: ratio(pages, name, figure, peer) for name in names}
        return {name: value for name, value in found.items() if value is not None}

    largest = pages.get(LIGHT, {}).get("cold_largest_paint_ms")
    return [
        Goal(f"{profile}: ready ÷ Dash", 0.65, beside("cold_ready_ms", DASH)),
        Goal(f"{profile}: ready ÷ bare Streamlit", 1.2, beside("cold_ready_ms", BARE)),
        Goal(f"{profile}: first paint ÷ bare Streamlit", 0.35, beside("cold_first_paint_ms", BARE)),
        Goal(f"{profile}: MB, first visit", 1.2, ours("cold_bytes", lambda size: size / 1e6)),
        Goal(f"{profile}: kB, next visit", 10, ours("warm_bytes", lambda size: size / 1e3)),
        Goal(f"{profile}: choice ÷ Dash", 0.5, beside("choice_ms", DASH)),
        Goal(f"{profile}: choice switched in the browser, ms", 30, ours("choice_ms")),
        Goal(f"{profile}: layout shift", 0.05, ours("cold_shift")),
        Goal(f"{profile}: light page ready ÷ empty page", 1.5, beside("cold_ready_ms", EMPTY, (LIGHT,))),
        *(
            [Goal("phone: largest paint of the light page, s", 1.2, {LIGHT: largest["median"] / 1e3})]
            if largest and profile == "phone"
            else []
        ),
    ]


def _server_goals(server: Mapping[str, Any]) -> list[Goal]:
    def one(value: float) -> dict[str, float]:
        return {"server": value}

    runs = {name: run["cpu_ms"]["median"] for name, run in server["runs"].items()}
    return [
        Goal("script run, ms of processor", 20, runs),
        Goal("runs a second", 50, one(server["saturation"]["runs_per_second"]), at_least=True),
        Goal("new visits a second", 40, one(server["saturation"]["new_visits_per_second"]), at_least=True),
        Goal("MB for each open visit, of 200", 0.3, one(server["memory"]["per_visit_mb"])),
        Goal("MB in all with 200 visits", 300, one(server["memory"]["all_mb"])),
        Goal("start to first page, s", 3, one(server["start_ms"]["median"] / 1e3)),
    ]
