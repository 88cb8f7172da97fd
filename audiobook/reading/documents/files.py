"""Reads a whole document file, within a stated size."""

from pathlib import Path

from audiobook.errors import ManuscriptError

LARGEST_PAGE_BYTES = 64 * 1024 * 1024
"""Twenty times the longest novels; a page becomes a tree of some ten times its size in memory."""


def read_whole(path: Path, *, largest: int = LARGEST_PAGE_BYTES) -> bytes:
    """Read a file.

    Raises:
        ManuscriptError: it is missing, unreadable or too large.
    """
    try:
        size = path.stat().st_size
        if size > largest:
            raise ManuscriptError(
                f"{path}: {size:,} bytes are more than the {largest:,} that are read of one page",
                hint="split it into several files in one folder",
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ManuscriptError(f"{path}: no such file or folder", hint="check the name") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ManuscriptError(f"{path}: the file cannot be read: {reason}", hint="check its permissions") from error
