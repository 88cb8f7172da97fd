"""Marks: what each quotation mark of a text does, told from its neighbours and from where gold speech begins and ends.

Knows straight and curly marks as English texts use them; refuses to know what replaces them.
Speech is in the marks that stand at the borders of gold spans. Single marks that no gold span and no pair inside speech
accounts for are apostrophes.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from judge.gold import GoldSpan


class Role(StrEnum):
    """What a mark does."""

    OPEN = "open"
    CLOSE = "close"
    NESTED_OPEN = "nested open"
    NESTED_CLOSE = "nested close"
    APOSTROPHE = "apostrophe"


DOUBLE_MARKS = '"“”„‟'
SINGLE_MARKS = "'‘’"
_OPENING, _CLOSING = "“„‘", "”’"
_BEFORE_OPENING = "([{-–—_*" + DOUBLE_MARKS + SINGLE_MARKS
_AFTER_CLOSING = ".,;:!?)]}-–—_*" + DOUBLE_MARKS + SINGLE_MARKS
_PARAGRAPH_END = re.compile(r"\n\s*\n")
_NESTED = re.compile(
    r"""(?<![^\s(\[\-–—"“”_])['‘](?=[\w_])  # after a pause
    [^'‘"“”]{0,300}?(?:\w['’]\w[^'‘"“”]{0,300}?)*  # apostrophes inside words are none of its ends
    [.,;:!?\-–—_]['’](?!\w)""",
    re.VERBOSE,
)
"""A quotation in single marks, closed after punctuation, so that hardly an apostrophe is taken for one."""


def find_roles(text: str, spans: Iterable[GoldSpan]) -> dict[int, Role]:
    """Tell what every quotation mark of a text does, by its index."""
    gold = tuple(spans)
    borders = dict(_find_borders(text, gold))
    speech_marks = _marks_of_speech(text, borders)
    roles: dict[int, Role] = {index: Role.APOSTROPHE for index, char in enumerate(text) if char in SINGLE_MARKS}
    if speech_marks == SINGLE_MARKS:
        roles |= _nested(_directions(text, DOUBLE_MARKS, {}))
        return roles | {index: role for index, role in borders.items() if text[index] in SINGLE_MARKS}
    roles |= dict(_find_nested(text))
    return roles | _directions(text, DOUBLE_MARKS, borders)


def _find_borders(text: str, spans: Iterable[GoldSpan]) -> Iterator[tuple[int, Role]]:
    """Yield the marks at the borders of gold spans, inside them or right outside."""
    marks = DOUBLE_MARKS + SINGLE_MARKS
    for span in spans:
        inside_first = [index for index in (span.start, span.start - 1) if 0 <= index < len(text)]
        inside_last = [index for index in (span.end - 1, span.end) if 0 <= index < len(text)]
        for candidates, role, other in ((inside_first, Role.OPEN, _CLOSING), (inside_last, Role.CLOSE, _OPENING)):
            found = [index for index in candidates if text[index] in marks and text[index] not in other]
            found.sort(key=lambda index: text[index] not in DOUBLE_MARKS)
            if found:
                yield found[0], role


def _marks_of_speech(text: str, borders: Mapping[int, Role]) -> str:
    counts = Counter(text[index] in DOUBLE_MARKS for index in borders)
    return SINGLE_MARKS if counts[False] > counts[True] else DOUBLE_MARKS


def _nested(directions: Mapping[int, Role]) -> dict[int, Role]:
    return {index: Role.NESTED_OPEN if role is Role.OPEN else Role.NESTED_CLOSE for index, role in directions.items()}


def _find_nested(text: str) -> Iterator[tuple[int, Role]]:
    for match in _NESTED.finditer(text):
        yield match.start(), Role.NESTED_OPEN
        yield match.end() - 1, Role.NESTED_CLOSE


def _directions(text: str, marks: str, known: Mapping[int, Role]) -> dict[int, Role]:
    """Tell opening from closing marks; where the neighbours leave it open, they take turns within a paragraph."""
    roles: dict[int, Role] = {}
    for start, end in paragraphs(text):
        is_open = False
        for index in range(start, end):
            if text[index] in marks:
                role = known.get(index) or _direction(text, index) or (Role.CLOSE if is_open else Role.OPEN)
                roles[index] = role
                is_open = role is Role.OPEN
    return roles


def _direction(text: str, index: int) -> Role | None:
    if text[index] in _OPENING + _CLOSING:
        return Role.OPEN if text[index] in _OPENING else Role.CLOSE
    before, after = text[index - 1 : index], text[index + 1 : index + 2]
    may_open = (not before or before.isspace() or before in _BEFORE_OPENING) and bool(after) and not after.isspace()
    may_close = bool(before) and not before.isspace() and (not after or after.isspace() or after in _AFTER_CLOSING)
    if may_open == may_close:
        return None
    return Role.OPEN if may_open else Role.CLOSE


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of every paragraph; a text without blank lines has one on every line."""
    border = _PARAGRAPH_END if _PARAGRAPH_END.search(text) else re.compile(r"\n")
    start = 0
    for match in border.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)
