"""Cuts a source's pieces into chapters at its headings.

Knows which headings open a chapter, which hold chapters (a volume), which stand within one, and which is the book's own
title. Refuses to know how a heading is recognised.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum, auto
from itertools import chain

from audiobook.model.manuscript import BlockKind
from audiobook.reading.pieces import Heading, HeadingKind, Piece

_SHORT_WORDS = 120
_CHAPTER_KINDS = (HeadingKind.CHAPTER, HeadingKind.NUMERAL)


class Role(StrEnum):
    """What a heading does in the outline."""

    BOOK = auto()
    DIVISION = auto()
    CHAPTER = auto()
    SECTION = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterDraft:
    """A chapter of one source before it has its number in the book.

    Attributes:
        title: from its heading, None if it has none.
        division: the title of the volume or part it stands in, None if there is none.
        opens_division: the division's heading stands at its start.
        unwritten_title: what of both stands in the table of contents and nowhere in the text; None if nothing does.
    """

    title: str | None
    division: str | None
    opens_division: bool
    pieces: tuple[Piece, ...]
    unwritten_title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A source's chapters, and the book title that stood above them as a heading.

    A single heading over the whole source titles both: the book if the source is all of it, its chapter if not.
    """

    chapters: tuple[ChapterDraft, ...]
    book_title: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A piece with which something opens.

    Attributes:
        index: of the piece.
        role: None for what opens no chapter of its own, such as a dedication.
        heading: what it is called, by its own heading or by the table of contents.
        divisions: parts and volumes that open with the same piece, highest first.
        unwritten: those of all these headings that stand in the table of contents and nowhere in the text.
    """

    index: int
    role: Role | None
    heading: Heading | None
    divisions: tuple[Heading, ...] = ()
    unwritten: tuple[Heading, ...] = ()


def make_outline(pieces: Sequence[Piece]) -> Outline:
    """Cut a source into chapters at its headings; there is always at least one, and every piece is in exactly one."""
    roles = _assign_roles(pieces)
    book = next((index for index, role in roles.items() if role is Role.BOOK), None)
    heading = pieces[book].heading if book is not None else None
    book_title = heading.title if heading else None
    openings = [
        Opening(index=index, role=role, heading=pieces[index].heading)
        for index, role in roles.items()
        if role in {Role.CHAPTER, Role.DIVISION}
    ]
    chapters = cut_into_chapters(pieces, openings)
    if len(chapters) == 1 and chapters[0].title is None:
        chapters = (replace(chapters[0], title=book_title),)
    return Outline(chapters=chapters, book_title=book_title)


def cut_into_chapters(pieces: Sequence[Piece], openings: Sequence[Opening]) -> tuple[ChapterDraft, ...]:
    """Cut a source where its chapters and divisions open, given in order of their pieces; at least one chapter."""
    return _draft(_join_silent_end(_merge_short(_cut(pieces, openings))))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stretch:
    """Pieces from one opening heading to the next; `role` None before the first."""

    role: Role | None
    heading: Heading | None
    pieces: tuple[Piece, ...]
    divisions: tuple[Heading, ...] = ()
    unwritten: tuple[Heading, ...] = ()


def _assign_roles(pieces: Sequence[Piece]) -> dict[int, Role]:
    headings = {i: piece.heading for i, piece in enumerate(pieces) if piece.kind is BlockKind.HEADING and piece.heading}
    kinds = {heading.kind for heading in headings.values()}
    chapter_kind = next((kind for kind in _CHAPTER_KINDS if kind in kinds), None)
    level = _chapter_level(pieces, headings, chapter_kind)
    roles: dict[int, Role] = {}
    for index, heading in headings.items():
        roles[index] = _role(heading, chapter_kind=chapter_kind, level=level)
    first = next(iter(headings), None)
    if first is not None and _is_book_title(pieces, headings, first):
        roles[first] = Role.BOOK
    return roles


def _role(heading: Heading, *, chapter_kind: HeadingKind | None, level: int | None) -> Role:
    if heading.kind is HeadingKind.DIVISION:
        return Role.DIVISION
    if heading.kind is HeadingKind.NUMERAL and chapter_kind is not HeadingKind.NUMERAL:
        return Role.SECTION
    if heading.kind is not HeadingKind.NAMELESS:
        return Role.CHAPTER
    if heading.level is None:
        return Role.CHAPTER if chapter_kind is None else Role.SECTION
    if level is None or heading.level > level:
        return Role.SECTION
    return Role.CHAPTER if heading.level == level else Role.DIVISION


def _chapter_level(
    pieces: Sequence[Piece], headings: dict[int, Heading], chapter_kind: HeadingKind | None
) -> int | None:
    """Find the markup level on which chapters stand; None if they have no markup."""
    levels = [h.level for h in headings.values() if chapter_kind is not None and h.kind is chapter_kind]
    if levels:
        return Counter(levels).most_common(1)[0][0]
    marked = [(index, heading.level) for index, heading in headings.items() if heading.level is not None]
    if not marked:
        return None
    present = sorted({level for _, level in marked})
    for level, deeper in zip(present, [*present[1:], None], strict=True):
        if deeper is None or not _only_holds(pieces, [i for i, other in marked if other == level]):
            return level
    return None


def _only_holds(pieces: Sequence[Piece], indexes: list[int]) -> bool:
    """Say whether headings hold others rather than prose: hardly any text stands between each and the next heading."""
    return all(_words_below(pieces, index) < _SHORT_WORDS and _meets_heading(pieces, index) for index in indexes)


def _is_book_title(pieces: Sequence[Piece], headings: dict[int, Heading], first: int) -> bool:
    """Say whether the first heading names the book: by markup, highest, the only one of its level, others below."""
    heading = headings[first]
    if heading.kind is not HeadingKind.NAMELESS or heading.level is None or len(headings) == 1:
        return heading.kind is HeadingKind.NAMELESS and heading.level is not None
    others = [other for index, other in headings.items() if index != first]
    alone = all(other.level is None or other.level > heading.level for other in others)
    empty = _words_below(pieces, first) < _SHORT_WORDS and _meets_heading(pieces, first)
    named = any(other.kind is not HeadingKind.NAMELESS for other in others)
    return empty and (alone or named)


def _words_below(pieces: Sequence[Piece], index: int) -> int:
    words = 0
    for piece in pieces[index + 1 :]:
        if piece.kind is BlockKind.HEADING and piece.heading:
            break
        if piece.kind is BlockKind.PARAGRAPH:
            words += len(piece.text.split())
        if words >= _SHORT_WORDS:
            break
    return words


def _meets_heading(pieces: Sequence[Piece], index: int) -> bool:
    return any(piece.kind is BlockKind.HEADING and piece.heading for piece in pieces[index + 1 :])


def _cut(pieces: Sequence[Piece], openings: Sequence[Opening]) -> list[_Stretch]:
    borders = [*(opening.index for opening in openings), len(pieces)]
    stretches: list[_Stretch] = []
    if borders[0] > 0 or not openings:
        stretches.append(_Stretch(role=None, heading=None, pieces=tuple(pieces[: borders[0]])))
    for opening, end in zip(openings, borders[1:], strict=True):
        stretch = _Stretch(
            role=opening.role,
            heading=opening.heading,
            pieces=tuple(pieces[opening.index : end]),
            divisions=opening.divisions,
            unwritten=opening.unwritten,
        )
        stretches.append(stretch)
    return stretches


def _merge_short(stretches: list[_Stretch]) -> list[_Stretch]:
    """Let what is no chapter of its own join the next one: a volume's heading, front matter, a short opening."""
    merged: list[_Stretch] = []
    waiting: list[_Stretch] = []
    for stretch, following in zip(stretches, [*stretches[1:], None], strict=True):
        if following is not None and _may_join(stretch, following):
            waiting.append(stretch)
        else:
            merged.append(_join(waiting, stretch))
            waiting = []
    return merged


