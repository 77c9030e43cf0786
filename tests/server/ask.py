"""Asks an ASGI application one question, without a server and without a network."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from starlette.types import ASGIApp, Message, Receive, Scope, Send


@dataclass(frozen=True)
class Answer:
    """What came back, message by message and together, and what the application behind the middleware heard."""

    status: int
    headers: dict[str, str]
    body: bytes
    heard: Scope | None
    sent: Sequence[Message]

    @property
    def passed_on(self) -> bool:
        """Whether the application behind the middleware was asked."""
        return self.heard is not None

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
    headers: Sequence[tuple[str, str]] = (),
) -> Answer:
    """Send one request through `wrap` around an application that answers 299."""
    passed: list[Scope] = []

    async def behind(scope: Scope, receive: Receive, send: Send) -> None:
        passed.append(scope)
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
        "method": method, "root_path": "", "scheme": "http",
        "headers": [
            (name.encode(), value.encode("latin-1"))
            for name, value in (("accept-encoding", accept), ("accept", wants), *headers)
        ],
    }  # fmt: skip

    async def exchange() -> None:
        await wrap(behind)(scope, receive, send)

    asyncio.run(exchange())
    start = next((message for message in sent if message["type"] == "http.response.start"), None)
    told = {name.decode().lower(): value.decode() for name, value in start["headers"]} if start else {}
    body = b"".join(message.get("body", b"") for message in sent if message["type"] == "http.response.body")
    return Answer(start["status"] if start else 0, told, body, passed[0] if passed else None, sent)
