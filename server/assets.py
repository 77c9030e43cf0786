"""Scripts, styles and fonts, Streamlit's own and ours: compressed once per process, kept by browsers for ever.

Streamlit serves its own uncompressed, and ours without a word on keeping them. Their addresses carry a hash of their
content, so a browser that has one never needs to ask again. They are packed quickly before the first visitor, and again
as small as Brotli can (a tenth smaller, at a hundred times the effort) while the server already answers. Streamlit's
style sheet leaves two fonts to the page (`FACES`): it would load 375 kB of icons for the dozen on screen, and 170 kB of
its own letters for the moment before it hears of ours.
"""

import mimetypes
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from queue import SimpleQueue
from typing import NamedTuple

import streamlit
from anyio import to_thread
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from server.compression import QUICK, TIGHT, encoding_for, packed

FOLDER = Path(streamlit.__file__).parent / "static" / "static"
PREFIX = "/static/"
FOR_EVER = "public, max-age=31536000, immutable"
# What may have changed when a browser asks again: an icon, a shared picture, a licence.
AN_HOUR = "public, max-age=3600"
OUR_FOLDER = Path(__file__).parents[1] / "static"
OUR_PREFIX = "/app/static/"


def font_address(name: str) -> str:
    """Where a browser gets one of our fonts; a changed font has a new address, so it may be kept for ever.

    The page, its preloads and `.streamlit/config.toml` must name the very same address, or it is loaded twice.
    """
    version = sha256((OUR_FOLDER / "fonts" / name).read_bytes()).hexdigest()[:12]
    return f"{OUR_PREFIX}fonts/{name}?v={version}"


LETTERS = font_address("atkinson-hyperlegible-next-latin-400-normal.woff2")
BOLD = font_address("atkinson-hyperlegible-next-latin-700-normal.woff2")
ICONS = font_address("material-symbols-rounded-used.woff2")
# Streamlit's fonts that the page's own head declares instead, under the same names, with our files.
THEIR_FACE = re.compile(rb"@font-face\{[^}]*/(?:MaterialSymbols-Rounded|SourceSansVF-Upright)\.[^}]*\}")
FACES = f"""<style>
@font-face{{font-family:"Material Symbols Rounded";font-display:block;src:url({ICONS})format("woff2")}}
@font-face{{font-family:"Source Sans";font-weight:100 900;src:url({LETTERS})format("woff2")}}</style>"""
COMPRESSIBLE = frozenset({".js", ".css", ".svg", ".json", ".wasm", ".ttf"})


class Made(NamedTuple):
    """A ready answer: its headers and its body."""

    headers: Sequence[tuple[bytes, bytes]]
    body: bytes


# A page asks for a hundred assets at once, so each answer is made once. The folders' files are fixed: both are bounded.
_made: dict[tuple[Path, str, str], Made] = {}
_packed_quickly: SimpleQueue[Path] = SimpleQueue()


@dataclass
class CompressedAssets:
    """Middleware for one folder: compressed as the browser takes it.

    With `versioned`, names carry no hash: only addresses that name a version (`?v=`) are kept for ever.
    """

    app: ASGIApp
    folder: Path = FOLDER
    prefix: str = PREFIX
    versioned: bool = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer for an existing asset; pass everything else on."""
        asset = _asset(scope, self.folder, self.prefix)
        if asset is None:
            await self.app(scope, receive, send)
            return
        encoding = encoding_for(Headers(scope=scope).get("accept-encoding", ""))
        lasting = not self.versioned or scope["query_string"].startswith(b"v=")
        kept = FOR_EVER if lasting else AN_HOUR
        answer = _made.get((asset, encoding, kept))
        if answer is None:
            # In a thread, since the largest takes a tenth of a second even packed quickly.
            answer = await to_thread.run_sync(make_ready, asset, encoding, kept)
        await send({"type": "http.response.start", "status": 200, "headers": list(answer.headers)})
        await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else answer.body})


def make_ready(asset: Path, encoding: str = "br", kept: str = FOR_EVER) -> Made:
    """The answer for a file in an encoding ("" for none), made when nobody has asked for it yet, and held."""
    answer = _made.get((asset, encoding, kept))
    if answer is None:
        answer = _made[asset, encoding, kept] = _answer(asset, encoding, QUICK, kept)
        if encoding == "br" and kept == FOR_EVER and asset.suffix in COMPRESSIBLE:
            _packed_quickly.put(asset)
    return answer


def pack_tightly() -> None:
    """Pack what was packed quickly as small as it gets, one file after the other, for ever; for a thread of its own."""
    while True:
        pack_next()


def pack_next() -> None:
    """Wait until a file has been packed quickly, and pack it as small as it gets."""
    asset = _packed_quickly.get()
    _made[asset, "br", FOR_EVER] = _answer(asset, "br", TIGHT, FOR_EVER)


def _answer(asset: Path, encoding: str, quality: int, kept: str) -> Made:
    headers = {"cache-control": kept, "vary": "accept-encoding", "x-content-type-options": "nosniff"}
    body = read_asset(asset)
    if encoding and asset.suffix in COMPRESSIBLE:
        headers["content-encoding"] = encoding
        body = packed(body, encoding, quality)
    kind = mimetypes.guess_type(asset.name)[0] or "application/octet-stream"
    return Made(Response(body, media_type=kind, headers=headers).raw_headers, body)


def compress_ahead(page: str, folder: Path = FOLDER) -> int:
    """Make ready the scripts and styles a page names, before the first visitor asks; the answer is how many."""
    named = {folder / name for name in re.findall(r'"/static/([^"]+\.(?:js|css))"', page)}
    found = [asset for asset in sorted(named) if asset.is_file()]
    for asset in found:
        make_ready(asset)
    return len(found)


@cache
def read_asset(asset: Path) -> bytes:
    """A file of Streamlit's own, style sheets without `FACES`; the folder's files are fixed, so this is bounded."""
    body = asset.read_bytes()
    return THEIR_FACE.sub(b"", body) if asset.suffix == ".css" else body


def _asset(scope: Scope, folder: Path, prefix: str) -> Path | None:
    """The file asked for, if it is one of ours; a path that leaves the folder is none."""
    path = str(scope.get("path", ""))
    if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD") or not path.startswith(prefix):
        return None
    return files_in(folder).get(path.removeprefix(prefix))


@cache
def files_in(folder: Path) -> Mapping[str, Path]:
    """All files of a folder by their path inside it, so that no address can lead out of it."""
    return {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
