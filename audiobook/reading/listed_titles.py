"""Titles that stand in the table of contents and nowhere in the text: an author's words, to be announced.

Programs fill tables of contents too ("Section 3", "part0004.xhtml", a chapter's first words): such lines are nobody's
title. Refuses to know how a table of contents is written.
"""

import re
from collections.abc import Sequence

from audiobook.model.manuscript import BlockKind
from audiobook.reading.headings import recognise_heading
from audiobook.reading.pieces import Heading, HeadingKind, Piece

_MADE_BY_PROGRAMS = re.compile(
    r"\W*(?:start(?: reading)?|begin(?: reading)?|beginning|text|body(?: text)?|content|main|unknown|untitled|document"
    r"|(?:section|part|split|page|file|index)[ _-]?(?:split[ _-]?)?\d{3,}|section \d+|\S+\.x?html?)\W*",
    re.IGNORECASE,
)
_MOST_PIECES = 5
_MOST_WORDS = 40
_LONG_TITLE_WORDS = 4
"""Shorter titles may well be a chapter's first words by chance."""

_WORD = re.compile(r"\w+")


def is_unwritten(heading: Heading, pieces: Sequence[Piece], index: int, *, beside: Sequence[Heading] = ()) -> bool:
    """Say whether a listener would not hear what a table of contents lists; the title of what is skipped is skipped.

    Args:
        heading: as the table of contents has it.
        index: of the piece it leads to.
        beside: other headings that are listed for the same place.
    """
    if index < len(pieces) and pieces[index].kind is BlockKind.NOTE:
        return False
    for piece in pieces[index : index + _MOST_PIECES]:
        if piece.kind in {BlockKind.NOTE, BlockKind.SCENE_BREAK}:
            continue
        is_heading = piece.kind is BlockKind.HEADING
        if _says(piece, heading) or (is_heading and not any(_says(piece, other) for other in beside)):
            return False
        if not is_heading and len(piece.text.split()) > _MOST_WORDS:
            break
    return True


def is_made_by_programs(title: str) -> bool:
    """Say whether a line of a table of contents is nobody's title."""
    return _MADE_BY_PROGRAMS.fullmatch(title) is not None


def _says(piece: Piece, heading: Heading) -> bool:
    """Say whether a piece is the title, begins with a long one, or has the same number of a chapter or part."""
    words = _words(piece.text)
    titles = [_words(each) for each in (heading.title, _shown(heading)) if each]
    if any(words[: len(title)] == title and len(title) >= min(len(words), _LONG_TITLE_WORDS) for title in titles):
        return True
    written = piece.heading or recognise_heading(" ".join(piece.text[:200].split()))
    if written is None or written.number is None or written.number != heading.number:
        return False
    return (written.kind is HeadingKind.DIVISION) is (heading.kind is HeadingKind.DIVISION)


def _shown(heading: Heading) -> str:
    return f"{heading.label} {heading.title or ''}".strip()


def _words(text: str) -> list[str]:
    return _WORD.findall(text[:1000].casefold())[:_MOST_WORDS]
