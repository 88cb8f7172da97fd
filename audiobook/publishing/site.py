"""Every path of the site and what is answered there: the server answers these and nothing else, `publish` writes these.

A path is looked up and never joined to a folder, so nothing but what is listed here can be reached.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from audiobook.errors import UsageError
from audiobook.model.release import COVER_FILE
from audiobook.publishing.bookshelf import PublishedBook
from audiobook.publishing.feed import podcast_feed
from audiobook.publishing.resource import Resource, resource_of_bytes

PageMaker = Callable[[Sequence[PublishedBook], str], Sequence[Resource]]
"""Makes the site's pages and all they need, from the books and the absolute address of the site's root.

`index.html`, `BOOK/index.html`; any other path must have a dot before its first slash, which no book's folder has.
"""


def list_resources(books: Sequence[PublishedBook], *, base_url: str, pages: PageMaker) -> Mapping[str, Resource]:
    """List everything a site of these books consists of, by its path relative to the root.

    Args:
        books: in the order in which they are shown.
        base_url: absolute address of the root, ending in "/".
        pages: makes the pages.

    Raises:
        UsageError: two books would have the same address or are the same to podcast apps.
    """
    _require_distinct(books)
    resources = [resource for book in books for resource in _resources_of(book, base_url)]
    return MappingProxyType({resource.path: resource for resource in (*resources, *pages(books, base_url))})


def _resources_of(book: PublishedBook, base_url: str) -> list[Resource]:
    feed = resource_of_bytes(
        book.feed_path,
        podcast_feed(book, base_url=base_url),
        media_type="application/rss+xml; charset=utf-8",
        modified=book.modified,
    )
    cover = replace(book.cover, path=f"{book.folder}/{COVER_FILE}", is_versioned=False)
    files = [
        file
        for chapter in book.chapters
        for file in (chapter.audio, chapter.captions, chapter.transcript, chapter.scenes)
    ]
    whole = [] if book.whole is None else [book.whole]
    return [*files, *whole, book.cover, cover, feed]


def _require_distinct(books: Sequence[PublishedBook]) -> None:
    folders: dict[str, PublishedBook] = {}
    ids: dict[str | None, PublishedBook] = {}
    for book in books:
        other = folders.setdefault(book.folder.casefold(), book)
        if other is not book:
            raise UsageError(
                f"{other.release.folder} and {book.release.folder} are both the book {book.folder!r}",
                hint="publish one of them",
            )
        twin = ids.setdefault(book.identity.id, book)
        if twin is not book:
            raise UsageError(
                f"{twin.release.folder} and {book.release.folder} have the same id {book.identity.id}",
                hint="one cast file is a copy of the other: take the line with id and the table [program] out of one,"
                " then run audiobook make",
            )
