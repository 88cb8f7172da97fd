"""Model files that a person has already: in a folder, a zip or a tar archive, or a single one.

They are recognised by length, and whoever takes them proves their bytes; so they may have any name and lie anywhere
inside. Nothing is unpacked under a name that an archive gives. Refuses to write.
"""

import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager
from gzip import BadGzipFile
from pathlib import Path
from typing import IO

from audiobook.errors import EngineError, UsageError
from audiobook.workspace.files import describe

_CHUNK_BYTES = 1 << 20


def offered_files(source: Path, *, sizes: Collection[int]) -> Iterator[Iterator[bytes]]:
    """Offer, one after the other, all files inside that have one of these sizes, each as its bytes in chunks.

    Args:
        source: a folder (with those below it), an archive, or a file that is offered itself.
        sizes: in bytes.

    Returns:
        Files to be read at once: the next one closes the one before.

    Raises:
        UsageError: it is not there.
        EngineError: it cannot be read, or is a broken archive; also while chunks are read.
    """
    if not source.exists():
        raise UsageError(f"there is no file or folder {source}", hint="name a folder, a .tgz, a .tar or a .zip")
    with _faults_explained(source):
        for file in _files(source, sizes):
            yield _chunks(file, source)


@contextmanager
def _faults_explained(source: Path) -> Iterator[None]:
    try:
        yield
    except (tarfile.TarError, zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, BadGzipFile) as error:
        raise EngineError(f"{source}: this archive is broken: {error}", hint="fetch it again") from error
    except RuntimeError as error:  # encrypted, or packed in a way that Python does not know
        raise EngineError(f"{source}: this archive cannot be unpacked: {error}", hint="unpack it yourself") from error
    except OSError as error:
        raise EngineError(f"{source}: cannot be read: {describe(error)}") from error


def _chunks(file: IO[bytes], source: Path) -> Iterator[bytes]:
    with _faults_explained(source):
        while chunk := file.read(_CHUNK_BYTES):
            yield chunk


def _files(source: Path, sizes: Collection[int]) -> Iterator[IO[bytes]]:
    if source.is_dir():
        return _in_folder(source, sizes)
    if zipfile.is_zipfile(source):
        return _in_zip(source, sizes)
    if tarfile.is_tarfile(source):
        return _in_tar(source, sizes)
    return _alone(source, sizes)


def _alone(path: Path, sizes: Collection[int]) -> Iterator[IO[bytes]]:
    if path.stat().st_size in sizes:
        with path.open("rb") as file:
            yield file


def _in_folder(folder: Path, sizes: Collection[int]) -> Iterator[IO[bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.stat().st_size in sizes:
            with path.open("rb") as file:
                yield file


def _in_zip(path: Path, sizes: Collection[int]) -> Iterator[IO[bytes]]:
    with zipfile.ZipFile(path) as archive:
        for member in archive.infolist():
            if member.file_size in sizes and not member.is_dir():
                with archive.open(member) as file:
                    yield file


def _in_tar(path: Path, sizes: Collection[int]) -> Iterator[IO[bytes]]:
    with tarfile.open(path) as archive:
        for member in archive:
            file = archive.extractfile(member) if member.isfile() and member.size in sizes else None
            if file is not None:
                with closing(file):
                    yield file
