"""Which book a source is: its slug, its files, and whether that slug is free.

Knows sources and cast files as names; reads no manuscript.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from audiobook.casting.cast_file import read_cast
from audiobook.errors import ManuscriptError, UsageError
from audiobook.model.labelled_script import read_first_line, write_first_line
from audiobook.reading.book_folder import find_books
from audiobook.workspace.files import describe
from audiobook.workspace.paths import Workspace, book_slug, slug_of_name

SEEDS = Path("seeds")
"""Where `make` without a source looks for manuscripts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """A source and everything that is named after it.

    Attributes:
        slug: names the cast file and the release folder.
        source: file or folder, as the person gave it.
        is_labelled_script: the source is a script printed by `audiobook script --format text`.
    """

    slug: str
    source: Path
    workspace: Workspace
    is_labelled_script: bool = False

    @property
    def cast_path(self) -> Path:
        """The file in which a person gives voices and corrections."""
        return self.workspace.cast_file(self.slug)

    @property
    def details_path(self) -> Path:
        """Where a person may say what the book is called: in its folder, or beside its one file."""
        if self.source.is_dir():
            return self.source / "book.toml"
        return self.source.with_name(f"{self.source.stem}.book.toml")

    @property
    def release_folder(self) -> Path:
        """The finished chapters."""
        return self.workspace.release_folder(self.slug)


def find_sources(given: Sequence[Path]) -> tuple[Path, ...]:
    """Take the sources given, or every book in the seeds folder if there is none.

    Raises:
        UsageError: nothing is given, and there is no seeds folder or no book in it.
    """
    if given:
        return tuple(given)
    if not SEEDS.is_dir():
        raise UsageError(
            f"no manuscript is named and there is no folder {SEEDS}/ here",
            hint="name one: audiobook make my-story.txt",
        )
    found = find_books(SEEDS)
    if not found:
        raise UsageError(
            f"{SEEDS}: no manuscript in this folder", hint="put a text, Markdown, HTML or EPUB file into it"
        )
    return found


def require_distinct(sources: Sequence[Path], *, name: str | None) -> None:
    """Make sure that no two sources of one run are the same book; they need not exist.

    Raises:
        UsageError: two share a slug, or `name` is given for more than one.
    """
    if name is not None and len(sources) > 1:
        raise UsageError(f"--book {name} can name one book only, but {len(sources)} sources are given")
    taken: dict[str, Path] = {}
    for source in sources:
        try:
            _require_there(source)
            slug = _slug_of(source, name=name)
        except ManuscriptError:
            continue  # told when its turn comes, so that the others are made
        if slug in taken:
            raise UsageError(
                f"{taken[slug]} and {source} would both be the book {slug!r}",
                hint="make them one after the other and name one of them with --book",
            )
        taken[slug] = source


def open_book(source: Path, workspace: Workspace, *, name: str | None = None) -> Book:
    """Give a source its book.

    Raises:
        ManuscriptError: there is no such file or folder.
    """
    _require_there(source)
    return Book(
        slug=_slug_of(source, name=name),
        source=source,
        workspace=workspace,
        is_labelled_script=_book_of_labelled_script(source) is not None,
    )


def require_own_cast(book: Book, *, named: bool) -> None:
    """Make sure that the book's cast file was not written for another source.

    Args:
        named: the person chose the slug with --book, which settles the question.

    Raises:
        UsageError: it names another source.
        CastError: the cast file cannot be read.
    """
    if named or book.is_labelled_script:
        return
    stored = read_cast(book.cast_path).book.source
    if not stored or _is_same_source(stored, book):
        return
    raise UsageError(
        f"{book.cast_path} belongs to {stored}, but {book.source} would be the same book {book.slug!r}",
        hint=f"another story: add --book with a name of its own; the same story in a new place: "
        f"add --book {book.slug}, or change source in {book.cast_path}",
    )


def source_as_stored(book: Book) -> str:
    """Write a source as the cast file keeps it: relative to the project where possible, so that it can move."""
    project = book.workspace.voices_dir.resolve().parent
    resolved = book.source.resolve()
    if resolved.is_relative_to(project):
        return resolved.relative_to(project).as_posix()
    return resolved.as_posix()


def _require_there(source: Path) -> None:
    """Make sure that a source can be looked at and its name be written down."""
    try:
        os.fspath(source).encode("utf-8")
        source.resolve().stat()
    except UnicodeEncodeError as error:
        shown = ascii(source.name)
        raise ManuscriptError(
            f"{shown}: this name is in no known encoding", hint="rename it, then try again"
        ) from error
    except (FileNotFoundError, NotADirectoryError) as error:
        raise ManuscriptError(
            f"{source}: there is no such file or folder", hint="check the name and where you are"
        ) from error
    except (OSError, RuntimeError, ValueError) as error:  # RuntimeError: links in a circle, before Python 3.13
        reason = describe(error) if isinstance(error, OSError) else str(error)
        raise ManuscriptError(
            f"{source}: cannot be read: {reason}", hint="check the name and its permissions"
        ) from error


def _slug_of(source: Path, *, name: str | None) -> str:
    if name is not None:
        return slug_of_name(name)
    return _book_of_labelled_script(source) or book_slug(source)


def _is_same_source(stored: str, book: Book) -> bool:
    project = book.workspace.voices_dir.resolve().parent
    resolved = os.path.normcase(book.source.resolve())
    candidates = (project / stored, Path(stored))
    try:
        return any(os.path.normcase(candidate.resolve()) == resolved for candidate in candidates)
    except (OSError, RuntimeError, ValueError):
        return False  # whatever it names, it is not this source


def _book_of_labelled_script(source: Path) -> str | None:
    """Read the book's slug from the first line of a labelled script; None for everything else.

    Raises:
        ManuscriptError: the first line is almost that of a labelled script, but of another version or damaged.
    """
    if not source.is_file():
        return None
    try:
        with source.open("rb") as file:
            head = file.read(400)
    except OSError:
        return None  # the reader says what is wrong with it
    first = read_first_line(head.decode("utf-8", errors="replace"))
    if first is None:
        return None
    if first.book is None:
        raise ManuscriptError(
            f"{source}:1: {first.text!r} is not how a script begins that this version can read",
            hint=f"the first line must be: {write_first_line('NAME-OF-THE-BOOK')}",
        )
    return slug_of_name(first.book)
