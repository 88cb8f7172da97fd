"""The standard streams, whatever they are connected to: a terminal, a pipe that closes, a full disk, nothing.

Results go through `tell`, everything else through `show`. A reader who has gone is no error and stops no work. What a
manuscript, a title or a name holds must not steer a terminal: its control characters are shown as U+FFFD there.
"""

import os
import re
import sys
from typing import TextIO

from audiobook.errors import OutputError
from audiobook.workspace.files import describe

_STEERS_TERMINALS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""The control characters of ASCII and Latin-1 except tab and newline."""


def prepare_streams() -> None:
    """Write UTF-8 whatever the locale says; a stream that was closed before we started swallows everything."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123  open to the end
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def tell(text: str, *, end: str = "\n") -> None:
    """Print a result to stdout, exactly unless that is a terminal.

    Raises:
        OutputError: it cannot be written, for example because the disk it goes to is full.
    """
    draw(_harmless(text) if sys.stdout.isatty() else text, end=end)


def draw(picture: str, *, end: str = "\n") -> None:
    """Print to stdout what is all our own, such as a picture with colours.

    Raises:
        OutputError: as `tell`.
    """
    try:
        sys.stdout.write(picture + end)
    except OSError as error:
        _give_up(sys.stdout, error)


def flush_results() -> None:
    """Send on what `tell` has printed.

    Raises:
        OutputError: as `tell`.
    """
    try:
        sys.stdout.flush()
    except OSError as error:
        _give_up(sys.stdout, error)


def show(message: str) -> None:
    """Print a message for the person, which is not a result, to stderr; if nobody can see it, go on."""
    try:
        sys.stderr.write(_harmless(message) + "\n")
        sys.stderr.flush()
    except OSError:
        _swallow(sys.stderr)


def _harmless(text: str) -> str:
    return _STEERS_TERMINALS.sub("\ufffd", text)


def _give_up(stream: TextIO, error: OSError) -> None:
    _swallow(stream)
    if not isinstance(error, BrokenPipeError):
        raise OutputError(f"the result cannot be printed: {describe(error)}") from error


def _swallow(stream: TextIO) -> None:
    """Let everything further go nowhere, the interpreter's own last flush included."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
