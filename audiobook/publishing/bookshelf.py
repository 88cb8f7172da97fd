"""A finished book as listeners get it: each chapter with its sound, its words, its scenes and what it is known by.

Knows a release and its files; refuses to know servers, folders to export to, and how the cast file is read.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from audiobook.errors import OutputError
from audiobook.model.identity import BookIdentity, ChapterIdentity
from audiobook.model.release import COVER_FILE, ExtraKind, Release, ReleasedChapter
from audiobook.publishing.resource import (
    MAKE_AGAIN,
    Resource,
    plain_name,
    resource_of_bytes,
    resource_of_file,
    with_version,
    with_version_of,
)
from audiobook.publishing.scene_list import podcast_chapters

_NOT_IN_FOLDERS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedChapter:
    """A chapter and its files on the site.

    Attributes:
        audio: MP3; its version follows from the sound alone, for a chapter that only got new tags, such as all do when
            one is appended, need not be fetched again.
        captions: WebVTT.
        transcript: JSON of the podcast namespace.
        scenes: JSON chapters of the podcast namespace.
    """

    released: ReleasedChapter
    identity: ChapterIdentity
    audio: Resource
    captions: Resource
    transcript: Resource
    scenes: Resource

    @property
    def length_s(self) -> float:
        """How long it plays, in seconds."""
        return self.released.length_samples / self.released.rate_hz


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedBook:
    """A book and its files on the site.

    Attributes:
        folder: of the book on the site, relative to the root.
        cover: JPEG under a path that changes with the picture.
        chapters: in reading order.
        is_explicit: parents want to know; the cast file says so.
        whole: the book in one M4B file; None if there is none, or not as it was made.
    """

    release: Release
    identity: BookIdentity
    folder: str
    cover: Resource
    chapters: tuple[PublishedChapter, ...]
    is_explicit: bool = False
    whole: Resource | None = None

    @property
    def page_path(self) -> str:
        """Where the book's page is asked for, relative to the site's root; its file is `index.html` in there."""
        return f"{self.folder}/"

    @property
    def feed_path(self) -> str:
        """Where the book's feed stands, relative to the site's root."""
        return f"{self.folder}/feed.xml"

    @property
    def modified(self) -> datetime:
        """When the newest of its files was written."""
        return max([self.cover.modified, *(chapter.audio.modified for chapter in self.chapters)])


def gather_book(release: Release, identity: BookIdentity, *, is_explicit: bool = False) -> PublishedBook:
    """Find every file of a release that listeners get.

    Raises:
        OutputError: a file is missing or is not the one that was made, or the cast file does not know book or chapter.
    """
    if not identity.id or not identity.podcast_guid:
        raise OutputError(f"{release.folder}: the cast file has no id for this book", hint=MAKE_AGAIN)
    if not release.chapters:
        raise OutputError(f"{release.folder}: there is no finished chapter in it", hint=MAKE_AGAIN)
    folder = site_folder(release.book)
    cover = resource_of_file(f"{folder}/{COVER_FILE}", release.folder / COVER_FILE, media_type="image/jpeg")
    known = {chapter.id: chapter for chapter in identity.chapters}
    unknown = next((chapter for chapter in release.chapters if chapter.id not in known), None)
    if unknown is not None:
        message = f"{release.folder / unknown.file}: the cast file does not know this chapter"
        raise OutputError(message, hint=MAKE_AGAIN)
    return PublishedBook(
        release=release,
        identity=identity,
        folder=folder,
        cover=with_version(cover),
        chapters=tuple(
            _gather_chapter(release, chapter, known[chapter.id], folder)
            for chapter in _each_once(release.chapters, known)
        ),
        is_explicit=is_explicit,
        whole=_gather_whole(release, folder),
    )


def site_folder(book: str) -> str:
    """Name a book's folder on the site after its slug; what ASCII cannot spell gives way to a digest."""
    plain = _NOT_IN_FOLDERS.sub("-", book).strip("-")
    return plain if plain == book else f"{plain or 'book'}-{hashlib.sha256(book.encode()).hexdigest()[:8]}"


def _each_once(chapters: Sequence[ReleasedChapter], known: Mapping[str, ChapterIdentity]) -> Iterator[ReleasedChapter]:
    """Leave out what a run that was cut short lists twice: a chapter's earlier file beside its new one."""
    newest: dict[str, ReleasedChapter] = {}
    for chapter in chapters:
        if chapter.id not in newest or chapter.number == known[chapter.id].number:
            newest[chapter.id] = chapter
    return (chapter for chapter in chapters if newest[chapter.id] is chapter)


def _gather_whole(release: Release, folder: str) -> Resource | None:
    """Find the M4B, which a book can do without: one that is missing or half-made is left out until the next `make`."""
    made = next((extra for extra in release.extras if extra.kind is ExtraKind.M4B), None)
    file = release.folder / made.file if made is not None else None
    if made is None or file is None or not file.is_file() or file.stat().st_size != made.size_bytes:
        return None
    path = f"{folder}/{plain_name(made.file)}"
    found = resource_of_file(path, file, media_type="audio/mp4", sha256=made.sha256)
    return with_version_of(found, made.key)


def _gather_chapter(
    release: Release, released: ReleasedChapter, identity: ChapterIdentity, folder: str
) -> PublishedChapter:
    file = release.folder / released.file
    path = f"{folder}/{plain_name(released.file)}"
    audio = resource_of_file(path, file, media_type="audio/mpeg", sha256=released.sha256)
    if audio.size_bytes != released.size_bytes:
        raise OutputError(f"{file}: this is not the file that was made: its size is another", hint=MAKE_AGAIN)
    stem = path.removesuffix(".mp3")
    captions = resource_of_file(f"{stem}.vtt", file.with_suffix(".vtt"), media_type="text/vtt")
    transcript = resource_of_file(f"{stem}.json", file.with_suffix(".json"), media_type="application/json")
    scenes = resource_of_bytes(
        f"{stem}.chapters.json",
        podcast_chapters(released),
        media_type="application/json+chapters",
        modified=audio.modified,
    )
    return PublishedChapter(
        released=released,
        identity=identity,
        audio=with_version_of(audio, released.audio_key),
        captions=with_version(captions),
        transcript=with_version(transcript),
        scenes=with_version(scenes),
    )
