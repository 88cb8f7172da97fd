"""Clients that dawdle, flood or break off; the times are shortened, and what is waited for is an event, not a time."""

import socket
import time
from contextlib import ExitStack

import pytest

from audiobook.publishing.server import connections
from tests.publishing.server.conftest import SOUND, Running, Start

MP3 = "/book/1/sound.mp3"


def closes(connection: socket.socket) -> bool:
    """Wait until the server hangs up."""
    try:
        while connection.recv(65536):
            pass
    except ConnectionResetError:
        pass
    return True


def open_connection(running: Running) -> socket.socket:
    return socket.create_connection(("127.0.0.1", running.port), timeout=20)


@pytest.fixture
def impatient(start: Start, monkeypatch: pytest.MonkeyPatch) -> Running:
    monkeypatch.setattr(connections, "REQUEST_WAIT_S", 0.3)
    monkeypatch.setattr(connections, "STALL_WAIT_S", 0.3)
    return start()


def test_a_client_that_says_nothing_is_given_up(impatient: Running) -> None:
    with open_connection(impatient) as silent:
        assert closes(silent)


def test_headers_that_trickle_in_win_no_time(impatient: Running) -> None:
    with open_connection(impatient) as slow:
        slow.sendall(b"GET / HTTP/1.1\r\n")
        slow.settimeout(0.05)
        assert trickles_until_closed(slow)


def trickles_until_closed(connection: socket.socket) -> bool:
    for _ in range(400):
        try:
            connection.sendall(b"X-A: b\r\n")
            if not connection.recv(1):
                return True
        except TimeoutError:
            continue
        except (ConnectionResetError, BrokenPipeError):
            return True
    return False


def test_a_second_request_must_come_in_time_too(impatient: Running) -> None:
    with open_connection(impatient) as slow:
        slow.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        assert slow.recv(65536).startswith(b"HTTP/1.1 200")
        slow.sendall(b"GET / HT")
        assert closes(slow)


def test_who_takes_nothing_is_given_up(impatient: Running) -> None:
    impatient.sound.write_bytes(bytes(60_000_000))  # more than the system itself keeps for a connection
    with open_connection(impatient) as stuck:
        stuck.sendall(f"GET {MP3} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
        time.sleep(1.5)
        assert read_all(stuck) < 60_000_000


def read_all(connection: socket.socket) -> int:
    """Read until the end, or until the server breaks off; say how many bytes came."""
    count = 0
    try:
        while piece := connection.recv(1 << 20):
            count += len(piece)
    except ConnectionResetError:
        pass
    return count


def test_who_takes_little_at_a_time_gets_all(impatient: Running) -> None:
    impatient.sound.write_bytes(bytes(3_000_000))
    with open_connection(impatient) as slow:
        slow.sendall(f"GET {MP3} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode())
        got = b""
        while piece := slow.recv(100_000):
            got += piece
            time.sleep(0.03)
        assert len(got.partition(b"\r\n\r\n")[2]) == 3_000_000


def test_a_newcomer_gets_the_place_of_who_has_waited_longest(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "MOST_CONNECTIONS", 16)
    running = start()
    with ExitStack() as stack:
        silent = [stack.enter_context(open_connection(running)) for _ in range(40)]
        assert running.ask(MP3).body == SOUND
        assert closes(silent[0])


def test_headers_of_any_size_are_refused_beyond_a_limit(running: Running) -> None:
    answer = running.send(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-A: " + b"a" * 200_000)
    assert answer == b"" or answer.startswith(b"HTTP/1.1 4")
    assert running.ask("/").status == 200


@pytest.mark.parametrize(
    "data",
    [b"\x16\x03\x01\x02\x00\x01\x00\x01", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"\0" * 100,
     b"GET http://evil.example/ HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
     "GET /\u00e9 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode(),
     b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"],
)  # fmt: skip
def test_what_is_no_http_disturbs_nobody(impatient: Running, data: bytes) -> None:
    answer = impatient.send(data)
    assert b"Traceback" not in answer
    assert impatient.ask("/").status == 200
    assert impatient.told == []


def test_a_client_that_breaks_off_disturbs_nobody(running: Running) -> None:
    running.sound.write_bytes(bytes(30_000_000))
    for _ in range(20):
        with open_connection(running) as broken:
            broken.sendall(f"GET {MP3} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
            broken.recv(100)
    assert running.ask("/").status == 200
    assert running.told == []
