"""Finished books as a folder of files for any web server."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from audiobook.production.release.finding import find_release_folders, read_published_book
from audiobook.publishing.bookshelf import PublishedBook
from audiobook.publishing.site import list_resources
from audiobook.publishing.site_address import read_site_address
from audiobook.publishing.static_export import Exported, export_site
from audiobook.workspace.paths import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """What was published.

    Attributes:
        address: of the site's root, ending in "/".
        exported: what happened in its folder.
    """

    address: str
    books: tuple[PublishedBook, ...]
    exported: Exported

    def feed_address(self, book: PublishedBook) -> str:
        """What a podcast app subscribes to."""
        return self.address + book.feed_path


def publish_books(names: Sequence[str], workspace: Workspace, *, base_url: str, folder: Path) -> Publication:
    """Make a folder hold the site of these books and nothing else.

    Args:
        names: of books, or their folders; empty for all in the build folder.
        workspace: where books and cast files are.
        base_url: the address under which the folder's content will be found.
        folder: empty, missing, or published to before.

    Raises:
        UsageError: a book is not finished, or the address is none.
        CastError: a cast file is wrong.
        OutputError: a release is not complete, or the folder cannot be written or holds other things.
    """
    from audiobook.publishing.pages.rendering import make_pages

    address = read_site_address(base_url)
    books = tuple(read_published_book(found, workspace) for found in find_release_folders(names, workspace))
    resources = list_resources(books, base_url=address, pages=make_pages)
    return Publication(address=address, books=books, exported=export_site(resources, folder))
