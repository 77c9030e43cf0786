"""Every light page is valid to a strict parser, has no id twice, and names nothing that is not there."""

import re
from collections import Counter

import html5lib
import pytest

from content.text import languages
from server.light_pages import light_addresses
from server.static_site import pages

IDS = re.compile(r'\sid="([^"]+)"')
PAGES = dict(pages())


def test_all_pages_are_looked_at() -> None:
    assert len(PAGES) == len(list(light_addresses())) * len(languages()) > 200


@pytest.mark.parametrize("kind", ["condition", "study", ""])
def test_every_page_is_valid_html(kind: str) -> None:
    chosen = {path: page for path, page in PAGES.items() if (path.split("/")[3:4] or [""])[0] == kind or not kind}
    if not kind:
        chosen = {path: page for path, page in chosen.items() if "/condition/" not in path and "/study/" not in path}
    assert chosen
    for path, page in chosen.items():
        parser = html5lib.HTMLParser(strict=False)
        parser.parse(page)
        assert [(error, path) for _, error, _ in parser.errors] == []


def test_no_id_stands_twice_on_a_page_and_no_reference_leads_nowhere() -> None:
    for path, page in PAGES.items():
        found = Counter(IDS.findall(page))
        assert [name for name, count in found.items() if count > 1] == [], path
        pointed = set(re.findall(r'(?:href="#|aria-labelledby="|aria-describedby="|for=")([^"]+)"', page))
        assert pointed <= set(found), path


def test_a_broken_page_would_be_found() -> None:
    parser = html5lib.HTMLParser(strict=False)
    parser.parse("<!doctype html><title>x</title><p><div></p></table>")
    assert parser.errors
