"""Small addresses for machines: is it alive, is it ready, what may be indexed, which pages are there."""

from functools import partial
from html import escape
from threading import Event

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from components.ui.public import public_url
from content.text import languages
from data.load import load_dataset
from server.hosts import plain_host
from server.light_pages import light_addresses

HOUR = {"cache-control": "public, max-age=3600"}
OWN_HOUR = {"cache-control": "private, max-age=3600", "vary": "host"}
FRESH = {"cache-control": "no-store"}


def discovery_routes(warmed: Event) -> list[Route]:
    """/health, /ready, /robots.txt and /sitemap.xml. `warmed` is set once the server is ready for visitors."""
    return [
        Route("/health", _health),
        Route("/ready", partial(_ready, warmed=warmed)),
        Route("/robots.txt", _robots),
        Route("/sitemap.xml", _sitemap),
    ]


async def _health(_: Request) -> Response:
    return PlainTextResponse("ok", headers=FRESH)


async def _ready(_: Request, warmed: Event) -> Response:
    """503 until the dataset is loaded and the first pictures are drawn."""
    if not warmed.is_set():
        return JSONResponse({"ready": False}, status_code=503, headers=FRESH)
    dataset = load_dataset()
    told = {"ready": True, "dataset": dataset.release.version, "studies": len(dataset.studies)}
    return JSONResponse(told, headers=FRESH)


async def _robots(request: Request) -> Response:
    return PlainTextResponse(robots(_base(request)), headers=_kept())


async def _sitemap(request: Request) -> Response:
    base = _base(request)
    if not base:
        return PlainTextResponse("Not Found", status_code=404, headers=FRESH)
    return Response(sitemap(base), media_type="application/xml", headers=_kept())


def _base(request: Request) -> str:
    """Where these pages stand: as told by whoever runs this, else as asked for; "" where that is no plain name."""
    host = plain_host(request.scope)
    return public_url() or (f"{request.url.scheme}://{host}" if host else "")


def _kept() -> dict[str, str]:
    """What names the host it was asked under is that visitor's own."""
    return HOUR if public_url() else OWN_HOUR


def robots(base: str) -> str:
    """Everything may be read; the dashboard's stream is no page."""
    where = f"Sitemap: {base}/sitemap.xml\n" if base else ""
    return f"User-agent: *\nAllow: /\nDisallow: /_stcore/\n{where}"


def sitemap(base: str) -> str:
    """Every light page, with the same page in the other languages beside it."""
    checked = load_dataset().release.checked.isoformat()
    entries = []
    for pages in light_addresses():
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang="{language}" href="{escape(base + path)}"/>'
            for language, path in pages.items()
        )
        entries += [
            f"<url><loc>{escape(base + pages[language])}</loc><lastmod>{checked}</lastmod>{links}</url>"
            for language in languages()
        ]
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        f'xmlns:xhtml="http://www.w3.org/1999/xhtml">{"".join(entries)}</urlset>\n'
    )
