"""A book planned as the next `make` would plan it, for commands that only want to know."""

from dataclasses import dataclass
from pathlib import Path

from audiobook.casting.cast_file import read_cast
from audiobook.engines.registry import engine_names
from audiobook.errors import EngineError
from audiobook.production.books import Book, open_book, require_own_cast
from audiobook.production.cast.preparation import DEFAULT_ENGINE, propose_whole_cast
from audiobook.production.progress import Progress
from audiobook.production.recording.book_plan import MakeOptions, plan_book
from audiobook.production.recording.earlier_release import look_back
from audiobook.production.recording.planned_book import PlannedBook
from audiobook.production.script.loading import load_script
from audiobook.workspace.paths import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftBook:
    """A book, and what `make` would do with it."""

    book: Book
    plan: PlannedBook


def draft_book(source: Path, workspace: Workspace, options: MakeOptions, *, progress: Progress) -> DraftBook:
    """Plan a book; neither its cast file nor its release is touched.

    Raises:
        AudiobookError: as `make` would.
    """
    require_known_engine(options.engine)
    book = open_book(source, workspace, name=options.name)
    require_own_cast(book, named=options.name is not None)
    earlier = look_back(book)
    written = read_cast(book.cast_path)
    script = load_script(book, written, progress=progress)
    cast = propose_whole_cast(book, script, written, engine=options.engine or DEFAULT_ENGINE)
    return DraftBook(book=book, plan=plan_book(book, script, cast, options, earlier=earlier))


def require_known_engine(name: str | None) -> None:
    """Make sure that there is an engine of this name; None names none.

    Raises:
        EngineError: there is not.
    """
    if name is not None and name not in engine_names():
        known = ", ".join(engine_names())
        raise EngineError(f"there is no speech engine {name!r}", hint=f"there are: {known}")
