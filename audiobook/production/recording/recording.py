"""The recording of one book: every missing take spoken, every chapter rendered as soon as its last take is there.

Holds the state of a run: which take is awaited by which chapters, and what failed; `release_record` keeps what is
finished. The workers do the work; the decisions about it are `assembly.release_plan`'s and `synthesis.planning`'s.
"""

from collections import defaultdict
from concurrent.futures import Future
from dataclasses import dataclass, field
from functools import partial

from audiobook.assembly.announcing import is_story
from audiobook.assembly.book_jobs import SAMPLE_NUMBER, chapter_job
from audiobook.assembly.chapter_job import ChapterJob
from audiobook.assembly.release_plan import ChapterPlan, Work, carry_out, plan_chapter
from audiobook.assembly.transcripts import write_transcripts
from audiobook.engines.neural_models import free_memory_mib
from audiobook.errors import TakeLostError
from audiobook.model.release import Release, ReleasedChapter
from audiobook.model.speed import MeasuredSpeeds
from audiobook.model.take import PlannedTake, TakeFigures
from audiobook.production.progress import Progress
from audiobook.production.recording.book_files import BookFiles
from audiobook.production.recording.ingredients import keep_ingredients
from audiobook.production.recording.kept_chapters import KeptChapter, trace_takes
from audiobook.production.recording.own_sounds import restore_sounds
from audiobook.production.recording.planned_book import PlannedBook
from audiobook.production.recording.release_record import ReleaseRecord
from audiobook.production.recording.reusing import ReusedChapter, reuse_chapters
from audiobook.production.recording.speeds import Stopwatch, rendering_key, sums_of, timed
from audiobook.production.recording.work_costs import WorkCosts
from audiobook.synthesis.jobs import JobQueue, Turn
from audiobook.synthesis.speaking import TakeOutcome
from audiobook.synthesis.speaking_processes import SpeakingProcesses, share_memory
from audiobook.synthesis.speaking_run import DistantSpeakers, SpeakingRun
from audiobook.synthesis.take_store import TakeStore
from audiobook.workspace.files import size_of

_MOST_LOST_TAKES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class FailedLine:
    """A line that could not be spoken."""

    chapter: str
    text: str
    why: str


@dataclass(slots=True, kw_only=True)
class Tally:
    """What a run did.

    Attributes:
        rendered: numbers of the chapters whose MP3 was encoded.
        retagged: of those that got new tags only.
        encoded: of those that were encoded for the M4B.
        written: names of the files that are no chapters and were written.
    """

    spoken_takes: int = 0
    rendered: list[int] = field(default_factory=list)
    retagged: list[int] = field(default_factory=list)
    encoded: list[int] = field(default_factory=list)
    written: list[str] = field(default_factory=list)


