"""The finished books on the disk, as they are served: read again when they change, kept while they are half-made.

Knows releases and cast files; refuses to know servers.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from audiobook.assembly.release_file import RELEASE_FILE
from audiobook.errors import AudiobookError, OutputError
from audiobook.production.release.finding import find_release_folders, read_published_book
from audiobook.publishing.bookshelf import PublishedBook
from audiobook.workspace.paths import Workspace


@dataclass(slots=True)
class Shelf:
    """The books that are served.

    Attributes:
        names: of books, or folders of releases; empty for every release of the build folder, new ones too.
        report: tells the person something in a sentence.
    """

    workspace: Workspace
    names: Sequence[str]
    report: Callable[[str], None]
    _good: dict[Path, tuple[Hashable, PublishedBook]] = field(default_factory=dict)
    _complaints: dict[Path, str] = field(default_factory=dict)
    _tries: int = 0

    def require_books(self) -> None:
        """Make sure that there is something to serve.

        Raises:
            AudiobookError: a release that is named is not there, no book is finished, or none can be served.
        """
        folders = find_release_folders(self.names, self.workspace)
        if len(folders) == 1:
            read_published_book(folders[0], self.workspace)  # of a single book, what is wrong is the error itself
        elif not self.load():
            raise OutputError(f"none of these {len(folders)} books can be served", hint="what is wrong is said above")

    def fingerprint(self) -> Hashable:
        """Differ once a book may have changed, and always while one cannot be read: what it lacks is nowhere told."""
        self._tries += bool(self._complaints)
        return (self._tries, *((folder, self._state_of(folder)) for folder in self._folders()))

    def load(self) -> tuple[PublishedBook, ...]:
        """Read what changed. A book that cannot be read is reported, and is served as it was if it could be before."""
        folders = self._folders()
        for folder in folders:
            self._load(folder)
        for gone in [folder for folder in self._good if folder not in folders]:
            del self._good[gone]
        self._complaints = {folder: told for folder, told in self._complaints.items() if folder in folders}
        return tuple(self._good[folder][1] for folder in folders if folder in self._good)

    def _load(self, folder: Path) -> None:
        state = self._state_of(folder)
        known = self._good.get(folder)
        if known is not None and known[0] == state:
            self._complaints.pop(folder, None)
            return
        try:
            self._good[folder] = (state, read_published_book(folder, self.workspace))
        except AudiobookError as error:
            self._complain(folder, error, is_served=known is not None)
        else:
            self._complaints.pop(folder, None)

    def _complain(self, folder: Path, error: AudiobookError, *, is_served: bool) -> None:
        """Report what is wrong with a book, once."""
        if self._complaints.get(folder) != error.message:
            self._complaints[folder] = error.message
            outcome = "the book is served as it was before" if is_served else "the book is left out"
            self.report(f"{error.message}; {outcome}" + (f" ({error.hint})" if error.hint else ""))

    def _folders(self) -> tuple[Path, ...]:
        try:
            return find_release_folders(self.names, self.workspace)
        except AudiobookError:
            return tuple(folder for folder in self._good if (folder / RELEASE_FILE).is_file())

    def _state_of(self, folder: Path) -> Hashable:
        return tuple(_state(path) for path in (folder / RELEASE_FILE, self.workspace.cast_file(folder.name)))


def _state(path: Path) -> Hashable:
    try:
        status = path.stat()
    except OSError:
        return None
    return (status.st_ino, status.st_size, status.st_mtime_ns)
