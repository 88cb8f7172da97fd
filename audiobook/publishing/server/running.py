"""Listening on a port until Ctrl-C.

Knows sockets and uvicorn; refuses to know what is served.
"""

import errno
import logging
import os
import socket

import uvicorn
from starlette.types import ASGIApp

from audiobook.errors import OutputError, UsageError
from audiobook.publishing.server.connections import MOST_HEADER_BYTES, GuardedConnection, most_connections
from audiobook.workspace.files import describe

LOOPBACK = "127.0.0.1"
EVERYWHERE = "0.0.0.0"  # noqa: S104  on request only; IPv4 alone, for IPv6 addresses are often open to the internet
_KEEP_ALIVE_S = 10
_LAST_ANSWERS_S = 3
_BACKLOG = 256
_PORTS_TRIED = 20


def listen(address: str, port: int) -> socket.socket:
    """Take a port.

    Args:
        port: 0 takes any that is free.

    Raises:
        UsageError: it is taken, or may not be used.
    """
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if os.name == "posix":  # elsewhere it would let two programs have the same port
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((address, port))
        listening.listen(_BACKLOG)
    except (OSError, OverflowError) as error:
        listening.close()
        reason = describe(error) if isinstance(error, OSError) else str(error)
        raise UsageError(
            f"port {port} cannot be used: {reason}",
            hint="perhaps audiobook serve is running already; --port NUMBER takes another (apps must subscribe again)",
        ) from error
    return listening


def listen_from(address: str, first_port: int) -> socket.socket:
    """Take the first free port from `first_port` on, or after a while any.

    Raises:
        UsageError: the system gives none.
    """
    for port in range(first_port, first_port + _PORTS_TRIED):
        try:
            return listen(address, port)
        except UsageError as error:
            if not isinstance(error.__cause__, OSError) or error.__cause__.errno != errno.EADDRINUSE:
                raise
    return listen(address, 0)


def run_until_stopped(app: ASGIApp, listening: socket.socket) -> None:
    """Answer until Ctrl-C, then let answers that are on their way end, for a moment.

    Raises:
        KeyboardInterrupt: that is how it ends.
        OutputError: the system gives no more files or memory.
    """
    try:
        make_server(app).run(sockets=[listening])
    except OSError as error:
        raise OutputError(f"the server stopped: {describe(error)}") from error


def make_server(app: ASGIApp) -> uvicorn.Server:
    """Make a server with our limits, which says nothing itself."""
    _silence(logging.getLogger("uvicorn"))
    config = uvicorn.Config(
        app,
        http=GuardedConnection,
        ws="none",
        loop="asyncio",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=most_connections(),
        backlog=_BACKLOG,
        timeout_keep_alive=_KEEP_ALIVE_S,
        timeout_graceful_shutdown=_LAST_ANSWERS_S,
        h11_max_incomplete_event_size=MOST_HEADER_BYTES,
    )
    return uvicorn.Server(config)


def _silence(logger: logging.Logger) -> None:
    """Keep what uvicorn says about broken clients from the person's terminal: they can do nothing about it."""
    logger.addHandler(logging.NullHandler())
    logger.propagate = False
