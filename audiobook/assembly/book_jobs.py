"""From a book to the jobs of its chapters: titles, file names, timelines, lines.

Knows the whole book's script; refuses to read or write anything.
"""

import itertools
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from audiobook.assembly.announcing import is_credits
from audiobook.assembly.chapter_job import ChapterJob
from audiobook.assembly.file_names import chapter_file_name
from audiobook.assembly.mixing.mixdown import TakeSource
from audiobook.assembly.profiles import ReleaseProfile
from audiobook.assembly.tagging.tags import ChapterTags
from audiobook.assembly.timelines.arranging import arrange_chapter
from audiobook.assembly.timelines.clip_placing import BookClips, place_clips
from audiobook.assembly.timelines.retail_sample import SAMPLE_FILE, SAMPLE_TITLE, cut_sample
from audiobook.language.markup import FILLER, cover_markup
from audiobook.model.release import BookTags, ExtraKind, ReleasedLine
from audiobook.model.script import UNKNOWN, Script
from audiobook.model.take import PlannedTake, TakeFigures
from audiobook.model.timeline import SceneMark, Timeline

SAMPLE_NUMBER = -1
"""Under which the retail sample is planned, between chapters that count from 0."""

_NO_EXTRAS: Mapping[int, ExtraKind] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterName:
    """What a file of a release is called: a chapter's, or another that is made in the same way.

    Attributes:
        total: the number of the book's last chapter.
        title: unique in the book, and not the book's own.
        file: unique in the release's folder.
        extra: what it is if it is no chapter.
    """

    number: int
    total: int
    title: str
    file: str
    extra: ExtraKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseSettings:
    """What all chapters of a release share.

    Attributes:
        cover: JPEG, square.
        rate_hz: of the files; see `profiles.release_rate_hz`.
        takes: holds the book's takes; it is sent to worker processes.
        clips: a person's own sounds.
    """

    folder: Path
    tags: BookTags
    cover: bytes
    profile: ReleaseProfile
    rate_hz: int
    takes: TakeSource
    clips: BookClips = field(default_factory=BookClips)


def name_chapters(
    script: Script, *, book_title: str, extras: Mapping[int, ExtraKind] = _NO_EXTRAS
) -> tuple[ChapterName, ...]:
    """Give every chapter of a book its title and its file's name.

    A title that another chapter has too gets a number, and one that is the book's own is set behind "Chapter N".

    Args:
        script: the whole book's.
        book_title: the book's own.
        extras: by their number, the chapters that are files of another kind, such as credits.
    """
    highest = max((head.number for head in script.chapters), default=0)
    total = max((head.number for head in script.chapters if head.number not in extras), default=0)
    book = _fold(book_title).casefold()
    taken: set[str] = set()
    names = []
    for head in script.chapters:
        title = _fold(head.title) or f"Chapter {head.number}"
        if title.casefold() == book:
            title = f"Chapter {head.number}: {title}"
        title = _unused(title, taken)
        taken.add(title.casefold())
        file = chapter_file_name(head.number, title, total=highest)
        extra = extras.get(head.number)
        names.append(ChapterName(number=head.number, total=total, title=title, file=file, extra=extra))
    return tuple(names)


def name_sample(*, total: int) -> ChapterName:
    """Name the retail sample; its number is that of no chapter."""
    return ChapterName(
        number=SAMPLE_NUMBER,
        total=total,
        title=SAMPLE_TITLE,
        file=SAMPLE_FILE,
        extra=ExtraKind.RETAIL_SAMPLE,
    )


def _unused(title: str, taken: Collection[str]) -> str:
    numbered = (f"{title} ({count})" for count in itertools.count(2))
    return next(choice for choice in itertools.chain((title,), numbered) if choice.casefold() not in taken)


def sample_takes(script: Script, takes: Sequence[PlannedTake]) -> tuple[PlannedTake, ...]:
    """Choose what of a chapter's takes a retail sample may have: everything but credits."""
    return tuple(take for take in takes if not is_credits(script.segments[take.segment_index]))


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
    timeline = _timeline(script, name, takes, figures, settings)
    tags = chapter_tags(name, settings, timeline.scenes, rate_hz=timeline.rate_hz)
    return ChapterJob(
        folder=settings.folder,
        file=name.file,
        tags=tags,
        profile=settings.profile,
        timeline=timeline,
        lines=_lines(script, takes, timeline),
        takes=settings.takes,
    )


def chapter_tags(
    name: ChapterName, settings: ReleaseSettings, scenes: tuple[SceneMark, ...], *, rate_hz: int
) -> ChapterTags:
    """Say what the tag of a file says.

    Args:
        name: from `name_chapters`.
        settings: what all chapters share.
        scenes: the chapter's, in samples at `rate_hz`.
        rate_hz: of the file.
    """
    return ChapterTags(
        book=settings.tags,
        title=name.title,
        number=name.number,
        total=name.total,
        scenes=scenes,
        rate_hz=rate_hz,
        cover=settings.cover,
    )


def _timeline(
    script: Script,
    name: ChapterName,
    takes: Sequence[PlannedTake],
    figures: Mapping[str, TakeFigures],
    settings: ReleaseSettings,
) -> Timeline:
    timeline = arrange_chapter(script, name.number, takes, figures, rate_hz=settings.rate_hz, profile=settings.profile)
    if name.extra is ExtraKind.RETAIL_SAMPLE:
        return cut_sample(timeline, takes, script.segments)
    credits_ = frozenset(take.segment_index for take in takes if is_credits(script.segments[take.segment_index]))
    target_lufs = settings.profile.target_lufs
    return place_clips(timeline, settings.clips, number=name.number, credits_=credits_, target_lufs=target_lufs)


def _lines(script: Script, takes: Sequence[PlannedTake], timeline: Timeline) -> tuple[ReleasedLine, ...]:
    lines = []
    covered = {index: cover_markup(script.segments[index].text) for index in {take.segment_index for take in takes}}
    for take, placement in zip(takes, timeline.placements, strict=False):  # of a sample's takes, some may be left out
        segment = script.segments[take.segment_index]
        shown = covered[take.segment_index][take.start - segment.start : take.end - segment.start]
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
    return " ".join(text.split())
