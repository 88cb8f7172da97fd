"""A chapter's file with new tags or another name, from one whose sound stays: copied, nothing encoded.

Needs neither takes nor timeline; refuses to decide whether the sound may stay.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from audiobook.assembly.chapter_job import read_mp3_audio, write_tagged
from audiobook.assembly.tagging.tags import ChapterTags, tag_bytes
from audiobook.model.release import ReleasedChapter


@dataclass(frozen=True, slots=True, kw_only=True)
class RetagJob:
    """A chapter that gets new tags or another name.

    Attributes:
        folder: of the release.
        file: the name within it.
        released: the file with the same sound, in the same folder; it stays unless it has the same name.
    """

    folder: Path
    file: str
    tags: ChapterTags
    released: ReleasedChapter


def retag(job: RetagJob) -> ReleasedChapter:
    """Write the file; it appears complete or not at all.

    Raises:
        OutputError: one of the files cannot be read or written.
    """
    tag = tag_bytes(job.tags)
    written = write_tagged(job.folder / job.file, tag, _audio(job))
    return replace(
        job.released,
        number=job.tags.number,
        title=job.tags.title,
        file=job.file,
        size_bytes=written.size_bytes,
        sha256=written.sha256,
        tags_key=hashlib.sha256(tag).hexdigest(),
        scenes=job.tags.scenes,
        stale=False,
    )


def _audio(job: RetagJob) -> Iterator[bytes]:
    return read_mp3_audio(job.folder / job.released.file)
