"""The folder of data that espeak-ng is given: the wheel's own, or a stand-in of links where that serves it better.

Knows two habits of the library. It keeps its data path in 160 bytes and fails on a longer one. And it looks for a
voice file by its name in lower case first ("gmw/en-us"), although the file is called "gmw/en-US": where the file
system tells the two apart it reads all 245 voice files to find one, 2.5 ms for every line, and forgets to free some
of them. A folder of links with lower-case names and a short path mends both; its sound is the same.
"""

import atexit
import hashlib
import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from audiobook.engines.shared_library import encode_path
from audiobook.errors import EngineError

_LONGEST_DATA_PATH = 140
"""Bytes, of the 160 (N_PATH_HOME); the library appends file names."""

_PLAIN_FOLDER_HINT = "install into a folder with a short, plain name"


@cache
def data_path_for_library(data: Path) -> bytes:
    """Give the path to hand to the library for a data folder, made short and quick once in a process.

    Raises:
        EngineError: the path is too long or cannot be encoded, and there is no other.
    """
    try:
        path = encode_path(_stand_in(data))
    except UnicodeEncodeError as error:
        raise EngineError(f"the speech library cannot open {data}: {error}", hint=_PLAIN_FOLDER_HINT) from error
    if len(path) > _LONGEST_DATA_PATH:
        raise EngineError(f"the path {data} is too long for the speech library", hint=_PLAIN_FOLDER_HINT)
    return path


if sys.platform == "win32":
    from audiobook.engines.shared_library import short_path

    def _stand_in(data: Path) -> Path:
        return short_path(data) if len(str(data)) > _LONGEST_DATA_PATH else data

else:

    def _stand_in(data: Path) -> Path:
        tells_case_apart = not (data / "LANG").exists()
        if not tells_case_apart and len(encode_path(data)) <= _LONGEST_DATA_PATH:
            return data
        try:
            return _folder_of_links(data)
        except OSError:  # no room for links: the folder itself serves too, if its path is not too long
            return data

    def _folder_of_links(data: Path) -> Path:
        """Find this user's folder of links to this data, or make it.

        All processes share it: one for each would stay behind whenever a process is killed.
        """
        links = dict(_links(data))
        digest = hashlib.blake2b(os.fsencode(data.resolve()), digest_size=8).hexdigest()
        shared = Path(tempfile.gettempdir()) / f"audiobook-{os.getuid()}-{digest}"
        if _is_ours(shared, links):
            return shared
        made = Path(tempfile.mkdtemp(prefix="audiobook-"))
        for name, target in links.items():
            link = made / name
            link.parent.mkdir(parents=True, exist_ok=True)
            link.symlink_to(target)
        try:
            return made.rename(shared)
        except OSError:  # another process was quicker; or something else bears that name, and is left alone
            if _is_ours(shared, links):
                shutil.rmtree(made, ignore_errors=True)
                return shared
            atexit.register(shutil.rmtree, made, ignore_errors=True)
            return made

    def _links(data: Path) -> Iterator[tuple[str, Path]]:
        for path in data.iterdir():
            if path.name != "lang":
                yield path.name, path
        for path in (data / "lang").rglob("*"):
            if path.is_file():
                yield path.relative_to(data).as_posix().lower(), path

    def _is_ours(folder: Path, links: Mapping[str, Path]) -> bool:
        """Say whether a folder is this user's, closed to others, and has every link still, which sweepers may take."""
        try:
            found = folder.lstat()
            is_closed = stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & 0o022
            return is_closed and all((folder / name).readlink() == target for name, target in links.items())
        except OSError:
            return False
