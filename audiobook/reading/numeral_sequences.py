"""Which numbers standing alone are headings: those that count through a text, with prose between them.

"I" alone may be somebody's answer, "3." an item of a list, "12" a page. Only a sequence makes a number a chapter.
"""

from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from audiobook.model.manuscript import BlockKind
from audiobook.reading.pieces import HeadingKind, Piece

_NOT_NUMBER = ' \t*_~=#-–—|+•·<>[]{}^()"'
_AT_TOP = 99  # nothing above at all is further away than any number of blank lines
_HOLDS_NUMERALS = frozenset({HeadingKind.DIVISION, HeadingKind.CHAPTER})


@dataclass(frozen=True, slots=True, kw_only=True)
class NumeralHeadings:
    """Indexes of the numbers that are headings.

    Attributes:
        chapters: the sequence that begins first.
        sections: numbers written another way, which count within those chapters.
    """

    chapters: frozenset[int] = frozenset()
    sections: frozenset[int] = frozenset()


def find_numeral_headings(pieces: Sequence[Piece]) -> NumeralHeadings:
    """Find the numbers that count up from 1, each way of writing them (1, I, with and without title) for itself."""
    numerals = [index for index, piece in enumerate(pieces) if _is_numeral(piece)]
    by_script = [[i for i in numerals if _is_in_digits(pieces[i]) is digits] for digits in (True, False)]
    by_style = [
        [i for i in group if _has_title(pieces[i]) is titled] for group in by_script for titled in (True, False)
    ]
    found = [sequence for group in by_style if (sequence := _sequence(pieces, group))]
    mixed = max((_sequence(pieces, group) for group in by_script), key=len)
    if len(mixed) > max((len(sequence) for sequence in found), default=0):
        return NumeralHeadings(chapters=mixed)
    if not found:
        return NumeralHeadings(chapters=_lone_first_numeral(pieces))
    outer = min(found, key=min)
    return NumeralHeadings(chapters=outer, sections=frozenset().union(*found) - outer)


def _is_numeral(piece: Piece) -> bool:
    heading = piece.heading if piece.kind is BlockKind.PARAGRAPH else None
    return heading is not None and heading.kind is HeadingKind.NUMERAL


def _is_in_digits(piece: Piece) -> bool:
    return piece.text.strip(_NOT_NUMBER)[:1].isdigit()


def _has_title(piece: Piece) -> bool:
    return piece.heading is not None and piece.heading.title is not None


def _sequence(pieces: Sequence[Piece], numerals: list[int]) -> frozenset[int]:
    """Pick the members that count up from 1; one may be missing, and they may start again at 1."""
    candidates = _without_repeats(pieces, numerals)
    members: list[int] = []
    expected = 1
    for position, index in enumerate(candidates):
        number = _number(pieces[index])
        following = _number(pieces[candidates[position + 1]]) if position + 1 < len(candidates) else None
        begins = number == 1 and following == 2
        skips_one = number == expected + 1 and number > 2 and following == number + 1
        if begins or skips_one or (number == expected and number > 1):
            members.append(index)
            expected = number + 1
    return frozenset(members) if len(members) > 1 and _separate_prose(pieces, members) else frozenset()


def _without_repeats(pieces: Sequence[Piece], numerals: list[int]) -> list[int]:
    """Of equal numbers in a row, with no part or chapter between, keep the one furthest from what is above it."""
    holders = [index for index, piece in enumerate(pieces) if piece.heading and piece.heading.kind in _HOLDS_NUMERALS]

    def place(index: int) -> tuple[int, int]:
        return _number(pieces[index]), bisect(holders, index)

    groups = (list(group) for _, group in groupby(numerals, key=place))
    return [max(group, key=lambda index: pieces[index].gap_before if index else _AT_TOP) for group in groups]


def _separate_prose(pieces: Sequence[Piece], members: Sequence[int]) -> bool:
    """Say whether prose stands below most members; items of a list follow each other."""
    ends = [*members[1:], len(pieces)]
    filled = sum(
        1 for start, end in zip(members, ends, strict=True) if any(piece.is_prose for piece in pieces[start + 1 : end])
    )
    return filled * 2 > len(members)


def _lone_first_numeral(pieces: Sequence[Piece]) -> frozenset[int]:
    """Believe a single number that is the very first line, as in a folder with a file for each chapter."""
    is_first = len(pieces) > 1 and _is_numeral(pieces[0]) and pieces[1].gap_before > 0
    return frozenset({0}) if is_first else frozenset()


def _number(piece: Piece) -> int:
    return piece.heading.number or 0 if piece.heading else 0
