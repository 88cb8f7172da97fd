"""Zip archives that hold a book (EPUB, DOCX): members are read into memory, within limits, and never written anywhere.

Nothing a header says is trusted: bytes are counted as they are unpacked. Archives inside an archive are never opened.
Knows no book format. Limits are constants with their reasons; whatever goes beyond them is refused by name.
"""

import io
import stat
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import pairwise
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import IO, BinaryIO

from audiobook.errors import ManuscriptError
from audiobook.reading.regular_files import open_regular_file

MOST_ENTRIES = 20_000
"""The largest serials have some thousand chapters, each with a file or two."""
MOST_DIRECTORY_BYTES = 4 * 2**20
"""Room for 20,000 entries with names of 100 characters; the directory is read at once, before entries are counted."""
MOST_MEMBER_BYTES = 64 * 2**20
"""A million words of heavily marked-up DOCX are about 40 MB."""
MOST_TOTAL_BYTES = 256 * 2**20
"""Of all members read; the text of the longest serial in print is about 100 MB."""
MOST_RATIO = 250
"""Prose packs 3:1, repetitive markup 30:1; zeros pack 1030:1."""
RATIO_COUNTS_FROM_BYTES = 4 * 2**20
"""Small members may pack as well as they like: they do no harm."""
MOST_NAME_CHARACTERS = 1024
"""Four times what file systems allow in one name, so that every real path fits."""

_CHUNK_BYTES = 64 * 1024
_LOCAL_HEADER_BYTES = 30
_ENCRYPTED_FLAG = 0x1
_UTF8_NAME_FLAG = 0x800
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""What EPUB and Office write; others unpack with far more memory and occur only in forgeries."""
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
    OSError,
    struct.error,
)
"""What `zipfile` raises on damaged archives."""
_GET_AGAIN = "get the file again, or open it in the program that made it and save it anew"
_SAVE_AS_TEXT = "if you trust the file, save it as plain text and use that"


class Archive:
    """The members of one open zip archive; made by `open_archive`."""

    def __init__(self, path: Path, opened: zipfile.ZipFile) -> None:
        """Index the members, refusing an archive that is forged as a whole.

        Raises:
            ManuscriptError: too many entries, or entries that share bytes.
        """
        self._path = path
        self._zip = opened
        self._total_bytes = 0
        entries = opened.infolist()
        if len(entries) > MOST_ENTRIES:
            raise self._refused(f"it has {len(entries):,} members; at most {MOST_ENTRIES:,} are read")
        self._refuse_overlaps(entries)
        named = [(_name_of(entry), entry) for entry in entries]
        self._members = MappingProxyType(dict(named))
        self._repeated = frozenset(name for name, times in Counter(name for name, _ in named).items() if times > 1)

    @property
    def names(self) -> tuple[str, ...]:
        """The files inside, in the archive's order, with forward slashes, without those whose name `read` refuses."""
        return tuple(name for name in self._members if not name.endswith("/") and _fault_of_name(name) is None)

    def __contains__(self, name: str) -> bool:
        """Say whether there is a member of this name."""
        return name in self._members

    def read(self, name: str) -> bytes:
        """Unpack a member.

        Raises:
            ManuscriptError: not there, encrypted, damaged, ambiguous, a link, a path that leads out of the archive, or
                beyond the limits.
        """
        entry = self._entry(name)
        try:
            with self._zip.open(entry) as stream:
                return self._read_within_limits(stream, entry, name)
        except _BROKEN as error:
            raise ManuscriptError(
                f"{self._path}: the member {_shown(name)} is damaged: {_reason(error)}", hint=_GET_AGAIN
            ) from error

    def _entry(self, name: str) -> zipfile.ZipInfo:
        """Find a member that may be unpacked."""
        fault = _fault_of_name(name)
        if fault is not None:
            raise self._refused(f"the member {_shown(name)} {fault}")
        entry = self._members.get(name)
        if entry is None:
            raise ManuscriptError(f"{self._path}: the member {_shown(name)} is missing", hint=_GET_AGAIN)
        if name in self._repeated:
            raise self._refused(f"there are several members named {_shown(name)}")
        if entry.flag_bits & _ENCRYPTED_FLAG:
            raise ManuscriptError(
                f"{self._path}: the member {_shown(name)} is encrypted",
                hint="only files without copy protection or password can be read",
            )
        if stat.S_ISLNK(entry.external_attr >> 16):
            raise self._refused(f"the member {_shown(name)} is a link to another file")
        if entry.compress_type not in _METHODS:
            raise self._refused(f"the member {_shown(name)} is packed by method {entry.compress_type}")
        return entry

    def _read_within_limits(self, stream: IO[bytes], entry: zipfile.ZipInfo, name: str) -> bytes:
        """Unpack piece by piece and stop at the first limit; nothing that the header says of the size is trusted."""
        packed = max(1, entry.compress_size)
        unpacked = bytearray()
        while chunk := stream.read(_CHUNK_BYTES):
            unpacked += chunk
            self._total_bytes += len(chunk)
            size = len(unpacked)
            if size > MOST_MEMBER_BYTES:
                raise self._refused(f"the member {_shown(name)} has over {MOST_MEMBER_BYTES:,} bytes")
            if size > RATIO_COUNTS_FROM_BYTES and size > MOST_RATIO * packed:
                raise self._refused(f"the member {_shown(name)} is packed over {MOST_RATIO} to 1")
            if self._total_bytes > MOST_TOTAL_BYTES:
                raise self._refused(f"with {_shown(name)}, its members have over {MOST_TOTAL_BYTES:,} bytes")
        return bytes(unpacked)

    def _refuse_overlaps(self, entries: list[zipfile.ZipInfo]) -> None:
        """Refuse members that share bytes, as in bombs that pack one core a thousandfold (Fifield 2019)."""
        placed = sorted(entries, key=lambda entry: entry.header_offset)
        for entry, following in pairwise(placed):
            end = entry.header_offset + _LOCAL_HEADER_BYTES + len(entry.orig_filename) + entry.compress_size
            if end > following.header_offset:
                names = f"{_shown(_name_of(entry))} and {_shown(_name_of(following))}"
                raise self._refused(f"the members {names} overlap")

    def _refused(self, what: str) -> ManuscriptError:
        return ManuscriptError(f"{self._path}: {what}; it is not read", hint=_SAVE_AS_TEXT)


