"""Whether one file of a release is fresh, and if not, why exactly.

Decides by the very rules of `make`: `assembly.release_plan` says what must be done. Refuses to change anything.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from audiobook.assembly.book_jobs import ChapterName, chapter_job
from audiobook.assembly.chapter_job import ChapterJob
from audiobook.assembly.release_plan import Work, is_intact, plan_chapter, sound_key
from audiobook.model.release import COVER_FILE, BookTags, Release, ReleasedChapter, ReleasedExtra
from audiobook.model.take import TakeFigures
from audiobook.production.recording.ingredients import ingredients_of, read_ingredients
from audiobook.production.recording.planned_book import PlannedBook
from audiobook.production.status.comparing import Change, ChangedLine, compare_lines, compare_rendering
from audiobook.synthesis.take_store import TakeStore

Released = ReleasedChapter | ReleasedExtra


class FileState(StrEnum):
    """What the next `make` will do about a file."""

    FRESH = "fresh"
    NEW = "not made yet"
    STALE = "out of date"
    """Its sound is made anew."""
    OLD_TAGS = "old tags"
    """Its sound stays, its tags or name change."""
    GONE = "no longer in the book"
    """It is removed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileStatus:
    """A file of a release.

    Attributes:
        number: of the chapter; None for a file that is no chapter.
        changes: what concerns the file as a whole.
        lines: those that are not as they were.
        missing_takes: lines to speak, for their takes are not in the store.
    """

    number: int | None
    title: str
    file: str
    state: FileState
    changes: tuple[Change, ...] = ()
    lines: tuple[ChangedLine, ...] = ()
    missing_takes: int = 0


class FileJudge:
    """Judges the files of one book that are made of takes.

    Args:
        plan: the book as `make` would plan it.
        store: its takes.

    Attributes:
        jobs: of the files whose takes are all there, by number.
    """

    def __init__(self, plan: PlannedBook, store: TakeStore) -> None:
        self.jobs: dict[int, ChapterJob] = {}
        self._plan = plan
        self._store = store
        self._figures: dict[str, TakeFigures | None] = {}

    def judge(self, number: int) -> FileStatus:
        """Judge the file of this number."""
        name = self._plan.names[number]
        unchanged = self._plan.unchanged.get(number)
        if unchanged is not None:
            changes = () if unchanged.has_its_tags else tuple(tag_changes(self._plan, name, unchanged.released))
            return _status(name, FileState.FRESH if unchanged.has_its_tags else FileState.OLD_TAGS, changes=changes)
        missing = self._count_missing(number)
        if missing:
            return self._judge_by_lines(number, missing)
        known = {key: figures for key, figures in self._figures.items() if figures is not None}
        job = chapter_job(self._plan.script, name, self._plan.takes[number], known, self._plan.settings)
        self.jobs[number] = job
        planned = plan_chapter(job, self._plan.previous, files=self._plan.files.values())
        if planned.work is Work.NOTHING:
            return _status(name, FileState.FRESH)
        if planned.work is Work.RETAG and planned.previous is not None:
            changes = tuple(tag_changes(self._plan, name, planned.previous))
            return _status(name, FileState.OLD_TAGS, changes=changes)
        return self._judge_by_lines(number, 0)

    def _count_missing(self, number: int) -> int:
        keys = {take.key for take in self._plan.takes[number]}
        for key in keys - self._figures.keys():
            self._figures[key] = self._store.figures(key)
        return sum(self._figures[key] is None for key in keys)

    def _judge_by_lines(self, number: int, missing: int) -> FileStatus:
        """Say why a file must be made anew: by what it was made from, as far as that is known."""
        name = self._plan.names[number]
        before = find_earlier(self._plan, number)
        if before is None:
            return _status(name, FileState.NEW, missing_takes=missing)
        changes = [*_changes_of_file(self._plan.previous, before)]
        old = read_ingredients(self._plan.ingredients_folder, sound_key(before))
        lines: tuple[ChangedLine, ...] = ()
        if old is None:
            changes.append(Change(what="not known: it is not written down what this file was made from"))
        else:
            new = ingredients_of(self._plan, number)
            changes += compare_rendering(old.rendered_with, new.rendered_with)
            lines = compare_lines(old, new)
        if missing and not changes and not any(line.must_be_spoken for line in lines):
            changes.append(Change(what="takes that are no longer in the store"))
        if not changes and not lines:
            changes.append(Change(what="pauses, or the sounds around the voices"))
        return _status(name, FileState.STALE, changes=tuple(changes), lines=lines, missing_takes=missing)


