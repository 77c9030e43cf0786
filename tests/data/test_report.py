"""The report's count of figures per reading depth."""

import re
from pathlib import Path

import yaml

from data.dataset import Dataset
from data.load import ROOT
from data.report import report


def numbers_by_depth(file: Path) -> dict[str, int]:
    """Numbers per depth, counted in the file itself and not through the models."""
    record = yaml.safe_load(file.read_text(encoding="utf-8"))
    depth_of = {source["id"]: source["depth"] for source in record["sources"]}
    found: dict[str, int] = {}

    def visit(node: object, key: str, depth: str | None) -> None:
        if isinstance(node, dict):
            depth = depth_of[node["source"]] if "source" in node else depth
            for name, child in node.items():
                visit(child, name, depth)
        elif isinstance(node, list):
            for child in node:
                visit(child, key, depth)
        elif isinstance(node, int | float) and not isinstance(node, bool) and depth and key != "ci_level":
            found[depth] = found.get(depth, 0) + 1

    visit({name: child for name, child in record.items() if name != "sources"}, "", None)
    return found


def test_every_figure_is_counted_once_at_the_depth_it_was_read_at(dataset: Dataset) -> None:
    line = next(line for line in report(dataset) if line.startswith("Figures in studies"))
    told = re.fullmatch(r"Figures in studies: (\d+), by the depth they were read at: (.+)", line)
    assert told is not None
    total, listed = told.groups()
    shown = {depth: int(n) for n, depth in (part.split(" ") for part in listed.split(", "))}
    files = [numbers_by_depth(file) for file in sorted((ROOT / "studies").rglob("*.yaml"))]
    assert shown == {depth: sum(file.get(depth, 0) for file in files) for depth in shown}
    assert int(total) == sum(shown.values()) == sum(sum(file.values()) for file in files)
