"""Connections that cannot stop others: limits on how many there are, how long they may dawdle, what they may hold.

Three kinds of client would otherwise keep a place for ever: one that connects and says nothing, one that sends its
headers a byte at a time, and one that does not take what it asked for. The first two are given up after
`REQUEST_WAIT_S`, and at once when somebody else needs the place; the third after `STALL_WAIT_S` without progress. A
slow client that takes its bytes keeps its place as long as it likes.

Knows connections; refuses to know what is asked.
"""

import asyncio
import ipaddress
import sys
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

REQUEST_WAIT_S = 15.0
"""For a request's headers, from the moment the client could send them."""

STALL_WAIT_S = 120.0
"""A player that is paused stops reading; one that lost its place by this asks again with a range."""

MOST_PER_ADDRESS = 64
"""Of one address that is not this computer."""

MOST_CONNECTIONS = 512

MOST_HEADER_BYTES = 16 * 1024

_LEAST_PROGRESS_BYTES = 1024
_SPARE_FILES = 64  # for what is not a connection: the program's own modules, sockets and terminal


def most_connections() -> int:
    """Decide how many connections there may be at once: each may need a second open file for what it sends."""
    return max(16, min(MOST_CONNECTIONS, (_raise_file_limit() - _SPARE_FILES) // 2))


def _raise_file_limit() -> int:
    """Ask the system for as many open files as we could need; some allow 256 unless asked."""
    if sys.platform == "win32":
        return 2 * MOST_CONNECTIONS + _SPARE_FILES
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 2 * MOST_CONNECTIONS + _SPARE_FILES
    if soft == resource.RLIM_INFINITY or soft >= wanted:
        return wanted
    more = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (more, hard))
    except (ValueError, OSError):
        return soft
    return more


class GuardedConnection(H11Protocol):
    """One connection, as uvicorn speaks it, with an end to its patience."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._request_timer: asyncio.TimerHandle | None = None
        self._stall_timer: asyncio.TimerHandle | None = None
        self._resumed = 0
        self.waiting_since_s = self.loop.time()

    @property
    def is_waiting(self) -> bool:
        """Whether nothing is being answered: the client has asked for nothing yet, or has had its answer."""
        cycle: RequestResponseCycle | None = self.cycle  # None until the first request, whatever uvicorn declares
        return cycle is None or cycle.response_complete

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn does
        """Take the connection in, or turn it away."""
        super().connection_made(transport)
        self._make_room()
        self._expect_request()

    def data_received(self, data: bytes) -> None:
        """Read on; headers that trickle in do not win time."""
        super().data_received(data)
        if not self.is_waiting:
            self._cancel_request_timer()
        elif self._request_timer is None:
            self._expect_request()

    def on_response_complete(self) -> None:
        """See to it that what is left of the answer is taken, and the next request comes."""
        self.waiting_since_s = self.loop.time()
        super().on_response_complete()
        if self.is_waiting:
            self._expect_request()
        self._expect_progress()

    def pause_writing(self) -> None:
        """The client takes less than we have: wait for it, within bounds."""
        super().pause_writing()
        self._expect_progress()

    def resume_writing(self) -> None:
        """The client has caught up."""
        self._resumed += 1
        super().resume_writing()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the timers: they would keep the connection in memory."""
        self._cancel_request_timer()
        if self._stall_timer is not None:
            self._stall_timer.cancel()
            self._stall_timer = None
        super().connection_lost(exc)

    def _make_room(self) -> None:
        """Let a newcomer have the place of whoever has waited longest without asking for anything."""
        others = [
            each
            for each in self.connections
            if each is not self and isinstance(each, GuardedConnection) and not each.transport.is_closing()
        ]
        if self._is_too_many_from_one_address(others):
            self.transport.abort()
        elif self.limit_concurrency is not None and len(others) + 1 >= self.limit_concurrency:
            waiting = [each for each in others if each.is_waiting]
            if waiting:
                min(waiting, key=lambda each: each.waiting_since_s).transport.abort()

    def _is_too_many_from_one_address(self, others: "list[GuardedConnection]") -> bool:
        if self.client is None or ipaddress.ip_address(self.client[0]).is_loopback:
            return False
        same = sum(each.client is not None and each.client[0] == self.client[0] for each in others)
        return same >= MOST_PER_ADDRESS

    def _expect_request(self) -> None:
        self._cancel_request_timer()
        self._request_timer = self.loop.call_later(REQUEST_WAIT_S, self._give_up_waiting)

    def _give_up_waiting(self) -> None:
        if self.transport.get_write_buffer_size():  # the client is still taking the last answer
            self._expect_request()
        else:
            self.transport.abort()

    def _cancel_request_timer(self) -> None:
        if self._request_timer is not None:
            self._request_timer.cancel()
            self._request_timer = None

    def _expect_progress(self) -> None:
        size = self.transport.get_write_buffer_size()
        if size and self._stall_timer is None:
            self._stall_timer = self.loop.call_later(STALL_WAIT_S, self._abort_if_stuck, size, self._resumed)

    def _abort_if_stuck(self, size_before: int, resumed_before: int) -> None:
        self._stall_timer = None
        taken = size_before - self.transport.get_write_buffer_size()
        if self._resumed == resumed_before and taken < min(_LEAST_PROGRESS_BYTES, size_before):
            self.transport.abort()
        else:
            self._expect_progress()
