"""What a browser already has is not sent again: whole answers carry a tag, and a known tag gets 304."""

from hashlib import sha256

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Unchanged:
    """Middleware for every answer that comes in one piece and may be kept, but not for ever."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, tag the answer, and leave it out where the browser names the tag."""
        if scope["type"] != "http" or scope["method"] != "GET":
            await self.app(scope, receive, send)
            return
        known = _tags(Headers(scope=scope).get("if-none-match", ""))
        start: Message | None = None

        async def tell(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start" and _may_be_kept(message):
                start = message
                return
            if start is not None:
                first, start = start, None
                if message["type"] == "http.response.body" and not message.get("more_body", False):
                    first, message = _tagged(first, message, known)
                await send(first)
            await send(message)

        await self.app(scope, receive, tell)


def _may_be_kept(start: Message) -> bool:
    kept = Headers(raw=start["headers"]).get("cache-control", "no-store")
    return start["status"] == 200 and "no-store" not in kept and "immutable" not in kept


def _tagged(start: Message, body: Message, known: frozenset[str]) -> tuple[Message, Message]:
    """The answer with its tag, or, where the browser has it, only its headers."""
    headers = MutableHeaders(raw=list(start["headers"]))
    headers["etag"] = f'"{sha256(body.get("body", b"")).hexdigest()[:24]}"'
    if headers["etag"] not in known:
        return {**start, "headers": headers.raw}, body
    rest = [(name, value) for name, value in headers.raw if not name.startswith(b"content-")]
    return {**start, "status": 304, "headers": rest}, {"type": "http.response.body", "body": b""}


def _tags(named: str) -> frozenset[str]:
    """The tags of an if-none-match header; a weak one says as much here as a strong one."""
    return frozenset(tag.strip().removeprefix("W/") for tag in named.split(","))
