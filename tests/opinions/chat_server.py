"""A real HTTP server on this machine that answers like a chat endpoint, or misbehaves as it is told."""

import json
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, cast


@dataclass(frozen=True, kw_only=True)
class Received:
    """A request as it came in."""

    path: str
    headers: dict[str, str]
    document: dict[str, Any]

    @property
    def prompt(self) -> str:
        return str(self.document["messages"][-1]["content"])

    @property
    def asked(self) -> list[int]:
        (numbers,) = re.findall(r"^Who says or thinks (.*)\?$", self.prompt, re.MULTILINE)
        return [int(number) for number in numbers.split(", ")]


@dataclass(frozen=True, kw_only=True)
class Reply:
    """What the server sends.

    Attributes:
        claimed_length: the Content-Length, if it is not the truth.
        pause_s: before every byte of the body; the head comes at once.
    """

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    claimed_length: int | None = None
    pause_s: float = 0.0


Answer = Reply | Callable[[Received], Reply]


def says(content: str | None, *, finish_reason: str = "stop") -> Reply:
    """A proper chat completion with these words."""
    message = {"role": "assistant", "content": content}
    return Reply(body=json.dumps({"choices": [{"message": message, "finish_reason": finish_reason}]}).encode())


def labels_all(name: str) -> Callable[[Received], Reply]:
    """A model that gives every line to one person."""
    return lambda received: says(json.dumps({"labels": {str(number): name for number in received.asked}}))


class ChatServer(ThreadingHTTPServer):
    """Gives its answers in turn, the last one for ever."""

    daemon_threads = False

    def __init__(self, answers: tuple[Answer, ...]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers = list(answers)
        self.received: list[Received] = []
        self.is_over = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1"

    def next_reply(self, received: Received) -> Reply:
        self.received.append(received)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        return answer if isinstance(answer, Reply) else answer(received)


@contextmanager
def serving(*answers: Answer) -> Iterator[ChatServer]:
    """Run a server for the length of a block."""
    server = ChatServer(answers)
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
    def do_POST(self) -> None:
        server = cast("ChatServer", self.server)
        body = self.rfile.read(int(self.headers["Content-Length"]))
        headers = {name.lower(): value for name, value in self.headers.items()}
        reply = server.next_reply(Received(path=self.path, headers=headers, document=json.loads(body)))
        with suppress(ConnectionError):  # whoever asked may have lost patience
            self._send(reply, server.is_over)

    def _send(self, reply: Reply, is_over: threading.Event) -> None:
        self.send_response(reply.status, "SECRET WORDS OF THE SERVER")
        length = len(reply.body) if reply.claimed_length is None else reply.claimed_length
        for name, value in {"Content-Length": str(length), **reply.headers}.items():
            self.send_header(name, value)
        self.end_headers()
        if not reply.pause_s:
            self.wfile.write(reply.body)
            return
        for byte in reply.body:
            if is_over.wait(reply.pause_s):
                return
            self.wfile.write(bytes([byte]))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the name in the base class
        """Stay silent."""
