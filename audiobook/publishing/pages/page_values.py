"""What the templates show of a book, worked out beforehand: they decide nothing.

Paths are relative to the site's root, as everywhere; a page puts its way to the root in front.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from audiobook.language.clock import length_on_clock
from audiobook.publishing.bookshelf import PublishedBook
from audiobook.publishing.plain_text import clean_text

_RIGHT_TO_LEFT = (
    "ar",
    "arc",
    "ckb",
    "dv",
    "fa",
    "he",
    "iw",
    "ps",
    "sd",
    "syr",
    "ug",
    "ur",
    "yi",
)  # main subtags of BCP 47
_LOOPBACK_NAMES = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterView:
    """A chapter in the list of a book's page.

    Attributes:
        anchor: the part of the page's address that leads to it.
        seconds: its length, rounded.
    """

    anchor: str
    number: int
    title: str
    audio: str
    transcript: str
    seconds: int
    length: str
    length_in_words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BookView:
    """A book on either page.

    Attributes:
        direction: "ltr" or "rtl", in which the book's language is written.
        key: what a browser remembers the listener's place under; the same wherever the book is served.
        feed: absolute address of the feed.
        subscribe: the same in the form that opens a podcast app.
        is_loopback: no other computer can use these addresses.
        whole: the book in one M4B file, and how big that is; empty if there is none.
    """

    key: str
    title: str
    author: str
    language: str
    direction: str
    description: str
    series: str
    voices: tuple[str, ...]
    length: str
    page: str
    cover: str
    feed: str
    subscribe: str
    is_loopback: bool
    chapters: tuple[ChapterView, ...]
    whole: str = ""
    whole_size: str = ""


def view_book(book: PublishedBook, *, base_url: str) -> BookView:
    """Work out what is shown of a book under `base_url`, which ends in "/"."""
    tags = book.release.tags
    feed = base_url + quote(book.feed_path)
    series = f"{tags.series}, part {tags.series_part}" if tags.series and tags.series_part else tags.series or ""
    return BookView(
        key=book.identity.id or book.folder,
        title=clean_text(tags.title),
        author=clean_text(tags.author),
        language=tags.language,
        direction="rtl" if tags.language.lower().split("-")[0] in _RIGHT_TO_LEFT else "ltr",
        description=clean_text(tags.description or ""),
        series=clean_text(series),
        voices=tuple(map(clean_text, tags.voices)),
        length=length_in_words(chapter.length_s for chapter in book.chapters),
        page=quote(book.page_path),
        cover=quote(book.cover.path),
        feed=feed,
        subscribe="pcast://" + feed.partition("://")[2],
        is_loopback=urlsplit(base_url).hostname in _LOOPBACK_NAMES,
        chapters=tuple(
            ChapterView(
                anchor=chapter.identity.id,
                number=chapter.released.number,
                title=clean_text(chapter.released.title),
                audio=quote(chapter.audio.path),
                transcript=quote(chapter.transcript.path),
                seconds=round(chapter.length_s),
                length=length_on_clock(chapter.length_s),
                length_in_words=length_in_words([chapter.length_s]),
            )
            for chapter in book.chapters
        ),
        whole=quote(book.whole.path) if book.whole else "",
        whole_size=_size(book.whole.size_bytes) if book.whole else "",
    )


def _size(size_bytes: int) -> str:
    """Write a size as people compare them: "214 MB", in decimal units as phones and browsers show."""
    return f"{max(1, round(size_bytes / 1_000_000)):,} MB"


def length_in_words(seconds: Iterable[float]) -> str:
    """Write a length as people say it: "5 h 12 min", "33 min", "40 s"."""
    total = round(sum(seconds))
    if total < 60:
        return f"{total} s"
    hours, minutes = divmod(round(total / 60), 60)
    return " ".join(part for part in (f"{hours} h" if hours else "", f"{minutes} min" if minutes else "") if part)
