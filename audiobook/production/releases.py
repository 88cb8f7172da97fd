"""Which finished books are meant, and everything a listener gets of them.

A release is named by its book or by its folder; nothing is written here.
"""

from collections.abc import Sequence
from pathlib import Path

from audiobook.assembly.release_file import RELEASE_FILE, read_release
from audiobook.casting.cast_file import read_cast
from audiobook.casting.typed_toml import close_names
from audiobook.errors import OutputError, UsageError
from audiobook.model.release import Release
from audiobook.publishing.bookshelf import PublishedBook, gather_book
from audiobook.workspace.files import describe
from audiobook.workspace.paths import Workspace, slug_of_name


def find_releases(names: Sequence[str], workspace: Workspace) -> tuple[Release, ...]:
    """Find the finished books that are meant, each once.

    Args:
        names: a book's name, or its folder; all books of the build folder, by name, if there is none.
        workspace: where books are.

    Raises:
        UsageError: a name is no finished book, or there is none at all.
        OutputError: a folder or a release file cannot be read.
    """
    return tuple(_read(folder) for folder in find_release_folders(names, workspace))


def find_release_folders(names: Sequence[str], workspace: Workspace) -> tuple[Path, ...]:
    """Find the folders of the finished books that are meant, each once; arguments and errors as for `find_releases`."""
    folders = [_folder_of(name, workspace) for name in names] or list(_finished(workspace.build_dir))
    if not folders:
        raise UsageError(
            f"{workspace.build_dir}: there is no finished book in this folder",
            hint="make one first: audiobook make my-story.txt",
        )
    return tuple(dict.fromkeys(folders))


def read_published_book(folder: Path, workspace: Workspace) -> PublishedBook:
    """Gather everything that listeners get of the release in a folder; errors as for both functions it is made of."""
    return _gather(_read(folder), workspace)


def gather_books(releases: Sequence[Release], workspace: Workspace) -> tuple[PublishedBook, ...]:
    """Gather everything that listeners get of these books.

    Raises:
        CastError: a cast file is wrong.
        OutputError: a file of a release is missing or was changed, or its cast file does not know it.
    """
    return tuple(_gather(release, workspace) for release in releases)


def _gather(release: Release, workspace: Workspace) -> PublishedBook:
    cast = read_cast(workspace.cast_file(release.book))
    return gather_book(release, cast.identity, is_explicit=cast.book.explicit)


def _folder_of(name: str, workspace: Workspace) -> Path:
    """The folder that a name means: a book's of the build folder, else a folder wherever it is."""
    by_name = workspace.release_folder(slug_of_name(name))
    is_bare_name = Path(name).name == name
    for folder in (by_name, Path(name)) if is_bare_name else (Path(name),):
        if (folder / RELEASE_FILE).is_file():
            return folder
    known = [folder.name for folder in _finished(workspace.build_dir)]
    close = close_names(slug_of_name(name), known)
    if close:
        hint = f"did you mean {' or '.join(close)}?"
    else:
        hint = f"there are: {', '.join(known)}" if known else "make it first: audiobook make SOURCE"
    raise UsageError(f'"{name}" is no finished book: there is no {by_name / RELEASE_FILE}', hint=hint)


def _finished(build_dir: Path) -> tuple[Path, ...]:
    """Every book's folder in the build folder, by name."""
    try:
        return tuple(sorted(path.parent for path in build_dir.glob(f"[!.]*/{RELEASE_FILE}")))
    except OSError as error:
        raise OutputError(f"{build_dir}: cannot be read: {describe(error)}") from error


def _read(folder: Path) -> Release:
    release = read_release(folder)
    if release is None:
        raise OutputError(
            f"{folder / RELEASE_FILE}: this file is damaged",
            hint="audiobook make writes it anew; nothing is spoken again",
        )
    return release
