"""Security headers on every answer. Each exception in the policy is one Streamlit cannot work without."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = "; ".join(
    (
        "default-src 'self'",
        # Streamlit starts with inline scripts and loads a component's script from a blob.
        "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval' blob:",
        # Emotion, the styling library inside Streamlit, writes style elements at run time.
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self' ws: wss:",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    )
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}
# What a browser never shows as a page of its own needs no policy; eighty of them a visit would carry 35 kB of it.
PARTS = ("text/css", "font/", "text/javascript", "application/javascript")
PART_HEADERS = ("x-content-type-options",)


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
                part = headers.get("content-type", "").startswith(PARTS)
                for name in PART_HEADERS if part else HEADERS:
                    headers[name] = HEADERS[name]
            await send(message)

        await self.app(scope, receive, complete)
