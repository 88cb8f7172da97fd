"""The words of tags, whatever format they are written in.

Knows what a tag can hold and how players read a few of its texts; refuses to know frames and atoms.
"""

import re

from audiobook.model.release import BookTags

GENRE = "Audiobook"
"""The genre of a book whose own is not given: players file it under audiobooks then."""

_UNSAYABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


def clean_text(text: str | None) -> str:
    """Take out what no tag can hold: NUL would cut the text, a lone surrogate cannot be written."""
    return _UNSAYABLE.sub("", (text or "").replace("\r\n", "\n").replace("\r", "\n")).strip()


def find_year(text: str | None) -> str | None:
    """Find the four digits of a year in whatever a person wrote, such as "March 1994"."""
    found = _YEAR.search(text or "")
    return found[0] if found else None


def join_voices(book: BookTags) -> str:
    """Write all voices as one text: players split it at semicolons, and misread a comma as "Last, First"."""
    return "; ".join(voice.replace(";", ",") for voice in book.voices)


def series_grouping(book: BookTags) -> str | None:
    """Write the series as Audiobookshelf reads a grouping: "Name #2"."""
    return f"{book.series} #{book.series_part}" if book.series and book.series_part else book.series
