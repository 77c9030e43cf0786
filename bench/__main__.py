"""All measurements in one run: `make bench`, or `python -m bench --runs 3 loads visitors growth day`.

Writes bench/results/bench.json and a readable table beside it. Timings are measurements, never tests: machines are
noisy, so every figure is a median with its range, and what counts are the ratios within one run.
"""

import argparse
import json
import os
import platform
from datetime import date
from pathlib import Path
from typing import Any

from bench import day, growth, loads, prints, visitors
from bench.goals import against_goals, ratios

RESULTS = Path(__file__).parent / "results"
PARTS = {
    "loads": loads.main, "visitors": visitors.main, "growth": growth.main, "day": day.main, "prints": prints.main,
}  # fmt: skip
COLUMNS = (
    "cold_ready_ms", "cold_first_paint_ms", "cold_largest_paint_ms", "cold_bytes", "cold_socket_bytes",
    "cold_requests", "cold_shift", "warm_ready_ms", "warm_bytes", "choice_ms",
)  # fmt: skip


def table(title: str, pages: dict[str, Any]) -> list[str]:
    """One profile as a Markdown table: median and, in brackets, the range."""
    lines = [f"## {title}", "", f"| page | {' | '.join(COLUMNS)} |", f"|---|{'---|' * len(COLUMNS)}"]
    for name, figures in pages.items():
        cells = [_cell(figures.get(column)) for column in COLUMNS]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return [*lines, ""]


def _cell(figure: dict[str, float] | None) -> str:
    if figure is None:
        return "–"
    return f"{figure['median']:g} ({figure['low']:g}–{figure['high']:g})"


def report(found: dict[str, Any]) -> str:
    """Everything that was measured, for a reader."""
    lines = [f"# Measured on {found['machine']}", ""]
    lines += [f"- {part}: {day}" for part, day in found["measured"].items()]
    lines += ["", *against_goals(found)]
    for profile, pages in found.get("loads", {}).items():
        lines += ratios(f"Beside the peers, {profile}", pages)
        lines += table(f"Page loads, {profile}", pages)
    for size, pages in found.get("growth", {}).items():
        lines += table(f"Page loads, {size}", pages)
    if "visitors" in found:
        server = found["visitors"]
        lines += ["## Server", "", f"Start to first answer: {_cell(server['start_ms'])} ms", ""]
        lines += ["| page | CPU per run, ms | round trip, ms |", "|---|---|---|"]
        lines += [
            f"| {name} | {_cell(run['cpu_ms'])} | {_cell(run['round_trip_ms'])} |"
            for name, run in server["runs"].items()
        ]
        told = {**server["saturation"], **server["memory"]}
        lines += ["", *(f"- {name}: {value}" for name, value in told.items()), ""]
    if "day" in found:
        lines += ["## The model of a dose over a day, choices nobody made before", ""]
        lines += [f"- {name}: {_cell(figure)}" for name, figure in found["day"].items()]
        lines.append("")
    if "prints" in found:
        lines += ["## Pages to take home", "", "| print | ms from words to PDF |", "|---|---|"]
        lines += [f"| {name.removesuffix('_ms')} | {_cell(figure)} |" for name, figure in found["prints"].items()]
        lines.append("")
    return "\n".join(lines)


def main() -> None:
    """Measure the parts asked for and write them down, keeping what was measured of the others."""
    parser = argparse.ArgumentParser(description="Measure the dashboard beside its peers.")
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], help="default: all")
    parser.add_argument("--runs", type=int, default=7)
    chosen = parser.parse_args()
    file = RESULTS / "bench.json"
    found: dict[str, Any] = json.loads(file.read_text("utf-8")) if file.is_file() else {}
    found["machine"] = f"{os.cpu_count()} cores, Python {platform.python_version()}"
    for part in chosen.parts or PARTS:
        found[part] = PARTS[part](chosen.runs)
        # Parts may be measured on different days; each says when.
        found.setdefault("measured", {})[part] = date.today().isoformat()
        RESULTS.mkdir(exist_ok=True)
        file.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
        (RESULTS / "bench.md").write_text(report(found), encoding="utf-8")
    print(report(found))


if __name__ == "__main__":
    main()
