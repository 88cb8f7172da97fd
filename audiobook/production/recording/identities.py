"""What podcast apps know a book by, brought up to date when the book is made.

The only place that joins a script's chapters with what the cast file remembers of them.
"""

from collections import defaultdict
from collections.abc import Callable, Collection
from datetime import datetime

from audiobook.casting.cast_file import remember_identity
from audiobook.model.cast import Cast
from audiobook.model.identity import BookIdentity
from audiobook.model.script import Script, SegmentKind
from audiobook.production.books import Book
from audiobook.production.recording.sketches import KeptSketches
from audiobook.publishing.chapter_identities import identify_chapters
from audiobook.publishing.chapter_matching import SeenChapter
from audiobook.publishing.word_sketch import sketch_words

_STORY = frozenset({SegmentKind.NARRATION, SegmentKind.DIALOGUE, SegmentKind.THOUGHT})


def identify_book(book: Book, script: Script, cast: Cast, *, chapters: Collection[int], now: datetime) -> BookIdentity:
    """Give every chapter that will be heard its id and date.

    Args:
        book: whose sketches are kept.
        script: the book's.
        cast: what is remembered of it.
        chapters: numbers of those with something to speak.
        now: with a time zone.
    """
    sketches = KeptSketches(book.workspace.sketches_cache(book.slug))
    seen = [chapter for chapter in see_chapters(script, sketch=sketches.sketch) if chapter.number in chapters]
    sketches.keep()
    return identify_chapters(seen, cast.identity, book_id=cast.book.id or "", now=now)


def keep_identity(book: Book, cast: Cast, identity: BookIdentity) -> None:
    """Write down in the cast file what is new.

    Raises:
        CastError: the cast file has become wrong meanwhile.
        OutputError: it cannot be written.
    """
    if identity != cast.identity:
        remember_identity(book.cast_path, identity)


def see_chapters(script: Script, *, sketch: Callable[[str], tuple[int, ...]] = sketch_words) -> tuple[SeenChapter, ...]:
    """See every chapter of a script as listeners know it: by title and story; headings and notes do not count.

    Args:
        script: the book's.
        sketch: sketches a text, or remembers how.
    """
    texts: defaultdict[int, list[str]] = defaultdict(list)
    for segment in script.segments:
        if segment.kind in _STORY:
            texts[segment.chapter].append(segment.text)
    return tuple(
        SeenChapter(
            number=head.number,
            title=" ".join(head.title.split()).encode("utf-8", "replace").decode(),
            words=sketch("\n".join(texts[head.number])),
        )
        for head in script.chapters
    )
