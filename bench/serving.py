"""Starts a server for a measurement, waits until it answers, and stops it."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import ProxyHandler, build_opener

ROOT = Path(__file__).parents[1]
PEERS_PYTHON = ROOT / ".venv-peers" / ("Scripts" if os.name == "nt" else "bin") / "python"
START_SECONDS = 60


@dataclass(frozen=True)
class Served:
    """A running server: where it answers, its process, and how long it took from start to first answer."""

    address: str
    pid: int
    start_ms: float


def ours(port: int) -> list[str]:
    """Our server."""
    return [sys.executable, "serve.py", "--port", str(port)]


def peer(module: str, port: int) -> list[str]:
    """A peer that is started as a module."""
    return [str(PEERS_PYTHON), "-m", f"bench.peers.{module}", str(port)]


def streamlit_peer(script: str, port: int) -> list[str]:
    """Streamlit's own command with a script of ours."""
    options = ["--server.headless=true", f"--server.port={port}", "--server.fileWatcherType=none"]
    return [str(PEERS_PYTHON), "-m", "streamlit", "run", f"bench/peers/{script}.py", *options]


def free_port() -> int:
    """A port nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def serving(command: Sequence[str], port: int, cwd: Path = ROOT) -> Iterator[Served]:
    """The server started by `command`, once it answers. Raises RuntimeError when it does not within a minute."""
    begun = time.perf_counter()
    server = subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    ask = build_opener(ProxyHandler({})).open
    try:
        while True:
            try:
                ask(address, timeout=5).close()
                break
            except OSError as error:
                if server.poll() is not None or time.perf_counter() - begun > START_SECONDS:
                    raise RuntimeError(f"{' '.join(command)} did not answer") from error
                time.sleep(0.02)
        yield Served(address, server.pid, 1000 * (time.perf_counter() - begun))
    finally:
        server.terminate()
        try:
            server.wait(timeout=10)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()
