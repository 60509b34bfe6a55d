# ruff: noqa: INP001 - a folder of programs, not a package
"""Readers of a server: each asks for its next page as soon as the last answer is whole, or after a moment's thought.

usage: python benchmarks/readers.py PORT READERS ROUNDS THINK_SECONDS < addresses.json

A process of its own, so that its processor time is told apart from the server's: sockets that stay open, and of an answer only the
status and the length are read. Standard input holds {"cookie": "...", "addresses": [...]}; standard output gets the waits.
"""

import asyncio
import json
import random
import resource
import sys
import time

_OK = b"HTTP/1.1 200"
_LENGTH = b"content-length: "
_END = b"\r\n\r\n"


async def _ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, question: bytes) -> int:
    """Ask for a page and read all of it; return how many bytes it has."""
    writer.write(question)
    head = (await reader.readuntil(_END)).lower()
    if not head.startswith(_OK.lower()):
        raise SystemExit(f"{question!r}: {head[:200]!r}")
    start = head.index(_LENGTH) + len(_LENGTH)
    length = int(head[start : head.index(b"\r", start)])
    await reader.readexactly(length)
    return length


async def _read(port: int, questions: list[bytes], think: float, chance: random.Random) -> list[float]:
    """Return how long one reader waited for each page, in milliseconds."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=1 << 22)
    took = []
    if think:
        await asyncio.sleep(chance.random() * think)
    for question in questions:
        begun = time.perf_counter()
        await _ask(reader, writer, question)
        took.append((time.perf_counter() - begun) * 1000)
        if think:
            # As long in the middle, never the same: readers do not click in step.
            await asyncio.sleep(think * (0.5 + chance.random()))
    writer.close()
    return took


async def _all(port: int, readers: int, rounds: int, think: float) -> list[float]:
    given = json.load(sys.stdin)
    wanted = [
        f"GET {one} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: {given['cookie']}\r\n\r\n".encode()
        for one in given["addresses"]
    ]
    work = []
    for number in range(readers):
        # Each reader has an order of its own through the same addresses.
        chance = random.Random(number)  # noqa: S311 - which pages, no secret
        own = [question for _ in range(rounds) for question in chance.sample(wanted, max(1, len(wanted) // readers))]
        work.append(_read(port, own, think, chance))
    return [wait for waits in await asyncio.gather(*work) for wait in waits]


def main() -> None:
    """Read, and tell the waits in order of size, how long all took, and the processor time of this process."""
    port, readers, rounds, think = (float(one) for one in sys.argv[1:5])
    begun = time.perf_counter()
    found = asyncio.run(_all(int(port), int(readers), int(rounds), think))
    used = resource.getrusage(resource.RUSAGE_SELF)
    told = {"waits": sorted(found), "seconds": time.perf_counter() - begun, "cpu": used.ru_utime + used.ru_stime}
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    main()
