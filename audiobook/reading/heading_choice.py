"""Decides which heading candidates are headings: contents lists and stray numbers are not.

A bare number is a heading only as a member of a sequence (see `numeral_sequences`); a heading that is listed together
with the others, with no prose between, is an entry of a contents list.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from audiobook.model.manuscript import BlockKind
from audiobook.reading.capitals import tidy_title
from audiobook.reading.headings import looks_like_title
from audiobook.reading.numeral_sequences import NumeralHeadings, find_numeral_headings
from audiobook.reading.pieces import Heading, HeadingKind, Piece, as_note, as_paragraph

_CONTENTS = re.compile(
    r"\W*(?:table of )?contents\W*|\W*(?:list of )?chapters\W*|\W*index of chapters\W*", re.IGNORECASE
)
_PAGE_NUMBER = re.compile(r"[\s.…·_-]*\b(?:\d{1,4}|[ivxlc]{1,6})\s*$")
_LONGEST_ENTRY = 100
_ENTRY_NUMBER = re.compile(r"\W*(?:[0-9]{1,3}|[ivxlc]{1,8})[.):]?\s+", re.IGNORECASE)
_SENTENCE_END = (".", "!", "?", '"', "”", ",", ";")
_WITHIN_CHAPTER_LEVEL = 6  # the deepest that markup knows: never a chapter's
_CONTENTS_REASON = "an entry of the contents list"


def mark_contents(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Turn the contents list at the front into notes, and what it lists further down into heading candidates."""
    marked = list(pieces)
    start = _find_contents(pieces)
    end = _end_of_contents(pieces, start) if start is not None else 0
    if start is None or end - start < 2:
        start, end = _find_unnamed_contents(pieces)
    for index in range(start, end):
        marked[index] = as_note(pieces[index], _CONTENTS_REASON)
    entries = {_entry_key(line) for piece in pieces[start:end] for line in piece.text.splitlines()} - {""}
    for index in range(end, len(pieces)) if entries else ():
        piece = marked[index]
        if piece.is_prose and len(piece.text) <= _LONGEST_ENTRY and _entry_key(piece.text) in entries:
            marked[index] = replace(piece, heading=Heading(kind=HeadingKind.NAMELESS, title=tidy_title(piece.text)))
    return tuple(marked)


def choose_headings(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Believe or take back every candidate."""
    numerals = find_numeral_headings(pieces)
    return tuple(_choose(index, piece, numerals) for index, piece in enumerate(pieces))


def _choose(index: int, piece: Piece, numerals: NumeralHeadings) -> Piece:
    if piece.heading is None or piece.kind is not BlockKind.PARAGRAPH:
        return piece
    if index in numerals.sections:
        within = Heading(kind=HeadingKind.NAMELESS, title=tidy_title(piece.text), level=_WITHIN_CHAPTER_LEVEL)
        return replace(piece, kind=BlockKind.HEADING, heading=within)
    if piece.heading.kind is HeadingKind.NUMERAL and index not in numerals.chapters:
        return as_paragraph(piece)
    return replace(piece, kind=BlockKind.HEADING)


def _find_contents(pieces: Sequence[Piece]) -> int | None:
    for index, piece in enumerate(pieces):
        first_line = piece.text[:_LONGEST_ENTRY].splitlines()[0]
        if piece.kind is BlockKind.PARAGRAPH and _CONTENTS.fullmatch(first_line):
            return index
    return None


def _end_of_contents(pieces: Sequence[Piece], start: int) -> int:
    """Find the piece after the list: where its first entry comes again, or else the heading right above the prose."""
    end = start + 1
    while end < len(pieces) and _may_be_entry(pieces[end]):
        end += 1
    if end == len(pieces) or end == start + 1:
        return start
    first = _entry_key(pieces[start + 1].text.splitlines()[0])
    for index in range(end - 1, start + 1, -1):
        if _is_entry_again(_entry_key(pieces[index].text.splitlines()[0]), first):
            return index
    while end > start + 1 and pieces[end - 1].heading is not None and pieces[end - 1].gap_before > 0:
        end -= 1
    return end


def _find_unnamed_contents(pieces: Sequence[Piece]) -> tuple[int, int]:
    """Find three or more headings in a row that all come again further down."""
    start = next((index for index, piece in enumerate(pieces) if piece.heading), 0)
    end = start
    while end < len(pieces) and (pieces[end].heading or pieces[end].kind is BlockKind.SCENE_BREAK):
        end += 1
    later = {_heading_key(piece.heading) for piece in pieces[end:] if piece.heading}
    run = pieces[start:end]
    repeated = next(
        (i for i, piece in enumerate(run) if i and _heading_key(piece.heading) == _heading_key(run[0].heading)), None
    )
    if repeated is not None and repeated >= 3:
        return start, start + repeated
    if len(run) >= 3 and all(_heading_key(piece.heading) in later for piece in run if piece.heading):
        return start, end
    return start, start


def _may_be_entry(piece: Piece) -> bool:
    if piece.heading is not None or piece.kind is BlockKind.SCENE_BREAK:
        return True
    return piece.is_prose and all(_is_entry_line(line.strip()) for line in piece.text.splitlines())


def _is_entry_line(line: str) -> bool:
    if len(line) > _LONGEST_ENTRY:
        return False
    return not line.endswith(_SENTENCE_END) or looks_like_title(_ENTRY_NUMBER.sub("", line))


def _is_entry_again(key: str, entry: str) -> bool:
    """Say whether a heading is the one that an entry lists: its number or its title alone may stand there."""
    if not key or not entry:
        return False
    return key == entry or entry.startswith(key + " ") or f" {entry}".endswith(f" {key}") or key.endswith(f" {entry}")


def _entry_key(line: str) -> str:
    without_page = _PAGE_NUMBER.sub("", line) if re.search(r"(?:\.{2,}|…|\s{2,}|\t)\W*\w{1,6}\s*$", line) else line
    return " ".join(re.findall(r"\w+", without_page.lower()))


def _heading_key(heading: Heading | None) -> tuple[str, int | None]:
    if heading is None:
        return "", None
    return heading.kind, heading.number
