"""The state of whole books: every file fresh or not and why, and how much disk they use.

Composes; nothing is written.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from audiobook.assembly.book_jobs import SAMPLE_NUMBER
from audiobook.assembly.release_plan import is_intact
from audiobook.assembly.whole_book.book_file import BookFileKeys
from audiobook.assembly.whole_book.m4b_file import m4b_keys
from audiobook.assembly.whole_book.single_mp3 import single_mp3_keys
from audiobook.errors import AudiobookError
from audiobook.model.release import ExtraKind
from audiobook.production.books import require_distinct
from audiobook.production.progress import Progress
from audiobook.production.recording.book_files import whole_book_job
from audiobook.production.recording.book_plan import MakeOptions
from audiobook.production.recording.draft import draft_book
from audiobook.production.recording.planned_book import PlannedBook
from audiobook.production.status.comparing import Change
from audiobook.production.status.disk_use import DiskUse, measure_disk_use
from audiobook.production.status.file_status import FileJudge, FileState, FileStatus, files_gone
from audiobook.synthesis.take_store import TakeStore
from audiobook.workspace.paths import Workspace

_KEYS_OF_KIND = {ExtraKind.M4B: m4b_keys, ExtraKind.SINGLE_MP3: single_mp3_keys}


@dataclass(frozen=True, slots=True, kw_only=True)
class BookStatus:
    """A book as it stands.

    Attributes:
        files: of the chapters that were asked for; where all were, also what is no chapter and what would go.
        lines_to_speak: for these files, each take counted once.
        disk: of the whole book.
        error: why nobody can tell; everything else is empty then.
    """

    source: Path
    book: str = ""
    title: str = ""
    folder: Path | None = None
    files: tuple[FileStatus, ...] = ()
    lines_to_speak: int = 0
    disk: DiskUse | None = None
    error: AudiobookError | None = None

    @property
    def is_fresh(self) -> bool:
        """Whether the next `make` has nothing to do."""
        return self.error is None and all(file.state is FileState.FRESH for file in self.files)


def look_at_books(
    sources: Sequence[Path], workspace: Workspace, options: MakeOptions, *, progress: Progress
) -> tuple[BookStatus, ...]:
    """Look at every book; one that cannot be read does not keep the others from being looked at.

    Raises:
        UsageError: two sources would be the same book.
    """
    require_distinct(sources, name=options.name)
    found = []
    for source in sources:
        try:
            found.append(_look_at(source, workspace, options, progress))
        except AudiobookError as error:
            found.append(BookStatus(source=source, error=error))
    return tuple(found)


def _look_at(source: Path, workspace: Workspace, options: MakeOptions, progress: Progress) -> BookStatus:
    drafted = draft_book(source, workspace, replace(options, chapters=None), progress=progress)
    plan, store = drafted.plan, TakeStore(workspace.takes_folder)
    judge = FileJudge(plan, store)
    chosen = _choose_files(plan, options)
    made_of_takes = [judge.judge(number) for number in chosen]
    books: tuple[FileStatus, ...] = ()
    gone: tuple[FileStatus, ...] = ()
    if options.chapters is None:
        books = _judge_book_files(plan, judge)
        gone = tuple(files_gone(plan, book_files=tuple(file.file for file in books)))
    return BookStatus(
        source=source,
        book=drafted.book.slug,
        title=plan.settings.tags.title,
        folder=plan.settings.folder,
        files=(*made_of_takes, *books, *gone),
        lines_to_speak=sum(store.figures(key) is None for key in _take_keys(plan, set(chosen) - plan.unchanged.keys())),
        disk=measure_disk_use(plan, workspace, _take_keys(plan, plan.takes)),
    )


def _choose_files(plan: PlannedBook, options: MakeOptions) -> list[int]:
    """Give the numbers of the files that are looked at: credits and the sample only with all chapters."""
    if options.chapters is None:
        return sorted(plan.takes)
    chapters = options.chapters.among([number for number, name in plan.names.items() if name.extra is None])
    return sorted(chapters & plan.takes.keys())


def _take_keys(plan: PlannedBook, numbers: Iterable[int]) -> set[str]:
    return {take.key for number in numbers for take in plan.takes[number]}


def _judge_book_files(plan: PlannedBook, judge: FileJudge) -> tuple[FileStatus, ...]:
    """Judge the files with the whole book; they follow their chapters."""
    numbers = [number for number in sorted(plan.takes) if number != SAMPLE_NUMBER]
    chapters = [judge.jobs[number] for number in numbers if number in judge.jobs]
    found = []
    for kind in plan.book_files.kinds:
        made = next((extra for extra in (plan.previous.extras if plan.previous else ()) if extra.kind is kind), None)
        job = whole_book_job(kind, plan.book_files, chapters, plan.settings) if chapters else None
        file = job.file if job else made.file if made else str(kind)
        state = FileState.STALE
        changes: tuple[Change, ...] = (Change(what="chapters"),)
        if plan.book_files_stay:
            state, changes = FileState.FRESH, ()
        elif made is None:
            state, changes = FileState.NEW, ()
        elif not is_intact(plan.settings.folder, made):
            changes = (Change(what="the file, which is missing or was changed by something else"),)
        elif job is not None and len(chapters) == len(numbers):
            keys = _KEYS_OF_KIND[kind](job)
            state, changes = _compare(keys, made.key, made.tags_key, is_same_name=job.file == made.file)
        found.append(FileStatus(number=None, title=str(kind), file=file, state=state, changes=changes))
    return tuple(found)


def _compare(keys: BookFileKeys, sound: str, tags: str, *, is_same_name: bool) -> tuple[FileState, tuple[Change, ...]]:
    if keys.sound != sound:
        return FileState.STALE, (Change(what="chapters"),)
    if keys.tags != tags or not is_same_name:
        return FileState.OLD_TAGS, (Change(what="tags, cover or name"),)
    return FileState.FRESH, ()
