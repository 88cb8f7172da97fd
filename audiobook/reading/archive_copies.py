"""The lines that a story archive's page has above a story, in texts copied or saved from there.

Knows FanFiction.net's line of facts ("Rated: Fiction K - English - ... - Words: 2,311") and FanFicFare's fields.
"""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from audiobook.reading.fields import read_field
from audiobook.reading.lines import split_into_lines
from audiobook.reading.pieces import Piece, as_note, cut_piece
from audiobook.reading.title_page import BookFacts

_REASON = "the archive's lines about the story"
_MOST_PIECES = 8
_MOST_WORDS_ABOVE = 200
_FACTS = re.compile(r"\s*Rated:\s*(?:Fiction\s+)?(?:K\+?|T|MA?)\b.{0,600}\bWords:\s*[\d,]+.*", re.IGNORECASE)
_MENU = re.compile(r"\s*(?:<|«)?\s*(?:prev\b|next\b).*|.*\bnext\s*(?:>|»)?\s*", re.IGNORECASE)
_BY = re.compile(r"\s*(?:written )?by:?\s+(?P<author>\S.{0,80}?)\s*", re.IGNORECASE)
_FIELDS = frozenset(
    {"category", "genre", "language", "characters", "status", "published", "updated", "packaged", "rating", "chapters",
     "words", "publisher", "story url", "author url", "series", "summary", "fandom", "warnings", "relationships"}
)  # fmt: skip
_ENOUGH_FIELDS = 5


def mark_archive_copy(pieces: Sequence[Piece]) -> tuple[tuple[Piece, ...], BookFacts]:
    """Turn an archive's lines above a story into notes, and read title and author from them."""
    for index, piece in enumerate(pieces[:_MOST_PIECES]):
        end = _end_of_facts(piece)
        if end is not None:
            parts = cut_piece(piece, end) if end < len(piece.text) else (piece,)
            above = (*pieces[:index], parts[0])
            if sum(len(each.text.split()) for each in pieces[:index]) > _MOST_WORDS_ABOVE:
                break
            marked = (*(as_note(each, _REASON) for each in above), *parts[1:], *pieces[index + 1 :])
            return marked, _read_facts([line for each in above for line in each.text.splitlines()])
    return tuple(pieces), BookFacts()


def _end_of_facts(piece: Piece) -> int | None:
    """Find where the archive's lines end in a paragraph that holds them; None in any other."""
    lines = split_into_lines(piece.text)
    texts = [piece.text[line.start : line.end] for line in lines]
    fields = [field.label for text in texts if (field := read_field(text)) is not None]
    if sum(label in _FIELDS for label in fields) >= _ENOUGH_FIELDS:
        return len(piece.text)
    found = next((number for number, text in enumerate(texts) if _FACTS.fullmatch(text)), None)
    if found is None:
        return None
    menu = len(list(takewhile(_MENU.fullmatch, texts[found + 1 :])))
    following = found + 1 + menu
    return lines[following].start if following < len(lines) else len(piece.text)


def _read_facts(lines: Sequence[str]) -> BookFacts:
    """Take the line above the author's for the title."""
    written = [line.strip() for line in lines if line.strip()]
    for above, line in pairwise(written):
        author = _BY.fullmatch(line)
        if author:
            return BookFacts(title=above, author=author["author"])
    return BookFacts()
