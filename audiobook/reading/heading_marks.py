"""Finds the heading candidates among the pieces of a text, and cuts them free from the prose below them.

Knows where a heading may stand and which line below one is its title. Whether a candidate is believed is decided in
`heading_choice`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from audiobook.model.manuscript import BlockKind
from audiobook.reading.capitals import tidy_title
from audiobook.reading.headings import looks_like_title, recognise_heading, recognise_prefixed_heading
from audiobook.reading.lines import iterate_lines
from audiobook.reading.pieces import Heading, HeadingKind, Piece, cut_piece

_LONGEST_TITLE = 90
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
    """Cut heading lines off the top of a piece, as many as there are."""
    first = next((line for line in iterate_lines(piece.text) if not line.is_blank), None)
    if first is None or _heading_in(piece.text[first.start : first.end], is_first=is_first) is None:
        yield piece if piece.heading is None else replace(piece, heading=None)  # nearly every piece of a book
        return
    lines = [line for line in iterate_lines(piece.text) if not line.is_blank]
    headings: list[Heading] = []
    for index, line in enumerate(lines):
        heading = _heading_in(piece.text[line.start : line.end], is_first=is_first and index == 0)
        below = [piece.text[other.start : other.end] for other in lines[index + 1 : index + 3]]
        if heading is None or not _may_cut(heading, below):
            break
        headings.append(heading)
    parts = cut_piece(piece, *(line.end for line in lines[: len(headings)])) if headings else (piece,)
    for part, heading in zip_longest(parts, headings):
        yield replace(part, heading=heading)


def _heading_in(line: str, *, is_first: bool) -> Heading | None:
    return recognise_heading(line) or (recognise_prefixed_heading(line) if is_first else None)


def _may_cut(heading: Heading, below: Sequence[str]) -> bool:
    """Say whether a heading line may be cut from the (at most two) lines below it.

    A bare number is cut only from another heading or from one line that looks like its title.
    """
    if not below:
        return True
    if heading.kind is HeadingKind.NUMERAL and recognise_heading(below[0]) is None:
        return heading.title is None and len(below) == 1 and looks_like_title(below[0])
    return heading.title is None or looks_like_title(heading.title)


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
