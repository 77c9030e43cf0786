"""Who is let in: only our own pages open the stream, and the server's own counts are nobody's business.

Streamlit lets a stream from a foreign page wait while it asks an outside service for this machine's public address, and
the whole server waits with it. Here such a stream is refused before Streamlit hears of it, and the origin of any other
is the host it is asked under, which Streamlit accepts without looking further.
"""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from components.ui.public import public_url

# Memory and visits, for whoever asks. Streamlit has no setting for it.
CLOSED = frozenset({"/_stcore/metrics"})
POLICY_VIOLATION = 1008


class Gate:
    """Middleware that refuses streams from pages that are not ours, and closes what is not for visitors."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, refuse a stream (a browser sees status 403), or say that there is nothing."""
        if scope["type"] == "http" and scope["path"].rstrip("/") in CLOSED:
            await PlainTextResponse("Not Found", status_code=404)(scope, receive, send)
            return
        if scope["type"] == "websocket":
            origins = Headers(scope=scope).getlist("origin")
            # Every browser names an origin; a program that names none is not led by a foreign page.
            if origins:
                host = _own_host(scope, origins)
                if not host:
                    await send({"type": "websocket.close", "code": POLICY_VIOLATION})
                    return
                scope = _asked_under(host, scope)
        await self.app(scope, receive, send)


def _own_host(scope: Scope, origins: list[str]) -> str:
    """The host of the page that opens the stream, when the page is ours; else ""."""
    try:
        [page] = map(urlsplit, origins)
    except ValueError:  # two origins, or one that is no address
        return ""
    ours = {*Headers(scope=scope).getlist("host")[:1], urlsplit(public_url() or "").netloc.lower()}
    return page.netloc if page.scheme in ("http", "https") and page.netloc in ours else ""


def _asked_under(host: str, scope: Scope) -> Scope:
    """The same question under the page's own host: a proxy in front may have put its own name there."""
    others = [(name, value) for name, value in scope["headers"] if name != b"host"]
    return {**scope, "headers": [*others, (b"host", host.encode("latin-1"))]}
