"""Paragraphs of a plain text whose line ends are the author's: poems and songs, messages, lists, heads of letters.

A poem's lines stay one paragraph whose ends are heard; every line of a list, of a chat or of a mail's head is a
paragraph of its own, so that names before lines are found. Refuses to touch wrapped prose: there a line's end is only a
blank.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from audiobook.language.words import has_word
from audiobook.reading.pieces import Piece, cut_piece

_LONGEST_VERSE = 72
_SHORT_OF_MARGIN = 0.8
_NARROW_TEXT = 60
_MOST_LINES = 400
_QUOTE_MARK = re.compile(r"^[ \t]*(?:>[ \t]?)+")
_ITEM = re.compile(r"[ \t]*(?:[-*+•][ \t]+|\(?\d{1,3}[.)][ \t]+|[a-z]\)[ \t]+)\S")
_NICKNAMED = re.compile(r"[ \t]*<[^<>\s]{1,30}>[ \t]+\S")
_NAMED = re.compile(r"[ \t]*[^\W\d_][\w.'’ @-]{0,24}:(?:[ \t]+\S|$)")
_STAMPED = re.compile(r"[ \t]*[\[(<]?\d{1,2}:\d{2}(?::\d{2})?[\])>]?[ \t]*\S")
_MAIL_HEAD = re.compile(r"(?:from|to|cc|bcc|date|sent|subject|re)[ \t]*:[ \t]*\S", re.IGNORECASE)
_ROW = re.compile(r"[ \t]*\|.*\|[ \t]*")
_HARD_BREAK = re.compile(r"(?: {2}|\\)\r?$")
_LINE = re.compile(r"[^\r\n]+")
_LINE_SHARE = 0.8
_CAPITAL_SHARE = 0.75


def mark_kept_lines(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Keep the lines of poems, and part those of lists, tables, chats and heads of letters."""
    width = _wrap_width(pieces)
    return tuple(part for piece in pieces for part in _kept(piece, width))


def _kept(piece: Piece, width: int) -> Iterator[Piece]:
    lines = [_QUOTE_MARK.sub("", match.group()) for match in _LINE.finditer(piece.text)] if piece.is_prose else []
    if not 1 < len(lines) <= _MOST_LINES:
        yield piece
    elif _are_entries(lines):
        starts = [match.start() for match in _LINE.finditer(piece.text) if has_word(match.group())]
        yield from cut_piece(piece, *starts[1:])
    elif _is_verse(lines, width) or _has_hard_breaks(piece.text):
        yield replace(piece, keeps_lines=True)
    else:
        yield piece


def _are_entries(lines: Sequence[str]) -> bool:
    """Whether each line stands for itself: items, rows of a table, messages, a mail's head."""
    if len(lines) > 1 and all(_MAIL_HEAD.match(line) for line in lines[:2]):
        return True
    if all(_NAMED.match(line) for line in lines):
        return True
    for pattern in (_ITEM, _ROW, _NICKNAMED, _STAMPED):
        if pattern.match(lines[0]) and sum(bool(pattern.match(line)) for line in lines) >= _LINE_SHARE * len(lines):
            return True
    return False


def _is_verse(lines: Sequence[str], width: int) -> bool:
    """Whether lines end where they need not: short of the margin, most of them with a capital at their beginning."""
    stripped = [line.strip() for line in lines]
    longest = max(len(line) for line in stripped[:-1])
    if longest > _LONGEST_VERSE or len(stripped[-1]) > _LONGEST_VERSE:
        return False
    starts = sum(line.lstrip("\"“‘'«»„*_—–-( ")[:1].isupper() for line in stripped)
    if starts < _CAPITAL_SHARE * len(stripped):
        return False
    is_narrow = width <= _NARROW_TEXT and len(stripped) > 2
    return longest <= _SHORT_OF_MARGIN * width or is_narrow


def _has_hard_breaks(text: str) -> bool:
    """Whether every line but the last ends with Markdown's mark for a line's end."""
    return all(_HARD_BREAK.search(line) for line in text.split("\n")[:-1])


def _wrap_width(pieces: Sequence[Piece]) -> int:
    """Give the length that all but the longest few lines of the text keep to."""
    lengths = sorted(len(line) for piece in pieces for line in piece.text.splitlines() if line.strip())
    return lengths[(len(lengths) - 1) * 97 // 100] if lengths else 0
