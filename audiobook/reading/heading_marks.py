"""Finds the heading candidates among the pieces of a text, and cuts them free from the prose below them.

Knows where a heading may stand and which line below one is its title. Whether a candidate is believed is decided in
`heading_choice`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from audiobook.model.manuscript import BlockKind
from audiobook.reading.capitals import tidy_title
from audiobook.reading.headings import looks_like_title, recognise_heading, recognise_prefixed_heading
from audiobook.reading.pieces import Heading, HeadingKind, Piece, cut_piece

_LONGEST_HEADING = 400
_LONGEST_TITLE = 90
_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_SENTENCE_END = (".", "!", "?", '"', "”", "'", "’", ")", "…")


def mark_headings(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Mark every piece that may be a heading by its words; a heading line above prose becomes a piece of its own."""
    marked: list[Piece] = []
    for index, piece in enumerate(pieces):
        if not piece.is_prose:
            marked.append(piece)
        else:
            marked += _mark(piece, is_first=index == 0)
    return tuple(marked)


def attach_titles(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Give chapter headings without a title the title that stands on the next line; it becomes a heading too."""
    attached = list(pieces)
    for index, piece in enumerate(attached[:-1]):
        following = attached[index + 1]
        after = attached[index + 2] if index + 2 < len(attached) else None
        heading = piece.heading if piece.kind is BlockKind.HEADING else None
        if heading and _wants_title(heading) and following.is_prose and _is_title_of(following, heading, after=after):
            attached[index] = replace(piece, heading=replace(heading, title=tidy_title(following.text)))
            attached[index + 1] = replace(following, kind=BlockKind.HEADING)
    return tuple(attached)


def _mark(piece: Piece, *, is_first: bool) -> Iterator[Piece]:
    """Cut heading lines off the top of a piece, one after the other."""
    rest: Piece | None = piece
    while rest is not None:
        first_line_end = _first_line_end(rest)
        heading = recognise_heading(rest.text[:first_line_end])
        if heading is None and is_first:
            heading = recognise_prefixed_heading(rest.text[:first_line_end])
        if heading is None or not _may_cut(rest, heading, first_line_end):
            yield rest
            return
        head, *tail = cut_piece(rest, first_line_end)
        yield replace(head, heading=heading)
        rest = tail[0] if tail else None


def _may_cut(piece: Piece, heading: Heading, first_line_end: int) -> bool:
    """Say whether a heading line may be cut off: bare numbers only from what looks like their title."""
    below = piece.text[first_line_end:].strip()
    if not below:
        return True
    if heading.kind is HeadingKind.NUMERAL and not recognise_heading(below[:_LONGEST_HEADING].splitlines()[0]):
        return heading.title is None and len(below.splitlines()) == 1 and looks_like_title(below)
    return heading.title is None or looks_like_title(heading.title)


def _first_line_end(piece: Piece) -> int:
    match = _LINE_END.search(piece.text)
    return match.start() if match else len(piece.text)


def _wants_title(heading: Heading) -> bool:
    return heading.kind is not HeadingKind.NAMELESS and heading.title is None


def _is_title_of(piece: Piece, heading: Heading, *, after: Piece | None) -> bool:
    """Say whether a paragraph right below a heading is its title rather than the first words of the story."""
    text = piece.text
    if len(text) > _LONGEST_TITLE * 2 or piece.line_count > 3 or after is None:
        return False
    if not after.is_prose and heading.kind is not HeadingKind.DIVISION:
        return False
    if max(len(line) for line in text.splitlines()) > _LONGEST_TITLE:
        return False
    joined = " ".join(text.split())
    if piece.gap_before == 0:
        stands_apart = after.gap_before > 0
        return looks_like_title(joined) or (stands_apart and not joined.endswith(_SENTENCE_END))
    return piece.gap_before <= 2 and looks_like_title(joined) and not _may_be_prose(joined)


def _may_be_prose(line: str) -> bool:
    """Say whether a title-like line could as well be a sentence; capitals never are."""
    return line.upper() != line and line.endswith((".", '"', "”", "!", "…"))
