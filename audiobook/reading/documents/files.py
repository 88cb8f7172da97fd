"""Reads a whole document file, within a stated size."""

from pathlib import Path

from audiobook.reading.regular_files import read_regular_file

LARGEST_PAGE_BYTES = 64 * 1024 * 1024
"""Twenty times the longest novels; a page becomes a tree of some ten times its size in memory."""


def read_whole(path: Path, *, largest: int = LARGEST_PAGE_BYTES) -> bytes:
    """Read a file.

    Raises:
        ManuscriptError: it is missing, unreadable, no ordinary file, or too large.
    """
    return read_regular_file(path, most_bytes=largest, too_large_hint="split it into several files in one folder")