@contextmanager
def open_archive(path: Path) -> Iterator[Archive]:
    """Open a zip archive.

    Raises:
        ManuscriptError: missing, unreadable, no zip archive, cut off, or forged as a whole.
    """
    with open_regular_file(path) as file:
        head = file.read(4)
        if not head:
            raise ManuscriptError(f"{path}: the file is empty", hint=_GET_AGAIN)
        try:
            opened = zipfile.ZipFile(_BoundedReads(file))
        except _BROKEN as error:
            is_zip = head.startswith(b"PK\x03\x04")
            what = f"damaged or cut off ({_reason(error)})" if is_zip else "no zip archive, as its kind of file must be"
            raise ManuscriptError(f"{path}: the file is {what}", hint=_GET_AGAIN) from error
        with opened:
            yield Archive(path, opened)


class _BoundedReads(io.BufferedIOBase):
    """A file that never gives more than the largest allowed directory at once, whatever size a header claims."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def read(self, size: int | None = -1, /) -> bytes:
        """Read at most `size` bytes, or all that is left.

        Raises:
            ValueError: that would be more than the limit.
        """
        wanted = MOST_DIRECTORY_BYTES + 1 if size is None or size < 0 else min(size, MOST_DIRECTORY_BYTES + 1)
        data = self._file.read(wanted)
        if len(data) > MOST_DIRECTORY_BYTES:
            raise ValueError(f"its table of contents has over {MOST_DIRECTORY_BYTES:,} bytes")
        return data

    def seek(self, offset: int, whence: int = 0, /) -> int:
        """Move to a place."""
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        """Say where it stands."""
        return self._file.tell()

    def seekable(self) -> bool:
        """Say that it can move."""
        return True


def _name_of(entry: zipfile.ZipInfo) -> str:
    """Give a member's name as its author wrote it: many programs write UTF-8 and do not say so."""
    name = entry.filename
    if not entry.flag_bits & _UTF8_NAME_FLAG:
        with suppress(UnicodeError):  # then it is in the old code page indeed
            name = name.encode("cp437").decode("utf-8")
    return name.replace("\\", "/")


def _fault_of_name(name: str) -> str | None:
    """Say what is wrong with a name that leads out of the archive or cannot be meant."""
    if len(name) > MOST_NAME_CHARACTERS:
        return f"has a name of {len(name):,} characters"
    if name.startswith("/") or name[1:2] == ":":
        return "has an absolute path"
    if ".." in PurePosixPath(name).parts:
        return 'leads out of the archive with ".."'
    return None


def _shown(name: str) -> str:
    """Give a name fit for a message: short, and without characters that a terminal obeys."""
    cut = name if len(name) <= 120 else name[:119] + "…"
    return ascii(cut) if not cut.isprintable() else f'"{cut}"'


def _reason(error: Exception) -> str:
    return str(error) or type(error).__name__
