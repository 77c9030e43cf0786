"""Thousands of hostile addresses: never an exception, never a file from outside, never a visitor's text as markup."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.types import ASGIApp

import server.assets
from components.ui.registry import PAGES
from components.ui.url import _plain
from content.text import languages
from server.assets import CompressedAssets
from server.headers import SecurityHeaders
from server.index_page import IndexPage, prepared_page
from server.light_pages import light_routes
from server.light_pages import missing_page as missing_light_page
from server.prints import missing_page, print_routes
from tests.server.ask import Answer, ask

SLUGS = frozenset(page.slug for page in PAGES)
STACK = [Middleware(SecurityHeaders), Middleware(CompressedAssets), Middleware(IndexPage, slugs=SLUGS)]
APP: ASGIApp = Starlette(routes=[*light_routes(), *print_routes()], middleware=STACK)
PAYLOADS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "../../../../etc/passwd",
    "..%2f..%2fetc%2fpasswd",
    "javascript:alert(1)",
    "{{7*7}}",
    "${7*7}",
    "%00",
    "\r\nset-cookie: a=b",
    "' OR 1=1 --",
]
TEXTS = st.one_of(st.sampled_from(PAYLOADS), st.text(max_size=60))
STARTS = st.sampled_from(
    [
        "/",
        "/l/",
        "/l/en/condition/",
        "/l/en/study/",
        "/print/",
        "/print/en/",
        "/static/",
        "/static/../",
        "/evidence/",
        "/study",
    ]
)
KNOWN = frozenset({200, 301, 307, 404, 405})
# What an answer without a page says: never the address that was asked for.
NOTHING_TOLD = frozenset(
    {b"", b"Not Found", b"Method Not Allowed", missing_page().encode()}
    | {missing_light_page(language).encode() for language in languages()}
)


def hit(path: str, query: str = "", method: str = "GET") -> Answer:
    safe = query.encode("utf-8", "replace").decode("latin-1")
    return ask(lambda _: APP, path, safe, method)


def harmless(answer: Answer) -> None:
    assert answer.status in KNOWN
    assert "set-cookie" not in answer.headers
    assert answer.headers["content-security-policy"].startswith("default-src '")
    location = answer.headers.get("location", "/")
    assert location.startswith("/") and not location.startswith("//")
    assert b"root:x:0" not in answer.body


@settings(max_examples=1500, deadline=None)
@given(start=STARTS, tail=TEXTS, method=st.sampled_from(["GET", "HEAD", "POST", "DELETE"]))
def test_no_path_breaks_the_server_or_leaves_its_folder(start: str, tail: str, method: str) -> None:
    answer = hit(start + tail.encode("utf-8", "replace").decode("utf-8"), method=method)
    harmless(answer)
    if answer.status != 200:
        assert answer.body in NOTHING_TOLD


@settings(max_examples=1000, deadline=None)
@given(
    path=st.sampled_from([f"/{slug}" for slug in sorted(SLUGS)]),
    name=st.sampled_from(["lang", "condition", "x"]),
    text=TEXTS,
)
def test_no_query_reaches_the_page(path: str, name: str, text: str) -> None:
    answer = hit(path, f"{name}={text}")
    harmless(answer)
    # The page is the one everybody gets, to the byte: nothing of the query is in it.
    assert answer.status == 200
    assert answer.body in [prepared_page(language, path.strip("/")).encode() for language in languages()]


@settings(max_examples=1000, deadline=None)
@given(TEXTS)
def test_a_strangers_text_in_a_note_is_letters_digits_and_hyphens(text: str) -> None:
    shown = _plain(text)
    assert 0 < len(shown) <= 41
    assert not set(shown) & set("<>&\"'`[]()_*#:/\\.@$|~!{}")


def test_an_asset_path_never_reads_outside_its_folder() -> None:
    outside = Path(server.assets.FOLDER).parent / "index.html"
    assert outside.is_file()
    assert hit("/static/../index.html").status in (307, 404)
    assert b"Streamlit" not in hit("/static/..%2findex.html").body
