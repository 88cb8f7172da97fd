"""A running server with a few resources, and a client that sends exactly what a test says."""

import http.client
import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from audiobook.publishing.resource import Resource, resource_of_bytes, resource_of_file
from audiobook.publishing.server.app import SiteServer, make_app
from audiobook.publishing.server.hosts import Hosts
from audiobook.publishing.server.live_site import LiveSite, Source
from audiobook.publishing.server.running import LOOPBACK, listen, make_server

MODIFIED = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
SOUND = bytes(range(256)) * 1000
TOKEN = "abcdefghjkmnpqrstuvwxyz234"


@dataclass(slots=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(slots=True)
class Running:
    """A server on a port of its own, and what it told the person."""

    port: int
    sound: Path
    told: list[str]

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Ask for a path exactly as it is given; an underscore in a header's name stands for a dash."""
        connection = http.client.HTTPConnection(LOOPBACK, self.port, timeout=10)
        try:
            connection.putrequest(method, path, skip_host="host" in headers, skip_accept_encoding=True)
            for name, value in headers.items():
                connection.putheader(name.replace("_", "-"), value)
            connection.endheaders()
            answer = connection.getresponse()
            return Answer(answer.status, {key.lower(): value for key, value in answer.getheaders()}, answer.read())
        finally:
            connection.close()

    def send(self, data: bytes) -> bytes:
        """Send bytes as they are; return all that comes back until the server closes."""
        with socket.create_connection((LOOPBACK, self.port), timeout=10) as connection:
            connection.sendall(data)
            answer = b""
            try:
                while piece := connection.recv(65536):
                    answer += piece
            except ConnectionResetError:
                pass
            return answer


@dataclass(slots=True)
class Shelf:
    """What the server serves: a sound in a file, an empty file, a page and a feed that names the base URL."""

    sound: Path
    failing: bool = False
    extra: list[Resource] = field(default_factory=list)

    def list_resources(self, _books: object, base_url: str) -> Mapping[str, Resource]:
        if self.failing:
            raise ZeroDivisionError
        made = [
            resource_of_bytes("index.html", b"<p>All books", media_type="text/html; charset=utf-8", modified=MODIFIED),
            resource_of_bytes("book/index.html", b"<p>A book", media_type="text/html", modified=MODIFIED),
            resource_of_bytes("book/feed.xml", base_url.encode(), media_type="application/rss+xml", modified=MODIFIED),
            resource_of_bytes("book/empty", b"", media_type="text/plain", modified=MODIFIED),
            *self.extra,
        ]
        if self.sound.exists():
            made.append(resource_of_file("book/1/sound.mp3", self.sound, media_type="audio/mpeg"))
        return {resource.path: resource for resource in made}


Start = Callable[..., Running]


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    sound = tmp_path / "sound.mp3"
    sound.write_bytes(SOUND)
    return Shelf(sound)


@pytest.fixture
def start(shelf: Shelf) -> Iterator[Start]:
    """Start a server; it stops when the test ends."""
    stops: list[Callable[[], None]] = []

    def run(hosts: Hosts | None = None, token: str | None = None) -> Running:
        told: list[str] = []
        site = LiveSite(
            Source(fingerprint=lambda: 0, load=lambda: None, list_resources=shelf.list_resources, report=told.append)
        )
        app = make_app(SiteServer(site=site, hosts=hosts or Hosts(), token=token, report=told.append))
        listening = listen(LOOPBACK, 0)
        port = listening.getsockname()[1]
        server = make_server(app)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()

        def stop() -> None:
            server.should_exit = True
            thread.join()

        stops.append(stop)
        while not server.started:
            time.sleep(0.01)
        return Running(port, shelf.sound, told)

    yield run
    for stop in stops:
        stop()


@pytest.fixture
def running(start: Start) -> Running:
    """A server for this computer only."""
    return start()
