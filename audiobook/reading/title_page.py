"""The title page: a book's title and author before its story, and again before a later volume.

Knows what a title page looks like line by line. Real prose before the first heading is story and stays so.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from audiobook.model.manuscript import BlockKind
from audiobook.reading.capitals import tidy_title
from audiobook.reading.fields import read_field
from audiobook.reading.headings import looks_like_title
from audiobook.reading.note_words import note_reason
from audiobook.reading.pieces import Heading, HeadingKind, Piece, as_note

_MOST_WORDS = 120
_MOST_PIECES = 14
_LONGEST_LINE = 80
_INITIAL = r"(?-i:[^\W\d_a-zß-öø-ÿ])"
"""A letter that is not a small one: "Ö" and "村" begin names as well as "A" does."""

_NAME_WORD = rf"(?:{_INITIAL}[\w.'’-]*|de|von|van|der|la|le|du|and|&)"
_NAME = rf"{_NAME_WORD}(?:[ ,]+{_NAME_WORD}){{0,6}}"
_BYLINE = re.compile(
    rf"(?:(?:a (?:novel|story|tale|novella|romance)|written|a fan ?fiction|fan ?fic)\s+)?by\s*:?\s+"
    rf"(?P<author>{_NAME})\W*",
    re.IGNORECASE,
)
_PENNAME_BYLINE = re.compile(r"by\s*:?\s+(?P<author>\S+)", re.IGNORECASE)
_BARE_BY = re.compile(r"(?:written )?by:?", re.IGNORECASE)
_ON_TITLE_PAGE = re.compile(
    r"\W*(?:translated|illustrated|edited|adapted|by the author|with (?:an introduction|illustrations)|a novel\b"
    r"|a tale\b|a romance\b|in \w+ volumes?|copyright|©|first published|published|printed|all rights"
    r"|new york|london|\(?\d{4}\)?\W*$|\w+ edition)",
    re.IGNORECASE,
)
_DEDICATION = re.compile(r"(?:dedicated to|in (?:loving )?memory of|to my|for my|to the memory of)\b", re.IGNORECASE)
_SENTENCE_END = (".", "!", "?", '"', "”", ",", ";", ":")
_REASON = "title page"


@dataclass(frozen=True, slots=True, kw_only=True)
class BookFacts:
    """What a text says about itself; None where it says nothing."""

    title: str | None = None
    author: str | None = None
    language: str | None = None


def mark_title_page(pieces: Sequence[Piece]) -> tuple[tuple[Piece, ...], BookFacts]:
    """Turn the title page before the story into notes and read title and author from it."""
    end = _end_of_title_page(pieces)
    marked = tuple(
        as_note(piece, _reason(piece)) if index < end and _is_unlabelled(piece) else piece
        for index, piece in enumerate(pieces)
    )
    return marked, _read_facts([piece for piece in pieces[:end] if _is_unlabelled(piece)])


def mark_byline(pieces: Sequence[Piece]) -> tuple[tuple[Piece, ...], str | None]:
    """Turn a line that names the author right below the book's title (a heading by markup) into a note."""
    for index, piece in enumerate(pieces[:_MOST_PIECES]):
        if piece.kind is BlockKind.HEADING and piece.heading and piece.heading.kind is HeadingKind.NAMELESS:
            below = pieces[index + 1] if index + 1 < len(pieces) else None
            byline = _BYLINE.fullmatch(below.text.strip("*_ ")) if below and below.is_prose else None
            if below and byline:
                marked = (*pieces[: index + 1], as_note(below, _REASON), *pieces[index + 2 :])
                return marked, tidy_title(byline["author"])
        if piece.kind is not BlockKind.NOTE:
            break
    return tuple(pieces), None


def mark_headline(pieces: Sequence[Piece], *, file_title: str) -> tuple[tuple[Piece, ...], str | None]:
    """Turn the title above a story without any other heading into a heading.

    A first line in the shape of a title is one if it is the file's name again, stands in capitals, or is set off by
    more than one blank line; otherwise it may be the first words of the story.
    """
    first, following = (*pieces[:2], None, None)[:2]
    has_heading = any(piece.kind is BlockKind.HEADING for piece in pieces)
    if first is None or following is None or has_heading or not _is_headline_above(first, following, file_title):
        return tuple(pieces), None
    title = tidy_title(first.text)
    headline = replace(first, kind=BlockKind.HEADING, heading=Heading(kind=HeadingKind.NAMELESS, title=title))
    return (headline, *pieces[1:]), title


def _is_headline_above(first: Piece, following: Piece, file_title: str) -> bool:
    is_alone = first.is_prose and first.line_count == 1 and following.is_prose and following.gap_before > 0
    if not is_alone or not looks_like_title(first.text) or first.text.endswith(".") or ": " in first.text:
        return False
    set_off = first.text.isupper() or following.gap_before > 1
    return _words(first.text) == _words(file_title) or (1 < len(first.text.split()) <= 10 and set_off)


