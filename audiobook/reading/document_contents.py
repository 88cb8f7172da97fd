"""Where the table of contents of a document says that parts and chapters open.

A table of contents is believed where it leads: whatever it lists opens a chapter, unless it only holds others (a part)
or is held by a chapter (a section). Refuses to know how a format writes one.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from audiobook.model.manuscript import BlockKind
from audiobook.reading.capitals import tidy_title
from audiobook.reading.document_text import DocumentText, marked_heading
from audiobook.reading.headings import recognise_heading
from audiobook.reading.listed_titles import is_made_by_programs, is_unwritten
from audiobook.reading.outline import Opening, Role
from audiobook.reading.pieces import Heading, HeadingKind, Piece

_SHORT_WORDS = 120
_LONGEST_HEADING = 160
_MOST_HEADING_PIECES = 4
_NUMBERED = frozenset({HeadingKind.CHAPTER, HeadingKind.NUMERAL})
_OPENS_NOTHING = re.compile(
    r"\W*(?:dedication|epigraph|frontispiece|(?:half )?title(?: page)?|cover|section \d+)\W*", re.IGNORECASE
)
"""LibreOffice calls what stands before a book's first heading "Section 1"."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedEntry:
    """A line of the table of contents.

    Attributes:
        level: 1 for the highest.
        start: first code point, in the whole text, of the piece it opens with.
    """

    title: str
    level: int
    start: int


def place_entries(text: DocumentText, pieces: Sequence[Piece]) -> tuple[PlacedEntry, ...]:
    """Find the piece that each line of the table of contents leads to, in the order of the text."""
    found: list[tuple[int, int, str]] = []
    for entry in text.document.outline:
        position = text.position(entry.member, entry.offset)
        index = _first_ending_after(pieces, position) if position is not None else len(pieces)
        if index < len(pieces) and _WORD.search(entry.title):
            found.append((index, entry.level, entry.title))
    targets = {index for index, _, _ in found}
    snapped = [(_back_to_heading(text, pieces, index, targets), level, title) for index, level, title in found]
    in_order = sorted(snapped, key=lambda each: each[0])
    return tuple(PlacedEntry(title=title, level=level, start=pieces[index].start) for index, level, title in in_order)


def mark_entries(pieces: Sequence[Piece], entries: Sequence[PlacedEntry]) -> tuple[Piece, ...]:
    """Turn paragraphs into headings that stand where an entry leads and say what it says."""
    marked = list(pieces)
    index_of = {piece.start: index for index, piece in enumerate(pieces)}
    for entry in entries:
        index = index_of[entry.start]
        said = _words_of(entry.title)
        for following in range(index, min(index + _MOST_HEADING_PIECES, len(pieces))):
            words = _words_of(pieces[following].text)
            if not marked[following].is_prose or not words or not _is_part(words, said):
                break
            first = following == index
            heading = marked_heading(pieces[following].text, level=entry.level) if first else None
            marked[following] = replace(pieces[following], kind=BlockKind.HEADING, heading=heading)
    return tuple(marked)


def find_openings(
    pieces: Sequence[Piece], entries: Sequence[PlacedEntry], *, book_title: str | None
) -> tuple[Opening, ...]:
    """Decide what opens where; empty if the table of contents is too poor to be believed."""
    index_of = {piece.start: index for index, piece in enumerate(pieces)}
    present = [entry for entry in entries if entry.start in index_of]
    roles = _roles(pieces, present, [index_of[entry.start] for entry in present], book_title)
    openings: list[Opening] = []
    for index, group in groupby(zip(present, roles, strict=True), key=lambda each: index_of[each[0].start]):
        named = [(entry, role) for entry, role in group if role is not Role.SECTION and role is not Role.BOOK]
        if named:
            opening = _opening(pieces, index, named)
            own = [each for each in opening.unwritten if not _is_title(each.title or "", book_title)]
            openings.append(replace(opening, unwritten=tuple(own)))
    above = _with_titles(pieces, _without_sections(pieces, openings))
    return _with_missing(pieces, above) if len(above) > 1 else ()


