"""A disk that fails at the n-th thing that is asked of it: writes, closings, renames, fsyncs, new folders, removals."""

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO, cast

import pytest

from audiobook.workspace import files

_TAKES_SPACE = frozenset({"write", "close", "mkdir", "fsync", "create"})


class FailingDisk:
    """Counts what is asked of the disk below a folder, and fails.

    Args:
        folder: elsewhere nothing fails.
        at: which request fails, from 1; None lets everything pass.
        code: of the error. A full disk stays full, but lets files be renamed and removed; other errors come once.
    """

    def __init__(self, folder: Path, *, at: int | None, code: int = errno.EIO) -> None:
        self.count = 0
        self.failed = False
        self._folder = str(folder)
        self._at = at
        self._code = code

    def ask(self, what: str, path: object) -> None:
        """Count a request.

        Raises:
            OSError: it is the one that fails.
        """
        if self._at is None or self._code != errno.ENOSPC or what in _TAKES_SPACE:
            if not str(path).startswith(self._folder):
                return
            self.count += 1
        is_due = self._at is not None and (
            self.count == self._at or (self._code == errno.ENOSPC and self.count > self._at and what in _TAKES_SPACE)
        )
        if is_due and (self._code == errno.ENOSPC or not self.failed):
            self.failed = True
            raise OSError(self._code, os.strerror(self._code))

    def install(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Stand between the program and the disk."""
        create = files._create

        def failing_create(path: Path, mode: int) -> BinaryIO:
            self.ask("create", path)
            return cast("BinaryIO", _FailingFile(create(path, mode), path, self))

        monkeypatch.setattr(files, "_create", failing_create)
        for name in ("replace", "unlink", "mkdir", "fsync"):
            monkeypatch.setattr(os, name, self._failing(name, getattr(os, name)))

    def _failing(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(place: Any, *arguments: Any, **named: Any) -> Any:
            self.ask(name, self._folder if name == "fsync" else place)
            return real(place, *arguments, **named)

        return call


class _FailingFile:
    """A file on that disk; of a write that fails, half is written."""

    def __init__(self, file: BinaryIO, path: Path, disk: FailingDisk) -> None:
        self._file = file
        self._path = path
        self._disk = disk

    def write(self, data: bytes) -> int:
        try:
            self._disk.ask("write", self._path)
        except OSError:
            self._file.write(data[: len(data) // 2])
            raise
        return self._file.write(data)

    def __enter__(self) -> "_FailingFile":
        return self

    def __exit__(self, *_: object) -> None:
        try:
            self._disk.ask("close", self._path)
        finally:
            with suppress(OSError):
                self._file.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)
