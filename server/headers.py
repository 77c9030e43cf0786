"""Security headers on every answer. What a policy allows beyond our own files says why."""

from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.ui.public import LIGHT, PRINT, public_url
from server.hosts import plain_host

POLICY = (
    "default-src 'self'",
    # Inline scripts are a line of Streamlit's own and ours: the lines in the head that open the stream early, and the
    # script at the end of each page (components/ui/frame.py) that says where the visitor has arrived and sets language
    # and scroll position. The last differs from page to page and comes over the stream as an element of Streamlit's,
    # which can carry neither a nonce nor a hash known beforehand. And what Streamlit gets as a component's script, it
    # loads from a blob it has made of it: the few lines that load picture.js.
    "script-src 'self' 'unsafe-inline' blob:",
    # Emotion, the styling library inside Streamlit, writes style elements at run time.
    "style-src 'self' 'unsafe-inline'",
    # Streamlit's and Plotly's own parts hold small pictures in the address itself, and a drawing of ours that is saved
    # as a PNG is painted from a blob (static/picture/save.js).
    "img-src 'self' data: blob:",
    # Streamlit's style sheet holds a font for the brackets of formulas, which browsers load whether used or not.
    "font-src 'self' data:",
    "frame-src 'none'",
    "worker-src 'none'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    # A clinic may frame the dashboard in a page of the same host, and nobody else may.
    "frame-ancestors 'self'",
)
# Light pages, prints and answers for machines run no script and ask for nothing but pictures of ours.
STILL = (
    "default-src 'none'",
    "script-src 'none'",
    "connect-src 'none'",
    # The page's style sheet is part of it, and bars and marks carry their length and colour with them.
    "style-src 'unsafe-inline'",
    "img-src 'self'",
    "base-uri 'self'",
    "form-action 'none'",
    "frame-ancestors 'self'",
)
STILL_FOLDERS = (f"{LIGHT}/", f"{PRINT}/")
STILL_PATHS = frozenset({LIGHT, PRINT, "/health", "/ready", "/robots.txt", "/sitemap.xml"})
HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}
# What a browser never shows as a page of its own needs no policy; eighty of them a visit would carry 35 kB of it.
PARTS = ("text/css", "font/", "text/javascript", "application/javascript")


class SecurityHeaders:
    """Middleware that adds the headers to every HTTP answer; a script, style sheet or font needs only one of them."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and complete the answer's headers."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def complete(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["x-content-type-options"] = HEADERS["x-content-type-options"]
                if not headers.get("content-type", "").startswith(PARTS):
                    headers.update(HEADERS)
                    headers["content-security-policy"] = policy_for(scope)
            await send(message)

        await self.app(scope, receive, complete)


def policy_for(scope: Scope) -> str:
    """The policy for what stands at this address."""
    path = str(scope["path"])
    if path in STILL_PATHS or path.startswith(STILL_FOLDERS):
        return "; ".join(STILL)
    # Safari before 15.4 does not count the stream to the page's own host as 'self', so the host is named.
    hosts = sorted({plain_host(scope), urlsplit(public_url() or "").netloc} - {""})
    streams = "".join(f" ws://{host} wss://{host}" for host in hosts)
    return "; ".join((*POLICY, f"connect-src 'self'{streams}"))
