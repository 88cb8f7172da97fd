"""One `make` at a time on one book.

The lock is the operating system's (through filelock), so it goes with the process that held it, however that ended.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from audiobook.errors import OutputError
from audiobook.workspace.files import describe, make_folder


@contextmanager
def hold_lock(path: Path, *, on_wait: Callable[[], None]) -> Iterator[None]:
    """Hold the lock for the length of the block, waiting for whoever has it.

    Args:
        path: the lock's file; it stays when the lock is given back.
        on_wait: called once if somebody else holds it.

    Raises:
        OutputError: the file cannot be made.
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
    try:
        yield
    finally:
        lock.release()
