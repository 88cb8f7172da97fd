"""A release: the finished chapters of a book and what each was made from."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from audiobook.model.timeline import SceneMark

NO_AUTHOR = "Unknown author"
"""What players show where nobody is known to have written the book."""


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
    subtitle: str | None = None
    genre: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedLine:
    """One take as it sounds in a released chapter: what transcripts and pictures are made from.

    Attributes:
        segment_id: of the segment it belongs to; a long segment has several lines.
        speaker: who says it.
        text: the words as the manuscript has them, without markup, white space folded to single blanks.
        start_sample: first sample within the chapter.
    """

    segment_id: str
    speaker: str
    text: str
    take_key: str
    start_sample: int
    length_samples: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedChapter:
    """One chapter of a release.

    Attributes:
        id: what feeds know the chapter by; empty in a release from before there were ids, until `make` gives one.
        file: file name inside the release's folder.
        size_bytes: of that file.
        sha256: hexadecimal digest of that file.
        audio_key: digest over takes, timeline, gains and profile: what the sound was made from.
        tags_key: digest over everything in the tags, the cover included.
        stale: True if this file is from an earlier run because a line of it failed in the last one.
    """

    number: int
    title: str
    file: str
    length_samples: int
    rate_hz: int
    size_bytes: int
    sha256: str
    audio_key: str
    tags_key: str
    scenes: tuple[SceneMark, ...]
    lines: tuple[ReleasedLine, ...]
    stale: bool = False
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedRole:
    """Whose voice a speaker of the book has.

    Attributes:
        speaker: as in `ReleasedLine`.
        voice: name of the voice for listeners, for example "Ada".
    """

    speaker: str
    voice: str


class ExtraKind(StrEnum):
    """What a file of a release is that is not a chapter."""

    M4B = "m4b"
    SINGLE_MP3 = "single_mp3"
    OPENING_CREDITS = "opening_credits"
    CLOSING_CREDITS = "closing_credits"
    RETAIL_SAMPLE = "retail_sample"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedExtra:
    """A file of a release that is not a chapter; at most one of each kind.

    Attributes:
        file: file name inside the release's folder, ending in .mp3 or .m4b.
        size_bytes: of that file.
        sha256: hexadecimal digest of that file.
        key: digest over all it was made from, but for what `tags_key` covers.
        tags_key: digest over everything in the tags, the cover included; empty if `key` covers them too.
    """

    kind: ExtraKind
    file: str
    size_bytes: int
    sha256: str
    key: str
    length_samples: int
    rate_hz: int
    tags_key: str = ""


COVER_FILE = "cover.jpg"
"""Name of the cover in a release's folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """A book's folder below the build folder, as `release.json` says it.

    Attributes:
        roles: everybody who speaks, narrator first.
    """

    book: str
    folder: Path
    tags: BookTags
    profile: str
    chapters: tuple[ReleasedChapter, ...]
    extras: tuple[ReleasedExtra, ...] = ()
    roles: tuple[ReleasedRole, ...] = ()
