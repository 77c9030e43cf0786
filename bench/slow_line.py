"""A slow line in front of a server: everything that passes it waits, WebSockets too.

Chromium can slow its own requests, but not what a WebSocket carries, and that is part of a page of Streamlit, Dash and
NiceGUI. So the phone of the benchmark loads through a line of ours: 1.6 Mbit/s down and 0.75 Mbit/s up, shared by all
connections, 150 ms there and back, once more for every new connection, and each connection starts slowly, as TCP does.
What a lost packet would cost is left out, for everybody.
"""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from threading import Thread
from urllib.parse import urlsplit

ROUND_TRIP = 0.150
DOWN, UP = 1.6e6 / 8, 0.75e6 / 8
PACKET = 1460
FIRST_WINDOW = 10 * PACKET  # what a new connection sends before anything is acknowledged (RFC 6928)


@dataclass
class Lane:
    """One direction of the line: bytes leave one after the other, and arrive half a round trip later."""

    bytes_per_second: float
    free_at: float = 0.0
    carried: int = 0

    def arrival(self, size: int, now: float) -> float:
        """When so many bytes, handed over now, have arrived; in seconds of the event loop."""
        self.free_at = max(self.free_at, now) + size / self.bytes_per_second
        self.carried += size
        return self.free_at + ROUND_TRIP / 2


@dataclass
class Window:
    """What one connection may have under way: it grows by all that is acknowledged, so it doubles every round trip."""

    size: int = FIRST_WINDOW
    under_way: int = 0
    freed: asyncio.Event = field(default_factory=asyncio.Event)

    async def room_for(self, size: int) -> None:
        """Wait until so many bytes may leave, and count them."""
        while self.under_way + size > self.size:
            self.freed.clear()
            await self.freed.wait()
        self.under_way += size

    def acknowledge(self, size: int) -> None:
        """So many bytes have arrived, and word of it is back."""
        self.under_way -= size
        self.size += size
        self.freed.set()


@dataclass
class SlowLine:
    """A line to one server: where its near end listens, and what it has carried."""

    address: str = ""
    down: Lane = field(default_factory=lambda: Lane(DOWN))
    up: Lane = field(default_factory=lambda: Lane(UP))


@contextmanager
def slow_line(address: str) -> Iterator[SlowLine]:
    """A line to the server at `address`, open while the block runs."""
    line = SlowLine()
    loop = asyncio.new_event_loop()
    thread = Thread(target=loop.run_forever, daemon=True)
    thread.start()
    far = urlsplit(address)
    connections: set[asyncio.Task[None]] = set()

    async def connected(near: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        connections.add(task)
        try:
            await asyncio.sleep(ROUND_TRIP)  # to shake hands
            server, there = await asyncio.open_connection(far.hostname, far.port)
            await asyncio.gather(_carry(near, there, line.up), _carry(server, back, line.down))
        except (OSError, asyncio.CancelledError):
            back.close()
        finally:
            connections.discard(task)

    async def opened() -> asyncio.Server:
        return await asyncio.start_server(connected, "127.0.0.1", 0)

    async def closed(server: asyncio.Server) -> None:
        server.close()
        for task in connections:
            task.cancel()
        await asyncio.gather(*connections, return_exceptions=True)

    listening = asyncio.run_coroutine_threadsafe(opened(), loop).result()
    line.address = f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}{far.path}"
    try:
        yield line
    finally:
        asyncio.run_coroutine_threadsafe(closed(listening), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def _carry(source: asyncio.StreamReader, target: asyncio.StreamWriter, lane: Lane) -> None:
    """Everything from one end to the other, each packet in its time, until the source ends."""
    loop = asyncio.get_running_loop()
    under_way: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
    window = Window()

    async def deliver() -> None:
        while True:
            due, packet = await under_way.get()
            await asyncio.sleep(max(0.0, due - loop.time()))
            if not packet:
                break
            target.write(packet)
        with suppress(OSError):
            target.close()

    delivery = asyncio.create_task(deliver())
    try:
        while packet := await source.read(PACKET):
            await window.room_for(len(packet))
            due = lane.arrival(len(packet), loop.time())
            under_way.put_nowait((due, packet))
            loop.call_at(due + ROUND_TRIP / 2, window.acknowledge, len(packet))
        under_way.put_nowait((lane.arrival(0, loop.time()), b""))
        await delivery
    finally:
        delivery.cancel()
