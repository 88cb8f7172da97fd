"""The cast of a manuscript that got another name: found by what the story says, offered, never taken by itself."""

import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from audiobook.casting.cast_file import read_cast
from audiobook.errors import CastError
from audiobook.model.cast import Cast
from audiobook.model.script import Script
from audiobook.production.books import Book
from audiobook.production.recording.identities import see_chapters
from audiobook.publishing.chapter_matching import SeenChapter, match_chapters
from audiobook.publishing.word_sketch import likeness
from audiobook.workspace.paths import Workspace

_LEAST_LIKENESS = 0.3
"""Chapters of different books share next to no words in a row; one of which half was rewritten keeps a third."""

_LEAST_SHARE = 0.5
"""Of the chapters, so many must be the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OldCast:
    """A cast that was made for the same story under a name that is gone.

    Attributes:
        book: the short name it stands under.
        source: the manuscript it was made for.
        chapters: so many are the same, out of `chapter_count`.
    """

    path: Path
    book: str
    source: str
    chapters: int
    chapter_count: int

    def offer(self, source: Path) -> str:
        """Say what there is and how to take it."""
        return (
            f"{self.path} has a cast for this story under another name ({self.source}, which is gone; "
            f"{self.chapters} of {self.chapter_count} chapters are the same): to go on with it, "
            f"run audiobook make {shlex.quote(str(source))} --book {self.book}"
        )


def find_old_cast(book: Book, script: Script) -> OldCast | None:
    """Find the cast of the same story, for a book that has none of its own; the likest, if there are several."""
    orphans = [(path, cast) for path in _cast_files(book) if (cast := _read_orphan(path, book.workspace)) is not None]
    seen = see_chapters(script) if orphans else ()
    found = [old for path, cast in orphans if (old := _compare(path, cast, seen)) is not None]
    return max(found, key=lambda old: (old.chapters / old.chapter_count, old.book), default=None)


def _cast_files(book: Book) -> Iterator[Path]:
    for path in sorted(book.workspace.voices_dir.glob("*.toml")):
        if "." not in path.stem and path != book.cast_path:
            yield path


def _read_orphan(path: Path, workspace: Workspace) -> Cast | None:
    """Read a cast file whose manuscript is gone."""
    try:
        cast = read_cast(path)
    except CastError:
        return None  # whoever makes that book is told what is wrong with it
    return cast if cast.book.source and not _is_there(cast.book.source, workspace) else None


def _compare(path: Path, cast: Cast, seen: tuple[SeenChapter, ...]) -> OldCast | None:
    same, count = _count_same(cast, seen), max(len(seen), sum(1 for known in cast.identity.chapters if known.number))
    if not count or same / count < _LEAST_SHARE:
        return None
    return OldCast(path=path, book=path.stem, source=cast.book.source or "", chapters=same, chapter_count=count)


def _is_there(source: str, workspace: Workspace) -> bool:
    try:
        return any(path.exists() for path in (workspace.voices_dir.resolve().parent / source, Path(source)))
    except (OSError, ValueError):
        return False  # a name that no file can have


def _count_same(cast: Cast, seen: tuple[SeenChapter, ...]) -> int:
    matches = match_chapters(seen, [chapter for chapter in cast.identity.chapters if chapter.number])
    return sum(
        known is not None and likeness(chapter.words, known.words) >= _LEAST_LIKENESS
        for chapter, known in zip(seen, matches, strict=True)
    )
