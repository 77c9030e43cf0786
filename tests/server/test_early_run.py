"""The page's script is asked for when the socket opens, once, and only where the browser will ask the very same."""

import asyncio
from collections.abc import Sequence
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.types import Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg

from server.early_run import STREAM, EarlyRun

SLUGS = frozenset(("", "how", "condition"))
CONNECTED: Message = {"type": "websocket.connect"}
GONE: Message = {"type": "websocket.disconnect", "code": 1001}


def heard(at: str | None, said: Sequence[Message], path: str = STREAM, kind: str = "websocket") -> list[Message]:
    """What the application hears when the socket is opened with `at` and the browser then says `said`."""
    coming = iter((CONNECTED, *said, GONE))
    found: list[Message] = []

    async def app(_: Scope, receive: Receive, __: Send) -> None:
        while (message := await receive()) != GONE:
            found.append(message)

    async def receive() -> Message:
        return next(coming)

    async def send(_: Message) -> None: ...

    scope: Scope = {
        "type": kind, "path": path, "headers": [(b"origin", b"https://ldn.example")],
        "query_string": b"" if at is None else f"at={quote(at, safe='')}".encode(),
    }  # fmt: skip
    asyncio.run(EarlyRun(app, SLUGS)(scope, receive, send))
    return found


def asks(page: str, choices: str = "", **more: str) -> Message:
    """What Streamlit's own code in the browser says first."""
    question = BackMsg()
    question.rerun_script.page_name = page
    question.rerun_script.query_string = choices
    question.rerun_script.widget_states.SetInParent()
    question.rerun_script.context_info.url = f"https://ldn.example/{page}"
    question.rerun_script.context_info.timezone = "Europe/Berlin"
    for name, value in more.items():
        setattr(question.rerun_script, name, value)
    return {"type": "websocket.receive", "bytes": question.SerializeToString()}


def question_in(message: Message) -> BackMsg:
    found = BackMsg()
    found.ParseFromString(message["bytes"])
    return found


@pytest.mark.parametrize(
    ("at", "page", "choices"),
    [
        ("/", "", ""),
        ("/how", "how", ""),
        ("/condition?condition=fibromyalgia&lang=en", "condition", "condition=fibromyalgia&lang=en"),
        ("/how?a=1.5&q=%E2%82%AC+x%26y", "how", "a=1.5&q=%E2%82%AC+x%26y"),
    ],
)
def test_page_is_asked_for_once_with_its_choices_and_address(at: str, page: str, choices: str) -> None:
    browser = asks(page, choices)
    connected, early = heard(at, [browser])
    assert connected == CONNECTED
    asked = question_in(early).rerun_script
    assert (asked.page_name, asked.query_string) == (page, choices)
    assert asked.context_info.url == f"https://ldn.example/{page}"


def test_only_the_first_question_is_taken_as_asked() -> None:
    again = asks("how")
    assert heard("/how", [again, again])[2:] == [again]


@pytest.mark.parametrize(
    "other",
    [
        asks("condition"), asks("how", "a=3"), asks("how", page_script_hash="0815"), asks("how", fragment_id="f"),
        {"type": "websocket.receive", "bytes": b"\xff\xff nothing of ours"},
        {"type": "websocket.receive", "text": "words"},
    ],
)  # fmt: skip
def test_whatever_else_the_browser_says_is_passed_on(other: Message) -> None:
    assert heard("/how", [other])[2:] == [other]


@pytest.mark.parametrize("at", [None, "", "how", "/nowhere", "//how.example", "/how/..", "https://ldn.example/how"])
def test_socket_without_a_page_of_ours_is_left_alone(at: str | None) -> None:
    browser = asks("how")
    assert heard(at, [browser]) == [CONNECTED, browser]


def test_other_sockets_and_requests_are_left_alone() -> None:
    browser = asks("how")
    assert heard("/how", [browser], path="/elsewhere") == [CONNECTED, browser]
    assert heard("/how", [browser], kind="http") == [CONNECTED, browser]


@given(st.text(), st.binary())
def test_no_address_and_no_message_breaks_it(at: str, said: bytes) -> None:
    found = heard(at, [{"type": "websocket.receive", "bytes": said}])
    assert found[0] == CONNECTED
    assert len(found) <= 3
