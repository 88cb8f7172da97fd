"""One `make` at a time on one book, and no more processes at one thing than it can bear.

A lock is the operating system's (through filelock), so it goes with the process that held it, however that ended.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from audiobook.errors import OutputError
from audiobook.workspace.files import describe, make_folder

if TYPE_CHECKING:
    from filelock import FileLock


@contextmanager
def hold_lock(path: Path, *, on_wait: Callable[[], None]) -> Iterator[None]:
    """Hold the lock for the length of the block, waiting for whoever has it.

    Args:
        path: the lock's file; it stays when the lock is given back.
        on_wait: called once if somebody else holds it.

    Raises:
        OutputError: the file cannot be made; or, once the block has ended well, it is no longer the one that was
            locked, for then its folder was moved or removed meanwhile, and what the block wrote lies in two places.
    """
    from filelock import FileLock, Timeout

    make_folder(path.parent)
    lock = FileLock(path)
    try:
        try:
            lock.acquire(timeout=0)
        except Timeout:
            on_wait()
            lock.acquire()
    except OSError as error:
        raise OutputError(
            f"{path}: the lock cannot be taken: {describe(error)}", hint="choose another place with --build-dir"
        ) from error
    locked = _identity(path)
    try:
        yield
        if _identity(path) != locked:
            raise OutputError(
                f"{path.parent}: this folder, or one around it, was moved, renamed or removed during the run",
                hint="run the same command again where it is now: what was finished there is kept",
            )
    finally:
        lock.release()


def pass_gate(path: Path, *, on_wait: Callable[[], None]) -> None:
    """Wait until nobody holds a lock that is only ever held for moments.

    Raises:
        OutputError: the file cannot be made.
    """
    with hold_lock(path, on_wait=on_wait):
        pass


def try_locks(paths: Sequence[Path], held: ExitStack) -> Path | None:
    """Take several locks, or as many as are free up to the first that is not.

    Args:
        held: gives them back when it is closed.

    Returns:
        The one that somebody else has; None if all are ours.

    Raises:
        OutputError: a file cannot be made.
    """
    from filelock import FileLock, Timeout

    for path in paths:
        make_folder(path.parent)
        lock = FileLock(path)
        try:
            if not _is_taken(lock, Timeout):
                return path
        except OSError as error:
            raise OutputError(
                f"{path}: the lock cannot be taken: {describe(error)}", hint="make the build folder writable"
            ) from error
        held.callback(lock.release)
    return None


@contextmanager
def hold_one_of(paths: Sequence[Path], *, look_every_s: float) -> Iterator[None]:
    """Hold any one of several locks for the length of the block: as many processes as there are locks go on at once.

    Raises:
        OutputError: the files cannot be made.
    """
    from filelock import FileLock, Timeout

    locks = [FileLock(path) for path in paths]
    try:
        make_folder(paths[0].parent)
        while (lock := next((lock for lock in locks if _is_taken(lock, Timeout)), None)) is None:
            time.sleep(look_every_s)
    except OSError as error:
        raise OutputError(f"{paths[0]}: the lock cannot be taken: {describe(error)}") from error
    try:
        yield
    finally:
        lock.release()


def _identity(path: Path) -> tuple[int, int] | None:
    """Tell a file from one that has its name later; None if there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _is_taken(lock: "FileLock", timeout: type[Exception]) -> bool:
    """Take a lock if nobody has it."""
    try:
        lock.acquire(timeout=0)
    except timeout:
        return False
    return True