def mark_inner_title_pages(pieces: Sequence[Piece], *, title: str) -> tuple[Piece, ...]:
    """Turn a title page that comes again before a later volume into notes; the volume's heading stays."""
    marked = list(pieces)
    for index, piece in enumerate(pieces):
        if piece.heading and piece.heading.kind is HeadingKind.DIVISION and piece.kind is BlockKind.HEADING:
            start = _repeated_title(pieces, index, title=title)
            if start is not None:
                for other in range(start, _next_heading(pieces, index)):
                    if marked[other].is_prose:
                        marked[other] = as_note(marked[other], _REASON)
    return tuple(marked)


def _end_of_title_page(pieces: Sequence[Piece]) -> int:
    """Find the piece after the title page; 0 if there is none.

    It is all there is before the first heading, or what stands above and around a line that names the author. Fields
    and labelled notes among it ("Rating: ...", "A/N: ...") say themselves what they are.
    """
    zone = 0
    while zone < min(len(pieces), _MOST_PIECES) and _may_stand_on_title_page(pieces[zone]):
        zone += 1
    prose = [piece for piece in pieces[:zone] if _is_unlabelled(piece)]
    meets_heading = zone < len(pieces) and pieces[zone].kind is BlockKind.HEADING
    words = sum(len(piece.text.split()) for piece in prose)
    if meets_heading and prose and words <= _MOST_WORDS and _is_headline(prose[0]):
        return zone
    named = [index for index in range(zone) if _is_unlabelled(pieces[index]) and _names_author(pieces, index)]
    if not named or named[0] > 4:
        return 0
    end = named[-1] + 1
    while end < zone and (_ON_TITLE_PAGE.match(pieces[end].text) or _DEDICATION.match(pieces[end].text)):
        end += 1
    return end


def _may_stand_on_title_page(piece: Piece) -> bool:
    if piece.kind in {BlockKind.NOTE, BlockKind.SCENE_BREAK} or (piece.is_prose and not _is_unlabelled(piece)):
        return True
    lines = [line.strip() for line in piece.text.splitlines() if line.strip()]
    if not piece.is_prose or len(lines) > 6 or max(len(line) for line in lines) > _LONGEST_LINE:
        return False
    joined = " ".join(lines)
    return (
        any(_BYLINE.fullmatch(line) for line in lines)
        or _ON_TITLE_PAGE.match(joined) is not None
        or _DEDICATION.match(joined) is not None
        or _is_headline(piece)
        or (not joined.endswith(_SENTENCE_END) and joined[0] not in "\"“'‘" and ": " not in joined)
    )


def _is_unlabelled(piece: Piece) -> bool:
    """Whether a piece is prose that does not say by a label of its own that it is about the text."""
    return piece.is_prose and read_field(piece.text) is None and note_reason(piece.text) is None


def _is_headline(piece: Piece) -> bool:
    lines = piece.text.splitlines()
    return looks_like_title(lines[0].rstrip(":;")) or _BYLINE.fullmatch(lines[0]) is not None


def _names_author(pieces: Sequence[Piece], index: int) -> bool:
    lines = pieces[index].text.splitlines()
    if any(_BYLINE.fullmatch(line.strip()) for line in lines):
        return True
    below_title = lines[1:2] if index == 0 else lines[:1] if index == 1 else []
    if _is_headline(pieces[0]) and any(_PENNAME_BYLINE.fullmatch(" ".join(line.split())) for line in below_title):
        return True
    before = pieces[index - 1].text if index else ""
    return _BARE_BY.fullmatch(before.strip()) is not None


def _read_facts(page: Sequence[Piece]) -> BookFacts:
    """Read the first line as the title, and the name after "by" as the author."""
    lines = [" ".join(line.split()) for piece in page for line in piece.text.splitlines() if line.strip()]
    title = author = None
    for index, line in enumerate(lines):
        byline = _BYLINE.fullmatch(line)
        if byline and author is None:
            author = byline["author"]
        elif author is None and index == 1 and (penname := _PENNAME_BYLINE.fullmatch(line)):
            author = penname["author"]
        elif _BARE_BY.fullmatch(line) and author is None and index + 1 < len(lines):
            author = lines[index + 1]
        elif title is None and index == 0 and not _ON_TITLE_PAGE.match(line) and read_field(line) is None:
            title = tidy_title(line.rstrip(" .:;"))
    return BookFacts(title=title, author=tidy_title(author) if author else None)


def _reason(piece: Piece) -> str:
    return "dedication" if _DEDICATION.match(piece.text) else _REASON


def _repeated_title(pieces: Sequence[Piece], division: int, *, title: str) -> int | None:
    """Walk up from a volume's heading over title-page lines to the line that is the book's title."""
    wanted = _words(title)
    for index in range(division - 1, max(-1, division - 10), -1):
        if pieces[index].is_prose and _words(pieces[index].text) == wanted:
            return index
        if not _may_stand_on_title_page(pieces[index]) and not _ON_TITLE_PAGE.match(pieces[index].text):
            return None
    return None


def _next_heading(pieces: Sequence[Piece], division: int) -> int:
    """Find the heading after a volume's; the volume itself if prose comes first."""
    for index in range(division + 1, len(pieces)):
        if pieces[index].kind is BlockKind.HEADING and pieces[index].heading:
            return index
        if len(pieces[index].text) > _LONGEST_LINE * 4:
            break
    return division


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower().replace("&", " and ")))
