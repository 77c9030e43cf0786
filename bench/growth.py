"""What more studies do to a page: the shipped dataset beside one copied until it holds 1,000, made for this alone."""

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from bench.figures import Spread
from bench.loads import READY_OURS, Target, measure
from bench.serving import ROOT, free_port, ours, serving
from tests.browser.conftest import QUIET
from tests.browser.ensure_browser import find_browser

MANY = 1000
PAGES = ("evidence", "studies", "condition?condition=fibromyalgia")
COPIED = ("app.py", "serve.py", "views", "content", "data", "components", "server", "static", ".streamlit")


def grown(home: Path) -> Path:
    """A copy of the dashboard whose dataset holds 1,000 studies."""
    home.mkdir()
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, home / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, home / name)
    studies = home / "data" / "studies"
    files = sorted(studies.glob("*.yaml"))
    for number in range(MANY - len(files)):
        source = files[number % len(files)]
        name = f"{source.stem}-copy-{number}"
        lines = [
            line
            for line in source.read_text(encoding="utf-8").splitlines()
            if not line.startswith(("called:", "secondary_to:"))
        ]
        lines[lines.index(f"id: {source.stem}")] = f'id: {name}\ncalled: "Copy {number}"'
        (studies / f"{name}.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return home


def main(runs: int) -> dict[str, dict[str, dict[str, Spread]]]:
    """Loads of the pages with most studies, at each size."""
    found = {}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=QUIET)
        for name, home in (("shipped", ROOT), (f"{MANY} studies", grown(Path(folder) / "home"))):
            with serving(ours(port := free_port()), port, cwd=home) as server:
                targets = [Target(page, f"{server.address}/{page}", READY_OURS) for page in PAGES]
                found[name] = measure(runs, browser, targets, phone=False)
        browser.close()
    return found
