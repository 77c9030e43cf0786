"""Every answer carries the security headers, and the policy lets nothing in from elsewhere."""

from pathlib import Path

import pytest

from server.assets import CompressedAssets
from server.headers import HEADERS, POLICY, SecurityHeaders
from tests.server.ask import ask


def test_every_answer_carries_every_header() -> None:
    answer = ask(SecurityHeaders, "/anything")
    assert answer.passed_on
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert answer.headers["x-behind"] == "yes"


@pytest.mark.parametrize(("name", "whole"), [("a.js", False), ("a.css", False), ("a.woff2", False), ("a.svg", True)])
def test_only_what_is_never_a_page_of_its_own_goes_without_the_policy(tmp_path: Path, name: str, whole: bool) -> None:
    (tmp_path / name).write_bytes(b"words")
    answer = ask(lambda app: SecurityHeaders(CompressedAssets(app, folder=tmp_path)), f"/static/{name}")
    assert answer.status == 200
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert ("content-security-policy" in answer.headers) is whole


def test_streams_are_left_alone() -> None:
    assert ask(SecurityHeaders, "/_stcore/stream", kind="websocket").passed_on


def test_policy_names_no_other_host() -> None:
    assert "http" not in POLICY
    assert "*" not in POLICY
    assert "'unsafe-eval'" not in POLICY
    assert "frame-ancestors 'self'" in POLICY
