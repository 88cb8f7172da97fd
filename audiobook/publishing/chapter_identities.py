"""Who every chapter of a book is: the id it had before, or a new one, and when it counts as published.

Knows what was and what is; refuses to know where that is stored.
"""

import hashlib
import uuid
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

from audiobook.model.identity import BookIdentity, ChapterIdentity
from audiobook.publishing.chapter_matching import SeenChapter, match_chapters
from audiobook.publishing.publication_dates import date_chapters
from audiobook.publishing.word_sketch import likeness

_PODCASTS = uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
"""The namespace of podcast guids, https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/guid.md"""

_STILL_ALIKE = 0.75
"""A sketch that is as close as this to the words of today stays: not every edit of a text touches the cast file."""


def identify_chapters(seen: Sequence[SeenChapter], known: BookIdentity, *, book_id: str, now: datetime) -> BookIdentity:
    """Give every chapter its id and its date; chapters that have left the book are remembered, should they return.

    Args:
        seen: the book's chapters as they are, in reading order.
        known: what was remembered of them.
        book_id: of the book, from which it gets its podcast guid if it has none.
        now: with a time zone.
    """
    matches = match_chapters(seen, known.chapters)
    dates = date_chapters([match.first_published if match else None for match in matches], now=now)
    taken = {chapter.id for chapter in known.chapters}
    chapters = []
    for chapter, match, date in zip(seen, matches, dates, strict=True):
        identity = _new(chapter, date, taken) if match is None else _renewed(match, chapter, date)
        taken.add(identity.id)
        chapters.append(identity)
    present = {chapter.id for chapter in chapters}
    gone = [replace(chapter, number=0) for chapter in known.chapters if chapter.id not in present]
    return BookIdentity(
        id=book_id,
        podcast_guid=known.podcast_guid or str(uuid.uuid5(_PODCASTS, book_id)),
        chapters=(*chapters, *gone),
    )


def _renewed(known: ChapterIdentity, seen: SeenChapter, date: datetime) -> ChapterIdentity:
    words = known.words if likeness(known.words, seen.words) >= _STILL_ALIKE else seen.words
    return replace(known, first_published=date, number=seen.number, title=seen.title, words=words)


def _new(seen: SeenChapter, date: datetime, taken: Collection[str]) -> ChapterIdentity:
    """Make an id from how the chapter looks at first sight; it stays, whatever the chapter looks like later."""
    sight = f"{seen.title}\n{seen.words}"
    attempts = (
        hashlib.sha256(f"{sight}\n{count}".encode("utf-8", "replace")).hexdigest() for count in range(len(taken) + 1)
    )
    made = next(choice for choice in (f"c{digest[:8]}" for digest in attempts) if choice not in taken)
    return ChapterIdentity(id=made, first_published=date, number=seen.number, title=seen.title, words=seen.words)
