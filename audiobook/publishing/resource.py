"""One file of a site: where it stands, what is in it, and what a client must know to fetch it.

Knows bytes and files; refuses to know books.
"""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from audiobook.errors import OutputError
from audiobook.workspace.files import describe

MAKE_AGAIN = "audiobook make makes what is missing again, and nothing else"

_VERSION_DIGITS = 12
_VERSIONED = re.compile(rf"(?P<folder>[^/]+)/[0-9a-f]{{{_VERSION_DIGITS}}}/(?P<name>[^/]+)")
_NOT_FOR_ADDRESSES = re.compile(r"[^A-Za-z0-9._]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """What is answered under one path.

    Attributes:
        path: relative to the site's root, with forward slashes; else ASCII letters, digits, ".", "_" and "-" only.
        content: the bytes, or the file that holds them.
        media_type: of HTTP's Content-Type.
        sha256: hexadecimal digest of the content; a strong ETag.
        modified: in UTC and whole seconds.
        is_versioned: the path changes with the content, so whoever has it never needs to ask again.
    """

    path: str
    content: bytes | Path
    media_type: str
    size_bytes: int
    sha256: str
    modified: datetime
    is_versioned: bool = False


def resource_of_bytes(path: str, data: bytes, *, media_type: str, modified: datetime) -> Resource:
    """Make a resource of bytes in memory."""
    digest = hashlib.sha256(data).hexdigest()
    return Resource(
        path=path, content=data, media_type=media_type, size_bytes=len(data), sha256=digest, modified=modified
    )


def resource_of_file(path: str, file: Path, *, media_type: str, sha256: str | None = None) -> Resource:
    """Make a resource of a file.

    Args:
        sha256: its digest, if that is known; else the file is read once.

    Raises:
        OutputError: it is missing or cannot be read.
    """
    try:
        if sha256 is None:
            with file.open("rb") as opened:
                sha256 = hashlib.file_digest(opened, "sha256").hexdigest()
        status = file.stat()
    except OSError as error:
        reason = "is missing" if isinstance(error, FileNotFoundError) else f"cannot be read: {describe(error)}"
        raise OutputError(f"{file}: {reason}", hint=MAKE_AGAIN) from error
    return Resource(
        path=path,
        content=file,
        media_type=media_type,
        size_bytes=status.st_size,
        sha256=sha256,
        modified=datetime.fromtimestamp(int(status.st_mtime), tz=UTC),
    )


def with_version(resource: Resource) -> Resource:
    """Put a version that follows from the content into a path: "book/0a1b2c3d4e5f/01-The-Ferry.vtt"."""
    return replace(with_version_of(resource, resource.sha256), is_versioned=True)


def with_version_of(resource: Resource, digest: str) -> Resource:
    """Put a version into a path that follows from a digest over what matters of the content."""
    folder, _, name = resource.path.rpartition("/")
    return replace(resource, path=f"{folder}/{digest[:_VERSION_DIGITS]}/{name}")


def newer_version_of(path: str, known: Iterable[str]) -> str | None:
    """Find the path of the same file in another version, such as of a chapter that was made again.

    Args:
        path: that is not known itself.
        known: all paths of a site.
    """
    wanted = _VERSIONED.fullmatch(path)
    if wanted is None:
        return None
    matches = (match for other in known if (match := _VERSIONED.fullmatch(other)))
    return next(
        (match[0] for match in matches if match.group("folder", "name") == wanted.group("folder", "name")), None
    )


def plain_name(file_name: str) -> str:
    """Write a file's name so that nothing of it needs to be escaped in an address."""
    pure = PurePosixPath(file_name)
    stem = _NOT_FOR_ADDRESSES.sub("-", pure.stem).strip("-.")
    return f"{stem or 'file'}{pure.suffix}"
