"""Scripts, styles and fonts, Streamlit's own and our pictures': compressed once per process, kept by browsers for ever.

Streamlit serves them uncompressed. Their addresses carry a hash of their content, so a browser that has one never
needs to ask again. Its style sheet is pointed at our own fonts: it would load 375 kB of icons for the dozen on
screen, and 170 kB of its own letters for the moment before it hears of ours.
"""

import mimetypes
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import streamlit
from anyio import to_thread
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from server.compression import compressed, encoding_for

FOLDER = Path(streamlit.__file__).parent / "static" / "static"
PREFIX = "/static/"
FOR_EVER = "public, max-age=31536000, immutable"
LETTERS = "/app/static/fonts/atkinson-hyperlegible-next-latin-400-normal.woff2"
BOLD = "/app/static/fonts/atkinson-hyperlegible-next-latin-700-normal.woff2"
ICONS = "/app/static/fonts/material-symbols-rounded-used.woff2"
# What Streamlit's style sheet names -> what it is to name instead.
FONTS = (
    (re.compile(rb"\.\./media/MaterialSymbols-Rounded\.[\w-]+\.woff2"), ICONS.encode()),
    (re.compile(rb"\.\./media/SourceSansVF-Upright\.[\w.-]+\.woff2"), LETTERS.encode()),
)
COMPRESSIBLE = frozenset({".js", ".css", ".svg", ".json", ".wasm", ".ttf"})


@dataclass
class CompressedAssets:
    """Middleware for one folder: compressed as the browser takes it.

    With `versioned`, names carry no hash: only addresses that name a version (`?v=`) are answered, others passed on.
    """

    app: ASGIApp
    folder: Path = FOLDER
    prefix: str = PREFIX
    versioned: bool = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer for an existing asset; pass everything else on."""
        asset = _asset(scope, self.folder, self.prefix)
        if asset is None or (self.versioned and not scope["query_string"].startswith(b"v=")):
            await self.app(scope, receive, send)
            return
        headers = {"cache-control": FOR_EVER, "vary": "accept-encoding", "x-content-type-options": "nosniff"}
        kind = mimetypes.guess_type(asset.name)[0] or "application/octet-stream"
        body = await to_thread.run_sync(read_asset, asset)
        if asset.suffix in COMPRESSIBLE and (encoding := encoding_for(Headers(scope=scope).get("accept-encoding", ""))):
            headers["content-encoding"] = encoding
            body = await to_thread.run_sync(compressed, body, encoding)
        response = Response(b"" if scope["method"] == "HEAD" else body, media_type=kind, headers=headers)
        response.headers["content-length"] = str(len(body))
        await response(scope, receive, send)


def compress_ahead(page: str, folder: Path = FOLDER) -> int:
    """Compress the scripts and styles a page names, before the first visitor asks; the answer is how many."""
    named = {folder / name for name in re.findall(r'"/static/([^"]+\.(?:js|css))"', page)}
    found = [asset for asset in sorted(named) if asset.is_file()]
    for asset in found:
        compressed(read_asset(asset), "br")
    return len(found)


@cache
def read_asset(asset: Path) -> bytes:
    """A file of Streamlit's own, with our fonts in style sheets; the folder's files are fixed, so this is bounded."""
    body = asset.read_bytes()
    if asset.suffix == ".css":
        for theirs, ours in FONTS:
            body = theirs.sub(ours, body)
    return body


def _asset(scope: Scope, folder: Path, prefix: str) -> Path | None:
    """The file asked for, if it is one of ours; a path that leaves the folder is none."""
    path = str(scope.get("path", ""))
    if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD") or not path.startswith(prefix):
        return None
    if "\0" in path:
        return None
    asset = (folder / path.removeprefix(prefix)).resolve()
    return asset if asset.is_relative_to(folder.resolve()) and asset.is_file() else None
