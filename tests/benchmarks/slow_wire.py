"""A TCP port in front of a server's socket that lets everything for the server arrive later, in a process of its own."""

import asyncio
import multiprocessing
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial


@contextmanager
def slow_wire(server: str, delay: float) -> Iterator[int]:
    """Give a port on this machine that leads to a socket, each message ``delay`` seconds late on its way there."""
    listening = socket.create_server(("127.0.0.1", 0))
    process = multiprocessing.get_context("fork").Process(target=_serve, args=(listening, server, delay), daemon=True)
    process.start()
    try:
        yield listening.getsockname()[1]
    finally:
        process.terminate()
        process.join()
        listening.close()


def _serve(listening: socket.socket, server: str, delay: float) -> None:
    async def run() -> None:
        accepting = await asyncio.start_server(partial(_join, server, delay), sock=listening)
        await accepting.serve_forever()

    asyncio.run(run())


async def _join(server: str, delay: float, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    far_reader, far_writer = await asyncio.open_unix_connection(server)
    await asyncio.gather(_pass(reader, far_writer, delay), _pass(far_reader, writer, 0.0))


async def _pass(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, delay: float) -> None:
    while words := await reader.read(65_536):
        await asyncio.sleep(delay)
        writer.write(words)
        await writer.drain()
    writer.close()
