"""All light pages as files that any file host can serve: `make site`, or `python -m server.static_site FOLDER`.

Its pages lead to each other by relative links, so the folder can stand anywhere: at the root of a host or below it.
"""

import posixpath
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import htpy as h

from components.ui.public import LIGHT, VARIABLE, light_path, public_url
from content.text import languages, load_words
from server.discovery import robots, sitemap
from server.light_pages import light_addresses, light_page, missing_page
from server.site_check import faults_in
from server.site_folder import replace_files

ROOT = Path(__file__).parents[1]
LIVE = re.compile(r'<p class="live">.*?</p>')
FROM_ROOT = re.compile(r' href="(/[^"#]*)')
ASSETS = ("static/icon.svg", "static/share.png")


def pages() -> Iterator[tuple[str, str]]:
    """Address and HTML of every light page in every language."""
    for paths in light_addresses():
        for language, path in paths.items():
            _, _, _, *rest = path.split("/")
            page, record = (*rest, "", "")[:2]
            yield path, light_page(page or "evidence", language, record)


def site_files(base: str | None) -> dict[str, bytes]:
    """Every file of the site by its path; `base` is the public address of the folder they will stand in."""
    files = {f"{address[1:]}/index.html": _for_file_host(html, address, base) for address, html in pages()}
    # A host shows it at whatever address was asked for, so its links cannot be relative.
    files["404.html"] = _for_file_host(missing_page(languages()[0]), None, base)
    files["index.html"] = _first_page()
    if base:
        files["robots.txt"] = robots(base)
        files["sitemap.xml"] = _with_slashes(sitemap(base), base)
    written = {path: text.encode() for path, text in files.items()}
    return written | {f"app/{asset}": (ROOT / asset).read_bytes() for asset in ASSETS}


def write_site(folder: Path) -> int:
    """Write the site, replacing what an earlier run wrote; the answer is the number of pages.

    Raises ValueError when something else stands in the folder.
    """
    files = site_files(public_url())
    replace_files(folder, files)
    return sum(path.startswith(f"{LIGHT[1:]}/") for path in files)


def _for_file_host(html: str, address: str | None, base: str | None) -> str:
    """A light page as a file host serves it: in a folder of its own, and with no dashboard to open."""
    prefix = urlsplit(base or "").path

    def moved(found: re.Match[str]) -> str:
        target = found[1] if "." in posixpath.basename(found[1]) else f"{found[1]}/"
        if address is None:
            return f' href="{prefix}{target}'
        way = posixpath.relpath(target, address)
        return f' href="{way}/' if target.endswith("/") else f' href="{way}'

    moved_html = FROM_ROOT.sub(moved, LIVE.sub("", html))
    return _with_slashes(moved_html, base) if base else moved_html


def _with_slashes(text: str, base: str) -> str:
    """Public addresses of pages as a file host answers them without leading on: with a slash at the end."""
    return re.sub(rf'({re.escape(base + LIGHT)}/[^"<#]*[^"<#/])(?=["<#])', r"\1/", text)


def _first_page() -> str:
    """Leads to the overview at once; with a plain link where a browser does not."""
    words = load_words(languages()[0])
    first = f"{light_path('evidence', words.language)[1:]}/"
    page = h.html(lang=words.language)[
        h.head[
            h.meta(charset="utf-8"),
            h.meta(name="viewport", content="width=device-width, initial-scale=1"),
            h.title[words("app.name")],
            h.meta(http_equiv="refresh", content=f"0; url={first}"),
        ],
        h.body[h.h1[words("app.name")], h.p[h.a(href=first)[words("evidence.title")]]],
    ]
    return str(page)


def main(arguments: list[str]) -> int:
    """Write the site to the folder named, or to `site`, and check what was written."""
    folder = Path(arguments[0]) if arguments else ROOT / "site"
    try:
        base = public_url()
        count = write_site(folder)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    if faults := faults_in(folder, base):
        print(*faults, sep="\n", file=sys.stderr)
        return 1
    print(f"{count} pages in {folder}, every link and anchor followed")
    if base is None:
        print(
            f"No sitemap, and 404.html suits the root of a host only: say where the site will stand with "
            f"{VARIABLE}=https://..."
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
