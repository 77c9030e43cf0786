"""What makes the server fast stays in force: nothing loaded ahead is collected again, and the loop is the fast one."""

import asyncio
import gc
import importlib.util
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import serve
from components.ui.frame import STYLE_IN_HEAD
from data.load import load_dataset

ROOT = Path(__file__).parents[2]
# Says what really runs, started as any other time, at the moment it would begin to serve.
TELL = """
import asyncio, sys
import uvicorn
import serve

async def tell(self, sockets=None):
    self.config.load()
    loop = type(asyncio.get_running_loop()).__module__
    print("runs", loop, self.config.http_protocol_class.__module__, type(self.config.app).__name__)
    self.started = True

uvicorn.Server.serve = tell
sys.argv = ["serve.py"]
sys.exit(serve.main())
"""


@pytest.fixture
def thawed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What a start leaves behind in this process is taken back; packing tightly would go on for a minute."""
    monkeypatch.setattr(serve, "pack_tightly", lambda: None)
    styled = STYLE_IN_HEAD.is_set()
    gc.unfreeze()
    yield
    gc.unfreeze()
    serve.warmed.clear()
    if not styled:
        STYLE_IN_HEAD.clear()


def test_what_is_loaded_ahead_is_kept_out_of_every_later_collection(thawed: None) -> None:
    seen: list[tuple[int, set[int]]] = []

    async def start() -> None:
        async with serve.warm_up(serve.app):
            seen.append((gc.get_freeze_count(), set(map(id, gc.get_objects()))))

    assert gc.get_freeze_count() == 0
    asyncio.run(start())
    assert serve.warmed.is_set()
    [(frozen, looked_at)] = seen
    assert frozen > 10 * len(looked_at), "nearly all there is, is looked at again after each run of a script"
    assert not {id(study) for study in load_dataset().studies} & looked_at


def test_the_server_runs_on_the_fast_loop_and_parser_where_they_are_installed() -> None:
    told = subprocess.run(
        [sys.executable, "-c", TELL], cwd=ROOT, capture_output=True, text=True, check=False, timeout=300
    )
    [line] = [line for line in told.stdout.splitlines() if line.startswith("runs ")] or [told.stderr]
    _, loop, parser, app = line.split()
    assert app == "App", "the app itself, with its lifespan and middleware"
    assert loop.split(".")[0] == ("uvloop" if importlib.util.find_spec("uvloop") else "asyncio")
    assert parser == f"uvicorn.protocols.http.{'httptools' if importlib.util.find_spec('httptools') else 'h11'}_impl"


@pytest.mark.skipif(sys.platform == "win32", reason="there is no uvloop for Windows")
def test_the_fast_loop_and_parser_are_installed() -> None:
    assert importlib.util.find_spec("uvloop")
    assert importlib.util.find_spec("httptools")
