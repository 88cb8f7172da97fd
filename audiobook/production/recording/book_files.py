"""The whole book as one file, made when all chapters are there: an M4B, a single MP3, or both.

Decides which are wanted and what of them must be made; the making is `assembly`'s, the encoding the workers'.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from audiobook.assembly.book_jobs import ReleaseSettings
from audiobook.assembly.chapter_job import ChapterJob
from audiobook.assembly.file_names import book_file_name
from audiobook.assembly.timelines.retail_sample import SAMPLE_FILE
from audiobook.assembly.whole_book.aac_parts import encode_part, find_part, sweep_parts
from audiobook.assembly.whole_book.book_file import BookFileJob, find_previous, is_up_to_date
from audiobook.assembly.whole_book.m4b_file import join_book, m4b_keys, retag_book
from audiobook.assembly.whole_book.single_mp3 import join_chapters, single_mp3_keys
from audiobook.errors import TakeLostError
from audiobook.model.cast import BookDetails
from audiobook.model.release import ExtraKind, Release, ReleasedExtra
from audiobook.synthesis.jobs import JobQueue

_SUFFIXES = {ExtraKind.M4B: ".m4b", ExtraKind.SINGLE_MP3: ".mp3"}


@dataclass(frozen=True, slots=True, kw_only=True)
class BookFilesPlan:
    """Which files with the whole book are made.

    Attributes:
        kinds: of `ExtraKind`, M4B and single MP3 only.
        parts_folder: where the AAC of single chapters is kept.
    """

    kinds: tuple[ExtraKind, ...]
    parts_folder: Path

    @property
    def encodes(self) -> bool:
        """Whether every chapter must be encoded once more."""
        return ExtraKind.M4B in self.kinds


def choose_kinds(asked: BookDetails, cast: BookDetails, previous: Release | None) -> tuple[ExtraKind, ...]:
    """Choose which files are made: what this run asks for, else what the cast file says, else what is there already.

    So that a file that was asked for once never stays behind its chapters.
    """
    there = {extra.kind for extra in (previous.extras if previous else ())}
    said = {ExtraKind.M4B: (asked.m4b, cast.m4b), ExtraKind.SINGLE_MP3: (asked.single_mp3, cast.single_mp3)}
    return tuple(
        kind for kind, answers in said.items() if next((yes for yes in answers if yes is not None), kind in there)
    )


def whole_book_job(
    kind: ExtraKind, plan: BookFilesPlan, chapters: Sequence[ChapterJob], settings: ReleaseSettings
) -> BookFileJob:
    """Put together what a file with the whole book is made from."""
    taken = [SAMPLE_FILE, *(chapter.file for chapter in chapters)]
    return BookFileJob(
        kind=kind,
        folder=settings.folder,
        file=book_file_name(settings.tags.title, suffix=_SUFFIXES[kind], taken=taken, otherwise=settings.folder.name),
        tags=settings.tags,
        cover=settings.cover,
        chapters=tuple(chapters),
        parts_folder=plan.parts_folder,
    )


class BookFiles:
    """Makes the files of one book.

    Args:
        plan: which.
        chapters: all of the book, their files finished.
        settings: of the release.
        previous: the release as it was.
        workers: encode; `workers.run()` is called by `make`.
        on_chapter: told of each chapter whose AAC is there.

    Attributes:
        made: every file that is wanted, once `make` is done.
        written: names of those that were not up to date.
        encoded: numbers of the chapters that were encoded.
        lost: numbers of the chapters of which a stored take is gone or damaged. If there are any, the files that need
            them are not made; `make` may be called again once the takes are spoken anew.
    """

    def __init__(
        self,
        plan: BookFilesPlan,
        chapters: Sequence[ChapterJob],
        settings: ReleaseSettings,
        previous: Release | None,
        *,
        workers: JobQueue,
        on_chapter: Callable[[ChapterJob], None],
    ) -> None:
        self.made: list[ReleasedExtra] = []
        self.written: list[str] = []
        self.encoded: list[int] = []
        self.lost: list[int] = []
        self._plan = plan
        self._chapters = tuple(chapters)
        self._settings = settings
        self._previous = previous
        self._workers = workers
        self._on_chapter = on_chapter

    def make(self) -> None:
        """Make what is not up to date.

        Raises:
            OutputError: a file cannot be read or written.
            EngineError: the encoder failed.
        """
        self.made, self.lost = [], []
        if ExtraKind.M4B in self._plan.kinds:
            self._make_m4b(self._job(ExtraKind.M4B))
        else:
            sweep_parts(self._plan.parts_folder, used=())
        if ExtraKind.SINGLE_MP3 in self._plan.kinds:
            self._make_single_mp3(self._job(ExtraKind.SINGLE_MP3))

    def _job(self, kind: ExtraKind) -> BookFileJob:
        return whole_book_job(kind, self._plan, self._chapters, self._settings)

    def _make_m4b(self, job: BookFileJob) -> None:
        keys, made = m4b_keys(job), find_previous(self._previous, job.kind)
        if made is not None and is_up_to_date(job, keys, made):
            self.made.append(made)
        elif made is not None and made.key == keys.sound:
            self._finish(retag_book(job, keys, made))
        else:
            parts = self._encode_parts(job)
            if not self.lost:
                self._finish(join_book(job, keys, parts))
                sweep_parts(job.parts_folder, used=parts)

    def _make_single_mp3(self, job: BookFileJob) -> None:
        keys, made = single_mp3_keys(job), find_previous(self._previous, job.kind)
        if made is not None and is_up_to_date(job, keys, made):
            self.made.append(made)
        else:
            self._finish(join_chapters(job, keys))

    def _finish(self, extra: ReleasedExtra) -> None:
        self.made.append(extra)
        self.written.append(extra.file)

    def _encode_parts(self, job: BookFileJob) -> tuple[Path, ...]:
        """Have every chapter encoded that is not yet; the longest first, so that none is waited for alone.

        Returns:
            The parts of all chapters that are not lost.
        """
        parts: dict[int, Path] = {}
        for chapter in sorted(self._chapters, key=lambda chapter: chapter.timeline.length_samples, reverse=True):
            found = find_part(job.parts_folder, chapter)
            if found is not None:
                parts[chapter.tags.number] = found
                self._on_chapter(chapter)
            else:
                on_done = partial(self._take_part, chapter, parts)
                self._workers.submit(encode_part, chapter, job.parts_folder, on_done=on_done)
        self._workers.run()
        return tuple(parts[chapter.tags.number] for chapter in self._chapters if chapter.tags.number in parts)

    def _take_part(self, chapter: ChapterJob, parts: dict[int, Path], future: Future[Path]) -> None:
        try:
            parts[chapter.tags.number] = future.result()
        except TakeLostError:
            self.lost.append(chapter.tags.number)
            return
        self.encoded.append(chapter.tags.number)
        self._on_chapter(chapter)
