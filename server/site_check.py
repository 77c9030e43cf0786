"""Checks a written site: every page is valid HTML, and every link and anchor leads to something that is there."""

import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

import html5lib

# Attributes that name an id of the same page, and those that lead somewhere.
WITHIN = ("aria-labelledby", "aria-describedby", "for", "popovertarget")
LEADING = ("href", "src")
# Shown at whatever address is not there, so its links are written from the root of the host.
ANYWHERE = "404.html"


@dataclass
class _Page:
    """What a strict parser found on one page."""

    errors: list[str]
    ids: Counter[str] = field(default_factory=Counter)
    within: set[str] = field(default_factory=set)
    links: set[str] = field(default_factory=set)


def faults_in(folder: Path, base: str | None) -> list[str]:
    """What is wrong in a written site, each with its file and what to do; `base` is the site's public address."""
    pages = {file.relative_to(folder).as_posix(): _read(file) for file in sorted(folder.rglob("*.html"))}
    faults = []
    for path, page in pages.items():
        faults += [f"{path}: {fault}" for fault in (*_own_faults(page), *_dead_links(path, page, pages, folder, base))]
    map_of_site = folder / "sitemap.xml"
    if base and map_of_site.is_file():
        for address in re.findall(r'<loc>([^<]*)</loc>|href="([^"]*)"', map_of_site.read_text(encoding="utf-8")):
            if why := _dead("sitemap.xml", unescape("".join(address)), pages, folder, base):
                faults.append(f"sitemap.xml: {why}")
    return faults


def _read(file: Path) -> _Page:
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(file.read_text(encoding="utf-8"))
    page = _Page([f"line {place[0]} is not valid HTML ({error})" for place, error, _ in parser.errors])
    for element in tree.iter():
        page.ids.update([element.attrib["id"]] if "id" in element.attrib else [])
        page.within.update(one for name in WITHIN for one in element.attrib.get(name, "").split())
        page.links.update(element.attrib[name] for name in LEADING if name in element.attrib)
        if element.attrib.get("http-equiv") == "refresh":
            page.links.add(element.attrib["content"].partition("url=")[2])
    return page


def _own_faults(page: _Page) -> Iterator[str]:
    yield from (f"{error}. Mend the markup where it is written." for error in page.errors)
    for name, times in page.ids.items():
        if times > 1:
            yield f'id "{name}" stands {times} times. Give each element an id of its own.'
    for name in sorted(page.within - set(page.ids)):
        yield f'"{name}" is named, and no element has this id. Name one that is there, or drop the attribute.'


def _dead_links(path: str, page: _Page, pages: Mapping[str, _Page], folder: Path, base: str | None) -> Iterator[str]:
    return filter(None, (_dead(path, link, pages, folder, base) for link in sorted(page.links)))


def _dead(path: str, link: str, pages: Mapping[str, _Page], folder: Path, base: str | None) -> str:
    """Why a link of the file at `path` leads nowhere; empty when it leads somewhere, or out of the site."""
    whole, prefix = urlsplit(link), urlsplit(base or "").path
    if base and link.startswith(f"{base}/"):
        way = whole.path.removeprefix(f"{prefix}/")
    elif whole.scheme or whole.netloc:
        return ""
    elif whole.path.startswith("/"):
        if path != ANYWHERE or not whole.path.startswith(f"{prefix}/"):
            return f"{link} starts at the root of the host, where the site may not stand. Write it as a relative link."
        way = whole.path.removeprefix(f"{prefix}/")
    else:
        way = posixpath.normpath(posixpath.join(posixpath.dirname(path), whole.path)) if whole.path else path
        way += "/" if whole.path.endswith("/") else ""
    target = unquote(way).removeprefix("./")
    if not target or target.endswith("/"):
        target += "index.html"
    if target.startswith("../") or not (folder / target).is_file():
        return f"{link} leads to {target}, which is not in the site. Mend the link, or write that page too."
    if whole.fragment and target in pages and unquote(whole.fragment) not in pages[target].ids:
        return f'{link} leads to {target}, where no id is "{whole.fragment}". Mend the link, or give the id.'
    return ""