def _with_titles(pieces: Sequence[Piece], openings: Sequence[Opening]) -> list[Opening]:
    """Join a chapter's number and its title where the table of contents lists them as two."""
    joined: list[Opening] = []
    for opening in openings:
        number = joined[-1] if joined else None
        if number and number.heading and opening.heading and _is_title_of(pieces, opening, number):
            whole = replace(number.heading, title=opening.heading.title)
            joined[-1] = replace(number, heading=whole, unwritten=(*number.unwritten, *opening.unwritten))
        else:
            joined.append(opening)
    return joined


def _is_title_of(pieces: Sequence[Piece], opening: Opening, number: Opening) -> bool:
    """Say whether nothing but headings stands between a chapter's bare number and a nameless entry."""
    first, second = number.heading, opening.heading
    if first is None or second is None or first.title is not None or first.kind not in _NUMBERED:
        return False
    between = pieces[number.index : opening.index]
    return second.kind is HeadingKind.NAMELESS and all(piece.kind is BlockKind.HEADING for piece in between)


def _without_sections(pieces: Sequence[Piece], openings: Sequence[Opening]) -> list[Opening]:
    """Leave out nameless headings that stand deeper in the text than the numbered chapters: sections of those.

    Some programs list every heading on one level.
    """
    levels = [pieces[opening.index].heading for opening in openings if _is_chapter(pieces[opening.index])]
    deepest = max((heading.level for heading in levels if heading and heading.level), default=None)
    return [opening for opening in openings if deepest is None or not _is_deeper(pieces[opening.index], deepest)]


def _is_deeper(piece: Piece, level: int) -> bool:
    heading = piece.heading if piece.kind is BlockKind.HEADING else None
    return heading is not None and heading.kind is HeadingKind.NAMELESS and (heading.level or 0) > level


def _opening(pieces: Sequence[Piece], index: int, named: Sequence[tuple[PlacedEntry, Role]]) -> Opening:
    """Make one opening of all entries that lead to one piece: the last is the chapter, those before hold it."""
    entry, role = named[-1]
    holders = [each for each, what in named[:-1] if what is Role.DIVISION]
    above = [_heading(each) for each in holders]
    opens = None if _OPENS_NOTHING.fullmatch(entry.title) else role
    own = _fuller(_heading(entry), pieces[index])
    listed = list(zip((*holders, entry), (*above, own), strict=True)) if opens is not None else []
    return Opening(
        index=index,
        role=opens,
        heading=own,
        divisions=tuple(above),
        unwritten=tuple(
            heading
            for each, heading in listed
            if not is_made_by_programs(each.title)
            and is_unwritten(heading, pieces, index, beside=[other for _, other in listed if other is not heading])
        ),
    )


def _heading(entry: PlacedEntry) -> Heading:
    return marked_heading(tidy_title(entry.title), level=entry.level)


def _fuller(listed: Heading, piece: Piece) -> Heading:
    """Take the heading in the text where it says more than the table of contents."""
    written = piece.heading
    if written is None or piece.kind is not BlockKind.HEADING:
        return listed
    same_number = written.label and listed.label and written.number == listed.number
    same_title = written.title and listed.title and _words_of(written.title) == _words_of(listed.title)
    if (same_number and not listed.title) or (same_title and not listed.label):
        return written
    return listed


def _roles(
    pieces: Sequence[Piece], entries: Sequence[PlacedEntry], indexes: Sequence[int], book_title: str | None
) -> list[Role]:
    roles: list[Role] = []
    holders: list[tuple[int, Role]] = []
    for number, (entry, index) in enumerate(zip(entries, indexes, strict=True)):
        holders = [(level, role) for level, role in holders if level < entry.level]
        held = any(role in {Role.CHAPTER, Role.SECTION} for _, role in holders)
        below = _held_by(entries, number)
        if held:
            role = Role.SECTION
        else:
            own = range(index, indexes[number + 1] if number + 1 < len(indexes) else len(pieces))
            role = _role_of_holder(pieces, entry, own, entries[below.start : below.stop])
        if role is Role.DIVISION and _is_title(entry.title, book_title):
            role = Role.BOOK
        roles.append(role)
        holders.append((entry.level, role))
    return roles


def _held_by(entries: Sequence[PlacedEntry], number: int) -> range:
    end = number + 1
    while end < len(entries) and entries[end].level > entries[number].level:
        end += 1
    return range(number + 1, end)


