"""All light pages as files that any file host can serve: `make site`, or `python -m server.static_site FOLDER`."""

import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from content.text import languages
from data.load import load_dataset
from server.light_pages import light_page, light_path

ROOT = Path(__file__).parents[1]
LIVE = re.compile(r'<p class="live">.*?</p>')
ASSETS = ("static/fonts", "static/icon.svg")


def pages() -> Iterator[tuple[str, str]]:
    """Address and HTML of every light page in every language."""
    dataset = load_dataset()
    for language in languages():
        for page in ("evidence", "side-effects", "safety"):
            yield light_path(page, language), light_page(page, language)
        for page, records in (("condition", dataset.conditions), ("study", dataset.studies)):
            for record in records:
                yield light_path(page, language, record.id), light_page(page, language, record.id)


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
        source, target = ROOT / asset, folder / "app" / asset
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, dirs_exist_ok=True)
        else:
            shutil.copy(source, target)
    first = light_path("evidence", languages()[0])
    redirect = f'<!doctype html><meta http-equiv="refresh" content="0; url={first}"><a href="{first}">{first}</a>'
    (folder / "index.html").write_text(redirect, encoding="utf-8")
    return count


def main(arguments: list[str]) -> int:
    """Write the site to the folder named, or to `site`."""
    folder = Path(arguments[0]) if arguments else ROOT / "site"
    print(f"{write_site(folder)} pages in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
