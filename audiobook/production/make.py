"""The whole pipeline: manuscript, script, cast, takes, timeline, release."""

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from audiobook.casting.cast_file import read_cast
from audiobook.casting.findings import describe_findings, describe_newcomers
from audiobook.cluster.address import ClusterAddress
from audiobook.errors import AudiobookError, LinesFailedError
from audiobook.model.cast import Cast
from audiobook.model.release import Release
from audiobook.model.script import Script, SegmentKind
from audiobook.production.books import Book, open_book, require_distinct, require_own_cast
from audiobook.production.cast.old_casts import find_old_cast
from audiobook.production.cast.preparation import DEFAULT_ENGINE, complete_cast
from audiobook.production.cast.series import carry_on
from audiobook.production.progress import Progress
from audiobook.production.recording.book_plan import MakeOptions, plan_book, settle_plan
from audiobook.production.recording.draft import require_known_engine
from audiobook.production.recording.earlier_release import look_back
from audiobook.production.recording.metadata import require_one_book, understand_wishes
from audiobook.production.recording.recording import FailedLine, Recording, Tally
from audiobook.production.recording.speeds import keep_speeds, read_speeds
from audiobook.production.script.collecting import rare_collections
from audiobook.production.script.loading import load_script
from audiobook.synthesis.speaking import get_ready
from audiobook.synthesis.speaking_run import DistantSpeakers
from audiobook.synthesis.take_store import TakeStore
from audiobook.synthesis.workers import Workers
from audiobook.workspace.files import sweep_temporary_files
from audiobook.workspace.locks import hold_lock, pass_gate
from audiobook.workspace.paths import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeBook:
    """What became of a book.

    Attributes:
        release: None if an error came before there was one.
        notes_left_out: paragraphs of the author's that are not spoken, such as a note to the readers.
        error: None if all went well.
        notes: what a person may want to know.
    """

    source: Path
    cast_path: Path | None = None
    release: Release | None = None
    tally: Tally | None = None
    notes_left_out: int = 0
    notes: tuple[str, ...] = ()
    failures: tuple[FailedLine, ...] = ()
    error: AudiobookError | None = None


def make_books(
    sources: Sequence[Path], workspace: Workspace, options: MakeOptions, *, progress: Progress
) -> tuple[MadeBook, ...]:
    """Make every book; one that fails does not stop the others.

    Raises:
        UsageError: two sources would be the same book, something is said of several that belongs to one, or an option
            says what no book can have.
    """
    require_distinct(sources, name=options.name)
    require_one_book(options.details, sources)
    options = replace(options, details=understand_wishes(options.details))
    made = []
    for source in sources:
        try:
            made.append(_make_one(open_book(source, workspace, name=options.name), options, progress))
        except AudiobookError as error:
            made.append(MadeBook(source=source, error=error))
        finally:
            progress.finish()
    return tuple(made)


def _make_one(book: Book, options: MakeOptions, progress: Progress) -> MadeBook:
    require_own_cast(book, named=options.name is not None)
    lock = book.workspace.lock_file(book.slug)
    with hold_lock(lock, on_wait=lambda: progress.say(f"Waiting: {book.slug} is being made by another run.")):
        pass_gate(book.workspace.gate_file, on_wait=lambda: progress.say("Waiting: unused takes are being removed."))
        sweep_temporary_files(book.release_folder)
        with rare_collections():
            return make_book(book, options, progress=progress)


