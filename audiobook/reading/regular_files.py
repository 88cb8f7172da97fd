"""Opening what a person names as a manuscript: ordinary files of a size that can be read, and nothing else.

Pipes and devices are refused before a byte is read: they block, or never end. Knows no format.
"""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from audiobook.errors import ManuscriptError


def read_regular_file(path: Path, *, most_bytes: int, too_large_hint: str) -> bytes:
    """Read a whole file.

    Args:
        most_bytes: more than this is refused, also where the file grows while it is read.
        too_large_hint: what to do with a larger one.

    Raises:
        ManuscriptError: missing, unreadable, no ordinary file, or too large.
    """
    with open_regular_file(path) as file:
        size = os.fstat(file.fileno()).st_size
        try:
            data = file.read(most_bytes + 1) if size <= most_bytes else b""
        except OSError as error:
            raise _unreadable(path, error) from error
    if size > most_bytes or len(data) > most_bytes:
        raise ManuscriptError(
            f"{path}: the file has {max(size, len(data)):,} bytes; at most {most_bytes:,} are read",
            hint=too_large_hint,
        )
    return data


@contextmanager
def open_regular_file(path: Path) -> Iterator[BinaryIO]:
    """Open an ordinary file for reading; links are followed.

    Raises:
        ManuscriptError: missing, unreadable, or a folder, a pipe, a socket or a device.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error
    kind = _kind_of(os.fstat(descriptor).st_mode)
    if kind is not None:
        os.close(descriptor)
        raise ManuscriptError(f"{path}: this is {kind}, not a file", hint="name the file that holds the story")
    with os.fdopen(descriptor, "rb") as file:
        yield file


def _kind_of(mode: int) -> str | None:
    """Say what stands at a path if it is not an ordinary file."""
    if stat.S_ISREG(mode):
        return None
    if stat.S_ISDIR(mode):
        return "a folder"
    if stat.S_ISFIFO(mode):
        return "a pipe"
    return "a device"


def _unreadable(path: Path, error: OSError | ValueError) -> ManuscriptError:
    if isinstance(error, FileNotFoundError):
        return ManuscriptError(f"{path}: no such file or folder", hint="check the name")
    reason = getattr(error, "strerror", None) or str(error)
    return ManuscriptError(f"{path}: the file cannot be read: {reason}", hint="check its permissions")
