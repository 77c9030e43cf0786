"""Thousands of hostile addresses: never an exception, never a file from outside, never a visitor's text as markup."""

import gzip
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from threading import Event
from typing import Any

import brotli
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.types import ASGIApp
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

import serve
import server.assets
from components.ui.registry import PAGES
from components.ui.side_by_side import NAME as COMPARED
from components.ui.url import _plain
from content.text import languages
from data.find import FACETS
from server.discovery import discovery_routes
from server.gate import Gate
from server.index_page import prepared_page
from server.light_pages import light_routes
from server.light_pages import missing_page as missing_light_page
from server.prints import missing_page, print_routes
from tests.server.ask import Answer, ask

SLUGS = frozenset(page.slug for page in PAGES)
# What the server itself answers, with everything that stands before Streamlit, and as behind a proxy that is believed.
believing: Any = ProxyHeadersMiddleware  # typed more narrowly than what it wraps
APP: ASGIApp = believing(
    Starlette(
        routes=[*discovery_routes(Event()), *light_routes(), *print_routes()], middleware=serve.app._user_middleware
    ),
    trusted_hosts="*",
)
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


ASKED_OF_ADDRESS = re.compile(
    r"""(?:follow_address|choice_in_address|choose|put|remember)\(\s*"(\w+)"|query_params(?:\.\w+)?[\[(]"(\w+)\""""
)
ROOT = Path(__file__).parents[2]
SOURCES = [*(ROOT / "views").rglob("*.py"), *(ROOT / "components" / "ui").glob("*.py")]
# Every name a page looks for in the address, and some that mean something elsewhere.
NAMES = sorted(
    {
        *(name for path in SOURCES for found in ASKED_OF_ADDRESS.findall(path.read_text("utf-8")) for name in found),
        *FACETS, "show", "dose", "length", COMPARED, *SLUGS, "at", "v", "__proto__", "constructor", "embed",
        "embed_options", "\0", "",
    }
)  # fmt: skip
RECORDS = {"condition": "fibromyalgia", "study": "younger-2013-fibromyalgia"}


def hit(path: str, query: str = "", method: str = "GET", headers: Sequence[tuple[str, str]] = ()) -> Answer:
    safe = query.encode("utf-8", "replace").decode("latin-1")
    return ask(lambda _: APP, path, safe, method, headers=headers)


def harmless(answer: Answer) -> None:
    assert answer.status in KNOWN
    assert "set-cookie" not in answer.headers
    assert answer.headers["content-security-policy"].startswith("default-src '")
    location = answer.headers.get("location", "/")
    assert location.startswith("/") and not location.startswith("//")
    assert b"root:x:0" not in answer.body


@settings(max_examples=800, deadline=None)
@given(start=STARTS, tail=TEXTS, method=st.sampled_from(["GET", "HEAD", "POST", "DELETE"]))
def test_no_path_breaks_the_server_or_leaves_its_folder(start: str, tail: str, method: str) -> None:
    answer = hit(start + tail.encode("utf-8", "replace").decode("utf-8"), method=method)
    harmless(answer)
    if answer.status != 200:
        assert answer.body in NOTHING_TOLD


def test_all_names_the_pages_look_for_are_attacked() -> None:
    assert {"lang", "condition", "study", "search", "cell", "first", "lens", "compare", "question", "step", "hour"} <= {
        *NAMES
    }


@settings(max_examples=1000, deadline=None)
@given(
    path=st.sampled_from([f"/{slug}" for slug in sorted(SLUGS)]),
    asked=st.lists(
        st.tuples(
            st.sampled_from(NAMES),
            st.one_of(TEXTS, st.sampled_from([*RECORDS.values(), "\0", "%00", "[]", "en", "xx", "a" * 20_000])),
        ),
        min_size=1,
        max_size=4,
    ),
)
def test_no_query_reaches_the_page(path: str, asked: list[tuple[str, str]]) -> None:
    answer = hit(path, "&".join(f"{name}={text}" for name, text in asked))
    harmless(answer)
    # The page is one of those everybody gets, to the byte: nothing of the query is in it.
    slug = path.strip("/")
    assert answer.status == 200
    assert answer.body in [
        prepared_page(language, slug, record).encode()
        for language in languages()
        for record in {"", RECORDS.get(slug, "")}
    ]


