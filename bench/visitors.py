"""What a visit costs the server: processor time and memory, and how many it carries, with a light WebSocket client."""

import asyncio
import time
from collections.abc import Sequence
from pathlib import Path

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

from bench.figures import Spread, spread
from bench.loads import RECORDS
from bench.serving import Served, free_port, ours, serving
from components.ui.registry import PAGES

TICKS_PER_SECOND = 100
SATURATED_BY = 24
SECONDS = 8.0
OPEN_VISITS = 200


class Visit:
    """One open page, as the browser's side of the WebSocket sees it."""

    def __init__(self, socket: ClientConnection, page: str) -> None:
        self.socket = socket
        self.page = page
        self.cached: list[str] = []

    async def run(self) -> None:
        """Ask for one script run and read everything it sends, as a browser does on load or after a choice."""
        message = BackMsg()
        message.rerun_script.page_name, _, query = self.page.partition("?")
        message.rerun_script.query_string = query
        message.rerun_script.cached_message_hashes.extend(self.cached)
        await self.socket.send(message.SerializeToString())
        while True:
            answer = ForwardMsg()
            data = await self.socket.recv(decode=False)
            answer.ParseFromString(data)
            if answer.metadata.cacheable:
                self.cached.append(answer.hash)
            if answer.WhichOneof("type") == "script_finished":
                return


async def open_visit(address: str, page: str) -> Visit:
    """Connect and run the page for the first time."""
    socket = await connect(
        f"{address.replace('http', 'ws', 1)}/_stcore/stream", subprotocols=[Subprotocol("streamlit")],
        max_size=None, proxy=None,
    )  # fmt: skip
    visit = Visit(socket, page)
    await visit.run()
    return visit


def processor_seconds(pid: int) -> float:
    """Processor time the server has used so far."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS_PER_SECOND


def memory_mb(pid: int) -> float:
    """Memory the server holds."""
    for line in Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError(f"process {pid} has no memory figure")


async def cost_of_runs(server: Served, runs: int) -> dict[str, dict[str, Spread]]:
    """Processor time and waiting time of one more run of every page."""
    found = {}
    for page in PAGES:
        visit = await open_visit(server.address, page.slug + RECORDS.get(page.name, ""))
        used, waited = [], []
        for _ in range(runs):
            # Ten at a time: one run uses less than the clock of the processor can tell.
            before, begun = processor_seconds(server.pid), time.perf_counter()
            for _ in range(10):
                await visit.run()
            used.append(100 * (processor_seconds(server.pid) - before))
            waited.append(100 * (time.perf_counter() - begun))
        found[page.name] = {"cpu_ms": spread(used), "round_trip_ms": spread(waited)}
        await visit.socket.close()
    return found


async def saturated(server: Served) -> dict[str, float]:
    """Runs and new visits a second when everybody asks at once."""
    visits = [await open_visit(server.address, "evidence") for _ in range(SATURATED_BY)]
    runs = await _count(visits, time.perf_counter() + SECONDS)
    await asyncio.gather(*(visit.socket.close() for visit in visits))
    end = time.perf_counter() + SECONDS

    async def come_and_go() -> int:
        count = 0
        while time.perf_counter() < end:
            visit = await open_visit(server.address, "")
            await visit.socket.close()
            count += 1
        return count

    came = sum(await asyncio.gather(*(come_and_go() for _ in range(SATURATED_BY))))
    return {"runs_per_second": round(runs / SECONDS, 1), "new_visits_per_second": round(came / SECONDS, 1)}


async def _count(visits: Sequence[Visit], end: float) -> int:
    async def ask(visit: Visit) -> int:
        count = 0
        while time.perf_counter() < end:
            await visit.run()
            count += 1
        return count

    return sum(await asyncio.gather(*(ask(visit) for visit in visits)))


async def memory_of_visits(server: Served) -> dict[str, float]:
    """Memory with one visit, and what each of 200 open ones adds."""
    first = await open_visit(server.address, "evidence")
    before = memory_mb(server.pid)
    pages = [page.slug for page in PAGES]
    visits = [await open_visit(server.address, pages[number % len(pages)]) for number in range(OPEN_VISITS)]
    after = memory_mb(server.pid)
    await asyncio.gather(*(visit.socket.close() for visit in (first, *visits)))
    return {
        "one_visit_mb": round(before, 1), "all_mb": round(after, 1),
        "per_visit_mb": round((after - before) / OPEN_VISITS, 3),
    }  # fmt: skip


async def at_rest(server: Served) -> None:
    """Wait until the server has packed its files: what it does once after its start is nobody's visit."""
    used = -1.0
    while (now := processor_seconds(server.pid)) > used:
        used = now
        await asyncio.sleep(1)


async def _measure(server: Served, runs: int) -> dict[str, object]:
    await at_rest(server)
    # In this order: for two minutes Streamlit keeps what 200 visitors left, and looks through all of it after each run.
    costs = await cost_of_runs(server, runs)
    return {"runs": costs, "memory": await memory_of_visits(server), "saturation": await saturated(server)}


def main(runs: int) -> dict[str, object]:
    """Everything about the server, and its start."""
    starts = []
    for _ in range(runs):
        with serving(ours(port := free_port()), port) as server:
            starts.append(server.start_ms)
    with serving(ours(port := free_port()), port) as server:
        return {"start_ms": spread(starts)} | asyncio.run(_measure(server, runs))
