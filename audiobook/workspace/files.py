"""Files that appear complete or not at all.

Knows how to write safely; refuses to know what is written.
"""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from audiobook.errors import OutputError


def write_atomically(path: Path, data: bytes, *, durable: bool = False) -> None:
    """Put `data` under `path` in one step; a reader sees the old file or the new one, never a part.

    Args:
        path: the final name; its folder is made if it is missing.
        data: the whole content.
        durable: also wait until the disk has it, for what cannot be made again.

    Raises:
        OutputError: the folder cannot be written or the disk is full; nothing is left behind.
    """
    with open_atomically(path, durable=durable) as file:
        file.write(data)


@contextmanager
def open_atomically(path: Path, *, durable: bool = False) -> Iterator[BinaryIO]:
    """Open a file that takes the name `path` when the block ends well, and vanishes when it does not.

    Raises:
        OutputError: as `write_atomically`; an `OSError` raised inside the block counts as a failure to write.
    """
    temporary = path.with_name(f".{path.name[:60]}.{os.getpid()}-{secrets.token_hex(4)}.tmp")
    try:
        with _create(temporary) as file:
            yield file
            if durable:
                file.flush()
                os.fsync(file.fileno())
        temporary.replace(path)
        if durable:
            _sync_folder(path.parent)
    except BaseException as error:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise OutputError(f"{path}: cannot be written: {describe(error)}", hint=_hint(error)) from error
        raise


def _create(path: Path) -> BinaryIO:
    """Open a new file; its folder is made only where it turns out to be missing, for that is rare."""
    try:
        return path.open("xb")
    except FileNotFoundError:
        make_folder(path.parent)
        return path.open("xb")


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, if they are missing.

    Raises:
        OutputError: it cannot be made, or something else bears its name.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{folder}: this folder cannot be made: {describe(error)}", hint=_hint(error)) from error


def remove_file(path: Path) -> None:
    """Remove a file that this program made; fine if it is gone already.

    Raises:
        OutputError: it cannot be removed.
    """
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(f"{path}: cannot be removed: {describe(error)}", hint=_hint(error)) from error


def describe(error: OSError) -> str:
    """Say what the operating system said, in lower case and without numbers or paths."""
    return (error.strerror or type(error).__name__).lower()


def _hint(error: OSError) -> str:
    import errno

    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return "free some space on this disk, then run the same command again: what is finished is kept"
    return "choose another place with --build-dir or --voices-dir, or make this one writable"


def _sync_folder(folder: Path) -> None:
    """Make a rename survive a power cut; Windows has no such call and does without."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