def _role_of_holder(pieces: Sequence[Piece], entry: PlacedEntry, own: range, held: Sequence[PlacedEntry]) -> Role:
    """Tell a part, which holds chapters, from a chapter, which may hold sections.

    Args:
        own: pieces from the entry to the next one.
        held: entries below it.
    """
    kind = marked_heading(tidy_title(entry.title), level=None).kind
    words = sum(len(pieces[i].text.split()) for i in own if pieces[i].kind is BlockKind.PARAGRAPH)
    if not held:
        return Role.DIVISION if kind is HeadingKind.DIVISION and words < _SHORT_WORDS else Role.CHAPTER
    if kind in _NUMBERED or kind is HeadingKind.NAMED:
        return Role.CHAPTER
    if kind is HeadingKind.DIVISION or any(_is_numbered(each.title) for each in held):
        return Role.DIVISION
    return Role.DIVISION if words < _SHORT_WORDS else Role.CHAPTER


def _is_numbered(title: str) -> bool:
    heading = recognise_heading(tidy_title(title))
    return heading is not None and heading.kind is HeadingKind.CHAPTER


def _with_missing(pieces: Sequence[Piece], openings: Sequence[Opening]) -> tuple[Opening, ...]:
    """Add chapters that the table of contents leaves out: headings that count as those do which it has, or as most."""
    taken = {opening.index for opening in openings}
    numbered = [i for i, piece in enumerate(pieces) if piece.kind is BlockKind.HEADING and _is_chapter(piece)]
    listed = [index for index in numbered if index in taken]
    levels = {heading.level for index in listed if (heading := pieces[index].heading)}
    missing = [index for index in numbered if index not in taken]
    parts = [each.index for each in openings if each.heading and each.heading.kind is HeadingKind.DIVISION]
    alike = [
        index
        for index in missing
        if ((heading := pieces[index].heading) and heading.level in levels) or _is_right_below(pieces, index, parts)
    ]
    added = missing if len(missing) > max(1, len(listed)) else alike
    if not added:
        return tuple(openings)
    kept = [_as_holder(opening, pieces[opening.index]) for opening in openings]
    found = [Opening(index=index, role=Role.CHAPTER, heading=pieces[index].heading) for index in added]
    return tuple(sorted((*kept, *found), key=lambda opening: opening.index))


def _is_right_below(pieces: Sequence[Piece], index: int, parts: Sequence[int]) -> bool:
    """Say whether nothing but a few headings stands between the last part before a place and the place."""
    number = bisect_left(parts, index)
    if not number or index - parts[number - 1] > _MOST_HEADING_PIECES:
        return False
    return all(piece.kind is BlockKind.HEADING for piece in pieces[parts[number - 1] : index])


def _is_chapter(piece: Piece) -> bool:
    return piece.heading is not None and piece.heading.kind is HeadingKind.CHAPTER


def _as_holder(opening: Opening, piece: Piece) -> Opening:
    """Let a part that leads right to its first chapter hold it."""
    heading = opening.heading
    if opening.role is None or heading is None or heading.kind is not HeadingKind.DIVISION:
        return opening
    if not _is_chapter(piece):
        return replace(opening, role=Role.DIVISION)
    return replace(opening, role=Role.CHAPTER, heading=piece.heading, divisions=(*opening.divisions, heading))


def _first_ending_after(pieces: Sequence[Piece], position: int) -> int:
    low, high = 0, len(pieces)
    while low < high:
        middle = (low + high) // 2
        if pieces[middle].end > position:
            high = middle
        else:
            low = middle + 1
    return low


def _back_to_heading(text: DocumentText, pieces: Sequence[Piece], index: int, targets: set[int]) -> int:
    """Step back over headings right before the piece: the anchor often stands between a heading and its text."""
    member = text.member_index(pieces[index].start)
    while index > 0 and index - 1 not in targets and pieces[index - 1].kind is BlockKind.HEADING:
        if text.member_index(pieces[index - 1].start) != member:
            break
        index -= 1
    return index


def _is_title(written: str, book_title: str | None) -> bool:
    return book_title is not None and _words_of(written) == _words_of(book_title)


def _words_of(text: str) -> list[str]:
    return _WORD.findall(text[: _LONGEST_HEADING * 2].casefold()) if len(text) <= _LONGEST_HEADING else []


def _is_part(words: Sequence[str], whole: Sequence[str]) -> bool:
    """Say whether words stand in a row in others."""
    length = len(words)
    return any(list(whole[start : start + length]) == list(words) for start in range(len(whole) - length + 1))