class Recording:
    """Speaks and renders one book on workers.

    Args:
        plan: the book.
        store: its takes.
        workers: run the jobs; `workers.run()` is called by `record`.
        progress: told what is done, out of `work_units()`.
        known: how quick the machine was before.
        elsewhere: speak in place of the workers; None leaves all to those.

    Attributes:
        failures: lines that could not be spoken.
        tally: what was done.
        stopwatch: how long that took.
        notes: what a person may want to know of the workers.

    Raises:
        EngineError: there is too little memory for an engine's models.
    """

    def __init__(
        self,
        plan: PlannedBook,
        store: TakeStore,
        workers: JobQueue,
        *,
        progress: Progress,
        known: MeasuredSpeeds,
        elsewhere: DistantSpeakers | None = None,
    ) -> None:
        self.failures: list[FailedLine] = []
        self.tally = Tally()
        self._plan = plan
        self._store = store
        self._workers = workers
        self._progress = progress
        self._costs = WorkCosts(known, rendering_key(plan.settings.profile, rate_hz=plan.settings.rate_hz))
        self.stopwatch = Stopwatch(processes=workers.process_count)
        self._figures: dict[str, TakeFigures] = {}
        self._take_of: dict[str, PlannedTake] = {}
        self._awaited: dict[int, set[str]] = {}
        self._chapters_of: defaultdict[str, set[int]] = defaultdict(set)
        self._record = ReleaseRecord(plan)
        self._jobs: dict[int, ChapterJob] = {}
        self._tried_again: set[str] = set()
        self._lost: dict[int, int] = defaultdict(int)
        for chapter in plan.takes:
            if chapter not in plan.unchanged:
                self._look_for(chapter, plan.takes[chapter])
        processes = self._share_memory() if elsewhere is None else _one_process(plan)
        self.notes = (processes.note,) if processes.note else ()
        self._speaking = SpeakingRun(
            workers=workers, store=store, on_take=self._hear, processes=processes, elsewhere=elsewhere
        )

    def _share_memory(self) -> SpeakingProcesses:
        """Decide how many processes load models, if there is anything left to speak with them."""
        speaking = {self._take_of[key].engine for key in self._chapters_of}
        needed = {engine: mib for engine, mib in self._plan.memory_mib.items() if engine in speaking}
        return share_memory(self._workers.process_count, needed, free_mib=free_memory_mib())

    def work_units(self) -> int:
        """How much there is to do, in about microseconds of one process: lines to speak, chapters to encode."""
        missing = set().union(*self._awaited.values())
        chapters = sum(map(self._chapter_units, self._awaited))
        spoken = sum(self._costs.speaking(self._take_of[key]) for key in missing)
        return spoken + chapters * (1 + self._plan.book_files.encodes)

    def record(self) -> Release:
        """Do everything, and write down in `release.json` what is finished, also if the run ends early.

        Raises:
            EngineError: an engine cannot be opened at all.
            OutputError: something cannot be written.
        """
        try:
            self._keep_unchanged()
            for chapter in sorted(self._awaited, key=self._chapter_units, reverse=True):
                self._start_chapter(chapter)
            self._workers.run()
            if not (self.failures or self._plan.left_alone or self._plan.book_files_stay):
                self._make_book_files()
        except BaseException:  # Ctrl-C too: what is finished must be known to the next run
            self._record.save()
            raise
        return self._record.close()

    def _keep_unchanged(self) -> None:
        """Take over the chapters that are there already; some get new tags."""
        reuse_chapters(self._plan, on_chapter=self._take_over)
        self.tally.retagged.sort()

    def _take_over(self, chapter: int, reused: ReusedChapter) -> None:
        self._record.add_chapter(chapter, reused.released, reused.kept)
        self._count(chapter, reused.work)
        self._record.save_now_and_then()

    def _make_book_files(self) -> None:
        """Make what holds the whole book, now that all chapters are there."""
        chapters = [self._jobs[number] for number in sorted(self._jobs) if number != SAMPLE_NUMBER]
        files = BookFiles(
            self._plan.book_files,
            chapters,
            self._plan.settings,
            self._plan.previous,
            workers=self._workers,
            on_chapter=lambda chapter: self._progress.advance(self._chapter_units(chapter.tags.number)),
        )
        files.make()
        while files.lost:
            for chapter in files.lost:
                self._speak_again(chapter)
            self._workers.run()
            if self.failures:
                return
            files.make()
        self._record.set_book_files(files.made)
        self.tally.encoded = sorted(files.encoded)
        self.tally.written.extend(files.written)

    def _look_for(self, chapter: int, takes: tuple[PlannedTake, ...]) -> None:
        """Find out which takes of a chapter are there."""
        awaited = self._awaited.setdefault(chapter, set())
        for take in takes:
            self._take_of.setdefault(take.key, take)
            if take.key not in self._figures:
                figures = self._store.figures(take.key)
                if figures is None:
                    awaited.add(take.key)
                    self._chapters_of[take.key].add(chapter)
                else:
                    self._figures[take.key] = figures

    def _start_chapter(self, chapter: int) -> None:
        awaited = self._awaited[chapter]
        if awaited:
            missing = [take for take in self._plan.takes[chapter] if take.key in awaited]
            self._speaking.submit(missing, subject=chapter)
        else:
            self._render(chapter)

    def _hear(self, outcome: TakeOutcome) -> None:
        """A take is there, or failed twice: go on with the chapters that waited for it."""
        if outcome.figures is None and not outcome.is_final and outcome.key not in self._tried_again:
            self._tried_again.add(outcome.key)  # behind all others: what was in its way may be gone by then
            self._speaking.submit([self._take_of[outcome.key]])
            return
        chapters = self._chapters_of.pop(outcome.key, set())
        if not chapters:
            return  # a line that several chapters share was submitted by each of them
        take = self._take_of[outcome.key]
        self._progress.advance(self._costs.speaking(take))
        for chapter in sorted(chapters):
            self._awaited[chapter].discard(outcome.key)
            if outcome.figures is None:
                self._fail(chapter, outcome)
        if outcome.figures is not None:
            self._figures[outcome.key] = outcome.figures
            self.tally.spoken_takes += 1
            self._time(take, outcome.figures, outcome.spent_s)
        for chapter in sorted(chapters):
            if not self._awaited[chapter] and chapter not in self._record.failed:
                self._go_on(chapter)

    def _go_on(self, chapter: int) -> None:
        """Render a chapter that waits for nothing, unless another one found a take damaged that both share."""
        takes = self._plan.takes[chapter]
        if any(take.key not in self._figures for take in takes):
            self._look_for(chapter, takes)
        self._start_chapter(chapter)

    def _fail(self, chapter: int, outcome: TakeOutcome) -> None:
        self._record.failed.add(chapter)
        if chapter == SAMPLE_NUMBER:
            return  # the chapter it is taken from has the same line
        text = next(take.line.text for take in self._plan.takes[chapter] if take.key == outcome.key)
        title = self._plan.names[chapter].title
        self.failures.append(FailedLine(chapter=title, text=text, why=outcome.failure or "no sound"))

    def _render(self, chapter: int) -> None:
        """Decide what of a chapter must be made, and have it made."""
        plan = self._plan
        job = chapter_job(plan.script, plan.names[chapter], plan.takes[chapter], self._figures, plan.settings)
        self._jobs[chapter] = job
        planned = plan_chapter(job, plan.previous, files=plan.files.values())
        if planned.work is Work.NOTHING:
            self._finish(chapter, planned, carry_out(planned))
            return
        on_done = partial(self._take_chapter, chapter, planned)
        self._workers.submit(timed, carry_out, planned, on_done=on_done, turn=Turn.FIRST, subject=chapter)

    def _take_chapter(self, chapter: int, planned: ChapterPlan, future: Future[tuple[ReleasedChapter, float]]) -> None:
        try:
            released, spent_s = future.result()
        except TakeLostError:
            self._speak_again(chapter)
            return
        if planned.work is Work.RENDER:
            self.stopwatch.rendered(self._costs.rendering_key, released.length_samples / released.rate_hz, spent_s)
        self._finish(chapter, planned, released)
        self._record.save_now_and_then()

    def _speak_again(self, chapter: int) -> None:
        """A stored take turned out to be damaged and is gone: speak it anew, then render the chapter again."""
        self._lost[chapter] += 1
        if self._lost[chapter] > _MOST_LOST_TAKES * len(self._plan.takes[chapter]):
            raise TakeLostError(
                f"{self._store.folder}: takes written there come back damaged",
                hint="check the disk, or use --build-dir",
            )
        restore_sounds(self._plan.own_sounds, self._store)
        for take in self._plan.takes[chapter]:
            if self._store.figures(take.key) is None:
                self._figures.pop(take.key, None)
        self._look_for(chapter, self._plan.takes[chapter])
        self._start_chapter(chapter)

    def _finish(self, chapter: int, planned: ChapterPlan, released: ReleasedChapter) -> None:
        keep_ingredients(self._plan, chapter, self._jobs[chapter], released.audio_key)
        kept: KeptChapter | None = None
        if self._plan.names[chapter].extra is None:
            transcripts = write_transcripts(self._plan.settings.folder, released)
            kept = self._how_it_was_made(chapter, released, transcripts)
            self._count(chapter, planned.work)
        elif planned.work is not Work.NOTHING:
            self.tally.written.append(released.file)
        self._record.add_chapter(chapter, released, kept)
        if planned.work is Work.RENDER:
            self._progress.advance(self._chapter_units(chapter))
        else:
            self._progress.skip(self._chapter_units(chapter))

    def _how_it_was_made(self, chapter: int, released: ReleasedChapter, transcripts: str) -> KeptChapter | None:
        """Give what the next run must know to leave a chapter as it is; None if it must look at it anew."""
        recipe = self._plan.recipes.get(chapter)
        if recipe is None or not any(is_story(line) for line in released.lines):
            return None
        traces = trace_takes(self._store, released.lines) if chapter in self._plan.unrepeatable else ""
        return KeptChapter(recipe=recipe, transcripts=transcripts, traces=traces)

    def _count(self, chapter: int, work: Work) -> None:
        if work is Work.RENDER:
            self.tally.rendered.append(chapter)
        elif work is Work.RETAG:
            self.tally.retagged.append(chapter)

    def _time(self, take: PlannedTake, figures: TakeFigures, spent_s: float) -> None:
        if spent_s:
            kept_bytes = size_of(self._store.path(take.key))
            self.stopwatch.spoke(take.engine, sums_of(take, figures, spent_s=spent_s, kept_bytes=kept_bytes))

    def _chapter_units(self, chapter: int) -> int:
        return self._costs.rendering(self._plan.takes[chapter])


def _one_process(plan: PlannedBook) -> SpeakingProcesses:
    """Others speak: what is left for this machine are single lines, and one process is enough to try them."""
    return SpeakingProcesses(count=1, engines=frozenset(plan.memory_mib))
