"""What people take home, made when somebody asks for it: /print/en/lupus-a4.pdf, /print/en/diary.csv."""

from functools import cache, lru_cache

import htpy as h
from anyio import to_thread
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from components.prints.diary import diary_csv
from components.prints.ready_made import DIARY, make, ready_made
from components.ui.public import LIGHT, PRINT, coded_address
from content.text import DEFAULT, languages, load_words
from data.load import load_dataset

# Every print of one language, and no more memory than about 20 MB.
KEPT = 256
HOUR = {"cache-control": "public, max-age=3600"}
TABLE = f"{DIARY}.csv"


def print_routes() -> list[Route]:
    """One address per print and language; anything else under /print says kindly that it is not there."""
    return [
        Route(PRINT + "/{language}/{name}", _answer),
        Route(PRINT + "/{rest:path}", _missing),
        Route(PRINT, _missing),
    ]


async def _answer(request: Request) -> Response:
    language, name = request.path_params["language"], request.path_params["name"]
    if language not in languages() or name not in {*ready_made(load_dataset()), TABLE}:
        return await _missing(request)
    headers = {**HOUR, "content-language": language, "content-disposition": f'inline; filename="ldn-{name}"'}
    if name == TABLE:
        return Response(diary_csv(load_words(language)), media_type="text/csv", headers=headers)
    # Setting a page takes up to a fifth of a second of computing, so it must not stand in the way of other visitors.
    pdf = await to_thread.run_sync(print_file, language, name)
    return Response(pdf, media_type="application/pdf", headers=headers)


async def _missing(_: Request) -> Response:
    return HTMLResponse(missing_page(), status_code=404)


@cache
def missing_page() -> str:
    """What stands at an address without a print. It never repeats what was asked for."""
    words = load_words(DEFAULT)
    first = f"{LIGHT}/{DEFAULT}"
    page = h.html(lang=DEFAULT)[
        h.head[h.meta(charset="utf-8"), h.title[words("app.name")]],
        h.body[h.p[words("prints.missing"), " ", h.a(href=first)[words("evidence.title")]]],
    ]
    return str(page)


@lru_cache(maxsize=KEPT)
def print_file(language: str, name: str) -> bytes:
    """One print by its language and file name. Raises KeyError for a name we do not have."""
    dataset = load_dataset()
    one = ready_made(dataset)[name]
    return make(one, dataset, load_words(language), address=coded_address(one.subject, language))
