"""A real HTTP server on this machine that gives files as it is told: whole, from a byte on, cut, late, or others."""

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import cast


@dataclass(frozen=True, kw_only=True)
class Manner:
    """How one request is answered.

    Attributes:
        status: anything but 200 is sent without the file.
        headers: more of them.
        obeys_range: an answer begins where it was asked to.
        begins_at: an answer begins there, whatever was asked.
        cut_after: bytes sent before the line breaks.
        stalls: nothing is sent behind the head.
        content: another file than the right one.
        tells_length: no Content-Length otherwise.
    """

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    obeys_range: bool = True
    begins_at: int | None = None
    cut_after: int | None = None
    stalls: bool = False
    content: bytes | None = None
    tells_length: bool = True


class FileServer(ThreadingHTTPServer):
    """Answers in the given manners in turn, in the last one for ever."""

    daemon_threads = False

    def __init__(self, files: dict[str, bytes], manners: tuple[Manner, ...]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.files = files
        self.manners = list(manners)
        self.asked: list[tuple[str, str | None]] = []
        self.is_over = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def next_manner(self) -> Manner:
        return self.manners.pop(0) if len(self.manners) > 1 else self.manners[0]


@contextmanager
def serving_files(files: dict[str, bytes], *manners: Manner) -> Iterator[FileServer]:
    """Run a server for the length of a block."""
    server = FileServer(files, manners or (Manner(),))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.is_over.set()
        server.shutdown()
        thread.join()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        server = cast("FileServer", self.server)
        server.asked.append((self.path, self.headers.get("Range")))
        manner = server.next_manner()
        content = server.files.get(self.path.lstrip("/")) if manner.content is None else manner.content
        with suppress(ConnectionError):
            if manner.status != 200:
                self._refuse(manner)
            elif content is None:
                self._refuse(Manner(status=404))
            else:
                self._send(manner, content, server.is_over)

    def _refuse(self, manner: Manner) -> None:
        self.send_response(manner.status, "SECRET WORDS OF THE SERVER")
        for name, value in {"Content-Length": "0", **manner.headers}.items():
            self.send_header(name, value)
        self.end_headers()

    def _send(self, manner: Manner, content: bytes, is_over: threading.Event) -> None:
        asked = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", ""))
        start = int(asked[1]) if asked and manner.obeys_range else 0
        start = start if manner.begins_at is None else manner.begins_at
        is_part = bool(asked) and manner.obeys_range
        self.send_response(206 if is_part else 200)
        if is_part:
            self.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
        if manner.tells_length:
            self.send_header("Content-Length", str(len(content) - start))
        self.end_headers()
        if manner.stalls:
            is_over.wait(5)
            return
        rest = content[start:]
        self.wfile.write(rest if manner.cut_after is None else rest[: manner.cut_after])

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the name in the base class
        """Stay silent."""
