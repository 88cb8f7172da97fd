"""From a book to the jobs of its chapters: titles, file names, timelines, lines.

Knows the whole book's script; refuses to read or write anything.
"""

import itertools
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from audiobook.assembly.arranging import arrange_chapter
from audiobook.assembly.chapter_job import ChapterJob
from audiobook.assembly.file_names import chapter_file_name
from audiobook.assembly.mixdown import TakeSource
from audiobook.assembly.profiles import ReleaseProfile
from audiobook.assembly.tags import ChapterTags
from audiobook.language.markup import FILLER, cover_markup
from audiobook.model.release import BookTags, ReleasedLine
from audiobook.model.script import UNKNOWN, Script
from audiobook.model.take import PlannedTake, TakeFigures
from audiobook.model.timeline import Timeline

_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterName:
    """What a chapter is called.

    Attributes:
        title: unique in the book, and not the book's own.
        file: unique in the release's folder.
    """

    number: int
    title: str
    file: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseSettings:
    """What all chapters of a release share.

    Attributes:
        cover: JPEG, square.
        rate_hz: of the files; see `profiles.release_rate_hz`.
        takes: holds the book's takes; it is sent to worker processes.
    """

    folder: Path
    tags: BookTags
    cover: bytes
    profile: ReleaseProfile
    rate_hz: int
    takes: TakeSource


def name_chapters(script: Script, *, book_title: str) -> tuple[ChapterName, ...]:
    """Give every chapter of a book its title and its file's name.

    A title that another chapter has too gets a number, and one that is the book's own is set behind "Chapter N".
    """
    total = max((head.number for head in script.chapters), default=0)
    book = _fold(book_title).casefold()
    taken: set[str] = set()
    names = []
    for head in script.chapters:
        title = _fold(head.title) or f"Chapter {head.number}"
        if title.casefold() == book:
            title = f"Chapter {head.number}: {title}"
        title = _unused(title, taken)
        taken.add(title.casefold())
        file = chapter_file_name(head.number, title, total=total)
        names.append(ChapterName(number=head.number, title=title, file=file))
    return tuple(names)


def _unused(title: str, taken: Collection[str]) -> str:
    numbered = (f"{title} ({count})" for count in itertools.count(2))
    return next(choice for choice in itertools.chain((title,), numbered) if choice.casefold() not in taken)


def group_by_chapter(script: Script, takes: Sequence[PlannedTake]) -> Mapping[int, tuple[PlannedTake, ...]]:
    """Sort a book's takes into its chapters; a chapter with nothing to speak has no entry and gets no file."""
    grouped: dict[int, list[PlannedTake]] = {}
    for take in takes:
        grouped.setdefault(script.segments[take.segment_index].chapter, []).append(take)
    return {chapter: tuple(found) for chapter, found in grouped.items()}


def chapter_job(
    script: Script,
    name: ChapterName,
    takes: Sequence[PlannedTake],
    figures: Mapping[str, TakeFigures],
    settings: ReleaseSettings,
) -> ChapterJob:
    """Put together what makes one chapter's file.

    Args:
        script: the whole book's.
        name: from `name_chapters`.
        takes: the chapter's, in reading order; at least one.
        figures: by take key; every take of the chapter has an entry.
        settings: what all chapters share.
    """
    timeline = arrange_chapter(script, name.number, takes, figures, rate_hz=settings.rate_hz, profile=settings.profile)
    tags = ChapterTags(
        book=settings.tags,
        title=name.title,
        number=name.number,
        total=max(head.number for head in script.chapters),
        scenes=timeline.scenes,
        rate_hz=timeline.rate_hz,
        cover=settings.cover,
    )
    return ChapterJob(
        folder=settings.folder,
        file=name.file,
        tags=tags,
        profile=settings.profile,
        timeline=timeline,
        lines=_lines(script, takes, timeline),
        takes=settings.takes,
    )


def _lines(script: Script, takes: Sequence[PlannedTake], timeline: Timeline) -> tuple[ReleasedLine, ...]:
    lines = []
    for take, placement in zip(takes, timeline.placements, strict=True):
        segment = script.segments[take.segment_index]
        shown = cover_markup(segment.text)[take.start - segment.start : take.end - segment.start]
        lines.append(
            ReleasedLine(
                segment_id=segment.id,
                speaker=segment.speaker or UNKNOWN,
                text=_fold(shown.replace(FILLER, "")),
                take_key=take.key,
                start_sample=placement.start_sample,
                length_samples=placement.length_samples,
            )
        )
    return tuple(lines)


def _fold(text: str) -> str:
    return _BLANKS.sub(" ", text).strip()
