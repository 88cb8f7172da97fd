"""One paragraph cut at its quotation marks.

Knows pairing, nesting and recovery from a missing mark; refuses to know what a quotation is for.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from audiobook.scripting.quotations.quotation_marks import Direction, Mark
from audiobook.scripting.quotations.reporting_verbs import SPEECH_VERBS, SUBJECT_PRONOUNS, THOUGHT_VERBS, WORD


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """An outermost quotation: `text[start:end]`, its marks included.

    Attributes:
        is_closed: its closing mark is there.
        is_opened: its opening mark is there.
    """

    start: int
    end: int
    is_opened: bool = True
    is_closed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A paragraph's outermost quotations under one way of pairing its marks.

    Attributes:
        depth: how many quotations are still open at the end.
    """

    quotations: tuple[Quotation, ...]
    depth: int


def pair_marks(text: str, marks: Sequence[Mark], *, is_open: bool = False) -> Reading:
    """Pair the marks of a paragraph.

    Where nesting leaves something open, a closing mark is missing: then every opening mark starts a new quotation.

    Args:
        text: the paragraph.
        marks: its marks, in order.
        is_open: a quotation is open when the paragraph starts, and no mark stands there to open it again.
    """
    nested = _pair(text, marks, is_open=is_open, may_nest=True)
    if nested.depth == 0:
        return nested
    flat = _pair(text, marks, is_open=is_open, may_nest=False)
    return nested if len(flat.quotations) == len(nested.quotations) else flat


def pair_marks_nesting(text: str, marks: Sequence[Mark], *, is_open: bool = False) -> Reading:
    """Pair the marks of a paragraph whose last quotation is known to go on in the next one."""
    return _pair(text, marks, is_open=is_open, may_nest=True)


def _pair(text: str, marks: Sequence[Mark], *, is_open: bool, may_nest: bool) -> Reading:
    quotations: list[Quotation] = []
    depth, start, was_opened = int(is_open), 0, False
    for number, mark in enumerate(marks):
        if depth == 1 and _is_of_inches(text, mark, marks[number + 1 : number + 2]):
            continue
        if _opens(mark, depth):
            if depth == 0 or not may_nest:
                if depth:
                    quotations.append(_unclosed(text, start, mark.index, is_opened=was_opened))
                depth, start, was_opened = 1, mark.index, True
            else:
                depth += 1
        elif depth > 1:
            depth -= 1
        elif depth == 1:
            quotations.append(Quotation(start=start, end=mark.end, is_opened=was_opened))
            depth, start = 0, mark.end
        elif not _stands_after_digit(text, mark.index):
            at = quotations[-1].end if quotations else 0
            quotations.append(Quotation(start=at, end=mark.end, is_opened=False))
    if depth:
        quotations.append(_unclosed(text, start, len(text), is_opened=was_opened, goes_on=True))
    return Reading(quotations=tuple(quotations), depth=depth)


def _opens(mark: Mark, depth: int) -> bool:
    if mark.direction is Direction.EITHER:
        return depth == 0
    return mark.direction is Direction.OPENS


def _unclosed(text: str, start: int, end: int, *, is_opened: bool, goes_on: bool = False) -> Quotation:
    if not goes_on:
        end = end_before_tag(text, start, end)
    return Quotation(start=start, end=end, is_opened=is_opened, is_closed=False)


def _is_of_inches(text: str, mark: Mark, after: Sequence[Mark]) -> bool:
    """Tell the mark in '"The board is 6" wide," said Tom' from the one that ends the quotation, by the next mark."""
    if not _stands_after_digit(text, mark.index) or not after or after[0].direction is not Direction.CLOSES:
        return False
    return text[mark.end : after[0].index].lstrip()[:1].islower()


def _stands_after_digit(text: str, index: int) -> bool:
    """Tell inches and seconds from a closing mark."""
    return index > 0 and text[index - 1].isdigit()


_PAUSE = re.compile(r"[,.!?…—–-][\s]+")


def end_before_tag(text: str, start: int, end: int) -> int:
    """Find where speech without its closing mark gives way to a tag such as "he said"; `end` if it does not."""
    for pause in _PAUSE.finditer(text, start, end):
        if _is_tag(text, pause.end(), end):
            return pause.start() + 1
    return end


def _is_tag(text: str, start: int, end: int) -> bool:
    first = WORD.match(text, start, end)
    if first is None:
        return False
    second = WORD.search(text, first.end(), min(end, first.end() + 40))
    words = (first.group(), second.group() if second else "")
    verbs = SPEECH_VERBS | THOUGHT_VERBS
    if words[0].casefold() in SUBJECT_PRONOUNS or words[0][0].isupper():
        return words[0] != "I" and words[1] in verbs and words[1].endswith("d")
    return words[0] in verbs and words[0].endswith("d")
