"""Removing the takes that no book uses.

A take is used if any release in the build folder has it, or any book whose cast file and manuscript are there would use
it now. Where that cannot be found out for a single book, nothing is removed at all. No book is being made meanwhile:
every lock is held. Refuses to touch anything but the take store.
"""

import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from audiobook.assembly.release_file import RELEASE_FILE, load_release
from audiobook.assembly.release_plan import sound_keys
from audiobook.casting.cast_file import read_cast
from audiobook.errors import AudiobookError, ReleaseLostError, UsageError
from audiobook.model.cast import BookDetails
from audiobook.production.progress import Progress
from audiobook.production.recording.book_plan import MakeOptions
from audiobook.production.recording.draft import draft_book
from audiobook.production.recording.ingredients import read_ingredients
from audiobook.synthesis.take_store import TakeStore
from audiobook.workspace.files import remove_file, size_of, sweep_temporary_files
from audiobook.workspace.locks import try_locks
from audiobook.workspace.paths import Workspace

_LOOK_EVERY_S = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Pruned:
    """What was removed, and what stays."""

    removed_takes: int
    removed_bytes: int
    kept_takes: int
    kept_bytes: int


def prune_takes(workspace: Workspace, *, progress: Progress) -> Pruned:
    """Remove every take that no book of the build folder uses; waits for a `make` that is under way.

    Raises:
        UsageError: it cannot be told which takes a book uses; nothing was removed.
        OutputError: a file cannot be removed.
    """
    with _all_books_at_rest(workspace, progress):
        used = set(_used_takes(workspace, progress))
        store = TakeStore(workspace.takes_folder)
        takes = sorted(store.folder.glob("??/*.flac"))
        unused = [path for path in takes if path.stem not in used]
        kept = [path for path in takes if path.stem in used]
        removed_bytes, kept_bytes = sum(map(size_of, unused)), sum(map(size_of, kept))
        for path in unused:
            remove_file(path)
        for folder in store.folder.glob("??"):
            sweep_temporary_files(folder)
    return Pruned(removed_takes=len(unused), removed_bytes=removed_bytes, kept_takes=len(kept), kept_bytes=kept_bytes)


@contextmanager
def _all_books_at_rest(workspace: Workspace, progress: Progress) -> Iterator[None]:
    """Hold the lock of every book, and the gate that no new `make` passes meanwhile.

    A `make` takes its book's lock first and then passes the gate, so the gate is never kept while waiting for a book.
    """
    told = False
    while True:
        with ExitStack() as held:
            busy = try_locks((workspace.gate_file, *workspace.lock_files()), held)
            if busy is None:
                yield
                return
        if not told:
            progress.say(f"Waiting: {_what_goes_on(busy, workspace)}.")
            told = True
        time.sleep(_LOOK_EVERY_S)


def _what_goes_on(busy: Path, workspace: Workspace) -> str:
    """Say what another run does while it holds a lock."""
    other = {workspace.gate_file: "another run removes takes", workspace.audition_lock: "an audition is under way"}
    return other.get(busy, f"{busy.stem} is being made by another run")


def _used_takes(workspace: Workspace, progress: Progress) -> Iterator[str]:
    books = {path.parent.name for path in workspace.build_dir.glob(f"[!.]*/{RELEASE_FILE}")}
    books |= {path.stem for path in workspace.voices_dir.glob("*.toml") if "." not in path.stem}
    for book in sorted(books):
        planned = _planned_takes(book, workspace, progress)
        released = _released_takes(book, workspace)
        if planned is None and released is None:
            raise UsageError(
                f"{workspace.build_dir}: nobody can tell which takes the book {book} uses, so nothing was removed",
                hint=f"make it again, or remove {workspace.release_folder(book)} if you do not want it any more",
            )
        yield from planned or ()
        yield from released or ()


def _planned_takes(book: str, workspace: Workspace, progress: Progress) -> frozenset[str] | None:
    """Give what the book would use if it was made now; None if that cannot be told."""
    try:
        options = MakeOptions(name=book, engine=None, jobs=1, now=datetime.now(UTC), details=BookDetails())
        source = _source_of(book, workspace)
        if source is None:
            return None
        drafted = draft_book(source, workspace, options, progress=progress)
        takes = {take.key for takes in drafted.plan.takes.values() for take in takes}
    except AudiobookError:
        return None
    return frozenset(takes | {sound.key for sound in drafted.plan.own_sounds})


def _source_of(book: str, workspace: Workspace) -> Path | None:
    stored = read_cast(workspace.cast_file(book)).book.source
    if not stored:
        return None
    candidates = (workspace.voices_dir.resolve().parent / stored, Path(stored))
    return next((path for path in candidates if path.exists()), None)


def _released_takes(book: str, workspace: Workspace) -> frozenset[str] | None:
    """Give what the book's finished files are made of; None if it has none, or they cannot be told."""
    try:
        release = load_release(workspace.release_folder(book))
    except ReleaseLostError:
        return None
    keys = {line.take_key for chapter in release.chapters for line in chapter.lines}
    for sound in sound_keys(release):
        found = read_ingredients(workspace.ingredients_folder(book), sound)
        if found is not None:
            keys |= {line.key for line in found.lines} | set(found.sounds)
    return frozenset(keys)
