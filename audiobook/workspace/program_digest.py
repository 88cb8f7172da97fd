"""A digest of the program's own code, so that what it worked out before counts only as long as it would work it out so.

Knows files of packages; refuses to know what they do, and imports none of them.
"""

import hashlib
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from audiobook import __version__


@cache
def program_digest(*packages: str) -> str:
    """Digest everything that is installed of some packages, such as "audiobook.scripting", and the version.

    A changed comment changes it as well, which only costs time. Of a package whose files cannot be read, as in an
    archive, the version alone has to tell.
    """
    digest = hashlib.blake2b(__version__.encode("utf-8"), digest_size=20)
    for package in packages:
        for name, path in _files_of(package):
            content = path.read_bytes()
            digest.update(f"\0{package}\0{name}\0{len(content)}\0".encode("utf-8", "surrogateescape"))
            digest.update(content)
    return digest.hexdigest()


def _files_of(package: str) -> list[tuple[str, Path]]:
    """The files of a package or module by their names in it, sorted by them; compiled ones are left out."""
    spec = find_spec(package)
    if spec is None:
        return []
    folders = [Path(folder) for folder in spec.submodule_search_locations or ()]
    found = [(path.relative_to(folder).as_posix(), path) for folder in folders for path in folder.rglob("*")]
    if not folders and spec.origin is not None:
        found = [("", Path(spec.origin))]
    return sorted((name, path) for name, path in found if path.suffix != ".pyc" and path.is_file())
