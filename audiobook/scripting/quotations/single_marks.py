"""Single quotation marks told from apostrophes.

Knows how an apostrophe stands; refuses to know what a quotation is for.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from audiobook.scripting.quotations.quotation_marks import (
    DASHES,
    SINGLE_MARKS,
    Direction,
    Mark,
    MarkFamily,
    find_marks,
    may_follow_opening,
    neighbour_after,
    neighbour_before,
)

_MARK = re.compile(f"[{SINGLE_MARKS}]")
_DOUBLED_MARK = re.compile(f"``|''|[{SINGLE_MARKS}]")
"""As typewriters and TeX set double marks: ``yes''."""

_ALWAYS_OPENS = "‘‛‚`"
_ENDS_SPEECH = ",.;:!?)]…" + DASHES + '"”“»'
_WORD_AFTER = re.compile(r"\w+")
_SHORTENED_WORDS = """
tis twas twere twill twould tisn twasn em cause bout til till round n ere im er ave ad as is ell ouse ome and ow ard alf
appen ead eart ope bus phone coz cos neath gainst tween mid nother nuff scuse pon way cept fore fraid kay lo nd t s ll d
re ve m orse
"""
_ELISIONS = frozenset(_SHORTENED_WORDS.split())
_RESUMED_WITH = re.compile(r"['‘’](?:and|as|is|till|round)\b", re.IGNORECASE)
"""Whole words, too, with which speech goes on after a tag more often than a narrator drops an h."""
_WORD_LIMIT = 40
_SHORTENED_END = re.compile(r"(?:in|\ban|\bo|\bth|\bwi|\bol|\bmo|\bsh|\bt)\Z", re.IGNORECASE)
_PAUSES = ",.;:!?"


class _Look(StrEnum):
    """What a single mark looks like on its own."""

    OPENS = "opens"
    OPENS_OR_ELISION = "opens or elision"
    CLOSES = "closes"
    CLOSES_OR_APOSTROPHE = "closes or apostrophe"
    EITHER = "either"


_DECISIVE = frozenset({_Look.OPENS, _Look.CLOSES, _Look.EITHER})


@dataclass(frozen=True, slots=True)
class _Candidate:
    index: int
    end: int
    look: _Look


def find_family_marks(text: str, family: MarkFamily, nominal: dict[str, Direction]) -> list[Mark]:
    """Find the marks of any family in a paragraph; `nominal` as `find_marks` takes it."""
    return find_single_marks(text) if family is MarkFamily.SINGLE else find_marks(text, family, nominal)


def find_single_marks(text: str) -> list[Mark]:
    """Find the single marks of a paragraph that open or close a quotation, apostrophes left out."""
    pattern = _DOUBLED_MARK if "``" in text else _MARK
    candidates = [
        _Candidate(match.start(), match.end(), look)
        for match in pattern.finditer(text)
        if (look := _look(text, match.start(), match.end()))
    ]
    following = _next_decisive(candidates)
    marks: list[Mark] = []
    inside = False
    for candidate, after in zip(candidates, following, strict=True):
        direction = _decide(text, candidate, after, inside=inside)
        if direction is None:
            continue
        inside = direction is Direction.OPENS or (direction is Direction.EITHER and not inside)
        marks.append(Mark(index=candidate.index, end=candidate.end, direction=direction))
    return marks


def _look(text: str, index: int, end: int) -> _Look | None:
    left, right = neighbour_before(text, index), neighbour_after(text, end - 1)
    if end - index > 1:
        return _Look.OPENS if text[index] in _ALWAYS_OPENS else _Look.CLOSES
    if left.isalnum() and right.isalnum():
        return None
    if (not left or left.isspace()) and (right.isspace() and right):
        return _Look.OPENS if text[index] in _ALWAYS_OPENS else _Look.EITHER
    if may_follow_opening(left, right):
        return _look_of_opening(text, index, left)
    if left.isspace() or not left:
        return _Look.CLOSES if not right else None
    if left in _ENDS_SPEECH:
        return _Look.CLOSES
    is_before_pause = bool(right) and right in _PAUSES
    return _Look.CLOSES if is_before_pause and not _drops_letters(text, index) else _Look.CLOSES_OR_APOSTROPHE


def _look_of_opening(text: str, index: int, left: str) -> _Look | None:
    word = _WORD_AFTER.match(text, index + 1, index + 1 + _WORD_LIMIT)
    is_elision = word is not None and (word.group().casefold() in _ELISIONS or word.group()[0].isdigit())
    if text[index] == "’":
        if left and left in _ENDS_SPEECH:
            return _Look.CLOSES
        return _Look.OPENS_OR_ELISION if not is_elision and word is None else None
    return _Look.OPENS_OR_ELISION if is_elision else _Look.OPENS


def _next_decisive(candidates: list[_Candidate]) -> list[_Look | None]:
    """For each candidate: the next one that surely opens or closes."""
    following: list[_Look | None] = []
    after: _Look | None = None
    for candidate in reversed(candidates):
        following.append(after)
        if candidate.look in _DECISIVE:
            after = candidate.look
    return following[::-1]


def _decide(text: str, candidate: _Candidate, after: _Look | None, *, inside: bool) -> Direction | None:
    match candidate.look:
        case _Look.OPENS:
            return Direction.OPENS
        case _Look.CLOSES:
            is_of_plural = inside and after is _Look.CLOSES and _is_plural(text, candidate.index)
            return None if is_of_plural else Direction.CLOSES  # 'It is the dogs'.'
        case _Look.EITHER:
            return Direction.EITHER
        case _Look.OPENS_OR_ELISION:
            opens = after is _Look.CLOSES or (after is None and _takes_up_speech(text, candidate.index))
            return Direction.OPENS if opens and not inside else None
        case _Look.CLOSES_OR_APOSTROPHE:
            is_ended = after is _Look.OPENS or not (
                _drops_letters(text, candidate.index) or _is_plural(text, candidate.index)
            )
            return Direction.CLOSES if inside and after is not _Look.CLOSES and is_ended else None


def _takes_up_speech(text: str, index: int) -> bool:
    """Tell whether speech goes on here and is left open for the next paragraph: 'I went,' he said, 'and found her."""
    return text[:index].endswith(", ") and _RESUMED_WITH.match(text, index) is not None


def _drops_letters(text: str, index: int) -> bool:
    """Tell whether the word before looks like goin', an', o'."""
    return _SHORTENED_END.search(text, max(0, index - 4), index) is not None


def _is_plural(text: str, index: int) -> bool:
    return text[index - 1 : index] == "s"
