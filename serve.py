"""The server: checks the dataset first, then serves the dashboard on the first free port.

`python serve.py`, `python serve.py --port 8600`, `python serve.py --address 0.0.0.0` (the whole network).
"""

import argparse
import gc
import os
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Event, Thread

import streamlit as st
from starlette.middleware import Middleware

from components.charts.look import STYLE_SHEET
from components.ui.calm_error import show_calm_error
from components.ui.draw_ahead import draw_ahead
from components.ui.frame import STYLE_IN_HEAD
from components.ui.picture import SCRIPTS
from components.ui.public import public_url
from components.ui.registry import PAGES
from content.text import languages
from data.load import load_dataset
from data.problem import DatasetError
from server.assets import OUR_FOLDER, OUR_PREFIX, CompressedAssets, compress_ahead, make_ready, pack_tightly
from server.discovery import discovery_routes
from server.early_run import EarlyRun
from server.gate import Gate
from server.headers import SecurityHeaders
from server.index_page import IndexPage, prepared_page
from server.light_pages import light_routes
from server.prints import print_routes
from server.unchanged import Unchanged
from server.words_check import check_words

FIRST_PORT = 8501
PORTS_TRIED = 50
EVERYWHERE = ("0.0.0.0", "::")
NOBODY = ("192.0.2.1", 9)  # an address kept for documentation, which no machine has
SLUGS = frozenset(page.slug for page in PAGES)
warmed = Event()


@asynccontextmanager
async def warm_up(_: st.App) -> AsyncIterator[None]:
    """Load and draw what every visit needs, then keep it out of Streamlit's garbage collection after each run."""
    load_dataset()
    for path in (*SCRIPTS, STYLE_SHEET):
        make_ready(path)
    for language in languages():
        for page in PAGES:
            compress_ahead(prepared_page(language, page.slug))
        draw_ahead(language)
    STYLE_IN_HEAD.set()
    gc.collect()
    gc.freeze()
    Thread(target=pack_tightly, daemon=True).start()
    warmed.set()
    yield


app = st.App(
    Path(__file__).parent / "app.py",
    lifespan=warm_up,
    routes=[*discovery_routes(warmed), *light_routes(), *print_routes()],
    middleware=[
        Middleware(SecurityHeaders),
        Middleware(Gate),
        Middleware(Unchanged),
        Middleware(CompressedAssets),
        Middleware(CompressedAssets, folder=OUR_FOLDER, prefix=OUR_PREFIX, versioned=True),
        Middleware(IndexPage, slugs=SLUGS),
        Middleware(EarlyRun, slugs=SLUGS),
    ],
    on_script_error=show_calm_error,
)


def free_port(address: str) -> int:
    """The first free port from 8501 on. Raises OSError when none of 50 is free."""
    for port in range(FIRST_PORT, FIRST_PORT + PORTS_TRIED):
        with socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET) as probe:
            # Elsewhere this takes over a port whose server has just ended; on Windows also one still in use.
            if os.name != "nt":
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((address, port))
            except OSError:
                continue
            return port
    raise OSError(f"no free port from {FIRST_PORT} to {FIRST_PORT + PORTS_TRIED - 1}: give one with --port")


def names_to_open(address: str) -> list[str]:
    """The host names under which a browser reaches a server that listens at this address."""
    if address not in EVERYWHERE:
        return ["localhost" if address == "127.0.0.1" else f"[{address}]" if ":" in address else address]
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            # Nothing is sent: this only asks the system by which of its addresses it would leave.
            probe.connect(NOBODY)
        except OSError:
            return ["localhost"]
        return ["localhost", str(probe.getsockname()[0])]


def main() -> int:
    """Check, say where the dashboard is, serve."""
    parser = argparse.ArgumentParser(description="Serve the LDN Evidence Explorer.")
    parser.add_argument("--port", type=int, help=f"default: the first free one from {FIRST_PORT}")
    parser.add_argument("--address", default="127.0.0.1", help="0.0.0.0 lets other machines in (default: %(default)s)")
    chosen = parser.parse_args()
    try:
        dataset = load_dataset()
        public_url()
        if problems := check_words(dataset):
            raise DatasetError(problems)
    except (DatasetError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    try:
        port = chosen.port or free_port(chosen.address)
    except OSError as error:
        print(error, file=sys.stderr)
        return 1
    addresses = " or ".join(f"http://{name}:{port}" for name in names_to_open(chosen.address))
    print(f"LDN Evidence Explorer: {addresses}", flush=True)
    app.run(
        config={
            "server.port": port,
            "server.address": chosen.address,
            "server.headless": True,
            # To say where the dashboard is, Streamlit would ask an outside service for this machine's public address.
            "logger.hideWelcomeMessage": True,
        }
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
