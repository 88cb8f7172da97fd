"""Clients of the server: quick ones that ask for what apps ask for, and slow ones that take a chapter in sips.

Knows HTTP as a client; refuses to know what the server is made of.
"""

import asyncio
import random
import re
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

ANSWER_WAIT_S = 30.0
PAUSE_S = 1.0
"""A quick client rests this long between two questions, on average."""

SIP_BYTES, SIP_PAUSE_S = 4096, 0.25
"""A slow client reads 16 kB a second: twice as fast as speech at 64 kb/s plays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something an app asks for, and the answer that is right.

    Attributes:
        length_bytes: of the right answer's body; None if any will do.
    """

    kind: str
    address: str
    headers: tuple[str, ...] = ()
    status: int = 200
    length_bytes: int | None = None


@dataclass(slots=True)
class Seen:
    """What all clients saw together.

    Attributes:
        waits_s: from the first try to connect to the last byte, by kind of question.
        errors: wrong answers and broken connections, by what was wrong.
    """

    waits_s: dict[str, list[float]] = field(default_factory=dict)
    errors: Counter[str] = field(default_factory=Counter)
    slow_bytes: int = 0


async def ask_until(end: float, questions: tuple[Question, ...], seen: Seen, chance: random.Random) -> None:
    """Ask one thing after the other, by chance, each over a connection of its own as most apps do."""
    await asyncio.sleep(chance.uniform(0, PAUSE_S))
    while time.perf_counter() < end:
        question = chance.choice(questions)
        begun = time.perf_counter()
        try:
            status, length = await asyncio.wait_for(_ask(question), ANSWER_WAIT_S)
        except (OSError, TimeoutError, ValueError, asyncio.IncompleteReadError) as error:
            seen.errors[f"{question.kind}: {type(error).__name__}"] += 1
            continue
        if status != question.status or length != (
            question.length_bytes if question.length_bytes is not None else length
        ):
            seen.errors[f"{question.kind}: status {status}, {length} bytes"] += 1
        seen.waits_s.setdefault(question.kind, []).append(time.perf_counter() - begun)
        await asyncio.sleep(chance.uniform(0, 2 * PAUSE_S))


async def sip_until(end: float, question: Question, seen: Seen) -> None:
    """Take whole chapters slowly, one after the other; one that ends too early is an error."""
    while time.perf_counter() < end:
        try:
            reader, writer = await _send(question, limit=SIP_BYTES)
            status, length = await _read_head(reader)
            taken = await _sip(reader, end)
        except (OSError, ValueError, asyncio.IncompleteReadError) as error:
            seen.errors[f"slow: {type(error).__name__}"] += 1
            continue
        writer.close()
        seen.slow_bytes += taken
        if status != 200 or (taken < (length or 0) and time.perf_counter() < end):
            seen.errors[f"slow: status {status}, {taken} of {length} bytes"] += 1


async def _sip(reader: asyncio.StreamReader, end: float) -> int:
    taken = 0
    while time.perf_counter() < end:
        piece = await reader.read(SIP_BYTES)
        if not piece:
            break
        taken += len(piece)
        await asyncio.sleep(SIP_PAUSE_S)
    return taken


async def _ask(question: Question) -> tuple[int, int]:
    """Give the status and the number of bytes in the body."""
    reader, writer = await _send(question, limit=1 << 16)
    try:
        status, _ = await _read_head(reader)
        length = 0
        while piece := await reader.read(1 << 16):
            length += len(piece)
    finally:
        writer.close()
    return status, length


async def _send(question: Question, *, limit: int) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    parts = urlsplit(question.address)
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port, limit=limit)
    lines = (f"GET {parts.path} HTTP/1.1", f"Host: {parts.netloc}", "Connection: close", *question.headers, "", "")
    writer.write("\r\n".join(lines).encode())
    return reader, writer


async def _read_head(reader: asyncio.StreamReader) -> tuple[int, int | None]:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    length = re.search(r"^content-length: (\d+)", head, re.MULTILINE | re.IGNORECASE)
    return int(head.split(maxsplit=2)[1]), int(length[1]) if length else None


def run_clients(
    *, quick: int, slow: int, seconds: float, questions: tuple[Question, ...], watch: Callable[[], None]
) -> Seen:
    """Let so many clients ask at once.

    Args:
        seconds: how long; who is waiting for an answer then still gets it.
        watch: called several times a second meanwhile.
    """
    return asyncio.run(_run(quick, slow, seconds, questions, watch))


async def _run(
    quick: int, slow: int, seconds: float, questions: tuple[Question, ...], watch: Callable[[], None]
) -> Seen:
    seen = Seen()
    end = time.perf_counter() + seconds
    chapters = [question for question in questions if question.kind == "whole chapter"]
    tasks = [ask_until(end, questions, seen, random.Random(seed)) for seed in range(quick)]
    tasks += [sip_until(end, chapters[index % len(chapters)], seen) for index in range(slow)]
    watching = asyncio.create_task(_watch(watch))
    await asyncio.gather(*tasks)
    watching.cancel()
    return seen


async def _watch(watch: Callable[[], None]) -> None:
    while True:
        watch()
        await asyncio.sleep(0.2)
