"""Places in a source as a person finds them: its name, the line, and how the words there begin.

Knows lines and words; refuses to know what is spoken.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

from audiobook.language.words import iterate_words

EXCERPT_CHARS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A stretch of a source.

    Attributes:
        line: counted from 1.
        words: number of words in it.
        excerpt: how it starts.
        reason: why it is not spoken, or what is wrong with it.
        chapter: counted through the book; None where that is unknown.
    """

    source: str
    line: int
    words: int
    excerpt: str
    reason: str
    chapter: int | None = None


class SourceLines:
    """A source's text that knows its line numbers."""

    def __init__(self, source: str, text: str) -> None:
        self.source = source
        self.text = text
        self._starts = [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", text))]

    def line_of(self, start: int) -> int:
        """Number of the line in which a code point stands, from 1."""
        return bisect_right(self._starts, start)

    def place(self, start: int, end: int, reason: str, *, chapter: int | None = None) -> Place:
        """Describe a stretch of the text."""
        piece = self.text[start:end]
        return Place(
            source=self.source,
            line=self.line_of(start),
            words=sum(1 for _ in iterate_words(piece)),
            excerpt=excerpt_of(piece),
            reason=reason,
            chapter=chapter,
        )


def excerpt_of(text: str) -> str:
    """Give the beginning of a text on one line."""
    excerpt = " ".join(text[: 4 * EXCERPT_CHARS].split())
    return excerpt if len(excerpt) <= EXCERPT_CHARS else f"{excerpt[: EXCERPT_CHARS - 1]}…"
