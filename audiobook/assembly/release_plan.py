"""What of a release must be made again, and which files of an earlier one are gone.

A file counts as made only if it is still, byte for byte, the one that was made. Files that no release of ours
lists are a person's own and are never touched.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from audiobook.assembly.chapter_job import (
    ChapterJob,
    audio_key,
    describe_chapter,
    render_chapter,
    retag_chapter,
    tags_key,
)
from audiobook.model.release import Release, ReleasedChapter, ReleasedExtra
from audiobook.workspace.files import remove_file, stands_for

_READ_BYTES = 1 << 22


class Work(StrEnum):
    """How much of a chapter must be done."""

    NOTHING = "nothing"
    RETAG = "retag"
    RENDER = "render"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterPlan:
    """A job and how much of it must be done.

    Attributes:
        previous: the intact file with the same sound; None if the chapter must be rendered.
    """

    job: ChapterJob
    work: Work
    previous: ReleasedChapter | ReleasedExtra | None


def plan_chapter(job: ChapterJob, previous: Release | None, *, files: Iterable[str]) -> ChapterPlan:
    """Decide how much of a chapter must be done.

    Args:
        job: the chapter's.
        previous: the release as it was; a chapter that only got another number or title is found there.
        files: the names of all files of the new release; a file that another chapter will overwrite is no source.
    """
    sound = audio_key(job)
    taken = {name.casefold() for name in files} - {job.file.casefold()}
    for released in released_files(previous) if previous else ():
        if sound_key(released) != sound or released.file.casefold() in taken or not is_intact(job.folder, released):
            continue
        is_same = released.file == job.file and released.tags_key == tags_key(job)
        return ChapterPlan(job=job, work=Work.NOTHING if is_same else Work.RETAG, previous=released)
    return ChapterPlan(job=job, work=Work.RENDER, previous=None)


def carry_out(plan: ChapterPlan) -> ReleasedChapter:
    """Do what a plan says.

    Raises:
        OutputError: the file cannot be written.
        EngineError: the encoder failed.
    """
    if plan.previous is None:
        return render_chapter(plan.job)
    if plan.work is Work.RETAG:
        return retag_chapter(plan.job, plan.previous)
    return describe_chapter(plan.job, size_bytes=plan.previous.size_bytes, sha256=plan.previous.sha256)


def is_intact(folder: Path, released: ReleasedChapter | ReleasedExtra) -> bool:
    """Say whether a file is there and is the one that was made."""
    path = folder / released.file
    try:
        if path.stat().st_size != released.size_bytes:
            return False
        return _sha256_of(path) == released.sha256
    except OSError:
        return False  # it will be made again, and then the reason shows


def _sha256_of(path: Path) -> str:
    """Digest a file in large pieces, so that a thread that does so seldom waits for the others."""
    digest = hashlib.sha256()
    buffer = memoryview(bytearray(_READ_BYTES))
    with path.open("rb", buffering=0) as file:
        while count := file.readinto(buffer):
            digest.update(buffer[:count])
    return digest.hexdigest()


def remove_gone(previous: Release | None, current: Release) -> tuple[str, ...]:
    """Remove the files of chapters and extras that are gone or have another name now.

    Only what the previous release lists, and only if it is still what was made.

    Returns:
        The names of the removed files.

    Raises:
        OutputError: a file cannot be removed.
    """
    kept = frozenset(file_names(current))
    removed = []
    for released in released_files(previous) if previous else ():
        if not stands_for(current.folder, released.file, kept) and is_intact(current.folder, released):
            remove_file(current.folder / released.file)
            removed.append(released.file)
    return tuple(removed)


def sound_keys(release: Release) -> tuple[str, ...]:
    """List what the sound of each file was made from, as a key."""
    return tuple(map(sound_key, released_files(release)))


def sound_key(released: ReleasedChapter | ReleasedExtra) -> str:
    """Give the key over what a file's sound was made from."""
    return released.key if isinstance(released, ReleasedExtra) else released.audio_key


def file_names(release: Release) -> tuple[str, ...]:
    """List the files of a release's chapters and extras."""
    return tuple(released.file for released in released_files(release))


def released_files(release: Release) -> tuple[ReleasedChapter | ReleasedExtra, ...]:
    """List a release's chapters and extras."""
    return (*release.chapters, *release.extras)
