"""What a browser already has is not sent again."""

from collections.abc import Callable
from threading import Event

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from components.ui.registry import PAGES
from server.assets import OUR_FOLDER, OUR_PREFIX, CompressedAssets
from server.discovery import discovery_routes
from server.index_page import IndexPage
from server.light_pages import light_routes
from server.prints import print_routes
from server.unchanged import Unchanged
from tests.server.ask import Answer, ask

APP = Starlette(
    routes=[*light_routes(), *print_routes(), *discovery_routes(Event())],
    middleware=[
        Middleware(Unchanged),
        Middleware(CompressedAssets, folder=OUR_FOLDER, prefix=OUR_PREFIX, versioned=True),
        Middleware(IndexPage, slugs=frozenset(page.slug for page in PAGES)),
    ],
)
PLACES = [
    "/",
    "/condition",
    "/l/en",
    "/l/en/safety",
    "/print/en/diary.csv",
    "/app/static/icon.svg",
    "/app/static/share.png",
]


def get(path: str, known: str = "", *, accept: str = "br", method: str = "GET", query: str = "") -> Answer:
    headers = [("host", "kiosk.local"), *([("if-none-match", known)] if known else [])]
    return ask(lambda _: APP, path, query, method, accept=accept, headers=headers)


@pytest.mark.parametrize("path", PLACES)
def test_a_browser_that_names_the_tag_of_what_it_has_gets_no_body(path: str) -> None:
    first = get(path)
    assert first.status == 200 and first.body
    for known in (first.headers["etag"], f'"other", W/{first.headers["etag"]}'):
        again = get(path, known)
        assert (again.status, again.body) == (304, b"")
        assert again.headers["etag"] == first.headers["etag"]
        assert again.headers["cache-control"] == first.headers["cache-control"]
        assert not [name for name in again.headers if name.startswith("content-")]


@pytest.mark.parametrize("path", PLACES)
def test_a_browser_that_has_something_else_gets_all_of_it(path: str) -> None:
    first = get(path)
    for known in ('"other"', "*", first.headers["etag"].strip('"'), first.headers["etag"] + "x", "\xff,,"):
        again = get(path, known)
        assert (again.status, again.body) == (200, first.body)


def test_the_tag_tells_contents_and_encodings_apart() -> None:
    tags = [get(path, accept=accept).headers["etag"] for path in ("/l/en", "/l/en/safety") for accept in ("br", "gzip")]
    assert len(set(tags)) == 4


def test_what_is_kept_for_ever_or_never_carries_no_tag() -> None:
    assert "etag" not in get("/app/static/icon.svg", query="v=1").headers
    assert "etag" not in get("/health").headers
    assert get("/health").status == 200


def answered(make: Callable[[], Response], known: str = '"x"', method: str = "GET") -> Answer:
    async def answer(_: Request) -> Response:
        return make()

    app = Unchanged(Starlette(routes=[Route("/", answer)]))
    return ask(lambda _: app, headers=[("if-none-match", known)], method=method)


KEPT = {"cache-control": "no-cache"}


def test_errors_and_answers_in_pieces_are_left_alone() -> None:
    tag = answered(lambda: Response("words", headers=KEPT)).headers["etag"]
    assert answered(lambda: Response("words", headers=KEPT), tag).status == 304
    assert answered(lambda: Response("words", status_code=404, headers=KEPT), tag).text == "words"
    assert answered(lambda: Response("words"), tag).text == "words"

    async def in_pieces(_: Scope, __: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": [(b"cache-control", b"no-cache")]})
        await send({"type": "http.response.body", "body": b"wo", "more_body": True})
        await send({"type": "http.response.body", "body": b"rds"})

    pieces = ask(lambda _: Unchanged(in_pieces), headers=[("if-none-match", tag)])
    assert (pieces.status, pieces.text, "etag" in pieces.headers) == (200, "words", False)


def test_streams_and_other_questions_are_left_alone() -> None:
    assert ask(Unchanged, kind="websocket").passed_on
    answer = ask(Unchanged, method="POST")
    assert (answer.status, answer.body) == (299, b"behind")
