"""A release: the finished chapters of a book and what each was made from."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class BookTags:
    """What players show of the book as a whole. RELEASE: ID3 frames TALB, TPE1, TCOM and so on."""

    title: str
    author: str
    language: str
    voices: tuple[str, ...] = ()
    year: str | None = None
    series: str | None = None
    series_part: str | None = None
    description: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedChapter:
    """One chapter of a release.

    Attributes:
        file: file name inside the release's folder.
        audio_key: digest over takes, timeline, gains and profile: what the sound was made from.
        tags_key: digest over everything in the tags, the cover included.
        stale: True if this file is from an earlier run because a line of it failed in the last one.
    """

    number: int
    title: str
    file: str
    length_samples: int
    rate_hz: int
    audio_key: str
    tags_key: str
    stale: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """A book's folder below the build folder, as `release.json` says it."""

    book: str
    folder: Path
    tags: BookTags
    profile: str
    chapters: tuple[ReleasedChapter, ...]
