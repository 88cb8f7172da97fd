"""Quotation marks: which character may open or close a quotation where it stands.

Knows a mark and its two neighbours; refuses to know conventions of a book or what is inside a quotation.
"""

import re
from dataclasses import dataclass
from enum import StrEnum


class MarkFamily(StrEnum):
    """Marks that belong together: a quotation opened by one of a family is closed by one of it."""

    DOUBLE = "double"
    SINGLE = "single"
    GUILLEMETS = "guillemets"
    CORNER = "corner"


DOUBLE_MARKS = '"“”„‟'
SINGLE_MARKS = "'‘’‚‛`"
"""The grave accent opens what an apostrophe closes, once or twice: `yes' and ``yes''."""

GUILLEMET_MARKS = "«»"
CORNER_MARKS = "「」『』"
DASHES = "-–—―"

_MARKUP = "_*"
_MARKUP_STEPS = 3
_ALL_MARKS = DOUBLE_MARKS + SINGLE_MARKS + GUILLEMET_MARKS + CORNER_MARKS + "‹›"
_BEFORE_OPENING = "([{<" + DASHES + _ALL_MARKS + "¿¡"
_AFTER_CLOSING = ",.;:!?)]}>…" + DASHES + _ALL_MARKS
_FEET = re.compile(r"\d['’′]\s?\d{1,2}\Z")
"""What stands before the mark of inches in 6'2"."""

_FEET_CHARACTERS = 6
_STRAY = re.compile(r'\w\s["“”]\s[a-z]')
"""A mark between blanks inside a sentence, which belongs to nothing if it is the paragraph's only one."""

_MARKS_OF = {
    MarkFamily.DOUBLE: re.compile(f"[{DOUBLE_MARKS}]"),
    MarkFamily.SINGLE: re.compile(f"[{SINGLE_MARKS}]"),
    MarkFamily.GUILLEMETS: re.compile(f"[{GUILLEMET_MARKS}]"),
    MarkFamily.CORNER: re.compile(f"[{CORNER_MARKS}]"),
}


class Direction(StrEnum):
    """What a mark does, as far as it and its neighbours say."""

    OPENS = "opens"
    CLOSES = "closes"
    EITHER = "either"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A quotation mark in a paragraph: where it stands, first and behind the last, and what it may do there."""

    index: int
    end: int
    direction: Direction


def find_marks(text: str, family: MarkFamily, nominal: dict[str, Direction]) -> list[Mark]:
    """Find the marks of a family in a paragraph.

    Args:
        text: the paragraph.
        family: which marks.
        nominal: what a directional mark does in this book where its neighbours leave it open.
    """
    marks = [
        Mark(
            index=match.start(), end=match.end(), direction=_direction(text, match.start(), nominal.get(match.group()))
        )
        for match in _MARKS_OF[family].finditer(text)
        if not _FEET.search(text, max(0, match.start() - _FEET_CHARACTERS), match.start())
    ]
    return [] if len(marks) == 1 and _STRAY.search(text) else marks


def _direction(text: str, index: int, nominal: Direction | None) -> Direction:
    left, right = neighbour_before(text, index), neighbour_after(text, index)
    may_open = may_follow_opening(left, right)
    may_close = _may_close(left, right)
    if may_open == may_close:
        return nominal or Direction.EITHER
    if may_open and nominal is Direction.CLOSES and left and not left.isspace():
        return nominal  # “I think—”he said: the dash belongs to the quotation
    return Direction.OPENS if may_open else Direction.CLOSES


def may_follow_opening(left: str, right: str) -> bool:
    """Tell whether a mark between these neighbours ("" at a border) may open a quotation."""
    if not right or right.isspace() or right in ",;:)]}!?":
        return False
    return not left or left.isspace() or left in _BEFORE_OPENING


def _may_close(left: str, right: str) -> bool:
    if not right:
        return True
    if not left or left.isspace():
        return False
    return right.isspace() or right in _AFTER_CLOSING


def neighbour_before(text: str, index: int) -> str:
    """Return the character before an index, emphasis markup skipped; "" at the start."""
    at = index - 1
    for _ in range(_MARKUP_STEPS):
        if at < 0 or text[at] not in _MARKUP:
            break
        at -= 1
    return text[at] if at >= 0 else ""


def neighbour_after(text: str, index: int) -> str:
    """Return the character after an index, emphasis markup skipped; "" at the end."""
    at = index + 1
    for _ in range(_MARKUP_STEPS):
        if at >= len(text) or text[at] not in _MARKUP:
            break
        at += 1
    return text[at] if at < len(text) else ""
