"""The finished books on the disk, as they are served: read again when they change, kept while they are half-made.

Knows releases and cast files; refuses to know servers.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from audiobook.assembly.release_file import RELEASE_FILE, read_release
from audiobook.casting.cast_file import read_cast
from audiobook.errors import AudiobookError, OutputError, UsageError
from audiobook.publishing.bookshelf import PublishedBook, gather_book
from audiobook.workspace.files import describe
from audiobook.workspace.paths import Workspace

_MAKE_IT = "audiobook make makes it"


@dataclass(slots=True)
class Shelf:
    """The books that are served.

    Attributes:
        named: folders of releases, or names of books in the build folder; empty for every release there.
        report: tells the person something in a sentence.
    """

    workspace: Workspace
    named: Sequence[Path]
    report: Callable[[str], None]
    _good: dict[Path, tuple[Hashable, PublishedBook]] = field(default_factory=dict)
    _complaints: dict[Path, str] = field(default_factory=dict)
    _tries: int = 0

    def require_books(self) -> None:
        """Make sure that there is something to serve.

        Raises:
            UsageError: a release that is named is not there, or no book is finished.
        """
        for name in self.named:
            if not (self._folder_of(name) / RELEASE_FILE).is_file():
                raise UsageError(f"{self._folder_of(name)}: there is no finished book here", hint=_MAKE_IT)
        if not self.load():
            raise UsageError(f"{self.workspace.build_dir}: no book is finished here", hint=_MAKE_IT)

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
            self._good[folder] = (state, self._read(folder))
        except AudiobookError as error:
            self._complain(folder, error, is_served=known is not None)
        else:
            self._complaints.pop(folder, None)

    def _read(self, folder: Path) -> PublishedBook:
        release = read_release(folder)
        if release is None:
            raise OutputError(f"{folder / RELEASE_FILE}: this file is damaged, or of another version", hint=_MAKE_IT)
        cast = read_cast(self.workspace.cast_file(release.book))
        return gather_book(release, cast.identity, is_explicit=cast.book.explicit)

    def _complain(self, folder: Path, error: AudiobookError, *, is_served: bool) -> None:
        """Report what is wrong with a book, once."""
        if self._complaints.get(folder) != error.message:
            self._complaints[folder] = error.message
            outcome = "the book is served as it was before" if is_served else "the book is left out"
            self.report(f"{error.message}; {outcome}" + (f" ({error.hint})" if error.hint else ""))

    def _folders(self) -> tuple[Path, ...]:
        if self.named:
            found = [self._folder_of(name) for name in self.named]
        else:
            try:
                found = sorted(path for path in self.workspace.build_dir.iterdir() if not path.name.startswith("."))
            except OSError as error:
                if not isinstance(error, FileNotFoundError):
                    self.report(f"{self.workspace.build_dir}: cannot be read: {describe(error)}")
                return ()
        return tuple(dict.fromkeys(folder for folder in found if (folder / RELEASE_FILE).is_file()))

    def _folder_of(self, name: Path) -> Path:
        """A folder as it is, or else the book of that name in the build folder."""
        if (name / RELEASE_FILE).is_file() or len(name.parts) != 1:
            return name
        return self.workspace.release_folder(name.name)

    def _state_of(self, folder: Path) -> Hashable:
        return tuple(_state(path) for path in (folder / RELEASE_FILE, self.workspace.cast_file(folder.name)))


def _state(path: Path) -> Hashable:
    try:
        status = path.stat()
    except OSError:
        return None
    return (status.st_ino, status.st_size, status.st_mtime_ns)
