"""What a proof of a release says: chapter by chapter, in figures and sentences."""

from dataclasses import dataclass
from enum import StrEnum


class ChapterState(StrEnum):
    """How a chapter of a release stands to its source."""

    WHOLE = "whole"
    SILENT = "nothing to speak"
    MISSING = "not made yet"
    OUTDATED = "out of date"
    """Made from other words than the manuscript has now, or kept from an earlier run because a line failed."""
    DAMAGED = "damaged"
    """Its files are not what was made, or do not say what was spoken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvedChapter:
    """One chapter of a book and of its release.

    Attributes:
        file: in the release's folder; None if there is none.
        source_words: in the source, spoken or not.
        spoken_words: of these, to be heard.
        transcript_words: in the chapter's transcript; announcements count.
        cues: of the transcript.
        takes: of the release's lines, those whose take is kept and whole.
        length_s: of the sound; 0 without a file.
        findings: what is wrong, a sentence each; empty if the chapter is whole or has nothing to speak.
    """

    number: int
    title: str
    state: ChapterState
    file: str | None
    source_words: int
    spoken_words: int
    transcript_words: int = 0
    cues: int = 0
    takes: int = 0
    length_s: float = 0.0
    findings: tuple[str, ...] = ()

    @property
    def skipped_words(self) -> int:
        """Words of the source that are not heard."""
        return self.source_words - self.spoken_words


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseProof:
    """A whole release held against its source.

    Attributes:
        folder: of the release, as a person names it.
        strays: what the release has and the book has not, a sentence each.
    """

    folder: str
    chapters: tuple[ProvedChapter, ...]
    strays: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Say whether every chapter holds every word once, and nothing besides."""
        good = (ChapterState.WHOLE, ChapterState.SILENT)
        return not self.strays and all(chapter.state in good for chapter in self.chapters)
