"""A take store that several machines reach: any folder fsspec can open, laid out as `TakeStore` is.

Not every such store can put a file in its place in one step, so a file counts only if it is whole. Knows files and
their digests; refuses to know who speaks.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from hashlib import blake2b
from typing import Any

from audiobook.cluster.address import without_password
from audiobook.errors import EngineMissingError, OutputError, UsageError
from audiobook.model.speech import Pcm
from audiobook.model.take import TakeFigures
from audiobook.synthesis.take_store import PackedTake, pack_take, unpack_figures


def digest_take(data: bytes) -> str:
    """Digest a take's file, so that whoever fetches it knows it is the one that was spoken."""
    return blake2b(data, digest_size=20).hexdigest()


class SharedTakes:
    """All takes below one URL.

    Args:
        url: of a folder; made when the first take is written.

    Raises:
        UsageError: fsspec knows no such kind of URL.
        EngineMissingError: the package that opens it is not installed.
    """

    def __init__(self, url: str) -> None:
        self._url = url
        self._files, self._folder = _open_folder(url)
        self._digests: dict[str, str] = {}

    def figures(self, key: str) -> TakeFigures | None:
        """Read the figures of a whole take; None if it is absent or damaged.

        Raises:
            OutputError: the store cannot be read.
        """
        data = self.fetch([key]).get(key)
        figures = None if data is None else unpack_figures(key, data)
        if data is not None and figures is not None:
            self._digests[key] = digest_take(data)
        return figures

    def write(self, key: str, pcm: Pcm) -> TakeFigures:
        """Keep a take, replacing whatever is there.

        Raises:
            OutputError: the store cannot be written.
        """
        packed = pack_take(key, pcm)
        path = self._path(key)
        with self._failures("written"):
            self._files.makedirs(path.rpartition("/")[0], exist_ok=True)
            self._files.pipe_file(path, packed.data)
        self._digests[key] = digest_take(packed.data)
        return packed.figures

    def hand_over(self, key: str) -> tuple[str, bytes | None]:
        """Give the digest of a take that was read or written here; whoever wants the file fetches it."""
        return self._digests[key], None

    def fetch(self, keys: Sequence[str]) -> Mapping[str, bytes]:
        """Fetch files, several at once where the store can; those that are not there are left out.

        Raises:
            OutputError: the store cannot be read.
        """
        paths = {self._path(key): key for key in keys}
        with self._failures("read"):
            found = self._files.cat(list(paths), on_error="return")
            for answer in found.values():
                if isinstance(answer, Exception) and not isinstance(answer, FileNotFoundError):
                    raise answer
        return {key: found[path] for path, key in paths.items() if isinstance(found.get(path), bytes)}

    def _path(self, key: str) -> str:
        return f"{self._folder}/{key[:2]}/{key}.flac"

    @contextmanager
    def _failures(self, how: str) -> Iterator[None]:
        """Whatever library opens the store: what goes wrong is told as what it is for a person."""
        try:
            yield
        except Exception as error:  # each store's library has its own, with no common base
            raise OutputError(
                f"{without_password(self._url)}: this take store cannot be {how}: {error}",
                hint="check that this machine and every worker can reach it",
            ) from error


class CarriedTakes:
    """Takes on their way to whoever asked for them: nothing is on disk here."""

    def __init__(self) -> None:
        self._packed: dict[str, PackedTake] = {}

    def figures(self, key: str) -> TakeFigures | None:
        """Give the figures of a take that was spoken just now."""
        packed = self._packed.get(key)
        return None if packed is None else packed.figures

    def write(self, key: str, pcm: Pcm) -> TakeFigures:
        """Keep a take until it is handed over."""
        self._packed[key] = packed = pack_take(key, pcm)
        return packed.figures

    def hand_over(self, key: str) -> tuple[str, bytes | None]:
        """Give the digest of a take and its file."""
        data = self._packed[key].data
        return digest_take(data), data


@cache
def _open_folder(url: str) -> tuple[Any, str]:
    """Open a store once in a process: it may have to log in."""
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise EngineMissingError(
            f"--take-store needs a part that is missing: {error}", hint='pip install "audiobook[cluster]"'
        ) from error
    try:
        files, folder = url_to_fs(url)
    except ValueError as error:
        raise UsageError(
            f"{without_password(url)} is no take store: {error}", hint="such as s3://bucket/takes or file:///mnt/takes"
        ) from error
    except ImportError as error:
        raise EngineMissingError(
            f"{without_password(url)}: {error}", hint="install it here and on every worker"
        ) from error
    return files, folder.rstrip("/")
