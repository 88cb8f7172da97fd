"""The chapters of a release that are there already, taken over into the next one: at most with new tags or names.

Files are copied side by side in threads of this process: most of that is the disk's work and digesting, and other
processes would take longer to start. Needs no takes; refuses to decide what may stay.
"""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, replace

from audiobook.assembly.book_jobs import chapter_tags
from audiobook.assembly.release_plan import Work
from audiobook.assembly.retagging import RetagJob, retag
from audiobook.assembly.transcripts import digest_transcripts, write_transcripts
from audiobook.model.release import ReleasedChapter
from audiobook.production.recording.kept_chapters import KeptChapter, UnchangedChapter
from audiobook.production.recording.planned_book import PlannedBook

_MOST_THREADS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class ReusedChapter:
    """A chapter of the new release.

    Attributes:
        work: what was done: nothing, or new tags.
        released: its file.
        kept: how that was made.
    """

    work: Work
    released: ReleasedChapter
    kept: KeptChapter


def reuse_chapters(plan: PlannedBook, *, on_chapter: Callable[[int, ReusedChapter], None]) -> None:
    """Take over every chapter that is there already, and its transcripts.

    Args:
        plan: the book.
        on_chapter: told the number of each and what became of it, in no order; also of those that were finished when
            an error or Ctrl-C ends the run.

    Raises:
        OutputError: a file cannot be read or written.
    """
    threads = ThreadPoolExecutor(min(_MOST_THREADS, os.cpu_count() or 1), thread_name_prefix="retag")
    waiting = {threads.submit(_take_over, plan, number, chapter): number for number, chapter in plan.unchanged.items()}
    try:
        for future in as_completed(tuple(waiting)):
            on_chapter(waiting.pop(future), future.result())
    finally:
        threads.shutdown(cancel_futures=True)
        for future, number in waiting.items():
            if not future.cancelled() and future.exception() is None:
                on_chapter(number, future.result())


def _take_over(plan: PlannedBook, number: int, chapter: UnchangedChapter) -> ReusedChapter:
    name = plan.names[number]
    released = replace(chapter.released, number=name.number, title=name.title, stale=False)
    work = Work.NOTHING
    if not chapter.has_its_tags:
        work, released = Work.RETAG, retag(_retag_job(plan, number, released))
    transcripts = chapter.kept.transcripts
    if digest_transcripts(plan.settings.folder, released) != transcripts:
        transcripts = write_transcripts(plan.settings.folder, released)
    kept = replace(chapter.kept, recipe=plan.recipes[number], transcripts=transcripts)
    return ReusedChapter(work=work, released=released, kept=kept)


def _retag_job(plan: PlannedBook, number: int, released: ReleasedChapter) -> RetagJob:
    name, settings = plan.names[number], plan.settings
    tags = chapter_tags(name, settings, released.scenes, rate_hz=released.rate_hz)
    return RetagJob(folder=settings.folder, file=name.file, tags=tags, released=released)
