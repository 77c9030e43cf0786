"""Finds a Chromium for the browser tests, or installs one. Prints where it is."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "google-chrome", "google-chrome-stable", "chromium-browser", "chrome")
PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "~/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "$PROGRAMFILES/Google/Chrome/Application/chrome.exe",
    "${PROGRAMFILES(X86)}/Google/Chrome/Application/chrome.exe",
    "$LOCALAPPDATA/Google/Chrome/Application/chrome.exe",
    "$LOCALAPPDATA/Chromium/Application/chrome.exe",
)
ASK_PLAYWRIGHT = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""


def find_browser() -> Path | None:
    """The Chromium to test with: CHROMIUM_PATH, else an installed one, else Playwright's own, else None."""
    if chosen := os.environ.get("CHROMIUM_PATH"):
        return _file(chosen)
    on_path = [shutil.which(name) for name in NAMES]
    usual = [os.path.expanduser(os.path.expandvars(place)) for place in PLACES]
    installed = (Path(path) for path in (*on_path, *usual) if path and _file(path))
    return next(installed, None) or _playwright_browser()


def ensure_browser() -> Path | None:
    """The Chromium to test with, installed if need be; None if that failed too."""
    browser = find_browser()
    for install in (_install_with_apt, _install_with_playwright):
        if browser or os.environ.get("CHROMIUM_PATH"):
            return browser
        browser = find_browser() if install() else None
    return browser


def _file(path: str) -> Path | None:
    return Path(path) if Path(path).is_file() else None


def _playwright_browser() -> Path | None:
    answer = subprocess.run([sys.executable, "-c", ASK_PLAYWRIGHT], capture_output=True, text=True)
    return _file(answer.stdout.strip()) if answer.returncode == 0 else None


def _install_with_apt() -> bool:
    """Debian's own package: brings every library it needs. Only root may install it."""
    if sys.platform != "linux" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    print("Installing Chromium with apt-get (first time only, about a minute)...", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["update"], ["install", "-y", "--no-install-recommends", "chromium"]):
        ended = subprocess.run(["apt-get", *step], env=environment, stdout=subprocess.DEVNULL)
    return ended.returncode == 0


def _install_with_playwright() -> bool:
    print("Installing Chromium with Playwright (first time only, about a minute)...", flush=True)
    return subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"]).returncode == 0


def main() -> int:
    """Print the browser's path; if there is none, say what to do and return 1."""
    if browser := ensure_browser():
        print(f"Browser: {browser}")
        return 0
    print("No Chromium: install Chromium or Chrome, or set CHROMIUM_PATH to the program.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
