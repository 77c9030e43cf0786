"""Asks an ASGI application one question, without a server and without a network."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from starlette.types import ASGIApp, Message, Receive, Scope, Send


@dataclass(frozen=True)
class Answer:
    """What came back, and whether it came from the application behind the middleware."""

    status: int
    headers: dict[str, str]
    body: bytes
    passed_on: bool

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode("utf-8")


def ask(
    wrap: Callable[[ASGIApp], ASGIApp],
    path: str = "/",
    query: str = "",
    method: str = "GET",
    kind: str = "http",
    accept: str = "identity",
    wants: str = "text/html",
) -> Answer:
    """Send one request through `wrap` around an application that answers 299."""
    passed: list[str] = []

    async def behind(scope: Scope, receive: Receive, send: Send) -> None:
        passed.append(scope["path"])
        if scope["type"] == "http":
            await send({"type": "http.response.start", "status": 299, "headers": [(b"x-behind", b"yes")]})
            await send({"type": "http.response.body", "body": b"behind"})

    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    scope: Scope = {
        "type": kind, "path": path, "raw_path": path.encode(), "query_string": query.encode("latin-1"),
        "method": method, "headers": [(b"accept-encoding", accept.encode()), (b"accept", wants.encode())],
        "root_path": "", "scheme": "http",
    }  # fmt: skip

    async def exchange() -> None:
        await wrap(behind)(scope, receive, send)

    asyncio.run(exchange())
    start = next((message for message in sent if message["type"] == "http.response.start"), None)
    headers = {name.decode().lower(): value.decode() for name, value in start["headers"]} if start else {}
    body = b"".join(message.get("body", b"") for message in sent if message["type"] == "http.response.body")
    return Answer(start["status"] if start else 0, headers, body, bool(passed))
