"""One file with the whole book: what it is made from, whether it must be made, and what the release says of it.

Knows jobs and digests; what is in an M4B or an MP3 is `m4b_file`'s and `single_mp3`'s.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from audiobook.assembly.chapter_job import ChapterJob
from audiobook.assembly.release_plan import is_intact
from audiobook.model.release import BookTags, ExtraKind, Release, ReleasedExtra

_READ_BYTES = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class BookFileJob:
    """Everything a file with the whole book is made from.

    Attributes:
        folder: of the release.
        file: the name within it.
        cover: JPEG; empty for none.
        chapters: in reading order, at least one, all at the same rate.
        parts_folder: where the encoded sound of single chapters is kept.
    """

    kind: ExtraKind
    folder: Path
    file: str
    tags: BookTags
    cover: bytes
    chapters: tuple[ChapterJob, ...]
    parts_folder: Path

    @property
    def rate_hz(self) -> int:
        """Sample rate of every chapter and of the file."""
        return self.chapters[0].timeline.rate_hz


@dataclass(frozen=True, slots=True, kw_only=True)
class BookFileKeys:
    """Digests of what a file is made from.

    Attributes:
        sound: over all but the tags.
        tags: over the tags, the cover included.
    """

    sound: str
    tags: str


def find_previous(previous: Release | None, kind: ExtraKind) -> ReleasedExtra | None:
    """Find what an earlier run made of this kind, if it is still there and as it was made."""
    found = [extra for extra in (previous.extras if previous else ()) if extra.kind is kind]
    return found[0] if previous and found and is_intact(previous.folder, found[0]) else None


def is_up_to_date(job: BookFileJob, keys: BookFileKeys, made: ReleasedExtra | None) -> bool:
    """Say whether nothing is left to do."""
    return made is not None and (made.file, made.key, made.tags_key) == (job.file, keys.sound, keys.tags)


def describe_book_file(job: BookFileJob, keys: BookFileKeys, path: Path, *, length_samples: int) -> ReleasedExtra:
    """Say what a release says of a file.

    Args:
        job: what it was made from.
        keys: the digests of that.
        path: the finished file, which need not have its final name yet.
        length_samples: of its decoded sound.
    """
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return ReleasedExtra(
        kind=job.kind,
        file=job.file,
        size_bytes=path.stat().st_size,
        sha256=digest,
        key=keys.sound,
        length_samples=length_samples,
        rate_hz=job.rate_hz,
        tags_key=keys.tags,
    )


def digest_of(*made_from: object) -> str:
    """Digest values that JSON can hold."""
    return hashlib.sha256(json.dumps(made_from, sort_keys=True).encode()).hexdigest()


def copy_bytes(source: Path) -> Iterable[bytes]:
    """Yield a file's bytes in pieces."""
    with source.open("rb") as file:
        while piece := file.read(_READ_BYTES):
            yield piece
