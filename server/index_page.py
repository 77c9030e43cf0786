"""The HTML page every visit starts with: right language, title, words before JavaScript, no needless requests.

Streamlit sends one fixed page for all addresses. Ours, prepared once per language, page and record, names the language,
carries readable words for the seconds before React (and for visitors without JavaScript), preloads our font instead of
Streamlit's, and tells the front end where its server is, which saves two failing requests on every deep link.
"""

import html
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from urllib.parse import parse_qs

import streamlit
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.charts.look import STYLE_SHEET
from components.ui.frame import LOST, STYLE
from components.ui.picture import SCRIPTS, picture_address
from components.ui.public import absolute
from content.text import DEFAULT, languages, load_words
from data.load import load_dataset
from server.assets import BOLD, FACES, ICONS, LETTERS
from server.chunks import scripts_for
from server.compression import compressed, encoding_for
from server.first_words import first_words, record_in

SOURCE = Path(streamlit.__file__).parent / "static" / "index.html"
FONTS = (LETTERS, BOLD, ICONS)
# HOST_CONFIG must name at least one origin or Streamlit asks for it again; no page is ever framed from this one.
CLIENT = """<script>window.__streamlit={BACKEND_BASE_URL:location.origin,\
HOST_CONFIG:{allowedOrigins:["https://localhost"],useExternalAuthToken:false}}</script>"""
EARLY_SOCKET = re.sub(
    r"^ *//.*\n|^ +", "", (Path(__file__).parent / "early_socket.js").read_text("utf-8"), flags=re.MULTILINE
)
# Addresses with a handler of their own: Streamlit's folders, "l" for the light pages, "print" for what is printed.
ASSETS = frozenset({"media", "component", "app", "l", "print", "health", "ready", "robots.txt", "sitemap.xml"})
# What may stand behind an address in a sentence that somebody copied it from.
SENTENCE_END = ".,;:!?)"
# The page's final size, width and paddings from its first moment: Streamlit sets them one after the other while the
# words already stand, and everything jumps each time.
GROUND = """<style>html{background:#fbfaf7;color:#0d191f;font-size:18px}\
@media(prefers-color-scheme:dark){html{background:#10191e;color:#e8eef0}}\
.stMainBlockContainer{max-width:none!important;padding-top:4.2rem!important}\
@media(min-width:880px){.stMainBlockContainer{padding-left:5rem!important;padding-right:5rem!important}}</style>"""
# The words stand first. What is left of Streamlit's own style sheet is about formulas, which no page of ours shows, so
# nothing waits for it. And seventy hints of scripts at once keep two cores from drawing: they come after the first
# frame (a page opened in the background draws none, and asks for each script when it needs it).
LATE_STYLE = """<link rel="stylesheet" media="print" onload="this.media='all'\""""
HINT = re.compile(r'<link rel="modulepreload"[^>]*>')
AFTER_WORDS = """<template id="ldn-hints">{hints}</template><script>requestAnimationFrame(() => setTimeout(() => {{
  document.head.append(document.getElementById("ldn-hints").content);
}}))</script></body>"""


class IndexPage:
    """Middleware that answers page requests with the prepared page and leaves everything else alone.

    `slugs` are the addresses of our pages. An address we do not have leads a person to the page that was meant, or to
    the start page, which says so; whatever asks for anything but a page there hears that it is not here.
    """

    def __init__(self, app: ASGIApp, slugs: frozenset[str]) -> None:
        self.app = app
        self.slugs = slugs

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a browser that asks for a page; pass on assets, streams and everything else."""
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD") or not _is_page(scope):
            await self.app(scope, receive, send)
            return
        slug = str(scope["path"]).strip("/")
        asked = Headers(scope=scope)
        query = scope.get("query_string", b"").decode("latin-1")
        choices = parse_qs(query)
        if slug not in self.slugs:
            if "text/html" in asked.get("accept", ""):
                elsewhere: ASGIApp = RedirectResponse(self._meant(slug, query, _language(choices)))
            else:
                elsewhere = PlainTextResponse("Not Found", status_code=404)
            await elsewhere(scope, receive, send)
            return
        encoding = encoding_for(asked.get("accept-encoding", ""))
        page = prepared_page(_language(choices), slug, record_in(slug, choices, load_dataset()))
        body = compressed(page.encode(), encoding)
        headers = [
            (b"content-type", b"text/html; charset=utf-8"),
            (b"content-length", str(len(body)).encode()),
            (b"cache-control", b"no-cache"),
            (b"x-content-type-options", b"nosniff"),
            (b"referrer-policy", b"no-referrer"),
            (b"vary", b"accept-encoding"),
            *([(b"content-encoding", encoding.encode())] if encoding else []),
        ]
        start: Message = {"type": "http.response.start", "status": 200, "headers": headers}
        await send(start)
        await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body})

    def _meant(self, slug: str, query: str, language: str) -> str:
        """The page of ours that was meant, with its choices; else the start page, which says that this is not here."""
        meant = slug.rstrip(SENTENCE_END).casefold()
        if meant and meant in self.slugs:
            return f"/{meant}?{query}" if query else f"/{meant}"
        return f"/?{LOST}=1" + ("" if language == DEFAULT else f"&lang={language}")


def _is_page(scope: Scope) -> bool:
    """Everything but Streamlit's own folders and our files is meant as a page; an asset we have was answered before."""
    first = str(scope["path"]).strip("/").split("/")[0]
    return first not in ASSETS and not first.startswith("_")


