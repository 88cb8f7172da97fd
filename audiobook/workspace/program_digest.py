"""A digest of the program's own code, so that what it worked out before counts only as long as it would work it out so.

So nobody must remember to raise a number. Knows files of packages; refuses to know what they do, and imports none of
them.
"""

import hashlib
import os
import platform
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from importlib.util import find_spec

from audiobook import __version__

_COMPILED = "__pycache__"


@cache
def program_digest(*packages: str) -> str:
    """Digest everything that is installed of some packages, such as "audiobook.scripting", and Python's version.

    A changed comment changes it as well, which only costs time. Of a package whose files cannot be read, as in an
    archive, the version alone has to tell.
    """
    digest = hashlib.blake2b(f"{__version__} {platform.python_version()}".encode(), digest_size=20)
    for package in packages:
        with suppress(OSError):
            for name, path in _files_of(package):
                with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - a `Path` for each would take twice as long
                    content = file.read()
                digest.update(f"\0{package}\0{name}\0{len(content)}\0".encode("utf-8", "surrogateescape"))
                digest.update(content)
    return digest.hexdigest()


def _files_of(package: str) -> Iterator[tuple[str, str]]:
    """The files of a package or module, and their names in it, in an order of their own; compiled ones are left out."""
    spec = find_spec(package)
    if spec is None:
        return
    if spec.submodule_search_locations is None and spec.origin is not None:
        yield "", spec.origin
    for folder in spec.submodule_search_locations or ():
        for here, folders, files in os.walk(folder):
            folders[:] = sorted(name for name in folders if name != _COMPILED)
            yield from ((os.path.relpath(here, folder) + f"/{name}", f"{here}{os.sep}{name}") for name in sorted(files))
