"""A digest of this program: what was concluded by other code than today's is not trusted.

So that nobody must remember to raise a number. Knows files; refuses to know which of them matter.
"""

import hashlib
import os
import platform
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

from audiobook import __version__

_MADE_FROM_OTHERS = "__pycache__"


@cache
def program_digest() -> str:
    """Digest every file of the package, and the version of Python; without files the program's version must do."""
    return digest_folder(Path(__file__).parents[2])


def digest_folder(folder: Path) -> str:
    """Digest names and contents of all files below a folder, but for what Python compiled from them."""
    digest = hashlib.blake2b(f"{__version__} {platform.python_version()}".encode(), digest_size=20)
    with suppress(OSError):  # installed in some other way than as files that may be read: the version counts
        for path in _files(folder):
            with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - a `Path` for each would take twice as long
                content = file.read()
            name = path.removeprefix(str(folder))
            digest.update(f"{name} {len(content)}\n".encode("utf-8", "surrogateescape"))
            digest.update(content)
    return digest.hexdigest()


def _files(folder: Path) -> Iterator[str]:
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != _MADE_FROM_OTHERS)
        yield from (f"{here}{os.sep}{name}" for name in sorted(files))
