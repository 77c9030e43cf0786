"""Every answer carries the security headers, and the policy lets nothing in from elsewhere."""

from server.headers import HEADERS, POLICY, SecurityHeaders
from tests.server.ask import ask


def test_every_answer_carries_every_header() -> None:
    answer = ask(SecurityHeaders, "/anything")
    assert answer.passed_on
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert answer.headers["x-behind"] == "yes"


def test_streams_are_left_alone() -> None:
    assert ask(SecurityHeaders, "/_stcore/stream", kind="websocket").passed_on


def test_policy_names_no_other_host() -> None:
    assert "http" not in POLICY
    assert "*" not in POLICY
    assert "'unsafe-eval'" not in POLICY
    assert "frame-ancestors 'self'" in POLICY