def _language(choices: dict[str, list[str]]) -> str:
    asked = choices.get("lang", [DEFAULT])[0]
    return asked if asked in languages() else DEFAULT


@cache
def prepared_page(language: str, slug: str = "", record: str = "") -> str:
    """Streamlit's page with our head and first words, and the scripts the page needs; all keys are from our own lists.

    Raises RuntimeError when a new Streamlit has changed its page or its scripts.
    """
    words = load_words(language)
    first = first_words(slug, record, load_dataset(), words)
    name = f"{first.title} · {words('app.name')}" if slug else words("app.name")
    page = SOURCE.read_text(encoding="utf-8")
    edits = (
        (r'<html lang="en">', f'<html lang="{language}">'),
        (
            r"<title>.*?</title>",
            f"<title>{html.escape(name)}</title>{_head(name, ' '.join(first.said) or words('app.gist'))}",
        ),
        (r'<link\s+rel="preload"\s+href="\./static/media/SourceSans[^>]*?/>', ""),
        (r'<link rel="service-desc"[^>]*/>', ""),
        (
            r'<link rel="shortcut icon" href="\./favicon\.png" />',
            '<link rel="icon" href="/app/static/icon.svg" />',
        ),
        (r'<div id="root">', f'<div id="root">{first.shell(words)}'),
        (r"<noscript>(?!<p>).*?</noscript>", ""),
        (r'<link rel="stylesheet"', LATE_STYLE),
    )
    for pattern, replacement in edits:
        found = re.search(pattern, page, flags=re.DOTALL)
        if found is None:
            raise RuntimeError(f"Streamlit's page has no {pattern}: adapt server/index_page.py to this version")
        page = page[: found.start()] + replacement + page[found.end() :]
    page = page.replace('"./', '"/')
    hints = "".join(HINT.findall(page)) + _scripts(page, slug)
    return HINT.sub("", page).replace("</body>", AFTER_WORDS.format(hints=hints))


def _scripts(page: str, slug: str) -> str:
    """Preloads of what the page's elements need and Streamlit's own page does not name."""
    addresses = [f"/static/js/{name}" for name in scripts_for(slug)]
    soon = _links('rel="modulepreload" fetchpriority="low"', [name for name in addresses if f'"{name}"' not in page])
    pictures = [picture_address(path) for path in SCRIPTS]
    style = picture_address(STYLE_SHEET)
    return soon + _links('rel="modulepreload"', pictures) + _links('rel="preload" as="fetch"', [style])


def _links(how: str, addresses: Sequence[str]) -> str:
    return "".join(f'<link {how} crossorigin href="{address}">' for address in addresses)


def _head(name: str, gist: str) -> str:
    title, description = html.escape(name, quote=True), html.escape(gist, quote=True)
    fonts = "".join(f'<link rel="preload" href="{font}" as="font" type="font/woff2" crossorigin />' for font in FONTS)
    return (
        f'<meta name="description" content="{description}" />'
        f'<meta property="og:title" content="{title}" />'
        f'<meta property="og:description" content="{description}" />'
        f'<meta property="og:image" content="{absolute("/app/static/share.png")}" />'
        f"{fonts}{FACES}{GROUND}{STYLE}{CLIENT}<script>{EARLY_SOCKET}</script>"
    )
