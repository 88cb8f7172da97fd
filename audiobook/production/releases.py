"""Which release is meant: a book's name, its manuscript, or the folder itself.

Knows folders and names; what is in a release's own file is `assembly.release_file`'s.
"""

from pathlib import Path

from audiobook.assembly.release_file import RELEASE_FILE, load_release
from audiobook.errors import UsageError
from audiobook.model.release import Release
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
        return load_release(found)
    what = "there is no finished book in this folder" if is_folder else "there is no finished book of this name"
    raise UsageError(f"{named}: {what}", hint=_hint(workspace))


def list_releases(workspace: Workspace) -> tuple[str, ...]:
    """Name the books in the build folder that have a release, sorted."""
    return tuple(sorted(path.parent.name for path in workspace.build_dir.glob(f"*/{RELEASE_FILE}")))


def _hint(workspace: Workspace) -> str:
    known = ", ".join(list_releases(workspace))
    return f"there are: {known}" if known else "make it first: audiobook make SOURCE"
