"""The release as an earlier run left it, and what is known for sure of how it was made."""

from dataclasses import dataclass

from audiobook.assembly.intact_files import IntactFiles
from audiobook.assembly.release_file import digest_release, read_release
from audiobook.model.release import Release
from audiobook.production.books import Book
from audiobook.production.recording.kept_chapters import KeptBook, recall_chapters


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierRelease:
    """What there is.

    Attributes:
        release: None if nothing was made, or it must all be made again.
        kept: how its files were made; empty unless `release.json` is still as it was written.
        intact: which of the files are still what was made.
    """

    release: Release | None
    kept: KeptBook
    intact: IntactFiles


def look_back(book: Book) -> EarlierRelease:
    """Read what was made of a book before, and begin to look at its files.

    Raises:
        OutputError: `release.json` is there but may not be read.
    """
    release = read_release(book.release_folder)
    return EarlierRelease(
        release=release,
        kept=recall_chapters(book.workspace.recipes_cache(book.slug), release=digest_release(book.release_folder)),
        intact=IntactFiles(release),
    )
