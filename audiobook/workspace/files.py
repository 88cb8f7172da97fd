"""Files that appear complete or not at all.

Knows how to write safely; refuses to know what is written.
"""

import errno
import os
import re
import secrets
import stat
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from audiobook.errors import OutputError

_TEMPORARY = ".tmp"
_TEMPORARY_NAME = re.compile(r"\..+\.\d+-[0-9a-f]{8}\.tmp", re.DOTALL)


def write_atomically(path: Path, data: bytes, *, durable: bool = False, mode: int = 0o666) -> None:
    """Put `data` under `path` in one step; a reader sees the old file or the new one, never a part.

    Args:
        path: the final name; its folder is made if it is missing.
        data: the whole content.
        durable: also wait until the disk has it, for what cannot be made again.
        mode: permissions of a file that is not there yet, less what the system's umask takes away.

    Raises:
        OutputError: the folder cannot be written or the disk is full; nothing is left behind.
    """
    with open_atomically(path, durable=durable, mode=mode) as file:
        file.write(data)


@contextmanager
def open_atomically(path: Path, *, durable: bool = False, mode: int = 0o666) -> Iterator[BinaryIO]:
    """Open a file that takes the name `path` when the block ends well, and vanishes when it does not.

    A file that is there already hands on its permissions; one that is read-only is left alone.

    Raises:
        OutputError: the file is read-only, or as `write_atomically`; an `OSError` inside the block counts as one.
    """
    temporary = path.with_name(f".{path.name[:60]}.{os.getpid()}-{secrets.token_hex(4)}{_TEMPORARY}")
    try:
        mode_to_keep = _mode_to_keep(path)
        with _create(temporary, mode) as file:
            yield file
            if durable:
                file.flush()
                os.fsync(file.fileno())
        if mode_to_keep is not None:
            temporary.chmod(mode_to_keep)
        temporary.replace(path)
        if durable:
            _sync_folder(path.parent)
    except BaseException as error:  # Ctrl-C too: half a file must never stay
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise OutputError(f"{path}: cannot be written: {describe(error)}", hint=_hint(error)) from error
        raise


def sweep_temporary_files(folder: Path) -> None:
    """Remove what writers that were killed have left in a folder that nobody else writes into now.

    Raises:
        OutputError: a file cannot be removed.
    """
    for path in folder.glob(f".*{_TEMPORARY}"):
        if _TEMPORARY_NAME.fullmatch(path.name):
            remove_file(path)


def _mode_to_keep(path: Path) -> int | None:
    """The permissions of a file that will be replaced; None if there is none."""
    try:
        mode = stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        return None
    if not mode & 0o222:
        raise PermissionError(errno.EACCES, "the file is read-only")
    return mode


def _create(path: Path, mode: int) -> BinaryIO:
    """Open a new file; its folder is made only where it turns out to be missing, for that is rare."""

    def opener(name: str, flags: int) -> int:
        return os.open(name, flags, mode)

    try:
        return open(path, "xb", opener=opener)
    except FileNotFoundError:
        make_folder(path.parent)
        return open(path, "xb", opener=opener)


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


def size_of(path: Path) -> int:
    """Say how long a file is, in bytes; 0 if there is none."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def stands_for(folder: Path, name: str, others: Collection[str]) -> bool:
    """Say whether the file of a name is also that of one of these: its own name, or on some disks another spelling."""
    if name in others:
        return True
    spellings = [other for other in others if other.casefold() == name.casefold()]
    try:
        return any((folder / name).samefile(folder / other) for other in spellings)
    except OSError:
        return False  # one of them is not there


def describe(error: OSError) -> str:
    """Say what the operating system said, in lower case and without numbers or paths."""
    return (error.strerror or type(error).__name__).lower()


def _hint(error: OSError) -> str:
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return "free some space on this disk, then run the same command again: what is finished is kept"
    return "choose another place (--build-dir, --voices-dir, --to), or make this one writable"


def _sync_folder(folder: Path) -> None:
    """Make a rename survive a power cut; Windows has no such call and does without."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
