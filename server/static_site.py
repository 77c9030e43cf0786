"""All light pages as files that any file host can serve: `make site`, or `python -m server.static_site FOLDER`."""

import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from components.ui.public import VARIABLE, light_path, public_url
from content.text import languages
from server.discovery import robots, sitemap
from server.light_pages import light_addresses, light_page

ROOT = Path(__file__).parents[1]
LIVE = re.compile(r'<p class="live">.*?</p>')
ASSETS = ("static/icon.svg", "static/share.png")


def pages() -> Iterator[tuple[str, str]]:
    """Address and HTML of every light page in every language."""
    for paths in light_addresses():
        for language, path in paths.items():
            _, _, _, *rest = path.split("/")
            page, record = (*rest, "", "")[:2]
            yield path, light_page(page or "evidence", language, record)


def write_site(folder: Path) -> int:
    """Write the site, replacing what an earlier run wrote; the answer is the number of pages."""
    count = 0
    for address, html in pages():
        file = folder / address.strip("/") / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        # A file host has no dashboard to open.
        file.write_text(LIVE.sub("", html), encoding="utf-8")
        count += 1
    for asset in ASSETS:
        target = folder / "app" / asset
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / asset, target)
    first = light_path("evidence", languages()[0])
    redirect = f'<!doctype html><meta http-equiv="refresh" content="0; url={first}"><a href="{first}">{first}</a>'
    (folder / "index.html").write_text(redirect, encoding="utf-8")
    base = public_url()
    if base:
        (folder / "robots.txt").write_text(robots(base), encoding="utf-8")
        (folder / "sitemap.xml").write_text(sitemap(base), encoding="utf-8")
    return count


def main(arguments: list[str]) -> int:
    """Write the site to the folder named, or to `site`."""
    folder = Path(arguments[0]) if arguments else ROOT / "site"
    print(f"{write_site(folder)} pages in {folder}")
    if public_url() is None:
        print(f"No sitemap, and links to share are relative: say where the site will stand with {VARIABLE}=https://...")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
