"""A page's script runs as soon as its socket is open, before the browser has asked for it.

The browser asks once it has loaded and run a hundred scripts, and then waits for the answer. But what it will ask is
plain from the page's address, which `early_socket.js` sends along when it opens the socket, ahead of those scripts; it
keeps what arrives until Streamlit's own code listens. When that code asks the very same thing, it is not done twice.
"""

from urllib.parse import parse_qs

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState

STREAM = "/_stcore/stream"
CONNECTION, EARLY, FIRST = 1, 2, 3


class EarlyRun:
    """Middleware that asks in the browser's name right after its socket has been opened with the address of a page.

    `slugs` are the addresses of our pages; a socket without one of them is left alone.
    """

    def __init__(self, app: ASGIApp, slugs: frozenset[str]) -> None:
        self.app = app
        self.slugs = slugs

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on, one question ahead."""
        asked = self._question(scope)
        if asked is None:
            await self.app(scope, receive, send)
            return
        turn = 0

        async def hear() -> Message:
            nonlocal turn
            turn += 1
            if turn == EARLY:
                return {"type": "websocket.receive", "bytes": asked.SerializeToString()}
            message = await receive()
            return await receive() if turn == FIRST and _asks_the_same(message, asked) else message

        await self.app(scope, hear, send)

    def _question(self, scope: Scope) -> BackMsg | None:
        """What the browser will ask first, as far as our pages look at it: the page, its choices and its address."""
        if scope["type"] != "websocket" or scope["path"] != STREAM:
            return None
        address = parse_qs(scope["query_string"].decode("latin-1")).get("at", [""])[0]
        path, _, choices = address.partition("?")
        page = path.strip("/")
        if not path.startswith("/") or page not in self.slugs:
            return None
        question = BackMsg()
        question.rerun_script.query_string = choices
        question.rerun_script.page_name = page
        question.rerun_script.context_info.url = Headers(scope=scope).get("origin", "") + path
        question.rerun_script.widget_states.SetInParent()
        return question


def _asks_the_same(message: Message, asked: BackMsg) -> bool:
    said = BackMsg()
    try:
        said.ParseFromString(message.get("bytes") or b"")
    except Exception:  # protobuf's own; not even a message: Streamlit hears it and says what it thinks of it
        return False
    return said.WhichOneof("type") == "rerun_script" and _plain(said.rerun_script) == _plain(asked.rerun_script)


def _plain(state: ClientState) -> ClientState:
    """The question without what only the browser knows (its clock, its language), which no page of ours looks at."""
    plain = ClientState()
    plain.CopyFrom(state)
    plain.ClearField("context_info")
    return plain
