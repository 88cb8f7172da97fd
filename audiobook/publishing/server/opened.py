"""The content of a resource, opened: held until the answer is sent, whatever becomes of the file meanwhile.

Knows bytes and files; refuses to know requests.
"""

import hashlib
import io
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from audiobook.publishing.resource import Resource

PIECE_BYTES = 64 * 1024
"""Read and sent at once: what one listener costs in memory."""

_READ_FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


class GoneError(Exception):
    """The file is missing, may not be read, or is no plain file."""


class ChangedError(Exception):
    """The file holds other bytes than the resource promises: its chapter is being made again."""


@dataclass(slots=True)
class Opener:
    """Opens resources, and makes sure that the bytes are the promised ones.

    A client may put together what it got at different times under one tag, so other bytes must never go out under it.
    Each state of a file is read once for that.
    """

    _checked: dict[Path, tuple[tuple[int, ...], str]] = field(default_factory=dict)

    def open(self, resource: Resource) -> io.BufferedIOBase:
        """Open the content; whoever calls closes it.

        Raises:
            GoneError, ChangedError: as their classes say.
        """
        if isinstance(resource.content, bytes):
            return io.BytesIO(resource.content)
        try:
            file = _open_plain_file(resource.content)
        except OSError as error:
            raise GoneError from error
        try:
            is_as_promised = self._digest(resource.content, file) == resource.sha256
        except OSError as error:
            file.close()
            raise GoneError from error
        if not is_as_promised:
            file.close()
            raise ChangedError
        return file

    def _digest(self, path: Path, file: io.BufferedIOBase) -> str:
        status = os.fstat(file.fileno())
        state = (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)
        known = self._checked.get(path)
        if known is None or known[0] != state:
            known = (state, hashlib.file_digest(file, "sha256").hexdigest())
            self._checked[path] = known
        return known[1]


def _open_plain_file(path: Path) -> io.BufferedIOBase:
    """Open a file that is no link, no pipe and no device: a link might lead out of the release.

    Raises:
        OSError: it cannot be opened, or is no plain file.
    """
    if path.is_symlink():  # said again by O_NOFOLLOW, where the system has it, for a link put there this very moment
        raise FileNotFoundError(path)
    file = open(path, "rb", opener=lambda name, _flags: os.open(name, _READ_FLAGS))  # noqa: SIM115  the caller closes it
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise FileNotFoundError(path)
    return file


def read_pieces(file: io.BufferedIOBase, *, first: int, end: int) -> Iterator[bytes]:
    """Read `file` from `first` up to `end`, a piece at a time; ends early if the file does."""
    while first < end:
        file.seek(first)
        piece = file.read(min(PIECE_BYTES, end - first))
        if not piece:
            return
        first += len(piece)
        yield piece
