"""Streamlit's own scripts, styles and fonts: compressed once per process and kept by browsers for ever.

Streamlit serves them uncompressed. Their names carry a hash of their content, so a browser that has one never
needs to ask again.
"""

import mimetypes
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import brotli
import streamlit
from anyio import to_thread
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

FOLDER = Path(streamlit.__file__).parent / "static" / "static"
PREFIX = "/static/"
FOR_EVER = "public, max-age=31536000, immutable"
COMPRESSIBLE = frozenset({".js", ".css", ".svg", ".json", ".wasm", ".ttf"})
QUALITY = 9


@dataclass
class CompressedAssets:
    """Middleware for `/static/`: Brotli where the browser takes it, the plain file otherwise."""

    app: ASGIApp
    folder: Path = FOLDER
    made: dict[Path, bytes] = field(default_factory=dict)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer for an existing asset; pass everything else on."""
        asset = _asset(scope, self.folder)
        if asset is None:
            await self.app(scope, receive, send)
            return
        headers = {"cache-control": FOR_EVER, "vary": "accept-encoding", "x-content-type-options": "nosniff"}
        kind = mimetypes.guess_type(asset.name)[0] or "application/octet-stream"
        if asset.suffix in COMPRESSIBLE and "br" in Headers(scope=scope).get("accept-encoding", ""):
            headers["content-encoding"] = "br"
            body = await self.compressed(asset)
        else:
            body = await to_thread.run_sync(asset.read_bytes)
        response = Response(b"" if scope["method"] == "HEAD" else body, media_type=kind, headers=headers)
        response.headers["content-length"] = str(len(body))
        await response(scope, receive, send)

    async def compressed(self, asset: Path) -> bytes:
        """The asset's Brotli form, made at most once; the folder holds a fixed set of files, so this is bounded."""
        if asset not in self.made:
            plain = await to_thread.run_sync(asset.read_bytes)
            self.made[asset] = await to_thread.run_sync(partial(brotli.compress, plain, quality=QUALITY))
        return self.made[asset]


def _asset(scope: Scope, folder: Path) -> Path | None:
    """The file asked for, if it is one of ours; a path that leaves the folder is none."""
    path = str(scope.get("path", ""))
    if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD") or not path.startswith(PREFIX):
        return None
    if "\0" in path:
        return None
    asset = (folder / path.removeprefix(PREFIX)).resolve()
    return asset if asset.is_relative_to(folder.resolve()) and asset.is_file() else None