def find_earlier(plan: PlannedBook, number: int) -> Released | None:
    """Find what an earlier run made of the same chapter: by its id, else by its number; of an extra, by its kind."""
    if plan.previous is None:
        return None
    kind = plan.names[number].extra
    if kind is not None:
        return next((extra for extra in plan.previous.extras if extra.kind is kind), None)
    chapters = plan.previous.chapters
    wanted = plan.ids.get(number, "")
    by_id = next((chapter for chapter in chapters if wanted and chapter.id == wanted), None)
    return by_id or next((chapter for chapter in chapters if not chapter.id and chapter.number == number), None)


def files_gone(plan: PlannedBook, *, book_files: tuple[str, ...]) -> Iterator[FileStatus]:
    """List what an earlier run made and the next one removes.

    Args:
        book_files: names of the files with the whole book that are wanted.
    """
    if plan.previous is None:
        return
    kept = {file.casefold() for file in plan.files.values()}
    kept |= {file.casefold() for file in book_files}
    known = {plan.ids.get(number, "") for number in plan.takes}
    for chapter in plan.previous.chapters:
        if chapter.file.casefold() not in kept and chapter.id not in known:
            yield FileStatus(number=chapter.number, title=chapter.title, file=chapter.file, state=FileState.GONE)
    for extra in plan.previous.extras:
        if extra.file.casefold() not in kept:
            yield FileStatus(number=None, title=str(extra.kind), file=extra.file, state=FileState.GONE)


def tag_changes(plan: PlannedBook, name: ChapterName, before: Released) -> Iterator[Change]:
    """Say what of a file's name and tags is different from what was written into it."""
    if isinstance(before, ReleasedChapter):
        if before.title != name.title:
            yield Change(what="title", before=before.title, after=name.title)
        if before.number != name.number:
            yield Change(what="number", before=str(before.number), after=str(name.number))
    if before.file != name.file:
        yield Change(what="file name", before=before.file, after=name.file)
    if plan.previous is not None:
        told = [*book_tag_changes(plan.previous.tags, plan.settings.tags), *_cover_change(plan)]
        yield from told or [Change(what="tags that an earlier run did not finish, or the count of chapters")]


def book_tag_changes(before: BookTags, after: BookTags) -> Iterator[Change]:
    """Say which of the book's own tags are different."""
    for name in BookTags.__slots__:
        values = (_shown(getattr(before, name)), _shown(getattr(after, name)))
        if values[0] != values[1]:
            yield Change(what=f"the book's {name.replace('_', ' ')}", before=values[0], after=values[1])


def _shown(value: str | tuple[str, ...] | None) -> str | None:
    return ", ".join(value) if isinstance(value, tuple) else value


def _cover_change(plan: PlannedBook) -> Iterator[Change]:
    try:
        is_same = (plan.settings.folder / COVER_FILE).read_bytes() == plan.settings.cover
    except OSError:
        is_same = False
    if not is_same:
        yield Change(what="cover")


def _changes_of_file(previous: Release | None, before: Released) -> Iterator[Change]:
    if isinstance(before, ReleasedChapter) and before.stale:
        yield Change(what="a line that failed in the last run")
    if previous is not None and not is_intact(previous.folder, before):
        is_there = (previous.folder / before.file).exists()
        yield Change(what="the file, which was changed by something else" if is_there else "the file, which is missing")


def _status(
    name: ChapterName,
    state: FileState,
    *,
    changes: tuple[Change, ...] = (),
    lines: tuple[ChangedLine, ...] = (),
    missing_takes: int = 0,
) -> FileStatus:
    number = None if name.extra else name.number
    return FileStatus(
        number=number,
        title=name.title,
        file=name.file,
        state=state,
        changes=changes,
        lines=lines,
        missing_takes=missing_takes,
    )
