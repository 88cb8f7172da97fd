"""Which release is meant, by a book's name, its manuscript or the folder itself, and everything listeners get of it.

Knows folders and names; what is in a release's own file is `assembly.release_file`'s.
"""

from collections.abc import Sequence
from pathlib import Path

from audiobook.assembly.release_file import RELEASE_FILE, load_release
from audiobook.casting.cast_file import read_cast
from audiobook.errors import UsageError
from audiobook.model.release import Release
from audiobook.publishing.bookshelf import PublishedBook, gather_book
from audiobook.workspace.files import describe
from audiobook.workspace.paths import Workspace, book_slug


def find_release(named: Path, workspace: Workspace) -> Release:
    """Open the release a person named.

    Args:
        named: a release's folder or the `release.json` in it; or a book's short name or its manuscript, whose release
            is then in the build folder.
        workspace: gives the build folder.

    Raises:
        UsageError: there is no such release.
        ReleaseLostError: there is, but its own file is broken or of another version.
        OutputError: it may not be read.
    """
    return load_release(_find_folder(named, workspace))


def list_releases(workspace: Workspace) -> tuple[str, ...]:
    """Name the books in the build folder that have a release, sorted."""
    return tuple(sorted(path.parent.name for path in workspace.build_dir.glob(f"[!.]*/{RELEASE_FILE}")))


def find_release_folders(names: Sequence[str], workspace: Workspace) -> tuple[Path, ...]:
    """Find the folders of the releases that are meant, each once, without opening them.

    Args:
        names: as `find_release` takes them; empty for every release in the build folder.
        workspace: gives the build folder.

    Raises:
        UsageError: one of them is no release, or there is none at all.
    """
    named = [_find_folder(Path(name), workspace) for name in names]
    found = named or [workspace.release_folder(book) for book in list_releases(workspace)]
    if not found:
        message = f"{workspace.build_dir}: there is no finished book in this folder"
        raise UsageError(message, hint="make one first: audiobook make my-story.txt")
    return tuple({folder.resolve(): folder for folder in reversed(found)}.values())[::-1]


def read_published_book(folder: Path, workspace: Workspace) -> PublishedBook:
    """Gather everything that listeners get of the release in a folder.

    Raises:
        CastError: the book's cast file is wrong.
        ReleaseLostError: the release's own file is missing, broken or of another version.
        OutputError: a file of the release is missing or was changed, or the cast file does not know it.
    """
    release = load_release(folder)
    cast = read_cast(workspace.cast_file(release.book))
    return gather_book(release, cast.identity, is_explicit=cast.book.explicit)


def _find_folder(named: Path, workspace: Workspace) -> Path:
    folder = named.parent if named.name == RELEASE_FILE else named
    try:
        made = workspace.release_folder(book_slug(named))
        found = next((place for place in (folder, made) if (place / RELEASE_FILE).is_file()), None)
        is_folder = folder.is_dir()
    except (OSError, RuntimeError, ValueError) as error:
        # A name no disk can have; links in a circle, before Python 3.13.
        reason = describe(error) if isinstance(error, OSError) else str(error)
        raise UsageError(f"{named.name!a}: this cannot be looked for: {reason}", hint=_hint(workspace)) from error
    if found is not None:
        return found
    what = "there is no finished book in this folder" if is_folder else "there is no finished book of this name"
    raise UsageError(f"{named}: {what}", hint=_hint(workspace))


def _hint(workspace: Workspace) -> str:
    known = ", ".join(list_releases(workspace))
    return f"there are: {known}" if known else "make it first: audiobook make SOURCE"
