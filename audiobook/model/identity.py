"""What podcast apps know a book and its chapters by, whatever becomes of texts, files and titles."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterIdentity:
    """A chapter as the cast file remembers it.

    Attributes:
        id: unique in the book, given once.
        first_published: in UTC and whole seconds.
        number: of the chapter when it was last made, from 1; 0 if it is no longer in the book.
        title: when it was last made; a chapter without a heading has "Chapter N".
        words: sketch of its words, see `publishing.word_sketch`; empty if it has none.
    """

    id: str
    first_published: datetime
    number: int
    title: str
    words: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BookIdentity:
    """A book as the cast file remembers it.

    Attributes:
        id: "urn:uuid:..."; None before the first run.
        podcast_guid: a UUID, given once; None before the first run.
        chapters: those of the last run in reading order, then those that have left the book.
    """

    id: str | None = None
    podcast_guid: str | None = None
    chapters: tuple[ChapterIdentity, ...] = ()