def make_book(book: Book, options: MakeOptions, *, progress: Progress) -> MadeBook:
    """Make one book; whoever calls holds its lock.

    Raises:
        AudiobookError: as its class says; what was finished before stays and is not made again.
    """
    require_known_engine(options.engine)
    engine = options.engine or DEFAULT_ENGINE
    store = TakeStore(book.workspace.takes_folder)
    with Workers(options.jobs) as workers, _elsewhere(options.cluster, store, workers) as elsewhere:
        if (
            elsewhere is None and not book.release_folder.exists()
        ):  # all is to be made: the workers get ready while the book is read
            workers.start(partial(get_ready, engine))
        earlier = look_back(book)
        written = read_cast(book.cast_path)
        script = load_script(book, _in_language(written, options.details.language), progress=progress)
        offer = _offer_old_cast(book, script, written, progress)
        cast, carried = _complete(book, script, written, engine=engine, cast_from=options.cast_from)
        plan = plan_book(book, script, cast, options, earlier=earlier)
        settle_plan(book, cast, plan)
        known = read_speeds(book.workspace.speeds_file)
        recording = Recording(plan, store, workers, progress=progress, known=known, elsewhere=elsewhere)
        progress.start(f"Making {plan.settings.tags.title}", total=recording.work_units())
        release = recording.record()
        measured = recording.stopwatch.measured()
        if measured.spoken or measured.rendered:
            keep_speeds(book.workspace.speeds_file, known.plus(measured))
    progress.finish()
    return MadeBook(
        source=book.source,
        cast_path=book.cast_path,
        release=release,
        tally=recording.tally,
        notes_left_out=_count_notes_left_out(script),
        notes=(
            *offer,
            *carried,
            *script.warnings,
            *plan.notes,
            *recording.notes,
            *describe_newcomers(written, cast, cast_path=book.cast_path),
            *describe_findings(script, cast, cast_path=book.cast_path),
        ),
        failures=tuple(recording.failures),
        error=_failure(recording.failures),
    )


def _complete(
    book: Book, script: Script, written: Cast, *, engine: str, cast_from: Path | None
) -> tuple[Cast, tuple[str, ...]]:
    """The cast with a voice for everybody, and what was taken of it from another book, a sentence each."""
    if cast_from is None:
        return complete_cast(book, script, written, engine=engine), ()
    carried = carry_on(book, script, written, cast_from, engine=engine)
    return read_cast(book.cast_path), carried.taken


def _elsewhere(
    address: ClusterAddress | None, store: TakeStore, workers: Workers
) -> AbstractContextManager[DistantSpeakers | None]:
    if address is None:
        return nullcontext()
    from audiobook.cluster.cluster_speakers import ClusterSpeakers
    from audiobook.cluster.dask_cluster import connect_dask

    connect = partial(connect_dask, address.scheduler)
    return ClusterSpeakers(connect, store=store, workers=workers, take_store=address.take_store)


def _offer_old_cast(book: Book, script: Script, written: Cast, progress: Progress) -> tuple[str, ...]:
    """Say that this story has a cast under another name, before anything is spoken and again at the end."""
    old = None if written.book.id else find_old_cast(book, script)
    if old is None:
        return ()
    progress.say(f"note: {old.offer(book.source)}")
    return (old.offer(book.source),)


def _in_language(cast: Cast, asked: str | None) -> Cast:
    """The cast as it stands, but for the language this run is asked to read the book in."""
    return cast if asked is None else replace(cast, book=replace(cast.book, language=asked))


def _count_notes_left_out(script: Script) -> int:
    """Count the paragraphs of which nothing is spoken although they have words; labels of spoken lines do not count."""
    spoken = {(segment.chapter, segment.paragraph) for segment in script.segments if segment.spoken}
    notes = {(segment.chapter, segment.paragraph) for segment in script.segments if segment.kind is SegmentKind.NOTE}
    return len(notes - spoken)


def _failure(failures: Sequence[FailedLine]) -> LinesFailedError | None:
    if not failures:
        return None
    count = "1 line" if len(failures) == 1 else f"{len(failures)} lines"
    chapters = ", ".join(dict.fromkeys(failure.chapter for failure in failures))
    return LinesFailedError(
        f"{count} could not be spoken, so these chapters are not finished: {chapters}",
        hint="all other lines are kept; run the same command again, or change the line, its voice or its pronunciation",
    )