# No name of a host holds this, and nothing of ours does: wherever it turns up, it came from the visitor.
MARK = "zq7<i>"
ATTACKED = (
    "origin", "accept-encoding", "x-forwarded-for", "x-forwarded-proto", "x-forwarded-host", "x-forwarded-port",
    "forwarded", "if-none-match", "if-modified-since", "range", "accept-language", "cookie", "user-agent", "referer",
    "sec-websocket-protocol",
)  # fmt: skip
VALUES = st.one_of(
    st.sampled_from([*PAYLOADS, *(MARK + text for text in PAYLOADS), "*", "null", "\0", "\xff", MARK, "a" * 70_000]),
    st.sampled_from(
        ["bytes=0-4", "bytes=-1", "bytes=9999999-", "bytes=0-1,3-4", "br;q=", ";" * 5000, "," * 5000, "br;q=1e999",
         "W/" * 5000, '"x"', "https", "wss", "[::1]", "a.example:99999", "a@b.example", "http://[", "//", "a.example#"]
    ),
    st.text(st.characters(max_codepoint=255), max_size=40).map(lambda text: MARK + text),
)  # fmt: skip
PLACES = (
    "/", "/condition", "/study", "/nonsense", "/l", "/l/en", "/l/en/safety", "/l/en/condition/fibromyalgia", "/l/xx",
    "/robots.txt", "/sitemap.xml", "/health", "/ready", "/print/en/diary.csv", "/print/en/x", "/static/nothing.js",
    "/app/static/icon.svg", "/app/static/share.png", "/app/static/fonts/OFL.txt", "/_stcore/metrics",
)  # fmt: skip
NAME_THE_HOST = ("/robots.txt", "/sitemap.xml")


@cache
def usual(path: str) -> Answer:
    """What everybody gets there."""
    return hit(path, headers=[("host", "kiosk.local")])


def unpacked(answer: Answer) -> bytes:
    """The body as it reads."""
    packing = answer.headers.get("content-encoding", "")
    if packing == "br":
        return bytes(brotli.decompress(answer.body))
    return gzip.decompress(answer.body) if packing == "gzip" else answer.body


@settings(max_examples=800, deadline=None)
@given(
    path=st.one_of(st.sampled_from(PLACES), st.sampled_from(NAME_THE_HOST)),
    host=st.one_of(VALUES, st.just("kiosk.local")),
    headers=st.lists(st.tuples(st.sampled_from(ATTACKED), VALUES), max_size=4),
    query=st.sampled_from(["", "v=1", f"v={MARK}"]),
)
def test_no_header_breaks_the_server_changes_an_answer_or_comes_back(
    path: str, host: str, headers: list[tuple[str, str]], query: str
) -> None:
    answer = hit(path, query, headers=[("host", host), *headers])
    expected = usual(path)
    if path in NAME_THE_HOST:
        assert answer.status in (200, 404)
    else:
        assert answer.status == expected.status
        assert unpacked(answer) == expected.body
    for name, value in answer.headers.items():
        assert MARK not in value, name
        assert not set(value) & set("\r\n\0"), name
    assert MARK.encode() not in unpacked(answer)
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "set-cookie" not in answer.headers
    assert answer.headers.get("location", "/")[:2] in ("/", "/?", "/l")


def test_the_attack_on_headers_reaches_every_kind_of_answer() -> None:
    statuses = {path: usual(path).status for path in PLACES}
    assert {200, 307, 404, 503} == set(statuses.values())
    assert [path for path, status in statuses.items() if status == 503] == ["/ready"], "nothing is warmed in a test"


ORIGINS = st.one_of(VALUES, VALUES.map("https://".__add__), st.just("https://kiosk.local"))


@settings(max_examples=400, deadline=None)
@given(origins=st.lists(ORIGINS, min_size=1, max_size=2), host=st.one_of(st.just("kiosk.local"), VALUES))
def test_no_foreign_origin_opens_the_stream(origins: list[str], host: str) -> None:
    answer = ask(Gate, "/_stcore/stream", kind="websocket", headers=[("host", host), *(("origin", o) for o in origins)])
    if answer.passed_on:
        assert origins == [f"https://{host}"]
    else:
        assert answer.sent == [{"type": "websocket.close", "code": 1008}]


@settings(max_examples=600, deadline=None)
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