def _may_join(stretch: _Stretch, following: _Stretch) -> bool:
    """Say whether a stretch belongs to the next: silent, a volume's bare heading, or short and no chapter."""
    if _is_silent(stretch):
        return True
    if stretch.role is Role.CHAPTER:
        return False
    words = _prose_words(stretch.pieces)
    return words == 0 or (words < _SHORT_WORDS and (stretch.role is None or following.role is Role.CHAPTER))


def _is_silent(stretch: _Stretch) -> bool:
    """Say whether a stretch is nothing to a listener: a title page, a contents list."""
    return all(piece.kind in {BlockKind.NOTE, BlockKind.SCENE_BREAK} for piece in stretch.pieces)


def _join_silent_end(stretches: list[_Stretch]) -> list[_Stretch]:
    """Let silent stretches at the very end belong to the last chapter that is heard."""
    heard = next((index for index in range(len(stretches) - 1, 0, -1) if not _is_silent(stretches[index])), 0)
    pieces = tuple(chain.from_iterable(stretch.pieces for stretch in stretches[heard:]))
    return [*stretches[:heard], replace(stretches[heard], pieces=pieces)]


def _join(waiting: Sequence[_Stretch], stretch: _Stretch) -> _Stretch:
    above = tuple(upper.heading for upper in waiting if upper.role is Role.DIVISION and upper.heading)
    within = chain.from_iterable(upper.divisions for upper in waiting)
    unwritten = chain.from_iterable(upper.unwritten for upper in waiting if upper.role is Role.DIVISION)
    pieces = tuple(chain.from_iterable(upper.pieces for upper in (*waiting, stretch)))
    return replace(
        stretch,
        pieces=pieces,
        divisions=(*within, *above, *stretch.divisions),
        unwritten=(*unwritten, *stretch.unwritten),
    )


def _prose_words(pieces: Sequence[Piece]) -> int:
    words = 0
    for piece in pieces:
        if piece.kind is BlockKind.PARAGRAPH:
            words += len(piece.text.split())
    return words


def _draft(stretches: Sequence[_Stretch]) -> tuple[ChapterDraft, ...]:
    drafts: list[ChapterDraft] = []
    division: str | None = None
    for stretch in stretches:
        opens = bool(stretch.divisions)
        if opens:
            division = _titles(stretch.divisions)
        elif stretch.role is Role.DIVISION:
            division = None
        title = title_of(stretch.heading) if stretch.heading else None
        drafts.append(
            ChapterDraft(
                title=title,
                division=division,
                opens_division=opens,
                pieces=stretch.pieces,
                unwritten_title=_titles(stretch.unwritten) or None,
            )
        )
    return tuple(drafts)


def _titles(headings: Sequence[Heading]) -> str:
    return ", ".join(map(title_of, headings))


def title_of(heading: Heading) -> str:
    """Say a heading as a list of chapters shows it."""
    if heading.label and heading.title:
        return f"{heading.label}: {heading.title}"
    return heading.label or heading.title or ""
