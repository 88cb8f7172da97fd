"""Loaded by Python itself in every process under test: notes each connection, program and file opened for writing.

What C libraries do by themselves is not seen here; `hostile.py --strace` watches the system calls as well.
"""

import os
import sys
from pathlib import Path

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_LOG = os.environ["HOSTILE_LOG"]
_NETWORK = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "urllib.Request")


def _note(what: str) -> None:
    descriptor = os.open(_LOG, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.write(descriptor, f"{what}\n".encode(errors="replace"))
    os.close(descriptor)


def _hook(event: str, args: tuple[object, ...]) -> None:
    if event in _NETWORK:
        _note(f"network {event} {args[1:]!r}")
    elif event == "open" and _is_for_writing(args) and args[0] != _LOG:
        _note(f"write {Path(str(args[0])).absolute()}")


def _is_for_writing(args: tuple[object, ...]) -> bool:
    return isinstance(args[0], str) and isinstance(args[2], int) and bool(args[2] & _WRITING)


sys.addaudithook(_hook)
